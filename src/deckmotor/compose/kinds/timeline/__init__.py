"""Timelines. What draws them is loaded with the first one: most decks have none."""

from deckmotor.compose.kinds.kind import Kind, Want
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


TIMELINE = Kind(
    block=Timeline,
    example="title: Three years\ntimeline: [2019: The first course, 2022: A house, 2024: A network]\n",
    layout="columns",
    count=lambda block: min(len(block.items), MOST_SLOTS),
    draw=_draw,
    want=_want,
    begins=TextItem,
    stretch=1.5,
    wide=True,
)
