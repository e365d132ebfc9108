"""Columns of unequal width, on the columns of the grid."""

from collections.abc import Sequence

from deckmotor.style import Box
from deckmotor.theme.grid import COLUMNS, GUTTER, Grid

LEAST = 2
"""Columns of the grid that one of them takes at least."""


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


def unequal(widths: Sequence[int], page: tuple[int, int], top: int, height: int) -> list[Box]:
    """The boxes of columns on a page of a width and height, EMU. Like equal ones they keep a gutter free at their right."""
    boxes, first = [], 1
    for span in spans(widths):
        box = Grid(*page).box(first, span, top, top + height)
        boxes.append(Box(box.x, top, box.width - GUTTER, height))
        first += span
    return boxes
