"""Pictures: fitted into their place whole, or filling it with the focus point kept in view."""

from msgspec.structs import replace

from deckmotor.compose.captions import caption, caption_room
from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.messages import problem
from deckmotor.model.blocks import Picture
from deckmotor.scene.page import Item, Media, PictureItem
from deckmotor.style import Box
from deckmotor.theme.grid import MARGIN
from deckmotor.units import EMU_PER_INCH, inches

WHOLE = 100_000
"""Crops are 1/100,000 of the picture's size (ECMA-376 part 1, 20.1.8.55)."""

FEWEST = 72
"""Pixels an inch of the slide. A projector shows 144 on a page of 16:9: below half of that, everybody sees the squares."""

ENDLESS = inches(1_000)
"""As high as a picture may be that fills its place."""

LEAST = inches(1.2)
"""How high a picture is at least that shares its place with others."""


def _draw(block: Picture, place: Place, look: Look) -> tuple[Item, ...]:
    """The picture in its place, and its caption in the layout's slot for it or below."""
    media = look.media.get(block.path)
    if media is None:  # What is wrong with the file has been told.
        return ()
    box = replace(place.box, height=place.box.height - caption_room(block.caption, place.box, look))
    if block.fit == "fill":
        shown, crop = box, _crop(media, box, block.focus)
    else:
        shown, crop = _contain(media, _inner(box, look)), (0, 0, 0, 0)
    _check_sharp(block, media, shown, crop, look)
    if place.slot is not None:
        look.filled.add(place.slot.name)
    item = PictureItem(
        name=f"{look.page}/{place.key}",
        box=shown,
        slot=None if place.slot is None else place.slot.name,
        moved=place.slot is not None and shown != place.slot.box,
        media=block.path,
        crop=crop,
        alt=None if block.decorative else block.alt,
    )
    return (item, *caption(block.caption, place.key, shown, place.box, look))


def _check_sharp(block: Picture, media: Media, box: Box, crop: tuple[int, int, int, int], look: Look) -> None:
    """Warn of a picture that has far too few pixels for how large it is shown."""
    dots = round(media.width * (WHOLE - crop[0] - crop[2]) / WHOLE * EMU_PER_INCH / box.width)
    if dots < FEWEST:
        sharp = -(-media.width * 2 * FEWEST // max(dots, 1))
        size = f"{media.width:,} × {media.height:,}"
        look.problems.append(problem("few-pixels", block.file.span, path=block.path, size=size, dots=dots, sharp=f"{sharp:,}"))


def _want(block: Picture, place: Place, step: int, look: Look) -> Want:
    media = look.media.get(block.path)
    ratio = 0.6 if media is None else media.height / media.width
    below = caption_room(block.caption, place.box, look)
    width = place.box.width
    height = ENDLESS if block.fit == "fill" else round(width * ratio) + below
    return Want(height=height, least=LEAST + below, width=width, ratio=ratio)


def _inner(box: Box, look: Look) -> Box:
    """The part of a place inside the page's margins: a whole picture never touches the edge that its place bleeds off."""
    left = box.x if box.x > 0 else MARGIN
    top = max(box.y, MARGIN)
    right = min(box.right, look.theme.width - MARGIN)
    bottom = min(box.bottom, look.theme.height - MARGIN)
    return Box(left, top, right - left, bottom - top)


def _contain(media: Media, box: Box) -> Box:
    """The largest box of the picture's shape inside a place, against its left edge and in the middle of its height."""
    scale = min(box.width / media.width, box.height / media.height)
    width, height = max(1, round(media.width * scale)), max(1, round(media.height * scale))
    return Box(box.x, box.y + (box.height - height) // 2, width, height)


def _crop(media: Media, box: Box, focus: tuple[int, int]) -> tuple[int, int, int, int]:
    """What to cut off left, top, right and bottom so that the picture fills a place around its focus point."""
    scale = max(box.width / media.width, box.height / media.height)
    left, right = _cut(box.width / (media.width * scale), focus[0])
    top, bottom = _cut(box.height / (media.height * scale), focus[1])
    return left, top, right, bottom


def _cut(shown: float, focus: int) -> tuple[int, int]:
    """The two cuts along one side when a share of it is shown: the focus stands in the middle, or as near as it can."""
    cut = min(WHOLE - round(WHOLE * shown), WHOLE - 1)
    before = min(max(round(WHOLE * (focus / 100 - shown / 2)), 0), cut)
    return before, cut - before


PICTURE = Kind(
    block=Picture,
    example="title: A picture\npicture: {file: hills.jpg, alt: Hills in morning light}\n",
    layout="picture",
    role="picture",
    wide=True,
    draw=_draw,
    want=_want,
)
