"""What is painted: four primitives, and the elements that say what they are. Every exporter but PowerPoint's draws these only.

A page is a row of elements, in painting order, which is the reading order. Lengths are EMU on the page.
"""

from typing import Literal

from msgspec import Struct

from deckmotor.color import Color
from deckmotor.scene.page import Commands, Link, Notation
from deckmotor.scene.text import Maths, NoteMark
from deckmotor.style import Align, Box, Fade, Line, TextStyle

LineEnd = Literal["space", "hyphen", "cut", "last"]
"""How a line goes on in the next one: after a space or a written break; with a hyphen that the text lacks; with neither, as
after a hyphen that it has; or not at all."""


class Piece(Struct, frozen=True, gc=False):
    """Characters of one line in one style."""

    text: str
    x: int
    width: int
    style: TextStyle
    language: str
    """BCP 47."""
    link: Link | None
    maths: Maths | None = None
    """A formula in place of the characters."""
    note: NoteMark | None = None
    """The footnote that it is the number of."""


class TextLine(Struct, frozen=True):
    """A line of text."""

    x: int
    baseline: int
    pieces: tuple[Piece, ...]
    end: LineEnd = "last"
    align: Align = "left"
    """What of the line stands at `x`: its left end; its middle or right end where its width is not known (page numbers)."""


class Mark(Struct, frozen=True):
    """The mark of a list item: a character or a number."""

    text: str
    x: int
    baseline: int
    style: TextStyle
    language: str
    icon: "Path | None" = None
    """An icon in place of the text."""


class Path(Struct, frozen=True):
    """An outline with a fill, a line, or both."""

    commands: Commands
    fill: Color | Fade | None = None
    line: Line | None = None


class Image(Struct, frozen=True):
    """A picture in a box that shows what its crop leaves: what is cut off left, top, right and bottom, in 1/100,000."""

    media: str
    """Key into the scene's media."""
    box: Box
    crop: tuple[int, int, int, int]
    opacity: int = 100
    """Percent."""
    round: bool = False
    """Whether only the ellipse in the box is shown."""
    plays: str | None = None
    """Key into the scene's media: the film or sound that it stands for."""
    captions: str | None = None
    """The same: its captions."""


class Formula(Struct, frozen=True):
    """A formula in the middle of a box of its size."""

    notation: Notation
    box: Box
    style: TextStyle


Primitive = TextLine | Mark | Path | Image | Formula

Role = Literal[
    "heading", "paragraph", "list", "item", "definitions", "term", "meaning", "table", "row", "cell", "figure", "code", "link",
    "foot", "artifact", "footer",
]  # fmt: skip
"""What an element is, and so what is below it:

- `heading`, `paragraph`: lines, which are read as one;
- `list`: items; `item`: its mark, then paragraphs and the lists below it;
- `definitions`: terms, each before its meaning; `term`, `meaning`: lines;
- `table`: rows; `row`: cells; `cell`: paragraphs and lists;
- `figure`: any primitives, with words that are read in their place;
- `code`: lines that are read to the letter, each a line of the code, with words that may be read before them;
- `foot`: paragraphs that are notes to what the page says;
- `link`: any elements, or words for what lies below it, in an area that leads somewhere as a whole (text has its links in
  its pieces);
- `artifact`, `footer`: any primitives, which nobody reads; a footer stands alike on every page (ISO 14289-1, 7.8).
"""


class Element(Struct, frozen=True, kw_only=True):
    """A unit of what is read, or of what is not."""

    role: Role
    children: "tuple[Element | Primitive, ...]"
    level: int = 0
    """Of a heading: 1 for the page's title, 2 for those inside it."""
    alt: str = ""
    """Of a figure, of code, of a link that has no elements."""
    said: tuple[str, ...] = ()
    """Of a figure: its alt text as the items of a list, where it is one."""
    header: Literal["", "col", "row"] = ""
    """Of a cell: whether it names its column, or its row."""
    box: Box | None = None
    """Of a table, a cell, a link: where it stands."""
    columns: int = 1
    """Of a cell: over how many it goes."""
    rows: int = 1
    tracks: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    """Of a table: the widths of its columns, and the heights of its rows."""
    link: Link | None = None
    """Of a link: where it leads."""
    click: int = 0
    """The click at which it appears, from 1; 0 where it is there from the start, or comes with what it stands in."""
