"""The loud layouts: cover, section and closing, in full colour with the motif large and cropped by the edge.

Their titles take the columns that the motif leaves (`loud.columns`) and stand on one line, the largest type of the deck.
"""

from msgspec.structs import replace

from deckmotor.scene.page import Layout, Slot, SlotType
from deckmotor.theme.grid import COLUMNS, Grid
from deckmotor.theme.motif import Drawing
from deckmotor.theme.slots import slot
from deckmotor.theme.styles import Styles
from deckmotor.theme.tokens import Shape

TIGHT = 95
"""Line spacing of the largest titles, percent: at their size a whole line falls apart."""

MOTIF_AIR = 0.03
"""What titles keep free of their columns where the motif has the rest, over the page's width: lines would seem to meet it."""

TITLE_BOTTOM = 73
"""Where titles stand that have a line below them, percent of the page's height."""

LINE_TOP = 75.0
"""Where that line begins."""

ALONE_BOTTOM = 90
"""Where titles stand that have none, and lines that nothing stands below."""

SECTION_TOP = 40
"""Where titles of sections begin: above them is their number, and what the theme draws."""

CREDITS, LOWEST = 86.5, 94.4
"""Where credits begin and end."""

LINE_AIR = 2.4
"""Between that line, should it be two, and the credits."""

RAISED = 5.0
"""How much higher a closing's lines stand: its credits are often contacts, four lines of them."""


class LoudMaker:
    """Draws the loud layouts of one theme at one page size."""

    def __init__(self, styles: Styles, grid: Grid) -> None:
        self.styles = styles
        self.grid = grid
        self.sizes = styles.tokens.sizes
        self.loud = styles.tokens.loud
        self.drawing = Drawing(styles.tokens.colours, grid.width, grid.height)

    def all(self) -> tuple[Layout, ...]:
        """Every loud layout, in the order of PowerPoint's menu."""
        return (self.cover(), self.section(), self.section_lead(), self.closing())

    def cover(self) -> Layout:
        """The opening page."""
        title = self._title(self.sizes.cover, self.loud.top + 6.5, TITLE_BOTTOM, type="ctrTitle")
        line = self._subtitle(self.loud.text, LINE_TOP, CREDITS - LINE_AIR)
        parts = (title, line, self._credits(CREDITS), self._organisation())
        return self._page("cover", "Cover", self.styles.tokens.motif.cover, *parts)

    def section(self) -> Layout:
        """The page that opens a section: its name, its number, and where in the deck it is."""
        title = self._title(self.sizes.section, SECTION_TOP, ALONE_BOTTOM)
        return self._page("section", "Section", self.styles.tokens.motif.section, title, self._number())

    def section_lead(self) -> Layout:
        """The same with a line below the name."""
        title = self._title(self.sizes.section, SECTION_TOP, TITLE_BOTTOM)
        parts = (title, self._subtitle(self.loud.quiet, LINE_TOP, ALONE_BOTTOM, type="body"), self._number())
        return self._page("section-lead", "Section with subtitle", self.styles.tokens.motif.section, *parts)

    def closing(self) -> Layout:
        """The last page."""
        title = self._title(self.sizes.statement, self.loud.top + 6.5, TITLE_BOTTOM - RAISED)
        line = self._subtitle(self.loud.text, LINE_TOP - RAISED, CREDITS - RAISED - LINE_AIR, type="body")
        parts = (title, line, self._credits(CREDITS - RAISED))
        return self._page("closing", "Closing", self.styles.tokens.motif.closing, *parts)

    def _title(self, sizes: tuple[int, ...], top: float, bottom: float, type: SlotType = "title") -> Slot:
        steps = self.styles.headings(sizes, self.loud.text, line_spacing=TIGHT)
        box = self.grid.share(1, self.loud.columns, top, bottom)
        if self.loud.columns < COLUMNS:
            box = replace(box, width=box.width - round(self.grid.width * MOTIF_AIR))
        return slot("title", box, steps, anchor="bottom", type=type)

    def _subtitle(self, colour: str, top: float, bottom: float, type: SlotType = "subTitle") -> Slot:
        box = self.grid.share(1, self.loud.columns, top, bottom)
        sizes = (*self.sizes.lead, *(size for size in self.sizes.small[:1] if size < self.sizes.lead[-1]))
        return slot("subtitle", box, self.styles.plains(sizes, colour), type=type)

    def _credits(self, top: float) -> Slot:
        """Small lines that stand on the lower margin."""
        steps = self.styles.plains(self.sizes.small, self.loud.quiet, before=0.2)
        return slot("credits", self.grid.share(1, self.loud.columns, top, LOWEST), steps, anchor="bottom")

    def _organisation(self) -> Slot:
        """Who stands behind it, above the title."""
        box = self.grid.share(1, 6, self.loud.top, self.loud.top + 6)
        return slot("organisation", box, self.styles.plains(self.sizes.lead, self.loud.highlight, bold=True))

    def _number(self) -> Slot:
        """The section's number, where a cover has its organisation."""
        box = self.grid.share(1, 2, self.loud.top, self.loud.top + 12)
        return slot("ordinal", box, self.styles.headings(self.sizes.title[:1], self.loud.highlight))

    def _page(self, name: str, label: str, motif: tuple[Shape, ...], *slots: Slot) -> Layout:
        return Layout(
            name=name,
            label=label,
            background=self.styles.ink(self.loud.background),
            decoration=self.drawing.shapes(motif),
            slots=slots,
        )
