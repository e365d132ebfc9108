"""The loud layouts: cover, section and closing, in full colour with the motif large and cropped by the edge."""

from deckmotor.scene.page import Layout, Slot
from deckmotor.theme.grid import Grid
from deckmotor.theme.motif import shapes
from deckmotor.theme.slots import slot
from deckmotor.theme.styles import Styles
from deckmotor.theme.tokens import Shape
from deckmotor.units import inches

TIGHT = 95
"""Line spacing of the largest titles, percent: at their size a whole line falls apart."""


def cover(styles: Styles, grid: Grid) -> Layout:
    """The opening page."""
    sizes, loud = styles.tokens.sizes, styles.tokens.loud
    return _page(
        "cover",
        "Cover",
        styles.tokens.motif.cover,
        styles,
        grid,
        slot(
            "title",
            grid.box(1, 8, inches(0.75), inches(4.35)),
            styles.headings(sizes.cover, loud.text, line_spacing=TIGHT),
            anchor="bottom",
            type="ctrTitle",
        ),
        slot("subtitle", grid.box(1, 7, inches(4.6), inches(5.5)), styles.plains(sizes.lead, loud.text)),
        _credits(styles, grid, inches(5.6)),
    )


def section(styles: Styles, grid: Grid) -> Layout:
    """The page that opens a section."""
    sizes, loud = styles.tokens.sizes, styles.tokens.loud
    return _page(
        "section",
        "Section",
        styles.tokens.motif.section,
        styles,
        grid,
        _title(styles, grid, inches(1.9), inches(4.35)),
        slot("subtitle", grid.box(1, 7, inches(4.6), inches(5.6)), styles.plains(sizes.lead, loud.quiet), type="body"),
    )


def closing(styles: Styles, grid: Grid) -> Layout:
    """The last page."""
    sizes, loud = styles.tokens.sizes, styles.tokens.loud
    return _page(
        "closing",
        "Closing",
        styles.tokens.motif.closing,
        styles,
        grid,
        _title(styles, grid, inches(1.4), inches(3.85)),
        slot("subtitle", grid.box(1, 7, inches(4.1), inches(5.0)), styles.plains(sizes.lead, loud.text), type="body"),
        _credits(styles, grid, inches(5.1)),
    )


def _title(styles: Styles, grid: Grid, top: int, bottom: int) -> Slot:
    steps = styles.headings(styles.tokens.sizes.section, styles.tokens.loud.text, line_spacing=TIGHT)
    return slot("title", grid.box(1, 8, top, bottom), steps, anchor="bottom")


def _credits(styles: Styles, grid: Grid, top: int) -> Slot:
    """Small lines that stand on the lower margin."""
    steps = styles.plains(styles.tokens.sizes.small, styles.tokens.loud.quiet, before=0.2)
    return slot("credits", grid.box(1, 7, top, grid.height - inches(0.7)), steps, anchor="bottom")


def _page(name: str, label: str, motif: tuple[Shape, ...], styles: Styles, grid: Grid, *slots: Slot) -> Layout:
    return Layout(
        name=name,
        label=label,
        background=styles.ink(styles.tokens.loud.background),
        decoration=shapes(motif, styles.tokens.colours, grid.width, grid.height),
        slots=slots,
    )
