"""Boxes and what holds them together. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.showing import ONLY_KEYS, OwnBuild, OwnLink
from deckmotor.model.text import Text
from deckmotor.span import Span


class Unit(Struct, frozen=True, kw_only=True):
    """A box of a hierarchy, with those below it."""

    short: ClassVar[str] = "label"
    pair: ClassVar[tuple[str, str]] = ("label", "text")
    below: ClassVar[str] = "items"
    noun: ClassVar[str] = "box"
    leads: ClassVar[tuple[str, ...]] = ("label", "text")
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS
    checked_by: ClassVar[str] = "list_rules.leading_rule"

    label: Annotated[Text, Help(description="What it is called.")]
    text: Annotated[Text | None, Help(description="A few words below that: who leads it.")] = None
    items: Annotated[tuple[Unit, ...], Help(description="The boxes one level below.")] = ()
    link: OwnLink = None
    id: Annotated[str | None, Help(description="Name by which variants change this box.")] = None
    span: Span


class Hierarchy(Struct, frozen=True, kw_only=True, tag="hierarchy"):
    """What stands above what: an organisation, as up to forty boxes on four levels."""

    short: ClassVar[str] = "items"
    mixed: ClassVar[bool] = True
    checked_by: ClassVar[str] = "diagram_rules.hierarchy_rule"

    items: Annotated[
        tuple[Unit, ...],
        Help(description="The boxes: `- Board: [Library, School]`, or `{label: …, text: …, items: […]}`."),
    ]
    highlight: Annotated[str | None, Help(description="The box that is lit, by its label.")] = None
    source: Annotated[Text | None, Help(description="Where it comes from: a line below.")] = None
    build: OwnBuild = None
    span: Span
