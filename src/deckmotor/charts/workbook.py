"""The workbook inside a chart: what "Edit data" opens (SpreadsheetML, ECMA-376 part 1, 18).

One sheet, names in the first column, a series in each further one. Always the same bytes for the same data.
"""

from collections.abc import Sequence

from deckmotor.ooxml.names import REL_DOCUMENT, RELATIONS
from deckmotor.ooxml.package import Part, make_part, write_package
from deckmotor.ooxml.relationships import Relationships
from deckmotor.ooxml.xml import attribute, document, escape

SHEET = "Sheet1"
"""The sheet's name in the formulas of the chart."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_BOOK = "xl/workbook.xml"

_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)

Value = str | float | None
"""A cell: a text, a number, or nothing."""


def workbook(rows: Sequence[Sequence[Value]]) -> bytes:
    """The .xlsx file of a table. Its first row names the series, its first column the categories."""
    return write_package(_parts(rows))


def column(number: int) -> str:
    """The letters of a column, the first being 0: A, B, … Z, AA."""
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def area(first_column: int, first_row: int, last_row: int) -> str:
    """The formula of some cells of one column; rows and columns are counted from 0."""
    name = column(first_column)
    begin = f"{SHEET}!${name}${first_row + 1}"
    return begin if first_row == last_row else f"{begin}:${name}${last_row + 1}"


def number(value: float) -> str:
    """A number as files write it: as short as it reads back the same."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


def _parts(rows: Sequence[Sequence[Value]]) -> list[Part]:
    sheet = f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets>'
    book = f'<workbook xmlns="{_MAIN}" xmlns:r="{RELATIONS}">{sheet}</workbook>'
    root, inner = Relationships(""), Relationships(_BOOK)
    root.part(REL_DOCUMENT, _BOOK)
    inner.part(f"{RELATIONS}/worksheet", "xl/worksheets/sheet1.xml")
    inner.part(f"{RELATIONS}/styles", "xl/styles.xml")
    return [
        root.to_part(),
        make_part(_BOOK, f"{_TYPES}.sheet.main+xml", document(book)),
        inner.to_part(),
        make_part("xl/worksheets/sheet1.xml", f"{_TYPES}.worksheet+xml", document(_sheet(rows))),
        make_part("xl/styles.xml", f"{_TYPES}.styles+xml", document(_STYLES)),
    ]


def _sheet(rows: Sequence[Sequence[Value]]) -> str:
    written = []
    for at, row in enumerate(rows, 1):
        cells = "".join(_cell(f"{column(index)}{at}", value) for index, value in enumerate(row))
        written.append(f'<row r="{at}">{cells}</row>')
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(written)}</sheetData></worksheet>'


def _cell(place: str, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{attribute(place)}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{number(value)}</v></c>'
