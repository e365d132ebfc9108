"""Pictures on slides (`p:pic`, ECMA-376 part 1, 19.3.1.37)."""

from deckmotor.export.pptx.context import Context, vector
from deckmotor.export.pptx.text import hyperlink
from deckmotor.ooxml.drawing import preset_geometry, transform
from deckmotor.ooxml.languages import office_language
from deckmotor.ooxml.names import REL_AUDIO, REL_IMAGE, REL_MEDIA, REL_TRACK, REL_VIDEO
from deckmotor.ooxml.picture import PLAY, Shown, captions, clip, picture
from deckmotor.ooxml.shapes import RECTANGLE, placeholder_mark
from deckmotor.scene.page import PictureItem


def picture_shape(item: PictureItem, shape_id: int, context: Context) -> str:
    """The picture in its slot's placeholder, or on its own. Without an alternative text it is marked as decorative."""
    number = context.relationships.part(REL_IMAGE, context.media[item.media])
    mark, looks = "", transform(item.box) + (preset_geometry("ellipse", ()) if item.round else RECTANGLE)
    if item.slot is not None:
        slot = context.slot(item.slot)
        mark = placeholder_mark(slot.type, slot.idx)
        looks = looks if item.moved else ""
    drawing = context.media.get(vector(item.media))
    drawn = "" if drawing is None else context.relationships.part(REL_IMAGE, drawing)
    click, plays = "", ""
    if item.plays is not None and item.plays in context.media:
        click, plays = PLAY, _clip(context.media[item.plays], item, context)
    elif item.link is not None:
        click = hyperlink(item.link, context, themed=True)
    shown = Shown(number, item.opacity, item.crop, click, plays, drawn)
    return picture(shape_id, item.name, shown, looks, mark=mark, alt=item.alt)


def _clip(part: str, item: PictureItem, context: Context) -> str:
    """What says that a picture plays a film or sound, and has captions."""
    kind, relation = ("video", REL_VIDEO) if part.endswith(".mp4") else ("audio", REL_AUDIO)
    tracks = ""
    if item.captions is not None and item.captions in context.media:
        track = context.relationships.part(REL_TRACK, context.media[item.captions])
        tracks = captions(track, item.name, office_language(context.language))
    return clip(kind, context.relationships.part(relation, part), context.relationships.part(REL_MEDIA, part), tracks)
