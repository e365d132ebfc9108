"""People. What draws them is loaded with the first ones: most decks have none."""

from typing import Any

from msgspec.structs import replace

from deckmotor.compose.kinds.kind import Kind, Said, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.people import People
from deckmotor.scene.page import GroupItem, Item, PictureItem, ShapeItem

MOST_SLOTS = 4
"""Columns of the layout with the most."""


def _draw(block: People, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.compose.kinds.people.draw import draw

    return draw(block, place, look)


def _want(block: People, place: Place, step: int, look: Look) -> Want:
    from deckmotor.compose.kinds.people.draw import want

    return want(block, place, step, look)


def _persons(block: People) -> tuple[Said, ...]:
    return block.items


def _cut(block: People, said: tuple[Any, ...], before: int) -> People:
    return replace(block, items=said)


PEOPLE = Kind(
    block=People,
    example="title: Who we are\npeople: {Åsa Öberg: Project leader, Ärla Håkansson: Research, Örjan Ek: Interviews}\n",
    layout="columns",
    count=lambda block: min(len(block.items), MOST_SLOTS),
    draw=_draw,
    want=_want,
    units=_persons,
    cut=_cut,
    begins=(PictureItem, ShapeItem, GroupItem),
    stretch=3.2,
    wide=True,
)
