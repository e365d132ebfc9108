"""Titles and leads of plain text, made even by numbers.

They come out just as `ends.with_good_ends` would make them, in a part of the time: all that is decided is which words begin
lines, and how wide their place is for that.
"""

from collections.abc import Callable

from deckmotor.compose.breaks import LONGER, MOST_REPAIRS, short_words
from deckmotor.compose.plain import Broken, PlainText
from deckmotor.typeset.fit import narrowest
from deckmotor.typeset.flow import rooms
from deckmotor.typeset.fonts import Fonts
from deckmotor.typeset.lines import filled

Rooms = Callable[[int], tuple[float, float]]
"""How wide a first line may be in a width (EMU), and the others, in units of a face."""


def evened(text: PlainText, width: int, fonts: Fonts) -> int | None:
    """Make the lines of a text even that is set in a width; gives in what width they come so, both EMU.

    None where that takes more care: nothing is changed then.
    """
    if len(text.paragraphs) != 1:
        return None
    (paragraph,) = text.paragraphs
    style, left = paragraph.style, text.settings[0][0]
    broken, scale = text.broken[0], text.broken[0].scale

    def rooms_in(wide: int) -> tuple[float, float]:
        first, rest = rooms(style, left, wide, fonts)
        return first / scale, rest / scale

    short = short_words(paragraph.language)
    best, narrow = _balanced(broken, width, rooms_in)
    for _ in range(MOST_REPAIRS):
        better = best.better_ended(short, max(best.widths))
        if better is None:
            break
        even, narrower = _balanced(better, width, rooms_in)
        if even.is_worse_than(best):
            break
        best, narrow = even, narrower
    best = _held(best, narrow, rooms_in, short)
    if best.row.has_breaks:
        return None
    text.take(0, best)
    return narrow


def _balanced(broken: Broken, width: int, rooms_in: Rooms) -> tuple[Broken, int]:
    """The same lines as even as can be, and the width in which they come so (`typeset.fit.balanced_width`)."""
    row, count = broken.row, len(broken.cuts)
    if not count:
        return broken, width
    begins, ends = row.begins, row.ends
    least = [broken.cuts]
    """The cuts of the narrowest width that is known to be enough."""

    def is_enough(tried: int) -> bool:
        cuts = filled(row, *rooms_in(tried))
        if cuts is None or len(cuts) != count:
            return False
        least[0] = cuts
        return True

    narrow = narrowest(0, width, is_enough)
    cuts = least[0]
    starts = (0, *cuts)

    def takes_more(tried: int) -> bool:
        first, rest = rooms_in(tried)
        return any(ends[cut] <= begins[at] + (rest if at else first) for at, cut in zip(starts, cuts, strict=False))

    even = (narrow + narrowest(narrow, width, takes_more)) // 2
    return broken.of(row, filled(row, *rooms_in(even)) or []), even


def _held(broken: Broken, width: int, rooms_in: Rooms, short: frozenset[str]) -> Broken:
    """The lines with no-break spaces after short words that would end one in a program whose lines are a little longer."""
    cuts = filled(broken.row, *rooms_in(round(width * LONGER)))
    if cuts is None or cuts == broken.cuts:
        return broken
    longer = broken.of(broken.row, cuts)
    for way in longer.ways(short, max(longer.widths)):
        row = broken.row_joined(way)
        cuts = filled(row, *rooms_in(width))
        if cuts is not None and (made := broken.of(row, cuts)).ends == broken.ends:
            return made
    return broken
