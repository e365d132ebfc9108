"""Code: lines of a program, to the letter. Docstrings here are the help that people read."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.text import Name, Text
from deckmotor.source.nodes import Scalar
from deckmotor.source.places import place
from deckmotor.span import Span


class Listing(Struct, frozen=True, kw_only=True, gc=False):
    """Lines of code exactly as they are typed: no marks and no variables act in it."""

    read_as: ClassVar[str] = "code_rules.ListingKind"

    text: str
    """The lines, without an empty one at either end."""
    first: int = 1
    """The number of its first line: in its file, where it is from one."""
    above: str = ""
    """What stands above it in that file: it may begin what goes on here, such as a comment."""
    indent: int = 0
    """Blanks that all its lines begin with, and that are not shown."""
    span: Span
    written: Scalar

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines as they are shown but for tabs."""
        return tuple([line[self.indent :] for line in self.text.split("\n")])

    def place_of(self, line: int, column: int) -> Span:
        """Where a character is written, by its line and column as shown, both from 0."""
        starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        at = min(starts[line] + self.indent + column, len(self.text) - 1)
        return place(self.written, at, at + 1)


class Chunk(Struct, frozen=True, gc=False):
    """Lines of a listing that stay together: those up to the next empty one, with the empty ones below them."""

    begin: int
    """Index of the first of them."""
    end: int
    span: Span

    @property
    def counts_as(self) -> int:
        """How many lines they are."""
        return self.end - self.begin


class Code(Struct, frozen=True, kw_only=True, tag="code"):
    """Lines of a program, to the letter, in the colours of their language. They never turn over; what is too wide is told."""

    short: ClassVar[str] = "text"
    checked_by: ClassVar[str] = "code_rules.code_rule"

    text: Annotated[Listing | None, Help(description="The lines. Nothing in them is a mark or a variable.")] = None
    language: Annotated[
        str | None,
        Help(description="The language: `python`, `sql`, `bash`, … A file's is known by its name; plain text if left out."),
    ] = None
    file: Annotated[Name | None, Help(description="A file to take the lines from, instead of `text:`.")] = None
    lines: Annotated[str | None, Help(description="Which of the file's lines: `3-9`, or `3` alone; all if left out.")] = None
    region: Annotated[
        str | None,
        Help(description="The part of the file between a comment `region NAME` and one `endregion`: `# region NAME`."),
    ] = None
    numbers: Annotated[bool, Help(description="Whether lines have their numbers beside them; those of the file: `true`.")] = (
        False
    )
    highlight: Annotated[
        tuple[str, ...],
        Help(description="The lines that are lit, by their numbers: `[2, 4-5]`.", extra={"noun": "line", "alone": True}),
    ] = ()
    caption: Annotated[Text | None, Help(description="A line below the code.")] = None
    alt: Annotated[
        str | None,
        Help(description="What it is, read before the lines to those who can't see it; the name of its language if left out."),
    ] = None
    span: Span

    @property
    def listing(self) -> Listing:
        """Its lines: a code without any is none that is read."""
        if self.text is None:
            raise AssertionError("the reader let code without lines pass")
        return self.text


def line_range(text: str) -> tuple[int, int] | None:
    """The first and the last of some lines, from 1: `3-9`, or `3` alone. None where it is no such thing."""
    found = re.fullmatch(r"\s*([0-9]{1,6})\s*(?:[-–]\s*([0-9]{1,6})\s*)?", text)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return (first, last) if 1 <= first <= last else None
