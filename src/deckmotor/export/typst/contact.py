"""Contact sheets: all pages of a deck on one picture."""

from collections.abc import Iterator
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

MOST_PAGES = 200
"""Drawn at a time: typst keeps a quarter of a megabyte of each beside its pixels."""


def most_resolution(scene: Scene) -> float:
    """The dots per inch at which a sheet is as large as it may be."""
    return EMU_PER_INCH * sqrt(MOST_PIXELS / (len(scene.pages) * scene.width * scene.height))


def contact_sheet(scene: Scene, resolution: float, *, borrow: bool = False) -> Iterator[str]:
    """The typst documents with the pages beside and below each other, about as wide as it is high at so many dots per inch.

    Each is a band of whole rows; one after the other below each other they are the sheet.
    """
    gap, count = round(GAP / resolution * EMU_PER_INCH), len(scene.pages)
    columns = min(count, max(1, ceil(sqrt(count * scene.height / scene.width))))
    across, down = scene.width + gap, scene.height + gap
    each = count if count <= MOST_PAGES else max(1, MOST_PAGES // columns) * columns
    for first in range(0, count, each):
        pages = scene.numbered[first : first + each]
        rows, last = ceil(len(pages) / columns), first + each >= count
        size = columns * across + gap, rows * down + (gap if last else 0)
        drawing = prepared(scene, range(first + 1, first + len(pages) + 1), borrow=borrow, paper=size)
        placed = [
            place(gap + at % columns * across, gap + at // columns * down, drawing.whole(page, number))
            for at, (number, page) in enumerate(pages)
        ]
        yield "\n".join([*drawing.lines(), f'#page(fill: rgb("{GROUND}"), {block(*placed)})', ""])
