"""The kinds of content that a slide holds. Docstrings here are the help that people read (schema, docs, errors).

A struct's tag is the key that a person types for it. `short` names the field that a value fills when it is written
without keys: `bullets: [a, b]` is `bullets: {items: [a, b]}`. `noun` is what people call one of them. In `Help`, `extra`
may hold `noun` (what one of a list is called), `alone` (one text stands for a list of them), `empty` (an empty text is
allowed), and what to do about a list of too `few` or too `many`. `stands` says where a block may: `page` alone on its slide,
`slide` on a slide but in no column; others anywhere.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

from msgspec import Meta, Struct

from deckmotor.model.boxes import Callout as Callout
from deckmotor.model.boxes import Definitions as Definitions
from deckmotor.model.clips import Audio as Audio
from deckmotor.model.clips import Video as Video
from deckmotor.model.code import Code as Code
from deckmotor.model.codes import Qr as Qr
from deckmotor.model.data import Loaded
from deckmotor.model.diagrams import Hierarchy as Hierarchy
from deckmotor.model.drawings import Icon as Icon
from deckmotor.model.figures import CHART_KINDS as CHART_KINDS
from deckmotor.model.figures import Chart as Chart
from deckmotor.model.figures import Fact as Fact
from deckmotor.model.figures import Figure as Figure
from deckmotor.model.figures import Map as Map
from deckmotor.model.flows import Flow as Flow
from deckmotor.model.formulas import Formula as Formula
from deckmotor.model.items import ListItem as ListItem
from deckmotor.model.logos import Logos as Logos
from deckmotor.model.panels import Comparison as Comparison
from deckmotor.model.panels import Matrix as Matrix
from deckmotor.model.people import People as People
from deckmotor.model.roadmaps import Roadmap as Roadmap
from deckmotor.model.sequences import Agenda as Agenda
from deckmotor.model.sequences import Cycle as Cycle
from deckmotor.model.sequences import Process as Process
from deckmotor.model.sequences import Timeline as Timeline
from deckmotor.model.showing import OwnBuild, OwnLink, OwnTransition
from deckmotor.model.text import Cell, Name, Text
from deckmotor.span import Span
from deckmotor.workspace import path_from

Help = Meta


class Cover(Struct, frozen=True, kw_only=True, tag="cover"):
    """The opening page. Title, subtitle and people come from the deck's head."""

    stands: ClassVar[str] = "page"

    credits: Annotated[
        tuple[Text, ...] | None,
        Help(description="Lines on who made it, instead of those from the deck's head.", extra={"noun": "line", "alone": True}),
    ] = None
    span: Span


class Section(Struct, frozen=True, kw_only=True, tag="section"):
    """A page that opens a section; the slides after it belong to that section in PowerPoint too."""

    stands: ClassVar[str] = "page"
    short: ClassVar[str] = "title"

    title: Annotated[Text, Help(description="The section's name.")]
    transition: OwnTransition = None
    span: Span


class Closing(Struct, frozen=True, kw_only=True, tag="closing"):
    """The last page."""

    stands: ClassVar[str] = "page"
    short: ClassVar[str] = "title"

    title: Annotated[Text, Help(description="What the page says large.")]
    text: Annotated[
        tuple[Text, ...],
        Help(description="Lines below it: a contact, a web address.", extra={"noun": "line", "alone": True}),
    ] = ()
    span: Span


class Lead(Struct, frozen=True, kw_only=True, tag="lead"):
    """A line between the title and the content that introduces it."""

    stands: ClassVar[str] = "slide"
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

    items: Annotated[tuple[ListItem, ...], Help(description="The items: text, or the long form `{text: …, bullets: […]}`.")]
    mark: Annotated[Name | None, Help(description="An icon as the mark of its items: `check-circle`.")] = None
    build: OwnBuild = None
    span: Span


class Numbered(Struct, frozen=True, kw_only=True, tag="numbered"):
    """A list with numbers, up to three levels deep."""

    short: ClassVar[str] = "items"

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


