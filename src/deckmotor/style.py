"""Resolved looks: boxes, fills, text and paragraph styles. What compose decides with and exporters draw from."""

from typing import Literal

from msgspec import Struct

from deckmotor.color import Color

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]


class Box(Struct, frozen=True, gc=False):
    """A rectangle on a page, in EMU from the page's top left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The right edge, EMU."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The lower edge, EMU."""
        return self.y + self.height


class Insets(Struct, frozen=True, gc=False):
    """Space between a box and its text, in EMU."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


class Room(Struct, frozen=True):
    """What something in a line takes that is no characters: EMU, above and below the baseline."""

    width: int
    up: int
    down: int


class TextStyle(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """How the characters of a run look."""

    family: str
    """Name of the typeface as PowerPoint knows it (`Arial`)."""
    font_role: Literal["heading", "body"] | None = None
    """Which of the theme's two fonts it is, or None for another family (code)."""
    size: int
    """Font size in EMU."""
    color: Color
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    ground: Color | None = None
    """What lies behind the characters: keys have one."""
    baseline: int = 0
    """Shift in thousandths of a percent of the size: 30000 superscript, -25000 subscript (ECMA-376 20.1.2.3 `baseline`)."""
    tracking: int = 0
    """Extra space after each character in EMU, negative for tight."""
    room: Room | None = None
    """What the run takes, where it is no characters but one thing: a formula. It is never broken."""


MARK_FONT = "Arial"
"""The font of marks that are a character, whatever the text's: every office has it, and draws them alike."""


class Icon(Struct, frozen=True):
    """A small drawing as the mark of an item."""

    name: str
    commands: tuple[tuple[str, tuple[int, ...]], ...]
    """Its filled outline: `M` and `L` with a point, `C` with three, `Z`."""
    side: int
    """How wide and high the box is that these count in."""


class Bullet(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """The mark before a list item: a character, or a number."""

    char: str | None = None
    """The character, or None for numbers."""
    number: str | None = None
    """Number scheme of DrawingML (`arabicPeriod`; ECMA-376 20.1.10.61), or None for a character."""
    color: Color | None = None
    size: int = 100
    """Percent of the text's size."""
    icon: Icon | None = None
    """An icon in its place, in its colour."""


class ParagraphStyle(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """How a paragraph looks: its text, its indents and spacing (all EMU), its bullet."""

    text: TextStyle
    align: Align = "left"
    margin: int = 0
    """Left edge of the text, from the box's inner left edge."""
    indent: int = 0
    """First line relative to `margin`; negative hangs the bullet."""
    line_spacing: int = 100
    """Percent of a line, a line being 1.2 × the font size (measured: every face in PowerPoint and LibreOffice)."""
    before: int = 0
    after: int = 0
    bullet: Bullet | None = None
    tab: bool = False
    """Whether a tab in it leads to its margin, before which its first line begins."""


class Line(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The outline of a shape."""

    color: Color
    width: int
    """EMU."""


class Fade(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A fill of one colour: clear at the top, and from a part of the height on as opaque as it becomes."""

    color: Color
    opacity: int
    """How opaque it becomes, percent."""
    full: int = 100
    """From which part of the height on it is that, percent; 0 for a veil that is as opaque everywhere."""
