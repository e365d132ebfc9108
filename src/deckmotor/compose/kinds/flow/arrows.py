"""The arrows of a flow as connectors that are glued to boxes, labels and dots, on the page."""

from itertools import pairwise

from msgspec.structs import replace

from deckmotor.compose.kinds.chart.colours import quiet
from deckmotor.compose.kinds.flow.laid import Laid, Way
from deckmotor.compose.kinds.flow.stops import Side, stops
from deckmotor.compose.look import Look
from deckmotor.scene.connect import dot, glued
from deckmotor.scene.page import ConnectorItem, ShapeItem
from deckmotor.scene.presets import sites
from deckmotor.style import Box, Line
from deckmotor.units import points

LINE = points(1.5)

LOWER = 0.36
"""How much of what it leaves of its place stands above a flow."""

ABOVE, LEFT, BELOW, RIGHT = 0, 1, 2, 3
"""Connection sites of a rectangle."""


class Turn:
    """From along and across a flow to the page."""

    def __init__(self, laid: Laid, area: Box, *, down: bool) -> None:
        self.down = down
        wide, high = (laid.wide, laid.long) if down else (laid.long, laid.wide)
        self.left = area.x + (area.width - wide) // 2
        self.top = area.y + round((area.height - high) * LOWER)

    def box(self, spot: tuple[int, int], long: int, wide: int) -> Box:
        """What begins at a spot and is so long and so wide."""
        along, across = spot
        if self.down:
            return Box(self.left + across, self.top + along, wide, long)
        return Box(self.left + along, self.top + across, long, wide)

    def along(self, box: Box) -> tuple[int, int]:
        """Where a box begins and ends along the flow."""
        return (box.y - self.top, box.bottom - self.top) if self.down else (box.x - self.left, box.right - self.left)

    def site(self, side: Side) -> int:
        """The connection site of a rectangle on a side."""
        right = {"start": LEFT, "near": ABOVE, "end": RIGHT, "far": BELOW}
        down = {"start": ABOVE, "near": LEFT, "end": BELOW, "far": RIGHT}
        return (down if self.down else right)[side]


def arrow(
    name: str, way: Way, ends: tuple[ShapeItem, ShapeItem], label: ShapeItem | None, turn: Turn, look: Look, *, both: bool
) -> tuple[list[ConnectorItem], list[ShapeItem]]:  # fmt: skip
    """The connectors of an arrow, and the dots that some are glued to."""
    line = Line(color=quiet(look)[0], width=LINE)
    begin, end = (turn.site("far"), turn.site("far")) if way.under else (turn.site("end"), turn.site("start"))
    held: list[tuple[ShapeItem, int, int]] = [(ends[0], begin, begin)]
    dots: list[ShapeItem] = []
    for stop in stops(way, None if label is None else turn.along(label.box)):
        shape = label
        if stop.at is not None or shape is None:
            box = turn.box(stop.at or (0, 0), 0, 0)
            shape = dot(f"{name}-bend-{len(dots) + 1}", (box.x, box.y), line)
            dots.append(shape)
        held.append((shape, turn.site(stop.enters), turn.site(stop.leaves)))
    held.append((ends[1], end, end))
    lines = []
    for at, ((one, _, out), (other, into, _)) in enumerate(pairwise(held)):
        last = at == len(held) - 2
        straight = 0 in (sites(one)[out][0] - sites(other)[into][0], sites(one)[out][1] - sites(other)[into][1])
        named = name if not at else f"{name}-{at + 1}"
        made = glued(named, (one, out), (other, into), line, "straight" if straight else "elbow", arrow=last)
        lines.append(replace(made, begin=replace(made.begin, arrow=both and not at)))
    return lines, dots
