"""Outlines as closed Bézier curves: rings and their parts, discs, rectangles. All lengths are EMU, angles degrees clockwise
from the top."""

from math import ceil, cos, radians, sin, tan

Command = tuple[str | int, ...]
Outline = tuple[Command, ...]
"""Commands of `scene.page.PathShape`."""


def ring_part(x: float, y: float, outer: float, inner: float, start: float, sweep: float) -> Outline:
    """A part of a ring round (x, y)."""
    end = start + sweep
    commands: list[Command] = [("M", *_point(x, y, outer, start))]
    commands += _curve(x, y, outer, start, end)
    commands.append(("L", *_point(x, y, inner, end)))
    commands += _curve(x, y, inner, end, start)
    return (*commands, ("Z",))


def disc(x: float, y: float, radius: float) -> Outline:
    """A full circle."""
    return (("M", *_point(x, y, radius, 0)), *_curve(x, y, radius, 0, 360), ("Z",))


def rectangle(x: int, y: int, width: int, height: int) -> Outline:
    """A rectangle from its upper left corner."""
    right, bottom = x + width, y + height
    return (("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",))


def _point(x: float, y: float, radius: float, angle: float) -> tuple[int, int]:
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
