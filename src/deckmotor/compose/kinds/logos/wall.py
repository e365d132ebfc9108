"""How large logos are so that none is larger to the eye than the others, and the cells that they stand in. Pure geometry.

A logo is as large as the root of its area; one of thin lines gets a little more of it than a dense one.
"""

from collections.abc import Iterable, Sequence
from math import sqrt
from statistics import median

from msgspec import Struct

from deckmotor.style import Box
from deckmotor.units import points

GAP = points(18)
"""Between two cells."""

WIDE, HIGH = 0.84, 0.7
"""Shares of its cell that a logo takes at most."""

FLAT = 0.7
"""Height of a cell over its width, at most."""

LOWER = 0.36
"""How much of what it leaves of its place stands above a wall."""

LARGEST = points(170)
"""The root of a logo's area, at most."""

FILLED, UPRIGHT = 0.66, 1.0
"""The share of its width that the logos of a single row without names take at most, and how high such a row is over the width
that each has on average: their cells are as wide as they need, so that one wide logo does not keep the others small."""

UNLIKE = 0.8
"""How far below the usual the size may be that an odd one allows; beyond it that one alone is smaller."""

USUAL_INK, LESS, DENSER, THINNER = 0.45, 0.16, 0.84, 1.2
"""The share of ink that a logo usually has in its box, how its size follows that, and how far."""

NARROWEST, LOWEST = points(96), points(24)
"""A cell. In a place too small for such cells all stand in one row, as small as they have to be."""

MOST_COLUMNS = 6

RAGGED = 1.6
"""What a wall loses at most whose last row is not full."""


class Form(Struct, frozen=True):
    """The form of a logo."""

    ratio: float
    """Width over height."""
    ink: float
    """The share of its box that is ink."""

    @property
    def weight(self) -> float:
        """How large it has to be, over the usual, to seem as large."""
        return min(THINNER, max(DENSER, float((USUAL_INK / max(self.ink, 0.01)) ** LESS)))


class Spot(Struct, frozen=True):
    """Where a logo stands: the cell less the room for its name, and what its ink takes of that."""

    cell: Box
    ink: Box


class Wall(Struct, frozen=True):
    """A wall."""

    columns: int
    spots: tuple[Spot, ...]
    below: int
    """Room for a name below each cell."""


def wall(forms: Sequence[Form], area: Box, below: int) -> Wall:
    """The logos as large as they can be in an area, with room for names of a height below them."""
    found = _walls(forms, area, below, range(min(len(forms), MOST_COLUMNS), 0, -1), (NARROWEST, LOWEST))
    return max(found or _walls(forms, area, below, (len(forms),), (1, 1)), key=lambda one: one[0])[1]


def _walls(
    forms: Sequence[Form], area: Box, below: int, counts: Iterable[int], least: tuple[int, int]
) -> list[tuple[float, Wall]]:
    """Walls of so many columns whose cells have at least a width and a height."""
    found = []
    for columns in counts:
        rows = -(-len(forms) // columns)
        width = max(1, (area.width - (columns - 1) * GAP) // columns)
        height = max(1, min((area.height - (rows - 1) * GAP) // rows - below, round(width * FLAT)))
        if height < least[1] or (columns > 1 and (width < least[0] or columns != -(-len(forms) // rows))):
            continue
        if rows == 1 and columns > 1 and not below:
            spots = _row(forms, area, min(area.height, round(width * UPRIGHT)))
        else:
            free = area.height - rows * (height + below) - (rows - 1) * GAP
            cell = Box(area.x, area.y + max(0, round(free * LOWER)), width, max(1, height))
            size = side(forms, cell)
            spots = tuple([_spot(form, at, columns, cell, size, below) for at, form in enumerate(forms)])
        roots = [sqrt(spot.ink.width * spot.ink.height) / form.weight for spot, form in zip(spots, forms, strict=True)]
        full = 1 - RAGGED * (1 - len(forms) / (columns * rows))
        found.append(((min(roots) + sum(roots) / len(roots)) * full, Wall(columns, spots, below)))
    return found


def _row(forms: Sequence[Form], area: Box, height: int) -> tuple[Spot, ...]:
    """Logos in a row: as much air around each, however wide it is."""
    allowed = [HIGH * height * sqrt(form.ratio) for form in forms]
    usual = [most / form.weight for most, form in zip(allowed, forms, strict=True)]
    widest = FILLED * area.width / sum(form.weight * sqrt(form.ratio) for form in forms)
    size = min(LARGEST, widest, max(min(usual), UNLIKE * median(usual)))
    roots = [min(size * form.weight, most) for form, most in zip(forms, allowed, strict=True)]
    widths = [round(root * sqrt(form.ratio)) for root, form in zip(roots, forms, strict=True)]
    air = (area.width - (len(forms) - 1) * GAP - sum(widths)) // len(forms)
    spots, left, top = [], area.x, area.y + round((area.height - height) * LOWER)
    for form, root, width in zip(forms, roots, widths, strict=True):
        cell = Box(left, top, width + air, height)
        spots.append(_centred(form, root, cell))
        left = cell.right + GAP
    return tuple(spots)


def side(forms: Sequence[Form], cell: Box) -> float:
    """The root of the area that all have in cells of a size, where their own form allows it."""
    allowed = [_most(form, cell) / form.weight for form in forms]
    return min(LARGEST, max(min(allowed), UNLIKE * median(allowed)))


def _most(form: Form, cell: Box) -> float:
    """The root of the largest area that a form may take in a cell."""
    return min(WIDE * cell.width / sqrt(form.ratio), HIGH * cell.height * sqrt(form.ratio))


def _root(form: Form, cell: Box, size: float) -> float:
    """The root of the area that a form takes where all have a size."""
    return min(size * form.weight, _most(form, cell))


def _spot(form: Form, at: int, columns: int, first: Box, size: float, below: int) -> Spot:
    cell = Box(
        first.x + at % columns * (first.width + GAP), first.y + at // columns * (first.height + below + GAP), first.width,
        first.height,
    )  # fmt: skip
    return _centred(form, _root(form, first, size), cell)


def _centred(form: Form, root: float, cell: Box) -> Spot:
    """A logo so large in the middle of its cell."""
    width, height = max(1, round(root * sqrt(form.ratio))), max(1, round(root / sqrt(form.ratio)))
    return Spot(cell, Box(cell.x + (cell.width - width) // 2, cell.y + (cell.height - height) // 2, width, height))
