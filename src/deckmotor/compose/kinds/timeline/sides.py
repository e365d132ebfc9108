"""Events with labels above and below the line: at equal distances, or as far apart as their dates."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds.along import Styles, accent, area, bar, coloured, set_well, sized, styles
from deckmotor.compose.kinds.kind import Levels
from deckmotor.compose.kinds.timeline.labels import Label, Placed, placed
from deckmotor.compose.kinds.timeline.marks import DOT, Marks, marks, said
from deckmotor.compose.kinds.timeline.shown import Line, Shown
from deckmotor.compose.look import Look, Taken, paragraph, plain_paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.text import text_item
from deckmotor.messages import problem
from deckmotor.model.sequences import Timeline
from deckmotor.scene.page import Item, Paragraph
from deckmotor.style import Anchor, Box
from deckmotor.theme.theme import Scale
from deckmotor.units import points

STEM = points(26)
"""From the line to its labels."""

THIN = points(1)
"""Thickness of a stem."""

AIR = points(4)
"""Between a stem and its label."""

GAP = points(16)
"""Between two labels."""

WIDTHS = (0.36, 0.3, 0.25, 0.21, 0.17, 0.14)
"""How wide a label may be, over the width of its place: the wider the better."""

WIDER = (0.46, 0.58)
"""The same where none has room otherwise: from one month to another is long in words."""

RATIO = 1.2
"""Size of a date over that of its words."""

LINES = 4
"""Lines of an event's words, at most."""

LOWER = 0.42
"""How much of what they leave of their place stands above the upper labels."""

LAST = 0.9
"""How much room the last of events at equal distances has, over that between two."""

SPARE = 1.03
"""How much wider the place of a label is than it measures, as programs differ."""


class Sides(Struct, frozen=True):
    """Labels in their places."""

    step: int
    xs: tuple[int, ...]
    widths: tuple[int, ...]
    places: tuple[Placed, ...]
    highs: tuple[int, ...]
    """Heights of the labels."""

    def depth(self, above: bool, far: bool) -> int:
        """The height of the highest label of a side, near the line or far from it."""
        return max(
            (high for high, one in zip(self.highs, self.places, strict=True) if (one.above, one.far) == (above, far)), default=0
        )

    @property
    def crowded(self) -> bool:
        """Whether some labels stand far from the line."""
        return any(one.far for one in self.places)

    def reach(self, above: bool) -> int:
        """How far labels reach on a side of the line."""
        near, far = self.depth(above, False), self.depth(above, True)
        return DOT // 2 + STEM + near + (far + GAP // 2 if far else 0)

    @property
    def height(self) -> int:
        """Height of all of it."""
        return self.reach(True) + self.reach(False)


def sides(block: Timeline, line: Line, place: Place, look: Look) -> Sides | None:
    """Labels on both sides, at the largest size at which they have room; None without room, which is told on a scale."""
    box, scale = area(place, look), label_scale(look)
    first = min(look.floors.get("timeline-labels", 0), len(scale) - 1)
    for shares, step in product((WIDTHS, WIDER), range(first, len(scale))):
        found = _at_step(block, line, step, scale[step], box, look, shares)
        if found is not None and found.height <= box.height:
            return found
    if block.scale:
        look.over.add(place.key)
        look.problems.append(problem("timeline-crowded", block.span, count=len(line.events)))
    return None


def sides_want(block: Timeline, line: Line, place: Place, step: int, look: Look) -> int | None:
    """How high that is at a step; None where labels have no room at it."""
    scale = label_scale(look)
    step = min(step, len(scale) - 1)
    tried = (_at_step(block, line, step, scale[step], area(place, look), look, shares) for shares in (WIDTHS, WIDER))
    found = next((one for one in tried if one is not None), None)
    return None if found is None else found.height


def label_scale(look: Look) -> Scale:
    """The styles of words and of dates at every size; the largest of the theme's lists is too large for events."""
    return tuple([_levels(style) for style in (styles(look)[1:] or styles(look))])


def _levels(style: Styles) -> Levels:
    date = sized(style.figure, round(style.main.text.size * RATIO))
    words = replace(style.main, before=round(style.main.text.size * 0.1))
    return (words, coloured(date, style.main.text.color))


def label(shown: Shown, look: Look, levels: Levels) -> list[Paragraph]:
    """A date, and its words below it."""
    words, date = levels
    date = coloured(date, accent(look)) if shown.lit else date
    words = coloured(words, words.text.color, bold=True) if shown.lit else words
    return [plain_paragraph(shown.date, date, look), paragraph(shown.text, words, look, level=1)]