class Picture(Struct, frozen=True, kw_only=True, tag="picture"):
    """A picture from a file (PNG, JPEG, SVG, GIF, WebP, AVIF, TIFF or BMP). It needs `alt:`, or `decorative: true`."""

    short: ClassVar[str] = "file"
    noun: ClassVar[str] = "picture"

    file: Annotated[Name, Help(description="The picture's path, from the folder of the file that names it.")]
    alt: Annotated[str | None, Help(description="What the picture shows, for those who can't see it.")] = None
    decorative: Annotated[bool, Help(description="`true` where the picture only decorates.")] = False
    fit: Annotated[
        Literal["fit", "fill"] | None,
        Help(
            description="`fit` shows all of it; `fill` fills the place and crops. Left out, a picture is shown whole; one over "
            "the whole page fills it, and photos among `pictures` lose a little where all become as large that way."
        ),
    ] = None
    focus: Annotated[
        tuple[Annotated[int, Help(ge=0, le=100)], Annotated[int, Help(ge=0, le=100)]],
        Help(description="The point that a crop keeps: percent from the left and from the top."),
    ] = (50, 50)
    recolour: Annotated[
        Name | None,
        Help(
            description="Of a drawing (SVG): the colour of the theme that all of it gets but its white: `brand`, `accent-10`, "
            "or `true` for that of texts."
        ),
    ] = None
    caption: Annotated[Text | None, Help(description="A line below the picture.")] = None
    link: OwnLink = None
    build: OwnBuild = None
    span: Span

    @property
    def path(self) -> str:
        """The file's path from the project's folder."""
        return path_from(self.file.span.file, self.file.text)


class Pictures(Struct, frozen=True, kw_only=True, tag="pictures"):
    """Two to six pictures side by side, as large as they can be, each with its caption."""

    short: ClassVar[str] = "items"

    items: Annotated[
        tuple[Picture, ...],
        Help(
            description="The pictures, each as for `picture`: `{file: …, alt: …, caption: …}`.",
            min_length=2,
            max_length=6,
            extra={
                "few": "one picture alone is a `picture:`",
                "many": "put the others on another slide: smaller ones can't be seen from the back of the room",
            },
        ),
    ]
    build: OwnBuild = None
    span: Span


class Row(Struct, frozen=True, kw_only=True, gc=False):
    """A row of a table."""

    short: ClassVar[str] = "cells"
    noun: ClassVar[str] = "row"

    cells: Annotated[
        tuple[Annotated[Text, Help(extra={"empty": True, "merges": True})], ...],
        Help(
            description="The row's cells. `{text: 2024, columns: 2}` goes over two columns, `rows: 2` over two rows; those "
            "that it covers are left out.",
            max_length=100,
            extra={"noun": "cell"},
        ),
    ]
    id: Annotated[str | None, Help(description="Name by which variants change this row.")] = None
    span: Span


class Rows(Struct, frozen=True, gc=False):
    """Rows of a table that cells over several of them hold together."""

    rows: tuple[Row, ...]
    span: Span


