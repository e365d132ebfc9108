"""What the widths of texts say about a slide of few points, before any page of it is made: nearly all slides need no more.

Words are taken as they stand: no hyphens, marks, or words kept together. So an answer is given only with a margin.
"""

import re
from collections.abc import Iterable, Sequence
from math import ceil, inf

from msgspec import Struct

from deckmotor.model.text import Text, TextRun
from deckmotor.scene.page import Layout, Slot
from deckmotor.style import ParagraphStyle, TextStyle
from deckmotor.typeset.flow import line_height
from deckmotor.typeset.fonts import Fonts

NEARLY = 1.03
"""How much less room a text may take than its width says: what is too long even then is too long."""

MARKED = 1.1
"""How much more it may take where some of it is bold, or words are kept together: numbers, and short ones at a line's end."""

_has_number = re.compile(r"\d").search


class Measured:
    """Some texts and their widths, measured once for each face: that of a size follows from that of another."""

    def __init__(self, texts: Sequence[Text], fonts: Fonts) -> None:
        self.texts = [text.plain for text in texts]
        self.fonts = fonts
        self._given = texts
        self._margin: float | None = None
        self._units: dict[int, list[int]] = {}
        self._widths: dict[int, list[float]] = {}

    def widths(self, style: TextStyle) -> list[float]:
        """The width of each on one line, EMU. Styles are told apart by identity: they are a theme's own, which stays."""
        known = self._widths.get(id(style))
        if known is None:
            known = self._widths[id(style)] = self._measured(style)
        return known

    def _measured(self, style: TextStyle) -> list[float]:
        face, scale = self.fonts.face(style)
        units = self._units.get(id(face))
        if units is None:
            units = self._units[id(face)] = [face.width(text) for text in self.texts]
        return [wide * scale + style.tracking * len(text) for wide, text in zip(units, self.texts, strict=True)]

    @property
    def margin(self) -> float:
        """How much more room they may take than their widths say; no end to it where an author has broken lines."""
        if self._margin is None:
            written = any("\n" in text for text in self.texts)
            self._margin = inf if written else NEARLY if all(map(_is_plain, self._given)) else MARKED
        return self._margin


def _is_plain(text: Text) -> bool:
    """Whether a text stands in one style, and has no numbers."""
    return text.runs == (TextRun(text=text.plain),) and not _has_number(text.plain)


class Asked(Struct, frozen=True):
    """What a slide is to be like on a layout."""

    lines: int
    """Lines of an item, at most."""
    smaller: int
    """Steps of the type scale that its text may go down."""
    title_lines: int
    title_smaller: int
    starts: frozenset[int]
    """The steps that its text may start at (`starts`)."""


def fewest_lines(widths: Iterable[float], inner: int) -> list[int]:
    """The lines that texts take in a width (EMU), at least."""
    return [ceil(wide / (inner * NEARLY)) for wide in widths]


def filled_lines(widths: Iterable[float], inner: int) -> list[int]:
    """The lines that texts take in a width (EMU), if they fill each and are a little wider than they are."""
    return [ceil(wide * NEARLY / inner) for wide in widths]


def height_of(lines: Sequence[int], style: ParagraphStyle) -> int:
    """The height of paragraphs that take so many lines, EMU."""
    between = style.before + style.after
    return sum(lines) * line_height(style.text.size, style.line_spacing) + (len(lines) - 1) * between


def title_may_do(title: Measured, slot: Slot, smaller: int, lines: int) -> bool:
    """Whether a title may take no more lines than that, so many steps down, with no word cut."""
    style, words = slot.at(min(smaller, len(slot.smaller)))[0].text, title.texts[0].split()
    (wide,) = title.widths(style)
    if wide > lines * slot.box.width:
        return False
    return wide <= slot.box.width or max(title.fonts.width(word, style) for word in words) <= slot.box.width


def guess(items: Measured, title: Measured, layout: Layout, asked: Asked) -> bool | None:
    """Whether a list is as asked on a layout; None where only composing it tells."""
    slot, bodies = layout.slot("title"), layout.of("body")
    if slot is None:
        return None
    smallest = slot.at(min(asked.title_smaller, len(slot.smaller)))[0].text
    if max(_lines(title, smallest, slot.box.width * NEARLY) or [0]) > asked.title_lines:
        return False
    told = {_list_guess(items, bodies, asked, start) for start in asked.starts}
    if told == {False}:
        return False
    return True if told == {True} and _is_one_line(title, slot) else None


