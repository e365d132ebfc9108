"""Text: paragraphs, runs, links and fields, and the shapes that hold nothing else (ECMA-376 part 1, 21.1.2)."""

from collections.abc import Sequence

from msgspec.structs import replace

from deckmotor.export.pptx.context import NO_LEVELS, Context
from deckmotor.ooxml.drawing import transform
from deckmotor.ooxml.names import EXT_HYPERLINK_COLOR, HYPERLINK_COLOR
from deckmotor.ooxml.shapes import FOOTERS, placeholder, text_box
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
    given = item.paragraphs
    if slot.type in FOOTERS:  # The same text on every page.
        text = body + context.formats.text(given, slot, lambda: paragraphs(given, slot.levels, context))
    else:
        text = body + paragraphs(given, slot.levels, context)
    return placeholder(shape_id, item.name, context.formats.placeholder(slot), place, text)


def paragraphs(given: Sequence[Paragraph], levels: Sequence[ParagraphStyle], context: Context) -> str:
    """Paragraphs that inherit `levels`; a text body has at least one, so an empty one stands for none."""
    if not given:
        return "<a:p/>"
    formats = context.formats
    out: list[str] = []
    for paragraph in given:
        base = level_of(levels, paragraph.level)
        pieces = paragraph.runs
        if len(pieces) == 1 and _is_plain(pieces[0]):  # Nearly all paragraphs are like this; it is three times as fast.
            begin, end = formats.single(paragraph, pieces[0], base)
            out += (begin, escape(pieces[0].text), end)
            continue
        begin, end = formats.paragraph(paragraph.style, base, paragraph.level, paragraph.start, paragraph.language)
        out += (begin, *(_run(piece, base.text, context) for piece in pieces), end)
    return "".join(out)


def _is_plain(piece: Run) -> bool:
    return piece.link is None and piece.field is None and "\n" not in piece.text


def _run(piece: Run, base: TextStyle, context: Context) -> str:
    if piece.link is not None:
        return _linked(piece, piece.link, base, context)
    properties = context.formats.run(piece.style, base, piece.language)
    return run(piece.text, properties) if piece.field is None else slide_number(piece.text, properties)


def _linked(piece: Run, link: Link, base: TextStyle, context: Context) -> str:
    """A run that leads somewhere. In the theme's colour for links it needs no colour of its own."""
    number, action = context.link(link)
    themed = piece.style.color.scheme == "hlink"
    style = replace(piece.style, color=base.color) if themed else piece.style
    click = f'<a:hlinkClick r:id="{number}"{action}'
    click += "/>" if themed else f">{_LIKE_TEXT}</a:hlinkClick>"
    return run(piece.text, run_properties("a:rPr", style, base, piece.language, link=click))
