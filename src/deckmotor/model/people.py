"""People: who they are, what they do, and how they are reached. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.drawings import Portrait
from deckmotor.model.showing import ONLY_KEYS, OwnBuild, OwnLink
from deckmotor.model.text import Text
from deckmotor.span import Span


class Person(Struct, frozen=True, kw_only=True):
    """Somebody with a name."""

    short: ClassVar[str] = "name"
    pair: ClassVar[tuple[str, str]] = ("name", "role")
    noun: ClassVar[str] = "person"
    leads: ClassVar[tuple[str, ...]] = ("name",)
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS
    checked_by: ClassVar[str] = "list_rules.leading_rule"

    name: Annotated[Text, Help(description="The name.")]
    role: Annotated[Text | None, Help(description="What they do, in a few words.")] = None
    contact: Annotated[
        tuple[Text, ...],
        Help(
            description="How they are reached: a mail address, a telephone number, a web address, each of which is a link; "
            "or a list of them.",
            max_length=3,
            extra={"noun": "line", "alone": True, "many": "keep the three that are used"},
        ),
    ] = ()
    picture: Annotated[
        Portrait | None,
        Help(
            description="A picture of them: its file, or `{file: …, focus: [50, 30]}`. Without one, their initials stand there."
        ),
    ] = None
    link: OwnLink = None
    id: Annotated[str | None, Help(description="Name by which variants change this person.")] = None
    span: Span


class People(Struct, frozen=True, kw_only=True, tag="people"):
    """People, each with a portrait or initials: a few in a row, up to twelve in a grid, more on further pages."""

    short: ClassVar[str] = "items"
    mixed: ClassVar[bool] = True
    checked_by: ClassVar[str] = "list_rules.ids_rule"

    items: Annotated[
        tuple[Person, ...],
        Help(
            description="The people: a name, `- Åsa Öberg: Project leader`, or `{name: …, role: …, contact: …, picture: …}`.",
            min_length=2,
            max_length=60,
            extra={
                "few": "one person is a `picture:` and a `text:`",
                "many": "put them on several slides, or into a `table:`",
            },
        ),
    ]
    shape: Annotated[
        Literal["upright", "round"] | None,
        Help(
            description="What portraits are cut to: `upright`, with square corners, or `round`. Left out, pictures are "
            "upright, and initials round where nobody has a picture."
        ),
    ] = None
    build: OwnBuild = None
    span: Span
