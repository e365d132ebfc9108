"""Tables: column widths from the content, row heights from the measured lines."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from math import ceil
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.breaks import UNITS, glued
from deckmotor.compose.captions import caption, caption_room, spare_room
from deckmotor.compose.kinds.kind import Kind, Said, Want
from deckmotor.compose.look import Look, Taken, paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import well_broken, with_lines
from deckmotor.compose.wide import tell_wide
from deckmotor.messages import problem
from deckmotor.model.blocks import Rows, Table
from deckmotor.model.text import Cell as TableCell
from deckmotor.model.text import Text
from deckmotor.model.walk import parts_of
from deckmotor.scene.page import Cell, Item, Paragraph, TableItem
from deckmotor.style import Align, Line, ParagraphStyle
from deckmotor.typeset.flow import Flow
from deckmotor.units import points, to_points


@cache
def _number() -> re.Pattern[str]:
    """What a column of numbers holds: figures, with a unit or without, and dashes for none. Made when first needed."""
    units = "|".join(map(re.escape, UNITS.split()))
    sign, money = "[-+−±~≈<>≤≥×]", r"[$£€¥]|[A-Z]{3}(?=[ \d])|kr"
    amount, scale = r"\d[\d\s.,:–-]*(?:/\d+)?", r"[×x]|[kKMGT](?!\w)|[kKMGT](?=[$£€])|bn|mn"
    return re.compile(rf"\(?{sign}?\s?(?:{money})?\s?[-+−]?{amount}\+?(?:{scale})?\s?(?:{units}|[A-Z]{{3}})?\)?|[-–—]")


FREE = 1.006
"""How much wider than its longest word a column is, beside one point: what `Fonts.room` leaves free at most."""

COMFORT = 1.15
"""Columns are wider than their longest cell by this factor where there is room: a table needs air between its columns."""


MOST_ROW, LOOSER = 0.17, 1.6
"""How high rows become that share a place's height: a share of the page's in a table's own layout, of their own elsewhere."""


class Laid(Struct, frozen=True):
    """A table at one step. Lengths are EMU."""

    widths: tuple[int, ...]
    heights: tuple[int, ...]
    """Of the text of its rows."""
    cells: list[list[tuple[Paragraph, Flow]]]
    narrow: bool
    """Whether a word is wider than its column."""

    def high(self, padding: int) -> int:
        """How high it is with so much above and below the text of each row."""
        return sum(self.heights) + 2 * padding * len(self.heights)


class Lit(Struct, frozen=True):
    """What is highlighted."""

    columns: frozenset[int]
    rows: frozenset[int]
    cells: frozenset[tuple[int, int]]

    def ground(self, row: int, column: int) -> bool:
        """Whether a cell lies on a ground of its own."""
        return column in self.columns or row in self.rows or (row, column) in self.cells

    def names(self, row: int, column: int, head: int) -> bool:
        """Whether a cell is the name of what is highlighted, in a table with so many rows of a header."""
        return (row < head and column in self.columns) or (column == 0 and row in self.rows)


def _draw(block: Table, place: Place, look: Look) -> tuple[Item, ...]:
    """The table in its place, and its caption in the layout's slot for it or below."""
    block = _spread(block)
    room = place.box.height - caption_room(block.caption, place.box, look) + spare_room(block.caption, place, look)
    looks = look.theme.table
    lit = _lit(block)
    outer = _outer(block, look)
    wide = replace(place.box, x=place.box.x - outer, width=place.box.width + 2 * outer)
    first = min(look.floors.get("table", 0), len(looks.smaller))
    for step in range(first, len(looks.smaller) + 1 if look.shrinks else first + 1):
        laid = _laid(block, wide.width, step, look)
        padding = next((one for one in looks.paddings if laid.high(one) <= room), looks.paddings[-1])
        if laid.high(padding) <= room and not laid.narrow:
            break
    look.taken[place.key] = Taken("table", step)
    if place.slot is not None:
        look.filled.add(place.slot.name)
    _report(block, laid, laid.high(padding) - room, place.key, look)
    heights = _shared_heights(block, [height + 2 * padding for height in laid.heights], room, place, look)
    box = replace(wide, width=sum(laid.widths), height=sum(heights))
    item = TableItem(
        name=f"{look.page}/{place.key}",
        box=box,
        slot=None if place.slot is None else place.slot.name,
        moved=place.slot is not None,  # A table's frame is as high as its rows, which no layout can know.
        widths=laid.widths,
        heights=heights,
        rows=(),
        header=block.head,
        header_column=block.header_column,
        insets=replace(looks.insets, top=padding, bottom=padding),
        outer=outer,
        needs=laid.high(padding),
        rule=Line(color=looks.rule, width=looks.rule_width),
        header_rule=looks.header_rule,
        step=step,
    )
    shown = replace(box, x=place.box.x)
    rows = _cells(laid.cells, item, lit, look)
    if _is_merged(block):
        from deckmotor.compose.kinds import merged

        rows = merged.placed(block, laid.cells, rows, item)
    return (replace(item, rows=rows), *caption(block.caption, place.key, shown, place.box, look))


