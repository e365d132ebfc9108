"""Widths in which lines come out even."""

from collections.abc import Callable, Sequence

from deckmotor.typeset.flow import FlowParagraph, first_left, flow, rooms
from deckmotor.typeset.fonts import Fonts
from deckmotor.typeset.lines import line_ends
from deckmotor.units import EMU_PER_POINT


def balanced_width(paragraphs: Sequence[FlowParagraph], width: int, fonts: Fonts) -> int:
    """The width, at most `width` EMU, in which paragraphs take no more lines than in `width` but even ones.

    Among the widths that give the same lines it is the middle one, so that a renderer that measures a little more or less
    breaks at the same words. To have it so in every renderer, widen the box's right inset by the difference (both insets,
    half each, where the text is centred): nothing is added to the text, and "Reset slide" still fits.
    """
    counts = _line_counts(paragraphs, width, fonts)
    if counts is None or max(counts, default=0) < 2:
        return width
    narrowest = _narrowest(0, width, lambda tried: _line_counts(paragraphs, tried, fonts) == counts)
    ends = _line_ends(paragraphs, narrowest, fonts)
    too_wide = _narrowest(narrowest, width, lambda tried: _line_ends(paragraphs, tried, fonts) != ends)
    return (narrowest + too_wide) // 2


def _narrowest(below: int, enough: int, is_enough: Callable[[int], bool]) -> int:
    """The narrowest width from `below` to `enough`, to a quarter of a point, that is enough; once enough, wider ones are."""
    while enough - below > EMU_PER_POINT // 4:
        middle = (below + enough) // 2
        if is_enough(middle):
            enough = middle
        else:
            below = middle
    return enough


def _line_counts(paragraphs: Sequence[FlowParagraph], width: int, fonts: Fonts) -> list[int] | None:
    """How many lines each paragraph takes; None where a word breaks between two characters, which is never even."""
    ends = _plain_ends(paragraphs, width, fonts)
    if ends is not None:
        return list(map(len, ends)) if all(ends) else None
    measured = flow(paragraphs, width, fonts)
    return None if measured.broken_words else [len(lines) for lines in measured.paragraphs]


def _line_ends(paragraphs: Sequence[FlowParagraph], width: int, fonts: Fonts) -> list[list[int]]:
    """Where the lines of each paragraph end, in characters of it."""
    ends = _plain_ends(paragraphs, width, fonts)
    if ends is not None and all(ends):
        return ends
    return [[line.end for line in lines] for lines in flow(paragraphs, width, fonts).paragraphs]


def _plain_ends(paragraphs: Sequence[FlowParagraph], width: int, fonts: Fonts) -> list[list[int]] | None:
    """The same found without setting any line, of words of one style; empty where a word is too wide."""
    found = []
    for paragraph in paragraphs:
        if len(paragraph.runs) != 1:
            return None
        left = first_left(paragraph.style, paragraph.mark, fonts)
        ends = line_ends(paragraph.runs[0], *rooms(paragraph.style, left, width, fonts), fonts)
        if ends is None:
            return None
        found.append(ends)
    return found
