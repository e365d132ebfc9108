"""Tables: column widths from the content, row heights from the measured lines."""

from math import ceil
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.captions import caption, caption_room, spare_room
from deckmotor.compose.kinds.kind import Kind, Said, Want
from deckmotor.compose.kinds.table_columns import column_aligns, column_widths, is_merged
from deckmotor.compose.look import Look, Taken, paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import well_broken, with_lines
from deckmotor.messages import problem
from deckmotor.model.tables import Rows, Table
from deckmotor.model.text import Cell as TableCell
from deckmotor.model.walk import parts_of
from deckmotor.scene.page import Cell, Item, Paragraph, TableItem
from deckmotor.style import Align, Line, ParagraphStyle
from deckmotor.typeset.flow import LINE_PERCENT, Flow
from deckmotor.units import to_points

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
    if is_merged(block):
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
    if not touches and column_aligns(whole)[last] == "right":
        touches = last in lit.columns or any(column == last for _, column in lit.cells)
    return look.theme.table.insets.left if touches else 0


def _report(block: Table, laid: Laid, over: int, key: str, look: Look) -> None:
    if over > 0:
        look.over.add(key)
        look.problems.append(problem("overflow", block.span, what="the table", over=ceil(to_points(over))))
    for written, row in zip(block.rows, laid.cells, strict=True):
        for text, (_, measured) in zip(written.cells, row, strict=True):
            from deckmotor.compose.wide import tell_wide

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
    aligns = column_aligns(whole)
    rows = _paragraphs(block, aligns, *((looks.header, looks.cell), *looks.smaller)[step], look)
    widths, narrow = _shared_widths(whole, aligns, step, room, look) or column_widths(
        block, rows, _sides(block, look), room, look
    )
    sides = _sides(whole, look)
    if is_merged(block):
        from deckmotor.compose.kinds import merged  # Few tables have such cells.

        inner = merged.inner_widths(block, widths, sides)
        cells = [[_broken(*one, look) for one in zip(*row, strict=True)] for row in zip(rows, inner, strict=True)]
        return Laid(widths, merged.heights(block, cells, 2 * looks.paddings[-1]), cells, narrow)
    free = [width - left - right for width, (left, right) in zip(widths, sides, strict=True)]
    cells = [[_broken(cell, width, look) for cell, width in zip(row, free, strict=True)] for row in rows]
    return Laid(widths, tuple(max(measured.height for _, measured in row) for row in cells), cells, narrow)


def _spread(block: Table) -> Table:
    """A table with a cell for every column in every row, as a file has them."""
    if not is_merged(block):
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
        look.whole.widths[key] = column_widths(
            whole, _paragraphs(whole, aligns, header, cell, look), _sides(whole, look), room, look
        )
    return look.whole.widths[key]


def _paragraphs(
    block: Table, aligns: tuple[Align, ...], header: ParagraphStyle, cell: ParagraphStyle, look: Look
) -> list[list[Paragraph]]:
    rows = []
    lit, head, merged = _lit(block), block.head, is_merged(block)
    led: bool | None = getattr(block, "led", None)  # Of agendas alone: whether their last column has names.
    for number, row in enumerate(block.rows):
        style = header if number < head else cell
        styles = [replace(style, align=align) for align in aligns]
        if (block.header or block.header_column) and len(styles) > 1:
            styles[0] = replace(styles[0], text=replace(styles[0].text, bold=True))  # What the row is about.
        if led is not None:
            from deckmotor.compose.kinds.timed import timed  # Few tables are agendas.

            styles = timed(styles, block, look)
        if merged and number >= head:
            from deckmotor.compose.kinds.merged import heading

            styles[0] = heading(row, styles[0], look)
        if block.total is not None and number == len(block.rows) - 1:
            styles = [replace(one, text=replace(one.text, bold=True)) for one in styles]
        for column, one in enumerate(styles):
            if merged and isinstance(said := row.cells[column], TableCell) and said.columns > 1:
                from deckmotor.compose.kinds.merged import aligned

                styles[column] = one = replace(one, align=aligned(aligns[column : column + said.columns]))
            if lit.names(number, column, head):
                styles[column] = replace(one, text=replace(one.text, color=look.theme.highlight, bold=True))
        rows.append([paragraph(cell, style, look) for cell, style in zip(row.cells, styles, strict=False)])
        if led:
            rows[-1][-1] = replace(rows[-1][-1], is_name=True)
    return rows


def _sides(block: Table, look: Look) -> list[tuple[int, int]]:
    """The insets left and right of the cells of each column."""
    insets, outer = look.theme.table.insets, _outer(block, look)
    last = len(block.rows[0].cells) - 1
    return [(insets.left if column else outer, insets.right if column < last else outer) for column in range(last + 1)]


def _broken(cell: Paragraph, width: int, look: Look) -> tuple[Paragraph, Flow]:
    """A cell's text with good line breaks, and how it flows, in the width that it has for its text."""
    (broken,), measured = well_broken((cell,), width, look)
    percent = look.fonts.row_percent(cell.text, cell.style.text)
    if percent > LINE_PERCENT:
        measured = replace(measured, height=measured.height * percent // LINE_PERCENT)
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
    if not is_merged(block):
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
