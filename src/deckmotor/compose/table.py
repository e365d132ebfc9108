"""Tables: column widths from the content, row heights from the measured lines."""

from msgspec.structs import replace

from deckmotor.compose.look import ROUNDING, Look, measure, paragraph, text_item, with_lines
from deckmotor.messages import problem
from deckmotor.model.blocks import Table
from deckmotor.model.text import Text
from deckmotor.scene.page import Cell, Item, Paragraph, Slot, TableItem
from deckmotor.style import Box, Line
from deckmotor.units import points, to_points

COMFORT = 1.15
"""Columns are wider than their longest cell by this factor where there is room: a table needs air between its columns."""


def table(block: Table, key: str, slot: Slot, look: Look, box: Box | None = None) -> tuple[Item, ...]:
    """The table in its slot, and its caption where the layout has a place for one."""
    place = slot.box if box is None else box
    rows = _paragraphs(block, look)
    widths = _widths(block, rows, place.width, look)
    heights = tuple(max(_height(cell, width, look) for cell, width in zip(row, widths, strict=True)) for row in rows)
    over = sum(heights) - place.height
    if over > ROUNDING:
        look.problems.append(problem("overflow", block.span, what="the table", over=round(to_points(over))))
    item = TableItem(
        name=f"{look.page}/{key}",
        box=Box(place.x, place.y, sum(widths), sum(heights)),
        slot=slot.name,
        moved=True,  # A table's frame is as high as its rows, which no layout can know.
        widths=widths,
        heights=heights,
        rows=_cells(rows, widths, heights, place, look),
        header=block.header,
        insets=look.theme.table.insets,
        rule=Line(color=look.theme.table.rule, width=look.theme.table.rule_width),
    )
    return (item, *_caption(block.caption, key, look))


def _caption(caption: Text | None, key: str, look: Look) -> tuple[Item, ...]:
    if caption is None:
        return ()
    slot = look.layout.slot("caption")
    if slot is None:
        look.problems.append(problem("no-place", caption.span, layout=look.layout.name, what="a caption"))
        return ()
    return (text_item(f"{key}-caption", slot, (paragraph(caption, slot.levels[0], look),), look, caption.span),)


def _paragraphs(block: Table, look: Look) -> list[list[Paragraph]]:
    looks = look.theme.table
    rows = []
    for number, row in enumerate(block.rows):
        style = looks.header if block.header and number == 0 else looks.cell
        aligns = (*block.align, *("left",) * len(row.cells))
        rows.append(
            [paragraph(cell, replace(style, align=align), look) for cell, align in zip(row.cells, aligns, strict=False)]
        )
    return rows


def _widths(block: Table, rows: list[list[Paragraph]], room: int, look: Look) -> tuple[int, ...]:
    """Column widths in EMU: as written, or from the content."""
    if block.widths:
        shares: list[float] = list(block.widths)
        return _exact([room * share / sum(shares) for share in shares], room)
    insets = look.theme.table.insets.left + look.theme.table.insets.right
    # One point more than measured, so that rounding in another program never breaks a word that fits here.
    longest = [
        max(_on_one_line(cell, look) for cell in column) * COMFORT + insets + points(1) for column in zip(*rows, strict=True)
    ]
    if sum(longest) <= room:
        wanted = max(sum(longest), room * 0.6)
        return _exact([width * wanted / sum(longest) for width in longest], round(wanted))
    words = [max(_longest_word(cell, look) for cell in column) + insets + points(1) for column in zip(*rows, strict=True)]
    spare = room - sum(words)
    if spare <= 0:
        return _exact([width * room / sum(words) for width in words], room)
    wishes = [max(0.0, full - word) for full, word in zip(longest, words, strict=True)]
    return _exact([word + spare * wish / (sum(wishes) or 1) for word, wish in zip(words, wishes, strict=True)], room)


def _on_one_line(cell: Paragraph, look: Look) -> int:
    return sum(look.fonts.width(run.text, run.style) for run in cell.runs)


def _longest_word(cell: Paragraph, look: Look) -> int:
    return max(
        (look.fonts.width(word, run.style) for run in cell.runs for word in run.text.split()),
        default=0,
    )


def _exact(widths: list[float], total: int) -> tuple[int, ...]:
    """Whole EMU that add up to the total."""
    whole = [int(width) for width in widths]
    whole[-1] += total - sum(whole)
    return tuple(whole)


def _height(cell: Paragraph, width: int, look: Look) -> int:
    insets = look.theme.table.insets
    return measure((cell,), width - insets.left - insets.right, look).height + insets.top + insets.bottom


def _cells(
    rows: list[list[Paragraph]], widths: tuple[int, ...], heights: tuple[int, ...], place: Box, look: Look
) -> tuple[tuple[Cell, ...], ...]:
    """The cells with their lines in page coordinates, text in the middle of its row's height."""
    insets = look.theme.table.insets
    placed = []
    y = place.y
    for row, height in zip(rows, heights, strict=True):
        x = place.x
        cells = []
        for cell, width in zip(row, widths, strict=True):
            measured = measure((cell,), width - insets.left - insets.right, look)
            top = y + insets.top + (height - insets.top - insets.bottom - measured.height) // 2
            cells.append(Cell(paragraphs=with_lines((cell,), measured, x + insets.left, top)))
            x += width
        placed.append(tuple(cells))
        y += height
    return tuple(placed)
