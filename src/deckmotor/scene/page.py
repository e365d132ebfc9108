"""The finished positioned pages: native objects with their boxes and measured lines.

A scene is complete: an exporter needs nothing else. The order of items on a page is the painting order and the reading
order. Layouts are pages too (decoration and empty placeholders).
"""

from typing import Literal

from msgspec import Struct

from deckmotor.color import Color
from deckmotor.ooxml.package import BasePackage
from deckmotor.scene.items import Cell as Cell
from deckmotor.scene.items import ChartItem as ChartItem
from deckmotor.scene.items import Commands as Commands
from deckmotor.scene.items import ConnectorItem as ConnectorItem
from deckmotor.scene.items import End as End
from deckmotor.scene.items import FormulaItem as FormulaItem
from deckmotor.scene.items import GroupItem as GroupItem
from deckmotor.scene.items import Item as Item
from deckmotor.scene.items import PathShape as PathShape
from deckmotor.scene.items import PictureItem as PictureItem
from deckmotor.scene.items import Preset as Preset
from deckmotor.scene.items import ShapeItem as ShapeItem
from deckmotor.scene.items import TableItem as TableItem
from deckmotor.scene.items import TextItem as TextItem
from deckmotor.scene.items import all_paragraphs as all_paragraphs
from deckmotor.scene.items import inside as inside
from deckmotor.scene.items import paragraphs_of as paragraphs_of
from deckmotor.scene.media import CLIPS as CLIPS
from deckmotor.scene.media import GROUND as GROUND
from deckmotor.scene.media import PLAYS as PLAYS
from deckmotor.scene.media import SOUNDS as SOUNDS
from deckmotor.scene.media import Ink as Ink
from deckmotor.scene.media import Media as Media
from deckmotor.scene.media import MediaType as MediaType
from deckmotor.scene.media import in_colour as in_colour
from deckmotor.scene.media import of_colour as of_colour
from deckmotor.scene.media import still as still
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
from deckmotor.style import Anchor, Box, Fade, Insets, ParagraphStyle

SlotType = Literal["title", "ctrTitle", "subTitle", "body", "obj", "pic", "tbl", "chart", "dt", "ftr", "sldNum"]


class Slot(Struct, frozen=True, kw_only=True, omit_defaults=True):
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


class Layout(Struct, frozen=True, kw_only=True, omit_defaults=True):
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


class Page(Struct, frozen=True, kw_only=True, gc=False):
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
