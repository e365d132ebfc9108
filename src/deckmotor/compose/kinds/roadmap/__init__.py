"""Roadmaps. What draws them is loaded with the first one: most decks have none."""

from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.blocks import Roadmap
from deckmotor.scene.page import Item


def _draw(block: Roadmap, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.compose.kinds.roadmap.draw import draw

    return draw(block, place, look)


def _want(block: Roadmap, place: Place, step: int, look: Look) -> Want:
    from deckmotor.compose.kinds.roadmap.draw import want

    return want(block, place, step, look)


ROADMAP = Kind(
    block=Roadmap,
    example="title: Two years\nroadmap: {periods: ['2026', '2027'], lanes: {Courses: [Survey: '2026', Start: '2027']}}\n",
    layout="chart",
    role="chart",
    looks=("chart",),
    draw=_draw,
    want=_want,
)
