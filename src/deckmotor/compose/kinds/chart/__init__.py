"""Charts. What draws them is loaded with the first one: most decks have none."""

from deckmotor.compose.captions import caption_room
from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.figures import Chart
from deckmotor.scene.page import Item
from deckmotor.units import inches

RATIO = 0.52
"""Height over width of a chart that may be as high as it likes."""

LEAST = inches(2.5)
"""How high a chart is at least that shares its place with others."""


def _draw(block: Chart, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.compose.kinds.chart.draw import draw

    return draw(block, place, look)


def _want(block: Chart, place: Place, step: int, look: Look) -> Want:
    from deckmotor.compose.kinds.chart.words import source_line

    width = place.box.width
    below = caption_room(source_line(block.source, look), place.box, look)
    return Want(height=round(width * RATIO) + below, least=LEAST + below, width=width, ratio=RATIO)


def _described(block: Chart, look: Look) -> str:
    from deckmotor.compose.kinds.chart.numbers import numbers_of
    from deckmotor.compose.kinds.chart.words import EVERY, alt_text, said

    return alt_text(numbers_of(block, look.language), said(look), EVERY)


CHART = Kind(
    block=Chart,
    example="title: More people study close to home\nchart: {bars: {2022: 310, 2023: 355, 2024: 420}, highlight: 2024}\n",
    layout="chart",
    role="chart",
    looks=("chart",),
    wide=True,
    draw=_draw,
    want=_want,
    described=_described,
)
