"""The commonest repair of a line's end, in a tenth of the time of setting the paragraph anew: one break moves to the left.

A paragraph on two lines whose first line gives its last words to the second is set by that alone, where its words stand
between single spaces and none of them breaks inside. Anything else is left to `typeset.flow`, which gives the same.
"""

import re

from deckmotor.scene.page import LinePart, MeasuredLine, Paragraph
from deckmotor.typeset.fonts import Fonts

NO_BREAK_SPACE = "\u00a0"

_NOT_SO_SIMPLE = re.compile("[\\d\u00ad\t-\r\x1c-\x1f\x85\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000-]").search
"""What breaks lines itself (white space but for plain and no-break spaces), or is kept together, or breaks inside."""


def moved(old: Paragraph, new: Paragraph, width: int, fonts: Fonts) -> tuple[MeasuredLine, ...] | None:
    """The lines of a paragraph with its new text, which has a no-break space where the first line ended; None if not so simple.

    `width` (EMU) is that of the text area. Baselines stay where they were.
    """
    if len(old.lines) != 2 or len(new.runs) != 1 or old.style.align != "left":
        return None
    text, style, broke = new.runs[0].text, new.runs[0].style, old.lines[0].end
    cut = text.rfind(" ", 0, broke) + 1
    if text[broke - 1] != NO_BREAK_SPACE or not cut or style.tracking or "  " in text or _NOT_SO_SIMPLE(text):
        return None
    face, scale = fonts.face(style)
    stays, goes = text[: cut - 1], text[cut:]
    wide = face.width(goes)
    if wide * scale > fonts.room(width - new.style.margin, new.style.text) or face.inner_breaks[goes.partition(" ")[0]]:
        return None
    first, last = old.lines
    return (
        _line(stays, cut, round(face.width(stays) * scale), first),
        _line(goes, len(text), round(wide * scale), last),
    )


def _line(text: str, end: int, width: int, at: MeasuredLine) -> MeasuredLine:
    """A line of one run, where another stood."""
    return MeasuredLine(text, at.x, at.baseline, width, end, (LinePart(0, text, at.x, width),))
