"""Columns of unequal width, on the columns of the grid."""

from collections.abc import Sequence
from itertools import combinations, product

from deckmotor.style import Box
from deckmotor.theme.grid import COLUMNS, GUTTER, Grid

LEAST = 2
"""Columns of the grid that one of them takes at least."""

MOST_MOVED = 2
"""Columns of the grid that a word which is too wide for its column may take from others."""


def spans(widths: Sequence[int]) -> tuple[int, ...]:
    """How many columns of the grid each takes, all of them together: as near to its share as whole ones come."""
    whole = sum(widths)
    shares = [width * COLUMNS / whole for width in widths]
    taken = [max(LEAST, int(share)) for share in shares]
    while sum(taken) != COLUMNS:
        more = 1 if sum(taken) < COLUMNS else -1
        may = [at for at in range(len(taken)) if more > 0 or taken[at] > LEAST]
        taken[max(may, key=lambda at: (shares[at] - taken[at]) * more)] += more
    return tuple(taken)


def nearby(asked: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Those spans, and then others that are little different: what is wider stays wider, what is alike stays alike."""
    ways = [way for way in product(range(LEAST, COLUMNS), repeat=len(asked)) if sum(way) == COLUMNS and _is_like(way, asked)]
    return sorted(ways, key=lambda way: moved(way, asked))


def _is_like(way: tuple[int, ...], asked: tuple[int, ...]) -> bool:
    """Whether spans stand to each other as others do, and few columns of the grid have changed hands."""
    alike = all(
        (a < b, a == b) == (c < d, c == d) for (a, b), (c, d) in zip(combinations(way, 2), combinations(asked, 2), strict=True)
    )
    return alike and moved(way, asked) <= MOST_MOVED


def moved(way: tuple[int, ...], asked: tuple[int, ...]) -> int:
    """How many columns of the grid have changed hands."""
    return sum(abs(one - other) for one, other in zip(way, asked, strict=True)) // 2


def unequal(taken: Sequence[int], page: tuple[int, int], top: int, height: int) -> list[Box]:
    """The boxes of columns on a page of a width and height, EMU. Like equal ones they keep a gutter free at their right.

    `taken` is how many columns of the grid each takes.
    """
    boxes, first = [], 1
    for span in taken:
        box = Grid(*page).box(first, span, top, top + height)
        boxes.append(Box(box.x, top, box.width - GUTTER, height))
        first += span
    return boxes
