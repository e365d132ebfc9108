"""The motif as vector shapes: rings in parts, as closed outlines of Bézier curves."""

from math import ceil, cos, radians, sin, tan

from deckmotor.color import Color
from deckmotor.scene.page import PathShape
from deckmotor.theme.palette import colour
from deckmotor.theme.tokens import Arc, Colours, Shape, Wheel

Command = tuple[str | int, ...]


def shapes(motif: tuple[Shape, ...], colours: Colours, width: int, height: int) -> tuple[PathShape, ...]:
    """The native shapes of a page's motif, in painting order. `width` and `height` are the page's, in EMU."""
    drawn: list[PathShape] = []
    for shape in motif:
        if shape.wheel is not None:
            drawn += _wheel(shape.wheel, colours, width, height)
        if shape.arc is not None:
            drawn.append(_arc(shape.arc, colours, width, height))
    return tuple(shape for shape in drawn if _seen(shape, width, height))


def _seen(shape: PathShape, width: int, height: int) -> bool:
    """Whether any of a shape can stand on the page: the curves of a ring lie inside the box of their control points."""
    across = [int(x) for command in shape.commands for x in command[1::2]]
    down = [int(y) for command in shape.commands for y in command[2::2]]
    return max(across) > 0 and min(across) < width and max(down) > 0 and min(down) < height


def _wheel(wheel: Wheel, colours: Colours, width: int, height: int) -> list[PathShape]:
    step = 360 / wheel.parts
    parts = []
    for part in range(wheel.parts):
        fill = colour(wheel.lit_fill if part in wheel.lit else wheel.fill, colours)
        arc = Arc(
            centre=wheel.centre,
            outer=wheel.outer,
            inner=wheel.inner,
            start=wheel.turn + part * step + wheel.gap / 2,
            sweep=step - wheel.gap,
            span=wheel.span,
        )
        parts.append(_outline(arc, fill, width, height))
    return parts


def _arc(arc: Arc, colours: Colours, width: int, height: int) -> PathShape:
    return _outline(arc, colour(arc.fill, colours), width, height)


def _outline(arc: Arc, fill: Color | None, width: int, height: int) -> PathShape:
    x, y = width * arc.centre[0] / 100, height * arc.centre[1] / 100
    # On a narrow page (4:3) the motif is smaller, as its text is not.
    unit = min(height, width * 9 / 16) / 100
    outer, inner = unit * arc.outer, unit * arc.inner
    start, end = arc.start, arc.start + arc.sweep
    commands: list[Command] = [("M", *_point(x, y, outer, start))]
    commands += _curve(x, y, outer, start, end)
    commands.append(("L", *_point(x, y, inner, end)))
    commands += _curve(x, y, inner, end, start)
    commands.append(("Z",))
    return PathShape(name="Motif", commands=tuple(commands), fill=fill)


def _point(x: float, y: float, radius: float, angle: float) -> tuple[int, int]:
    """The point at `angle` degrees clockwise from the top."""
    return round(x + radius * sin(radians(angle))), round(y - radius * cos(radians(angle)))


def _curve(x: float, y: float, radius: float, start: float, end: float) -> list[Command]:
    """Cubic curves along a circle, one for each 45 degrees at most: the error stays below 1/100,000 of the radius."""
    pieces = max(1, ceil(abs(end - start) / 45))
    step = (end - start) / pieces
    reach = radius * 4 / 3 * tan(radians(step) / 4)
    curves: list[Command] = []
    for piece in range(pieces):
        here, there = start + piece * step, start + (piece + 1) * step
        x1, y1 = _point(x, y, radius, here)
        x2, y2 = _point(x, y, radius, there)
        a, b = radians(here), radians(there)
        curves.append(
            (
                "C",
                round(x1 + reach * cos(a)), round(y1 + reach * sin(a)),
                round(x2 - reach * cos(b)), round(y2 - reach * sin(b)),
                x2, y2,
            )
        )  # fmt: skip
    return curves
