"""Captions: the small line that belongs to a picture or a table."""

from msgspec.structs import replace

from deckmotor.compose.look import Look, paragraph, set_text, text_item
from deckmotor.compose.place import Place, in_slot
from deckmotor.model.text import Text
from deckmotor.scene.page import Slot, TextItem
from deckmotor.style import Box
from deckmotor.units import inches

AIR = inches(0.1)
"""Between a picture or table and its caption."""

LINES = 2
"""A caption takes smaller sizes rather than more lines than this."""


def caption_room(text: Text | None, box: Box, look: Look) -> int:
    """How much of a place its caption takes, air included: nothing where there is none, or the layout has a slot for it."""
    if text is None or _slot(look) is not None:
        return 0
    return _loose(text, "", box, look).box.height + AIR


def caption(text: Text | None, key: str, shown: Box, place: Box, look: Look) -> tuple[TextItem, ...]:
    """The caption of what is `shown` in a place: in the layout's slot for it, which may follow it up, or right below."""
    if text is None:
        return ()
    slot = _slot(look)
    if slot is not None:
        follows = slot.anchor == "top" and shown.bottom + AIR < slot.box.y
        where = in_slot(f"{key}-caption", slot, replace(slot.box, y=shown.bottom + AIR) if follows else None)
    else:
        where = _loose(text, f"{key}-caption", replace(place, y=shown.bottom + AIR), look)
    return (text_item(where, lambda levels: [paragraph(text, levels[0], look)], look, text.span),)


def _slot(look: Look) -> Slot | None:
    """The layout's slot for captions, unless another caption stands there."""
    slot = look.layout.slot("caption")
    return None if slot is None or slot.name in look.filled else slot


def _loose(text: Text, key: str, box: Box, look: Look) -> Place:
    """A place as wide as a box, from its top, as high as the caption is at the largest size that takes few lines."""
    scale = look.theme.looks["caption"]
    first = 0
    while True:
        item, _ = set_text([paragraph(text, scale[first][0], look)], box, look)
        if first + 1 == len(scale) or sum(len(part.lines) for part in item.paragraphs) <= LINES:
            break
        first += 1
    return Place(
        key=key,
        box=replace(box, height=item.height),
        slot=None,
        scale=scale[first:],
        share="caption",
        native=False,
    )
