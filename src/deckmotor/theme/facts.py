"""Layouts for one number that is the page, on a ground of its own; the title is a small line above what it is."""

from collections.abc import Iterator

from msgspec.structs import replace

from deckmotor.scene.page import Layout, Slot
from deckmotor.span import Span
from deckmotor.style import Anchor, Box, Insets
from deckmotor.theme.grid import COLUMNS
from deckmotor.theme.layouts import CAPTION_AIR, CAPTION_HEIGHT, LayoutMaker
from deckmotor.theme.slots import slot
from deckmotor.theme.tokens import FactPage
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

BESIDE = 7
"""The first column of what stands beside a number."""

QUIET = ("caption", "footer", "date")
"""The roles of what is quiet on the page."""


def fact_layouts(maker: LayoutMaker) -> Iterator[Layout]:
    """Both, in the order of PowerPoint's menu."""
    look = maker.styles.tokens.fact or FactPage(span=Span(""))
    yield _fact(maker, look)
    yield _wide(maker, look)


def _fact(maker: LayoutMaker, look: FactPage) -> Layout:
    """A short number, and at its right what it is and what it means."""
    half = maker.grid.share(1, BESIDE - 1, TOP, FOOT)
    value = slot("value", half, maker.styles.headings(SIZES, look.value), anchor="bottom")
    right = maker.grid.share(BESIDE, COLUMNS + 1 - BESIDE, TOP, LABEL_FOOT)
    title = maker.eyebrow(look.title, look.value)
    right = replace(right, y=max(right.y, title.box.bottom), height=right.bottom - max(right.y, title.box.bottom))
    return _page(maker, look, "fact", "Fact", title, value, *_words(maker, look, right, "bottom"), maker.caption(BESIDE, 6))


def _wide(maker: LayoutMaker, look: FactPage) -> Layout:
    """A long number over the whole width, and below it what it is and what it means."""
    box = maker.grid.share(1, COLUMNS, TOP, WIDE_FOOT)
    value = slot("value", box, maker.styles.headings(WIDE_SIZES, look.value), anchor="bottom")
    value = replace(value, insets=Insets(right=WIDE_AIR))
    under = maker.grid.share(1, 11, WIDE_FOOT, WIDE_LABEL)
    words = _words(maker, look, under, "top")
    return _page(maker, look, "fact-wide", "Long fact", maker.eyebrow(1, look.value), value, *words, maker.caption(1, 9))


def _words(maker: LayoutMaker, look: FactPage, box: Box, anchor: Anchor) -> Iterator[Slot]:
    """What a number is, in a box, and from its foot down to the source what it means."""
    large = maker.sizes.display[1:] or maker.sizes.display
    sizes = (*large, *(size for size in sorted({*maker.sizes.title, *maker.sizes.lead}, reverse=True) if size < large[-1]))
    yield slot("label", box, maker.styles.plains(sizes, look.text, bold=True), anchor=anchor)
    foot = maker.grid.bottom - CAPTION_HEIGHT - CAPTION_AIR
    below = replace(box, y=box.bottom, height=foot - box.bottom)
    yield slot("meaning", below, maker.styles.plains(maker.sizes.lead, look.text))


def _page(maker: LayoutMaker, look: FactPage, name: str, label: str, *slots: Slot) -> Layout:
    motif = maker.styles.tokens.motif
    drawn = motif.fact if name == "fact" else motif.fact_wide
    page = maker.page(name, label, *slots, motif=drawn or motif.words)
    inked = tuple(_quiet(one, look, maker) if one.role in QUIET else one for one in page.slots)
    return replace(page, background=maker.styles.ink(look.background), slots=inked)


def _quiet(place: Slot, look: FactPage, maker: LayoutMaker) -> Slot:
    """A place whose text is of the colour for what is quiet."""
    color = maker.styles.ink(look.quiet)
    steps = [
        tuple(replace(level, text=replace(level.text, color=color)) for level in levels)
        for levels in (place.levels, *place.smaller)
    ]
    return replace(place, levels=steps[0], smaller=tuple(steps[1:]))
