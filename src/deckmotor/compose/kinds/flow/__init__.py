"""Flows of boxes and arrows. What draws them is loaded with the first one: most decks have none."""

from typing import Any

from deckmotor.compose.kinds.kind import Kind, Said, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.flows import Flow
from deckmotor.scene.page import Item


def _draw(block: Flow, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.compose.kinds.flow.draw import draw

    return draw(block, place, look)


def _want(block: Flow, place: Place, step: int, look: Look) -> Want:
    from deckmotor.compose.kinds.flow.draw import want

    return want(block, place, step, look)


def _legs(block: Flow) -> tuple[Said, ...]:
    from deckmotor.compose.kinds.flow.legs import legs

    return legs(block)


def _part(block: Flow, said: tuple[Any, ...], before: int) -> Flow:
    from deckmotor.compose.kinds.flow.legs import part

    return part(block, said)


FLOW = Kind(
    block=Flow,
    example="title: How an application is handled\nflow: [Apply -> Decide, 'Decide -> Admit: yes', 'Decide -> Advise: no']\n",
    layout="chart",
    role="chart",
    looks=("chart",),
    draw=_draw,
    want=_want,
    units=_legs,
    cut=_part,
    stretch=1.6,
    wide=True,
)
