"""What the widths of texts say about a slide of few points, before any page of it is made: nearly all slides need no more.

The lines of plain texts are counted just as they will break. Others may be kept together, hyphenated or bold: of these it is
known only how few lines they take at least and, with a margin, at most.
"""

import re
from collections.abc import Sequence
from math import ceil

from msgspec import Struct

from deckmotor.model.text import Text, is_bare
from deckmotor.scene.page import Slot
from deckmotor.typeset.face import Face
from deckmotor.typeset.flow import first_left, line_height
from deckmotor.typeset.fonts import Fonts
from deckmotor.typeset.lines import count_lines

NEARLY = 1.03
"""How much less room a text may take than its width says: what is too long even then is too long."""

MARKED = 1.1
"""How much more it may take where some of it is bold, or words are kept together: numbers, and short ones at a line's end."""

_not_so_plain = re.compile("[\\d\n\t\u00ad-]").search
"""What a text has of which something may be kept together, or whose lines an author has broken."""


class Step(Struct, frozen=True, kw_only=True):
    """Places of a layout at a step of their type scale. Heights and sizes are EMU."""

    face: Face
    """What its text is set in."""
    tracking: float
    """What stands after each character, in units of the face: widths are in these."""
    inner: tuple[float, float]
    """How wide lines may be in the narrowest of the places, and in the widest."""
    box: float
    """How wide the first of the places is."""
    first: tuple[float, ...]
    """How wide the first of a paragraph may be in each place, by measure (`Fonts.room`)."""
    rest: tuple[float, ...]
    """How wide the others may be, by measure."""
    size: int
    """Font size."""
    rooms: tuple[int, ...]
    """How high each place is."""
    line: int
    """Height of a line."""
    between: int
    """What stands between two paragraphs."""
    more: int
    """What each paragraph may be higher, as its mark is large."""
    measure: object
    """Its face, and its tracking where it has any: texts are as wide in all steps that have these."""

    def holds(self, lines: Sequence[int]) -> bool:
        """Whether paragraphs of so many lines fit, those of a list that is divided over several places in each of these."""
        if len(self.rooms) == 1:
            count = len(lines)
            return sum(lines) * self.line + count * (self.between + self.more) - self.between <= self.rooms[0]
        each = ceil(len(lines) / len(self.rooms))
        parts = [lines[at * each : (at + 1) * each] for at in range(len(self.rooms))]
        return all(self.height(part) <= room for part, room in zip(parts, self.rooms, strict=True))

    def height(self, lines: Sequence[int]) -> int:
        """The height of paragraphs that take so many lines."""
        return sum(lines) * self.line + (len(lines) - 1) * self.between + len(lines) * self.more


def steps_of(slots: Sequence[Slot], fonts: Fonts, most: int) -> tuple[Step, ...]:
    """The first steps of some slots that share their styles, at most `most` smaller ones."""
    steps = []
    widths = [slot.box.width - slot.insets.left - slot.insets.right for slot in slots]
    rooms = tuple([slot.box.height - slot.insets.top - slot.insets.bottom for slot in slots])
    for style, *_ in slots[0].steps[: most + 1]:
        text, left = style.text, first_left(style, None, fonts)
        mark = 100 if style.bullet is None else style.bullet.size
        line = line_height(text.size, style.line_spacing)
        face, scale = fonts.face(text)
        steps.append(
            Step(
                face=face,
                tracking=text.tracking / scale,
                inner=((min(widths) - style.margin) / scale, (max(widths) - style.margin) / scale),
                box=slots[0].box.width / scale,
                first=tuple([fonts.room(width - left, text) / scale for width in widths]),
                rest=tuple([fonts.room(width - style.margin, text) / scale for width in widths]),
                size=text.size,
                rooms=rooms,
                line=line,
                between=style.before + style.after,
                more=max(0, line_height(text.size, mark) - line_height(text.size, 100)),
                measure=(face, text.tracking / scale) if text.tracking else face,
            )
        )
    return tuple(steps)


