"""The finished positioned pages: native objects with their boxes and measured lines.

A scene is complete: an exporter needs nothing else. The order of items on a page is the painting order and the reading
order. Layouts are pages too (decoration and empty placeholders).
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from deckmotor.color import Color
from deckmotor.ooxml.package import Attached, BasePackage
from deckmotor.scene.media import CLIPS as CLIPS
from deckmotor.scene.media import Ink as Ink
from deckmotor.scene.media import Media as Media
from deckmotor.scene.media import MediaType as MediaType
from deckmotor.scene.media import in_colour as in_colour
from deckmotor.scene.media import of_colour as of_colour
from deckmotor.scene.text import LinePart as LinePart
from deckmotor.scene.text import Lines as Lines
from deckmotor.scene.text import Link as Link
from deckmotor.scene.text import MeasuredLine as MeasuredLine
from deckmotor.scene.text import Notation as Notation
from deckmotor.scene.text import Paragraph as Paragraph
from deckmotor.scene.text import PlainLines as PlainLines
from deckmotor.scene.text import Run as Run
from deckmotor.scene.text import ends_of as ends_of
from deckmotor.scene.text import is_ragged as is_ragged
from deckmotor.scene.text import lowered as lowered
from deckmotor.scene.text import widths_of as widths_of
from deckmotor.style import Anchor, Box, Fade, Insets, Line, ParagraphStyle, TextStyle

SlotType = Literal["title", "ctrTitle", "subTitle", "body", "obj", "pic", "tbl", "chart", "dt", "ftr", "sldNum"]


class TextItem(Struct, frozen=True, kw_only=True, tag="text"):
    """Text in a box: a placeholder of the layout where `slot` names one, else a text box."""

    name: str
    """Stable name: `<slide id>/<block key>`, the shape's name in the file."""
    box: Box
    slot: str | None = None
    moved: bool = False
    """Whether `box` differs from the slot's own box."""
    paragraphs: tuple[Paragraph, ...]
    anchor: Anchor = "top"
    insets: Insets = Insets()
    height: int = 0
    """Height of the measured text, EMU."""
    step: int = 0
    """Which step of the slot's type scale the text took: 0 is the layout's own size."""
    reads: Literal["text", "footnotes"] = "text"
    """What it is to those who have it read to them."""
    click: int = 0
    """The click at which it appears (`Paragraph.click`)."""


class PictureItem(Struct, frozen=True, kw_only=True, tag="picture"):
    """A picture. `crop` is what is cut off left, top, right and bottom, in 1/100,000 of the picture's size."""

    name: str
    box: Box
    slot: str | None = None
    moved: bool = False
    media: str
    """Key into the scene's media."""
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)
    alt: str | None = None
    """None for a picture that only decorates."""
    plays: str | None = None
    """Key into the scene's media: the film or sound that it stands for."""
    captions: str | None = None
    """The same: what is said there, as text with its times (WebVTT)."""
    opacity: int = 100
    """Percent: less where a white ground would glare on a dark page."""
    round: bool = False
    """Whether it is cut to an ellipse: a portrait."""
    link: Link | None = None
    """Where a click on it leads."""
    click: int = 0
    """The click at which it appears (`Paragraph.click`)."""


class Cell(Struct, frozen=True, kw_only=True):
    """A cell of a table."""

    paragraphs: tuple[Paragraph, ...]
    fill: Color | None = None
    columns: int = 1
    """Over how many it goes. One that others cover says so in its row and column, as they do in the file."""
    rows: int = 1
    across: bool = False
    """Whether the cell to its left covers it."""
    down: bool = False
    """Whether the cell above covers it."""
    low: bool = False
    """Whether its text stands at its bottom: the name of a column beside those in the row below."""
    rule: Line | None = None
    """The line below it, where it is not the one that the table style draws there."""

    @property
    def is_covered(self) -> bool:
        """Whether it is only there to keep its column's place."""
        return self.across or self.down


