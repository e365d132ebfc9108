"""Plain text, set by numbers: one run a paragraph, whose lines end between words, as nearly all text is.

It comes out just as `setting` and `text` would set it, in a part of the time: all that is decided is which words begin
lines, and nothing is made before that is settled. What has more to it is left to these.
"""

from collections.abc import Iterator, Sequence
from operator import add

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.breaks import (
    LEAST_LAST,
    LONG_ENOUGH,
    MOST_ALONE,
    MOST_JOINED,
    MOST_REPAIRS,
    NO_BREAK_SPACE,
    is_letter,
    is_short,
    may_belong,
    short_words,
)
from deckmotor.compose.space import Spread
from deckmotor.scene.page import Paragraph, PlainLines, is_ragged
from deckmotor.style import ParagraphStyle, TextStyle
from deckmotor.typeset.face import Face, Row
from deckmotor.typeset.flow import setting_of
from deckmotor.typeset.fonts import Fonts, Setting
from deckmotor.typeset.lines import filled


class Broken(Struct, frozen=True, gc=False):
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

    text: str
    """Its characters."""

    @property
    def ends(self) -> tuple[int, ...]:
        """Where its lines end in these."""
        words, ends, start, end = self.row.words, [], 0, 0
        for cut in self.cuts:
            end += sum(map(len, words[start:cut])) + cut - start
            ends.append(end)
            start = cut
        return (*ends, len(self.text))

    def better_ended(self, short: frozenset[str], longest: int) -> "Broken | None":
        """The same where no line ends with a `short` word, or none is a lonely last one, if it takes no more lines so.

        `longest` is the width of the longest line around, EMU. None where all is well, or what would come of it is no better.
        """
        for way in self.ways(short, longest):
            made = self._joined(way, short)
            if made is not None:
                return made
        return None

    def ways(self, short: frozenset[str], longest: int) -> Iterator[set[int]]:
        """Which words to join with those before them, so that its lines end better: the best way first."""
        words, cuts = self.row.words, self.cuts
        short_ends = [cut for cut in cuts if cut > 1 and is_short(words[cut - 1], short)]
        joined = set(short_ends)
        if cuts and self.widths[-1] < LEAST_LAST * longest and _count(words[cuts[-1] :]) <= MOST_JOINED:
            joined.add(cuts[-1])  # The last line is a lonely one.
        if not joined:
            return
        chains = [set(_chain(words, cut, short)) for cut in short_ends]
        chained = joined.union(*chains)
        if chained != joined:
            yield chained
        yield joined
        if 1 < len(joined) <= MOST_ALONE:
            own = dict(zip(short_ends, chains, strict=True))
            yield from [{cut, *own.get(cut, ())} for cut in sorted(joined)]
        onward = joined.union(*(_onward(words, cut, short) for cut in short_ends if is_letter(words[cut - 1])))
        if onward != joined:
            yield onward

    def row_joined(self, at: set[int]) -> Row:
        """Its words, some joined with those before them."""
        row = self.row
        for place in sorted(at, reverse=True):
            row = self.face.joined_row(row, place)
        return row

    def of(self, row: Row, cuts: list[int]) -> "Broken":
        """The same with other words, cut elsewhere."""
        return Broken(row, cuts, _widths(row, cuts, self.scale), self.face, self.scale, self.rooms, " ".join(row.words))

    def _joined(self, at: set[int], short: frozenset[str]) -> "Broken | None":
        """The same with some words joined with those before them; None where that is no better."""
        row = self.row_joined(at)
        cuts = filled(row, *self.rooms)
        if cuts is None or len(cuts) > len(self.cuts):
            return None
        made = self.of(row, cuts)
        return None if made.is_worse_than(self) or _in_vain(row.words, cuts, made.widths, short) else made

    def is_worse_than(self, before: "Broken") -> bool:
        """Whether a line of it is far shorter than others, and none was before, nor ended with a word of one letter."""
        return is_ragged(self.widths) and not is_ragged(before.widths) and not before._loses_letter()

    def _loses_letter(self) -> bool:
        """Whether a line ends with a word of one letter."""
        return any(is_letter(self.row.words[cut - 1]) for cut in self.cuts)


def _chain(words: Sequence[str], end: int, short: frozenset[str]) -> Iterator[int]:
    """Where short words stand before the one that ends a line: they would end it in its place."""
    at = end - 1
    while at > 1 and is_short(words[at - 1], short):
        yield at
        at -= 1


def _onward(words: Sequence[str], begin: int, short: frozenset[str]) -> Iterator[int]:
    """What follows the short words that begin a line: joined with one before them they may end that in its place."""
    at = begin
    while at + 1 < len(words) and is_short(words[at], short):
        at += 1
        yield at


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
    widths, start = [], 0
    for cut in cuts:
        widths.append(round((ends[cut - 1] - begins[start]) * scale))
        start = cut
    widths.append(round((ends[-1] - begins[start]) * scale))
    return widths


