"""A layout for a map, the list of its places, and a few words below that: how they were chosen, for instance."""

from msgspec.structs import replace

from deckmotor.scene.page import Layout
from deckmotor.style import Box
from deckmotor.theme.grid import GUTTER
from deckmotor.theme.layouts import LayoutMaker, block
from deckmotor.theme.points import MARK
from deckmotor.theme.slots import slot
from deckmotor.theme.styles import not_above
from deckmotor.units import inches, points

COLUMNS = ((1, 3), (4, 2), (6, 3))
"""Where the words begin, and how many columns of the grid they take; on a narrow page they have a third each."""

HEIGHT, AIR, BELOW = inches(0.7), points(16), points(5)
"""Two lines of words; the air above their marks; and from a mark to its words."""

LARGEST = 20
"""Size of the words, points, beside a list that is as large or larger: they share their steps."""


def words_below(maker: LayoutMaker) -> Layout:
    """A map at the right, a list at its left, and below that three words or so, each under a mark."""
    like = maker.map(beside=True)
    top = maker.grid.bottom - HEIGHT
    styles = maker.styles.plains(tuple([min(LARGEST, size) for size in not_above(maker.sizes.columns[0], maker.sizes.body)]))
    title, body, drawn = (like.of(role)[0] for role in ("title", "body", "map"))
    boxes = _boxes(maker, replace(body.box, y=top, height=HEIGHT))
    words = [slot("body", box, styles, number=number, look="text") for number, box in enumerate(boxes, 2)]
    body = replace(body, box=replace(body.box, height=top - BELOW - MARK - AIR - body.box.y))
    short = maker.grid.box(1, 1, 0, 0).width
    marks = [replace(box, y=top - BELOW - MARK, width=short, height=MARK) for box in boxes]
    page = maker.page("map-words", "Map with list and words", title, body, *words, drawn, motif=())
    drawing = [block("Mark", box, maker.styles.ink("brand")) for box in marks]
    return replace(page, decoration=(*page.decoration, *drawing))


def _boxes(maker: LayoutMaker, below: Box) -> list[Box]:
    """The places of the words, side by side."""
    if not maker.narrow:
        return [maker.grid.box(first, span, below.y, below.bottom) for first, span in COLUMNS]
    width = (below.width - 2 * GUTTER) // 3
    return [replace(below, x=below.x + at * (width + GUTTER), width=width) for at in range(3)]
