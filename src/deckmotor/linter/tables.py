"""Rules on tables (ECMA-376 part 1, §21.1.3): as many cells as columns, and every covered cell marked."""

from xml.etree.ElementTree import Element

from deckmotor.linter.elements import is_guid
from deckmotor.linter.found import Findings, found
from deckmotor.linter.names import tag
from deckmotor.linter.table_styles import BUILT_IN

_TRUE = frozenset(("1", "true"))
_Grid = list[list[Element]]


def check_table(table: Element, styles: frozenset[str]) -> Findings:
    """One table. `styles` are the ids of the styles that the package defines."""
    columns = len(table.findall(f"{tag('a:tblGrid')}/{tag('a:gridCol')}"))
    rows = table.findall(tag("a:tr"))
    grid: _Grid = [row.findall(tag("a:tc")) for row in rows]
    even = True
    for row, cells in zip(rows, grid, strict=True):
        if len(cells) != columns:
            even = False
            yield found("package-table-cells", row, found=len(cells), wanted=columns)
        for cell in cells:
            if cell.find(tag("a:txBody")) is None:
                yield found("package-cell-without-paragraph", cell)
    if even:
        yield from _spans(grid, columns)
    yield from _style(table, styles)


def _spans(grid: _Grid, columns: int) -> Findings:
    covered: set[Element] = set()
    for line, cells in enumerate(grid):
        for column, cell in enumerate(cells):
            if cell in covered or _marked(cell, "hMerge") or _marked(cell, "vMerge"):
                continue
            wide, high = _span(cell, "gridSpan"), _span(cell, "rowSpan")
            if column + wide > columns or line + high > len(grid):
                yield found("package-table-span", cell, reason="a cell reaches past the edge of the table")
            else:
                yield from _under(cell, [row[column : column + wide] for row in grid[line : line + high]], covered)
    for cells in grid:
        for cell in cells:
            if cell not in covered and (_marked(cell, "hMerge") or _marked(cell, "vMerge")):
                yield found("package-table-span", cell, reason="a cell is marked as covered, but none covers it")


def _under(cell: Element, area: _Grid, covered: set[Element]) -> Findings:
    """The cells under a wide one, which are then covered. Ends at the first that lies under two: no cell is met twice."""
    for below, row in enumerate(area):
        for right, inner in enumerate(row):
            if inner is cell:
                continue
            if inner in covered:
                yield found("package-table-span", inner, reason="a cell lies under two wider ones")
                return
            covered.add(inner)
            if (right and not _marked(inner, "hMerge")) or (below and not _marked(inner, "vMerge")):
                yield found("package-table-span", inner, reason="a cell lies under a wider one, but is not marked so")


def _marked(cell: Element, name: str) -> bool:
    return cell.get(name) in _TRUE


def _span(cell: Element, name: str) -> int:
    text = cell.get(name, "1")
    # Numbers that are none have a rule of their own, and no table has a million rows.
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _style(table: Element, styles: frozenset[str]) -> Findings:
    element = table.find(f"{tag('a:tblPr')}/{tag('a:tableStyleId')}")
    if element is None:
        return
    name = (element.text or "").strip()
    if not is_guid(name):
        yield found("package-bad-guid", element, value=name)
    elif name.upper() not in styles and name.upper() not in BUILT_IN:
        yield found("package-unknown-table-style", element, id=name)
