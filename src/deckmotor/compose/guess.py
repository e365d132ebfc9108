"""What the widths of texts say about a slide of few points, before any page of it is made: nearly all slides need no more.

Words are taken as they stand: no hyphens, marks, or words kept together. So an answer is given only with a margin.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import ceil, inf

from msgspec import Struct

from deckmotor.model.text import Text, TextRun
from deckmotor.scene.page import Layout, Slot
from deckmotor.style import ParagraphStyle, TextStyle
from deckmotor.typeset.face import Face
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
        self._worded: dict[tuple[int, float], list[_Worded]] = {}

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

    def lines(self, style: TextStyle, inner: float) -> list[int] | None:
        """The lines of each in a width (EMU), by its words; None where a line may break elsewhere than at a space."""
        face, scale = self.fonts.face(style)
        room, tracking = inner / scale, style.tracking / scale
        key = (id(face), tracking)
        if key not in self._worded:
            self._worded[key] = [_worded(text, face, tracking) for text in self.texts]
        worded = self._worded[key]
        if any(text.breaks or text.longest > room for text in worded):
            return None
        return [_filled(text.ends, face.space, room) for text in worded]

    @property
    def margin(self) -> float:
        """How much more room they may take than their widths say; no end to it where an author has broken lines."""
        if self._margin is None:
            written = any("\n" in text for text in self.texts)
            self._margin = inf if written else NEARLY if all(map(_is_plain, self._given)) else MARKED
        return self._margin


def _is_plain(text: Text) -> bool:
    """Whether a text stands in one style, and has no numbers."""
    return not _has_number(text.plain) and text.runs == (TextRun(text=text.plain),)


class _Worded(Struct, frozen=True):
    """The words of a text on one line, in font units."""

    ends: Sequence[float]
    """Where each ends."""
    longest: float
    breaks: bool
    """Whether a line may break inside one of them."""


def _worded(text: str, face: Face, tracking: float) -> _Worded:
    words = text.split()
    widths = [face.words[word] + tracking * (len(word) + 1) for word in words]
    ends = [end + face.space * at for at, end in enumerate(accumulate(widths))]
    return _Worded(ends, max(widths, default=0), any(map(face.inner_breaks.__getitem__, words)))


def _filled(ends: Sequence[float], space: float, room: float) -> int:
    """How many lines words fill that end there on one line, none of them wider than `room`."""
    lines, at, begin = 0, 0, 0.0
    while at < len(ends):
        at = bisect_right(ends, begin + room, at + 1)
        lines, begin = lines + 1, ends[at - 1] + space
    return max(lines, 1)


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


def fewest_lines(items: Measured, style: TextStyle, inner: int) -> int:
    """The lines that the longest of some texts takes in a width (EMU), at least."""
    return max(ceil(max(items.widths(style)) / (inner * NEARLY)), *(items.lines(style, inner * NEARLY) or [0]))


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
    if max(title.lines(smallest, slot.box.width * NEARLY) or [0]) > asked.title_lines:
        return False
    steps: dict[int, tuple[bool | None, bool]] = {}
    told = {_list_guess(items, bodies, asked, start, steps) for start in asked.starts}
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


def _list_guess(
    items: Measured, bodies: Sequence[Slot], asked: Asked, start: int, steps: dict[int, tuple[bool | None, bool]]
) -> bool | None:
    """The same of the list alone, where it takes the first step from `start` on at which it fits.

    `steps` are the answers of those that were looked at before.
    """
    told: set[bool] = set()
    for step in range(start, min(asked.smaller, len(bodies[0].smaller)) + 1):
        if step not in steps:
            steps[step] = _at_step(items, bodies, step, asked.lines)
        right, fits = steps[step]
        if right is None:
            return None
        told.add(right)
        if len(told) > 1:
            return None
        if fits:
            return right
    return None if True in told else False


def _at_step(items: Measured, bodies: Sequence[Slot], step: int, lines: int) -> tuple[bool | None, bool]:
    """Whether a list is as asked at a step, if it fits there; and whether it surely fits."""
    style = bodies[0].at(step)[0]
    inner = bodies[0].box.width - bodies[0].insets.left - bodies[0].insets.right - style.margin
    widths = items.widths(style.text)
    most = [1] * len(widths) if max(widths) * items.margin <= inner else items.lines(style.text, inner / MARKED)
    fits = most is not None and _fits(most, style, bodies)
    if most is not None and max(most) <= lines:
        return True, fits
    if fewest_lines(items, style.text, inner) > lines or _cuts(items, style.text, inner * NEARLY):
        return False, fits
    return None, fits


def _fits(lines: Sequence[int], style: ParagraphStyle, bodies: Sequence[Slot]) -> bool:
    """Whether paragraphs of so many lines surely fit, those of a list that is divided over several places in each of these."""
    each = ceil(len(lines) / len(bodies))
    rooms = (body.box.height - body.insets.top - body.insets.bottom for body in bodies)
    parts = (lines[at * each : (at + 1) * each] for at in range(len(bodies)))
    return all(height_of(part, style) * NEARLY <= room for part, room in zip(parts, rooms, strict=True))


def _cuts(items: Measured, style: TextStyle, inner: float) -> bool:
    """Whether a word is wider than a width, so that it would be cut, which few points never are."""
    face, scale = items.fonts.face(style)
    words = (word for text in items.texts for word in text.split())
    return any(face.words[word] * scale > inner and not face.inner_breaks[word] for word in words)
