"""Matrices: four or nine cells as panels, read row by row, and arrows at the edges that say what grows there."""

from collections.abc import Iterator, Sequence
from math import isqrt

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.captions import spare_room
from deckmotor.compose.kinds.along import coloured, lit_words, set_well, sized
from deckmotor.compose.kinds.chart.colours import quiet, token
from deckmotor.compose.kinds.kind import Kind, Levels, Want
from deckmotor.compose.kinds.panels import LEAST, Sheet, air_for, first_step, is_lit, scale, shape, sheet
from deckmotor.compose.look import Look, Taken, link_to, paragraph
from deckmotor.compose.padding import padded, paddings
from deckmotor.compose.place import Place
from deckmotor.compose.text import text_item
from deckmotor.messages import problem
from deckmotor.model.panels import Axis, Matrix, MatrixCell
from deckmotor.model.text import Text
from deckmotor.scene.page import ConnectorItem, End, Item, ShapeItem, TextItem
from deckmotor.style import Align, Anchor, Box, Line, ParagraphStyle
from deckmotor.units import points

GAP = points(8)
"""Between two cells."""

LINE, AIR = points(2), points(10)
"""Thickness of an arrow, and what is between it and what stands beside it."""

LABEL = 0.85
"""Size of what stands at the edges over that of the cells' points; never below the smallest that can be read."""

LARGEST = points(22)

BOLD = 1.1
"""How much wider bold letters are."""

STRIP = 0.2
"""Share of the width that the names of rows take at most."""


class Edges(Struct, frozen=True):
    """The room that the axes take: above the cells, to their left, below them; and its style."""

    top: int
    left: int
    bottom: int
    below: int
    """Lines of text below the arrow to the right."""
    style: ParagraphStyle


def _draw(block: Matrix, place: Place, look: Look) -> tuple[Item, ...]:
    box = replace(place.box, height=place.box.height + spare_room(None, place, look))
    levels = scale(look)
    share = f"matrix-{isqrt(len(block.items))}"
    first = min(first_step(share, place, look), len(levels) - 1)
    for step, padding in padded(range(first, len(levels) if look.shrinks else first + 1), [own[1].text.size for own in levels]):
        edges = _edges(block, levels[step], box, look)
        sheets = None if edges is None else _sheets(block, levels[step], padding, _cell(block, _inner(box, edges)), look)
        if edges is not None and sheets is not None:
            look.taken[place.key] = Taken(share, step)
            inner = _inner(box, edges)
            cells = _cells(block, sheets, inner, place, look)
            return (*_axes(block, edges, inner, box, place, look), *cells)
    look.over.add(place.key)
    look.problems.append(problem("panels-crowded", block.span, what="matrix"))
    return ()


# Cells


def _rows(block: Matrix) -> list[list[tuple[MatrixCell, bool]]]:
    side = isqrt(len(block.items))
    cells = [(cell, is_lit(cell, block.highlight)) for cell in block.items]
    return [cells[at : at + side] for at in range(0, len(cells), side)]


def _inner(box: Box, edges: Edges) -> Box:
    """What the axes leave for the cells."""
    return Box(
        box.x + edges.left, box.y + edges.top, box.width - edges.left, box.height - edges.top - edges.bottom
    )  # fmt: skip


