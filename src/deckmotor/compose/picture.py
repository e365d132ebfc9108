"""Pictures: fitted into their place whole, or filling it with the focus point kept in view."""

from deckmotor.compose.look import Look, caption
from deckmotor.messages import problem
from deckmotor.model.blocks import Picture
from deckmotor.scene.page import Item, Media, PictureItem, Slot
from deckmotor.style import Box
from deckmotor.theme.grid import MARGIN

WHOLE = 100_000
"""Crops are 1/100,000 of the picture's size (ECMA-376 part 1, 20.1.8.55)."""


def picture(block: Picture, key: str, slot: Slot, look: Look, box: Box | None = None) -> tuple[Item, ...]:
    """The picture in its slot, and its caption where the layout has a place for one."""
    place = slot.box if box is None else box
    media = look.media.get(block.path)
    if media is None:  # load has named the missing file already.
        return ()
    if block.fit == "fill":
        shown, crop = place, _crop(media, place, block.focus)
    else:
        shown, crop = _contain(media, _inner(place, look)), (0, 0, 0, 0)
    items: list[Item] = [
        PictureItem(
            name=f"{look.page}/{key}",
            box=shown,
            slot=slot.name,
            moved=shown != slot.box,
            media=block.path,
            crop=crop,
            alt=None if block.decorative else block.alt,
        )
    ]
    if block.caption is not None:
        below = look.layout.slot("caption")
        if below is None:
            look.problems.append(problem("no-place", block.caption.span, layout=look.layout.name, what="a caption"))
        else:
            items.append(caption(f"{key}-caption", below, block.caption, look))
    return tuple(items)


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
    width, height = round(media.width * scale), round(media.height * scale)
    return Box(box.x, box.y + (box.height - height) // 2, width, height)


def _crop(media: Media, box: Box, focus: tuple[int, int]) -> tuple[int, int, int, int]:
    """What to cut off left, top, right and bottom so that the picture fills a place around its focus point."""
    scale = max(box.width / media.width, box.height / media.height)
    left, right = _cut(box.width / (media.width * scale), focus[0])
    top, bottom = _cut(box.height / (media.height * scale), focus[1])
    return left, top, right, bottom


def _cut(shown: float, focus: int) -> tuple[int, int]:
    """The two cuts along one side when a share of it is shown: the focus stands in the middle, or as near as it can."""
    cut = WHOLE - round(WHOLE * shown)
    before = min(max(round(WHOLE * (focus / 100 - shown / 2)), 0), cut)
    return before, cut - before
