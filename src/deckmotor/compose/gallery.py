"""Where the pictures of a gallery stand: all ways that keep their order are measured, and the one in which they are largest is
taken.

Pictures stand in rows of equal cells, which photos fill and lose a little for it; in rows of one height, whole; in rows that
each take the full width, where photos lose a little for it; or one is large, or one or two are as high as the page, and the
others stand beside. Captions stand below their pictures, or beside them where that leaves more room.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, combinations, pairwise

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.style import Box
from deckmotor.theme.grid import GUTTER
from deckmotor.units import inches

AIR = inches(0.1)
"""Between a picture and the caption below it."""

ROW_AIR = inches(0.25)
"""Between a caption, or a picture without one, and the row below it."""

MOST_CUT = 0.35
"""The share of a photo that may be cut off without its author's word."""

CUT_COST = 0.4
"""How much of its worth a picture loses that is cut off wholly."""

UNEVEN_COST = 0.9
"""What pictures of unlike size are worth: the first one then seems to matter more."""

RAGGED_COST = 0.85
"""What pictures in rows of unlike length are worth: the page looks unfinished at its right."""

ALIKE = 0.75
"""Rows are alike whose heights differ no more than this."""

UNLIKE = 0.5
"""Beside pictures as high as the page they differ no more than this."""

MOST_ROWS = 3
"""Of pictures that each take the full width."""

NARROWEST = inches(1.6)
"""A caption beside its picture is at least so wide."""

REST = (1 / 2, 1 / 3)
"""The share of the width that is left beside one picture as high as the page, and between two."""

COLUMNS = 12

LARGE = (8, 7, 6)
"""Columns that the one large picture may take."""


class Shape(Struct, frozen=True):
    """What the geometry depends on of a picture."""

    ratio: float
    """Its width over its height."""
    cut: float
    """The share of it that may be cut off: 0 for one that is shown whole."""
    told: bool
    """Whether it has a caption."""


class Cell(Struct, frozen=True):
    """Where a picture and its caption stand."""

    picture: Box
    caption: Box
    """As high as it may become."""

    @property
    def beside(self) -> bool:
        """Whether the caption stands beside the picture, at its foot."""
        return self.caption.x >= self.picture.right


class Way(Struct, frozen=True):
    """A way to place all pictures."""

    cells: tuple[Cell, ...]
    worth: float
    """How large they are: a share of the area, less what is cut off."""


Heights = Callable[[int, int], int]
"""How high the caption of a picture is, by its number, in a width; 0 where it has none."""


def placed(shapes: Sequence[Shape], area: Box, columns: int, heights: Heights) -> tuple[Cell, ...]:
    """The best places in an area that is so many columns wide."""
    ways = (way for way in _ways(shapes, area, columns, heights) if way is not None)
    best = max(ways, key=lambda way: round(way.worth, 6), default=None)
    return best.cells if best is not None else _row(shapes, area)


