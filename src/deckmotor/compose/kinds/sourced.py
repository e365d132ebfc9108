"""What has a line below it that says where it comes from: in the layout's slot for that, or right below."""

from collections.abc import Callable

from msgspec.structs import replace

from deckmotor.compose.captions import caption, caption_item, caption_room, own_slot
from deckmotor.compose.kinds.chart.words import source_line
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place, in_slot
from deckmotor.model.text import Text
from deckmotor.scene.page import Item


def sourced(
    source: Text | None, place: Place, look: Look, draw: Callable[[Place], tuple[Item, ...]]
) -> tuple[Item, ...]:  # fmt: skip
    """What `draw` makes in the place that a source leaves, and the source."""
    line = source_line(source, look)
    foot = own_slot(look) if place.slot is not None and place.slot.role == "chart" else None
    low = 0 if foot else caption_room(line, place.box, look)
    box = replace(place.box, height=place.box.height - low)
    items = draw(replace(place, box=box))
    if line is None:
        return items
    if foot is not None:
        return *items, caption_item(line, in_slot(f"{place.key}-caption", foot), 0, look)
    return (*items, *caption(line, place.key, box, place.box, look))
