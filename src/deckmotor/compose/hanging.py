"""Room below text for marks that reach far down, in scripts that each program sets with fonts of its own."""

from collections.abc import Sequence

from msgspec.structs import replace

from deckmotor.compose.place import Place
from deckmotor.scene.page import Item, Paragraph, TextItem
from deckmotor.typeset.scripts import DEEP, hangs

LINE = 0.2
"""Ems that a line's own room has below its baseline."""


HIGH = 1.1
"""Ems that marks reach above the baseline."""


def room_below(place: Place, paragraphs: Sequence[Paragraph]) -> Place:
    """The place with such room below its text, where that ends with such marks; else as it is."""
    if not paragraphs or not hangs(paragraphs[-1].text):
        return place
    deep = round(paragraphs[-1].style.text.size * DEEP)
    return replace(place, insets=replace(place.insets, bottom=place.insets.bottom + deep))


def lengthened(items: Sequence[Item]) -> list[Item]:
    """The items of a page, boxes of text without that room longer by it: their lines stand where they did."""
    return [_lengthened(item) if isinstance(item, TextItem) else item for item in items]


def _lengthened(item: TextItem) -> TextItem:
    if not item.paragraphs or not hangs(item.paragraphs[-1].text):
        return item
    first, last = item.paragraphs[0], item.paragraphs[-1]
    more = max(0, last.lines[-1].baseline + round(last.style.text.size * (LINE + DEEP)) - item.box.bottom)
    # What begins at the top has the space above it; what ends at the bottom may fill its box.
    over = item.box.y + round(first.style.text.size * HIGH) - first.lines[0].baseline if item.anchor == "bottom" else 0
    if more == 0 and over <= 0:
        return item
    over = max(0, over)
    box = replace(item.box, y=item.box.y - over, height=item.box.height + over + more)
    insets = item.insets if item.anchor == "top" else replace(item.insets, bottom=item.insets.bottom + more)
    return replace(item, box=box, insets=insets, moved=item.slot is not None)
