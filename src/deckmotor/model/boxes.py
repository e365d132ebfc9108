"""What stands out from the rest: callouts, and words that are explained. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.items import ListItem
from deckmotor.model.showing import ONLY_KEYS, OwnBuild, OwnLink
from deckmotor.model.text import Text
from deckmotor.span import Span

CalloutKind = Literal["note", "tip", "warning", "law"]


class Callout(Struct, frozen=True, kw_only=True, tag="callout"):
    """A box that stands out: a note, a tip, a warning, or words of a law. The box says in words which of them it is."""

    short: ClassVar[str] = "text"
    leads: ClassVar[tuple[str, ...]] = ("text", "title", "bullets", "source")
    checked_by: ClassVar[str] = "list_rules.callout_rule"

    text: Annotated[tuple[Text, ...], Help(description="What it says.", extra={"noun": "paragraph", "alone": True})] = ()
    kind: Annotated[CalloutKind, Help(description="What it is: `note`, `tip`, `warning` or `law`.")] = "note"
    title: Annotated[Text | None, Help(description="What it is about, above the text.")] = None
    bullets: Annotated[tuple[ListItem, ...], Help(description="A list in it, below the text where it has both.")] = ()
    source: Annotated[
        Text | None, Help(description="Where the words come from: `15 kap. 2 § skollagen`. A line below them.")
    ] = None
    link: OwnLink = None
    build: OwnBuild = None
    span: Span


class Definition(Struct, frozen=True, kw_only=True):
    """A term and what it means."""

    pair: ClassVar[tuple[str, str]] = ("term", "text")
    noun: ClassVar[str] = "definition"
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS

    term: Annotated[Text, Help(description="The word.")]
    text: Annotated[Text, Help(description="What it means.")]
    id: Annotated[str | None, Help(description="Name by which variants change this definition.")] = None
    span: Span


class Definitions(Struct, frozen=True, kw_only=True, tag="definitions"):
    """Words and what they mean: each in bold, left of that where all are short, else above it."""

    short: ClassVar[str] = "items"
    mixed: ClassVar[bool] = True
    checked_by: ClassVar[str] = "list_rules.ids_rule"

    items: Annotated[
        tuple[Definition, ...],
        Help(description="The words, each a key with what it means: `{komvux: …, yrkeshögskola: …}`, or `{term: …, text: …}`."),
    ]
    build: OwnBuild = None
    span: Span