def _cell(block: Matrix, inner: Box) -> Box:
    """The first cell: all are of its size."""
    side = isqrt(len(block.items))
    width, height = ((length - (side - 1) * GAP) // side for length in (inner.width, inner.height))
    return Box(inner.x, inner.y, width, height)


def _sheets(block: Matrix, levels: Levels, padding: float, cell: Box, look: Look) -> list[Sheet] | None:
    """The rows at a size, with so much padding; None where one has no room."""
    made = []
    for row in _rows(block):
        one = sheet(row, levels, cell.width, look, padding)
        if one is None or one.height > cell.height:
            return None
        made.append(one)
    air = min(air_for(one, (cell.height - one.height) // 2, levels) for one in made)
    return [sheet(row, levels, cell.width, look, padding, air) or one for row, one in zip(_rows(block), made, strict=True)]


def _cells(block: Matrix, sheets: Sequence[Sheet], inner: Box, place: Place, look: Look) -> Iterator[ShapeItem]:
    cell, number = _cell(block, inner), 0
    for row, (cells, made) in enumerate(zip(_rows(block), sheets, strict=True)):
        for column, ((one, lighted), parts) in enumerate(zip(cells, made.parts, strict=True)):
            number += 1
            name = f"{look.page}/{place.key}" if number == 1 else f"{look.page}/{place.key}-{number}"
            box = replace(cell, x=cell.x + column * (cell.width + GAP), y=cell.y + row * (cell.height + GAP))
            said = _said(block, one, (row, column), lighted, look)
            yield replace(shape(name, box, parts, lighted, made.edges, look), alt=said, link=link_to(one.link))


def _said(block: Matrix, cell: MatrixCell, at: tuple[int, int], lighted: bool, look: Look) -> str | None:
    """Where a cell lies, and that it is lit: what those who can't see it are told before its text."""
    side = isqrt(len(block.items))
    row, column = at
    parts = [_on(block.y, side - 1 - row, side), _on(block.x, column, side)]
    told = ", ".join(part for part in parts if part)
    light = lit_words(cell.title.plain, look) if lighted and cell.title is not None else ""
    return ". ".join(part for part in (told, light) if part) or None


def _on(axis: Axis | None, step: int, count: int) -> str:
    """A place on an axis: `Effect: high`, or `Effect: 2/2` where its steps have no names."""
    if axis is None:
        return ""
    where = axis.steps[step].plain if axis.steps else f"{step + 1}/{count}"
    return where if axis.label is None else f"{axis.label.plain}: {where}"


# Axes


def _edges(block: Matrix, levels: Levels, box: Box, look: Look) -> Edges | None:
    """The room that the axes take at a size; None where a name of a row is too wide."""
    size = max(points(LEAST), min(LARGEST, levels[1].text.size * LABEL))
    style = replace(coloured(sized(levels[2], size, before=0), token("muted", look)), line_spacing=100)
    x, y = block.x, block.y
    high = round(style.text.size * 1.2)
    top = high + AIR // 2 if y is not None and y.label is not None else 0
    left = 0
    if y is not None:
        widest = _widest(y.steps, style, round(box.width * STRIP), look)
        if widest is None:
            return None
        left = LINE + AIR + (widest + AIR if widest else 0)
    rows = 0 if x is None else _rows_below(x, style, (box.width - left) // isqrt(len(block.items)), look)
    return Edges(top, left, AIR + LINE + high * rows + AIR // 2 if rows else 0, rows, style)


def _rows_below(x: Axis, style: ParagraphStyle, column: int, look: Look) -> int:
    """How many lines there are below the arrow to the right: its label stands beside the last step where it has room."""
    if x.label is None or not x.steps:
        return 1
    label, last = (_widest([text], style, column, look) or column for text in (x.label, x.steps[-1]))
    return 1 if label * BOLD + AIR + last / 2 <= column / 2 else 2


def _widest(texts: Sequence[Text], style: ParagraphStyle, most: int, look: Look) -> int | None:
    """The width of the widest of some names, each on its lines; None where a word is cut."""
    widest = 0
    for text in texts:
        item, whole = set_well([paragraph(text, style, look)], Box(0, 0, most, 0), look)
        if not whole:
            return None
        widest = max([widest, *(line.width for part in item.paragraphs for line in part.lines)])
    return widest + points(2) if widest else 0


def _axes(block: Matrix, edges: Edges, inner: Box, box: Box, place: Place, look: Look) -> Iterator[Item]:
    """The upward arrow with its names, then the one to the right."""
    side, cell = isqrt(len(block.items)), _cell(block, inner)
    name, high = place.key, round(edges.style.text.size * 1.2)
    if block.y is not None:
        x = inner.x - AIR
        if block.y.label is not None:
            own = Box(box.x, box.y, inner.right - box.x, high)
            yield _text(block.y.label, f"{name}-y", own, edges.style, look, bold=True)
        for at, text in enumerate(reversed(block.y.steps)):
            own = Box(box.x, cell.y + at * (cell.height + GAP), x - AIR - box.x, cell.height)
            yield _text(text, f"{name}-y-{side - at}", own, edges.style, look, "right", "middle")
        yield _arrow(f"{look.page}/{name}-y-arrow", (x, inner.bottom), (x, inner.y), look)
    if block.x is not None:
        y = inner.bottom + AIR
        for at, text in enumerate(block.x.steps):
            own = Box(inner.x + at * (cell.width + GAP), y + AIR // 2, cell.width, high)
            yield _text(text, f"{name}-x-{at + 1}", own, edges.style, look, "center")
        if block.x.label is not None:
            own = Box(inner.x, y + AIR // 2 + high * (edges.below - 1), inner.width, high)
            yield _text(block.x.label, f"{name}-x", own, edges.style, look, "right", bold=True)
        yield _arrow(f"{look.page}/{name}-x-arrow", (inner.x, y), (inner.right, y), look)


def _text(
    text: Text, key: str, box: Box, style: ParagraphStyle, look: Look, align: Align = "left", anchor: Anchor = "top",
    *, bold: bool = False,
) -> TextItem:  # fmt: skip
    """A name at an edge."""
    own = replace(coloured(style, style.text.color, bold=bold), align=align)
    place = Place(key=key, box=box, slot=None, scale=((own,),), share="matrix-axis", native=False, anchor=anchor)
    return text_item(place, lambda levels: [paragraph(text, levels[0], look)], look, text.span, (text,))


def _arrow(name: str, begin: tuple[int, int], end: tuple[int, int], look: Look) -> ConnectorItem:
    line = Line(color=quiet(look)[0], width=LINE)
    return ConnectorItem(name=name, begin=End(x=begin[0], y=begin[1]), end=End(x=end[0], y=end[1], arrow=True), line=line)


def _want(block: Matrix, place: Place, step: int, look: Look) -> Want:
    levels = scale(look)
    step = min(step + 1, len(levels) - 1)
    edges = _edges(block, levels[step], place.box, look)
    if edges is None:
        return Want(height=place.box.height, width=place.box.width, broken=True)
    cell = _cell(block, _inner(place.box, edges))
    tried = paddings(levels[step][1].text.size)
    found = [[sheet(row, levels[step], cell.width, look, padding) for row in _rows(block)] for padding in tried]
    whole = [[one.height for one in rows if one is not None] for rows in found if None not in rows]
    if not whole:
        return Want(height=place.box.height, width=place.box.width, broken=True)
    highs = [edges.top + edges.bottom + len(rows) * (max(rows) + GAP) - GAP for rows in whole]
    return Want(height=highs[0], width=place.box.width, padding=max(0, highs[0] - highs[-1]))


MATRIX = Kind(
    block=Matrix,
    example=(
        "title: What to do first\nmatrix:\n  Do now: [Evening courses]\n  Plan: [A new house]\n  Perhaps: [New chairs]\n"
        "  Leave: [A second website]\n  x: Effort\n  y: Effect\n  highlight: Do now\n"
    ),
    layout="chart",
    role="chart",
    looks=("chart",),
    draw=_draw,
    want=_want,
    begins=ShapeItem,
    stretch=1.3,
)
