"""Workbooks: what stands in their cells, what is no workbook, and that a hostile one costs little time and memory."""

import io
import resource
import struct
import time
import zipfile

import pytest

from deckmotor.source.cells import Cells, Wanted
from deckmotor.source.nodes import Scalar
from deckmotor.source.table import read_cells
from deckmotor.span import Span
from tests.workbooks import repacked, workbook

HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

SHEET = "xl/worksheets/sheet1.xml"

SMALL = workbook("== Blad1\nkommun;antal\nKalix;3\n")


def scalar(text: str) -> Scalar:
    return Scalar(text, Span("deck.yaml"))


def read(data: bytes, *, as_shown: bool = False, bare: bool = False, sheet: str = "", range: str = "") -> Cells:
    wanted = Wanted(
        named=scalar("data.xlsx"), path="data.xlsx", sheet=scalar(sheet) if sheet else None,
        range=scalar(range) if range else None, as_shown=as_shown, bare=bare,
    )  # fmt: skip
    return read_cells(data, wanted)


def texts(cells: Cells) -> list[list[str]]:
    return [[cell.text for cell in row] for row in cells.rows]


STORED = {
    "12": "12", "12.5": "12.5", "-0.25": "-0.25", "1e3": "1e3", "42%": "42 %", "42.5%": "42.5 %", "0.1234567": "0.1234567",
    "TRUE": "true", "FALSE": "false", "2026-05-04": "2026-05-04", "2026-05-04 13:30": "2026-05-04 13:30", "0180_": "0180",
    "'12,5": "12.5", "'1,250": "1,250", "'0180": "0180", "1.239~0.0": "1.239", "1234.5~#,##0": "1234.5", "Åre": "Åre",
    '3~0" st"': "3", "0.3~0%": "30 %", "7~[Red]0.00": "7",
}  # fmt: skip
SHOWN = {"1.239~0.0": "1.2", "1.25~0.0": "1.3", "1234.5~#,##0": "1235", "0.4256~0%": "43 %", "2~0.00": "2.00", "2.5": "2.5"}


@pytest.mark.parametrize(("written", "expected"), STORED.items())
def test_what_a_cell_stores(written: str, expected: str) -> None:
    assert texts(read(workbook(f"== B\nx\n{written}\n")))[1:] == [[expected]]


@pytest.mark.parametrize(("written", "expected"), SHOWN.items())
def test_what_a_cell_shows(written: str, expected: str) -> None:
    assert texts(read(workbook(f"== B\nx\n{written}\n"), as_shown=True))[1:] == [[expected]]


def test_percentages_without_their_sign() -> None:
    assert texts(read(workbook("== B\nx\n42.5%\n"), bare=True))[1:] == [["42.5"]]


def test_the_first_sheet_that_is_seen_and_a_hidden_one_by_its_name() -> None:
    data = workbook("== Dold hidden\nhemlig\n1\n== Öppen\nsynlig\n2\n")
    assert texts(read(data)) == [["synlig"], ["2"]]
    assert texts(read(data, sheet="dold")) == [["hemlig"], ["1"]]


MERGED = workbook("== B\nRubrik\nlän;kommun;antal\nN;Kalix;1\n;Luleå;2\n\n;Sala;3\nmerge A3:A4\nmerge A1:C1\n")


@pytest.mark.parametrize(
    ("range", "expected"),
    [
        ("A2:C6", [["län", "kommun", "antal"], ["N", "Kalix", "1"], ["N", "Luleå", "2"], ["", "Sala", "3"]]),
        ("b2:c4", [["kommun", "antal"], ["Kalix", "1"], ["Luleå", "2"]]),
        ("$A$2:$A$4", [["län"], ["N"], ["N"]]),
        ("B:B", [["kommun"], ["Kalix"], ["Luleå"], ["Sala"]]),
        ("B4", [["Luleå", "2"], ["Sala", "3"]]),
        ("A4:A4", [["N"]]),
    ],
)
def test_ranges_merged_cells_and_empty_rows(range: str, expected: list[list[str]]) -> None:
    assert texts(read(MERGED, range=range)) == expected


def test_each_cell_knows_its_place() -> None:
    cells = read(MERGED, range="B2:C6")
    assert [str(row[1].span) for row in cells.rows] == [f"data.xlsx!B:C{row}" for row in (2, 3, 4, 6)]


def bomb() -> bytes:
    """A sheet of 65 MB of spaces, in 65 kB."""
    return repacked(SMALL, {SHEET: f"{HEAD}<sheetData/></worksheet>".encode() + b" " * 65_000_000})


