"""Where the boxes of a hierarchy stand: levels below each other, and from some level on stacks that hang under their head.

Pure geometry: heights come from outside. Boxes never overlap, and no line runs through one.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.style import Box
from deckmotor.units import points

GAP = points(10)
"""Between two columns."""

DROP, ROW = 1.4, 0.28
"""Between two levels, and between two boxes of a stack, over the size of their text."""

INDENT, OUT = points(10), points(8)
"""How far each level of a stack stands in, and how far the line to it stands out to the left of its head."""

WIDEST = points(250)
"""A box of a wide place."""

WIDER = 1.5
"""How much wider than others a box may be that stands above several columns."""


class Node(Struct, frozen=True):
    """A box by its place in the list of all, which has each before those below it."""

    at: int
    below: "tuple[Node, ...]"

    @property
    def depth(self) -> int:
        """Levels below it, its own included."""
        return 1 + max((one.depth for one in self.below), default=0)


class Spot(Struct, frozen=True):
    """Where a box stands."""

    box: Box
    above: int | None
    """The box that it is below."""
    hangs: bool
    """Whether it is in a stack."""


class Tree(Struct, frozen=True):
    """All boxes in their places."""

    spots: tuple[Spot, ...]
    height: int


Height = Callable[[int, int], int]
"""How high a box is, by its number and its width."""


def placed(roots: Sequence[Node], hang: int, area: Box, size: float, height: Height) -> Tree:
    """The boxes in an area, as wide as it is, with space between them in proportion to a size (EMU).

    Those more than `hang` levels down stand in stacks; levels count from 1.
    """
    count = sum(_columns(root, 1, hang) for root in roots)
    pitch = (area.width + GAP) // max(1, count)
    out = OUT if any(root.depth > hang for root in roots) else 0
    width = min(pitch - GAP - out, WIDEST)
    work = _Work(replace(area, width=width), pitch, out, hang, (round(size * DROP), round(size * ROW)), height)
    for root in roots:
        work.place(root, 1, None)
    return work.tree()


def _columns(node: Node, level: int, hang: int) -> int:
    if level >= hang or not node.below:
        return 1
    return sum(_columns(one, level + 1, hang) for one in node.below)


class _Work:
    """Boxes on their way: x first, and y when it is known how high each level is."""

    def __init__(self, area: Box, pitch: int, out: int, hang: int, between: tuple[int, int], height: Height) -> None:
        self.area, self.pitch, self.out, self.hang, self.height = area, pitch, out, hang, height
        self.width = area.width
        self.drop, self.row = between
        self.column = 0
        self.levels: dict[int, int] = {}
        self.flat: dict[int, tuple[int, int, int, int | None]] = {}
        """By its number of a box on a level: its left edge, its width, its level, and what it is below."""
        self.stacks: list[tuple[Node, int]] = []

    def place(self, node: Node, level: int, above: int | None) -> tuple[int, int]:
        """Place a box and all below it; gives its left edge and its width."""
        width = self.width
        if level < self.hang and node.below:
            boxes = [self.place(one, level + 1, node.at) for one in node.below]
            left, right = boxes[0][0], boxes[-1][0] + boxes[-1][1]
            width = max(width, min(right - left, round(width * WIDER), WIDEST))
            x = (left + right - width) // 2
        else:
            x = self.area.x + self.column * self.pitch + self.out + (self.pitch - GAP - self.out - self.width) // 2
            self.column += 1
            if node.below:
                self.stacks.append((node, x))
        self.flat[node.at] = (x, width, level, above)
        self.levels[level] = max(self.levels.get(level, 0), self.height(node.at, width))
        return x, width

    def tree(self) -> Tree:
        """All of it, with heights."""
        tops: dict[int, int] = {}
        y = self.area.y
        for level in sorted(self.levels):
            tops[level] = y
            y += self.levels[level] + self.drop
        spots = {
            at: Spot(Box(x, tops[level], width, self.levels[level]), above, False)
            for at, (x, width, level, above) in self.flat.items()
        }
        bottom = y - self.drop
        for head, x in self.stacks:
            bottom = max(bottom, self._stack(head, x, spots[head.at].box.bottom, spots))
        return Tree(tuple([spots[at] for at in sorted(spots)]), bottom - self.area.y)

    def _stack(self, head: Node, x: int, y: int, spots: dict[int, Spot]) -> int:
        """Place what is below a box below it, further in; gives where that ends."""
        for one in head.below:
            left = x + INDENT
            width = spots[head.at].box.right - left
            y += self.row
            box = Box(left, y, width, self.height(one.at, width))
            spots[one.at] = Spot(box, head.at, True)
            y = self._stack(one, left, box.bottom, spots)
        return y
