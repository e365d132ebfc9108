"""Maps. What draws them, and the outlines of Sweden, are loaded with the first one: most decks have none."""

from deckmotor.compose.captions import caption_room
from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.figures import Map
from deckmotor.scene.page import Item
from deckmotor.units import inches

RATIO = 1.6
"""Height over width of a map with room for the names beside it."""

LEAST = inches(3)
"""How high a map is at least that shares its place with others."""


def _draw(block: Map, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.compose.kinds.map.draw import draw

    return draw(block, place, look)


def _want(block: Map, place: Place, step: int, look: Look) -> Want:
    from deckmotor.compose.kinds.chart.words import source_line

    width = place.box.width
    below = caption_room(source_line(block.source, look), place.box, look)
    return Want(height=round(width * RATIO) + below, least=LEAST + below, width=width, ratio=RATIO)


def _described(block: Map, look: Look) -> str:
    from deckmotor.compose.kinds.chart.words import EVERY
    from deckmotor.compose.kinds.map.shown import shown
    from deckmotor.compose.kinds.map.words import alt_text

    return alt_text(block, shown(block), look, EVERY)


MAP = Kind(
    block=Map,
    example="title: Three places\nmap: {places: [Kalix, Motala, Varberg], highlight: Kalix}\n",
    layout="map",
    role="map",
    looks=("chart",),
    draw=_draw,
    want=_want,
    described=_described,
)
