"""Room below large text for marks that reach far down, in scripts that each program sets with fonts of its own."""

from collections.abc import Sequence

from msgspec.structs import replace

from deckmotor.compose.place import Place
from deckmotor.scene.page import Paragraph
from deckmotor.typeset.scripts import DEEP, hangs
from deckmotor.units import points

LARGE = points(24)
"""Text from so large on has that room: below smaller text it is as little as the space around it."""


def room_below(place: Place, paragraphs: Sequence[Paragraph]) -> Place:
    """The place with such room, where its text is large and has such marks; else as it is."""
    size = place.scale[0][0].text.size
    if size < LARGE or not any(hangs(part.text) for part in paragraphs):
        return place
    return replace(place, insets=replace(place.insets, bottom=place.insets.bottom + round(size * DEEP)))
