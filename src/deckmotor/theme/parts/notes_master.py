"""The notes master: a picture of the slide above, the speaker's notes below (ECMA-376 part 1, 19.3.1.27)."""

from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.ooxml.drawing import background, identified, outline, transform
from deckmotor.ooxml.names import REL_THEME, TYPE_NOTES_MASTER
from deckmotor.ooxml.package import HARD, Part, make_part
from deckmotor.ooxml.relationships import Relationships
from deckmotor.ooxml.shapes import RECTANGLE, placeholder, placeholder_mark, rooted, shape_tree
from deckmotor.ooxml.text import LEVELS, PLAIN, list_style, run, run_properties, slide_number
from deckmotor.style import Box, Line
from deckmotor.theme.parts.master import colour_map
from deckmotor.units import points

_WIDTH = 6_858_000
_EDGE = 685_800
_PICTURE_TOP = 685_800
_GAP = 320_000
_NUMBER = Box(3_884_613, 8_685_213, 2_971_800, 458_787)
_FRAME = Line(color=Color("000000", "tx1"), width=9525)


def notes_master_parts(name: str, theme: str, size: tuple[int, int], language: str) -> tuple[Part, Part]:
    """The notes master and its relationships. `size` is the slide's width and height, EMU; `theme` a theme part of its own."""
    relations = Relationships(name)
    relations.part(REL_THEME, theme)
    style = replace(PLAIN, text=replace(PLAIN.text, size=points(12)), before=points(4))
    inner = (
        f"<p:cSld>{background(Color('FFFFFF', 'bg1'))}{shape_tree(*_shapes(size, language))}</p:cSld>"
        f"{colour_map(dark=False)}{list_style((style,) * LEVELS, (), 'p:notesStyle')}"
    )
    return make_part(name, TYPE_NOTES_MASTER, rooted("p:notesMaster", "", inner), level=HARD), relations.to_part(level=HARD)


def _shapes(size: tuple[int, int], language: str) -> tuple[str, str, str]:
    width = _WIDTH - 2 * _EDGE
    picture = Box(_EDGE, _PICTURE_TOP, width, width * size[1] // size[0])
    text = Box(_EDGE, picture.bottom + _GAP, width, _NUMBER.y - picture.bottom - 2 * _GAP)
    properties = run_properties("a:rPr", PLAIN.text, PLAIN.text, language)
    locks = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    notes = f"<a:bodyPr/><a:lstStyle/><a:p>{run('Notes', properties)}</a:p>"
    right = '<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr></a:lstStyle>'
    number = f"<a:bodyPr/>{right}<a:p>{slide_number('‹#›', properties)}</a:p>"
    named = f"{identified(2, 'Slide')}<p:cNvSpPr>{locks}</p:cNvSpPr><p:nvPr>{placeholder_mark('sldImg', 2)}</p:nvPr>"
    frame = f"{transform(picture)}{RECTANGLE}<a:noFill/>{outline(_FRAME)}"
    return (
        f"<p:sp><p:nvSpPr>{named}</p:nvSpPr><p:spPr>{frame}</p:spPr></p:sp>",
        placeholder(3, "Notes", placeholder_mark("body", 3), transform(text) + RECTANGLE, notes),
        placeholder(4, "Slide number", placeholder_mark("sldNum", 5), transform(_NUMBER) + RECTANGLE, number),
    )