class Table(Struct, frozen=True, kw_only=True, tag="table"):
    """A plain table. The first row is the header unless `header: false`."""

    short: ClassVar[str] = "rows"

    rows: Annotated[
        tuple[Row, ...], Help(description="The rows, each a list of cells, or a text with pipes as in Markdown.", min_length=1)
    ] = ()
    file: Annotated[Name | None, Help(description="A file (CSV, XLSX) with the rows; its first row names the columns.")] = None
    sheet: Annotated[str | None, Help(description="The sheet of a workbook; the first that is not hidden if left out.")] = None
    range: Annotated[str | None, Help(description="The cells of the sheet: `A3:F30`.")] = None
    columns: Annotated[
        Loaded | None,
        Help(
            description="The columns of the file that are shown: a list, or `{kommun: Kommun}` with the names to show. "
            "`{anslag: {name: Anslag, unit: mnkr, decimals: 1}}` says more; `format: long` or `short` is for dates, "
            "`format: yes/no` for what is true or false.",
            extra={"loaded": "columns"},
        ),
    ] = None
    where: Annotated[
        Loaded | None,
        Help(
            description="The rows of the file that are shown: `{kommun: Kalix}`, or a condition: `antal > 100`.",
            extra={"loaded": "where"},
        ),
    ] = None
    sort: Annotated[
        Loaded | None,
        Help(description="The column that the rows are sorted by: `kommun`, or `{antal: down}`.", extra={"loaded": "sort"}),
    ] = None
    limit: Annotated[int | None, Help(description="How many rows are shown, the first of them.", ge=1, le=1000)] = None
    total: Annotated[
        Text | None,
        Help(description="What a last row is called that has the sums of columns of numbers: `Summa`."),
    ] = None
    header: Annotated[bool, Help(description="Whether the first row names the columns.")] = True
    header_column: Annotated[bool, Help(description="Whether the first column names the rows: `true`.")] = False
    align: Annotated[tuple[Literal["left", "center", "right"], ...], Help(description="How each column is aligned.")] = ()
    widths: Annotated[
        tuple[Annotated[int, Help(ge=1, le=1000)], ...],
        Help(description="Relative widths of the columns; by their content if left out."),
    ] = ()
    caption: Annotated[Text | None, Help(description="A line below the table: the source.")] = None
    highlight: Annotated[
        str | None,
        Help(description="What is lit: the name of a column, what a row begins with, or the text of a cell."),
    ] = None
    build: OwnBuild = None
    span: Span

    @property
    def head(self) -> int:
        """How many rows the header has: two where a cell of its first goes over others, for the names of the columns below."""
        if not self.header:
            return 0
        merged = any(isinstance(cell, Cell) and (cell.columns > 1 or cell.rows > 1) for cell in self.rows[0].cells)
        return min(2, len(self.rows)) if merged else 1


class Questions(Struct, frozen=True, kw_only=True, tag="questions"):
    """Questions for the room to talk about."""

    short: ClassVar[str] = "items"

    items: Annotated[tuple[ListItem, ...], Help(description="The questions.")]
    start: Annotated[int, Help(description="The first number.", ge=1, le=32767)] = 1
    build: OwnBuild = None
    span: Span


class Column(Struct, frozen=True, kw_only=True):
    """One of the columns of a slide: an optional heading, and blocks."""

    noun: ClassVar[str] = "column"

    heading: Annotated[Text | None, Help(description="A heading above the column.")] = None
    repeat: Annotated[
        bool, Help(description="Whether it stands again beside another column that continues on a new slide: `true`.")
    ] = False
    blocks: tuple[Block, ...] = ()
    span: Span


class Columns(Struct, frozen=True, kw_only=True, tag="columns"):
    """Two to four columns side by side, each holding blocks of its own."""

    stands: ClassVar[str] = "slide"
    short: ClassVar[str] = "items"

    items: Annotated[tuple[Column, ...], Help(description="The columns.", min_length=2, max_length=4)]
    widths: Annotated[
        tuple[Annotated[int, Help(ge=1, le=100)], ...],
        Help(
            description="How wide they are to each other: `[2, 1]`, the first twice as wide as the second. Alike if left out."
        ),
    ] = ()
    build: OwnBuild = None
    span: Span


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

BLOCK_KEYS: dict[str, type[Block]] = {str(block.__struct_config__.tag): block for block in get_args(Block)}
"""The key that a person types for each block. The key names the content; the order of keys is the reading order."""

PAGE_KEYS = tuple(key for key, block in BLOCK_KEYS.items() if getattr(block, "stands", "") == "page")
"""The blocks that are a whole page."""

COLUMN_KEYS = tuple(key for key, block in BLOCK_KEYS.items() if not hasattr(block, "stands"))
"""The blocks that a column may hold."""
