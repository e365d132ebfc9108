"""Notes slides: the picture of the slide, and what the speaker says (ECMA-376 part 1, 19.3.1.26)."""

from msgspec.structs import replace

from deckmotor.export.pptx.context import Context
from deckmotor.export.pptx.text import hyperlink
from deckmotor.ooxml.drawing import identified
from deckmotor.ooxml.names import REL_NOTES_MASTER, REL_SLIDE, TYPE_NOTES
from deckmotor.ooxml.package import Draft
from deckmotor.ooxml.relationships import Relationships
from deckmotor.ooxml.shapes import placeholder, placeholder_mark, rooted, shape_tree
from deckmotor.ooxml.text import PLAIN, paragraph_properties, run, run_properties, slide_number
from deckmotor.scene.page import Link, Page, Paragraph, Run

_PICTURE = (
    f'<p:sp><p:nvSpPr>{identified(2, "Slide")}<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
    f"<p:nvPr>{placeholder_mark('sldImg', 0)}</p:nvPr></p:nvSpPr><p:spPr/></p:sp>"
)


_UNLISTED = {"bullet": None, "margin": 0, "indent": 0}
"""How the notes master has a paragraph."""


def notes_parts(name: str, page: Page, slide: str, notes_master: str, context: Context) -> tuple[Draft, Draft]:
    """The notes of a page as part `name`, and its relationships. `slide` is the page's own part, `context` that slide's."""
    relations = Relationships(name)
    relations.part(REL_NOTES_MASTER, notes_master)
    relations.part(REL_SLIDE, slide)
    own = replace(context, relationships=relations)
    said = "".join(_paragraph(note, page.language, own) for note in page.notes)
    counted = slide_number(str(context.number), run_properties("a:rPr", PLAIN.text, PLAIN.text, page.language))
    shapes = (
        _PICTURE,
        placeholder(3, f"{page.id}/notes", placeholder_mark("body", 1), "", f"<a:bodyPr/><a:lstStyle/>{said}"),
        placeholder(4, "Slide number", placeholder_mark("sldNum", 5), "", f"<a:bodyPr/><a:lstStyle/><a:p>{counted}</a:p>"),
    )
    inner = f"<p:cSld>{shape_tree(*shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    return Draft(name, TYPE_NOTES, rooted("p:notes", "", inner)), relations.to_draft()


def _paragraph(note: Paragraph, language: str, context: Context) -> str:
    said = "".join(_run(piece, context) for piece in note.runs)
    style = note.style
    listed = "" if style.bullet is None else paragraph_properties(style, replace(style, **_UNLISTED), note.level, note.start)
    return f"<a:p>{listed}{said}{run_properties('a:endParaRPr', PLAIN.text, PLAIN.text, language)}</a:p>"


def _run(piece: Run, context: Context) -> str:
    """Notes keep what a person marked: weight, slant, shift, code, links. Size and colour are the notes master's.

    The notes' page is always light, so links have the text's colour: the one that a dark theme has for them is too pale.
    """
    given = piece.style
    style = replace(PLAIN.text, bold=given.bold, italic=given.italic, baseline=given.baseline)
    if given.font_role is None:
        style = replace(style, family=given.family, font_role=None)
    click = "" if piece.link is None else hyperlink(_outward(piece.link, context), context, themed=False)
    return run(piece.text, run_properties("a:rPr", style, PLAIN.text, piece.language, link=click))


def _outward(link: Link, context: Context) -> Link:
    """A link to a page as an address inside the file, `#4`: it names the place of the page, not the page.

    On slides such a link is a relationship to the other slide. Notes may have one to their own slide and to no other (13.3.5;
    Microsoft's validator says so too).
    """
    if link.page is None:
        return link
    context.linked[link.page] = context.pages[link.page]
    return Link(address=f"#{list(context.pages).index(link.page) + 1}")
