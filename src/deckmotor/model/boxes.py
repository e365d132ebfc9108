"""What stands in a box of its own beside the rest. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.items import ListItem
from deckmotor.model.showing import OwnBuild
from deckmotor.model.text import Text
from deckmotor.span import Span

CalloutKind = Literal["note", "tip", "warning", "law"]


class Callout(Struct, frozen=True, kw_only=True, tag="callout"):
    """A box that stands out: a note, a tip, a warning, or words of a law. The box says in words which of them it is."""

    short: ClassVar[str] = "text"

    text: Annotated[tuple[Text, ...], Help(description="What it says.", extra={"noun": "paragraph", "alone": True})] = ()
    kind: Annotated[CalloutKind, Help(description="What it is: `note`, `tip`, `warning` or `law`.")] = "note"
    title: Annotated[Text | None, Help(description="What it is about, above the text.")] = None
    bullets: Annotated[tuple[ListItem, ...], Help(description="A list in it, below the text where it has both.")] = ()
    source: Annotated[
        Text | None, Help(description="Where the words come from: `15 kap. 2 § skollagen`. A line below them.")
    ] = None
    build: OwnBuild = None
    span: Span
