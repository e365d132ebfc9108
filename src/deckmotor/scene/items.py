"""What stands on a page: native objects with their boxes and measured lines."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from deckmotor.color import Color
from deckmotor.ooxml.package import Attached
from deckmotor.scene.text import Link, Notation, Paragraph
from deckmotor.style import Anchor, Box, Fade, Insets, Line, TextStyle


class TextItem(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="text", gc=False):
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


class PictureItem(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="picture"):
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


class PathShape(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="path"):
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

    @property
    def decorates(self) -> bool:
        """Whether it says nothing to those who have the page read to them."""
        return self.reads == "nothing" or (self.alt is None and not self.paragraphs and self.link is None)


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

    @property
    def ink(self) -> Box:
        """The box with all around it where it may be drawn: its size was measured, by a seventh too small at most."""
        box, high = self.box, self.style.size // 2
        wide = high + box.width // 12
        return Box(box.x - wide, box.y - high, box.width + 2 * wide, box.height + 2 * high)


Item = TextItem | PictureItem | TableItem | PathShape | ShapeItem | ConnectorItem | GroupItem | ChartItem | FormulaItem


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