class TableItem(Struct, frozen=True, kw_only=True, tag="table"):
    """A native table. Widths and heights are EMU and add up to the box's."""

    name: str
    box: Box
    slot: str | None = None
    moved: bool = False
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header: int
    """How many of its first rows name the columns: none, one or two."""
    header_column: bool = False
    """Whether its first column names the rows."""
    insets: Insets
    """Of its cells, but at the table's left and right edges."""
    outer: int = 0
    """The insets there."""
    needs: int = 0
    """The height that its rows need, EMU: less than the box's where they share the height of a place."""
    rule: Line | None = None
    """The line between rows, as the file's table style draws it."""
    header_rule: Line | None = None
    """The line below the header, where it is another one."""
    step: int = 0
    click: int = 0
    """The click at which it appears (`Paragraph.click`)."""

    def margins(self, column: int, columns: int = 1) -> Insets:
        """The insets of a cell that begins in a column, from 0, and goes over some."""
        left = self.insets.left if column else self.outer
        right = self.insets.right if column + columns < len(self.widths) else self.outer
        return Insets(left, self.insets.top, right, self.insets.bottom)


Commands = tuple[tuple[str | int, ...], ...]
"""An outline over page coordinates in EMU: `("M", x, y)`, `("L", x, y)`, `("C", x1, y1, x2, y2, x, y)` or `("Z",)` each."""


class PathShape(Struct, frozen=True, kw_only=True, tag="path"):
    """A filled outline that decorates."""

    name: str
    commands: Commands
    fill: Color | None = None
    line: Line | None = None
    click: int = 0
    """The click at which it appears (`Paragraph.click`)."""


Preset = Literal["rect", "roundRect", "ellipse", "diamond", "triangle", "chevron", "homePlate", "rightArrow"]
"""The outlines of DrawingML (ECMA-376 part 1, 20.1.10.56) that shapes may have: those that `scene.presets` draws."""


class ShapeItem(Struct, frozen=True, kw_only=True, tag="shape"):
    """A native shape: an outline with a fill, a line, and text inside where there is some."""

    name: str
    box: Box
    outline: Preset | Commands
    adjust: tuple[int, ...] = ()
    """The preset's adjust values in DrawingML's order and unit (mostly 1/100,000); those left out are the preset's own."""
    fill: Color | Fade | None = None
    line: Line | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    anchor: Anchor = "middle"
    insets: Insets = Insets()
    """Space between the text and the outline's own area for it (`scene.presets.text_area`)."""
    reads: Literal["text", "code", "nothing"] = "text"
    """What its text is to those who have it read to them: text, code to the letter, or nothing (numbers of lines)."""
    alt: str | None = None
    """What it shows. None where its text says it all, or where it has no text and only decorates."""
    link: Link | None = None
    """Where a click on it leads."""
    click: int = 0
    """The click at which it appears (`Paragraph.click`)."""


class End(Struct, frozen=True, kw_only=True):
    """An end of a connector."""

    x: int
    """EMU on the page."""
    y: int
    item: str | None = None
    """Name of the shape that it is glued to."""
    site: int = 0
    """Which of that shape's connection sites, as `scene.presets.sites` counts them."""
    arrow: bool = False


class ConnectorItem(Struct, frozen=True, kw_only=True, tag="connector"):
    """A line between two points that follows the shapes it is glued to when somebody moves them.

    It runs in legs along the axes (`elbow`, `curved`), or at once. The first leg is across the page, or `upright` down it.
    """

    name: str
    kind: Literal["straight", "elbow", "curved"] = "straight"
    begin: End
    end: End
    upright: bool = False
    bend: int | None = 50_000
    """Where the middle leg stands, in 1/100,000 of the way from begin to end; outside of 0 to 100,000 it goes around. None for
    two legs: there is no middle one."""
    line: Line
    alt: str | None = None
    """What it says, None where it only decorates."""
    click: int = 0
    """The click at which it appears (`Paragraph.click`)."""


