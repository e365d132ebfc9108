"""The motif as vector shapes: rings in parts, rectangles, discs, as closed outlines."""

from msgspec import Struct

from deckmotor.color import Color
from deckmotor.model.drawings import MotifPicture
from deckmotor.scene.page import PathShape, PictureItem
from deckmotor.style import Box
from deckmotor.theme import gauge
from deckmotor.theme.grid import MARGIN
from deckmotor.theme.outline import Outline, disc, rectangle, ring_part
from deckmotor.theme.palette import colour
from deckmotor.theme.tokens import Arc, Bar, Colours, Disc, Gauge, Shape, Wheel

MARGIN_SHARE = 5.625
"""Percent of the width of a 16:9 page that its margin takes."""


class Drawing(Struct, frozen=True):
    """Turns the percents of tokens into EMU on a page of some size."""

    colours: Colours
    width: int
    height: int

    def shapes(self, motif: tuple[Shape, ...]) -> tuple[PathShape | PictureItem, ...]:
        """The native shapes of a page's motif, in painting order."""
        drawn: list[PathShape | PictureItem] = []
        for shape in motif:
            if shape.wheel is not None:
                drawn += self._wheel(shape.wheel)
            if shape.arc is not None:
                drawn.append(self._arc(shape.arc, self._colour(shape.arc.fill)))
            if shape.bar is not None:
                drawn.append(self._bar(shape.bar))
            if shape.disc is not None:
                drawn.append(self._disc(shape.disc))
            if shape.picture is not None:
                drawn.append(self._picture(shape.picture))
        return tuple(shape for shape in drawn if self._seen(shape))

    def gauge(self, token: Gauge | None) -> gauge.Gauge | None:
        """The gauge of section pages, or the trace of it on others."""
        if token is None:
            return None
        shape: gauge.Ring | gauge.Row | gauge.Way | None = None
        if (ring := token.wheel) is not None:
            x, y = self._point(ring.centre)
            outer, inner = self._length(ring.outer), self._length(ring.inner)
            shape = gauge.Ring(x, y, outer, inner, ring.start, ring.sweep, ring.gap, ring.bleed)
        elif (row := token.bar) is not None:
            shape = gauge.Row(*self._box(row.box), *(round(self.width * share / 100) for share in (row.gap, row.part)))
        elif (way := token.disc) is not None:
            shape = gauge.Way(*self._point(way.start), *self._point(way.end), self._length(way.radius))
        if shape is None:
            return None
        done, coming = (None if name is None else self._colour(name) for name in (token.done, token.coming))
        return gauge.Gauge(shape, done, self._colour(token.now), coming)

    def _across(self, percent: float) -> int:
        """A place across the page. What stands at the margin of a 16:9 page stands at that of every other."""
        inside = (percent - MARGIN_SHARE) / (100 - 2 * MARGIN_SHARE)
        if percent <= MARGIN_SHARE:
            return round(MARGIN * percent / MARGIN_SHARE)
        if inside >= 1:
            return self.width - MARGIN + round(MARGIN * (percent - 100 + MARGIN_SHARE) / MARGIN_SHARE)
        return MARGIN + round((self.width - 2 * MARGIN) * inside)

    def _point(self, at: tuple[float, float]) -> tuple[int, int]:
        return self._across(at[0]), round(self.height * at[1] / 100)

    def _length(self, percent: float) -> int:
        """A radius: on a narrow page (4:3) the motif is smaller, as its text is not."""
        return round(min(self.height, self.width * 9 / 16) * percent / 100)

    def _box(self, box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
        left, top, width, height = box
        x, y = self._point((left, top))
        return x, y, self._across(left + width) - x, round(self.height * height / 100)

    def _wheel(self, wheel: Wheel) -> list[PathShape]:
        step = 360 / wheel.parts
        parts = []
        for part in range(wheel.parts):
            fill = self._colour(wheel.lit_fill if part in wheel.lit else wheel.fill)
            arc = Arc(
                centre=wheel.centre,
                outer=wheel.outer,
                inner=wheel.inner,
                start=wheel.turn + part * step + wheel.gap / 2,
                sweep=step - wheel.gap,
                span=wheel.span,
            )
            parts.append(self._arc(arc, fill))
        return parts

    def _arc(self, arc: Arc, fill: Color) -> PathShape:
        x, y = self._point(arc.centre)
        return _shape(ring_part(x, y, self._length(arc.outer), self._length(arc.inner), arc.start, arc.sweep), fill)

    def _bar(self, bar: Bar) -> PathShape:
        return _shape(rectangle(*self._box(bar.box)), self._colour(bar.fill))

    def _disc(self, token: Disc) -> PathShape:
        return _shape(disc(*self._point(token.centre), self._length(token.radius)), self._colour(token.fill))

    def _picture(self, token: MotifPicture) -> PictureItem:
        """What is cut off is known when its file has been read (`theme.pictured`)."""
        return PictureItem(name="Motif", box=Box(*self._box(token.box)), media=token.path, opacity=token.opacity)

    def _colour(self, name: str) -> Color:
        found = colour(name, self.colours)
        if found is None:
            raise AssertionError(f"the reader let the colour {name} pass")
        return found

    def _seen(self, shape: PathShape | PictureItem) -> bool:
        """Whether any of a shape can stand on the page: its curves lie inside the box of their control points."""
        if isinstance(shape, PictureItem):
            box = shape.box
            return box.right > 0 and box.x < self.width and box.bottom > 0 and box.y < self.height
        across = [int(x) for command in shape.commands for x in command[1::2]]
        down = [int(y) for command in shape.commands for y in command[2::2]]
        return max(across) > 0 and min(across) < self.width and max(down) > 0 and min(down) < self.height


def _shape(outline: Outline, fill: Color) -> PathShape:
    return PathShape(name="Motif", commands=outline, fill=fill)
