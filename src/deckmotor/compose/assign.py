"""The things on a slide in the slots of its layout as they are; a list that is alone there is divided over the columns."""

from collections.abc import Sequence

from msgspec.structs import replace

from deckmotor.compose.bands import columns_of, heading_places, keys_of, widths_of
from deckmotor.compose.choose import Choice
from deckmotor.compose.kinds import KINDS, Group, kind_of
from deckmotor.compose.look import Look
from deckmotor.compose.place import for_looks, in_slot
from deckmotor.compose.standing import Standing
from deckmotor.model.blocks import Block
from deckmotor.scene.page import Slot
from deckmotor.span import Span

Left = tuple[str, Span]
"""What has no place, as people call it, and where it is written."""


def assigned(choice: Choice, look: Look) -> tuple[list[Standing], list[Left]]:
    """The groups in the slots of their layout as they are, and what it has no slot for."""
    bodies, headings = list(look.layout.of("body")), heading_places(look)
    if len(choice.groups) == 1 and len(bodies) > 1 and not headings and len(choice.groups[0]) == 1:
        divided = _divided(choice.groups[0][0], bodies, look)
        if divided:
            return divided, []
    standing: list[Standing] = []
    left: list[Left] = []
    keys = keys_of(choice.groups)
    for at, group in enumerate(choice.groups):
        kind = kind_of(group)
        own = _own_slot(group, look, standing)
        if kind.stacks is not None and len(kind.stacks(group[0])) <= len(bodies):
            slots = bodies[: len(kind.stacks(group[0]))]
            left += [("widths", group[0].span)] if widths_of(group) else []
            band = tuple(columns_of(at, group, bodies, headings, slots[-1]))
            missing = (stack.heading for stack in band if stack.heading is not None and stack.above is None)
            left += [("heading", heading.span) for heading in missing][:1]
            from deckmotor.compose.arrange import Arranger  # Few slides have columns.

            standing += Arranger(look).in_columns(band, slots)
        elif kind.stacks is None and (own is not None or bodies):
            slot = own or bodies.pop(0)
            place = in_slot(keys[at], slot) if own else for_looks(keys[at], kind.looks, slot, look.theme)
            if not own and len(choice.groups) == 1:
                place = replace(place, others=tuple(bodies))
            standing.append(Standing(place, at, group))
        else:
            left += called(group)
    return standing, left


def _divided(block: Block, bodies: Sequence[Slot], look: Look) -> list[Standing]:
    """A list that is alone on a layout of several bodies, divided over them evenly. Nothing where it is no list."""
    kind = KINDS[type(block)]
    units = kind.units(block)
    if kind.word != "list" or kind.cut is None or len(units) < 2:
        return []
    each = -(-len(units) // len(bodies))
    standing: list[Standing] = []
    for number, slot in enumerate(bodies):
        mine = units[number * each : (number + 1) * each]
        if mine:
            key = kind.tag if not number else f"{kind.tag}-{number + 1}"
            part = kind.cut(block, mine, number * each)
            standing.append(Standing(for_looks(key, kind.looks, slot, look.theme), 0, (part,)))
    return standing


def _own_slot(group: Group, look: Look, standing: Sequence[Standing]) -> Slot | None:
    """The slot that is made for a group: the first of its role, where there are as many as it takes, and none stands there."""
    kind = kind_of(group)
    slots = look.layout.of(kind.role) if kind.role != "body" else ()
    needed = 1 if kind.count is None else kind.count(group[0])
    taken = any(placed.place.slot is slot for placed in standing for slot in slots)
    return slots[0] if len(slots) >= needed and not taken else None


def called(group: Group) -> list[Left]:
    """What people call the blocks of a group that has no place, and where they are written."""
    left: list[Left] = []
    for block in group:
        stacks = KINDS[type(block)].stacks
        left.append((KINDS[type(block)].tag if stacks is None else f"{len(stacks(block))} columns", block.span))
    return left
