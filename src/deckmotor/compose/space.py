"""Styles with more space before their paragraphs: each made once, as pages of one deck mostly have a few of them."""

from msgspec.structs import replace

from deckmotor.style import ParagraphStyle

Styles = dict[tuple[int, int], tuple[ParagraphStyle, ParagraphStyle]]
"""By the identity of a style and what is added before its paragraphs: the style, and the one with that space.

Exporters write a style once however many pages have it.
"""


def with_space(style: ParagraphStyle, space: int, styles: Styles) -> ParagraphStyle:
    """A style with so much more space (EMU) before its paragraphs."""
    known = styles.get((id(style), space))
    if known is None:
        known = styles[id(style), space] = (style, replace(style, before=style.before + space))
    return known[1]
