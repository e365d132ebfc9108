"""Contact sheets: all pages of a deck on one picture."""

from math import ceil, sqrt

from deckmotor.export.typst.document import prepared
from deckmotor.export.typst.words import block, place
from deckmotor.scene.page import Scene
from deckmotor.units import EMU_PER_INCH

GAP = 16
"""Pixels between pages and around them."""

GROUND = "#767676"
"""A grey on which light and dark pages are seen alike."""


MOST_PIXELS = 20_000_000
"""Of a sheet: typst takes ten bytes of memory for each. Ninety pages have nearly as many at the usual resolution."""


def most_resolution(scene: Scene) -> float:
    """The dots per inch at which a sheet is as large as it may be."""
    return EMU_PER_INCH * sqrt(MOST_PIXELS / (len(scene.pages) * scene.width * scene.height))


def contact_sheet(scene: Scene, resolution: float, *, borrow: bool = False) -> str:
    """The typst document with the pages beside and below each other, about as wide as it is high at so many dots per inch."""
    gap, count = round(GAP / resolution * EMU_PER_INCH), len(scene.pages)
    columns = min(count, max(1, ceil(sqrt(count * scene.height / scene.width))))
    across, down = scene.width + gap, scene.height + gap
    size = columns * across + gap, ceil(count / columns) * down + gap
    drawing = prepared(scene, range(1, count + 1), borrow=borrow, paper=size)
    placed = [
        place(gap + at % columns * across, gap + at // columns * down, drawing.whole(page, number))
        for at, (number, page) in enumerate(scene.numbered)
    ]
    return "\n".join([*drawing.lines(), f'#page(fill: rgb("{GROUND}"), {block(*placed)})', ""])
