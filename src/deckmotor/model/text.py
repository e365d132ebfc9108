"""Text with inline marks, as the deck says it: what is emphasised, not how that looks."""

from msgspec import Struct

from deckmotor.span import Span


class Name(Struct, frozen=True, gc=False):
    """A name that leads to something else, and where it is written."""

    text: str
    span: Span


class TextRun(Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of characters that share their marks. A newline in `text` is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    superscript: bool = False
    subscript: bool = False
    link: str | None = None
    """A web or mail address, or `#id` of a slide."""
    language: str | None = None
    """BCP 47 tag of a stretch in another language than the slide's."""


class Text(Struct, frozen=True, kw_only=True, gc=False):
    """One paragraph of inline text. An empty text (a table's empty cell) has no runs."""

    runs: tuple[TextRun, ...]
    span: Span

    @property
    def plain(self) -> str:
        """The characters without their marks."""
        return "".join(run.text for run in self.runs)
