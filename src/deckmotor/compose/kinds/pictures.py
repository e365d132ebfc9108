"""Galleries: two to six pictures with their captions, each in a placeholder of its own where the layout is made for them."""

from collections.abc import Sequence

from msgspec.structs import replace

from deckmotor.compose.captions import LINES, caption_item
from deckmotor.compose.gallery import COLUMNS, Cell, Shape, placed
from deckmotor.compose.gallery import MOST_CUT as CUT
from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.kinds.picture import LEAST, WHOLE_RATIO, shown
from deckmotor.compose.look import Look, paragraph
from deckmotor.compose.place import Place, in_slot
from deckmotor.compose.setting import set_text
from deckmotor.model.pictures import Picture, Pictures
from deckmotor.model.text import Text
from deckmotor.scene.page import Item, PictureItem, Slot
from deckmotor.style import Box
from deckmotor.theme.grid import GUTTER, MARGIN

ALL_OF_IT = 0.999
"""What may be cut off a picture whose author lets it fill its place."""

SHARE = 0.62
"""The share of a page's height that content takes, where a gallery is measured before its height is known."""


def _draw(block: Pictures, place: Place, look: Look) -> tuple[Item, ...]:
    """Each picture and, after it, its caption."""
    own = place.slot is not None and place.slot.role == "picture"
    slots = look.layout.of("picture") if own else ()
    captions = look.layout.of("caption") if own else ()
    area = _around([slot.box for slot in (*slots, *captions)]) if own else place.box
    step, cells = _cells(block, area, look)
    items: list[Item] = []
    for at, (picture, cell) in enumerate(zip(block.items, cells, strict=True)):
        slot = slots[at] if own else place.slot if at == 0 else None
        key = place.key if at == 0 else f"{place.key}-{at + 1}"
        items += shown(picture, key, slot, cell.picture, look)
        if picture.caption is not None:
            items.append(_caption(picture.caption, f"{key}-caption", captions[at] if own else None, cell, step, look))
    return tuple(items)


def _around(boxes: Sequence[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)


def _caption(text: Text, key: str, slot: Slot | None, cell: Cell, step: int, look: Look) -> Item:
    """A caption, at the size that all of the gallery have."""
    if slot is not None:
        place = in_slot(key, slot, cell.caption)
    else:
        scale = look.theme.looks["caption"]
        place = Place(key=key, box=cell.caption, slot=None, scale=scale, share="caption", native=False)
    return caption_item(text, replace(place, anchor="bottom" if cell.beside else "top"), step, look)


def _cells(block: Pictures, area: Box, look: Look) -> tuple[int, tuple[Cell, ...]]:
    """The step of the captions' scale, and where everything stands; found once for a block and an area, however often tried."""
    key = ("gallery", id(block), area, id(look.theme), look.language, look.shrinks)
    known: tuple[Pictures, int, tuple[Cell, ...]] | None = look.memo.get(key)
    if known is None:
        known = look.memo[key] = (block, *_largest(block, area, look))
    return known[1:]


def _largest(block: Pictures, area: Box, look: Look) -> tuple[int, tuple[Cell, ...]]:
    """At the largest step at which no caption below its picture takes many lines."""
    shapes = [_shape(picture, look) for picture in block.items]
    full = look.theme.width - 2 * MARGIN
    columns = max(1, round(COLUMNS * (area.width + GUTTER) / (full + GUTTER)))
    for step in range(len(look.theme.looks["caption"]) if look.shrinks else 1):
        captions = _Captions(block, step, look)
        cells = placed(shapes, area, columns, captions.height)
        below = (captions.size(at, cell.caption.width) for at, cell in enumerate(cells) if not cell.beside)
        if all(lines <= LINES for _, lines in below):
            break
    return step, cells


class _Captions:
    """How large the captions of a gallery are at a step, by width."""

    def __init__(self, block: Pictures, step: int, look: Look) -> None:
        self.texts = [picture.caption for picture in block.items]
        self.style = look.theme.looks["caption"][step][0]
        self.look = look
        self._known: dict[tuple[int, int], tuple[int, int]] = {}

    def height(self, at: int, width: int) -> int:
        """Its height, EMU."""
        return self.size(at, width)[0]

    def size(self, at: int, width: int) -> tuple[int, int]:
        """Its height and its lines: too many where a word is wider."""
        key = (at, width)
        if key not in self._known:
            self._known[key] = self._measured(self.texts[at], width)
        return self._known[key]

    def _measured(self, text: Text | None, width: int) -> tuple[int, int]:
        if text is None:
            return 0, 0
        box = Box(0, 0, width, self.look.theme.height)
        item, broken = set_text([paragraph(text, self.style, self.look)], box, self.look)
        return item.height, sum(len(part.lines) for part in item.paragraphs) + (LINES if broken else 0)


def _shape(picture: Picture, look: Look) -> Shape:
    """What may be cut off: of a photo a little, of a drawing nothing, unless its author says so."""
    media = look.media.get(picture.path)
    ratio = 1 / WHOLE_RATIO if media is None else media.width / media.height
    allowed = {"fill": ALL_OF_IT, "fit": 0.0}
    cut = allowed[picture.fit] if picture.fit is not None else CUT if media is None or media.is_photo else 0.0
    return Shape(ratio, cut, picture.caption is not None)


def _want(block: Pictures, place: Place, step: int, look: Look) -> Want:
    area = Box(0, 0, place.box.width, round(look.theme.height * SHARE))
    _, cells = _cells(block, area, look)
    height = _around([box for cell in cells for box in (cell.picture, cell.caption)]).height
    return Want(height=height, least=max(LEAST, height // 2), width=place.box.width, ratio=height / place.box.width)


def _count(block: Pictures) -> int:
    return len(block.items)


PICTURES = Kind(
    block=Pictures,
    example=(
        "title: Before and after\npictures:\n  - {file: hills.jpg, alt: Hills in morning light, caption: Before}\n"
        "  - {file: hills.jpg, alt: Hills in morning light, caption: After}\n"
    ),
    layout="pictures",
    count=_count,
    role="picture",
    wide=True,
    draw=_draw,
    want=_want,
    begins=PictureItem,
)
