"""What compose knows of a kind of block: one row a kind, in the modules beside this one."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.blocks import Block, Column
from deckmotor.model.deck import Head, Slide
from deckmotor.model.items import ListItem
from deckmotor.model.text import Text
from deckmotor.scene.page import Item, Media, Paragraph, Slot
from deckmotor.style import ParagraphStyle
from deckmotor.theme.theme import Theme

if TYPE_CHECKING:
    from deckmotor.model.code import Chunk
    from deckmotor.model.diagrams import Unit
    from deckmotor.model.flows import Leg
    from deckmotor.model.people import Person
    from deckmotor.model.roadmaps import Lane
    from deckmotor.model.sequences import Event
    from deckmotor.model.tables import Row, Rows

    Said = ListItem | Text | Row | Rows | Chunk | Person | Unit | Lane | Leg | Event
else:
    Said = Struct  # Those of kinds that no deck has shown yet are not loaded.
"""What a block can be cut between: an item, a paragraph, a row or rows that belong together, lines of code, a person, a branch,
a lane, the arrows that leave a box, an event."""

Levels = tuple[ParagraphStyle, ...]


def paragraphs_of(said: Said) -> int:
    """How many paragraphs an item takes, with those below it, and lines of code, rows together; anything else is one."""
    if isinstance(said, ListItem):
        return 1 + sum(map(paragraphs_of, (*said.bullets, *said.numbered)))
    return getattr(said, "counts_as", 1)


class Want(Struct, frozen=True, kw_only=True):
    """How much room something needs at one width and one step. Lengths are EMU."""

    height: int
    """Its height; of a picture that at which it fills the width."""
    least: int = 0
    """With how little it can do, where it gives way to others: a picture. Else its height."""
    padding: int = 0
    """How much of that is space around its words, which gives way before their size does."""
    width: int = 0
    """How much of the width it uses."""
    wraps: int = 0
    """Lines that cells of a table take beyond their first: the most of any."""
    broken: bool = False
    """Whether a word of it breaks."""
    cuts: bool = False
    """Whether a word of it breaks, or takes a hyphen."""
    divides: bool = False
    """Whether it can be cut into more than one part."""
    ratio: float = 0.0
    """Of a picture its height over its width."""
    below: int = 0
    """How much of its height what is written below it takes."""

    @property
    def tight(self) -> int:
        """How high it is at least, with little padding."""
        return (self.least or self.height) - self.padding

    @property
    def grows(self) -> bool:
        """Whether it takes the room that others leave."""
        return self.ratio > 0 or 0 < self.least < self.height


def nothing_said(block: Any) -> tuple[Said, ...]:
    """Of a block that can't be cut."""
    return ()


class Kind(Struct, frozen=True, kw_only=True):
    """A kind of block."""

    block: type[Struct]
    """Its type in the model; the type's tag is the word that people type for it."""
    example: str
    """A short slide with it, as people type it: its page in the gallery."""
    word: str = ""
    """What groups of it are called where layouts are chosen (`list` of bullets and numbers); the tag where it is empty."""
    layout: str = "content"
    """The layout of a slide that holds nothing else."""
    terse: Callable[[Any], str] | None = None
    """Another layout for so few words of it that they would stand lost on that one; empty where they are not few."""
    shaped: Callable[[Any, Theme, Mapping[str, Media]], str] | None = None
    """Another layout that one of its shape is clearly larger on, where a title and it are all of the slide; else empty."""
    led: str = ""
    """The same under a lead, where it is not that layout's own pair."""
    count: Callable[[Any], int] | None = None
    """Of what takes several slots of its role: how many. Its layouts end with that number: `pictures-3`."""
    role: str = "body"
    """The slot that it takes where the layout has one; else it takes a body."""
    looks: tuple[str, ...] = ()
    """Looks that it takes from the slot it stands in. The first is its own, which it has in all other slots."""
    few: tuple[str, ...] = ()
    """Layouts that few units of it may take where they are all that a slide holds (`compose.points`)."""
    wide_marks: bool = False
    """Whether its marks may be wider than those of a list, as numbers are."""
    flows: bool = False
    """Whether it shares one text with neighbours that flow too."""
    wide: bool = False
    """Whether a row of its own is as wide as the page, not as a text that is good to read."""
    stretch: float = 1.0
    """How much of the height that it needs it can use where others leave that: drawn larger, not only looser."""
    beside: float = 0.0
    """How little it likes to stand beside others: whole steps of the type scale."""
    paragraphs: Callable[[Any, Levels, Place, Look], list[Paragraph]] | None = None
    """Of a block that is text: its paragraphs in the levels of a step."""
    signed: Callable[[Any], Text | None] | None = None
    """Of a block that is text: who said it, for layouts with a place for that."""
    draw: Callable[[Any, Place, Look], tuple[Item, ...]] | None = None
    """Of any other: its items in a place."""
    want: Callable[[Any, Place, int, Look], Want] | None = None
    """Of any other: the room that it needs in the width of a place, at a step."""
    described: Callable[[Any, Look], str] | None = None
    """Of a block that is drawn: all that it shows, in words, for the notes where it says `describe: notes`."""
    page: Callable[[Slide, Any, Head, Look], list[Item]] | None = None
    """Of a block that is a whole page: all items of it."""
    stacks: Callable[[Any], tuple[Column, ...]] | None = None
    """Of a block that holds others: the columns that it is."""
    brief: Callable[[Any], bool] | None = None
    """Whether these are so few words that a layout may have places for them beside other things."""
    widths: Callable[[Any], tuple[int, ...]] | None = None
    """Of such a block: how wide its columns are to each other; empty where they are alike."""
    opens: Callable[[Any], Text] | None = None
    """Of a block that opens a section of the deck: the section's name."""
    units: Callable[[Any], tuple[Said, ...]] = nothing_said
    """What it can be cut between; nothing where it can't be."""
    cut: Callable[[Any, tuple[Any, ...], int], Block] | None = None
    """A part of it: the block, what that part says, and how many units have gone before it."""

    stepped: Callable[[Any], Block | None] | None = None
    """Of a list with numbers: the process that it may be shown as; None where its items are no few short steps."""
    begins: type[Item] | tuple[type[Item], ...] | None = None
    """Of a block that is drawn and lists things: what each of these is drawn of first. They can come at a click each."""

    @property
    def tag(self) -> str:
        """The word that people type for it."""
        return str(self.block.__struct_config__.tag)


def speaker(place: Place, look: Look) -> Slot | None:
    """Where a layout has who said what stands in a place: beside the slot of quotations."""
    own = place.slot is not None and place.slot.look == "quote"
    return look.layout.slot("speaker") if own else None


Group = Sequence[Block]
"""Blocks that share a place: those that flow and follow each other, or one of another kind."""
