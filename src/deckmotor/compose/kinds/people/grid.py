"""Where portraits and the words at them stand: in cells of one size, each portrait above its words or to their left.

Pure geometry, in EMU: how high words are in a width comes from outside.
"""

from collections.abc import Iterator

from msgspec import Struct

from deckmotor.style import Box
from deckmotor.theme.grid import GUTTER
from deckmotor.units import points

AIR, ASIDE, AFTER, ROW = points(12), points(16), points(8), points(20)
"""Between a portrait and the words below it, and those beside it; after words below it, beside the gutter; between two rows."""

UPRIGHT = 7 / 9
"""Width over height of a portrait that may be as high as it likes."""

NARROWEST = points(104)
"""A cell."""

MOST_COLUMNS = 4

HALF = 0.5
"""Share of its cell that a portrait takes at most which words stand beside."""


class Cell(Struct, frozen=True):
    """A person's place."""

    portrait: Box
    words: Box


class Way(Struct, frozen=True):
    """How all of them stand."""

    columns: int
    rows: int
    beside: bool
    """Whether words stand beside their portrait."""

    def cell(self, area: Box) -> tuple[int, int]:
        """Width and height of each cell in an area."""
        width = (area.width - (self.columns - 1) * GUTTER) // self.columns
        return width, (area.height - (self.rows - 1) * ROW) // self.rows


def ways(count: int, area: Box) -> Iterator[Way]:
    """All ways to place so many in an area."""
    for columns in range(min(count, MOST_COLUMNS), 0, -1):
        rows = -(-count // columns)
        if columns > 1 and (columns != -(-count // rows) or Way(columns, rows, False).cell(area)[0] < NARROWEST):
            continue  # With fewer columns there are as many rows.
        yield Way(columns, rows, beside=False)
        yield Way(columns, rows, beside=True)


Size = tuple[int, int]
"""Width and height."""


def portrait(way: Way, cell: Size, words: int, most: int, *, square: bool) -> Size:
    """The largest portrait in a cell at words of a height; at most `most` high."""
    width, height = cell
    if way.beside:
        high = min(height, most)
        return (min(high, round(width * HALF)),) * 2 if square else _upright(round(width * HALF), high)
    high = min(height - words - AIR, most)
    return (min(width, high),) * 2 if square else _upright(width, high)


def _upright(width: int, height: int) -> Size:
    """As wide as there is room, where it is no wider than high then; else of its own shape."""
    high = min(height, round(width / UPRIGHT))
    return (width, high) if width <= high else (round(high * UPRIGHT), high)


def cells(way: Way, count: int, area: Box, size: Size, words: int) -> tuple[Cell, ...]:
    """The places of all, row by row; `words` is how high the highest are. Beside each other, both stand about one middle."""
    width, height = way.cell(area)
    high = max(size[1], words)
    made = []
    for at in range(count):
        x, y = area.x + (width + GUTTER) * (at % way.columns), area.y + (height + ROW) * (at // way.columns)
        box = Box(x, y + (high - size[1]) // 2 if way.beside else y, *size)
        if way.beside:
            left = box.right + ASIDE
            made.append(Cell(box, Box(left, y, x + width - left, high)))
        else:
            made.append(Cell(box, Box(x, box.bottom + AIR, width - AFTER, y + height - box.bottom - AIR)))
    return tuple(made)
