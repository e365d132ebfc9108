"""The presentation part: lists of masters and slides, sizes, default text style, sections (ECMA-376 part 1, 19.2.1.26)."""

from deckmotor.export.pptx.slide import slide_name
from deckmotor.ooxml.identity import guid
from deckmotor.ooxml.languages import office_language
from deckmotor.ooxml.names import (
    EXT_SECTIONS,
    POWERPOINT_2010,
    REL_CUSTOM_XML,
    REL_MASTER,
    REL_NOTES_MASTER,
    REL_PRESENTATION_PROPERTIES,
    REL_SLIDE,
    REL_TABLE_STYLES,
    REL_THEME,
    REL_VIEW_PROPERTIES,
    TYPE_PRESENTATION,
    TYPE_PRESENTATION_PROPERTIES,
    TYPE_TABLE_STYLES,
    TYPE_VIEW_PROPERTIES,
)
from deckmotor.ooxml.package import Part, make_part
from deckmotor.ooxml.relationships import Relationships
from deckmotor.ooxml.shapes import rooted
from deckmotor.ooxml.text import LEVELS, PLAIN, level_properties
from deckmotor.ooxml.xml import attribute
from deckmotor.scene.page import PageSection, Scene

PRESENTATION = "ppt/presentation.xml"

_FIRST_SLIDE_ID = 256
"""The least number that a slide may have (19.7.13)."""

_NOTES_SIZE = '<p:notesSz cx="6858000" cy="9144000"/>'

_SETTINGS = {
    TYPE_PRESENTATION_PROPERTIES: REL_PRESENTATION_PROPERTIES,
    TYPE_VIEW_PROPERTIES: REL_VIEW_PROPERTIES,
    TYPE_TABLE_STYLES: REL_TABLE_STYLES,
}
"""Parts of the base package that the presentation refers to and never names again."""

_LEVELS = "".join(level_properties(level, PLAIN) for level in range(LEVELS))


def presentation_parts(scene: Scene, map_part: str) -> tuple[Part, Part]:
    """`ppt/presentation.xml` and its relationships. `map_part` is the part that holds the table of slides."""
    relations = Relationships(PRESENTATION)
    base = scene.base
    master = relations.part(REL_MASTER, base.master)
    slides = "".join(
        f'<p:sldId id="{_FIRST_SLIDE_ID + index}" r:id="{relations.part(REL_SLIDE, slide_name(index + 1))}"/>'
        for index in range(len(scene.pages))
    )
    notes = relations.part(REL_NOTES_MASTER, base.notes_master)
    for part in base.parts:
        if part.content_type in _SETTINGS:
            relations.part(_SETTINGS[part.content_type], part.name)
    relations.part(REL_THEME, base.theme)
    relations.part(REL_CUSTOM_XML, map_part)
    language = office_language(scene.properties.language)
    inner = (
        f'<p:sldMasterIdLst><p:sldMasterId id="{base.master_id}" r:id="{master}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst>'
        f"{f'<p:sldIdLst>{slides}</p:sldIdLst>' if slides else ''}"
        f'<p:sldSz cx="{scene.width}" cy="{scene.height}"/>{_NOTES_SIZE}'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{attribute(language)}"/></a:defPPr>{_LEVELS}</p:defaultTextStyle>'
        f"{_sections(scene)}"
    )
    data = rooted("p:presentation", ' saveSubsetFonts="1" autoCompressPictures="0"', inner)
    return make_part(PRESENTATION, TYPE_PRESENTATION, data), relations.to_part()


def _sections(scene: Scene) -> str:
    """The sections of the slide list, last in the presentation ([MS-PPTX] 2.2.2.2).

    Raises ValueError where a page stands in no section, or in two: PowerPoint repairs such a file.
    """
    if not scene.sections:
        return ""
    if [page for section in scene.sections for page in section.pages] != [page.id for page in scene.pages]:
        raise ValueError("the sections do not hold every page once, in order")
    numbers = {page.id: _FIRST_SLIDE_ID + index for index, page in enumerate(scene.pages)}
    written = "".join(_section(index, section, numbers) for index, section in enumerate(scene.sections))
    held = f'<p14:sectionLst xmlns:p14="{POWERPOINT_2010}">{written}</p14:sectionLst>'
    return f'<p:extLst><p:ext uri="{EXT_SECTIONS}">{held}</p:ext></p:extLst>'


def _section(index: int, section: PageSection, numbers: dict[str, int]) -> str:
    slides = "".join(f'<p14:sldId id="{numbers[page]}"/>' for page in section.pages)
    own = guid("section", str(index), section.name)
    return f'<p14:section name="{attribute(section.name)}" id="{own}"><p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>'
