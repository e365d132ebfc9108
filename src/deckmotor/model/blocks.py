"""The kinds of content that a slide holds. Docstrings here are the help that people read (schema, docs, errors).

A struct's tag is the key that a person types for it. `short` names the field that a value fills when it is written
without keys: `bullets: [a, b]` is `bullets: {items: [a, b]}`. `noun` is what people call one of them. In `Help`, `extra`
may hold `noun` (what one of a list is called), `alone` (one text stands for a list of them), `empty` (an empty text is
allowed), and what to do about a list of too `few` or too `many`. `checked_by` is what must hold within one beyond the kinds of
its fields, `read_as` the kind of value that reads one: both by their place below `deckmotor.model`, as blocks are themselves.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta, Struct

from deckmotor.model.items import ListItem
from deckmotor.model.later import named
from deckmotor.model.showing import ONLY_KEYS, OwnBuild, OwnTransition
from deckmotor.model.text import Name, Text
from deckmotor.span import Span

if TYPE_CHECKING:
    from deckmotor.model.boxes import Callout, Definitions
    from deckmotor.model.clips import Audio, Video
    from deckmotor.model.code import Code
    from deckmotor.model.codes import Qr
    from deckmotor.model.diagrams import Hierarchy
    from deckmotor.model.drawings import Icon
    from deckmotor.model.figures import Chart, Fact, Map
    from deckmotor.model.flows import Flow
    from deckmotor.model.formulas import Formula
    from deckmotor.model.logos import Logos
    from deckmotor.model.panels import Comparison, Matrix
    from deckmotor.model.people import People
    from deckmotor.model.pictures import Picture, Pictures
    from deckmotor.model.roadmaps import Roadmap
    from deckmotor.model.sequences import Agenda, Cycle, Process, Timeline
    from deckmotor.model.tables import Table

Help = Meta


class Cover(Struct, frozen=True, kw_only=True, tag="cover"):
    """The opening page. Title, subtitle and people come from the deck's head."""

    credits: Annotated[
        tuple[Text, ...] | None,
        Help(description="Lines on who made it, instead of those from the deck's head.", extra={"noun": "line", "alone": True}),
    ] = None
    span: Span


class Section(Struct, frozen=True, kw_only=True, tag="section"):
    """A page that opens a section; the slides after it belong to that section in PowerPoint too."""

    short: ClassVar[str] = "title"

    title: Annotated[Text, Help(description="The section's name.")]
    transition: OwnTransition = None
    span: Span


class Closing(Struct, frozen=True, kw_only=True, tag="closing"):
    """The last page."""

    short: ClassVar[str] = "title"

    title: Annotated[Text, Help(description="What the page says large.")]
    text: Annotated[
        tuple[Text, ...],
        Help(description="Lines below it: a contact, a web address.", extra={"noun": "line", "alone": True}),
    ] = ()
    span: Span


class Lead(Struct, frozen=True, kw_only=True, tag="lead"):
    """A line between the title and the content that introduces it."""

    short: ClassVar[str] = "text"

    text: Annotated[Text, Help(description="The line.")]
    span: Span


class Paragraphs(Struct, frozen=True, kw_only=True, tag="text"):
    """Running text. An empty line starts a new paragraph; a single line break stays one."""

    short: ClassVar[str] = "paragraphs"

    paragraphs: Annotated[tuple[Text, ...], Help(description="The paragraphs.", extra={"noun": "paragraph", "alone": True})]
    build: OwnBuild = None
    span: Span


class Bullets(Struct, frozen=True, kw_only=True, tag="bullets"):
    """A list with marks, up to three levels deep."""

    short: ClassVar[str] = "items"
    checked_by: ClassVar[str] = "list_rules.list_rule"

    items: Annotated[tuple[ListItem, ...], Help(description="The items: text, or the long form `{text: …, bullets: […]}`.")]
    mark: Annotated[Name | None, Help(description="An icon as the mark of its items: `check-circle`.")] = None
    build: OwnBuild = None
    span: Span


class Numbered(Struct, frozen=True, kw_only=True, tag="numbered"):
    """A list with numbers, up to three levels deep."""

    short: ClassVar[str] = "items"
    checked_by: ClassVar[str] = "list_rules.list_rule"

    items: Annotated[tuple[ListItem, ...], Help(description="The items.")]
    start: Annotated[int, Help(description="The first number.", ge=1, le=32767)] = 1
    build: OwnBuild = None
    span: Span


class Quote(Struct, frozen=True, kw_only=True, tag="quote"):
    """Somebody's words, shown large. Quotation marks are the theme's."""

    short: ClassVar[str] = "text"

    text: Annotated[Text, Help(description="The words.")]
    by: Annotated[Text | None, Help(description="Who said them.")] = None
    build: OwnBuild = None
    span: Span


class Questions(Struct, frozen=True, kw_only=True, tag="questions"):
    """Questions for the room to talk about."""

    short: ClassVar[str] = "items"
    checked_by: ClassVar[str] = "list_rules.list_rule"

    items: Annotated[tuple[ListItem, ...], Help(description="The questions.")]
    start: Annotated[int, Help(description="The first number.", ge=1, le=32767)] = 1
    build: OwnBuild = None
    span: Span


