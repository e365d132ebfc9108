"""A range of cells: `A1:F30`, `A:F`, `B3:F` (down to the last row) or `B3` (all from there)."""

import re

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.source.nodes import Scalar

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Of a sheet (ECMA-376 part 1, 18.3.1.35)."""

_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7})?(?::([A-Z]{1,3})(\d{1,7})?)?")


class Area(Struct, frozen=True):
    """Cells from a corner to another, both within. Rows and columns count from 1."""

    left: int = 1
    top: int = 1
    right: int = LAST_COLUMN
    bottom: int = LAST_ROW

    @classmethod
    def of(cls, text: str) -> "Area":
        """The area that a text names. Raises ValueError."""
        found = _RANGE.fullmatch(text.replace("$", "").replace(" ", "").upper())
        if found is None or not (found[2] or found[3]):
            raise ValueError(text)
        left, top = _column(found[1]), int(found[2] or 1)
        right = _column(found[3]) if found[3] else LAST_COLUMN
        bottom = int(found[4]) if found[4] else LAST_ROW
        if not (1 <= left <= right <= LAST_COLUMN and 1 <= top <= bottom <= LAST_ROW):
            raise ValueError(text)
        return cls(left, top, right, bottom)


def area_of(range: Scalar) -> "Area | Diagnostic":
    """The area that a deck names, or what is wrong with its name."""
    text = range.text.strip()
    try:
        return Area.of(text)
    except ValueError:
        sheet, mark, rest = text.rpartition("!")
        hints = (f"name the sheet beside it: `sheet: {sheet.strip(chr(39))}` and `range: {rest}`",) if mark else ()
        return problem("wrong-range", range.span, hints=hints, text=text)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
