"""The commonest repair of a line's end, in a tenth of the time of setting the paragraph anew: one break moves to the left.

A paragraph on two lines whose first line gives its last words to the second is set by that alone, where its words stand
between single spaces and none of them breaks inside. Anything else is left to `typeset.flow`, which gives the same.
"""

import re
from bisect import bisect_left

from deckmotor.scene.page import LinePart, MeasuredLine, Paragraph
from deckmotor.typeset.fonts import Fonts

NO_BREAK_SPACE = "\u00a0"

_breaks_or_belongs = re.compile("[\\d\u00ad-]").search
"""Whether a text has a character that breaks inside a word, or that all of what is kept together has."""


def moved(old: Paragraph, new: Paragraph, width: int, fonts: Fonts) -> tuple[MeasuredLine, ...] | None:
    """The lines of a paragraph with its new text, which has a no-break space where the first line ended; None if not so simple.

    `width` (EMU) is that of the text area. Baselines stay where they were.
    """
    if len(old.lines) != 2 or len(new.runs) != 1 or old.style.align != "left":
        return None
    first, last = old.lines
    (run,) = new.runs
    text, style = run.text, run.style
    cut = text.rfind(" ", 0, first.end) + 1
    if text[first.end - 1] != NO_BREAK_SPACE or not cut or style.tracking or not _is_simple(text):
        return None
    face, scale = fonts.face(style)
    stays, goes = text[: cut - 1], text[cut:]
    wide = face.width(goes)
    if wide * scale > fonts.room(width - new.style.margin, new.style.text) or face.inner_breaks[goes.partition(" ")[0]]:
        return None
    row = face.rows[old.text]
    words = bisect_left(row.starts, cut)
    return (
        _line(stays, cut, round((row.ends[words - 1] - row.begins[0]) * scale), first),
        _line(goes, len(text), round(wide * scale), last),
    )


def _is_simple(text: str) -> bool:
    """Whether words stand between single spaces, plain or no-break ones, and nothing else breaks lines or is kept together."""
    if _breaks_or_belongs(text):
        return False
    words = text.split()
    return len(words) == text.count(" ") + text.count(NO_BREAK_SPACE) + 1


def _line(text: str, end: int, width: int, at: MeasuredLine) -> MeasuredLine:
    """A line of one run, where another stood."""
    return MeasuredLine(text, at.x, at.baseline, width, end, (LinePart(0, text, at.x, width),))
