"""The grid that everything stands on: twelve columns inside one margin, and the heights that all pages share."""

from msgspec import Struct

from deckmotor.style import Box
from deckmotor.units import inches

COLUMNS = 12
MARGIN = inches(0.75)
GUTTER = inches(0.25)

TITLE_HEIGHT = inches(1.1)
"""Two lines of the second largest title, or three of the smallest: what stands below keeps its distance."""


class Grid(Struct, frozen=True):
    """The grid of one page size. All lengths are EMU."""

    width: int
    height: int
    content: float = 25.4
    """Where content begins, percent of the height."""
    title: float | None = None
    """Where titles end, percent of the height, if before their place does."""

    @property
    def title_top(self) -> int:
        """Top of titles: the first baseline is then the same on every content page."""
        return inches(0.56)

    @property
    def title_bottom(self) -> int:
        """Where titles end."""
        tall = self.title_top + TITLE_HEIGHT
        return tall if self.title is None else min(tall, round(self.height * self.title / 100))

    @property
    def body_top(self) -> int:
        """Top of the content: two lines of title stand above it."""
        return round(self.height * self.content / 100)

    @property
    def bottom(self) -> int:
        """Lower edge of the content."""
        return self.height - inches(0.84)

    @property
    def footer_bottom(self) -> int:
        """Lower edge of the footers."""
        return self.height - inches(0.42)

    def box(self, first: int, span: int, top: int, bottom: int) -> Box:
        """The box from column `first` (1 to 12) over `span` columns, between two heights."""
        inside = self.width - 2 * MARGIN
        column = (inside - (COLUMNS - 1) * GUTTER) / COLUMNS
        x = MARGIN + round((first - 1) * (column + GUTTER))
        return Box(x, top, round(span * column + (span - 1) * GUTTER), bottom - top)

    def share(self, first: int, span: int, top: float, bottom: float) -> Box:
        """The same between two heights in percent of the page's."""
        return self.box(first, span, round(self.height * top / 100), round(self.height * bottom / 100))
