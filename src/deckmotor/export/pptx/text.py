"""Text: paragraphs, runs, links and fields, and the shapes that hold nothing else (ECMA-376 part 1, 21.1.2)."""

from collections.abc import Sequence

from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.export.pptx.context import NO_LEVELS, Context
from deckmotor.ooxml.drawing import transform
from deckmotor.ooxml.languages import NO_LANGUAGE
from deckmotor.ooxml.names import EXT_HYPERLINK_COLOR, HYPERLINK_COLOR
from deckmotor.ooxml.shapes import FOOTERS, placeholder, text_box
from deckmotor.ooxml.text import body_properties, level_of, run, run_properties, slide_number
from deckmotor.ooxml.xml import escape
from deckmotor.scene.page import Link, Paragraph, Run, TextItem
from deckmotor.scene.text import joined
from deckmotor.style import ParagraphStyle, TextStyle

_LIKE_TEXT = (
    f'<a:extLst><a:ext uri="{EXT_HYPERLINK_COLOR}"><ahyp:hlinkClr xmlns:ahyp="{HYPERLINK_COLOR}" val="tx"/></a:ext></a:extLst>'
)
"""PowerPoint draws links in the theme's colour for them, unless this extension gives them the text's ([MS-ODRAWXML] 2.13)."""

_NONE = Color("000000", "none")
"""A colour that no text has, so that the text's own is written."""

_ALIKE = ("dt", "ftr")
"""Types of the slots whose text is the same on every page."""


SOFT_HYPHEN = "\u00ad"


def text_shape(item: TextItem, shape_id: int, context: Context) -> str:
    """`p:sp`: the placeholder of its slot, or a text box."""
    if item.slot is None:
        body = body_properties(item.anchor, item.insets, shrinks=True, box=True)
        return text_box(shape_id, item.name, item.box, f"{body}<a:lstStyle/>{paragraphs(item.paragraphs, NO_LEVELS, context)}")
    slot = context.slot(item.slot)
    body, style = context.formats.body(slot, item.step)
    if item.anchor != slot.anchor or item.insets != slot.insets:
        body = body_properties(item.anchor, item.insets, shrinks=True)
    place = transform(item.box) if item.moved or (context.bare and slot.type in FOOTERS) else ""
    given, levels = item.paragraphs, slot.at(item.step)
    if slot.type in _ALIKE:
        text = context.formats.text(given, slot, lambda: paragraphs(given, levels, context))
    else:
        text = paragraphs(given, levels, context)
    return placeholder(shape_id, item.name, context.formats.placeholder(slot), place, f"{body}{style}{text}")


def paragraphs(given: Sequence[Paragraph], levels: Sequence[ParagraphStyle], context: Context) -> str:
    """Paragraphs that inherit `levels`; a text body has at least one, so an empty one stands for none."""
    if not given:
        return "<a:p/>"
    formats, emoji = context.formats, context.emoji
    out: list[str] = []
    before: Paragraph | None = None
    begin = end = ""
    for paragraph in given:
        base = levels[paragraph.level] if paragraph.level < len(levels) else level_of(levels, paragraph.level)
        pieces = paragraph.runs
        if (
            len(pieces) == 1 and _is_plain(pieces[0]) and (not emoji or emoji.isdisjoint(pieces[0].text))
        ):  # Nearly all paragraphs are like this; it is three times as fast.
            if before is None or not _looks_as(paragraph, before):
                begin, end = formats.single(paragraph, pieces[0], base)
                before = paragraph
            out += (begin, escape(pieces[0].text), end)
            continue
        if paragraph.defines == "beside":
            return paragraphs(joined(given), levels, context)
        begins, ends = formats.paragraph(paragraph.style, base, paragraph.level, paragraph.start, paragraph.language)
        out += (begins, *(_run(piece, base.text, context) for piece in pieces), ends)
    return "".join(out)


def _looks_as(one: Paragraph, other: Paragraph) -> bool:
    """Whether a paragraph of one run is written as another one is, but for its words: most are as those before them."""
    run, as_run = one.runs[0], other.runs[0]
    return (
        one.style is other.style
        and run.style is as_run.style
        and one.level == other.level
        and one.start == other.start
        and one.language == other.language
        and run.language == as_run.language
    )


def _hyphenated(text: str, properties: str) -> str:
    """Text whose soft hyphens, which stand where lines end, are letters: LibreOffice draws none at a soft one.

    Each is a run that asks for no proofing (`noProof`, 21.1.2.3.9), which tells it from a hyphen that somebody wrote.
    """
    hyphen = run("-", properties.replace("<a:rPr", '<a:rPr noProof="1"', 1))
    return hyphen.join(run(part, properties) if part else "" for part in text.split(SOFT_HYPHEN))


def _is_plain(piece: Run) -> bool:
    return (
        piece.link is None
        and piece.field is None
        and piece.maths is None
        and "\n" not in piece.text
        and SOFT_HYPHEN not in piece.text
    )


def _run(piece: Run, base: TextStyle, context: Context) -> str:
    if piece.maths is not None:
        from deckmotor.export.pptx.maths import inline

        return inline(piece, piece.maths, base)
    if piece.link is not None:
        return _linked(piece, piece.link, base, context)
    if piece.field is not None and context.layout.shade is not None:
        # LibreOffice gives a page number the master's colour, whatever its layout says.
        base = replace(base, color=_NONE)
    if context.emoji and not context.emoji.isdisjoint(piece.text):
        from deckmotor.export.pptx.emoji import with_emoji  # Few texts have any.

        return with_emoji(piece, base, context)
    properties = context.formats.run(piece.style, base, piece.language)
    if SOFT_HYPHEN in piece.text and piece.language != NO_LANGUAGE:  # In code it is a character like others.
        return _hyphenated(piece.text, properties)
    return run(piece.text, properties) if piece.field is None else slide_number(str(context.number), properties)


def _linked(piece: Run, link: Link, base: TextStyle, context: Context) -> str:
    """A run that leads somewhere. In the theme's colour for links it needs no colour of its own."""
    themed = piece.style.color.scheme == "hlink"
    style = replace(piece.style, color=base.color) if themed else piece.style
    click = hyperlink(link, context, themed=themed)
    return run(piece.text.replace(SOFT_HYPHEN, "-"), run_properties("a:rPr", style, base, piece.language, link=click))


def hyperlink(link: Link, context: Context, *, themed: bool) -> str:
    """`a:hlinkClick` (21.1.2.3.5). `themed`: in the theme's colour for links, else in that of the text."""
    number, action = context.link(link)
    click = f'<a:hlinkClick r:id="{number}"{action}'
    return f"{click}/>" if themed else f"{click}>{_LIKE_TEXT}</a:hlinkClick>"
