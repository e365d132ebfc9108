"""Cells of a table that cover several columns or rows: how they are written, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta, Struct
from msgspec.structs import replace

from deckmotor.messages import MOST_PROBLEMS
from deckmotor.model.reading import Reading
from deckmotor.model.text import Cell, Text
from deckmotor.span import Span

if TYPE_CHECKING:
    from deckmotor.model.tables import Row, Table

Help = Meta

MOST_COLUMNS, MOST_ROWS = 100, 1000
"""How many a table has at most."""


class WrittenCell(Struct, frozen=True, kw_only=True):
    """A cell over several columns or rows: `{text: 2024, columns: 2}`. Those that it covers are not written."""

    short: ClassVar[str] = "text"
    noun: ClassVar[str] = "cell"

    text: Annotated[Text, Help(description="What it says.", extra={"empty": True})]
    columns: Annotated[int, Help(description="Over how many columns it goes.", ge=1, le=MOST_COLUMNS)] = 1
    rows: Annotated[int, Help(description="Over how many rows it goes.", ge=1, le=MOST_ROWS)] = 1
    id: Annotated[str | None, Help(description="Name by which variants change this cell.")] = None
    span: Span


class Fault(Struct, frozen=True):
    """What is wrong with a row."""

    row: int
    cell: Cell | None
    """The cell that lies on one from above, or goes beyond the last row; None where the row has too few or too many."""
    found: int = 0
    """The columns that the row has, those counted that cells from above cover; or the rows that are left for the cell."""


def spread(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Fault, ...]]:
    """The rows with a cell for every column, those that others cover being marked so; and where that can't be done.

    As in HTML: a cell stands in the first column of its row that none from above covers.
    """
    width = sum(extent(cell)[0] for cell in rows[0].cells)
    above: dict[int, tuple[Text, int, int]] = {}
    made: list[Row] = []
    faults: list[Fault] = []
    for number, row in enumerate(rows):
        placed: list[tuple[Text, int, int]] = []  # With what covers a column, how far right and down of its beginning.
        for cell in (*row.cells, None):
            while len(placed) in above:
                placed.append(above[len(placed)])
            if cell is None or len(placed) > width:
                break
            columns, down = extent(cell)
            if any(len(placed) + right in above for right in range(1, columns)):
                faults.append(Fault(number, _long(cell)))
            elif down > len(rows) - number:
                faults.append(Fault(number, _long(cell), len(rows) - number))
            placed += [(cell, right, 0) for right in range(columns)]
        if len(placed) != width:
            faults.append(Fault(number, None, len(placed)))
        above = {
            column: (cell, right, down + 1) for column, (cell, right, down) in enumerate(placed) if down + 1 < extent(cell)[1]
        }
        made.append(replace(row, cells=tuple([_part(*one) for one in placed])))
    return tuple(made), tuple(faults)


def merged_rule(table: Table, reading: Reading) -> tuple[int, tuple[Row | Cell, ...]]:
    """What must hold of a table with such cells. Gives how many columns it has, and what has ids."""
    rows, faults = spread(table.rows)
    columns = len(rows[0].cells)
    for fault in faults[:MOST_PROBLEMS]:
        row = table.rows[fault.row]
        if fault.cell is None:
            expected = f"cells for {columns} columns, those counted that cells above cover"
            of = f"row {fault.row + 1} of the table"
            reading.report("wrong-length", row.span, of=of, expected=expected, found=fault.found)
        elif fault.found:
            reading.report("cell-beyond", fault.cell.span, rows=fault.cell.rows, found=fault.found)
        else:
            reading.report("cell-over-cell", fault.cell.span)
    if not faults and table.header:
        _check_header(table, reading)
    named = [cell for row in table.rows for cell in row.cells if isinstance(cell, Cell)]
    return columns, (*table.rows, *named)


def _check_header(table: Table, reading: Reading) -> None:
    """No cell of a header goes on among what it names."""
    for number, row in enumerate(table.rows[: table.head]):
        for cell in row.cells:
            if number + extent(cell)[1] > table.head:
                reading.report("cell-of-header", cell.span)


def extent(cell: Text) -> tuple[int, int]:
    """Over how many columns and rows a cell goes."""
    return (cell.columns, cell.rows) if isinstance(cell, Cell) else (1, 1)


def _long(cell: Text) -> Cell:
    assert isinstance(cell, Cell), "others cover nothing"
    return cell


def _part(cell: Text, right: int, down: int) -> Text:
    """What stands in a column: the cell itself, or nothing where it covers another column or row."""
    if not right and not down:
        return cell
    columns, rows = extent(cell)
    return Cell(
        runs=(),
        span=cell.span,
        columns=1 if right else columns,
        rows=1 if down else rows,
        across=right > 0,
        down=down > 0,
    )
