"""Tables with cells over several columns or rows: what these need, and where they stand. Lengths are EMU."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace

from deckmotor.compose.kinds.chart.colours import token
from deckmotor.compose.look import Look
from deckmotor.compose.setting import with_lines
from deckmotor.model.cells import extent
from deckmotor.model.tables import Row, Rows, Table
from deckmotor.model.text import Cell as TableCell
from deckmotor.model.text import Text
from deckmotor.scene.page import Cell, Paragraph, TableItem
from deckmotor.style import Align, Line, ParagraphStyle
from deckmotor.typeset.flow import Flow

Sides = Sequence[tuple[int, int]]
"""The insets left and right of the cells of each column."""

Set = Sequence[Sequence[tuple[Paragraph, Flow]]]
"""The texts of a table's cells, and how they flow."""

NO_LINE = 0
"""The width of a line that is not drawn."""


def aligned(aligns: Sequence[Align]) -> Align:
    """How a text stands over columns that are aligned so: where they begin, or in their middle."""
    return "left" if "left" in aligns else "center"


def heading(row: Row, style: ParagraphStyle, look: Look) -> ParagraphStyle:
    """The style of a row's first cell: one over all columns is the name of those below, and looks so."""
    if len(row.cells) < 2 or extent(row.cells[0])[0] < len(row.cells):
        return style
    return replace(style, text=replace(style.text, bold=True, color=token("brand", look)))


def needed(block: Table, rows: Sequence[Sequence[Paragraph]], sides: Sides, width: Callable[[Paragraph], float]) -> list[float]:
    """What each column needs for the widths of its cells; what wider ones need beyond that is shared by their columns."""
    needs = [float(left + right) for left, right in sides]
    wide: list[tuple[int, int, float]] = []
    for row, texts in zip(block.rows, rows, strict=True):
        for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            columns = _width(cell)
            need = width(text) + sides[column][0] + sides[column + columns - 1][1]
            if columns == 1:
                needs[column] = max(needs[column], need)
            else:
                wide.append((columns, column, need))
    for columns, column, need in sorted(wide):
        lacks = need - sum(needs[column : column + columns])
        for one in range(column, column + columns) if lacks > 0 else ():
            needs[one] += lacks / columns
    return needs


def inner_widths(block: Table, widths: Sequence[int], sides: Sides) -> list[list[int]]:
    """How much of its columns each cell has for its text."""
    return [
        [
            sum(widths[column : column + columns]) - sides[column][0] - sides[column + columns - 1][1]
            for column, columns in enumerate(map(_width, row.cells))
        ]
        for row in block.rows
    ]


def heights(block: Table, cells: Set, between: int) -> tuple[int, ...]:
    """The heights of the texts of rows.

    What higher cells need beyond these, and what lies `between` each two, is shared by their rows.
    """
    found: list[int] = []
    high: list[tuple[int, int, int]] = []
    for number, (row, texts) in enumerate(zip(block.rows, cells, strict=True)):
        found.append(0)
        for cell, (_, flow) in zip(row.cells, texts, strict=True):
            if (rows := extent(cell)[1]) > 1 and not _is_covered(cell):
                high.append((rows, number, flow.height))
            else:
                found[-1] = max(found[-1], flow.height)
    for rows, number, height in sorted(high):
        lacks = height - sum(found[number : number + rows]) - between * (rows - 1)
        for one in range(number, number + rows) if lacks > 0 else ():
            found[one] += -(-lacks // rows)
    return tuple(found)


def placed(block: Table, texts: Set, plain: Sequence[Sequence[Cell]], item: TableItem) -> tuple[tuple[Cell, ...], ...]:
    """The cells with their lines in page coordinates, over their columns and rows. `plain` has each in its first alone."""
    tops = list(accumulate(item.heights, initial=item.box.y))
    lefts = list(accumulate(item.widths, initial=item.box.x))
    return tuple(
        [
            tuple(
                [
                    _cell(one, texts[row][column], plain[row][column], (row, column), (lefts[column], tops), item)
                    for column, one in enumerate(line.cells)
                ]
            )
            for row, line in enumerate(block.rows)
        ]
    )


def _cell(
    written: Text, text: tuple[Paragraph, Flow], plain: Cell, at: tuple[int, int], edges: tuple[int, list[int]], item: TableItem
) -> Cell:
    (row, column), (left, tops) = at, edges
    columns, rows = extent(written)
    rule = _rule(written, row, item)
    if not isinstance(written, TableCell):
        return replace(plain, rule=rule)
    low = row + rows == item.header > 1 and rows > 1
    paragraph, flow = text
    free = tops[row + rows] - tops[row] - flow.height
    top = tops[row] + (free - item.insets.bottom if low else free // 2)
    lines = with_lines((paragraph,), flow, left + item.margins(column).left, top)
    return replace(
        plain,
        paragraphs=lines,
        columns=columns,
        rows=rows,
        across=written.across,
        down=written.down,
        low=low,
        rule=rule,
    )


def _rule(written: Text, row: int, item: TableItem) -> Line | None:
    """The line below a cell of a header of two rows: none below its first, but below groups of columns."""
    if item.header < 2 or row > 1:
        return None
    columns, rows = extent(written)
    last = item.header_rule or item.rule
    if row == 1 or rows > 1:
        return last
    group = columns > 1 or (isinstance(written, TableCell) and written.across)
    return item.rule if group else last and replace(last, width=NO_LINE)


def together(rows: Sequence[Row]) -> Iterator[Row | Rows]:
    """The rows, those as one that cells over several of them hold together."""
    end = 0
    held: list[Row] = []
    for number, row in enumerate(rows):
        if number >= end and held:
            yield _held(held)
            held = []
        held.append(row)
        end = max(end, number + max(extent(cell)[1] for cell in row.cells))
    if held:
        yield _held(held)


def _held(rows: Sequence[Row]) -> Row | Rows:
    return rows[0] if len(rows) == 1 else Rows(tuple(rows), rows[0].span)


def _width(cell: Text) -> int:
    """Over how many columns a cell goes; one that is covered says nothing of them."""
    return 1 if _is_covered(cell) else extent(cell)[0]


def _is_covered(cell: Text) -> bool:
    return isinstance(cell, TableCell) and cell.is_covered
