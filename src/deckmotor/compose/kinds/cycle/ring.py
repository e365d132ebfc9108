"""The ring of a cycle: parts that point to the next, as outlines of their own. Angles are degrees, clockwise from the top."""

from collections.abc import Iterator
from math import ceil, cos, pi, sin, tan

from msgspec import Struct

from deckmotor.scene.page import Commands

Point = tuple[int, int]

BETWEEN = 3.0
"""Degrees between two parts."""

POINTED = 0.42
"""How far a part points into the next, over the thickness of the ring."""

QUARTER = 45.0
"""Degrees that one Bézier curve draws at most."""


class Ring(Struct, frozen=True):
    """A ring with its parts. EMU."""

    x: int
    y: int
    """Its middle."""
    outer: int
    inner: int
    count: int

    @property
    def middles(self) -> list[float]:
        """The angle of each part: alike on both sides, the first to the right of the top."""
        step = 360 / self.count
        first = 90 - (ceil(self.count / 2) - 1) * step / 2
        return [first + at * step for at in range(self.count)]

    def at(self, radius: float, angle: float) -> Point:
        """A point of it."""
        turn = angle * pi / 180
        return round(self.x + radius * sin(turn)), round(self.y - radius * cos(turn))

    def part(self, at: int) -> Commands:
        """The outline of a part, which ends in a point, and begins with room for that of the one before."""
        half = 180 / self.count - BETWEEN / 2
        begin, end = self.middles[at] - half, self.middles[at] + half
        middle = (self.outer + self.inner) / 2
        tip = POINTED * (self.outer - self.inner) / middle * 180 / pi
        begin, end = begin - tip / 2, end - tip / 2
        return (
            ("M", *self.at(self.outer, begin)),
            *self._arc(self.outer, begin, end),
            ("L", *self.at(middle, end + tip)),
            ("L", *self.at(self.inner, end)),
            *self._arc(self.inner, end, begin),
            ("L", *self.at(middle, begin + tip)),
            ("Z",),
        )

    def _arc(self, radius: float, begin: float, end: float) -> Iterator[tuple[str | int, ...]]:
        """Curves along a circle from one angle to another."""
        count = ceil(abs(end - begin) / QUARTER)
        step = (end - begin) / count
        reach = 4 / 3 * tan(step * pi / 180 / 4) * radius
        for number in range(count):
            one, other = begin + number * step, begin + (number + 1) * step
            (x, y), (far, low) = self.at(radius, one), self.at(radius, other)
            first, second = one * pi / 180, other * pi / 180
            yield (
                "C", round(x + reach * cos(first)), round(y + reach * sin(first)),
                round(far - reach * cos(second)), round(low - reach * sin(second)), far, low,
            )  # fmt: skip
