"""Text: paragraphs, runs, links and fields, and the shapes that hold nothing else (ECMA-376 part 1, 21.1.2)."""

from collections.abc import Sequence

from msgspec.structs import replace

from deckmotor.export.pptx.context import NO_LEVELS, Context
from deckmotor.ooxml.drawing import transform
from deckmotor.ooxml.names import EXT_HYPERLINK_COLOR, HYPERLINK_COLOR
from deckmotor.ooxml.shapes import placeholder, placeholder_mark, text_box
from deckmotor.ooxml.text import body_properties, level_of, run, run_properties, slide_number
from deckmotor.ooxml.xml import escape
from deckmotor.scene.page import Link, Paragraph, Run, TextItem
from deckmotor.style import ParagraphStyle, TextStyle

_LIKE_TEXT = (
    f'<a:extLst><a:ext uri="{EXT_HYPERLINK_COLOR}"><ahyp:hlinkClr xmlns:ahyp="{HYPERLINK_COLOR}" val="tx"/></a:ext></a:extLst>'
)
"""PowerPoint draws links in the theme's colour for them, unless this extension gives them the text's ([MS-ODRAWXML] 2.13)."""

_PLAIN_BODY = "<a:bodyPr/><a:lstStyle/>"


def text_shape(item: TextItem, shape_id: int, context: Context) -> str:
    """`p:sp`: the placeholder of its slot, or a text box."""
    if item.slot is None:
        body = body_properties(item.anchor, item.insets, shrinks=True, box=True)
        return text_box(shape_id, item.name, item.box, f"{body}<a:lstStyle/>{paragraphs(item.paragraphs, NO_LEVELS, context)}")
    slot = context.slot(item.slot)
    body = _PLAIN_BODY
    if item.anchor != slot.anchor or item.insets != slot.insets:
        body = f"{body_properties(item.anchor, item.insets, shrinks=True)}<a:lstStyle/>"
    place = transform(item.box) if item.moved else ""
    text = body + paragraphs(item.paragraphs, slot.levels, context)
    return placeholder(shape_id, item.name, placeholder_mark(slot.type, slot.idx), place, text)


def paragraphs(given: Sequence[Paragraph], levels: Sequence[ParagraphStyle], context: Context) -> str:
    """Paragraphs that inherit `levels`; a text body has at least one, so an empty one stands for none."""
    if not given:
        return "<a:p/>"
    formats = context.formats
    out: list[str] = []
    for paragraph in given:
        base = level_of(levels, paragraph.level)
        start, end = formats.paragraph(paragraph.style, base, paragraph.level, paragraph.start, paragraph.language)
        out += ("<a:p>", start)
        for piece in paragraph.runs:
            if piece.link is not None:
                out.append(_linked(piece, piece.link, base.text, context))
            elif piece.field is not None:
                out.append(slide_number(piece.text, formats.run(piece.style, base.text, piece.language)))
            elif "\n" in piece.text:
                out.append(run(piece.text, formats.run(piece.style, base.text, piece.language)))
            else:
                properties = formats.run(piece.style, base.text, piece.language)
                out += ("<a:r>", properties, "<a:t>", escape(piece.text), "</a:t></a:r>")
        out += (end, "</a:p>")
    return "".join(out)


def _linked(piece: Run, link: Link, base: TextStyle, context: Context) -> str:
    """A run that leads somewhere. In the theme's colour for links it needs no colour of its own."""
    number, action = context.link(link)
    themed = piece.style.color.scheme == "hlink"
    style = replace(piece.style, color=base.color) if themed else piece.style
    click = f'<a:hlinkClick r:id="{number}"{action}'
    click += "/>" if themed else f">{_LIKE_TEXT}</a:hlinkClick>"
    return run(piece.text, run_properties("a:rPr", style, base, piece.language, link=click))
