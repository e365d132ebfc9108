"""Layouts for one number that is the page, on the quiet second background; the title is a small line above it."""

from collections.abc import Iterator

from msgspec.structs import replace

from deckmotor.scene.page import Layout, Slot
from deckmotor.style import Box, Insets
from deckmotor.theme.layouts import CAPTION_AIR, CAPTION_HEIGHT, LayoutMaker
from deckmotor.theme.slots import slot
from deckmotor.units import points

SIZES = (300, 220, 160, 120, 96)
"""Sizes of a number that has half of the page, points."""

WIDE_SIZES = (300, 240, 200, 160, 120, 96)
"""Those of one that has all of its width."""

TOP, FOOT, LABEL_FOOT = 16.5, 86.0, 62.0
"""Where a number begins and ends, and where what it is ends, which stands beside it: percent of the page's height."""

WIDE_FOOT, WIDE_LABEL = 58.0, 70.0
"""Where a wide number ends, and what it is, which stands below it."""

WIDE_AIR = points(26)
"""Kept free at its right: at such sizes LibreOffice breaks a line before its place is full."""


def fact_layouts(maker: LayoutMaker) -> Iterator[Layout]:
    """Both, in the order of PowerPoint's menu."""
    yield _fact(maker)
    yield _wide(maker)


def _fact(maker: LayoutMaker) -> Layout:
    """A short number, and at its right what it is and what it means."""
    value = slot("value", maker.grid.share(1, 6, TOP, FOOT), maker.styles.headings(SIZES, "brand"), anchor="bottom")
    right = maker.grid.share(7, 6, TOP, LABEL_FOOT)
    label = slot("label", right, maker.styles.plains(maker.sizes.display[1:], bold=True), anchor="bottom")
    return _page(maker, "fact", "Fact", value, label, _below(maker, right), maker.caption(7, 6))


def _wide(maker: LayoutMaker) -> Layout:
    """A long number over the whole width, and below it what it is and what it means."""
    box = maker.grid.share(1, 12, TOP, WIDE_FOOT)
    value = slot("value", box, maker.styles.headings(WIDE_SIZES, "brand"), anchor="bottom")
    value = replace(value, insets=Insets(right=WIDE_AIR))
    under = maker.grid.share(1, 11, WIDE_FOOT, WIDE_LABEL)
    label = slot("label", under, maker.styles.plains(maker.sizes.display[1:], bold=True))
    return _page(maker, "fact-wide", "Long fact", value, label, _below(maker, under), maker.caption(1, 9))


def _below(maker: LayoutMaker, box: Box) -> Slot:
    """What a number means, from the foot of a box down to the source."""
    foot = maker.grid.bottom - CAPTION_HEIGHT - CAPTION_AIR
    return slot("meaning", replace(box, y=box.bottom, height=foot - box.bottom), maker.styles.plains(maker.sizes.lead))


def _page(maker: LayoutMaker, name: str, label: str, *slots: Slot) -> Layout:
    page = maker.page(name, label, maker.eyebrow(), *slots, motif=maker.styles.tokens.motif.words)
    return replace(page, background=maker.styles.ink("surface"))
