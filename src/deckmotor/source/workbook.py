"""Sheets of a workbook (XLSX, ECMA-376 part 1, 18) to rows of texts with their places, as those of comma-separated text are.

What stands in a cell is what Excel last stored: a formula is never computed. Numbers and dates are written as programs do
(`1250.5`, `2026-05-04`). openpyxl reads the cells; what it is given has been looked at (`archive`).
"""

import re
import warnings
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from xml.etree.ElementTree import iterparse

from msgspec import Struct
from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.worksheet._reader import FORMULA_TAG, MERGE_TAG, ROW_TAG, WorkSheetParser

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import MOST_PROBLEMS, nearest, problem
from deckmotor.source.archive import NoWorkbookError, checked
from deckmotor.source.area import Area, area_of
from deckmotor.source.cells import Cells, Row, Wanted
from deckmotor.source.nodes import Scalar
from deckmotor.span import CellSpan

MOST_CELLS = 100_000
"""Of one sheet."""

_Found = dict[int, dict[int, tuple[str, str]]]
"""By row and column: the text of a cell, and what is wrong with it as the code of a problem."""


class _Sheet(Struct):
    """What a sheet holds."""

    cells: _Found
    merged: list[Area]
    full: bool = False
    """Whether it has more cells than are read."""


def read_workbook(data: bytes, wanted: Wanted) -> Cells:
    """The cells of a sheet, or of a range in it; what can't be read is told where the deck names it, or at the cell."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Of what openpyxl does not keep; nothing is written here.
            return _read(data, wanted)
    except NoWorkbookError as error:
        hints = ("save it as a workbook of Excel (.xlsx), or the sheet as CSV",) if error.instead else ()
        return _none(problem("no-workbook", wanted.named.span, hints=hints, path=wanted.path, reason=error.reason))
    except (MemoryError, RecursionError):
        raise
    except Exception:  # Whatever a library stumbles over in a stranger's file, the file is at fault.
        return _none(
            problem("no-workbook", wanted.named.span, path=wanted.path, reason="damaged: its parts do not fit together")
        )


def _none(*problems: Diagnostic) -> Cells:
    return Cells((), ",", problems)


def _read(data: bytes, wanted: Wanted) -> Cells:
    area = Area()
    if wanted.range is not None:
        found = area_of(wanted.range)
        if isinstance(found, Diagnostic):
            return _none(found)
        area = found
    book = load_workbook(checked(data), read_only=True, data_only=True, keep_links=False)
    title = _title(book, wanted)
    if isinstance(title, Diagnostic):
        return _none(title)
    sheet = _sheet(book, book[title], area, wanted)
    if sheet.full:
        hints = () if wanted.range is not None else ("name the cells that are meant: `range: A1:F30`",)
        return _none(problem("too-many-values", wanted.named.span, hints=hints, limit=f"{MOST_CELLS:,}"))
    return _rows(sheet, title, area, wanted)


def _title(book: Any, wanted: Wanted) -> str | Diagnostic:
    """The sheet that is meant: the one that is named, hidden or not, else the first that is seen."""
    sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "_worksheet_path")]
    names = [sheet.title for sheet in sheets]
    if wanted.sheet is not None:
        meant = wanted.sheet.text.strip()
        exact = next((name for name in names if name.strip().casefold() == meant.casefold()), None)
        return exact or problem("no-sheet", wanted.sheet.span, hints=nearest(meant, names), name=meant, path=wanted.path)
    seen = [sheet.title for sheet in sheets if sheet.sheet_state == "visible"]
    if not names:
        return problem("no-workbook", wanted.named.span, path=wanted.path, reason="a workbook without a sheet of cells")
    return str((seen or names)[0])


class _Parser(WorkSheetParser):
    """openpyxl's, which also notes the formulas that have no value stored."""

    def __init__(self, source: Any, book: Any, sheet: Any) -> None:
        super().__init__(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )

    def parse_cell(self, element: Any) -> Any:
        """The cell as openpyxl has it."""
        cell = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None and element.get("t") != "str":
            return {**cell, "value": element.findtext(FORMULA_TAG) or "", "data_type": "f"}
        return cell


def _sheet(book: Any, sheet: Any, area: Area, wanted: Wanted) -> _Sheet:
    found = _Sheet({}, [])
    count = 0
    with sheet._get_source() as source:
        parser: Any = _Parser(source, book, sheet)
        for _, element in iterparse(source):  # It has no entities: `archive` has looked.
            if element.tag == MERGE_TAG:
                found.merged = [Area.of(str(one.get("ref"))) for one in element]
            elif element.tag == ROW_TAG:
                number, cells = parser.parse_row(element)
                element.clear()
                texts = {cell["column"]: _text(cell, sheet, wanted) for cell in cells if cell["value"] is not None}
                if number <= area.bottom and texts:
                    found.cells[number] = texts
                    count += len(texts)
                if count > MOST_CELLS:
                    found.full = True
                    return found
    return found


