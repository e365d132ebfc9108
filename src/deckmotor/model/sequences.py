"""What comes one after the other: steps, events, points of an agenda. Docstrings here are the help that people read.

`pair` names the two fields that an item fills which is written as one key with its value: `- 1998: The first courses`.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.showing import ONLY_KEYS, OwnBuild, OwnLink
from deckmotor.model.text import Text
from deckmotor.span import Span


class Step(Struct, frozen=True, kw_only=True):
    """A step of a process."""

    short: ClassVar[str] = "label"
    pair: ClassVar[tuple[str, str]] = ("label", "text")
    noun: ClassVar[str] = "step"
    leads: ClassVar[tuple[str, ...]] = ("label",)
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS
    checked_by: ClassVar[str] = "list_rules.leading_rule"

    label: Annotated[Text, Help(description="What is done, in a few words.")]
    text: Annotated[Text | None, Help(description="A sentence on how, when or by whom.")] = None
    link: OwnLink = None
    id: Annotated[str | None, Help(description="Name by which variants change this step.")] = None
    span: Span


class Process(Struct, frozen=True, kw_only=True, tag="process"):
    """Two to seven steps along an arrow."""

    short: ClassVar[str] = "items"
    mixed: ClassVar[bool] = True
    checked_by: ClassVar[str] = "sequence_rules.sequence_rule"

    items: Annotated[
        tuple[Step, ...],
        Help(
            description="The steps: a few words, or `{label: …, text: …}`.",
            min_length=2,
            max_length=7,
            extra={
                "few": "one step is no process: take `text:`",
                "many": "put some of them together, or take `numbered:`: nobody keeps more steps in mind",
            },
        ),
    ]
    highlight: Annotated[str | None, Help(description="The step that is lit, by its label: where we are.")] = None
    build: OwnBuild = None
    span: Span


class Cycle(Struct, frozen=True, kw_only=True, tag="cycle"):
    """Three to eight steps round a circle: after the last comes the first again."""

    short: ClassVar[str] = "items"
    mixed: ClassVar[bool] = True
    checked_by: ClassVar[str] = "sequence_rules.sequence_rule"

    items: Annotated[
        tuple[Step, ...],
        Help(
            description="The steps, clockwise from the top: a few words, or `{label: …, text: …}`.",
            min_length=3,
            max_length=8,
            extra={
                "few": "one or two steps are no circle: take `flow: [a <-> b]`, or `text:`",
                "many": "put some of them together: nobody keeps more steps in mind",
            },
        ),
    ]
    centre: Annotated[Text | None, Help(description="A word or two in the middle: what it is all about.")] = None
    highlight: Annotated[str | None, Help(description="The step that is lit, by its label: where we are.")] = None
    build: OwnBuild = None
    span: Span


class Event(Struct, frozen=True, kw_only=True):
    """What happened at a time, or went on from one to another."""

    pair: ClassVar[tuple[str, str]] = ("date", "text")
    noun: ClassVar[str] = "event"
    leads: ClassVar[tuple[str, ...]] = ("text",)
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS
    checked_by: ClassVar[str] = "list_rules.leading_rule"

    date: Annotated[
        Text, Help(description="When: `2024`, `2024-05` or `2024-05-17`, or in words (`spring 2024`), shown as typed then.")
    ]
    to: Annotated[Text | None, Help(description="When it ended, of what went on for some time.")] = None
    text: Annotated[Text, Help(description="What happened.")]
    link: OwnLink = None
    id: Annotated[str | None, Help(description="Name by which variants change this event.")] = None
    span: Span


class Timeline(Struct, frozen=True, kw_only=True, tag="timeline"):
    """Two to twelve events along a line."""

    short: ClassVar[str] = "items"
    mixed: ClassVar[bool] = True
    checked_by: ClassVar[str] = "sequence_rules.sequence_rule"

    items: Annotated[
        tuple[Event, ...],
        Help(
            description="The events in their order: `- 1998: The first courses`, or `{date: …, to: …, text: …}`.",
            min_length=2,
            max_length=12,
            extra={
                "few": "one event is no timeline: take `fact:`",
                "many": "put some of them on another slide, or take a `table:`",
            },
        ),
    ]
    scale: Annotated[
        bool,
        Help(description="`true`: events are as far from each other as their dates, which are years, months or days then."),
    ] = False
    now: Annotated[
        Text | None, Help(description="Where on the line we are today: a date; what comes after is drawn lighter.")
    ] = None
    highlight: Annotated[str | None, Help(description="The event that is lit, by its date or its text.")] = None
    source: Annotated[Text | None, Help(description="Where it comes from: a line below.")] = None
    build: OwnBuild = None
    span: Span


class Point(Struct, frozen=True, kw_only=True):
    """A point of an agenda."""

    short: ClassVar[str] = "text"
    pair: ClassVar[tuple[str, str]] = ("time", "text")
    noun: ClassVar[str] = "point"
    leads: ClassVar[tuple[str, ...]] = ("text",)
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS
    checked_by: ClassVar[str] = "list_rules.leading_rule"

    text: Annotated[Text, Help(description="What is on.")]
    time: Annotated[Text | None, Help(description="When: `9.00`, `9.00–9.45`, `20 min`.")] = None
    by: Annotated[Text | None, Help(description="Who leads it.")] = None
    link: OwnLink = None
    id: Annotated[str | None, Help(description="Name by which variants change this point.")] = None
    span: Span


class Agenda(Struct, frozen=True, kw_only=True, tag="agenda"):
    """What is on: points by hand, a list or with times a table; or `agenda: sections`, made of the deck's sections."""

    short: ClassVar[str] = "items"
    mixed: ClassVar[bool] = True
    flag: ClassVar[str] = "sections"
    checked_by: ClassVar[str] = "rules.agenda_rule"

    items: Annotated[
        tuple[Point, ...], Help(description="The points: a text, `- 9.00: Welcome`, or `{time: …, text: …, by: …}`.")
    ] = ()
    sections: Annotated[
        bool, Help(description="`true`: the sections of the deck, each a link to its page. `agenda: sections` is the same.")
    ] = False
    repeat: Annotated[
        bool, Help(description="`true`: the slide stands again before each further section, which is lit then.")
    ] = False
    highlight: Annotated[str | None, Help(description="The point that is lit, by its text or its time: where we are.")] = None
    build: OwnBuild = None
    span: Span