class Column(Struct, frozen=True, kw_only=True):
    """One of the columns of a slide: an optional heading, and blocks."""

    pair: ClassVar[tuple[str, str]] = ("heading", "text")
    below: ClassVar[str] = "bullets"
    sides: ClassVar[tuple[str, ...]] = (
        "left", "right", "first", "second", "third", "middle", "vänster", "höger", "mitten", "links", "rechts", "mitte",
        "col1", "col2", "column1", "column2", "1", "2", "3",
    )  # fmt: skip
    """Keys that only say where a column stands, as its place in the list does."""
    no_names: ClassVar[tuple[str, ...]] = (
        *sides, "title", "subtitle", "lead", "notes", "layout", "id", "columns", "cover", "section", "closing",
    )  # fmt: skip
    """Keys that are none of a column's and no headings either: of slides, too."""
    noun: ClassVar[str] = "column"
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS

    heading: Annotated[Text | None, Help(description="A heading above the column.")] = None
    repeat: Annotated[
        bool, Help(description="Whether it stands again beside another column that continues on a new slide: `true`.")
    ] = False
    blocks: tuple[Block, ...] = ()
    span: Span


class Columns(Struct, frozen=True, kw_only=True, tag="columns"):
    """Two to four columns side by side, each holding blocks of its own."""

    short: ClassVar[str] = "items"
    checked_by: ClassVar[str] = "rules.columns_rule"

    items: Annotated[
        tuple[Column, ...],
        Help(
            description="The columns: `- {heading: Before, bullets: [one, two]}`, or as short as `- Before: [one, two]`.",
            min_length=2,
            max_length=4,
            extra={"few": "what stands alone needs no column: write it on the slide itself"},
        ),
    ]
    widths: Annotated[
        tuple[Annotated[int, Help(ge=1, le=100)], ...],
        Help(
            description="How wide they are to each other: `[2, 1]`, the first twice as wide as the second. Alike if left out. "
            "A twelfth of the page, or two, moves where a word is too wide for its column."
        ),
    ] = ()
    build: OwnBuild = None
    span: Span


if TYPE_CHECKING:
    Block = (
        Cover
        | Section
        | Closing
        | Lead
        | Paragraphs
        | Bullets
        | Numbered
        | Quote
        | Definitions
        | Callout
        | Picture
        | Pictures
        | Video
        | Audio
        | Icon
        | Table
        | Chart
        | Fact
        | Map
        | Qr
        | Formula
        | Agenda
        | Process
        | Timeline
        | Code
        | Hierarchy
        | People
        | Flow
        | Cycle
        | Roadmap
        | Comparison
        | Matrix
        | Logos
        | Questions
        | Columns
    )
else:
    Block = Struct  # Those of kinds that no deck has shown yet are not loaded.


BLOCK_KEYS: dict[str, str] = {
    "cover": "blocks.Cover",
    "section": "blocks.Section",
    "closing": "blocks.Closing",
    "lead": "blocks.Lead",
    "text": "blocks.Paragraphs",
    "bullets": "blocks.Bullets",
    "numbered": "blocks.Numbered",
    "quote": "blocks.Quote",
    "definitions": "boxes.Definitions",
    "callout": "boxes.Callout",
    "picture": "pictures.Picture",
    "pictures": "pictures.Pictures",
    "video": "clips.Video",
    "audio": "clips.Audio",
    "icon": "drawings.Icon",
    "table": "tables.Table",
    "chart": "figures.Chart",
    "fact": "figures.Fact",
    "map": "figures.Map",
    "qr": "codes.Qr",
    "formula": "formulas.Formula",
    "agenda": "sequences.Agenda",
    "process": "sequences.Process",
    "timeline": "sequences.Timeline",
    "code": "code.Code",
    "hierarchy": "diagrams.Hierarchy",
    "people": "people.People",
    "flow": "flows.Flow",
    "cycle": "sequences.Cycle",
    "roadmap": "roadmaps.Roadmap",
    "comparison": "panels.Comparison",
    "matrix": "panels.Matrix",
    "logos": "logos.Logos",
    "questions": "blocks.Questions",
    "columns": "blocks.Columns",
}
"""The key that a person types for each block, and the place of its type below `deckmotor.model`: it is loaded when a deck first
holds one. The key names the content; the order of keys is the reading order."""

BESIDE: dict[str, dict[str, str]] = {
    "by": {"quote": "text"},
    "caption": {"picture": "file", "table": "rows", "qr": "address", "code": "text"},
    "alt": {"picture": "file", "chart": "bars", "map": "places", "qr": "address", "code": "text"},
    "link": {"picture": "file"},
    "source": {
        "chart": "bars",
        "fact": "items",
        "map": "places",
        "timeline": "items",
        "hierarchy": "items",
        "flow": "arrows",
        "callout": "text",
        "roadmap": "lanes",
    },
}
"""Keys that may stand beside their block instead of in it: for each the blocks, with the key that their short form fills."""

PAGE_KEYS = ("cover", "section", "closing")
"""The blocks that are a whole page."""

COLUMN_KEYS = tuple([key for key in BLOCK_KEYS if key not in (*PAGE_KEYS, "lead", "columns")])
"""The blocks that a column may hold."""


def key_of(block: Block) -> str:
    """The key of a block."""
    return str(block.__struct_config__.tag)


@cache
def block_type(key: str) -> type[Block]:
    """The type of the block of a key."""
    block: type[Block] = named(BLOCK_KEYS[key])
    return block


def every_block() -> tuple[type[Block], ...]:
    """The types of all blocks, in the order of their keys."""
    return tuple([block_type(key) for key in BLOCK_KEYS])
