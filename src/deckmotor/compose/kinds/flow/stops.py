"""What the connectors of an arrow are glued to between its two boxes: its label, and dots where it bends.

Each connector is one that all programs draw alike (`scene.connect.dot`). Still pure geometry, along the flow and across it.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from deckmotor.compose.kinds.flow.laid import Way
from deckmotor.units import points

NEARLY = points(1)
"""How far from the middle bends may be for nobody to see it."""

Side = Literal["start", "near", "end", "far"]
"""A side of a box: where a flow begins, where it ends; and across it the first and the last."""

Corner = tuple[int, int]


class Stop(Struct, frozen=True):
    """A label or a dot on the way of an arrow, with the sides that it comes in at and leads out from."""

    at: Corner | None
    """The middle of a dot; None of the label."""
    enters: Side
    leaves: Side


def stops(way: Way, label: tuple[int, int] | None) -> list[Stop]:
    """The stops of a way. `label` is where its label begins and ends along the flow."""
    corners = way.corners
    if way.under:
        middle = (corners[1][0] + corners[2][0]) // 2, corners[1][1]
        return [Stop(None if label else middle, "end", "start")]
    if way.labelled is not None:
        return _around(corners, way.labelled, "start", "end")
    if corners[1][0] < corners[0][0] or corners[-1][0] < corners[0][0]:
        return _around(corners, len(corners) // 2 - 1 if label else -1, "end", "start")
    if label is None:
        return list(_between(corners))
    lane = _lane(corners, label)
    first = [*corners[: lane + 1], (label[0], corners[lane][1])]
    last = [(label[1], corners[lane][1]), *corners[lane + 1 :]]
    return [*_between(first), Stop(None, "start", "end"), *_between(last)]


def _lane(corners: Sequence[Corner], label: tuple[int, int]) -> int:
    """At which corner the line begins on which a label stands."""
    middle = sum(label) // 2
    return next(at for at in range(0, len(corners), 2) if corners[at][0] <= middle <= corners[at + 1][0])


def _between(corners: Sequence[Corner]) -> Iterator[Stop]:
    """The dots of a way on from one stop to another, of one, three or five legs."""
    if len(corners) > 4:
        lane = corners[2][1]
        dot = (min(2 * corners[1][0] - corners[0][0], (corners[2][0] + corners[3][0]) // 2), lane)
        yield from _between([*corners[:3], dot])
        yield Stop(dot, "start", "end")
        yield from _between([dot, *corners[3:]])
    elif len(corners) > 2:
        (begin, y), (bend, _), _, (end, low) = corners
        if abs(2 * bend - begin - end) > 2 * NEARLY:
            yield Stop((2 * bend - begin, low) if 2 * bend < begin + end else (2 * bend - end, y), "start", "end")


def _around(corners: Sequence[Corner], labelled: int, enters: Side, leaves: Side) -> list[Stop]:
    """A dot at each corner, and a label after one of them; none at -1. Where there is no way between two, there is one dot."""
    found: list[Stop] = []
    for at, (before, corner, after) in enumerate(zip(corners, corners[1:], corners[2:], strict=False), 1):
        if corner not in (before, after):
            found.append(Stop(corner, _side(corner, before), _side(corner, after)))
        if at == labelled:
            found.append(Stop(None, enters, leaves))
    return found


def _side(corner: Corner, other: Corner) -> Side:
    """The side of a corner on which another is."""
    if corner[0] != other[0]:
        return "start" if other[0] < corner[0] else "end"
    return "near" if other[1] < corner[1] else "far"
