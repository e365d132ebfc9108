"""Where the names of places stand on a map: beside their dots, never over each other, another dot or the map's edge."""

from collections.abc import Sequence

from msgspec import Struct

from deckmotor.style import Box
from deckmotor.units import points

GAP = points(4)
"""Between a dot and its name."""

CLEAR = points(1)
"""Between a name and whatever else."""

MOST_TRIES = 3_000
"""Places that are tried for all names together; with more of them the answer is no."""


class Named(Struct, frozen=True):
    """A dot and the size of its name. Lengths are EMU on the page."""

    x: int
    y: int
    radius: int
    width: int
    height: int


def placed(dots: Sequence[Named], area: Box, taken: Sequence[Box], weight: "Weight | None" = None) -> list[Box] | None:
    """The boxes of all names inside an area, or None where they have no room. `weight` tells how little a place is liked."""
    solid = [*taken, *(Box(dot.x - dot.radius, dot.y - dot.radius, 2 * dot.radius, 2 * dot.radius) for dot in dots)]
    ways = []
    for at, dot in enumerate(dots):
        others = [box for number, box in enumerate(solid) if number != at + len(taken)]
        free = [box for box in _around(dot) if _inside(box, area) and not any(map(box_meets(box), others))]
        beside, other = ([box for box in free if (box.y == dot.y - dot.height // 2) is side] for side in (True, False))
        ways.append([*(beside if weight is None else sorted(beside, key=weight)), *other])
    order = sorted(range(len(dots)), key=lambda at: len(ways[at]))
    found: dict[int, Box] = {}
    tries = [MOST_TRIES]
    return [found[at] for at in range(len(dots))] if _search(order, ways, found, tries) else None


class Weight:
    """How much of a place lies on land: names that stand at sea are easier to read."""

    def __init__(self, lands: Sequence[Box]) -> None:
        self.lands = lands
        """Strips of land, each as high as what is asked about."""

    def __call__(self, box: Box) -> int:
        """The width of land below the middle of a box."""
        middle = box.y + box.height // 2
        rows = [land for land in self.lands if land.y <= middle < land.bottom]
        return sum(max(0, min(box.right, land.right) - max(box.x, land.x)) for land in rows)


def _search(order: Sequence[int], ways: Sequence[Sequence[Box]], found: dict[int, Box], tries: list[int]) -> bool:
    """Names one after another, those with the fewest places first; one that has none left sends the one before it elsewhere."""
    if len(found) == len(order):
        return True
    at = order[len(found)]
    for box in ways[at]:
        tries[0] -= 1
        if tries[0] < 0:
            return False
        if not any(map(box_meets(box), found.values())):
            found[at] = box
            if _search(order, ways, found, tries):
                return True
            del found[at]
    return False


def _around(dot: Named) -> list[Box]:
    """The places of a name: right and left of its dot, above and below it, and between these."""
    beside, half = dot.radius + GAP, dot.height // 2
    right, left = dot.x + beside, dot.x - beside - dot.width
    above, below = dot.y - dot.radius - dot.height, dot.y + dot.radius
    spots = (
        (right, dot.y - half),
        (left, dot.y - half),
        (dot.x - dot.width // 2, above),
        (dot.x - dot.width // 2, below),
        (dot.x + dot.radius // 2, above),
        (dot.x + dot.radius // 2, below),
        (dot.x - dot.radius // 2 - dot.width, above),
        (dot.x - dot.radius // 2 - dot.width, below),
    )
    return [Box(x, y, dot.width, dot.height) for x, y in spots]


def _inside(box: Box, area: Box) -> bool:
    return area.x <= box.x and area.y <= box.y and box.right <= area.right and box.bottom <= area.bottom


class box_meets:  # noqa: N801
    """Whether a box comes too near to another."""

    def __init__(self, box: Box) -> None:
        self.box = box

    def __call__(self, other: Box) -> bool:
        """Whether it does."""
        one = self.box
        across = one.x < other.right + CLEAR and other.x < one.right + CLEAR
        return across and one.y < other.bottom + CLEAR and other.y < one.bottom + CLEAR
