"""Merged cells of a workbook: on a slide they are merged too, where what they cover stands together there.

Where it does not (rows are sorted apart, columns are left out), each row has the value by itself, and that is told once.
"""

from collections.abc import Sequence

from msgspec import Struct

from deckmotor.load.source import Source
from deckmotor.source.area import Area
from deckmotor.source.cells import Row
from deckmotor.source.nodes import Mapping, Node, Scalar
from deckmotor.source.nodes import Sequence as Listed

MOST = 1_000
"""Merged cells of one sheet that are looked at."""

WIDEST = 1_000
"""Columns of a table that merged cells name."""


# Names of columns


class Names(Struct, frozen=True):
    """The names of columns."""

    row: Row
    over: tuple[Row, ...]
    """The two rows that they stand in, where a cell of the first goes over several columns; else none."""
    rest: tuple[Row, ...]
    """The rows below."""


def named(first: Row, rest: tuple[Row, ...], merged: Sequence[Area]) -> Names:
    """The names of columns, each with what stands over it: `Hösten 2025 Kvinnor`.

    A cell over several columns is of a header of two rows if the second names nothing else; if not, its columns are numbered.
    """
    line, left = first[0].span.line, first[0].span.column
    right = left + WIDEST - 1
    wide = [area for area in merged[:MOST] if area.top == line and area.right > area.left >= left and area.right <= right]
    if not wide:
        return Names(first, (), rest)
    width = max(len(first), max(area.right for area in wide) - left + 1)
    first = _as_long(first, width)
    over = {at: area.left - left for area in wide for at in range(area.left - left, area.right - left + 1)}
    second = _as_long(rest[0], width) if rest else ()
    deep = {area.left - left for area in merged[:MOST] if area.top == line < area.bottom}
    if second and all(at in over or at in deep or not second[at].text.strip() for at in range(width)):
        is_title = len(set(over.values())) == 1 and len(over) == width
        row = tuple([cell if is_title else _both(first[over.get(at, at)], cell) for at, cell in enumerate(second)])
        return Names(row, (first, second), rest[1:])
    return Names(tuple([_numbered(first, at, over.get(at, at)) for at in range(width)]), (), rest)


def _both(above: Scalar, below: Scalar) -> Scalar:
    one, two = above.text.strip(), below.text.strip()
    return Scalar(one if two in ("", one) else f"{one} {two}".strip(), below.span, True)


def _numbered(names: Row, at: int, first: int) -> Scalar:
    if at == first:
        return names[at]
    return Scalar(f"{names[first].text.strip()} {at - first + 1}", names[at].span, True)


def _as_long(row: Row, width: int) -> Row:
    return (*row, *(Scalar("", row[-1].span) for _ in range(width - len(row))))


# Cells


class Cover(Struct, frozen=True):
    """What of a merged cell is shown."""

    area: Area
    rows: tuple[int, ...]
    """Which of the shown rows, from 0."""
    columns: tuple[int, ...]
    first: bool
    """Whether its value is among it, before all others."""

    @property
    def stands_together(self) -> bool:
        """Whether it can be one cell."""
        return self.first and all(own == tuple(range(own[0], own[0] + len(own))) for own in (self.rows, self.columns))

    @property
    def is_wide(self) -> bool:
        """Whether it goes over several columns in the file."""
        return self.area.right > self.area.left

    @property
    def name(self) -> str:
        """As a spreadsheet names it: `B3:C4`."""
        return f"{_letters(self.area.left)}{self.area.top}:{_letters(self.area.right)}{self.area.bottom}"


def covers(source: Source, rows: Sequence[Row], columns: Sequence[int]) -> list[Cover]:
    """The merged cells of which more than one cell is shown, or not the first. `columns` are places in the file's rows."""
    left = source.names[0].span.column
    lines, places = [row[0].span.line for row in rows], [left + at for at in columns]
    found = []
    for area in source.merged[:MOST]:
        own_rows = tuple([at for at, line in enumerate(lines) if area.top <= line <= area.bottom])
        own = tuple([at for at, column in enumerate(places) if area.left <= column <= area.right])
        first = bool(own) and places[own[0]] == area.left
        if own_rows and own and (len(own_rows) * len(own) > 1 or not first):
            found.append(Cover(area, own_rows, own, first))
    return found


def without_wide(rows: Sequence[Row], found: Sequence[Cover], columns: Sequence[int]) -> tuple[Row, ...]:
    """The rows, empty where a cell goes over several columns: what it says is no number of one of these."""
    made = list(rows)
    for cover in found:
        if cover.is_wide and cover.stands_together:
            place = columns[cover.columns[0]]
            for at in cover.rows:
                made[at] = (*made[at][:place], Scalar("", made[at][place].span), *made[at][place + 1 :])
    return tuple(made)


def joined(cells: Sequence[Sequence[Scalar]], found: Sequence[Cover], texts: Sequence[Row]) -> list[Node]:
    """Rows of cells, those that are merged being one. `texts` are what stands in the file, which wide ones say."""
    hidden: set[tuple[int, int]] = set()
    made: dict[tuple[int, int], Node] = {}
    for cover in found:
        spots = {(row, column) for row in cover.rows for column in cover.columns}
        begin = cover.rows[0], cover.columns[0]
        if cover.stands_together and not hidden & spots:
            hidden |= spots
            cell = texts[begin[0]][begin[1]] if cover.is_wide else cells[begin[0]][begin[1]]
            parts = (("columns", len(cover.columns)), ("rows", len(cover.rows)))
            counts = [(Scalar(key, cell.span), Scalar(str(count), cell.span)) for key, count in parts]
            made[begin] = Mapping(((Scalar("text", cell.span), cell), *counts), cell.span)
    listed: list[Node] = []
    for number, row in enumerate(cells):
        spots_of = [(number, at) for at in range(len(row))]
        kept = [made.get(spot, row[spot[1]]) for spot in spots_of if spot in made or spot not in hidden]
        listed.append(Listed(tuple(kept), row[0].span))
    return listed


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
