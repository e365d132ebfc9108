"""The commonest repair of a line's end, in a tenth of the time of setting the paragraph anew: one break moves to the left.

A paragraph on two lines whose first line gives its last words to the second is set by that alone, where its words stand
between single spaces and none of them breaks inside. Anything else is left to `typeset.flow`, which gives the same.
"""

import re

from deckmotor.scene.page import LinePart, MeasuredLine, Paragraph
from deckmotor.typeset.fonts import Fonts

NO_BREAK_SPACE = "\u00a0"

_NOT_SO_SIMPLE = re.compile("[^\\S \u00a0]|  |[\\d\u00ad-]").search
"""What breaks lines itself, or is kept together, or breaks inside."""


def moved(old: Paragraph, new: Paragraph, width: int, fonts: Fonts) -> tuple[MeasuredLine, ...] | None:
    """The lines of a paragraph with its new text, which has a no-break space where the first line ended; None if not so simple.

    `width` (EMU) is that of the text area. Baselines stay where they were.
    """
    if len(old.lines) != 2 or len(new.runs) != 1 or old.style.align != "left":
        return None
    text, style, broke = new.runs[0].text, new.runs[0].style, old.lines[0].end
    cut = text.rfind(" ", 0, broke) + 1
    if text[broke - 1] != NO_BREAK_SPACE or not cut or style.tracking or _NOT_SO_SIMPLE(text):
        return None
    face, scale = fonts.face(style)
    room = fonts.room(width - new.style.margin, new.style.text) / scale
    if face.width(text[cut:]) > room or face.inner_breaks[text[cut:].partition(" ")[0]]:
        return None
    drawn = ((text[: cut - 1], cut), (text[cut:], len(text)))
    placed = zip(drawn, old.lines, strict=True)
    return tuple([_line(said, end, round(face.width(said) * scale), at) for (said, end), at in placed])


def _line(text: str, end: int, width: int, at: MeasuredLine) -> MeasuredLine:
    """A line of one run, where another stood."""
    parts = (LinePart(0, text, at.x, width),)
    return MeasuredLine(text=text, x=at.x, baseline=at.baseline, width=width, end=end, parts=parts)
