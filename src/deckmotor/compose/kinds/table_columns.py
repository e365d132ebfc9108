"""The columns of a table: how they are aligned by what they hold, and how wide they are."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter

from deckmotor.compose.look import Look
from deckmotor.compose.together import UNITS, glued
from deckmotor.model.tables import Table
from deckmotor.model.text import Cell as TableCell
from deckmotor.model.text import Text
from deckmotor.scene.page import Paragraph, Run
from deckmotor.style import Align
from deckmotor.typeset.breaks import may_be_elsewhere
from deckmotor.units import points

FREE = 1.006
"""How much wider than its longest word a column is, beside one point: what `Fonts.room` leaves free at most."""

COMFORT = 1.15
"""Columns are wider than their longest cell by this factor where there is room: a table needs air between its columns."""

NEAR = 1.25
"""The same for the times of an agenda, which take no more: what happens then stands near them."""


@cache
def _number() -> re.Pattern[str]:
    """What a column of numbers holds: figures, with a unit or without, and dashes for none. Made when first needed."""
    units = "|".join(map(re.escape, UNITS.split()))
    sign, money = "[-+−±~≈<>≤≥×]", r"[$£€¥]|[A-Z]{3}(?=[ \d])|kr"
    amount, scale = r"\d[\d\s.,:–-]*(?:/\d+)?", r"[×x]|[kKMGT](?!\w)|[kKMGT](?=[$£€])|bn|mn"
    return re.compile(rf"\(?{sign}?\s?(?:{money})?\s?[-+−]?{amount}\+?(?:{scale})?\s?(?:{units}|[A-Z]{{3}})?\)?|[-–—]")


def is_merged(block: Table) -> bool:
    """Whether cells of it go over several columns or rows."""
    return any(type(cell) is TableCell for row in block.rows for cell in row.cells)


def column_aligns(block: Table) -> tuple[Align, ...]:
    """How columns are aligned: as written, or by what they hold."""
    return (*block.align, *_aligns(block)[len(block.align) :])


def _aligns(block: Table) -> list[Align]:
    """How columns are aligned that nobody aligned: numbers to the right, so that their digits stand under each other.

    The first column says what its rows are, and so do numbers there (years): they begin at the table's edge.
    """
    body, said = block.rows[block.head :], _alone if is_merged(block) else _plain
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


def column_widths(
    block: Table, rows: list[list[Paragraph]], insets: Sequence[tuple[int, int]], room: int, look: Look
) -> tuple[tuple[int, ...], bool]:
    """Column widths in EMU, as written or from the content; and whether a word is wider than its column.

    `insets` are those left and right of the cells of each column.
    """
    # One point more than measured, so that rounding in another program never breaks a word that fits here.
    sides = [(left, right + points(1)) for left, right in insets]
    words = _needed(block, rows, sides, lambda cell: _longest_word(cell, look))
    if block.widths:
        written = _exact([room * share / sum(block.widths) for share in block.widths], room)
        return written, any(width < word for width, word in zip(written, words, strict=True))
    longest = _needed(block, rows, sides, lambda cell: _on_one_line(cell, look) * COMFORT)
    if sum(longest) <= room:
        own = min(longest[0] * NEAR, room / len(longest)) if getattr(block, "timed", False) else 0.0
        wider = (room - own) / (sum(longest) - (longest[0] if own else 0.0))
        return _exact([own or longest[0] * wider, *(width * wider for width in longest[1:])], room), False
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
    if is_merged(block):
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
            width += _unbroken(word, run, look)
            longest = max(longest, width)
    return longest * FREE


def _unbroken(word: str, run: Run, look: Look) -> int:
    """The width of what stands between two spaces; of a script without any, of as much as a column has to hold."""
    width = look.fonts.width(word, run.style)
    if word.isascii() or not any(map(may_be_elsewhere, word)):
        return width
    from deckmotor.typeset.scripts import LEAST_WORD, holds_unspaced  # Such text is rare.

    return min(width, LEAST_WORD * run.style.size) if holds_unspaced(word) else width


def _exact(widths: list[float], total: int) -> tuple[int, ...]:
    """Whole EMU that add up to the total."""
    whole = [int(width) for width in widths]
    whole[-1] += total - sum(whole)
    return tuple(whole)
