"""Columns: two to four stacks of other blocks. How they stand is `arrange`'s."""

from deckmotor.compose.kinds.kind import Kind
from deckmotor.model.blocks import Column, Columns


def _stacks(block: Columns) -> tuple[Column, ...]:
    return block.items


COLUMNS = Kind(
    block=Columns,
    example="title: Now\ncolumns:\n  - {heading: Before, bullets: [Scattered]}\n  - {heading: After, bullets: [Together]}\n",
    stacks=_stacks,
)
