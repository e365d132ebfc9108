"""Timelines. What draws them is loaded with the first one: most decks have none."""

from typing import Any

from msgspec.structs import replace

from deckmotor.compose.kinds.kind import Kind, Said, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.sequences import Timeline
from deckmotor.scene.page import Item, TextItem

MOST_SLOTS = 4
"""Columns of the layout with the most."""


def _draw(block: Timeline, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.compose.kinds.timeline.draw import draw

    return draw(block, place, look)


def _want(block: Timeline, place: Place, step: int, look: Look) -> Want:
    from deckmotor.compose.kinds.timeline.draw import want

    return want(block, place, step, look)


def _events(block: Timeline) -> tuple[Said, ...]:
    return block.items


def _part(block: Timeline, said: tuple[Any, ...], before: int) -> Timeline:
    """A part, with today where that is in it or before its next."""
    from deckmotor.compose.kinds.timeline.shown import today

    at = None if block.now is None else today(block)
    is_here = at is not None and (before <= at or before == 0) and at < before + len(said)
    return replace(block, items=said, now=block.now if is_here else None)


TIMELINE = Kind(
    block=Timeline,
    example="title: Three years\ntimeline: [2019: The first course, 2022: A house, 2024: A network]\n",
    layout="columns",
    count=lambda block: min(len(block.items), MOST_SLOTS),
    draw=_draw,
    want=_want,
    units=_events,
    cut=_part,
    begins=TextItem,
    stretch=1.5,
    wide=True,
)
