"""The way of a connector between two points, and its arrowheads."""

from collections.abc import Iterator
from math import hypot
from typing import Literal

from deckmotor.scene.drawing import Path
from deckmotor.scene.page import Commands, ConnectorItem, End, ShapeItem
from deckmotor.scene.presets import WHOLE, Point, polygon, sites
from deckmotor.style import Box, Line

ARROW = 3
"""Length and width of an arrowhead in widths of its line: `med` of ECMA-376 part 1, 20.1.10.33 and 20.1.10.32."""

LEAST_ARROW_LINE = 25_400
"""The line width, EMU, that arrowheads of thinner lines are measured by: two points, in PowerPoint and LibreOffice."""

Leg = tuple[Point, ...]
"""One point for a straight leg, three for a curve (two control points and its end)."""


def glued(
    name: str, first: tuple[ShapeItem, int], second: tuple[ShapeItem, int], line: Line,
    kind: Literal["straight", "elbow", "curved"] = "straight", *, arrow: bool = True,
) -> ConnectorItem:  # fmt: skip
    """A connector from a site of one shape to a site of another, which face each other or stand at right angles."""
    (begin, upright), (end, upright_end) = _glued(*first), _glued(*second, arrow=arrow)
    bend = None if upright != upright_end else 50_000
    return ConnectorItem(name=name, kind=kind, begin=begin, end=end, upright=upright, bend=bend, line=line)


def _glued(shape: ShapeItem, site: int, *, arrow: bool = False) -> tuple[End, bool]:
    """The end of a connector at a site, and whether it leaves the shape upwards or downwards."""
    x, y = sites(shape)[site]
    box = shape.box
    aside, above = abs(2 * x - box.x - box.right) / (box.width or 1), abs(2 * y - box.y - box.bottom) / (box.height or 1)
    return End(x=x, y=y, item=shape.name, site=site, arrow=arrow), above >= aside


def dot(name: str, middle: Point, line: Line) -> ShapeItem:
    """A dot of a line's width, to which connectors are glued where it bends.

    PowerPoint draws a connector with the bends that its file names; LibreOffice draws its own, which has two bends in the
    middle between two sides that face each other, or one between sides at right angles. So each connector is one that both draw
    alike, and a line that bends elsewhere is made of several.
    """
    box = Box(middle[0] - line.width // 2, middle[1] - line.width // 2, line.width, line.width)
    return ShapeItem(name=name, box=box, outline="rect", fill=line.color)


def bounds(item: ConnectorItem) -> Box:
    """The box between its ends."""
    (left, right), (top, bottom) = sorted((item.begin.x, item.end.x)), sorted((item.begin.y, item.end.y))
    return Box(left, top, right - left, bottom - top)


def drawn(item: ConnectorItem) -> Iterator[Path]:
    """The line and its arrowheads."""
    legs = _legs(item)
    start, goal = (item.begin.x, item.begin.y), (item.end.x, item.end.y)
    last = legs[-1]
    before = next((point for point in (*reversed(last[:-1]), legs[-2][-1] if len(legs) > 1 else start) if point != goal), start)
    after = next((point for leg in legs for point in leg if point != start), goal)
    heads = []
    if item.begin.arrow:
        start = _shortened(start, after, item.line.width)
        heads.append(_arrow((item.begin.x, item.begin.y), after, item.line))
    if item.end.arrow:
        legs = (*legs[:-1], (*last[:-1], _shortened(goal, before, item.line.width)))
        heads.append(_arrow(goal, before, item.line))
    commands: Commands = (("M", *start), *(_command(leg) for leg in legs))
    yield Path(commands, line=item.line)
    yield from heads


def _command(leg: Leg) -> tuple[str | int, ...]:
    return ("L" if len(leg) == 1 else "C", *(number for point in leg for number in point))


def _legs(item: ConnectorItem) -> tuple[Leg, ...]:
    """The legs as the presets `bentConnector2`, `curvedConnector3` and so on draw them (presetShapeDefinitions)."""
    start, goal = (item.begin.x, item.begin.y), (item.end.x, item.end.y)
    if item.kind == "straight":
        return ((goal,),)
    if item.upright:
        start, goal = start[::-1], goal[::-1]
    (x, y), (right, bottom) = start, goal
    legs: tuple[Leg, ...]
    if item.bend is None:
        corner, near, far = (right, y), ((x + right) // 2, y), (right, (y + bottom) // 2)
        legs = ((corner,), (goal,)) if item.kind == "elbow" else ((near, far, goal),)
    else:
        across, middle = x + (right - x) * item.bend // WHOLE, (y + bottom) // 2
        quarter = (bottom - y) // 4
        if item.kind == "elbow":
            legs = (((across, y),), ((across, bottom),), (goal,))
        else:
            first = (((x + across) // 2, y), (across, y + quarter), (across, middle))
            legs = (first, ((across, bottom - quarter), ((right + across) // 2, bottom), goal))
    return tuple(tuple(point[::-1] for point in leg) for leg in legs) if item.upright else legs


def _shortened(tip: Point, before: Point, width: int) -> Point:
    """Where a line ends that has an arrowhead at `tip`: inside it, so that its corners do not stand out."""
    x, y = _direction(before, tip)
    back = max(width, LEAST_ARROW_LINE) * ARROW / 2
    return round(tip[0] - x * back), round(tip[1] - y * back)


def _arrow(tip: Point, before: Point, line: Line) -> Path:
    x, y = _direction(before, tip)
    long = max(line.width, LEAST_ARROW_LINE) * ARROW
    foot_x, foot_y, half = tip[0] - x * long, tip[1] - y * long, long / 2
    corners = ((foot_x - y * half, foot_y + x * half), (foot_x + y * half, foot_y - x * half))
    return Path(polygon(tip, *((round(a), round(b)) for a, b in corners)), fill=line.color)


def _direction(start: Point, end: Point) -> tuple[float, float]:
    x, y = end[0] - start[0], end[1] - start[1]
    long = hypot(x, y) or 1
    return x / long, y / long
