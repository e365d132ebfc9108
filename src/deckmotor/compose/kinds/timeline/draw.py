"""A timeline in its place: dates above the line and words below it, labels on both sides, or down the page; else a list."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.captions import caption, caption_item, caption_room, own_slot
from deckmotor.compose.kinds.along import (
    Styles,
    accent,
    area,
    below,
    brand,
    coloured,
    columns,
    lists,
    set_well,
    sized,
    slots_of,
    styles,
    wide,
)
from deckmotor.compose.kinds.chart.words import source_line
from deckmotor.compose.kinds.kind import Levels, Want
from deckmotor.compose.kinds.timeline.down import down, drawn_down
from deckmotor.compose.kinds.timeline.marks import DOT, Marks, marks, said
from deckmotor.compose.kinds.timeline.shown import Line, Shown, line_of
from deckmotor.compose.kinds.timeline.sides import Sides, drawn, sides, sides_want
from deckmotor.compose.look import Look, Taken, paragraph, plain_paragraph
from deckmotor.compose.place import Place, in_slot
from deckmotor.compose.setting import set_text
from deckmotor.compose.text import text_item
from deckmotor.model.sequences import Timeline
from deckmotor.scene.page import Item, Paragraph
from deckmotor.style import Box
from deckmotor.theme.theme import Scale
from deckmotor.units import points

RATIOS = (2.1, 1.7, 1.35, 1.1)
"""Sizes of the dates over that of the words below them, the one that is liked best first."""

GAP = points(56)
"""From the dates above the line to the words below it."""

TO_LINE = 0.42
"""Where in that gap the line is."""

LINES = 4
"""Lines of an event's words, at most; smaller ones are better."""

WELL = 1
"""Sizes of the words down to which columns are always better than labels on both sides."""

MOST_EVEN = 6
"""Events that have columns of their own; more have labels above and below the line."""

LOWER = 0.32
"""How much of what it leaves of its place stands above a timeline."""

HANG = 0.86
"""How far the mark of an event hangs out that stands in a list, over its size."""


class Even(Struct, frozen=True):
    """Events with columns of their own, set."""

    step: int
    boxes: tuple[Box, ...]
    head: int
    """Height of the dates."""
    height: int

    @property
    def size(self) -> int:
        """Which of the theme's sizes the words have."""
        return self.step // len(RATIOS)


def draw(block: Timeline, place: Place, look: Look) -> tuple[Item, ...]:
    """The timeline, and its source in the layout's slot for it or below."""
    source = source_line(block.source, look)
    foot = own_slot(look)
    whole = area(place, look)
    shown = replace(whole, height=whole.height - (0 if foot else caption_room(source, whole, look)))
    items = tuple(_drawn(block, replace(place, box=replace(place.box, height=shown.height)), look))
    if source is None:
        return items
    if foot is not None:
        return *items, caption_item(source, in_slot(f"{place.key}-caption", foot), 0, look)
    return (*items, *caption(source, place.key, shown, whole, look))


def _drawn(block: Timeline, place: Place, look: Look) -> Iterator[Item]:
    line = line_of(block, look.language)
    if wide(place, look):
        even = None if block.scale or len(line.events) > MOST_EVEN else _even(line, place, look)
        both = sides(block, line, place, look) if even is None or even.size > WELL else None
        if even is not None and not _larger(both, even):
            yield from _in_columns(line, even, place, look)
            return
        if both is not None:
            yield from drawn(block, line, both, place, look)
            return
        stops = None if block.scale else down(line, place, look)
        if stops is not None:
            yield from drawn_down(line, stops, place, look)
            return
        look.over.add(place.key)  # It is parted where it may be; else it is a list.
    yield from lists(block, "timeline-list", place, look, partial(_listed, line, look))


def _larger(both: Sides | None, even: Even) -> bool:
    """Whether labels on both sides are clearly larger than columns."""
    return both is not None and both.step + 1 < even.size


# Columns


def _scale(look: Look) -> Scale:
    """The styles of the words and of the dates at every size; the largest of the theme's lists is too large for events."""
    return tuple([_levels(style, ratio) for style in (styles(look)[1:] or styles(look)) for ratio in RATIOS])


def _levels(style: Styles, ratio: float) -> Levels:
    date = sized(style.figure, round(style.main.text.size * ratio))
    return (replace(style.main, before=GAP, line_spacing=100), coloured(date, style.main.text.color))


def _column(shown: Shown, look: Look, levels: Levels) -> list[Paragraph]:
    """A date, and its words under the line."""
    words, date = levels
    date = coloured(date, accent(look)) if shown.lit else date
    words = coloured(words, words.text.color, bold=True) if shown.lit else words
    return [plain_paragraph(shown.date, date, look), paragraph(shown.text, words, look, level=1)]


