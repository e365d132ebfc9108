"""Formulas as PowerPoint writes them: maths in a paragraph ([MS-ODRAWXML] 2.4, `a14:m`), for programs that know it.

It stands in a choice (ECMA-376 part 3, 7.6) around the shape; others show the same shape filled with a picture of the
formula, as PowerPoint does for them, and in it, unseen, the formula on one line of text, which is read and searched.
LibreOffice is made to take that too (`maths`): what it makes of the first is often wrong, and nothing at all where its maths
part is not installed.
"""

from msgspec.structs import replace

from deckmotor.export.pptx.context import NO_LEVELS, Context, media_part
from deckmotor.ooxml.drawing import fill, identified, transform
from deckmotor.ooxml.languages import office_language
from deckmotor.ooxml.names import COMPATIBILITY, DRAWING_2010, MATHS, REL_IMAGE
from deckmotor.ooxml.shapes import RECTANGLE
from deckmotor.ooxml.text import MARK, run, run_properties
from deckmotor.scene.page import FormulaItem
from deckmotor.units import to_centipoints

FONT = '<a:latin typeface="Cambria Math"/>'
"""The font that Office draws formulas with."""

SMALLEST = 100
"""Size of text that is not seen, in hundredths of a point (20.1.10.72): it then lies within its shape."""


def formula(item: FormulaItem, shape_id: int, context: Context) -> str:
    """`mc:AlternateContent` around `p:sp`."""
    maths = f'<m:oMathPara xmlns:m="{MATHS}"><m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>{omath(item)}</m:oMathPara>'
    native = _shape(item, shape_id, f"<maths:m>{maths}</maths:m>")
    return (
        f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice xmlns:maths="{DRAWING_2010}" Requires="maths">{native}'
        f"</mc:Choice><mc:Fallback>{_otherwise(item, shape_id, context)}</mc:Fallback></mc:AlternateContent>"
    )


def _otherwise(item: FormulaItem, shape_id: int, context: Context) -> str:
    """The shape for programs that know no maths: a picture, or where nothing draws it, a line of text."""
    properties = run_properties("a:rPr", replace(item.style, italic=False), NO_LEVELS[0].text, item.language)
    data = context.drawing(item)
    if data is None:
        return _shape(item, shape_id, run(item.notation.plain, properties))
    part = media_part("png", data)
    context.drawn[f"{MARK}{part.name}"] = part
    filled = f'<a:blip r:embed="{context.relationships.part(REL_IMAGE, part.name)}"/><a:stretch><a:fillRect/></a:stretch>'
    unseen = f'<a:rPr lang="{office_language(item.language)}" sz="{SMALLEST}"><a:noFill/></a:rPr>'
    return _shape(replace(item, box=item.ink), shape_id, run(item.notation.plain, unseen), f"<a:blipFill>{filled}</a:blipFill>")


def omath(item: FormulaItem) -> str:
    """`m:oMath`, its runs in the looks of the item."""
    inner = f"{fill(item.style.color)}{FONT}"
    attributes = f'lang="{office_language(item.language)}" sz="{to_centipoints(item.style.size)}"'
    made = item.notation.omml.replace("<a:rPr/>", f"<a:rPr {attributes}>{inner}</a:rPr>")
    made = made.replace('<a:rPr i="1"/>', f'<a:rPr {attributes} i="1">{inner}</a:rPr>')
    return f"<m:oMath>{made}</m:oMath>"


def _shape(item: FormulaItem, shape_id: int, text: str, ground: str = "<a:noFill/>") -> str:
    named = f'{identified(shape_id, item.name, alt=item.alt)}<p:cNvSpPr txBox="1"/><p:nvPr/>'
    body = '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
    looks = f"{transform(item.box)}{RECTANGLE}{ground}"
    return f"<p:sp><p:nvSpPr>{named}</p:nvSpPr><p:spPr>{looks}</p:spPr><p:txBody>{body}<a:p>{text}</a:p></p:txBody></p:sp>"