class GroupItem(Struct, frozen=True, kw_only=True, tag="group"):
    """Items that are moved and read as one."""

    name: str
    box: Box
    """Around all of its items."""
    items: "tuple[Item, ...]"
    """In painting and reading order, in page coordinates; none stands in a slot."""
    alt: str | None = None
    """What all of it shows together, read in place of its items. None where they are read one by one."""
    said: tuple[str, ...] = ()
    """The same as the items of a list, for formats that have lists."""
    click: int = 0
    """The click at which it appears (`Paragraph.click`)."""


class ChartItem(Struct, frozen=True, kw_only=True, tag="chart"):
    """A native chart, opaque, and the same chart drawn of other items for exporters that have no charts."""

    name: str
    box: Box
    slot: str | None = None
    chart: Attached
    """The chart part with its workbook, style and colours."""
    drawing: "tuple[Item, ...]"
    """In painting order, in page coordinates."""
    alt: str
    click: int = 0
    """The click at which it appears (`Paragraph.click`)."""


class FormulaItem(Struct, frozen=True, kw_only=True, tag="formula"):
    """A native formula in a box of its own size."""

    name: str
    box: Box
    slot: str | None = None
    notation: Notation
    style: TextStyle
    language: str
    alt: str
    """The formula in words."""
    click: int = 0
    """The click at which it appears (`Paragraph.click`)."""


Item = TextItem | PictureItem | TableItem | PathShape | ShapeItem | ConnectorItem | GroupItem | ChartItem | FormulaItem


class Slot(Struct, frozen=True, kw_only=True):
    """A place of a layout that content fills: a placeholder."""

    role: str
    """What compose fills it with: `title`, `body`, `lead`, `picture`, `footer`, …"""
    number: int = 1
    """Which of the slots of its role it is on its layout, from 1."""
    look: str = ""
    """The look that its styles are, for a slot that content stands in: `list`, `text`, `quote`, …"""
    type: SlotType
    idx: int
    """The placeholder's index in the file; the same role has the same index on every layout."""
    label: str
    """The placeholder's name in PowerPoint."""
    box: Box
    levels: tuple[ParagraphStyle, ...]
    """Paragraph styles of level 1 and on; a slot for text has at least one."""
    smaller: tuple[tuple[ParagraphStyle, ...], ...] = ()
    """The same levels at the further steps of the type scale, each smaller than the one before."""
    anchor: Anchor = "top"
    insets: Insets = Insets()
    spread: bool = False
    """Whether paragraphs share its height: each begins at an equal part of it, as far as they have room."""
    prompt: str = ""
    """What an empty placeholder asks for."""

    @property
    def name(self) -> str:
        """Its role, and its number where there are others before it: `body`, `body-2`."""
        return self.role if self.number == 1 else f"{self.role}-{self.number}"

    @property
    def steps(self) -> tuple[tuple[ParagraphStyle, ...], ...]:
        """The levels at every step of the type scale, the layout's own size first."""
        return (self.levels, *self.smaller)

    def at(self, step: int) -> tuple[ParagraphStyle, ...]:
        """The levels at a step of the type scale: 0 is the layout's own size."""
        return self.smaller[step - 1] if step else self.levels


class Layout(Struct, frozen=True, kw_only=True):
    """A PowerPoint slide layout: decoration under the content, and slots for it."""

    name: str
    """Name that `layout:` takes."""
    label: str
    """Name in PowerPoint's menu."""
    background: Color
    decoration: tuple[PathShape | TextItem | PictureItem, ...] = ()
    slots: tuple[Slot, ...]
    shade: Fade | None = None
    """What lies between a picture and the words on it, so that they can be read on any picture."""
    traced: bool = False
    """Whether its pages say at their edge in which section they are, where the theme draws that."""

    def slot(self, name: str) -> Slot | None:
        """The slot of that name, or None."""
        for slot in self.slots:  # Most names are a role alone.
            if slot.role == name and slot.number == 1:
                return slot
        return next((slot for slot in self.slots if slot.name == name), None) if "-" in name else None

    def of(self, role: str) -> tuple[Slot, ...]:
        """The slots of a role, in the order of their numbers."""
        return tuple([slot for slot in self.slots if slot.role == role])