def _even(line: Line, place: Place, look: Look) -> Even | None:
    """The largest size at which each date has one line and no word is cut."""
    box, scale = area(place, look), _scale(look)
    boxes = columns(len(line.events), box, slots_of(len(line.events), place))
    for step in range(min(look.floors.get("timeline", 0), len(scale) - 1), len(scale)):
        even = _set(line, step, scale[step], boxes, look)
        if even is not None and even.height <= box.height:
            return even
    return None


def _set(line: Line, step: int, levels: Levels, boxes: list[Box], look: Look) -> Even | None:
    made = [set_well(_column(one, look, levels), own, look) for one, own in zip(line.events, boxes, strict=True)]
    if not all(whole for _, whole in made):
        return None
    if any(len(item.paragraphs[0].lines) > 1 or len(item.paragraphs[1].lines) > LINES for item, _ in made):
        return None
    head, _ = set_text(made[0][0].paragraphs[:1], boxes[0], look)
    return Even(step, tuple(boxes), head.height, max(item.height for item, _ in made))


def _in_columns(line: Line, even: Even, place: Place, look: Look) -> Iterator[Item]:
    box, scale = area(place, look), _scale(look)
    top = box.y + round((box.height - even.height) * LOWER)
    slots = slots_of(len(line.events), place)
    xs = [own.x + DOT // 2 for own in even.boxes]
    ends = [
        None if one.event.to is None else own.x + own.width * 3 // 4 for one, own in zip(line.events, even.boxes, strict=True)
    ]
    where = Marks(y=top + even.head + round(GAP * TO_LINE), xs=tuple(xs), ends=tuple(ends), now=_now_x(line, even.boxes, box))
    yield from marks(line, where, place, look)
    yield from said(line, where, -1, place, look)
    floors = {**look.floors, "timeline": even.step}
    for at, (shown, own) in enumerate(zip(line.events, even.boxes, strict=True)):
        key = place.key if not at else f"{place.key}-{at + 1}"
        one = Place(
            key=key, box=replace(own, y=top, height=box.bottom - top), slot=slots[at] if slots else None, scale=scale,
            share="timeline", native=False,
        )  # fmt: skip
        yield text_item(one, partial(_column, shown, look), replace(look, floors=floors), shown.event.span, (shown.event,))
        yield from said(line, where, at, place, look)
    look.taken[place.key] = Taken("timeline", even.step)


def _now_x(line: Line, boxes: tuple[Box, ...], box: Box) -> int | None:
    """Where today is: at an event, or between two."""
    if line.now_at is None:
        return None
    at = int(line.now_at + 1)
    if line.now_at == at - 1:
        return boxes[at - 1].x + DOT // 2
    if at >= len(boxes):
        return box.right
    return box.x if not at else (boxes[at - 1].right + boxes[at].x) // 2


# A list


def _listed(line: Line, look: Look, numbers: range, levels: Levels) -> list[Paragraph]:
    """Events as items of a list: the date, and the words on the next line."""
    style, made = levels[0], list[Paragraph]()
    some = any(one.lit for one in line.events)
    for at in numbers:
        shown = line.events[at]
        color = accent(look) if shown.lit else brand(look)
        date = replace(coloured(style, color, bold=True), before=style.before if made else 0)
        words = coloured(style, style.text.color, bold=shown.lit and some)
        made.append(below(plain_paragraph(shown.date, date, look), paragraph(shown.text, words, look)))
    return made


def want(block: Timeline, place: Place, step: int, look: Look) -> Want:
    """The room that a timeline needs in the width of a place, at a step."""
    line, source = line_of(block, look.language), source_line(block.source, look)
    low = caption_room(source, place.box, look)
    if wide(place, look):
        scale = _scale(look)
        boxes = columns(len(line.events), area(place, look), ())
        steps = range(min(step * len(RATIOS), len(scale) - 1), len(scale))
        few = len(line.events) <= MOST_EVEN and not block.scale
        made = (_set(line, one, scale[one], boxes, look) for one in steps[: len(RATIOS)] if few)
        even = next((one for one in made if one is not None), None)
        height = even.height if even is not None else sides_want(block, line, place, step, look)
        if height is not None:
            return Want(height=height + low, width=place.box.width)
    levels = look.theme.looks["list"]
    made_list = _listed(line, look, range(len(line.events)), levels[min(step, len(levels) - 1)])
    item, broken = set_text(made_list, place.box, look)
    return Want(height=item.height + low, width=place.box.width, broken=bool(broken))
