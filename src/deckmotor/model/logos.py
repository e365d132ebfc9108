"""Walls of logos: whose they are, and where they lead. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.showing import ONLY_KEYS, OwnBuild, OwnLink
from deckmotor.model.text import Name, Text
from deckmotor.span import Span
from deckmotor.workspace import path_from


class Mark(Struct, frozen=True, kw_only=True):
    """One of several logos."""

    pair: ClassVar[tuple[str, str]] = ("file", "name")
    noun: ClassVar[str] = "logo"
    checked_by: ClassVar[str] = "rules.mark_rule"
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS

    file: Annotated[Name, Help(description="The picture's path, from the folder of the file that names it.")]
    name: Annotated[Text, Help(description="Whose it is: read out in its place, and shown below it where `names` says so.")]
    link: OwnLink = None
    id: Annotated[str | None, Help(description="Name by which variants change this logo.")] = None
    span: Span

    @property
    def path(self) -> str:
        """The file's path from the project's folder."""
        return path_from(self.file.span.file, self.file.text)


class Logos(Struct, frozen=True, kw_only=True, tag="logos"):
    """Two to twenty-four logos, each as large to the eye as the others, whatever empty ground its file has around it."""

    short: ClassVar[str] = "items"
    mixed: ClassVar[bool] = True
    checked_by: ClassVar[str] = "list_rules.ids_rule"

    items: Annotated[
        tuple[Mark, ...],
        Help(
            description="The logos: `- pictures/town.png: The town`, or `{file: …, name: …, link: …}`.",
            min_length=2,
            max_length=24,
            extra={
                "few": "one logo alone is a `picture:`, or `logo:` in the deck's head",
                "many": "put some of them on another slide: smaller ones can't be told apart",
            },
        ),
    ]
    names: Annotated[bool, Help(description="`true`: the name stands below each.")] = False
    build: OwnBuild = None
    span: Span
