"""Roadmaps. What draws them is loaded with the first one: most decks have none."""

from typing import Any

from msgspec.structs import replace

from deckmotor.compose.kinds.kind import Kind, Said, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.roadmaps import Roadmap
from deckmotor.scene.page import Item


def _draw(block: Roadmap, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.compose.kinds.roadmap.draw import draw

    return draw(block, place, look)


def _want(block: Roadmap, place: Place, step: int, look: Look) -> Want:
    from deckmotor.compose.kinds.roadmap.draw import want

    return want(block, place, step, look)


def _lanes(block: Roadmap) -> tuple[Said, ...]:
    return block.lanes.items


def _cut(block: Roadmap, said: tuple[Any, ...], before: int) -> Roadmap:
    return replace(block, lanes=replace(block.lanes, items=said))


ROADMAP = Kind(
    block=Roadmap,
    example="title: Two years\nroadmap: {periods: ['2026', '2027'], lanes: {Courses: [Survey: '2026', Start: '2027']}}\n",
    layout="chart",
    role="chart",
    looks=("chart",),
    draw=_draw,
    want=_want,
    units=_lanes,
    cut=_cut,
    stretch=1.5,
    wide=True,
)
