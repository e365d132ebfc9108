"""Items of lists. Docstrings here are the help that people read."""

from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.showing import ONLY_KEYS
from deckmotor.model.text import Name, Text
from deckmotor.span import Span


class ListItem(Struct, frozen=True, kw_only=True, gc=False):
    """An item of a list, with the items below it."""

    short: ClassVar[str] = "text"
    noun: ClassVar[str] = "item"
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS

    text: Annotated[Text, Help(description="The item's text.")]
    id: Annotated[str | None, Help(description="Name by which variants change this item.")] = None
    icon: Annotated[Name | None, Help(description="An icon in place of its mark: `check`, `book-open`.")] = None
    bullets: Annotated["tuple[ListItem, ...]", Help(description="Items one level below, with marks.")] = ()
    numbered: Annotated["tuple[ListItem, ...]", Help(description="Items one level below, with numbers.")] = ()
    start: Annotated[int, Help(description="The first of those numbers.", ge=1, le=32767)] = 1
    span: Span
