"""What stands at the foot of a slide, as it is typed: footnotes. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.text import Text
from deckmotor.span import Span


class Footnote(Struct, frozen=True, kw_only=True):
    """A footnote."""

    pair: ClassVar[tuple[str, str]] = ("name", "text")
    noun: ClassVar[str] = "footnote"

    name: Annotated[str, Help(description="What stands in the text after the circumflex: `1`, `scb`.", max_length=40)]
    text: Annotated[Text, Help(description="What it says.")]
    span: Span


class Footnotes(Struct, frozen=True, kw_only=True):
    """One to nine footnotes of a slide."""

    short: ClassVar[str] = "items"

    items: Annotated[
        tuple[Footnote, ...],
        Help(
            description="The footnotes by their names: `{1: Enligt SCB, 2: …}`.",
            min_length=1,
            max_length=9,
            extra={"many": "a slide with so many is read by nobody: put some on another, or into `notes:`"},
        ),
    ]
    span: Span
