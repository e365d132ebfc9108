"""Captions: the small line that belongs to a picture or a table, and stands at it."""

from msgspec.structs import replace

from deckmotor.compose.lines import once
from deckmotor.compose.look import Look, paragraph
from deckmotor.compose.place import Place, in_slot
from deckmotor.compose.setting import set_text
from deckmotor.model.text import Text
from deckmotor.scene.page import Slot, TextItem
from deckmotor.style import Anchor, Box
from deckmotor.units import inches

AIR = inches(0.1)
"""Between a picture or table and its caption."""

LINES = 2
"""A caption takes smaller sizes rather than more lines than this."""


def caption_room(text: Text | None, box: Box, look: Look) -> int:
    """How much of a place its caption takes, air included: less where the layout keeps room free below it."""
    if text is None:
        return 0
    slot = own_slot(look)
    below = slot is not None and slot.box.y >= box.bottom and (slot.box.x, slot.box.width) == (box.x, box.width)
    kept = slot.box.bottom - box.bottom if slot is not None and below else 0
    return max(0, _sized(text, box, look)[1] + AIR - kept)


def spare_room(text: Text | None, place: Place, look: Look) -> int:
    """What the layout of a table or a chart keeps free for a caption, where there is none."""
    slot = own_slot(look)
    own = place.slot is not None and place.slot.role in ("table", "chart")
    return slot.box.bottom - place.box.bottom if own and slot is not None and text is None else 0


def caption(text: Text | None, key: str, shown: Box, place: Box, look: Look) -> tuple[TextItem, ...]:
    """The caption of what is `shown` in a place: right below it."""
    if text is None:
        return ()
    slot, top = own_slot(look), shown.bottom + AIR
    height = _sized(text, place, look)[1]
    if slot is not None:  # As high as the layout has it, for whoever writes a second line.
        height = max(height, min(slot.box.height, slot.box.bottom - top))
    return caption_in(text, key, Box(place.x, top, place.width, height), look)


def caption_in(text: Text, key: str, box: Box, look: Look, anchor: Anchor = "top") -> tuple[TextItem, ...]:
    """A caption in a box: the layout's slot for captions, moved there, unless another one stands in it."""
    slot = own_slot(look)
    place = in_slot(f"{key}-caption", slot, box) if slot is not None else _loose(f"{key}-caption", box, look)
    return (caption_item(text, replace(place, anchor=anchor), _sized(text, box, look)[0], look),)


def caption_item(text: Text, place: Place, step: int, look: Look) -> TextItem:
    """A caption in its place, at a step of its scale or a smaller one."""
    floors = {**look.floors, place.share: max(step, look.floors.get(place.share, 0))}
    look = replace(look, floors=floors)
    return once(place, text, lambda levels: [paragraph(text, levels[0], look)], look, text.span, (text,))


def own_slot(look: Look) -> Slot | None:
    """The layout's slot for captions, unless another caption stands there."""
    slot = look.layout.slot("caption")
    return None if slot is None or slot.name in look.filled else slot


def _loose(key: str, box: Box, look: Look) -> Place:
    return Place(key=key, box=box, slot=None, scale=look.theme.looks["caption"], share="caption", native=False)


def _sized(text: Text, box: Box, look: Look) -> tuple[int, int]:
    """The step at which a caption takes few lines in a width, and how high it is at it."""
    scale = look.theme.looks["caption"]
    step = min(look.floors.get("caption", 0), len(scale) - 1)
    while True:
        item, broken = set_text([paragraph(text, scale[step][0], look)], box, look)
        few = not broken and sum(len(part.lines) for part in item.paragraphs) <= LINES
        if few or step + 1 == len(scale) or not look.shrinks:
            return step, item.height
        step += 1
