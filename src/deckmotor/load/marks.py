"""Cells over several columns or rows in a table that is written with pipes: `<` goes on from the left, `^` from above.

| Kommun | 2024    | <   |
| ^      | Kvinnor | Män |
"""

from msgspec import Struct

from deckmotor.load.chosen import Reading
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence


class _Over(Struct):
    """A cell, and over how many columns and rows it goes."""

    cell: Scalar
    row: int
    column: int
    columns: int = 1
    rows: int = 1


def is_mark(cell: Node) -> bool:
    """Whether a cell only says that another goes on there. A value is text, whatever it is."""
    return isinstance(cell, Scalar) and cell.text in ("<", "^") and not cell.puts and not cell.quoted


def with_merged(rows: list[Sequence], reading: Reading) -> list[Sequence]:
    """The rows without these marks, and with the cells that go on there in the long form; as they are where that is told."""
    found: list[list[_Over]] = []
    told = len(reading.found)
    for number, row in enumerate(rows):
        overs: list[_Over] = []
        above = found[-1] if found else []
        for column, cell in enumerate(row.items):
            assert isinstance(cell, Scalar), "cells are texts"
            over = _from(cell, overs, above, column) if is_mark(cell) else None
            if is_mark(cell) and over is None:
                reading.report("mark-alone", cell, mark=cell.text)
            overs.append(over or _Over(cell, number, column))
            if over is not None:
                over.columns = max(over.columns, column - over.column + 1)
                over.rows = max(over.rows, number - over.row + 1)
        found.append(overs)
    _tell_uneven(found, reading)
    if len(reading.found) > told:
        return rows
    return [
        Sequence(tuple(_written(overs, number)), row.span) for number, (row, overs) in enumerate(zip(rows, found, strict=True))
    ]


def _from(mark: Scalar, left: list[_Over], above: list[_Over], column: int) -> _Over | None:
    """The cell that goes on at a mark."""
    if mark.text == "<":
        return left[-1] if left else None
    return above[column] if column < len(above) else None


def _tell_uneven(found: list[list[_Over]], reading: Reading) -> None:
    """A cell is a rectangle: where a mark of it is missing, that is told once."""
    counts: dict[int, int] = {}
    for row in found:
        for over in row:
            counts[id(over)] = counts.get(id(over), 0) + 1
    told: set[int] = set()
    for row in found:
        for over in row:
            if counts[id(over)] != over.columns * over.rows and id(over) not in told:
                told.add(id(over))
                reading.report("marks-uneven", over.cell, columns=str(over.columns), rows=str(over.rows))


def _written(overs: list[_Over], number: int) -> list[Node]:
    """A row's own cells."""
    cells: list[Node] = []
    for column, over in enumerate(overs):
        if (over.row, over.column) != (number, column):
            continue
        at = over.cell.span
        counts = [(key, count) for key, count in (("columns", over.columns), ("rows", over.rows)) if count > 1]
        sizes = [(Scalar(key, at), Scalar(str(count), at)) for key, count in counts]
        cells.append(Mapping(((Scalar("text", at), over.cell), *sizes), at) if sizes else over.cell)
    return cells