def _is_one_line(title: Measured, slot: Slot) -> bool:
    """Whether a title surely is on one line, at its first size."""
    inner = slot.box.width - slot.insets.left - slot.insets.right
    return title.widths(slot.levels[0].text)[0] * title.margin <= inner


def starts(layout: Layout, title_smaller: int, title_size: int) -> frozenset[int]:
    """The steps that a list may start at: it is no larger than the title, where that leads its page.

    The title may go down so many steps. `title_size` as in `Theme`.
    """
    title, body = layout.slot("title"), layout.of("body")[0]
    if title is None or title.levels[0].text.size < title_size:
        return frozenset({0})
    titles = [title.at(step)[0].text.size for step in range(min(title_smaller, len(title.smaller)) + 1)]
    sizes = [levels[0].text.size for levels in body.steps]
    return frozenset({min(sum(size > most for size in sizes), len(sizes) - 1) for most in titles})


def _list_guess(items: Measured, bodies: Sequence[Slot], asked: Asked, start: int) -> bool | None:
    """The same of the list alone, where it takes the first step from `start` on at which it fits."""
    told: set[bool] = set()
    for step in range(start, min(asked.smaller, len(bodies[0].smaller)) + 1):
        style = bodies[0].at(step)[0]
        inner = bodies[0].box.width - bodies[0].insets.left - bodies[0].insets.right - style.margin
        right, most = _if_fits(items, style, inner, asked.lines)
        if right is None:
            return None
        told.add(right)
        if len(told) > 1:
            return None
        if most is not None and _fits(most, style, bodies):
            return right
    return None if True in told else False


def _if_fits(items: Measured, style: ParagraphStyle, inner: int, lines: int) -> tuple[bool | None, list[int] | None]:
    """Whether a list is as asked at a step, if it fits there; and how many lines its items take, at most."""
    widths = items.widths(style.text)
    most = [1] * len(widths) if max(widths) * items.margin <= inner else _lines(items, style.text, inner / MARKED)
    if most is not None and max(most) <= lines:
        return True, most
    if max(fewest_lines(widths, inner)) > lines or _cuts(items, style.text, inner * NEARLY):
        return False, most
    return (False if max(_lines(items, style.text, inner * NEARLY) or [0]) > lines else None), most


def _fits(lines: Sequence[int], style: ParagraphStyle, bodies: Sequence[Slot]) -> bool:
    """Whether paragraphs of so many lines surely fit, those of a list that is divided over several places in each of these."""
    each = ceil(len(lines) / len(bodies))
    rooms = (body.box.height - body.insets.top - body.insets.bottom for body in bodies)
    parts = (lines[at * each : (at + 1) * each] for at in range(len(bodies)))
    return all(height_of(part, style) * NEARLY <= room for part, room in zip(parts, rooms, strict=True))


def _lines(items: Measured, style: TextStyle, inner: float) -> list[int] | None:
    """The lines that texts take in a width (EMU) by their words; None where a line may break elsewhere than at a space."""
    lines = [_filled(text, style, inner, items.fonts) for text in items.texts]
    return [line for line in lines if line] if all(lines) else None


def _cuts(items: Measured, style: TextStyle, inner: float) -> bool:
    """Whether a word is wider than a width, so that it would be cut, which few points never are."""
    face, scale = items.fonts.face(style)
    words = (word for text in items.texts for word in text.split())
    return any(face.words[word] * scale > inner and not face.inner_breaks[word] for word in words)


def _filled(text: str, style: TextStyle, inner: float, fonts: Fonts) -> int:
    face, scale = fonts.face(style)
    room, space, tracking = inner / scale, face.space, style.tracking / scale
    lines, end = 1, 0.0
    for word in text.split():
        wide = face.words[word] + tracking * (len(word) + 1)
        if wide > room or face.inner_breaks[word]:
            return 0
        if end and end + space + wide > room:
            lines, end = lines + 1, wide
        else:
            end += wide + (space if end else 0)
    return lines
