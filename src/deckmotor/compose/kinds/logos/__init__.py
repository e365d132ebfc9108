"""Walls of logos. What draws them is loaded with the first one: most decks have none."""

from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.logos import Logos
from deckmotor.scene.page import GroupItem, Item


def _draw(block: Logos, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.compose.kinds.logos.draw import draw

    return draw(block, place, look)


def _want(block: Logos, place: Place, step: int, look: Look) -> Want:
    from deckmotor.compose.kinds.logos.draw import want

    return want(block, place, step, look)


LOGOS = Kind(
    block=Logos,
    example="title: With support from\nlogos: {hills.jpg: The hills, forest.jpg: The forest, names: true}\n",
    layout="chart",
    role="chart",
    looks=("chart",),
    draw=_draw,
    want=_want,
    begins=GroupItem,
)
