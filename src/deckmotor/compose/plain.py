"""Plain text, set by numbers: one run a paragraph, whose lines end between words, as nearly all text is.

It comes out just as `setting` and `text` would set it, in a part of the time: all that is decided is which words begin
lines, and nothing is made before that is settled. What has more to it is left to these.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.breaks import (
    LEAST_LAST,
    LONG_ENOUGH,
    MOST_ALONE,
    MOST_JOINED,
    MOST_REPAIRS,
    NO_BREAK_SPACE,
    is_short,
    may_belong,
    short_words,
)
from deckmotor.scene.page import Paragraph, PlainLines, is_ragged
from deckmotor.typeset.face import Face, Row
from deckmotor.typeset.flow import setting_of
from deckmotor.typeset.fonts import Fonts, Setting
from deckmotor.typeset.lines import filled


class Broken(Struct, frozen=True):
    """A paragraph of several lines."""

    row: Row
    cuts: list[int]
    """The words of its row that begin lines, but for the first."""
    widths: list[int]
    """Of its lines, EMU."""
    face: Face
    scale: float
    """EMU to a unit of the face."""
    rooms: tuple[float, float]
    """How wide its first line may be, and the others, in units of the face."""

    @property
    def text(self) -> str:
        """Its characters."""
        return " ".join(self.row.words)

    @property
    def ends(self) -> tuple[int, ...]:
        """Where its lines end in these."""
        words = self.row.words
        return (*[len(" ".join(words[:cut])) + 1 for cut in self.cuts], len(self.text))

    def better_ended(self, short: frozenset[str], longest: int) -> "Broken | None":
        """The same where no line ends with a `short` word, or none is a lonely last one, if it takes no more lines so.

        `longest` is the width of the longest line around, EMU. None where all is well, or what would come of it is no better.
        """
        words, cuts = self.row.words, self.cuts
        short_ends = [cut for cut in cuts if cut > 1 and is_short(words[cut - 1], short)]
        is_lonely = bool(cuts) and self.widths[-1] < LEAST_LAST * longest and _count(words[cuts[-1] :]) <= MOST_JOINED
        joined = {*short_ends, cuts[-1]} if is_lonely else set(short_ends)
        if not joined:
            return None
        chains = {cut: {cut, *_chain(words, cut, short)} for cut in short_ends}
        chained = joined.union(*chains.values())
        ways = [chained] if chained != joined else []
        ways += [joined, *[chains.get(cut, {cut}) for cut in sorted(joined)]] if 1 < len(joined) <= MOST_ALONE else [joined]
        return next((made for way in ways if (made := self._joined(way, short)) is not None), None)

    def _joined(self, at: set[int], short: frozenset[str]) -> "Broken | None":
        """The same with some words joined with those before them; None where that is no better."""
        made = list(self.row.words)
        for place in sorted(at, reverse=True):
            made[place - 1 : place + 1] = [f"{made[place - 1]}{NO_BREAK_SPACE}{made[place]}"]
        row = self.face.row(made)
        cuts = filled(row, *self.rooms)
        if cuts is None or len(cuts) > len(self.cuts):
            return None
        widths = _widths(row, cuts, self.scale)
        if (is_ragged(widths) and not is_ragged(self.widths)) or _in_vain(made, cuts, widths, short):
            return None
        return Broken(row, cuts, widths, self.face, self.scale, self.rooms)


def _chain(words: Sequence[str], end: int, short: frozenset[str]) -> Iterator[int]:
    """Where short words stand before the one that ends a line: they would end it in its place."""
    at = end - 1
    while at > 1 and is_short(words[at - 1], short):
        yield at
        at -= 1


def _in_vain(words: Sequence[str], cuts: Sequence[int], widths: Sequence[int], short: frozenset[str]) -> bool:
    """Whether lines end no better than before (`breaks.joined_in_vain`)."""
    long = LONG_ENOUGH * max(widths) if len(widths) > 2 else 0
    for cut, width in zip(cuts, widths, strict=False):
        last = words[cut - 1]
        if width < long and cut > 1 and NO_BREAK_SPACE in words[cut] and is_short(last, short):
            return True
        if NO_BREAK_SPACE in last and is_short(last.rpartition(NO_BREAK_SPACE)[2], short):
            return True
    return False


def _widths(row: Row, cuts: Sequence[int], scale: float) -> list[int]:
    begins, ends = row.begins, row.ends
    stops = zip((0, *cuts), (*cuts, len(ends)), strict=True)
    return [round((ends[stop - 1] - begins[start]) * scale) for start, stop in stops]


def _count(words: Sequence[str]) -> int:
    """How many words these are, joined ones counted each."""
    return sum([word.count(NO_BREAK_SPACE) + 1 for word in words])


class PlainText:
    """Plain paragraphs in a width. Lengths are EMU."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.settings: list[Setting] = []
        self.widths: list[int] = []
        """Of each paragraph its longest line."""
        self.broken: dict[int, Broken] = {}
        """Those of more than one line."""
        self.tops: list[int] = []
        """Where each begins, from the top."""
        self.height = 0
        self.is_cut = False
        """Whether a word is wider than a line: then nothing more is known of it here."""

    def stack(self) -> None:
        """Find where each paragraph begins, and how high all of it is, from how many lines each takes."""
        top = after = 0
        self.tops = tops = []
        for at, paragraph in enumerate(self.paragraphs):
            style = paragraph.style
            if at:
                top += after + style.before
            tops.append(top)
            top += self.settings[at][3] * (len(self.broken[at].widths) if at in self.broken else 1)
            after = style.after
        self.height = top

    def end_well(self) -> None:
        """Let its lines end well."""
        looked_at = self.broken
        if not looked_at:
            return
        for _ in range(MOST_REPAIRS):
            longest = max(self.widths)
            found = {at: one.better_ended(short_words(self.paragraphs[at].language), longest) for at, one in looked_at.items()}
            looked_at = {at: one for at, one in found.items() if one is not None}
            if not looked_at:
                break
            self.broken = {**self.broken, **looked_at}
            for at, one in looked_at.items():
                self.widths[at] = max(one.widths)
        self.stack()

    def at(self, x: int, y: int) -> Iterator[Paragraph]:
        """The paragraphs with their lines, from the text area's top left corner."""
        for at, (paragraph, top) in enumerate(zip(self.paragraphs, self.tops, strict=True)):
            left, _, _, height, ascent = self.settings[at]
            (run,), rest, baseline = paragraph.runs, x + paragraph.style.margin, y + top + ascent
            broken = self.broken.get(at)
            if broken is None:
                lines = PlainLines(run.text, x + left, rest, baseline, height, (len(run.text),), (self.widths[at],))
                yield replace(paragraph, lines=lines)
                continue
            text = broken.text
            lines = PlainLines(text, x + left, rest, baseline, height, broken.ends, tuple(broken.widths))
            runs = paragraph.runs if text == run.text else (replace(run, text=text),)
            yield replace(paragraph, runs=runs, lines=lines)


