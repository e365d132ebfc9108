"""Events below each other beside a line that leads down, in one column or two: where none across the page has room for them."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds.along import STROKE, accent, area, bar, brand, columns, coming, lit_words, set_well
from deckmotor.compose.kinds.timeline.marks import DOT, LIT_DOT, STRETCH, TICK, around, ringed
from deckmotor.compose.kinds.timeline.shown import Line
from deckmotor.compose.kinds.timeline.sides import few_lines, label, label_scale
from deckmotor.compose.kinds.timeline.words import now as now_word
from deckmotor.compose.look import Look, Taken, own_word, plain_paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.compose.text import text_item
from deckmotor.scene.page import Item, ShapeItem
from deckmotor.style import Box
from deckmotor.typeset.flow import line_height
from deckmotor.units import points

AIR = points(12)
"""From the dots to the words beside them."""

UNDER = (0.4, 1.2)
"""Between two events, over the size of their words: at least and at most."""

LOWER = 0.3
"""How much of what it leaves of its place stands above it."""


class Down(Struct, frozen=True):
    """Events in their places. `None` is today, where it stands between two."""

    step: int
    stops: tuple[int | None, ...]
    boxes: tuple[Box, ...]
    """Of the words at each stop."""
    middles: tuple[int, ...]
    """How far down the mark of each is."""
    each: int
    """How many stand in the first column."""


def down(line: Line, place: Place, look: Look) -> Down | None:
    """The events at the largest size at which they have room; None without room."""
    scale = label_scale(look)
    first = min(look.floors.get("timeline-down", 0), len(scale) - 1)
    stops = tuple(_stops(line))
    tried = (_at_step(line, stops, step, count, place, look) for step, count in product(range(first, len(scale)), (1, 2)))
    return next((one for one in tried if one is not None), None)


def _stops(line: Line) -> Iterator[int | None]:
    """The events, and today where it is between two."""
    for at in range(len(line.events)):
        if line.now_at is not None and at - 1 < line.now_at < at:
            yield None
        yield at
    if line.now_at is not None and line.now_at > len(line.events) - 1:
        yield None


def _at_step(line: Line, stops: Sequence[int | None], step: int, count: int, place: Place, look: Look) -> Down | None:
    box, levels = area(place, look), label_scale(look)[step]
    words, date = levels
    left, size, each = LIT_DOT + AIR, words.text.size, -(-len(stops) // count)
    beside = [replace(one, x=one.x + left, width=one.width - left) for one in columns(count, box, ())]
    heights = []
    for at in stops:
        made, whole = set_well(label(line.events[at or 0], look, levels), beside[0], look)
        if not whole or not few_lines(made.paragraphs):
            return None
        heights.append(line_height(size, 100) if at is None else made.height)
    rows = [max(heights[row::each]) for row in range(each)]
    free = box.height - sum(rows)
    if free < round(size * UNDER[0]) * (each - 1):
        return None
    gap = min(free // max(1, each - 1), round(size * UNDER[1]))
    top = box.y + round((free - gap * (each - 1)) * LOWER)
    tops = [top + sum(rows[:row]) + gap * row for row in range(each)]
    boxes = tuple([replace(beside[at // each], y=tops[at % each], height=high) for at, high in enumerate(heights)])
    middle = line_height(date.text.size, date.line_spacing) // 2
    middles = [own.y + (middle if at is not None else own.height // 2) for at, own in zip(stops, boxes, strict=True)]
    return Down(step, tuple(stops), boxes, tuple(middles), each)


def drawn_down(line: Line, found: Down, place: Place, look: Look) -> Iterator[Item]:
    """The line of each column, then each event with its mark and its words."""
    scale, name = label_scale(look), f"{look.page}/{place.key}"
    yield from _lines(line, found, name, look)
    own = replace(look, floors={**look.floors, "timeline-down": found.step})
    for at, box, middle in zip(found.stops, found.boxes, found.middles, strict=True):
        x = _x(box)
        if at is None:
            yield from _today(name, box, middle, look)
            continue
        shown = line.events[at]
        color = accent(look) if shown.lit else brand(look)
        dot = ringed(f"{name}-dot-{at + 1}", around(x, middle, LIT_DOT if shown.lit else DOT), "ellipse", look, color)
        yield replace(dot, alt=lit_words(shown.date, look)) if shown.lit else dot
        one = Place(
            key=place.key if not at else f"{place.key}-{at + 1}", box=box, slot=None, scale=scale, share="timeline-down",
            native=False,
        )  # fmt: skip
        yield text_item(one, partial(label, shown, look), own, shown.event.span, (shown.event,))
        if line.now_at == at:
            date = round(look.fonts.width(shown.date, scale[found.step][1].text)) + AIR
            yield _word(f"{name}-now", replace(box, x=box.x + date, width=box.width - date), look)
    look.taken[place.key] = Taken("timeline-down", found.step)


def _x(box: Box) -> int:
    """The line beside words."""
    return box.x - AIR - LIT_DOT // 2


def _lines(line: Line, found: Down, name: str, look: Look) -> Iterator[ShapeItem]:
    """The line of each column, strong as far as to today or to what is lit; and what went on for some time."""
    done = _done(line, found)
    for number, first in enumerate(range(0, len(found.stops), found.each), 1):
        last = min(first + found.each, len(found.stops)) - 1
        begin, end = found.middles[first], found.boxes[last].bottom
        until = end if done > last else begin if done < first else found.middles[done]
        x = _x(found.boxes[first]) - STROKE // 2
        if until > begin:
            yield bar(f"{name}-line-{number}", Box(x, begin, STROKE, until - begin), brand(look))
        if until < end:
            yield bar(f"{name}-coming-{number}", Box(x, until, STROKE, end - until), coming(look))
    for at, box, middle in zip(found.stops, found.boxes, found.middles, strict=True):
        if at is not None and line.events[at].event.to is not None:
            color = accent(look) if line.events[at].lit else brand(look)
            span = Box(_x(box) - STRETCH // 2, middle, STRETCH, box.bottom - middle)
            yield ringed(f"{name}-span-{at + 1}", span, "rect", look, color)


def _done(line: Line, found: Down) -> int:
    """The stop to which the line is drawn strong; beyond all where it all is."""
    if line.now_at is not None:
        return found.stops.index(None if None in found.stops else int(line.now_at))
    return next((at for at, event in enumerate(found.stops) if event is not None and line.events[event].lit), len(found.stops))


def _today(name: str, box: Box, middle: int, look: Look) -> Iterator[ShapeItem]:
    ink = look.theme.looks["text"][0][0].text.color
    yield bar(f"{name}-today", Box(_x(box) - TICK // 2, middle - STROKE // 2, TICK, STROKE), ink)
    yield _word(f"{name}-now", box, look)


def _word(name: str, box: Box, look: Look) -> ShapeItem:
    style = look.theme.looks["caption"][0][0]
    high = min(box.height, line_height(style.text.size, 100) * 5 // 4)
    own = replace(box, height=high)
    text = own_word("now", now_word(look.language), look)
    item, _ = set_text([plain_paragraph(text, style, look)], own, look, "middle")
    return ShapeItem(name=name, box=own, outline="rect", paragraphs=item.paragraphs, anchor="middle")
