"""Columns: two to four stacks of other blocks. How they stand is `arrange`'s."""

from deckmotor.compose.kinds.kind import Kind
from deckmotor.model.blocks import Column, Columns, Paragraphs

WORDS, LONGEST_WORD = 3, 24
"""How many columns of words a layout has places for, and letters of one: two lines of a quarter of a page."""


def _stacks(block: Columns) -> tuple[Column, ...]:
    return block.items


def _brief(block: Columns) -> bool:
    return len(block.items) == WORDS and all(map(_is_word, block.items))


def _is_word(column: Column) -> bool:
    texts = column.blocks[0].paragraphs if len(column.blocks) == 1 and isinstance(column.blocks[0], Paragraphs) else ()
    return column.heading is None and len(texts) == 1 and len(texts[0].plain) <= LONGEST_WORD


COLUMNS = Kind(
    block=Columns,
    example="title: Now\ncolumns:\n  - {heading: Before, bullets: [Scattered]}\n  - {heading: After, bullets: [Together]}\n",
    stacks=_stacks,
    widths=lambda block: block.widths,
    brief=_brief,
)