def _shared_heights(block: Table, heights: list[int], room: int, place: Place, look: Look) -> tuple[int, ...]:
    """The heights of rows that share what is left of a room, the lowest first; a header stays as it is."""
    head, body = heights[: block.head], heights[block.head :]
    if look.whole is not None or not body:
        return tuple(heights)  # All parts of a table have rows of one height.
    own = place.slot is not None and place.slot.role == "table"
    most = round(look.theme.height * MOST_ROW) if own else round(min(body) * LOOSER)
    even = 0
    left, count = room - sum(head), len(body)
    for height in sorted(body, reverse=True):
        if height <= left / count:
            even = left // count
            break
        left, count = left - height, count - 1
    even = min(even, most)
    return (*head, *(max(height, even) for height in body))


# What is highlighted


def _lit(block: Table) -> Lit:
    """What the table's own `highlight:` names; and the column or row whose name the slide's picks out as a whole."""
    columns: set[int] = set()
    rows: set[int] = set()
    cells: set[tuple[int, int]] = set()
    head = block.head
    for at, row in enumerate(block.rows):
        for column, cell in enumerate(row.cells):
            named = cell.plain == block.highlight
            whole = named or (bool(cell.runs) and all(run.lit for run in cell.runs))
            if at < head and whole:
                columns.update(range(column, column + (cell.columns if isinstance(cell, TableCell) else 1)))
            elif column == 0 and whole and len(row.cells) > 1:
                rows.update(range(at, at + (cell.rows if isinstance(cell, TableCell) else 1)))
            elif named:
                cells.add((at, column))
    return Lit(frozenset(columns), frozenset(rows), frozenset(cells))


def _outer(block: Table, look: Look) -> int:
    """The inset at a table's edges: none, as text stands on the grid; but where it would touch the edge of a lit ground."""
    whole = _whole(block, look)
    lit, last = _lit(whole), len(whole.rows[0].cells) - 1
    touches = bool(lit.rows) or 0 in lit.columns or any(column == 0 for _, column in lit.cells)
    if not touches and _all_aligns(whole)[last] == "right":
        touches = last in lit.columns or any(column == last for _, column in lit.cells)
    return look.theme.table.insets.left if touches else 0


def _report(block: Table, laid: Laid, over: int, key: str, look: Look) -> None:
    if over > 0:
        look.over.add(key)
        look.problems.append(problem("overflow", block.span, what="the table", over=ceil(to_points(over))))
    for written, row in zip(block.rows, laid.cells, strict=True):
        for text, (_, measured) in zip(written.cells, row, strict=True):
            tell_wide(measured.broken_words, (text,), text.span, look)


def _want(block: Table, place: Place, step: int, look: Look) -> Want:
    block = _spread(block)
    laid = _laid(block, place.box.width, min(step, len(look.theme.table.smaller)), look)
    lines = (len(flowed.paragraphs[0]) for row in laid.cells for _, flowed in row)
    height = laid.high(look.theme.table.paddings[0]) + caption_room(block.caption, place.box, look)
    return Want(height=height, width=sum(laid.widths), wraps=max(lines) - 1, broken=laid.narrow)


def _laid(block: Table, room: int, step: int, look: Look) -> Laid:
    """The table in a width, at a step."""
    looks = look.theme.table
    whole = _whole(block, look)
    aligns = _all_aligns(whole)
    rows = _paragraphs(block, aligns, *((looks.header, looks.cell), *looks.smaller)[step], look)
    widths, narrow = _shared_widths(whole, aligns, step, room, look) or _widths(block, rows, room, look)
    sides = _sides(whole, look)
    if _is_merged(block):
        from deckmotor.compose.kinds import merged  # Few tables have such cells.

        inner = merged.inner_widths(block, widths, sides)
        cells = [[_broken(*one, look) for one in zip(*row, strict=True)] for row in zip(rows, inner, strict=True)]
        return Laid(widths, merged.heights(block, cells, 2 * looks.paddings[-1]), cells, narrow)
    free = [width - left - right for width, (left, right) in zip(widths, sides, strict=True)]
    cells = [[_broken(cell, width, look) for cell, width in zip(row, free, strict=True)] for row in rows]
    return Laid(widths, tuple(max(measured.height for _, measured in row) for row in cells), cells, narrow)


