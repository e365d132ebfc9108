"""Films: a picture that plays at a click. It is shown whole, with its poster cut to its shape."""

from typing import Any

from msgspec.structs import replace

from deckmotor.color import contrast
from deckmotor.compose.captions import AIR, caption_in, caption_room
from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.kinds.picture import LEAST, contain, within_margins
from deckmotor.compose.look import Look, link_to
from deckmotor.compose.place import Place
from deckmotor.model.clips import Video
from deckmotor.scene.crop import filling_crop
from deckmotor.scene.page import SOUNDS, Item, Media, PictureItem, in_colour, still
from deckmotor.style import Box
from deckmotor.units import points

RATIO = 0.5625
"""Height over width of a clip whose file can't be read."""

BAR = points(480)
"""The widest bar that stands for a sound."""


def _draw(block: Any, place: Place, look: Look) -> tuple[Item, ...]:
    """The clip in its place, and its caption below it."""
    media = look.media.get(block.path)
    if media is None:  # What is wrong with the file has been told.
        return ()
    area = within_margins(place.box, look)
    room = caption_room(block.caption, area, look)
    free = replace(area, height=area.height - room)
    poster = None if block.poster is None else look.media.get(block.poster.path)
    box = _box(media, poster, free)
    seen, focus = (media, (50, 50)) if block.poster is None or poster is None else (poster, block.poster.focus)
    crop = filling_crop((seen.width, seen.height), box, focus)
    shown = PictureItem(
        name=f"{look.page}/{place.key}",
        box=box,
        media=in_colour(block.path, _ground(look)) if poster is None else _still(block, poster, crop),
        crop=crop,
        alt=block.alt,
        plays=block.path,
        captions=None if block.captions is None else block.captions.path,
        link=link_to(block.link),
    )
    if block.caption is None:
        return (shown,)
    return (shown, *caption_in(block.caption, place.key, Box(area.x, box.bottom + AIR, area.width, room - AIR), look))


def _still(block: Any, poster: Media, crop: tuple[int, int, int, int]) -> str:
    """A poster of a film, which says that it plays; one that moves says so itself, and the picture of a sound is one."""
    signed = isinstance(block, Video) and poster.type != "svg" and not poster.moves
    return still(block.poster.path, crop) if signed else str(block.poster.path)


def _box(media: Media, poster: Media | None, free: Box) -> Box:
    """Where a clip is shown: at the top, where text beside it begins; a sound as a bar, or with its picture."""
    shown = poster if poster is not None and media.type in SOUNDS else media
    room = free if shown.type not in SOUNDS else replace(free, width=min(free.width, BAR))
    return contain(shown, room, high=True)


def _ground(look: Look) -> str:
    """The colour of a poster that is made: the theme's own where it is seen on the page, else the ink."""
    brand, ink = look.theme.looks["fact"][0][0].text.color.rgb, look.theme.looks["text"][0][0].text.color.rgb
    return brand if contrast(brand, look.layout.background.rgb) >= 3 else ink


def _want(block: Any, place: Place, step: int, look: Look) -> Want:
    media = look.media.get(block.path)
    poster = None if block.poster is None else look.media.get(block.poster.path)
    shown = poster if media is not None and media.type in SOUNDS and poster is not None else media
    ratio = RATIO if shown is None else shown.height / shown.width
    below = caption_room(block.caption, place.box, look)
    width = place.box.width if shown is None or shown.type not in SOUNDS else min(place.box.width, BAR)
    height = round(width * ratio)
    return Want(height=height + below, least=min(LEAST, height) + below, width=width, ratio=ratio, below=below)


VIDEO = Kind(
    block=Video,
    example="title: A film\nvideo: {file: film.mp4, alt: Two people talk at a table}\n",
    wide=True,
    draw=_draw,
    want=_want,
)
