"""Widths in which lines come out even."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from deckmotor.style import ParagraphStyle
from deckmotor.typeset.face import Row
from deckmotor.typeset.flow import FlowParagraph, first_left, flow, rooms
from deckmotor.typeset.fonts import Fonts
from deckmotor.typeset.lines import MOST_BREAKS, filled, line_ends
from deckmotor.typeset.pieces import StyledText
from deckmotor.units import EMU_PER_POINT


class _Words(Struct, frozen=True, gc=False):
    """A paragraph of words of one style, measured once for all widths that are tried."""

    row: Row
    run: StyledText
    style: ParagraphStyle
    left: int
    """Where its first line begins, EMU."""
    whole: float
    """Its width on one line, EMU."""
    scale: float
    """EMU of a unit of its row."""


def balanced_width(paragraphs: Sequence[FlowParagraph], width: int, fonts: Fonts) -> int:
    """The width, at most `width` EMU, in which paragraphs take no more lines than in `width` but even ones.

    Among the widths that give the same lines it is the middle one, so that a renderer that measures a little more or less
    breaks at the same words. To have it so in every renderer, widen the box's right inset by the difference (both insets,
    half each, where the text is centred): nothing is added to the text, and "Reset slide" still fits.
    """
    words = _words(paragraphs, fonts)
    counts = _line_counts(paragraphs, words, width, fonts)
    if counts is None or max(counts, default=0) < 2:
        return width
    enough = narrowest(0, width, lambda tried: _line_counts(paragraphs, words, tried, fonts) == counts)
    ends = _line_ends(paragraphs, words, enough, fonts)
    too_wide = narrowest(enough, width, lambda tried: _line_ends(paragraphs, words, tried, fonts) != ends)
    return (enough + too_wide) // 2


def narrowest(below: int, enough: int, is_enough: Callable[[int], bool]) -> int:
    """The narrowest width from `below` to `enough`, to a quarter of a point, that is enough; once enough, wider ones are."""
    while enough - below > EMU_PER_POINT // 4:
        middle = (below + enough) // 2
        if is_enough(middle):
            enough = middle
        else:
            below = middle
    return enough


Paragraphs = Sequence[FlowParagraph]
Words = Sequence[_Words] | None


def _line_counts(paragraphs: Paragraphs, words: Words, width: int, fonts: Fonts) -> list[int] | None:
    """How many lines each paragraph takes; None where a word breaks between two characters, which is never even."""
    if words is not None:
        cuts = [_cuts(part, width, fonts) for part in words]
        return None if None in cuts else [len(found or ()) + 1 for found in cuts]
    measured = flow(paragraphs, width, fonts)
    return None if measured.broken_words else [len(lines) for lines in measured.paragraphs]


def _line_ends(paragraphs: Paragraphs, words: Words, width: int, fonts: Fonts) -> list[list[int] | None]:
    """Where the lines of each paragraph end: what is alike where they end at the same words."""
    if words is not None:
        return [_cuts(part, width, fonts) for part in words]
    return [[line.end for line in lines] for lines in flow(paragraphs, width, fonts).paragraphs]


def _words(paragraphs: Paragraphs, fonts: Fonts) -> Words:
    """Paragraphs of words of one style; None of others."""
    found = []
    for paragraph in paragraphs:
        if len(paragraph.runs) != 1:
            return None
        run = paragraph.runs[0]
        face, scale = fonts.face(run.style)
        units = None if run.style.room is not None else face.plain[run.text]
        if units is None:
            return None
        row = face.row(run.text.split(" "), run.style.tracking / scale)
        if row.has_breaks and any(len(face.inner_breaks[word]) > MOST_BREAKS for word in row.words):
            return None
        left = first_left(paragraph.style, paragraph.mark, fonts)
        whole = units * scale + run.style.tracking * len(run.text)
        found.append(_Words(row, run, paragraph.style, left, whole, scale))
    return found


def _cuts(words: _Words, width: int, fonts: Fonts) -> list[int] | None:
    """Where lines end in a width, but for the last; None where a word is too wide."""
    first, rest = rooms(words.style, words.left, width, fonts)
    if words.row.has_breaks:
        ends = line_ends(words.run, first, rest, fonts)
        return ends[:-1] if ends else None
    return [] if words.whole <= first else filled(words.row, first / words.scale, rest / words.scale)
