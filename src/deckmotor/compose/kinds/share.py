"""A share of a whole as a bar: in parts that can be counted where there are few, else in two."""

from deckmotor.color import Color, contrast, relit
from deckmotor.compose.kinds.chart.words import said
from deckmotor.compose.look import Look
from deckmotor.model.figures import Figure
from deckmotor.model.numbers import number
from deckmotor.scene.page import GroupItem, ShapeItem
from deckmotor.style import Box
from deckmotor.units import points

MOST = 20
"""Parts that can be counted."""

GAP = points(3)
"""Between two of them."""


def share(figure: Figure, box: Box, name: str, look: Look) -> GroupItem:
    """The bar, read as one: `4 of 6`."""
    whole = figure.of or 1.0
    part = number(figure.value.plain) or 0.0
    brand = look.theme.looks["fact"][0][0].text.color
    paper = look.layout.background
    rest = relit(paper, 84) if contrast(paper.rgb, "000000") > contrast(paper.rgb, "FFFFFF") else relit(paper, 100, 16)
    counted = whole <= MOST and whole == int(whole) and part == int(part)
    count = int(whole) if counted else 1
    pieces = []
    width = (box.width - GAP * (count - 1)) / count
    for at in range(count):
        x = round(box.x + at * (width + GAP))
        color = brand if counted and at < part else rest
        pieces.append(_piece(Box(x, box.y, round(width), box.height), f"{name}-{at + 1}", color))
    if not counted and part:
        pieces.append(_piece(Box(box.x, box.y, max(1, round(box.width * part / whole)), box.height), f"{name}-2", brand))
    counted_of = f"{figure.value.plain} {said(look).of} {whole:g}"
    return GroupItem(name=name, box=box, items=tuple(pieces), alt=counted_of)


def _piece(box: Box, name: str, color: Color) -> ShapeItem:
    return ShapeItem(name=name, box=box, outline="rect", fill=color)
