"""Formulas in lines of text: maths in a paragraph ([MS-ODRAWXML] 2.4, `a14:m`), for programs that know it.

The whole shape stands in a choice (ECMA-376 part 3, 7.6); others show the same shape with each formula as a line of
characters. LibreOffice would take the first and show nothing of its formulas. It knows what it can read by prefixes, so that
one of its own has it take the second; by its namespace, which is what counts, it is the same.
"""

import re

from msgspec.structs import replace

from deckmotor.export.pptx.context import FORMULA
from deckmotor.ooxml.names import COMPATIBILITY, DRAWING_2010, MATHS
from deckmotor.ooxml.text import run, run_properties
from deckmotor.scene.text import Maths, Run
from deckmotor.style import TextStyle

NO_BREAK_SPACE = "\u00a0"

_OTHERWISE, _END = "\1", "\2"
_EITHER = re.compile(f"{FORMULA}([^{_OTHERWISE}]*){_OTHERWISE}([^{_END}]*){_END}")


def inline(piece: Run, maths: Maths, base: TextStyle) -> str:
    """A formula both ways, for `alternatives`. `base` is the style that its paragraph inherits."""
    style = replace(piece.style, room=None)
    drawn = replace(style, family="Cambria Math", font_role=None)
    upright, slanted = (
        run_properties("a:rPr", replace(drawn, italic=italic), base, piece.language) for italic in (False, True)
    )
    omml = maths.notation.omml.replace("<a:rPr/>", upright).replace('<a:rPr i="1"/>', slanted)
    native = f'<maths:m><m:oMath xmlns:m="{MATHS}">{omml}</m:oMath></maths:m>'
    plain = run(maths.notation.plain.replace(" ", NO_BREAK_SPACE), run_properties("a:rPr", style, base, piece.language))
    return f"{FORMULA}{native}{_OTHERWISE}{plain}{_END}"


def alternatives(shape: str) -> str:
    """`mc:AlternateContent` around a shape whose text has formulas."""
    native, plain = (_EITHER.sub(rf"\{way}", shape) for way in (1, 2))
    return (
        f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice xmlns:maths="{DRAWING_2010}" Requires="maths">{native}'
        f"</mc:Choice><mc:Fallback>{plain}</mc:Fallback></mc:AlternateContent>"
    )
