"""Lanes and periods: what is done when, by whom. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.showing import ONLY_KEYS, OwnBuild, OwnLink
from deckmotor.model.text import Text
from deckmotor.span import Span


class Bar(Struct, frozen=True, kw_only=True):
    """Something that goes on for some time, or a milestone."""

    pair: ClassVar[tuple[str, str]] = ("text", "from")
    noun: ClassVar[str] = "bar"
    leads: ClassVar[tuple[str, ...]] = ("text",)
    renamed: ClassVar[dict[str, str]] = {"from": "begin"}
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS
    checked_by: ClassVar[str] = "list_rules.leading_rule"

    text: Annotated[Text, Help(description="What is done.")]
    begin: Annotated[
        Text | None, Help(description="When it begins: a period by its name, or a date within one, such as `2026-03`.")
    ] = None
    to: Annotated[Text | None, Help(description="When it ends; with the period or date in which it began if left out.")] = None
    at: Annotated[Text | None, Help(description="Of a milestone: when it is.")] = None
    link: OwnLink = None
    id: Annotated[str | None, Help(description="Name by which variants change this bar.")] = None
    span: Span


class Lane(Struct, frozen=True, kw_only=True):
    """A lane of a roadmap."""

    pair: ClassVar[tuple[str, str]] = ("name", "items")
    below: ClassVar[str] = "items"
    noun: ClassVar[str] = "lane"
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS

    name: Annotated[Text, Help(description="Who or what it is about.")]
    items: Annotated[
        tuple[Bar, ...],
        Help(
            description="What is done: `{text: …, from: …, to: …}`, `- Survey: Spring 2026`, or a milestone `{text: …, at: …}`."
        ),
    ]
    id: Annotated[str | None, Help(description="Name by which variants change this lane.")] = None
    span: Span


class Lanes(Struct, frozen=True, kw_only=True):
    """The lanes of a roadmap, from the top down."""

    short: ClassVar[str] = "items"

    items: Annotated[
        tuple[Lane, ...],
        Help(
            description="The lanes, by their names: `{Education: […], Premises: […]}`.",
            max_length=8,
            extra={"many": "put some of them together, or on another slide"},
        ),
    ]
    span: Span


class Roadmap(Struct, frozen=True, kw_only=True, tag="roadmap"):
    """What is done when: bars in lanes below a row of periods."""

    checked_by: ClassVar[str] = "roadmap_rules.roadmap_rule"

    periods: Annotated[
        tuple[Text, ...],
        Help(
            description="The periods, from the left: `[Spring 2026, Autumn 2026]`, years, quarters, months, or other words.",
            min_length=2,
            max_length=12,
            extra={"noun": "period", "few": "one period is no roadmap: take `bullets:`", "many": "take longer periods"},
        ),
    ]
    lanes: Annotated[Lanes, Help(description="The lanes with their bars, by their names.")]
    now: Annotated[Text | None, Help(description="Where we are today: a period, or a date within one.")] = None
    highlight: Annotated[str | None, Help(description="The bar that is lit, by its text.")] = None
    source: Annotated[Text | None, Help(description="Where it comes from: a line below.")] = None
    build: OwnBuild = None
    span: Span
