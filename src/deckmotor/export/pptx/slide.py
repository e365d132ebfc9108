"""One slide: its part, its relationships, its tags, its notes."""

from collections.abc import Iterable

from msgspec import Struct

from deckmotor.export.pptx.context import FORMULA, Context, Drawing, Formats, numbered, vector
from deckmotor.export.pptx.text import text_shape
from deckmotor.ooxml.drawing import background, colour_map
from deckmotor.ooxml.identity import Fingerprint, creation_id, fingerprint, marker, tags_part
from deckmotor.ooxml.names import REL_IMAGE, REL_LAYOUT, REL_NOTES, REL_TAGS, TYPE_SLIDE
from deckmotor.ooxml.package import BasePackage, Draft, Part
from deckmotor.ooxml.relationships import Relationships
from deckmotor.ooxml.shapes import FIRST_SHAPE_ID, rooted, shape_tree
from deckmotor.ooxml.text import MARK
from deckmotor.scene.page import (
    ConnectorItem,
    FormulaItem,
    Ground,
    Item,
    Layout,
    Page,
    PathShape,
    PictureItem,
    ShapeItem,
    TableItem,
    TextItem,
    inside,
    paragraphs_of,
)
from deckmotor.style import Box


class Surroundings(Struct, frozen=True, kw_only=True):
    """What a slide is written from besides its page; the same for all slides of a deck."""

    base: BasePackage
    layouts: dict[str, Layout]
    pages: dict[str, str]
    """Part name of each slide, by page id, in the order of the deck."""
    media: dict[str, Part]
    """Part of each picture, by its key in the scene."""
    size: tuple[int, int]
    """Width and height of the pages, EMU."""
    formats: Formats
    drawing: Drawing
    """What draws formulas."""
    emoji: frozenset[str] = frozenset()
    """Characters that are coloured pictures."""


class SlideParts(Struct, frozen=True):
    """A slide, written."""

    parts: tuple[Part, ...]
    """Slide, relationships, tags, what its items bring, and where it has notes these and theirs."""
    media: dict[str, Part]
    """The pictures that it shows, by their key in the scene."""
    links: dict[str, str]
    """Ids of the pages that it links to, and their parts."""
    fingerprint: Fingerprint


class SlideDraft(Struct, frozen=True, gc=False):
    """A slide of which parts are yet to be deflated, as those of many are at once."""

    drafts: tuple[Part | Draft, ...]
    media: dict[str, Part]
    links: dict[str, str]
    fingerprint: Fingerprint

    def with_parts(self, parts: Iterable[Part]) -> SlideParts:
        """The slide, its drafts having become these."""
        return SlideParts(tuple(parts), self.media, self.links, self.fingerprint)


def slide_name(number: int) -> str:
    """Part name of the slide with that number, counting from 1."""
    return f"ppt/slides/slide{number}.xml"


def slide_draft(page: Page, number: int, creation: int, around: Surroundings) -> SlideDraft:
    """The slide of a page, at `number` in its deck, with the creation id `creation` (unique in the deck)."""
    name, tags = slide_name(number), f"ppt/tags/tag{number}.xml"
    relations = Relationships(name)
    relations.part(REL_LAYOUT, around.base.layouts[page.layout])
    tagged = relations.part(REL_TAGS, tags)
    pictures = [item for item in inside(page.items) if isinstance(item, PictureItem)]
    if page.ground is not None and page.ground.picture is not None:
        pictures.append(page.ground.picture)
    keys = [key for item in pictures for key in _keys(item) if key in around.media]
    media = {key: around.media[key] for key in keys}
    context = Context(
        layout=around.layouts[page.layout],
        relationships=relations,
        pages=around.pages,
        media={key: part.name for key, part in media.items()},
        table=around.base.table,
        formats=around.formats,
        number=number,
        items=page.items,
        linked={},
        attached=[],
        drawing=around.drawing,
        drawn={},
        emoji=around.emoji,
        bare=page.ground is not None,
        language=page.language,
    )
    written = _slide(page, tagged, creation, context)
    media |= context.drawn
    if MARK in written:
        from deckmotor.export.pptx.marks import with_marks  # Few lists have icons.

        written, marks = with_marks(written, page.items, context)
        media |= marks
    data = rooted("p:sld", _attributes(page), written)
    notes: tuple[Draft, ...] = ()
    if page.notes:
        from deckmotor.export.pptx.notes import notes_parts

        said = f"ppt/notesSlides/notesSlide{number}.xml"
        relations.part(REL_NOTES, said)
        notes = notes_parts(said, page, name, around.base.notes_master, context)
    drafts = (Draft(name, TYPE_SLIDE, data), relations.to_draft(), tags_part(tags, page.id), *context.attached, *notes)
    return SlideDraft(drafts, media, context.linked, _fingerprint(page, around.size))