def _rows(sheet: _Sheet, title: str, area: Area, wanted: Wanted) -> Cells:
    """The rows of an area that are not empty, from the first column that has something in it."""
    _spread(sheet, area)
    rows: list[Row] = []
    problems: list[Diagnostic] = []
    kept = {number: sheet.cells[number] for number in sorted(sheet.cells) if area.top <= number <= area.bottom}
    inside = {
        number: {at: cell for at, cell in cells.items() if area.left <= at <= area.right} for number, cells in kept.items()
    }
    inside = {number: cells for number, cells in inside.items() if any(text for text, _ in cells.values())}
    first = min((min(cells) for cells in inside.values()), default=1)
    if sum(max(cells) - first + 1 for cells in inside.values()) > MOST_CELLS:
        hints = ("name the cells that are meant: `range: A1:F30`",)
        return _none(problem("too-many-values", wanted.named.span, hints=hints, limit=f"{MOST_CELLS:,}"))
    for number, cells in inside.items():
        row = []
        for at in range(first, max(cells) + 1):
            text, code = cells.get(at, ("", ""))
            span = CellSpan(file=wanted.path, line=number, column=at, sheet=title)
            if code and len(problems) < MOST_PROBLEMS:
                problems.append(problem(code, span, text=text))
            row.append(Scalar("" if code else text, span, bool(text)))
        rows.append(tuple(row))
    if not rows and wanted.range is not None:
        problems.append(problem("empty-range", wanted.range.span, range=wanted.range.text.strip(), sheet=title))
    merged = [one for one in sheet.merged if (one.left, one.top) != (one.right, one.bottom)]
    return Cells(tuple(rows), ",", tuple(problems), tuple([one for one in merged if _meets(one, area)]))


def _meets(one: Area, area: Area) -> bool:
    across = one.left <= area.right and area.left <= one.right
    return across and one.top <= area.bottom and area.top <= one.bottom


def _spread(sheet: _Sheet, area: Area) -> None:
    """Cells that are merged downwards: each row has the value that stands in the first of them."""
    left = MOST_CELLS
    last = min(area.bottom, max(sheet.cells, default=0))
    for one in sheet.merged:
        value = sheet.cells.get(one.top, {}).get(one.left)
        for number in range(one.top + 1, min(one.bottom, last) + 1):
            left -= 1
            if left < 0:
                return
            if value is not None and number in sheet.cells:
                sheet.cells[number].setdefault(one.left, value)


# What stands in a cell


def _text(cell: dict[str, Any], sheet: Any, wanted: Wanted) -> tuple[str, str]:
    """The text of a cell that holds something, and the code of what is wrong with it."""
    value, kind = cell["value"], cell["data_type"]
    if kind == "f":
        return f"={value}", "formula-unsaved"
    if kind == "e":
        return str(value), "cell-error"
    if isinstance(value, bool):
        return ("true" if value else "false"), ""
    if isinstance(value, int | float):
        return _number(value, str(ReadOnlyCell(sheet, **cell).number_format), wanted)
    if not isinstance(value, str):
        return _moment(value), ""
    text = re.sub(r"_x000[dD]_|\r\n?", "\n", value).strip() if "_x" in value or "\r" in value else value.strip()
    if re.fullmatch(r"[-+−]?[\d \u00a0\u202f]*\d,\d+", text) and not re.fullmatch(r"[-+−]?[1-9]\d{0,2},\d{3}", text):
        text = text.replace(",", ".")  # A number that was typed as a text, where decimals have a comma.
    return text, ""


def _number(value: float, code: str, wanted: Wanted) -> tuple[str, str]:
    """A number as programs write it, with the 15 digits that Excel keeps."""
    if value != value or value in (float("inf"), float("-inf")):
        return "#NUM!", "cell-error"
    shape = re.sub(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', "", code.split(";")[0])
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    if re.fullmatch("00+", shape) and exact == exact.to_integral_value() and exact >= 0:
        return f"{int(exact):0{len(shape)}d}", ""  # A code: 0180.
    percent = "%" in shape
    exact *= 100 if percent else 1
    if wanted.as_shown and (decimals := _decimals(shape)) is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    plain = f"{exact:f}"
    if "." in plain and not (wanted.as_shown and _decimals(shape)):
        plain = plain.rstrip("0").rstrip(".")
    return (f"{plain} %" if percent and not wanted.bare else plain), ""


def _decimals(shape: str) -> int | None:
    """How many decimals a format shows; None where it shows as many as there are (ECMA-376 part 1, 18.8.31)."""
    if not re.search("[0#?]", shape) or re.search("[eE/]", shape) or "General" in shape:
        return None
    found = re.search(r"[0#?]*\.([0#?]*)", shape)
    return len(found[1]) if found else 0


def _moment(value: Any) -> str:
    """A date, a time, or a length of time."""
    text = str(value.isoformat(sep=" ") if hasattr(value, "date") else value)
    text = text.removesuffix(" 00:00:00")
    return re.sub(r"(\d?\d:\d\d):00$", r"\1", text.partition(".")[0])
