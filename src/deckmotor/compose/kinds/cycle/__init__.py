"""Cycles. What draws them is loaded with the first one: most decks have none."""

from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.sequences import Cycle
from deckmotor.scene.page import Item, TextItem


def _draw(block: Cycle, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.compose.kinds.cycle.draw import draw

    return draw(block, place, look)


def _want(block: Cycle, place: Place, step: int, look: Look) -> Want:
    from deckmotor.compose.kinds.cycle.draw import want

    return want(block, place, step, look)


CYCLE = Kind(
    block=Cycle,
    example="title: Round and round\ncycle: [Plan, Do, {label: Study, text: What came of it?}, Act]\n",
    layout="chart",
    role="chart",
    looks=("chart",),
    draw=_draw,
    want=_want,
    begins=TextItem,
    stretch=1.4,
)