def _keys(item: PictureItem) -> tuple[str, ...]:
    """The keys of all that a picture brings."""
    return (item.media, vector(item.media), *(key for key in (item.plays, item.captions) if key is not None))


def _slide(page: Page, tagged: str, creation: int, context: Context) -> str:
    """What stands in `p:sld` (ECMA-376 part 1, 19.3.1.38). `tagged` is the relationship id of the slide's tags."""
    shapes = [_shape(item, shape_id, context) for shape_id, item in numbered(page.items, FIRST_SHAPE_ID)]
    shapes.append(marker(FIRST_SHAPE_ID + len(inside(page.items)), page.id))
    held = f'<p:custDataLst><p:tags r:id="{tagged}"/></p:custDataLst>{creation_id(creation)}'
    under, named = "", colour_map({})
    if page.ground is not None:
        under, named = _ground(page.ground, context), colour_map(page.ground.colors)
    inner = f"<p:cSld>{under}{shape_tree(*shapes)}{held}</p:cSld>{named}"
    if page.transition is not None:
        from deckmotor.export.pptx.transition import transition  # Nor any of these.

        inner += transition(page.transition)
    if page.clicks or (context.media and any(isinstance(item, PictureItem) and item.plays for item in page.items)):
        from deckmotor.export.pptx.timing import timing  # Most decks have none.

        inner += timing(page)
    return inner


def _attributes(page: Page) -> str:
    shown = ' showMasterSp="0"' if page.ground is not None else ""
    return f'{shown} show="0"' if page.hidden else shown


def _ground(ground: Ground, context: Context) -> str:
    """`p:bg`."""
    from deckmotor.ooxml.picture import Shown, picture_fill  # Few slides have a ground of their own.

    item = ground.picture
    if item is None:
        return background(ground.color)
    relation = context.relationships.part(REL_IMAGE, context.media[item.media])
    return background(ground.color, picture_fill(Shown(relation, item.opacity, item.crop)))


def _shape(item: Item, shape_id: int, context: Context) -> str:
    made = _native(item, shape_id, context)
    if FORMULA in made:
        from deckmotor.export.pptx.maths import alternatives  # Few texts have one.

        return alternatives(made)
    return made


def _native(item: Item, shape_id: int, context: Context) -> str:
    match item:
        case TextItem():
            return text_shape(item, shape_id, context)
        case PictureItem():
            from deckmotor.export.pptx.picture import picture_shape  # Each with the first of its kind.

            return picture_shape(item, shape_id, context)
        case TableItem():
            from deckmotor.export.pptx.table import table_shape

            return table_shape(item, shape_id, context)
        case PathShape():
            from deckmotor.export.pptx.path import path_shape

            return path_shape(item, shape_id)
        case _:
            from deckmotor.export.pptx.native import native  # Most decks have none of these.

            return native(item, shape_id, context, _shape)


def _fingerprint(page: Page, size: tuple[int, int]) -> Fingerprint:
    """Taken from all text in reading order, footers and all, and from the boxes of everything but decoration.

    Fields are left out: the number of a page is another one as soon as somebody moves it.
    """
    words: list[str] = []
    boxes: list[Box] = []
    for item in inside(page.items):
        if isinstance(item, TextItem):
            boxes.append(item.box)
            for paragraph in item.paragraphs:
                words += [run.text if run.maths is None else run.said for run in paragraph.runs if run.field is None]
            continue
        if isinstance(item, PathShape | ConnectorItem) or (isinstance(item, ShapeItem) and item.decorates):
            continue
        boxes.append(item.box)
        if isinstance(item, FormulaItem):
            words.append(item.notation.plain)
        elif not isinstance(item, PictureItem):
            words += [run.said for paragraph in paragraphs_of(item) for run in paragraph.runs]
    return fingerprint(page.id, page.title, "\n".join(words), boxes, size)
