"""The line of a timeline, and what stands on it: dots, stretches of time, today."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.compose.kinds.along import STROKE, accent, bar, brand, coming, lit_words, whole_page
from deckmotor.compose.kinds.timeline.shown import Line
from deckmotor.compose.kinds.timeline.words import now as now_word
from deckmotor.compose.look import Look, own_word, plain_paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.scene.page import Item, Preset, ShapeItem
from deckmotor.style import Box, ParagraphStyle
from deckmotor.style import Line as Edge
from deckmotor.units import points

DOT, LIT_DOT, RING = points(18), points(26), points(3)
"""Width of an event's dot, of one that is lit, and of the ring around both."""

STRETCH = points(12)
"""Thickness of what went on for some time."""

TICK = points(26)
"""Height of the mark of today."""

WORD_AIR = points(5)
"""Between that mark and its word."""

SPARE = 1.06
"""How much wider the place of the word is than it measures, as programs differ."""


class Marks(Struct, frozen=True, kw_only=True):
    """Where on the page things stand on the line. EMU."""

    y: int
    """The line."""
    xs: tuple[int, ...]
    """Middles of the dots."""
    ends: tuple[int | None, ...]
    """Where what went on ends."""
    now: int | None
    """Today."""
    stems: tuple[int, ...] = ()
    """Lines that go down from the line, which words of today must not touch."""


def marks(line: Line, where: Marks, place: Place, look: Look) -> Iterator[ShapeItem]:
    """The line, over the whole page where it may: time goes on. Then what stands on it and decorates."""
    name = f"{look.page}/{place.key}"
    whole = whole_page(place, look)
    left, right = (0, look.theme.width) if whole else (place.box.x, place.box.right)
    done = _done(line, where, right)
    y = where.y - STROKE // 2
    yield bar(f"{name}-line", Box(left, y, max(1, done - left), STROKE), brand(look))
    if done < right:
        yield bar(f"{name}-coming", Box(done, y, right - done, STROKE), coming(look))
    for at, (shown, x, end) in enumerate(zip(line.events, where.xs, where.ends, strict=True), 1):
        color = accent(look) if shown.lit else brand(look)
        if end is not None:
            thick = STRETCH + (RING if shown.lit else 0)
            yield ringed(f"{name}-span-{at}", Box(x, where.y - thick // 2, max(end - x, DOT), thick), "rect", look, color)
        if not shown.lit:
            yield ringed(f"{name}-dot-{at}", around(x, where.y, DOT), "ellipse", look, color)
    if where.now is not None and where.now not in where.xs:
        ink = look.theme.looks["text"][0][0].text.color
        yield bar(f"{name}-today", Box(where.now - STROKE // 2, where.y - TICK // 2, STROKE, TICK), ink)


def said(line: Line, where: Marks, at: int, place: Place, look: Look) -> Iterator[Item]:
    """What on the line is read after an event, or before the first where `at` is -1: that it is lit, that today follows."""
    name = f"{look.page}/{place.key}"
    if at >= 0 and line.events[at].lit:
        dot = ringed(f"{name}-dot-{at + 1}", around(where.xs[at], where.y, LIT_DOT), "ellipse", look, accent(look))
        yield replace(dot, alt=lit_words(line.events[at].date, look))
    begin = where.xs[at] if at >= 0 else -1
    end = where.xs[at + 1] if at + 1 < len(where.xs) else look.theme.width + 1
    if where.now is not None and begin <= where.now < end:
        yield _word(f"{name}-now", where.now, where.now not in where.xs, where, look)


def around(x: int, y: int, width: int) -> Box:
    """A square around a point."""
    return Box(x - width // 2, y - width // 2, width, width)


def _done(line: Line, where: Marks, right: int) -> int:
    """How far the line is drawn strong: to today, or to the event that is lit, or all of it."""
    if where.now is not None:
        return where.now
    return next((x for shown, x in zip(line.events, where.xs, strict=True) if shown.lit), right)


def ringed(name: str, box: Box, outline: Preset, look: Look, color: Color) -> ShapeItem:
    """A shape with a ring of the page's colour around it."""
    ring = Edge(color=look.layout.background, width=RING)
    return ShapeItem(name=name, box=box, outline=outline, fill=color, line=ring)


def _word(name: str, x: int, apart: bool, where: Marks, look: Look) -> ShapeItem:
    """The word beside the mark, on the side where there is no stem; below the dot where today is an event."""
    style: ParagraphStyle = look.theme.looks["caption"][0][0]
    text = own_word("now", now_word(look.language), look)
    width = round(look.fonts.width(text, style.text) * SPARE)
    high = round(style.text.size * 1.2)
    left, right = x - WORD_AIR - width, x + WORD_AIR
    if not apart:
        left = right = x + WORD_AIR if x in where.stems else max(0, x - DOT // 2)
    others = [stem for stem in where.stems if stem != x]
    fits = right + width <= look.theme.width and not any(right - WORD_AIR < stem < right + width + WORD_AIR for stem in others)
    box = Box(right if fits else left, where.y + WORD_AIR + (LIT_DOT // 2 - WORD_AIR if not apart else 0), width, high)
    item, _ = set_text([plain_paragraph(text, style, look)], box, look)
    return ShapeItem(name=name, box=box, outline="rect", paragraphs=item.paragraphs, anchor="top")
