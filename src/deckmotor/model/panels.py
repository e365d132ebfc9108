"""Things side by side: what is compared, and what lies between two axes. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.showing import ONLY_KEYS, OwnBuild, OwnLink
from deckmotor.model.text import Text
from deckmotor.span import Span

Points = Annotated[tuple[Text, ...], Help(description="The points there.", extra={"noun": "point", "alone": True})]


class Side(Struct, frozen=True, kw_only=True):
    """One of the things that are compared."""

    pair: ClassVar[tuple[str, str]] = ("title", "text")
    below: ClassVar[str] = "points"
    noun: ClassVar[str] = "side"
    leads: ClassVar[tuple[str, ...]] = ("title", "points", "text")
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS
    checked_by: ClassVar[str] = "list_rules.leading_rule"

    title: Annotated[Text, Help(description="What it is called.")]
    points: Points = ()
    text: Annotated[Text | None, Help(description="Text in their place.")] = None
    link: OwnLink = None
    id: Annotated[str | None, Help(description="Name by which variants change this side.")] = None
    span: Span


class Comparison(Struct, frozen=True, kw_only=True, tag="comparison"):
    """Two or three things side by side, in panels of one height; points stand in rows where all have as many."""

    short: ClassVar[str] = "items"
    mixed: ClassVar[bool] = True
    checked_by: ClassVar[str] = "panel_rules.panel_rule"

    items: Annotated[
        tuple[Side, ...],
        Help(
            description="The sides: `- Before: [one, two]`, `- Before: text`, or `{title: …, points: […], text: …}`.",
            min_length=2,
            max_length=3,
            extra={
                "few": "one thing alone is a list: take `bullets:`",
                "many": "compare more in a `table:`, which can light a column",
            },
        ),
    ]
    highlight: Annotated[str | None, Help(description="The side that is lit, by its title.")] = None
    build: OwnBuild = None
    span: Span


class MatrixCell(Struct, frozen=True, kw_only=True):
    """A cell of a matrix."""

    short: ClassVar[str] = "points"
    pair: ClassVar[tuple[str, str]] = ("title", "text")
    below: ClassVar[str] = "points"
    noun: ClassVar[str] = "cell"
    leads: ClassVar[tuple[str, ...]] = ("title", "points", "text")
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS
    checked_by: ClassVar[str] = "list_rules.leading_rule"

    title: Annotated[Text | None, Help(description="What the cell is called.")] = None
    points: Points = ()
    text: Annotated[Text | None, Help(description="Text in their place.")] = None
    link: OwnLink = None
    id: Annotated[str | None, Help(description="Name by which variants change this cell.")] = None
    span: Span


class Axis(Struct, frozen=True, kw_only=True):
    """What grows along an edge of a matrix."""

    short: ClassVar[str] = "label"

    label: Annotated[Text | None, Help(description="What grows: `Effect`.")] = None
    steps: Annotated[
        tuple[Text, ...],
        Help(
            description="What each column or row is called, as the arrow goes: from left to right, and from the bottom up.",
            max_length=3,
            extra={"noun": "step"},
        ),
    ] = ()
    span: Span


class Matrix(Struct, frozen=True, kw_only=True, tag="matrix"):
    """Four or nine cells, with axes that say what they lie between."""

    short: ClassVar[str] = "items"
    mixed: ClassVar[bool] = True
    checked_by: ClassVar[str] = "panel_rules.panel_rule"

    items: Annotated[
        tuple[MatrixCell, ...],
        Help(
            description="The cells, row by row from the top: `- Strengths: [one, two]`, `- [one, two]`, or "
            "`{title: …, points: […], text: …}`.",
            min_length=4,
            max_length=9,
            extra={
                "few": "a matrix has two rows of two cells, or three of three, one after another; fewer are `comparison:`",
                "many": "a matrix has at most three rows of three cells; more are a `table:`",
            },
        ),
    ]
    x: Annotated[Axis | None, Help(description="What grows to the right: a label, or `{label: …, steps: [low, high]}`.")] = None
    y: Annotated[Axis | None, Help(description="What grows upwards.")] = None
    highlight: Annotated[str | None, Help(description="The cell that is lit, by its title.")] = None
    build: OwnBuild = None
    span: Span
