"""Pictures: fitted into their place whole, or filling it with the focus point kept in view."""

from collections.abc import Mapping

from msgspec.structs import replace

from deckmotor.compose.captions import AIR, caption_in, caption_room, own_slot
from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.look import Look, link_to
from deckmotor.compose.place import Place
from deckmotor.messages import problem
from deckmotor.model.drawings import Portrait
from deckmotor.model.logos import Mark
from deckmotor.model.pictures import Picture
from deckmotor.model.text import Name
from deckmotor.scene.crop import WHOLE, filling_crop
from deckmotor.scene.page import Item, Media, PictureItem, Slot
from deckmotor.style import Anchor, Box
from deckmotor.theme.grid import GUTTER, MARGIN
from deckmotor.theme.theme import Theme
from deckmotor.units import EMU_PER_INCH, inches

FEWEST = 72
"""Pixels an inch of the slide. A projector shows 144 on a page of 16:9: below half of that, everybody sees the squares."""

ENDLESS = inches(1_000)
"""As high as a picture may be that fills its place."""

WHOLE_RATIO = 0.6
"""Height over width of a picture whose file can't be read."""

LEAST = inches(1.8)
"""How high a picture is at least that shares its place with others."""

LARGER = 1.2
"""How much larger a picture has to be beside its title to stand there."""

BESIDE = inches(2.4)
"""How wide the room beside a picture is at least that its caption stands in."""


def _draw(block: Picture, place: Place, look: Look) -> tuple[Item, ...]:
    """The picture in its place, and its caption at it."""
    media = look.media.get(block.path)
    if media is None:  # What is wrong with the file has been told.
        return ()
    area = _whole_place(place, look)
    box, words = _filling(block, area, look) if _fills(block, look) else _whole(block, media, area, look)
    picture = shown(block, place.key, place.slot, box, look)
    if block.caption is None:
        return picture
    anchor: Anchor = "top" if words.y >= box.bottom else "bottom"
    return (*picture, *caption_in(block.caption, place.key, words, look, anchor))


def _fills(block: Picture, look: Look) -> bool:
    """Whether the picture fills its place: as its author says, or, under a shade, as it should."""
    return block.fit == "fill" or (block.fit is None and look.layout.shade is not None)


def _whole_place(place: Place, look: Look) -> Box:
    """The place of a picture: with that of its caption below it, where the layout keeps one free."""
    slot, box = look.layout.slot("caption"), place.box
    if place.slot is None or slot is None or place.slot.role != "picture" or (slot.box.x, slot.box.width) != (box.x, box.width):
        return box
    return replace(box, height=slot.box.bottom - box.y)


def _filling(block: Picture, area: Box, look: Look) -> tuple[Box, Box]:
    """The box of a picture that fills its place, and that of its caption: one that bleeds has it in the text's column."""
    inner, slot = within_margins(area, look), own_slot(look)
    if block.caption is None or (inner != area and slot is not None):
        return area, area if slot is None else slot.box
    room = caption_room(block.caption, inner, look)
    box = replace(area, height=inner.bottom - room - area.y)
    return box, Box(inner.x, inner.bottom - room + AIR, inner.width, room - AIR)


def _whole(block: Picture, media: Media, area: Box, look: Look) -> tuple[Box, Box]:
    """The box of a picture that is shown whole, and that of its caption: below, or beside where that leaves it larger."""
    inner = within_margins(area, look)
    high = inner == area  # Beside text, which begins at the top; one that bleeds stands in the middle of the page.
    box = contain(media, inner, high=high)
    if block.caption is None:
        return box, box
    right = box.right + GUTTER
    if inner.right - right >= BESIDE:
        return box, Box(right, box.y, inner.right - right, box.height)
    room = caption_room(block.caption, inner, look)
    box = contain(media, replace(inner, height=inner.height - room), high=high)
    return box, Box(inner.x, box.bottom + AIR, inner.width, room - AIR)


def shown(block: Picture, key: str, slot: Slot | None, box: Box, look: Look) -> tuple[PictureItem, ...]:
    """A picture that fills a box, cut where it has another shape. Nothing where there is no picture."""
    media = look.media.get(block.path)
    if media is None:
        return ()
    crop = filling_crop((media.width, media.height), box, block.focus)
    check_sharp(block, media, box, crop, look)
    if slot is not None:
        look.filled.add(slot.name)
    item = PictureItem(
        name=f"{look.page}/{key}",
        box=box,
        slot=None if slot is None else slot.name,
        moved=slot is not None and box != slot.box,
        media=block.path if block.recolour is None else _recoloured(block.path, block.recolour, media, look),
        crop=crop,
        alt=None if block.decorative else block.alt,
        opacity=100 if media.is_photo or media.type == "svg" else look.theme.dimmed,
        link=link_to(block.link),
    )
    return (item,)


def _recoloured(path: str, wanted: Name, media: Media, look: Look) -> str:
    from deckmotor.compose.recolour import recoloured  # Few pictures are.

    return recoloured(path, wanted, media, look)


def check_sharp(block: Picture | Portrait | Mark, media: Media, box: Box, crop: tuple[int, int, int, int], look: Look) -> None:
    """Warn of a picture that has far too few pixels for how large it is shown."""
    dots = round(media.width * (WHOLE - crop[0] - crop[2]) / WHOLE * EMU_PER_INCH / box.width)
    if dots < FEWEST and media.type != "svg":
        sharp = -(-media.width * 2 * FEWEST // max(dots, 1))
        size = f"{media.width:,} × {media.height:,}"
        look.problems.append(problem("few-pixels", block.file.span, path=block.path, size=size, dots=dots, sharp=f"{sharp:,}"))


def _want(block: Picture, place: Place, step: int, look: Look) -> Want:
    media = look.media.get(block.path)
    ratio = WHOLE_RATIO if media is None else media.height / media.width
    below = caption_room(block.caption, place.box, look)
    width = place.box.width
    height = ENDLESS if block.fit == "fill" else round(width * ratio) + below
    return Want(height=height, least=LEAST + below, width=width, ratio=ratio, below=below)


def _shaped(block: Picture, theme: Theme, media: Mapping[str, Media]) -> str:
    """The layout for a tall picture, where it is clearly larger beside its title than below it."""
    picture = media.get(block.path)
    plain, tall = (theme.layout(name) for name in ("picture", "picture-tall"))
    if picture is None or plain is None or tall is None or block.fit == "fill":
        return ""
    below, beside = (contain(picture, layout.of("picture")[0].box, high=True).height for layout in (plain, tall))
    return tall.name if beside > below * LARGER else ""


def within_margins(box: Box, look: Look) -> Box:
    """The part of a place inside the page's margins: a whole picture never touches the edge that its place bleeds off."""
    left = box.x if box.x > 0 else MARGIN
    top = max(box.y, MARGIN)
    right = min(box.right, look.theme.width - MARGIN)
    bottom = min(box.bottom, look.theme.height - MARGIN)
    return Box(left, top, right - left, bottom - top)


def contain(media: Media, box: Box, *, high: bool) -> Box:
    """The largest box of its shape inside a place, against its left edge; at its top, or in the middle of its height."""
    scale = min(box.width / media.width, box.height / media.height)
    width, height = max(1, round(media.width * scale)), max(1, round(media.height * scale))
    return Box(box.x, box.y if high else box.y + (box.height - height) // 2, width, height)


PICTURE = Kind(
    block=Picture,
    example="title: A picture\npicture: {file: hills.jpg, alt: Hills in morning light}\n",
    layout="picture",
    shaped=_shaped,
    role="picture",
    wide=True,
    draw=_draw,
    want=_want,
)