class Measured:
    """Some texts, measured once for each face: their widths in a size follow from that."""

    __slots__ = ("_given", "_known", "_may_be_plain", "_told", "_widths", "texts")

    def __init__(self, texts: Sequence[Text], *, plain: bool = True) -> None:
        self.texts = [text.typed for text in texts]
        self._given = texts
        self._may_be_plain = plain
        self._told: tuple[bool, bool] | None = None
        self._widths: dict[object, tuple[Sequence[float], float]] = {}
        """Of each text, and the widest of these, by what they are measured in."""
        self._known: dict[tuple[str, Face], int] = {}
        """What is asked of few texts."""

    @property
    def is_told(self) -> bool:
        """Whether the characters tell how wide they are: those of keys and formulas do not."""
        return (self._told or self._read())[0]

    @property
    def is_plain(self) -> bool:
        """Whether lines are just as long as their words: texts in one style, with nothing that may be kept together."""
        return (self._told or self._read())[1]

    def _read(self) -> tuple[bool, bool]:
        texts = self._given
        for text in texts:
            if not is_bare(text.runs):
                self._told = not any(run.key or run.formula is not None for text in texts for run in text.runs), False
                return self._told
        self._told = True, self._may_be_plain and _are_plain(self.texts)
        return self._told

    def widths(self, step: Step) -> Sequence[float]:
        """The width of each on one line, in units of the face."""
        return (self._widths.get(step.measure) or self._measure(step))[0]

    def widest(self, step: Step) -> float:
        """The width of the widest."""
        return (self._widths.get(step.measure) or self._measure(step))[1]

    def _measure(self, step: Step) -> tuple[Sequence[float], float]:
        face, tracking = step.face, step.tracking
        plain = list(map(face.plain.__getitem__, self.texts))
        widths: list[float] = [face.width(text) if wide is None else wide for text, wide in zip(self.texts, plain, strict=True)]
        if tracking:
            widths = [wide + tracking * len(text) for wide, text in zip(widths, self.texts, strict=True)]
        known = self._widths[step.measure] = (widths, max(widths))
        return known

    def longest(self, step: Step) -> float:
        """The width of the widest word."""
        face = step.face
        if step.tracking:
            return max([face.width(word) + step.tracking * len(word) for text in self.texts for word in text.split()])
        known = self._known.get(("longest", face))
        if known is None:
            known = self._known["longest", face] = max([face.width(word) for text in self.texts for word in text.split()])
        return known

    def _may_be_cut(self, face: Face) -> bool:
        """Whether lines end elsewhere than between words."""
        known = self._known.get(("cut", face))
        if known is None:
            text = "\n".join(self.texts)
            is_turned = text.count("\n") >= len(self.texts)
            known = self._known["cut", face] = is_turned or any(map(face.inner_breaks.__getitem__, text.split()))
        return bool(known)

    def least(self, step: Step) -> Sequence[int] | None:
        """The lines that each takes at least; none at all where a word is wider than one."""
        if self.is_plain:
            return self._counted(step, step.first, step.rest)
        inner = step.inner[1] * NEARLY
        counted = self._counted(step, (inner,), (inner,))
        return [ceil(wide / inner) for wide in self.widths(step)] if counted is None else counted

    def most(self, step: Step) -> Sequence[int] | None:
        """The lines that each takes at most; None where that can't be told."""
        if self.is_plain:
            return self._counted(step, step.first, step.rest)
        inner = step.inner[0] / MARKED
        if self._may_be_cut(step.face):
            return None
        return self._counted(step, (inner,), (inner,)) or None

    def _counted(self, step: Step, first: Sequence[float], rest: Sequence[float]) -> Sequence[int] | None:
        """The lines of each in the widths of its place: none where a word is wider; None where words don't tell."""
        widths, widest = self._widths.get(step.measure) or self._measure(step)
        if widest <= min(first):
            return [1] * len(widths)
        face, tracking, counted = step.face, step.tracking, []
        each = ceil(len(widths) / len(first))
        for at, wide in enumerate(widths):
            room, more = first[at // each], rest[at // each]
            if wide <= room:
                counted.append(1)
                continue
            text = self.texts[at]
            if face.plain[text] is None:  # Its words do not stand between single spaces.
                return None
            if not tracking and face.takes_two(wide, room, more):
                counted.append(2)
                continue
            lines = count_lines(text, face, room, more, tracking)
            if not lines:
                return lines if lines is None else ()
            counted.append(lines)
        return counted


def _are_plain(texts: Sequence[str]) -> bool:
    """Whether nothing in some texts may be kept together, and only single spaces stand between their words."""
    together = "\0".join(texts)  # No deck holds that character.
    letters = together.replace(" ", "").replace("\0", "")
    return not (
        (not letters.isalpha() and _not_so_plain(letters))
        or "  " in together
        or "\0 " in together
        or " \0" in together
        or together[:1] == " "
        or together[-1:] == " "
    )


class Asked(Struct, frozen=True, kw_only=True):
    """What a slide is to be like on a layout."""

    lines: int
    """Lines of an item, at most."""
    steps: tuple[Step, ...]
    """Those that its text may take."""
    title_lines: int
    title_steps: tuple[Step, ...]
    starts: tuple[int, ...]
    """For each step of the title the one that the list may start at: it is no larger than a title that leads its page."""


def title_may_do(title: Measured, asked: Asked) -> bool:
    """Whether a title may take no more lines than asked, at its smallest, with no word cut."""
    step = asked.title_steps[-1]
    wide = title.widest(step)
    return wide <= step.box or (wide <= asked.title_lines * step.box and title.longest(step) <= step.box)


def guess(items: Measured, title: Measured, asked: Asked) -> bool | None:
    """Whether a list is as asked on a layout; None where only composing it tells."""
    if not (items.is_told and title.is_told):
        return None
    if _too_long(items, asked.steps[-1], asked.lines) or _too_long(title, asked.title_steps[-1], asked.title_lines):
        return False
    taken, is_sure = _title_steps(title, asked)
    list_guess = _plain_guess if items.is_plain else _list_guess
    told = {list_guess(items, asked, start) for start in {asked.starts[step] for step in taken}}
    if told <= {False}:
        return False
    return True if told == {True} and is_sure else None


def _too_long(texts: Measured, smallest: Step, lines: int) -> bool:
    """Whether one of some texts is longer than so many lines even at the smallest step."""
    return texts.widest(smallest) > lines * smallest.inner[1] * NEARLY


def _title_steps(title: Measured, asked: Asked) -> tuple[Sequence[int], bool]:
    """The steps that the title may take where it is as asked, and whether it surely takes one of them and is."""
    for number, step in enumerate(asked.title_steps):
        lines = title.most(step)
        if not lines or (not title.is_plain and max(lines) > 1):
            break
        if step.holds(lines):
            if max(lines) > 2:  # Of uneven ones, it takes a smaller step.
                break
            return [number][: asked.title_lines // max(lines)], True
    else:
        return (), True
    return range(len(asked.title_steps)), False


def _plain_guess(items: Measured, asked: Asked, start: int) -> bool | None:
    """The same of the list alone, where its texts are plain and it takes the first step from `start` on at which it fits."""
    for step in asked.steps[start:]:
        lines = items.least(step)
        if lines is None:
            return None
        if lines and step.holds(lines):
            return max(lines) <= asked.lines
    return False


def _list_guess(items: Measured, asked: Asked, start: int) -> bool | None:
    """The same of texts that are not all plain."""
    is_sure = True
    for step in asked.steps[start:]:
        least = items.least(step)
        if least is None:
            return None
        if not least or not step.holds(least):
            continue
        most = items.most(step)
        if max(least) <= asked.lines:
            return True if is_sure and most and step.holds(most) and max(most) <= asked.lines else None
        if most and step.holds(most):
            return False
        is_sure = False
    return False
