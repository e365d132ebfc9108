"""What stands together on a slide: parts below each other are a stack, stacks side by side a band.

A part is a group of blocks and the slot that it gets, or whose looks it borrows. Boxes come later, with what is measured.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.choose import grouped
from deckmotor.compose.kinds import KINDS, Group
from deckmotor.compose.look import Look, Rows
from deckmotor.compose.place import Place, in_slot
from deckmotor.model.blocks import Block
from deckmotor.model.text import Text
from deckmotor.scene.page import Slot


class Part(Struct, frozen=True):
    """A group and the place that it gets."""

    at: int
    """Which of the slide's groups it is, or is in."""
    key: str
    group: Group
    slot: Slot
    loose: bool
    """Whether the slot is another's, and only lends its looks."""


class Stack(Struct, frozen=True):
    """Parts below each other, and the heading above them."""

    parts: tuple[Part, ...]
    at: int
    """Which of the slide's groups it begins with, or is in."""
    heading: Text | None = None
    above: Place | None = None
    """The place of the heading."""
    column: bool = False
    """Whether it is one of the columns of a block."""
    width: int = 0
    """How wide that is to the others; 0 where they are alike."""


Band = tuple[Stack, ...]
"""Stacks side by side."""


def in_bands(groups: Sequence[Group], rows: Rows, look: Look) -> tuple[Band, ...]:
    """The rows as bands of stacks, each with a slot of the layout as far as there are any."""
    bodies, headings = list(look.layout.of("body")), heading_places(look) or _loose_headings(look)
    last = bodies[-1]
    keys = keys_of(groups)
    bands: list[Band] = []
    for row in rows:
        stacks: list[Stack] = []
        for stack in row:
            if KINDS[type(groups[stack[0]][0])].stacks is not None:
                stacks += columns_of(stack[0], groups[stack[0]], bodies, headings, last)
            else:
                parts = [_part(index, keys[index], groups[index], bodies, last) for index in stack]
                stacks.append(Stack(tuple(parts), stack[0]))
        bands.append(tuple(stacks))
    return tuple(bands)


def _part(at: int, key: str, group: Group, bodies: list[Slot], like: Slot) -> Part:
    """A group with the next slot of those left, or else with a box of its own that looks like one."""
    loose = not bodies
    return Part(at, key, group, like if loose else bodies.pop(0), loose)


def heading_places(look: Look) -> list[Place]:
    """The places that the layout has for the headings of columns."""
    return [in_slot(slot.name, slot) for slot in look.layout.of("heading")]


def _loose_headings(look: Look) -> list[Place]:
    """Places for headings on a layout that has none: boxes of their own that look like those of another one."""
    like = next((slot for layout in look.theme.layouts if (slot := layout.slot("heading")) is not None), None)
    if like is None:
        return []
    names = ("heading", *(f"heading-{number}" for number in range(2, len(look.layout.of("body")) + 1)))
    return [replace(in_slot(name, like), slot=None, native=False) for name in names]


def columns_of(at: int, group: Group, bodies: list[Slot], headings: list[Place], like: Slot) -> Iterator[Stack]:
    """The columns of a block, each with the next slots of those left."""
    columns, widths = KINDS[type(group[0])].stacks, widths_of(group)
    for number, column in enumerate(columns(group[0]) if columns is not None else (), 1):
        slot = bodies.pop(0) if bodies else None
        above = headings.pop(0) if headings else None
        parts = _column_parts(at, column.blocks, f"columns-{number}", slot or like, loose=slot is None)
        yield Stack(tuple(parts), at, column.heading, above, column=True, width=widths[number - 1] if widths else 0)


def widths_of(group: Group) -> tuple[int, ...]:
    """How wide the columns of a group are to each other; empty where they are alike, or it has none."""
    widths = KINDS[type(group[0])].widths
    return widths(group[0]) if widths is not None else ()


def _column_parts(at: int, blocks: tuple[Block, ...], key: str, slot: Slot, *, loose: bool) -> Iterator[Part]:
    """The groups of a column. One placeholder holds one thing: the first text has it, or else the first of all."""
    groups = grouped(blocks)
    texts = [index for index, group in enumerate(groups) if KINDS[type(group[0])].draw is None]
    first = texts[0] if texts else 0
    for index, group in enumerate(groups):
        own = f"{key}-{index + 1}" if len(groups) > 1 else key
        yield Part(at, own, group, slot, loose or index != first)


def keys_of(groups: Sequence[Group]) -> tuple[str, ...]:
    """The keys that a person typed for the first block of each group, counted where one is there again: `text-2`.

    That is so where code stands within a text.
    """
    counts: dict[str, int] = {}
    keys = []
    for group in groups:
        tag = KINDS[type(group[0])].tag
        counts[tag] = counts.get(tag, 0) + 1
        keys.append(tag if counts[tag] == 1 else f"{tag}-{counts[tag]}")
    return tuple(keys)
