"""Formulas as PowerPoint writes them: maths in a paragraph ([MS-ODRAWXML] 2.4, `a14:m`), for programs that know it.

It stands in a choice (ECMA-376 part 3, 7.6) around the shape; others show the same shape with the formula on one line of text.
"""

from msgspec.structs import replace

from deckmotor.export.pptx.context import NO_LEVELS, Context
from deckmotor.ooxml.drawing import fill, identified, transform
from deckmotor.ooxml.languages import office_language
from deckmotor.ooxml.names import COMPATIBILITY, DRAWING_2010, MATHS
from deckmotor.ooxml.shapes import RECTANGLE
from deckmotor.ooxml.text import run, run_properties
from deckmotor.scene.page import FormulaItem
from deckmotor.units import to_centipoints

FONT = '<a:latin typeface="Cambria Math"/>'
"""The font that Office draws formulas with."""


def formula(item: FormulaItem, shape_id: int, context: Context) -> str:
    """`mc:AlternateContent` around `p:sp`."""
    maths = f'<m:oMathPara xmlns:m="{MATHS}"><m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>{omath(item)}</m:oMathPara>'
    native = _shape(item, shape_id, f"<a14:m>{maths}</a14:m>")
    style = replace(item.style, italic=False)
    plain = run(item.notation.plain, run_properties("a:rPr", style, NO_LEVELS[0].text, item.language))
    return (
        f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice xmlns:a14="{DRAWING_2010}" Requires="a14">{native}'
        f"</mc:Choice><mc:Fallback>{_shape(item, shape_id, plain)}</mc:Fallback></mc:AlternateContent>"
    )


def omath(item: FormulaItem) -> str:
    """`m:oMath`, its runs in the looks of the item."""
    inner = f"{fill(item.style.color)}{FONT}"
    attributes = f'lang="{office_language(item.language)}" sz="{to_centipoints(item.style.size)}"'
    made = item.notation.omml.replace("<a:rPr/>", f"<a:rPr {attributes}>{inner}</a:rPr>")
    made = made.replace('<a:rPr i="1"/>', f'<a:rPr {attributes} i="1">{inner}</a:rPr>')
    return f"<m:oMath>{made}</m:oMath>"


def _shape(item: FormulaItem, shape_id: int, text: str) -> str:
    named = f'{identified(shape_id, item.name, alt=item.alt)}<p:cNvSpPr txBox="1"/><p:nvPr/>'
    body = '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
    looks = f"{transform(item.box)}{RECTANGLE}<a:noFill/>"
    return f"<p:sp><p:nvSpPr>{named}</p:nvSpPr><p:spPr>{looks}</p:spPr><p:txBody>{body}<a:p>{text}</a:p></p:txBody></p:sp>"
