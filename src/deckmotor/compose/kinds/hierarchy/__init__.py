"""Hierarchies. What draws them is loaded with the first one: most decks have none."""

from typing import Any

from msgspec.structs import replace

from deckmotor.compose.kinds.kind import Kind, Said, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.diagrams import Hierarchy
from deckmotor.scene.page import Item


def _draw(block: Hierarchy, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.compose.kinds.hierarchy.draw import draw

    return draw(block, place, look)


def _want(block: Hierarchy, place: Place, step: int, look: Look) -> Want:
    from deckmotor.compose.kinds.hierarchy.draw import want

    return want(block, place, step, look)


def _branches(block: Hierarchy) -> tuple[Said, ...]:
    """What stands right below its one head, which each part has; else its heads."""
    return block.items if len(block.items) > 1 else block.items[0].items


def _cut(block: Hierarchy, said: tuple[Any, ...], before: int) -> Hierarchy:
    return replace(block, items=said if len(block.items) > 1 else (replace(block.items[0], items=said),))


HIERARCHY = Kind(
    block=Hierarchy,
    example="title: Who does what\nhierarchy: [Board: [Library: [Children, Adults], School: [Lower, Upper], Culture]]\n",
    layout="chart",
    role="chart",
    looks=("chart",),
    draw=_draw,
    want=_want,
    units=_branches,
    cut=_cut,
    stretch=1.4,
    wide=True,
)
