"""Text as it stands on a page: runs in paragraphs, and the lines that these were measured to take."""

from collections.abc import Iterator, Sequence
from typing import Literal, overload

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.style import ParagraphStyle, TextStyle

COLOURED = ("Noto Color Emoji", "Twitter Color Emoji", "OpenMoji Color")
"""Open fonts of coloured pictures, which a machine may have: they are before those that have only outlines of them."""

OUTLINED = "Noto Emoji"
"""The font that draws emoji in outlines where a machine has none of those. It is beside those that text is measured with."""


KEY = "\u20e3"
"""Draws the digit before it in the frame of a key: `1\ufe0f\u20e3`."""


class Link(Struct, frozen=True, kw_only=True, gc=False):
    """Where a run leads: an address, or another page of the same deck."""

    address: str | None = None
    page: str | None = None
    """Id of a page, where `address` is None."""


class NoteMark(Struct, frozen=True):
    """The number of a footnote: in a text that names it, or at the beginning of the note. Each leads to the other."""

    number: int
    begins: bool = False
    """Whether it is the one at the beginning of the note."""

    @property
    def other(self) -> "NoteMark":
        """Where it leads."""
        return NoteMark(self.number, not self.begins)


class Notation(Struct, frozen=True):
    """A formula as each format writes it, opaque to the scene. What is written has neither size nor colour."""

    omml: str
    """What stands in an `m:oMath` (ECMA-376 part 1, 22.1); its runs have an `a:rPr` each that is still to be filled."""
    typst: str
    """What stands between the dollar signs of an equation."""
    mathml: str
    """What stands in a `math` element."""
    plain: str
    """On one line of characters, where no formulas can be shown."""


OBJECT = "\ufffc"
"""The one character of a run that is no characters (Unicode, object replacement character)."""


class Maths(Struct, frozen=True):
    """A formula in a line of text, as large as the `room` of its style."""

    notation: Notation
    alt: str
    """In words."""


class Run(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Characters in one style. A newline is a line break inside the paragraph (`a:br`)."""

    text: str
    style: TextStyle
    language: str
    link: Link | None = None
    field: Literal["slidenum"] | None = None
    """A field that PowerPoint keeps up to date; `text` is its value now."""
    maths: Maths | None = None
    """A formula; `text` is then `OBJECT`."""
    note: NoteMark | None = None
    """The footnote that it is the number of."""

    @property
    def said(self) -> str:
        """Its characters, those of a formula on one line."""
        return self.text if self.maths is None else self.text.replace(OBJECT, self.maths.notation.plain)


class LinePart(Struct, frozen=True, gc=False):
    """The part of a line that is in one run."""

    run: int
    """Index of the run in its paragraph."""
    text: str
    x: int
    """EMU from the page's left edge."""
    width: int


class MeasuredLine(Struct, frozen=True, gc=False):
    """A line of text as it breaks. Lengths are EMU, relative to the page."""

    text: str
    x: int
    baseline: int
    width: int
    end: int
    """Index in the paragraph's text (its runs, joined) after the line's last character, spaces and line break included."""
    parts: tuple[LinePart, ...] = ()


class PlainLines(Struct, frozen=True, gc=False):
    """The lines of one run that breaks between its words, as numbers; a line is made of them when it is asked for.

    Nearly all text stands so, and PowerPoint's file asks for no line of it. Lengths are EMU, relative to the page.
    """

    text: str
    first: int
    """Where the first line begins."""
    left: int
    """Where the others do."""
    baseline: int
    """That of the first line."""
    height: int
    """From one baseline to the next."""
    ends: tuple[int, ...]
    """Index in `text` after the last character of each line, the space after it included."""
    widths: tuple[int, ...]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.ends)

    def __iter__(self) -> Iterator[MeasuredLine]:
        """Each as it stands."""
        return map(self._line, range(len(self.ends)))

    @overload
    def __getitem__(self, at: int) -> MeasuredLine: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[MeasuredLine, ...]: ...

    def __getitem__(self, at: int | slice) -> MeasuredLine | tuple[MeasuredLine, ...]:
        """One of them, or some."""
        numbers = range(len(self.ends))[at]
        return self._line(numbers) if isinstance(numbers, int) else tuple(map(self._line, numbers))

    def _line(self, at: int) -> MeasuredLine:
        x, end, width = self.left if at else self.first, self.ends[at], self.widths[at]
        text = self.text[self.ends[at - 1] if at else 0 : end].rstrip(" ")
        return MeasuredLine(text, x, self.baseline + at * self.height, width, end, (LinePart(0, text, x, width),))


Lines = tuple[MeasuredLine, ...] | PlainLines
"""The lines of a paragraph, from the first to the last."""


def ends_of(lines: Lines) -> tuple[int, ...]:
    """Where each line ends in the paragraph's text."""
    return lines.ends if isinstance(lines, PlainLines) else tuple([line.end for line in lines])


def widths_of(lines: Lines) -> tuple[int, ...]:
    """How wide each line is, EMU."""
    return lines.widths if isinstance(lines, PlainLines) else tuple([line.width for line in lines])


RAGGED, RAGGED_OF_TWO = 0.5, 0.28
"""Lines shorter than this share of the longest look forgotten, which is worse than one that ends with a short word.

Of two lines the first may be shorter: it reads as a beginning.
"""


def is_ragged(widths: Sequence[int]) -> bool:
    """Whether one of some lines, but for the last, is far shorter than the longest. Widths are of any one unit."""
    return len(widths) > 1 and min(widths[:-1]) < (RAGGED if len(widths) > 2 else RAGGED_OF_TWO) * max(widths)


def lowered(lines: Lines, down: int) -> Lines:
    """The same lines so much (EMU) further down."""
    if isinstance(lines, PlainLines):
        return PlainLines(lines.text, lines.first, lines.left, lines.baseline + down, lines.height, lines.ends, lines.widths)
    return tuple([MeasuredLine(line.text, line.x, line.baseline + down, line.width, line.end, line.parts) for line in lines])


class Paragraph(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A paragraph in its resolved style, and the lines it breaks into."""

    runs: tuple[Run, ...]
    style: ParagraphStyle
    language: str
    level: int = 0
    """0 to 8: which level of its slot it stands at (`lvl` in DrawingML)."""
    start: int = 1
    """First number of a numbered list, where the paragraph begins one."""
    click: int = 0
    """The click at which it appears, from 1; 0 where it is there from the start."""
    defines: Literal["term", "beside", "meaning"] | None = None
    """What it is in a list of definitions: a term above its meaning or `beside` it, on the same line; or the meaning.

    A term beside its meaning ends with a tab: the two are one paragraph in PowerPoint (`joined`).
    """
    is_name: bool = False
    """Whether all of it is what somebody or something is called: no word of that takes a hyphen."""
    lines: Lines = ()

    @property
    def text(self) -> str:
        """All its characters."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])

    @property
    def has_links(self) -> bool:
        """Whether any of it is a link."""
        runs = self.runs
        return runs[0].link is not None if len(runs) == 1 else any(run.link is not None for run in runs)


def joined(parts: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Paragraphs, each term that stands beside its meaning in one with it: the term hangs before it, with a tab between."""
    if not any(part.defines == "beside" for part in parts):
        return parts
    made: list[Paragraph] = []
    term: Paragraph | None = None
    for part in parts:
        if term is not None:
            style = replace(part.style, before=term.style.before, indent=term.style.margin - part.style.margin, tab=True)
            part = replace(part, runs=(*term.runs, *part.runs), style=style, level=term.level, defines=None)
        term = part if part.defines == "beside" else None
        if term is None:
            made.append(part)
    return made
