"""Boxes and arrows. Docstrings here are the help that people read."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.showing import ONLY_KEYS, OwnBuild, OwnLink
from deckmotor.model.text import Name, Text, TextRun
from deckmotor.span import Span

ARROWS = r"\s*(<-+>|<=+>|[↔⇔]|-+>|=+>|[→⇒⟶])\s*"
"""What stands between two names: `->`, as people type it, or `<->`, which leads both ways."""


class Joint(Struct, frozen=True, kw_only=True):
    """One arrow between two boxes."""

    begin: str
    end: str
    both: bool
    """Whether it leads both ways."""
    label: Text | None
    span: Span


class Arrow(Struct, frozen=True, kw_only=True):
    """An arrow of a flow, or several in a row."""

    short: ClassVar[str] = "arrow"
    pair: ClassVar[tuple[str, str]] = ("arrow", "label")
    noun: ClassVar[str] = "arrow"
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS

    arrow: Annotated[
        Name,
        Help(description="From which box to which: `a -> b`, on to others with `a -> b -> c`, or both ways with `a <-> b`."),
    ]
    label: Annotated[Text | None, Help(description="A word or two at the line, of several at the last.")] = None
    id: Annotated[str | None, Help(description="Name by which variants change this arrow.")] = None
    span: Span

    @property
    def names(self) -> list[str]:
        """The boxes that it leads along; an empty name where one is missing."""
        return [name.strip() for name in re.split(ARROWS, self.arrow.text)[::2]]

    @property
    def joints(self) -> list[Joint]:
        """Its arrows, one by one."""
        names, signs = self.names, re.split(ARROWS, self.arrow.text)[1::2]
        last = len(signs) - 1
        return [
            Joint(
                begin=names[at], end=names[at + 1], both=sign[0] in "<↔⇔", label=self.label if at == last else None,
                span=self.arrow.span,
            )
            for at, sign in enumerate(signs)
        ]  # fmt: skip


class Leg(Struct, frozen=True):
    """The arrows that leave a box: what stays together where a flow is parted."""

    arrows: tuple[Arrow, ...]

    @property
    def counts_as(self) -> int:
        """How many arrows it is."""
        return len(self.arrows)

    @property
    def span(self) -> Span:
        """Where the first of them is written."""
        return self.arrows[0].span

    @property
    def boxes(self) -> set[str]:
        """The boxes that it joins."""
        return {name for arrow in self.arrows for name in arrow.names}


class Named(Struct, frozen=True, kw_only=True):
    """What stands in a box whose name is short, and where it leads."""

    pair: ClassVar[tuple[str, str]] = ("name", "text")
    noun: ClassVar[str] = "box"
    leads: ClassVar[tuple[str, ...]] = ("text",)
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS
    checked_by: ClassVar[str] = "list_rules.leading_rule"

    name: Annotated[Name, Help(description="Its name in the arrows.")]
    text: Annotated[Text | None, Help(description="What stands in it, if not its name.")] = None
    link: OwnLink = None
    id: Annotated[str | None, Help(description="Name by which variants change this text.")] = None
    span: Span


class Names(Struct, frozen=True, kw_only=True):
    """What stands in boxes, by their names."""

    short: ClassVar[str] = "items"

    items: Annotated[tuple[Named, ...], Help(description="The boxes: `{a: The application comes in}`.")]
    span: Span


class Flow(Struct, frozen=True, kw_only=True, tag="flow"):
    """Boxes and arrows: what leads to what, up to forty boxes, in several rows where one is too long, and on further
    pages where type would be too small."""

    short: ClassVar[str] = "arrows"
    checked_by: ClassVar[str] = "flow_rules.flow_rule"

    arrows: Annotated[
        tuple[Arrow, ...],
        Help(
            description="The arrows, a line each: `Apply -> Decide`, with a label `Decide -> Inform: yes`. "
            "A box that asks, as `Complete?`, and leads on in several ways is a diamond.",
            extra={"lines": True},
        ),
    ]
    nodes: Annotated[
        Names | None,
        Help(description="Longer texts of boxes, by the names that they have in the arrows: `{a: Apply}`, `{a: {link: …}}`."),
    ] = None
    highlight: Annotated[str | None, Help(description="The box that is lit, by its name or its text.")] = None
    source: Annotated[Text | None, Help(description="Where it comes from: a line below.")] = None
    build: OwnBuild = None
    span: Span

    @property
    def joints(self) -> list[Joint]:
        """All arrows, one by one."""
        return [joint for arrow in self.arrows for joint in arrow.joints]

    @property
    def boxes(self) -> dict[str, Text]:
        """The text of each box by its name, in the order in which they are met."""
        texts = {} if self.nodes is None else {one.name.text: one.text for one in self.nodes.items}
        found: dict[str, Text] = {}
        for joint in self.joints:
            for name in (joint.begin, joint.end):
                found.setdefault(name, texts.get(name) or Text(runs=(TextRun(text=name),), span=joint.span))
        return found

    @property
    def links(self) -> dict[str, str | None]:
        """Where each box that says so leads, by its name."""
        return {} if self.nodes is None else {one.name.text: one.link for one in self.nodes.items}