class Ground(Struct, frozen=True, kw_only=True):
    """What a page stands on in place of its layout's background and decoration, which are then not shown."""

    color: Color
    """Of the page; under a picture, that of the veil over it."""
    picture: PictureItem | None = None
    """A picture over the whole page."""
    colors: dict[str, str] = {}
    """Which of the theme's colours each name stands for on this page (ECMA-376 part 1, 20.1.6.8): the colours of its items
    are these already."""


Transition = Literal["fade", "push", "morph"]
"""How a page comes: out of the one before, pushing that away, or with the things on both moving to their new places."""


class Page(Struct, frozen=True, kw_only=True):
    """One finished page."""

    id: str
    """The slide's stable id."""
    title: str
    layout: str
    language: str
    items: tuple[Item, ...]
    notes: tuple[Paragraph, ...] = ()
    """The speaker notes: paragraphs without lines, and lists of them."""
    clicks: int = 0
    """How many clicks it takes until all of it is there."""
    transition: Transition | None = None
    """How it comes after the page before it."""
    hidden: bool = False
    """Whether it is passed over when the deck is shown; PowerPoint's file has it."""
    ground: Ground | None = None
    """What it stands on, where that is not its layout's."""


class PageSection(Struct, frozen=True, kw_only=True):
    """Consecutive pages under a name."""

    name: str
    pages: tuple[str, ...]
    """Page ids in order."""
    opens: bool = False
    """Whether the first of them is a page that opens the section, under which the others stand."""


class Properties(Struct, frozen=True, kw_only=True):
    """What the file says of itself."""

    title: str
    authors: tuple[str, ...] = ()
    subject: str = ""
    keywords: tuple[str, ...] = ()
    organisation: str = ""
    language: str = "en"
    edition: tuple[tuple[str, str], ...] = ()
    """What the deck is built for: `(("variant", "kalix"),)`."""


class Scene(Struct, frozen=True, kw_only=True):
    """Everything an exporter needs."""

    width: int
    height: int
    properties: Properties
    layouts: tuple[Layout, ...]
    pages: tuple[Page, ...]
    sections: tuple[PageSection, ...]
    media: dict[str, Media]
    drawn_with: dict[str, tuple[str, ...]]
    """For each family that text names (`Arial`) those that draw it: the one it was measured with (`Arimo`), and what lends
    characters that it lacks."""
    base: BasePackage
    """Theme, master and layouts as PowerPoint parts; opaque to all exporters but PowerPoint's."""
    emoji: frozenset[str] = frozenset()
    """Characters of its texts that are coloured pictures, which no font here has: PowerPoint is told the font that has them."""
    numbers: tuple[int, ...] = ()
    """The number that stands on each page; its place, from 1, where it is empty."""

    @property
    def numbered(self) -> tuple[tuple[int, Page], ...]:
        """The pages, each with its number."""
        return tuple(zip(self.numbers, self.pages, strict=True)) if self.numbers else tuple(enumerate(self.pages, 1))


def inside(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items and, after each group, those inside it, in reading order."""
    if GroupItem not in map(type, items):
        return items
    return tuple([one for item in items for one in (item, *(inside(item.items) if isinstance(item, GroupItem) else ()))])


def all_paragraphs(items: tuple[Item, ...]) -> Iterator[Paragraph]:
    """All text of some items, that of groups and of what draws a chart included."""
    for item in inside(items):
        yield from all_paragraphs(item.drawing) if isinstance(item, ChartItem) else paragraphs_of(item)


def paragraphs_of(item: Item) -> Iterator[Paragraph]:
    """The paragraphs of an item itself, not of those inside it."""
    match item:
        case TextItem() | ShapeItem():
            yield from item.paragraphs
        case TableItem():
            for row in item.rows:
                for cell in row:
                    yield from cell.paragraphs
