"""Numbers as near as can be to where they are wanted, with some at least so far after others: blocks that are merged.

After Dwyer, Marriott and Stuckey, "Fast node overlap removal" (2005), without the splitting of blocks.
"""

from collections.abc import Sequence

from msgspec import Struct


class After(Struct, frozen=True):
    """The second of two numbers is at least `gap` more than the first."""

    first: int
    second: int
    gap: float


class _Block(Struct):
    """Numbers that stand in fixed distances."""

    members: list[int]
    weight: float
    wanted: float
    """The sum of what each would have the block's place be, by weight."""
    place: float


def apart(wanted: Sequence[float], weights: Sequence[float], order: Sequence[int], rules: Sequence[After]) -> list[float]:
    """The numbers. In `order` each stands after all that a rule has it after."""
    before: list[list[tuple[int, float]]] = [[] for _ in wanted]
    for rule in rules:
        before[rule.second].append((rule.first, rule.gap))
    offset = [0.0] * len(wanted)
    blocks = [_Block([at], weight, weight * want, want) for at, (want, weight) in enumerate(zip(wanted, weights, strict=True))]
    for at in order:  # Loops, as most of a flow's time is spent here.
        while True:
            block = blocks[at]
            place, most, meant = block.place, 1e-6, (0, 0, 0.0)
            for member in block.members:
                own = place + offset[member]
                for first, gap in before[member]:
                    other = blocks[first]
                    if other is not block:
                        over = other.place + offset[first] + gap - own
                        if over > most:
                            most, meant = over, (first, member, gap)
            if most <= 1e-6:
                break
            first, member, gap = meant
            head, shift = blocks[first], offset[first] + gap - offset[member]
            for one in block.members:
                offset[one] += shift
                blocks[one] = head
            head.members += block.members
            head.wanted += block.wanted - block.weight * shift
            head.weight += block.weight
            head.place = head.wanted / head.weight
    places = [blocks[at].place + offset[at] for at in range(len(wanted))]
    for at in order:  # What was merged later may have moved; this holds every rule.
        places[at] = max([places[at], *(places[first] + gap for first, gap in before[at])])
    return places
