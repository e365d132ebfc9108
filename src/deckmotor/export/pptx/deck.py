"""A scene as a PowerPoint file: the base package with slides added, written once."""

from functools import lru_cache

from msgspec.structs import replace

from deckmotor.export.pptx.context import Drawing, undrawn, vector
from deckmotor.export.pptx.memo import Memo
from deckmotor.export.pptx.presentation import PRESENTATION, presentation_parts
from deckmotor.export.pptx.properties import APP, CORE, CUSTOM, property_parts
from deckmotor.export.pptx.slide import SlideParts, Surroundings, slide_name
from deckmotor.ooxml.identity import MAP_PART, creation_ids, map_parts, map_properties
from deckmotor.ooxml.names import REL_APP, REL_CORE, REL_CUSTOM, REL_DOCUMENT
from deckmotor.ooxml.package import Block, Part, write_blocks
from deckmotor.ooxml.relationships import Relationships
from deckmotor.scene.page import Scene

_AT_ONCE = 128
"""Slides that are deflated together; their XML is kept for so long."""


def write(scene: Scene, memo: Memo | None = None, drawing: Drawing = undrawn) -> bytes:
    """The bytes of a .pptx file. The same scene is always the same bytes.

    A `memo` that is given to several calls keeps what they share: a page that stands at the same place in many decks is
    written and deflated once. `drawing` draws formulas, for programs that know none.
    """
    memo = Memo() if memo is None else memo
    written = slides(scene, memo, drawing)
    known = [slide.fingerprint for slide in written]
    media = {part.name: part for slide in written for part in slide.media.values()}
    pictures = [replace(memo.media_part(scene.media[key]), name=name) for key, name in scene.base.pictures.items()]
    told = (*pictures, *map_parts(known), *property_parts(scene, map_properties(known)))
    blocks = (memo.frame(scene, _frame), *memo.blocks(written), Block(media.values()), memo.base(scene.base), Block(told))
    return write_blocks(blocks, memo.types)


def slides(scene: Scene, memo: Memo, drawing: Drawing = undrawn) -> list[SlideParts]:
    """The slides of a scene, in order: from the memo where they were written before."""
    names, creations = _numbered(tuple([page.id for page in scene.pages]))
    around = Surroundings(
        base=scene.base,
        layouts={layout.name: layout for layout in scene.layouts},
        pages=names,
        media={key: memo.media_part(media) for key, media in scene.media.items()}
        | {vector(key): memo.vector_part(media) for key, media in scene.media.items() if media.vector},
        size=(scene.width, scene.height),
        formats=memo.formats,
        drawing=drawing,
        emoji=scene.emoji,
    )
    pages = list(zip(scene.pages, range(1, len(scene.pages) + 1), creations, strict=True))
    starts = range(0, len(pages), _AT_ONCE)
    return [slide for start in starts for slide in memo.slides(pages[start : start + _AT_ONCE], around)]


@lru_cache(maxsize=50)
def _numbered(pages: tuple[str, ...]) -> tuple[dict[str, str], list[int]]:
    """The names of the parts of pages, by their ids, and their creation ids."""
    return {page: slide_name(number) for number, page in enumerate(pages, start=1)}, creation_ids(pages)


def _frame(scene: Scene) -> tuple[Part, ...]:
    return (_root_relations(), *presentation_parts(scene, MAP_PART))


def _root_relations() -> Part:
    relations = Relationships("")
    for kind, target in ((REL_DOCUMENT, PRESENTATION), (REL_CORE, CORE), (REL_APP, APP), (REL_CUSTOM, CUSTOM)):
        relations.part(kind, target)
    return relations.to_part()
