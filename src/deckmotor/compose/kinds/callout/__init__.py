"""Callouts. What draws them is loaded with the first one: most decks have none."""

from typing import Any

from msgspec.structs import replace

from deckmotor.compose.kinds.kind import Kind, Said, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.boxes import Callout
from deckmotor.model.items import ListItem
from deckmotor.model.text import Text
from deckmotor.scene.page import Item


def _draw(block: Callout, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.compose.kinds.callout.draw import draw

    return draw(block, place, look)


def _want(block: Callout, place: Place, step: int, look: Look) -> Want:
    from deckmotor.compose.kinds.callout.draw import want

    return want(block, place, step, look)


def _units(block: Callout) -> tuple[Said, ...]:
    """Its paragraphs, and the items of its list."""
    return (*block.text, *block.bullets)


def _cut(block: Callout, said: tuple[Any, ...], before: int) -> Callout:
    """Some of them: what it is about and where it comes from stand with each part."""
    texts = tuple([one for one in said if isinstance(one, Text)])
    return replace(block, text=texts, bullets=tuple([one for one in said if isinstance(one, ListItem)]))


CALLOUT = Kind(
    block=Callout,
    example="title: Before you start\ncallout: {kind: tip, title: Take your time, text: Nobody has to be ready today.}\n",
    layout="table",
    role="table",
    looks=("list",),
    wide=True,
    beside=1.5,
    draw=_draw,
    want=_want,
    units=_units,
    cut=_cut,
)
