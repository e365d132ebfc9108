"""The gauge of section pages: one part for each section, done, now or to come.

It is drawn on the slides, as only they know how many sections there are; what the theme draws under it stands on the layout.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from deckmotor.color import Color
from deckmotor.scene.page import PathShape

if TYPE_CHECKING:
    from deckmotor.theme.outline import Outline

MOST_GAP = 0.14
"""Share of its part that a gap takes at most, where there are many parts."""

MOST_PARTS = 40
"""Of a gauge: more could not be told apart, and each section has a page with all of them. Then a part is several sections."""


class Ring(Struct, frozen=True, tag="ring"):
    """A part of a ring. Lengths are EMU, angles degrees clockwise from the top."""

    x: int
    y: int
    outer: int
    inner: int
    start: float
    sweep: float
    gap: float
    bleed: float
    """How much further the first and the last part reach."""

    def parts(self, count: int) -> "Iterator[Outline]":
        """The outlines of so many parts, in order."""
        from deckmotor.theme.outline import ring_part  # Few decks have sections.

        step = self.sweep / count
        gap = min(self.gap, abs(step) * MOST_GAP) if count > 1 else 0
        for part in range(count):
            before, after = (gap / 2 if part else -self.bleed), (gap / 2 if part < count - 1 else -self.bleed)
            begin = self.start + part * step + before
            yield ring_part(self.x, self.y, self.outer, self.inner, begin, step - before - after)


class Row(Struct, frozen=True, tag="row"):
    """A row of rectangles, EMU."""

    x: int
    y: int
    width: int
    height: int
    gap: int
    part: int
    """The most that a rectangle is wide."""

    def parts(self, count: int) -> "Iterator[Outline]":
        """The outlines of so many parts, in order."""
        from deckmotor.theme.outline import rectangle

        gap = min(self.gap, round(self.width / count * MOST_GAP))
        for part in range(count):
            left = round((self.width + gap) * part / count)
            right = round((self.width + gap) * (part + 1) / count) - gap
            yield rectangle(self.x + left, self.y, min(right - left, self.part), self.height)


class Way(Struct, frozen=True, tag="way"):
    """Discs from one point to another, EMU."""

    x: int
    y: int
    end_x: int
    end_y: int
    radius: int

    def parts(self, count: int) -> "Iterator[Outline]":
        """The outlines of so many discs, in order."""
        from deckmotor.theme.outline import disc

        for part in range(count):
            share = part / max(1, count - 1)
            x, y = self.x + (self.end_x - self.x) * share, self.y + (self.end_y - self.y) * share
            yield disc(round(x), round(y), self.radius)


@lru_cache(maxsize=2)  # All section pages of a deck have the same ones.
def _outlines(shape: Ring | Row | Way, count: int) -> "tuple[Outline, ...]":
    return tuple(shape.parts(count))


class Gauge(Struct, frozen=True):
    """A gauge on pages of one size."""

    shape: Ring | Row | Way
    done: Color | None
    """None where sections that are done are not drawn."""
    now: Color
    coming: Color | None

    def shapes(self, place: int, count: int, name: str) -> tuple[PathShape, ...]:
        """The parts of section `place` (from 1) of `count`, each named `name` and its number."""
        if count > MOST_PARTS:
            place, count = -(-place * MOST_PARTS // count), MOST_PARTS
        parts = enumerate(_outlines(self.shape, count), start=1)
        fills = ((part, outline, self._fill(part - place)) for part, outline in parts)
        drawn = [PathShape(name=f"{name}-{part}", commands=outline, fill=fill) for part, outline, fill in fills if fill]
        # This section's part lies on the others, should they touch.
        return tuple(sorted(drawn, key=lambda shape: shape.name == f"{name}-{place}"))

    def _fill(self, distance: int) -> Color | None:
        return self.now if distance == 0 else self.done if distance < 0 else self.coming