def _count(words: Sequence[str]) -> int:
    """How many words these are, joined ones counted each."""
    return sum([word.count(NO_BREAK_SPACE) + 1 for word in words])


class PlainText:
    """Plain paragraphs in a width. Lengths are EMU."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.styles: Sequence[ParagraphStyle] = [part.style for part in paragraphs]
        """Those that they stand in: their own, but for the space before them."""
        self.settings: list[Setting] = []
        self.widths: list[int] = []
        """Of each paragraph its longest line."""
        self.counts: list[int] = []
        """Of each how many lines it takes."""
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
        tops: list[int] = []
        for style, setting, count in zip(self.styles, self.settings, self.counts, strict=True):
            if tops:
                top += after + style.before
            tops.append(top)
            top += setting[3] * count
            after = style.after
        self.tops, self.height = tops, top

    def end_well(self) -> None:
        """Let its lines end well."""
        looked_at = self.broken
        for _ in range(MOST_REPAIRS if looked_at else 0):
            longest = max(self.widths)
            better: dict[int, Broken] = {}
            for at, one in looked_at.items():
                made = one.better_ended(short_words(self.paragraphs[at].language), longest)
                if made is not None:
                    better[at] = made
            if not better:
                break
            fewer = False
            for at, one in better.items():
                self.broken[at] = one
                self.widths[at] = max(one.widths)
                if len(one.widths) < self.counts[at]:
                    fewer = True
                    self.counts[at] = len(one.widths)
            looked_at = better
            if fewer:
                self.stack()

    def take(self, at: int, broken: Broken) -> None:
        """Let one of its paragraphs have other lines."""
        self.broken[at] = broken
        self.widths[at] = max(broken.widths)
        if len(broken.widths) != self.counts[at]:
            self.counts[at] = len(broken.widths)
            self.stack()

    def spread(self, spread: Spread) -> None:
        """Let more stand before its paragraphs."""
        self.styles = spread.styles
        self.tops = list(map(add, self.tops, spread.down))
        self.height += spread.down[-1]

    def at(self, x: int, y: int) -> Iterator[Paragraph]:
        """The paragraphs with their lines, from the text area's top left corner."""
        before: Setting | None = None
        first = left = 0
        each = zip(self.paragraphs, self.styles, self.tops, self.settings, self.widths, strict=True)
        for at, (paragraph, style, top, setting, widest) in enumerate(each):
            if setting is not before:  # Most are as those before them, and share their numbers.
                before, first, left = setting, x + setting[0], x + style.margin
            runs, broken = paragraph.runs, self.broken.get(at)
            text = runs[0].text
            ends: tuple[int, ...] = (len(text),)
            widths: tuple[int, ...] = (widest,)
            if broken is not None:
                ends, widths = broken.ends, tuple(broken.widths)
                if broken.text != text:
                    text = broken.text
                    runs = (replace(runs[0], text=text),)
            lines = PlainLines(text, first, left, y + top + setting[4], setting[3], ends, widths)
            yield replace(paragraph, runs=runs, style=style, lines=lines)


def plain_text(paragraphs: Sequence[Paragraph], width: int, fonts: Fonts) -> PlainText | None:
    """Paragraphs in a width (EMU); None where they are not so plain, or something in them may have to be kept together."""
    made = PlainText(paragraphs)
    settings, widths, counts = made.settings, made.widths, made.counts
    before: ParagraphStyle | None = None
    look: TextStyle | None = None
    marks: list[str | None] = []
    for paragraph, style in zip(paragraphs, made.styles, strict=True):
        if len(paragraph.runs) != 1:
            return None
        (run,) = paragraph.runs
        if run.link is not None:
            return None
        if style is not before or run.style is not look or marks:  # Most are as those before them.
            before, look = style, run.style
            if not marks and style.bullet is not None and style.bullet.number is not None:
                marks = marks_of(paragraphs)
            mark = marks[len(counts)] if marks else None
            if style.align != "left" or look.baseline or look.room is not None:
                return None
            face, scale = fonts.face(look)
            setting = setting_of(style, mark, look.size, width, fonts)
            first, tracking = setting[1], look.tracking
        text = run.text
        units = face.plain[text]
        if units is None:
            return None
        wide = units * scale + tracking * len(text) if tracking else units * scale
        if wide > first:
            if not text.replace(" ", "").isalpha() and may_belong(text):
                return None
            row = face.row(text.split(" "), tracking / scale)
            if row.has_breaks:
                return None
            rooms = (first / scale, setting[2] / scale)
            cuts = filled(row, *rooms)
            if cuts is None:
                made.is_cut = True
                continue
            of_lines = _widths(row, cuts, scale)
            made.broken[len(counts)] = Broken(row, cuts, of_lines, face, scale, rooms, text)
            widths.append(max(of_lines))
            counts.append(len(of_lines))
        else:
            widths.append(round(wide))
            counts.append(1)
        settings.append(setting)
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