def _is_merged(block: Table) -> bool:
    """Whether cells of it go over several columns or rows."""
    return any(type(cell) is TableCell for row in block.rows for cell in row.cells)


def _spread(block: Table) -> Table:
    """A table with a cell for every column in every row, as a file has them."""
    if not _is_merged(block):
        return block
    from deckmotor.model.cells import spread

    return replace(block, rows=spread(block.rows)[0])


def _whole(block: Table, look: Look) -> Table:
    """The table, or the one that it is a part of."""
    if look.whole is None:
        return block
    among = (whole for whole in parts_of(look.whole.slide) if isinstance(whole, Table))
    return next((_spread(whole) for whole in among if whole.span == block.span), block)


def _shared_widths(
    whole: Table, aligns: tuple[Align, ...], step: int, room: int, look: Look
) -> tuple[tuple[int, ...], bool] | None:
    """The column widths that all parts of a split table share: those of the whole. None where it is not split."""
    if look.whole is None:
        return None
    key = (whole.span, step, room)
    if key not in look.whole.widths:
        looks = look.theme.table
        header, cell = ((looks.header, looks.cell), *looks.smaller)[step]
        look.whole.widths[key] = _widths(whole, _paragraphs(whole, aligns, header, cell, look), room, look)
    return look.whole.widths[key]


def _paragraphs(
    block: Table, aligns: tuple[Align, ...], header: ParagraphStyle, cell: ParagraphStyle, look: Look
) -> list[list[Paragraph]]:
    rows = []
    lit, head, merged = _lit(block), block.head, _is_merged(block)
    for number, row in enumerate(block.rows):
        style = header if number < head else cell
        styles = [replace(style, align=align) for align in aligns]
        if (block.header or block.header_column) and len(styles) > 1:
            styles[0] = replace(styles[0], text=replace(styles[0].text, bold=True))  # What the row is about.
        if block.total is not None and number == len(block.rows) - 1:
            styles = [replace(one, text=replace(one.text, bold=True)) for one in styles]
        for column, one in enumerate(styles):
            if merged and isinstance(said := row.cells[column], TableCell) and said.columns > 1:
                from deckmotor.compose.kinds.merged import aligned

                styles[column] = one = replace(one, align=aligned(aligns[column : column + said.columns]))
            if lit.names(number, column, head):
                styles[column] = replace(one, text=replace(one.text, color=look.theme.highlight, bold=True))
        rows.append([paragraph(cell, style, look) for cell, style in zip(row.cells, styles, strict=False)])
    return rows


def _all_aligns(block: Table) -> tuple[Align, ...]:
    """How columns are aligned: as written, or by what they hold."""
    return (*block.align, *_aligns(block)[len(block.align) :])


def _aligns(block: Table) -> list[Align]:
    """How columns are aligned that nobody aligned: numbers to the right, so that their digits stand under each other.

    The first column says what its rows are, and so do numbers there (years): they begin at the table's edge.
    """
    body, said = block.rows[block.head :], _alone if _is_merged(block) else _plain
    columns = zip(*(row.cells for row in body), strict=False)
    found: list[Align] = ["right" if _holds_numbers([said(cell).strip() for cell in column]) else "left" for column in columns]
    if (block.header or block.header_column) and len(found) > 1:
        found[0] = "left"
    return found or ["left"] * len(block.rows[0].cells)


_plain = attrgetter("plain")


def _alone(cell: Text) -> str:
    """What a cell says of its column: nothing, where it goes over several."""
    return "" if isinstance(cell, TableCell) and cell.columns > 1 else cell.plain


def _holds_numbers(column: list[str]) -> bool:
    """Whether a column has numbers and nothing else: empty cells and dashes stand for none."""
    said = [cell for cell in column if cell]
    return any(any(map(str.isdigit, cell)) for cell in said) and all(_number().fullmatch(cell) for cell in said)