def plain_text(paragraphs: Sequence[Paragraph], width: int, fonts: Fonts) -> PlainText | None:
    """Paragraphs in a width (EMU); None where they are not so plain, or something in them may have to be kept together."""
    made = PlainText(paragraphs)
    for at, (paragraph, mark) in enumerate(zip(paragraphs, marks_of(paragraphs), strict=True)):
        style, runs = paragraph.style, paragraph.runs
        if len(runs) != 1 or style.align != "left":
            return None
        (run,) = runs
        text, look = run.text, run.style
        if run.link is not None or look.baseline or look.room is not None:
            return None
        face, scale = fonts.face(look)
        units = face.plain[text]
        if units is None:
            return None
        setting = setting_of(style, mark, look.size, width, fonts)
        wide = units * scale + look.tracking * len(text)
        if wide > setting[1]:
            if look.tracking or may_belong(text):
                return None
            row = face.row(text.split(" "))
            if row.has_breaks:
                return None
            rooms = (setting[1] / scale, setting[2] / scale)
            cuts = filled(row, *rooms)
            if cuts is None:
                made.is_cut = True
                continue
            made.broken[at] = Broken(row, cuts, _widths(row, cuts, scale), face, scale, rooms)
            wide = max(made.broken[at].widths)
        made.settings.append(setting)
        made.widths.append(round(wide))
    if not made.is_cut:
        made.stack()
    return made


def marks_of(paragraphs: Sequence[Paragraph]) -> list[str | None]:
    """The numbers of paragraphs that have one, as they are drawn."""
    counts: dict[int, int] = {}
    marks: list[str | None] = []
    for part in paragraphs:
        bullet = part.style.bullet
        mark = None
        if counts:
            for level in [level for level in counts if level > part.level]:
                del counts[level]
        if bullet is not None and bullet.number is not None:
            counts[part.level] = counts.get(part.level, part.start - 1) + 1
            mark = f"{counts[part.level]}."
        marks.append(mark)
    return marks