def _ways(shapes: Sequence[Shape], area: Box, columns: int, heights: Heights) -> Iterator[Way | None]:
    count = len(shapes)
    for across in range(count, 0, -1):
        if across != -(-count // -(-count // across)):
            continue  # With fewer columns there are as many rows.
        yield _justified(shapes, area, across, heights)
        share = columns // across
        for span in range(share, 0, -1):
            yield _cells(shapes, area, (columns, across, span), 0, heights)
        for span in range(share - 1, 0, -1):
            yield _cells(shapes, area, (columns, across, span), share - span, heights)
    for ends in _partings(count):
        rows = [shapes[begin:end] for begin, end in pairwise((0, *ends))]
        narrower = (replace(area, width=_width(area, columns, span)) for span in range(columns, columns // 2, -1))
        yield next((way for one in narrower if (way := _full_rows(rows, one, area, heights)) is not None), None)
    if count in (3, 4, 5) and columns == COLUMNS:
        for span in LARGE:
            yield _one_large(shapes, area, span, heights)
    if count > 3:
        for first, last in ((True, False), (False, True), (True, True)):
            others = count - first - last
            yield from (_high(shapes, area, first, last, ends, heights) for ends in _partings(others) if len(ends) > 1)


def _width(area: Box, columns: int, span: int) -> int:
    """The width of some of an area's columns."""
    column = (area.width - (columns - 1) * GUTTER) / columns
    return round(span * column + (span - 1) * GUTTER)


def _cells(shapes: Sequence[Shape], area: Box, grid: tuple[int, int, int], beside: int, heights: Heights) -> Way | None:
    """Equal cells, filled. `grid`: columns, pictures a row, columns a picture; `beside`: columns of a caption beside it."""
    columns, across, span = grid
    width, each = _width(area, columns, span), columns // across
    words = _width(area, columns, beside) if beside else width
    told = max(heights(at, words) for at in range(len(shapes)))
    if beside and (not told or words < NARROWEST):
        return None
    below = told + AIR if told and not beside else 0
    rows = -(-len(shapes) // across)
    room = (area.height - (rows - 1) * ROW_AIR) // rows - below
    height = _filled_height(shapes, width, room)
    if height is None or (beside and told > height):
        return None
    pitch = _width(area, columns, each) if beside else width
    cells = []
    for at in range(len(shapes)):
        x = area.x + (pitch + GUTTER) * (at % across)
        y = area.y + (height + below + ROW_AIR) * (at // across)
        picture = Box(x, y, width, height)
        if beside:
            cells.append(Cell(picture, Box(picture.right + GUTTER, y, words, height)))
        else:
            cells.append(Cell(picture, Box(x, picture.bottom + AIR, width, told)))
    return _way(shapes, cells, area)


def _filled_height(shapes: Sequence[Shape], width: int, room: int) -> int | None:
    """The largest height of cells of a width that all pictures may fill; None where there is none."""
    highest = min([room, *(round(width / (shape.ratio * (1 - shape.cut))) for shape in shapes)])
    widest = min(shape.ratio / (1 - shape.cut) for shape in shapes)
    return highest if highest > 0 and width / highest <= widest * 1.01 else None


def _justified(shapes: Sequence[Shape], area: Box, across: int, heights: Heights) -> Way | None:
    """Whole pictures, all of one height, each as wide as it is."""
    rows = [shapes[at : at + across] for at in range(0, len(shapes), across)]
    room = (area.height - (len(rows) - 1) * ROW_AIR) // len(rows)
    widest = min((area.width - (len(row) - 1) * GUTTER) / sum(shape.ratio for shape in row) for row in rows)
    height, below = min(int(widest), room), 0
    for _ in range(2):  # Captions are as wide as their pictures, which are as high as captions let them be.
        told = max(heights(at, max(1, round(height * shape.ratio))) for at, shape in enumerate(shapes))
        below = told + AIR if told else 0
        height = min(height, room - below)
    if height <= 0:
        return None
    cells = []
    for number, row in enumerate(rows):
        x, y = area.x, area.y + number * (height + below + ROW_AIR)
        for shape in row:
            picture = Box(x, y, max(1, int(height * shape.ratio)), height)
            cells.append(Cell(picture, Box(x, picture.bottom + AIR, picture.width, max(below - AIR, 0))))
            x = picture.right + GUTTER
    ends = {cells[min(end, len(shapes)) - 1].picture.right for end in range(across, len(shapes) + across, across)}
    return _way(shapes, cells, area, 1.0 if max(ends) - min(ends) < GUTTER else RAGGED_COST)


def _partings(count: int) -> Iterator[tuple[int, ...]]:
    """The ends of the rows that pictures may stand in, in order."""
    for rows in range(1, min(MOST_ROWS, count) + 1):
        for inner in combinations(range(1, count), rows - 1):
            yield (*inner, count)


def _full_rows(rows: Sequence[Sequence[Shape]], block: Box, area: Box, heights: Heights) -> Way | None:
    """Rows that each take a block's width; photos are cut a little so that together they take its height, drawings never."""
    begins = list(accumulate([len(row) for row in rows], initial=0))
    told = [0] * len(rows)
    for _ in range(3):  # Captions are as wide as their pictures, which are as high as captions let them be.
        room = block.height - (len(rows) - 1) * ROW_AIR - sum(high + AIR for high in told if high)
        high = _heights_of_rows(rows, block.width, room)
        if high is None:
            return None
        widths = [_widths_in(row, one, block.width) for row, one in zip(rows, high, strict=True)]
        needed = [
            max(heights(begin + at, width) for at, width in enumerate(row)) for begin, row in zip(begins, widths, strict=False)
        ]
        if all(need <= kept for need, kept in zip(needed, told, strict=True)):
            break
        told = list(map(max, needed, told))
    else:
        return None
    cells, y = [], block.y
    for row, height, below in zip(widths, high, told, strict=True):
        x = block.x
        for width in row:
            picture = Box(x, y, width, height)
            cells.append(Cell(picture, Box(x, picture.bottom + AIR, width, below)))
            x += width + GUTTER
        y += height + (below + AIR if below else 0) + ROW_AIR
    alike = min(high) >= ALIKE * max(high)
    return _way([shape for row in rows for shape in row], cells, area, 1.0 if alike else UNEVEN_COST)


def _heights_of_rows(rows: Sequence[Sequence[Shape]], width: int, room: int) -> list[int] | None:
    """How high each row is: together as high as there is room, as far as cutting allows; None where that is too high."""
    bounds = [[_height_of_row(row, width, share) for share in (1 / _kept(row), 1.0, _kept(row))] for row in rows]
    least, whole, most = (sum(heights) for heights in zip(*bounds, strict=True))
    if least > room or min(map(min, bounds)) < 1:
        return None
    if whole <= room:
        share = min(1.0, (room - whole) / (most - whole)) if most > whole else 0.0
        return [int(natural + share * (high - natural)) for _, natural, high in bounds]
    share = (whole - room) / (whole - least)
    return [int(natural - share * (natural - low)) for low, natural, _ in bounds]


def _kept(row: Sequence[Shape]) -> float:
    """The share of its photos that a row keeps at least."""
    return 1 - min([MOST_CUT, *(shape.cut for shape in row if shape.cut)])


def _height_of_row(row: Sequence[Shape], width: int, share: float) -> float:
    """How high a row is that takes a width, its photos made so many times wider."""
    ratios = sum(shape.ratio * (share if shape.cut else 1.0) for shape in row)
    return (width - (len(row) - 1) * GUTTER) / ratios


def _widths_in(row: Sequence[Shape], height: int, width: int) -> list[int]:
    """The widths of a row's pictures at a height: drawings have theirs, photos share the rest."""
    room = width - (len(row) - 1) * GUTTER
    fixed = sum(height * shape.ratio for shape in row if not shape.cut)
    photos = sum(shape.ratio for shape in row if shape.cut)
    each = (room - fixed) / photos if photos else 0.0
    return [max(1, int(shape.ratio * (each if shape.cut else height))) for shape in row]


def _one_large(shapes: Sequence[Shape], area: Box, span: int, heights: Heights) -> Way | None:
    """The first large, the others beside it."""
    first, others = shapes[0], shapes[1:]
    across = 1 if len(others) < 4 else 2
    width, right = _width(area, COLUMNS, span), area.x + _width(area, COLUMNS, span) + GUTTER
    rest = Box(right, area.y, area.right - right, area.height)
    small = _width(rest, across, 1)
    told = max(heights(at, small if at else width) for at in range(len(shapes)))
    below = told + AIR if told else 0
    rows = -(-len(others) // across)
    room = (area.height - (rows - 1) * ROW_AIR) // rows - below
    height = _filled_height(others, small, room)
    if height is None:
        return None
    foot = rows * (height + below) + (rows - 1) * ROW_AIR - below
    if _filled_height((first,), width, foot) != foot:
        return None
    cells = [Cell(Box(area.x, area.y, width, foot), Box(area.x, area.y + foot + AIR, width, told))]
    for at in range(len(others)):
        picture = Box(
            rest.x + (small + GUTTER) * (at % across), rest.y + (height + below + ROW_AIR) * (at // across), small, height
        )
        cells.append(Cell(picture, Box(picture.x, picture.bottom + AIR, small, told)))
    return _way(shapes, cells, area, UNEVEN_COST)


def _high(shapes: Sequence[Shape], area: Box, first: bool, last: bool, ends: tuple[int, ...], heights: Heights) -> Way | None:
    """The first, the last or both as high as the page, the others in rows beside them."""
    left = _as_high(shapes[0], area, lambda width: heights(0, width)) if first else None
    right = _as_high(shapes[-1], area, lambda width: heights(len(shapes) - 1, width)) if last else None
    tall = [box for box in (left, right) if box is not None]
    rest = replace(area, width=area.width - sum(box.width + GUTTER for box in tall))
    rest = replace(rest, x=area.x + (0 if left is None else left.width + GUTTER))
    if any(box.height <= 0 for box in tall) or rest.width < area.width * REST[len(tall) - 1]:
        return None
    begin = int(first)
    others = shapes[begin : len(shapes) - int(last)]
    rows = [others[one:end] for one, end in pairwise((0, *ends))]
    way = _full_rows(rows, rest, rest, lambda number, wide: heights(number + begin, wide))
    if way is None:
        return None
    high = [cell.picture.height for cell in way.cells]
    if min(high) < UNLIKE * max(high):
        return None
    foot = max(cell.picture.bottom for cell in way.cells)
    cells = list(way.cells)
    if left is not None:
        cells.insert(0, _told_below(left, area))
    if right is not None:
        cells.append(_told_below(replace(right, x=rest.right + GUTTER), area))
    level = all(abs(foot - box.bottom) < AIR for box in tall)
    alike = 1.0 if min(high) >= ALIKE * max(high) else UNEVEN_COST
    return _way(shapes, cells, area, alike * (UNEVEN_COST if level else UNEVEN_COST * RAGGED_COST))


def _as_high(shape: Shape, area: Box, height: Callable[[int], int]) -> Box:
    """A whole picture as high as an area, less its caption, at the area's left; not a point high where it has no room."""
    box = Box(area.x, area.y, int(area.height * shape.ratio), area.height)
    for _ in range(3):  # A caption is as wide as its picture, which is as high as the caption lets it be.
        told = height(max(1, box.width))
        high = area.height - (told + AIR if told else 0)
        box = Box(area.x, area.y, int(high * shape.ratio), high)
    return box if box.width else replace(box, height=0)


def _told_below(picture: Box, area: Box) -> Cell:
    """A picture with its caption in what is left below it."""
    return Cell(picture, Box(picture.x, picture.bottom + AIR, picture.width, max(0, area.bottom - picture.bottom - AIR)))


def _way(shapes: Sequence[Shape], cells: Sequence[Cell], area: Box, worth: float = 1.0) -> Way:
    shown = 0.0
    for shape, cell in zip(shapes, cells, strict=True):
        box = cell.picture
        ratio = box.width / box.height
        lost = 1 - min(ratio, shape.ratio) / max(ratio, shape.ratio)
        shown += box.width * box.height * (1 - CUT_COST * lost)
    return Way(tuple(cells), worth * shown / (area.width * area.height))


def _row(shapes: Sequence[Shape], area: Box) -> tuple[Cell, ...]:
    """Where there is no room for anything else: a row of small ones, told as too full by their captions."""
    width = _width(area, len(shapes), 1)
    height = max(1, min(area.height, round(min(width / shape.ratio for shape in shapes))))
    boxes = [
        Box(area.x + (width + GUTTER) * at, area.y, max(1, round(height * one.ratio)), height) for at, one in enumerate(shapes)
    ]
    return tuple(Cell(box, Box(box.x, box.bottom + AIR, width, 0)) for box in boxes)