def lying() -> bytes:
    """The same, which says that it is small."""
    real = bomb()
    return real.replace(struct.pack("<I", 65_000_000 + len(f"{HEAD}<sheetData/></worksheet>")), struct.pack("<I", 5_000))


def many_cells() -> bytes:
    return repacked(SMALL, {SHEET: f"{HEAD}<sheetData><row r='1'>{'<c/>' * 8_000_000}</row></sheetData></worksheet>".encode()})


def dimension() -> bytes:
    """It says that it has 10^10 cells, and has a few at its corners."""
    corners = "".join(
        f'<row r="{row}"><c r="A{row}"><v>1</v></c><c r="XFD{row}"><v>2</v></c></row>'
        for row in (1, 2, 3, *range(1_048_500, 1_048_577))
    )
    return repacked(
        SMALL, {SHEET: f'{HEAD}<dimension ref="A1:XFD1048576"/><sheetData>{corners}</sheetData></worksheet>'.encode()}
    )


def merges() -> bytes:
    """Merged cells over each other, each over the whole sheet."""
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 3_001))
    merged = '<mergeCell ref="A1:XFD1048576"/>' * 8_000
    return repacked(
        SMALL, {SHEET: f"{HEAD}<sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>".encode()}
    )


def entities() -> bytes:
    """A billion laughs."""
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    sheet = f'<!DOCTYPE x [<!ENTITY a0 "ha">{names}]>{HEAD}<sheetData><row><c><v>&a9;</v></c></row></sheetData></worksheet>'
    return repacked(SMALL, {SHEET: sheet.encode()})


def outside() -> bytes:
    """An entity that names a file."""
    sheet = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{HEAD}<sheetData/></worksheet>'
    return repacked(SMALL, {SHEET: sheet.encode("utf-16")})


def styles() -> bytes:
    return repacked(SMALL, {"xl/styles.xml": b"<x>" + b"<xf/>" * 1_100_000 + b"</x>"})


def parts() -> bytes:
    return repacked(SMALL, {f"xl/media/{number}.png": b"" for number in range(3_000)})


def rows(inside: str) -> bytes:
    return repacked(SMALL, {SHEET: f"{HEAD}<sheetData>{inside}</sheetData></worksheet>".encode()})


def kind(content_type: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(SMALL)) as package:
        types = package.read("[Content_Types].xml").decode()
    return repacked(
        SMALL,
        {"[Content_Types].xml": types.replace("openxmlformats-officedocument.spreadsheetml.sheet.main", content_type).encode()},
    )


def package(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return file.getvalue()


HOSTILE = {
    "bomb": (bomb, "too large"),
    "lying about its size": (lying, "damaged"),
    "millions of cells": (many_cells, "too large"),
    "a dimension of ten thousand million cells": (dimension, None),
    "merged over each other": (merges, None),
    "entities": (entities, "declares entities"),
    "an entity from outside": (outside, "declares entities"),
    "styles": (styles, "too large"),
    "many parts": (parts, "too large"),
    "half": (lambda: SMALL[: len(SMALL) // 2], "damaged"),
    "a sheet that is no XML": (lambda: repacked(SMALL, {SHEET: b"<worksheet"}), "do not fit together"),
    "no list of parts": (lambda: package(mimetype=b"x"), "a zip file with something else"),
    "a cell of nowhere": (
        lambda: rows("<row r='1'><c r='Ö1'><v>1</v></c></row>"),
        "do not fit together",
    ),
    "a string of nowhere": (
        lambda: rows("<row><c t='s'><v>99</v></c></row>"),
        "do not fit together",
    ),
    "old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xls"),
    "locked": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "locked with a password",
    ),
    "with macros": (lambda: kind("ms-excel.sheet.macroEnabled.main"), ".xlsm"),
    "ods": (lambda: package(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), ".ods"),
    "plain text": (lambda: b"kommun;antal\n", "no workbook"),
    "nothing": (lambda: b"", "no workbook"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_told_in_bounded_time(name: str) -> None:
    make, reason = HOSTILE[name]
    data = make()
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    cells = read(data)
    assert time.process_time() - start < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000  # KiB
    told = [one.message for one in cells.problems]
    if reason is None:
        assert cells.rows or told
    else:
        assert cells.rows == ()
        assert len(told) == 1
        assert reason in told[0]


def test_links_to_other_workbooks_are_not_followed() -> None:
    linked = f'{HEAD}<sheetData><row r="1"><c r="A1"><f>[1]B!A1</f><v>7</v></c></row></sheetData></worksheet>'
    assert texts(read(repacked(SMALL, {SHEET: linked.encode()}))) == [["7"]]
