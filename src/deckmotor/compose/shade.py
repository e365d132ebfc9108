"""The shade of a page whose picture lies under its words: as high as these, fading in above them."""

from collections.abc import Iterable

from msgspec.structs import replace

from deckmotor.compose.look import Look
from deckmotor.scene.page import Item, PictureItem, ShapeItem, TextItem
from deckmotor.style import Box, Fade
from deckmotor.units import inches

AIR = inches(0.25)
"""How far above the words a shade is as opaque as it becomes."""

RISE = inches(1.6)
"""How far above that it begins."""


def shaded(items: Iterable[Item], look: Look) -> list[Item]:
    """Pictures, then the shade, then the words: what lies above is painted, and read, later."""
    shade = look.layout.shade
    items = list(items)
    words = [item for item in items if isinstance(item, TextItem)]
    if shade is None or not words:
        return items
    under = [item for item in items if isinstance(item, PictureItem)]
    above = [item for item in items if not isinstance(item, PictureItem)]
    return [*under, _shape(shade, min(map(_top, words)), look), *above]


def _top(item: TextItem) -> int:
    """Where the first line of a text begins."""
    free = item.box.height - item.insets.top - item.insets.bottom - item.height
    return item.box.y + item.insets.top + {"top": 0, "middle": free // 2, "bottom": free}[item.anchor]


def _shape(shade: Fade, top: int, look: Look) -> ShapeItem:
    full = max(0, top - AIR)
    begin = max(0, full - RISE)
    box = Box(0, begin, look.theme.width, look.theme.height - begin)
    reached = (full - begin) * 100 // box.height
    return ShapeItem(name=f"{look.page}/shade", box=box, outline="rect", fill=replace(shade, full=reached))