def _widths(block: Table, rows: list[list[Paragraph]], room: int, look: Look) -> tuple[tuple[int, ...], bool]:
    """Column widths in EMU, as written or from the content; and whether a word is wider than its column."""
    # One point more than measured, so that rounding in another program never breaks a word that fits here.
    sides = [(left, right + points(1)) for left, right in _sides(block, look)]
    words = _needed(block, rows, sides, lambda cell: _longest_word(cell, look))
    if block.widths:
        written = _exact([room * share / sum(block.widths) for share in block.widths], room)
        return written, any(width < word for width, word in zip(written, words, strict=True))
    longest = _needed(block, rows, sides, lambda cell: _on_one_line(cell, look) * COMFORT)
    if sum(longest) <= room:
        return _exact([width * room / sum(longest) for width in longest], room), False
    spare = room - sum(words)
    if spare <= 0:
        return _exact(_capped(words, room), room), True
    wishes = [max(0.0, full - word) for full, word in zip(longest, words, strict=True)]
    shared = [word + spare * wish / (sum(wishes) or 1) for word, wish in zip(words, wishes, strict=True)]
    return _exact(shared, room), False


def _needed(
    block: Table, rows: list[list[Paragraph]], sides: Sequence[tuple[int, int]], width: Callable[[Paragraph], float]
) -> list[float]:
    """What each column needs for the widths of its cells."""
    if _is_merged(block):
        from deckmotor.compose.kinds import merged

        return merged.needed(block, rows, sides, width)
    columns = zip(zip(*rows, strict=True), sides, strict=True)
    return [max(map(width, column)) + left + right for column, (left, right) in columns]


def _capped(words: list[float], room: int) -> list[float]:
    """What columns get whose words have no room beside each other: the widest give way first, all to the same width."""
    rest, left = float(room), len(words)
    cap = rest / left
    for word in sorted(words):
        if word > rest / left:
            cap = rest / left
            break
        rest, left = rest - word, left - 1
    return [min(word, cap) for word in words]


def _on_one_line(cell: Paragraph, look: Look) -> int:
    return sum(look.fonts.width(run.text, run.style) for run in cell.runs)


def _longest_word(cell: Paragraph, look: Look) -> float:
    """Width of the longest word, which may be of several runs, and what must be left free beside it."""
    longest = width = 0
    for run in cell.runs:
        for number, word in enumerate(glued(run.text.replace("\n", " "), run.language).split(" ")):
            if number:
                width = 0
            width += look.fonts.width(word, run.style)
            longest = max(longest, width)
    return longest * FREE


def _exact(widths: list[float], total: int) -> tuple[int, ...]:
    """Whole EMU that add up to the total."""
    whole = [int(width) for width in widths]
    whole[-1] += total - sum(whole)
    return tuple(whole)


def _sides(block: Table, look: Look) -> list[tuple[int, int]]:
    """The insets left and right of the cells of each column."""
    insets, outer = look.theme.table.insets, _outer(block, look)
    last = len(block.rows[0].cells) - 1
    return [(insets.left if column else outer, insets.right if column < last else outer) for column in range(last + 1)]


def _broken(cell: Paragraph, width: int, look: Look) -> tuple[Paragraph, Flow]:
    """A cell's text with good line breaks, and how it flows, in the width that it has for its text."""
    (broken,), measured = well_broken((cell,), width, look)
    return broken, measured


def _cells(rows: list[list[tuple[Paragraph, Flow]]], item: TableItem, lit: Lit, look: Look) -> tuple[tuple[Cell, ...], ...]:
    """The cells with their lines in page coordinates, text in the middle of its row's height."""
    placed = []
    y = item.box.y
    for number, (row, height) in enumerate(zip(rows, item.heights, strict=True)):
        x = item.box.x
        cells = []
        for column, ((cell, measured), width) in enumerate(zip(row, item.widths, strict=True)):
            top = y + (height - measured.height) // 2
            fill = look.theme.table.lit if lit.ground(number, column) else None
            cells.append(Cell(paragraphs=with_lines((cell,), measured, x + item.margins(column).left, top), fill=fill))
            x += width
        placed.append(tuple(cells))
        y += height
    return tuple(placed)


def _rows(block: Table) -> tuple[Said, ...]:
    body = block.rows[block.head :]
    if not _is_merged(block):
        return body
    from deckmotor.compose.kinds import merged

    return tuple(merged.together(body))


def _cut(block: Table, said: tuple[Any, ...], before: int) -> Table:
    total = block.total if said and said[-1] is block.rows[-1] else None
    rows = [row for one in said for row in (one.rows if isinstance(one, Rows) else (one,))]
    return replace(block, rows=(*block.rows[: block.head], *rows), total=total)


TABLE = Kind(
    block=Table,
    example="title: A table\ntable:\n  - [Place, People]\n  - [North, 120]\n  - [South, 95]\n",
    layout="table",
    role="table",
    wide=True,
    draw=_draw,
    want=_want,
    units=_rows,
    cut=_cut,
)
