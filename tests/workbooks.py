"""Workbooks for tests, written as text: `== Blad1` (or `== Blad1 hidden`) opens a sheet, each line below it is a row.

    == Blad1
    kommun; andel; när; med
    Kalix; 42.5%; 2026-05-04; TRUE
    merge A2:A3

Cells stand between semicolons: numbers, percentages, dates, `TRUE`, `FALSE`, `=formulas` without a stored value, `#N/A`,
`0180_` a number shown as a code, `1.239~0.0` a number in a format, `'12` a text that looks like a number.
"""

import io
import re
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook


def workbook(text: str) -> bytes:
    """The bytes of an .xlsx, the same each time."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    sheet: Any = None
    row = 0
    for line in text.splitlines():
        if line.startswith("== "):
            name = line[3:].removesuffix(" hidden")
            sheet, row = book.create_sheet(name), 0
            sheet.sheet_state = "hidden" if line.endswith(" hidden") else "visible"
        elif line.startswith("merge "):
            sheet.merge_cells(line[6:])
        else:
            row += 1
            for column, written in enumerate(line.split(";"), 1):
                _put(sheet.cell(row, column), written.strip())
    file = io.BytesIO()
    book.save(file)
    return repacked(file.getvalue())


def _put(cell: Any, written: str) -> None:
    if written in ("", "TRUE", "FALSE"):
        cell.value = None if not written else written == "TRUE"
    elif re.fullmatch(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?", written):
        cell.value = datetime.fromisoformat(written)
        cell.number_format = "yyyy-mm-dd hh:mm" if " " in written else "yyyy-mm-dd"
    elif written.endswith("_") and written[:-1].isdigit():
        cell.value, cell.number_format = int(written[:-1]), "0" * (len(written) - 1)
    elif found := re.fullmatch(r"(-?\d+(?:\.\d+)?)(%|~.+)?", written):
        number = float(found[1]) if "." in found[1] or found[2] == "%" else int(found[1])
        cell.value = number / 100 if found[2] == "%" else number
        if found[2]:
            cell.number_format = "0.0%" if found[2] == "%" else found[2][1:]
    elif written.startswith("'"):
        cell.value, cell.data_type = written[1:], "s"
    else:
        cell.value = written


def repacked(data: bytes, parts: dict[str, bytes] | None = None) -> bytes:
    """The same package with fixed times, and with parts that are changed or added."""
    given = parts or {}
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as package, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in dict.fromkeys([*package.namelist(), *given]):
            content = given[name] if name in given else package.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2026-01-01T00:00:00Z", content)
            made.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return out.getvalue()
