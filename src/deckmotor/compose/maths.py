"""Formulas in lines of text: one thing each, as large as its signs."""

from math import ceil
from typing import Any

from msgspec.structs import replace

from deckmotor.math.notation import written
from deckmotor.math.parse import parse
from deckmotor.math.size import size
from deckmotor.math.tree import in_line
from deckmotor.math.words import words
from deckmotor.scene.page import Run
from deckmotor.scene.text import OBJECT, Maths, Notation
from deckmotor.style import Room, TextStyle
from deckmotor.typeset.fonts import Fonts

BROADER = 1.02
"""How much broader a formula is taken to be than it is measured: no two maths fonts are equally wide."""

AIR = 0.06
"""What stands free on either side of a formula, over its size."""


def maths_run(formula: str, style: TextStyle, language: str, fonts: Fonts, memo: dict[Any, Any]) -> Run:
    """The run of a formula in a style of text."""
    key = ("maths", formula, language)
    known = memo.get(key)
    if known is None:
        said = parse(formula)
        tree = in_line(said)
        notation = Notation(*written(tree))
        fonts.take_note(notation.plain)
        known = memo[key] = (Maths(notation, words(said, language)), size(tree, display=False))
    maths, extent = known
    room = Room(
        ceil((extent.width * BROADER + 2 * AIR) * style.size), ceil(extent.up * style.size), ceil(extent.down * style.size)
    )
    plain = replace(style, room=room, bold=False, italic=False, underline=False, baseline=0, tracking=0)
    return Run(text=OBJECT, style=plain, language=language, maths=maths)