def _at_step(
    block: Timeline, line: Line, step: int, levels: Levels, box: Box, look: Look, shares: Sequence[float]
) -> Sides | None:
    """The labels at a size, as wide as they can be; where they are too high at any width, as low as they can be."""
    found: list[Sides] = []
    for share in shares:
        one = _at_width(block, line, (step, levels), round(box.width * share), box, look)
        if one is not None:
            found.append(one)
            if one.height <= box.height and not one.crowded:
                return one
    fitting = (one for one in found if one.height <= box.height)
    return next(fitting, min(found, key=lambda one: one.height, default=None))


def _at_width(
    block: Timeline, line: Line, size: tuple[int, Levels], width: int, box: Box, look: Look
) -> Sides | None:  # fmt: skip
    """The labels at a size and a width, if they have room beside each other."""
    step, levels = size
    made = [set_well(label(shown, look, levels), replace(box, width=width), look) for shown in line.events]
    if not all(whole and few_lines(item.paragraphs) for item, whole in made):
        return None
    longest = [max(one.width for part in item.paragraphs for one in part.lines) for item, _ in made]
    widths = [min(width, round(one * SPARE)) for one in longest]
    xs = _spots(block, line, box)
    places = placed([Label(x - DOT // 2, own) for x, own in zip(xs, widths, strict=True)], box.x, box.right, GAP)
    if places is None:
        return None
    return Sides(step, tuple(xs), tuple(widths), tuple(places), tuple([item.height for item, _ in made]))


def few_lines(parts: Sequence[Paragraph]) -> bool:
    """Whether a date has one line, and its words are not too high."""
    return len(parts[0].lines) == 1 and len(parts[1].lines) <= LINES


def _box(found: Sides, at: int, y: int) -> Box:
    """Where a label stands on the page."""
    one = found.places[at]
    near, own = found.depth(one.above, False), found.depth(one.above, one.far)
    past = DOT // 2 + STEM + (near + GAP // 2 if one.far else 0)
    return Box(one.x, y - past - own if one.above else y + past, found.widths[at], own)


def _spots(block: Timeline, line: Line, box: Box) -> list[int]:
    """Where the events are on the page."""
    room = box.width - DOT
    count = len(line.events)
    shares: Sequence[float] = (
        [shown.at for shown in line.events] if block.scale else [at / (count - 1 + LAST) for at in range(count)]
    )
    return [box.x + DOT // 2 + round(share * room) for share in shares]


def drawn(block: Timeline, line: Line, found: Sides, place: Place, look: Look) -> Iterator[Item]:
    """The line with its labels."""
    box, scale = area(place, look), label_scale(look)
    top = box.y + round((box.height - found.height) * LOWER)
    y = top + found.reach(True)
    name = f"{look.page}/{place.key}"
    stems = tuple([x for x, one in zip(found.xs, found.places, strict=True) if not one.above])
    where = Marks(y=y, xs=found.xs, ends=_ends(block, line, box, found.xs), now=_now(block, line, box, found.xs), stems=stems)
    muted = look.theme.looks["caption"][0][0].text.color
    for at, x in enumerate(found.xs):
        own = _box(found, at, y)
        begin, end = (own.bottom + AIR, y) if found.places[at].above else (y, own.y - AIR)
        yield bar(f"{name}-stem-{at + 1}", Box(x - THIN // 2, begin, THIN, end - begin), muted)
    yield from marks(line, where, place, look)
    yield from said(line, where, -1, place, look)
    floors = {**look.floors, "timeline-labels": found.step}
    for at, (shown, one) in enumerate(zip(line.events, found.places, strict=True)):
        anchor: Anchor = "bottom" if one.above else "top"
        key = place.key if not at else f"{place.key}-{at + 1}"
        spot = Place(
            key=key, box=_box(found, at, y), slot=None, scale=scale, share="timeline-labels", native=False, anchor=anchor
        )  # fmt: skip
        yield text_item(spot, partial(label, shown, look), replace(look, floors=floors), shown.event.span, (shown.event,))
        yield from said(line, where, at, place, look)
    look.taken[place.key] = Taken("timeline-labels", found.step)


def _ends(block: Timeline, line: Line, box: Box, xs: tuple[int, ...]) -> tuple[int | None, ...]:
    """Where on the page things end that went on: on a scale where they did, else before the next event."""
    if block.scale:
        right = box.width - DOT
        return tuple([None if one.until is None else box.x + DOT // 2 + round(one.until * right) for one in line.events])
    pitch = xs[1] - xs[0] if len(xs) > 1 else box.width
    return tuple([None if one.event.to is None else x + pitch * 2 // 3 for one, x in zip(line.events, xs, strict=True)])


def _now(block: Timeline, line: Line, box: Box, xs: tuple[int, ...]) -> int | None:
    if line.now_at is None:
        return None
    if block.scale:
        return box.x + DOT // 2 + round(line.now_at * (box.width - DOT))
    at = int(line.now_at + 1)
    if line.now_at == at - 1:
        return xs[at - 1]
    return box.right if at >= len(xs) else box.x if not at else (xs[at - 1] + xs[at]) // 2
