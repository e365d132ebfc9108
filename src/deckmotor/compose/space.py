"""Styles with more space before their paragraphs: each made once, as pages of one deck mostly have a few of them."""

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.style import ParagraphStyle

Styles = dict[tuple[int, int], tuple[ParagraphStyle, ParagraphStyle]]
"""By the identity of a style and what is added before its paragraphs: the style, and the one with that space.

Exporters write a style once however many pages have it.
"""


class Spread(Struct, frozen=True):
    """What stands before paragraphs in a place, beside what their styles say."""

    styles: tuple[ParagraphStyle, ...]
    """Those that say it."""
    down: tuple[int, ...]
    """How far down each moves, EMU."""


def with_space(style: ParagraphStyle, space: int, styles: Styles) -> ParagraphStyle:
    """A style with so much more space (EMU) before its paragraphs."""
    known = styles.get((id(style), space))
    if known is None:
        known = styles[id(style), space] = (style, replace(style, before=style.before + space))
    return known[1]


def spread(given: Sequence[ParagraphStyle], more: Sequence[int], styles: Styles) -> Spread:
    """Paragraphs of some styles with so much more (EMU) before each."""
    wider = [with_space(style, space, styles) if space else style for style, space in zip(given, more, strict=True)]
    return Spread(tuple(wider), tuple(accumulate(more)))
