"""How a deck looks: palette, fonts, layouts. Made from a theme's tokens for one page size."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from deckmotor.color import Color
from deckmotor.ooxml.package import BasePackage
from deckmotor.scene.page import Layout, PathShape, PictureItem, Slot, TextItem
from deckmotor.style import Insets, Line, ParagraphStyle
from deckmotor.theme.fit import Fit
from deckmotor.theme.gauge import Gauge
from deckmotor.units import inches

if TYPE_CHECKING:
    from deckmotor.model.drawings import Logo, MotifPicture
else:
    Logo = MotifPicture = Any  # To know what they may say is a fifth of reading a kept theme, and few themes have any.

SCHEME_COLORS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
"""The twelve colours of a theme part, in schema order (ECMA-376 part 1, 20.1.6.2)."""


NARROW = inches(11)
"""Pages narrower than this are narrow."""

Scale = tuple[tuple[ParagraphStyle, ...], ...]
"""The paragraph styles of the levels of a text, at every step of its type scale: the largest first."""


class TableLook(Struct, frozen=True, kw_only=True):
    """How tables look. Colours and rules become a table style of the file; text size stands on the text."""

    header: ParagraphStyle
    cell: ParagraphStyle
    smaller: tuple[tuple[ParagraphStyle, ParagraphStyle], ...] = ()
    """Header and cell at the further steps of the type scale."""
    header_fill: Color | None
    band_fill: Color | None
    """Fill of every second row, or None for none."""
    rule: Color
    """Colour of the lines between rows."""
    rule_width: int
    header_rule: Line | None = None
    """The line below the header; None where it is like the others."""
    insets: Insets
    """Of cells, but at the table's edges, where text stands on the grid."""
    paddings: tuple[int, ...]
    """Above and below text, EMU, the largest first: it shrinks before the text does."""
    lit: Color
    """What lies under what is highlighted."""


class Master(Struct, frozen=True, kw_only=True):
    """What all layouts share: the master's background, its five text levels, its own placeholders."""

    background: Color
    slots: tuple[Slot, ...]
    """title, body, date, footer, number: the master's own placeholders."""
    decoration: tuple[PathShape | TextItem | PictureItem, ...] = ()
    """What stands under the content of every layout whose decoration begins with it; the others hide it."""


class Theme(Struct, frozen=True, kw_only=True, dict=True):
    """A theme, complete for one page size."""

    name: str
    label: str
    """Name in PowerPoint."""
    width: int
    height: int
    scheme: dict[str, str]
    """The twelve theme colours: name of `SCHEME_COLORS` to six hexadecimal digits."""
    dark: bool
    """Whether the page is dark: the master then maps bg1 to dk1 and tx1 to lt1, so that `tx1` is always the ink."""
    heading_font: str
    body_font: str
    code_font: str
    master: Master
    layouts: tuple[Layout, ...]
    looks: dict[str, Scale]
    """How blocks look wherever they stand, at every size that they may take: `list`, `text`, `quote`, … (`theme.looks`)."""
    table: TableLook
    gauge: Gauge | None = None
    """What says on section pages where in the deck they are."""
    trace: Gauge | None = None
    """What says on the pages of layouts that are `traced` in which section they are."""
    pictures: tuple[MotifPicture, ...] = ()
    """Those that its motif has: what is cut off them is known when they have been read (`theme.pictured`)."""
    dimmed: int = 100
    """Opacity of drawings on its pages, percent."""
    logo: Logo | None = None
    """The logo of decks that name no other."""
    steps: bool = False
    """Whether a list with numbers of a few short steps is shown as a process."""
    highlight: Color
    """Colour of what a slide's `highlight:` picks out."""
    loud_highlight: Color
    """The same on loud layouts (cover, section, closing)."""
    link: Color
    key: tuple[Color, Color]
    """The ground of keys of a keyboard, and their ink."""
    fit: Fit
    """What happens to text that does not fit."""
    base: BasePackage

    @property
    def narrow(self) -> bool:
        """Whether its pages have no room to leave a whole column empty, or headings of few letters a line: 4:3."""
        return self.width < NARROW

    @cached_property
    def title_size(self) -> int:
        """The largest size of titles on content pages, EMU."""
        return next(slot.levels[0].text.size for slot in self.master.slots if slot.role == "title")

    def layout(self, name: str) -> Layout | None:
        """The layout of that name, or None."""
        return self._named.get(name)

    @cached_property
    def _named(self) -> dict[str, Layout]:
        return {layout.name: layout for layout in reversed(self.layouts)}
