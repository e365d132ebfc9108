"""Text with inline marks, as the deck says it: what is emphasised, not how that looks."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.source.nodes import Scalar
from deckmotor.span import Span

SOFT_HYPHEN = "\u00ad"
"""Where a word may be cut, and not seen elsewhere."""


def unbroken(text: str) -> str:
    """A text that is not set in lines here: a name, a label of a chart, what is read out."""
    return text if SOFT_HYPHEN not in text else text.replace(SOFT_HYPHEN, "")


class Name(Struct, frozen=True, gc=False):
    """A name that leads to something else, and where it is written."""

    text: str
    span: Span


class Plain(Struct, frozen=True, kw_only=True, gc=False):
    """Characters without marks, shown as they are typed: a person's name, an organisation's."""

    plain: str
    span: Span
    written: Scalar | None = None
    """What it was read from, to find the places of its words."""

    def place_of(self, part: str) -> Span:
        """Where a word or character of it first stands in its file; where all of it stands, if that can't be told."""
        return _place_of(part, self)


class TextRun(Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of characters that share their marks. A newline in `text` is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    struck: bool = False
    key: bool = False
    """Whether it is a key of a keyboard, or a button."""
    formula: str | None = None
    """A formula as it is typed (a subset of LaTeX); `text` is then the same on a line of characters."""
    footnote: str | None = None
    """The footnote of that name, which `text` is the number of."""
    lit: bool = False
    """Whether it is what the slide's `highlight:` picks out."""
    superscript: bool = False
    subscript: bool = False
    link: str | None = None
    """A web or mail address, or `#id` of a slide."""
    language: str | None = None
    """BCP 47 tag of a stretch in another language than the slide's."""


def is_bare(runs: "tuple[TextRun, ...]") -> bool:
    """Whether runs are one without any marks, as nearly all text is."""
    return len(runs) == 1 and runs[0] == TextRun(text=runs[0].text)


class Text(Struct, frozen=True, kw_only=True, gc=False):
    """One paragraph of inline text. An empty text (a table's empty cell) has no runs."""

    runs: tuple[TextRun, ...]
    span: Span
    written: Scalar | None = None
    """What it was read from, to find the places of its words."""

    @property
    def has_formula(self) -> bool:
        """Whether a formula stands in it."""
        return any(run.formula is not None for run in self.runs)

    @property
    def plain(self) -> str:
        """The characters without their marks, nor soft hyphens: where it is said so, no line of ours ends within a word."""
        return unbroken(self.typed)

    @property
    def typed(self) -> str:
        """All characters, of which each has its place in the runs."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])

    def place_of(self, part: str) -> Span:
        """Where a word or character of the text first stands in its file; where all of it stands, if that can't be told."""
        return _place_of(part, self)


def leading(text: Text, link: str | None) -> Text:
    """The text, what of it leads nowhere by itself leading there."""
    if link is None:
        return text
    return replace(text, runs=tuple([run if run.link or run.footnote else replace(run, link=link) for run in text.runs]))


class Note(Text, frozen=True, kw_only=True, gc=False):
    """An item of a list in speaker notes."""

    marker: Literal["•", "1.", "1)"]
    level: int = 0
    """0 to 8."""
    start: int = 1
    """First number of its list."""


class Cell(Text, frozen=True, kw_only=True, gc=False):
    """A cell of a table over several columns or rows; or, where a table is spread out, a place that one covers."""

    columns: int = 1
    rows: int = 1
    id: str | None = None
    across: bool = False
    """Whether the cell to its left covers it."""
    down: bool = False
    """Whether the cell above covers it."""

    @property
    def is_covered(self) -> bool:
        """Whether it is only there to keep its column's place."""
        return self.across or self.down


def _place_of(part: str, said: Plain | Text) -> Span:
    at = said.written.text.find(part) if said.written is not None else -1
    if said.written is None or at < 0:
        return said.span
    from deckmotor.source.places import place  # Only where there is something to tell.

    return place(said.written, at, at + len(part))
