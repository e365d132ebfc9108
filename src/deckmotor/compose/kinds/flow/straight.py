"""Which ways through a flow stand straight: where a box leads on to several, the one with the longest way on from there.

Counted, as layers are: nothing has a size. What is joined to two that are as long stays in their middle.
"""

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise

from msgspec import Struct

LONG = 4
"""Ways of fewer boxes are not seen as one: what forks there stands better in the middle of its ends."""


class Straight(Struct, frozen=True):
    """What of a flow stands in a line."""

    first: tuple[int, ...]
    """For each strand the first of its way: those with the same stand in a line."""
    order: tuple[int, ...]
    """The first of all ways: those of a layer stand in this order in it."""


def straight(
    ways: Sequence[tuple[int, int]], boxes: int, order: Sequence[int], layers: Sequence[Sequence[int]]
) -> tuple[Straight, ...]:
    """All ways that can stand straight together; then the longest alone; then none, which takes the least room."""
    rules = [rule for layer in layers for rule in pairwise(layer)]
    none = Straight(tuple(range(len(order))), tuple(order))
    found = [none]
    for way in sorted(_longest(ways, boxes, len(order)), key=len, reverse=True):
        first = list(found[-1].first)
        for at in way:
            first[at] = way[0]
        sorted_ = _sorted(first, order, rules)
        if sorted_ is not None:
            found.append(Straight(tuple(first), sorted_))
    return tuple([found[at] for at in sorted({len(found) - 1, min(1, len(found) - 1), 0}, reverse=True)])


def _longest(ways: Sequence[tuple[int, int]], boxes: int, count: int) -> Iterator[list[int]]:
    """Ways of strands that each lead on to the next before all others, and are led to from the one before so."""
    after, before = _joined(ways, count), _joined([(end, begin) for begin, end in ways], count)
    on, back = _most(after, boxes), _most(before, boxes)
    nexts = {at: end for at, end in on.items() if back.get(end) == at}
    for start in sorted(nexts.keys() - nexts.values()):
        way = [start]
        while way[-1] in nexts:
            way.append(nexts[way[-1]])
        if sum(at < boxes for at in way) >= LONG or all(len(after[at]) == 1 for at in way[:-1]):
            yield way


def _joined(ways: Sequence[tuple[int, int]], count: int) -> list[list[int]]:
    joined: list[list[int]] = [[] for _ in range(count)]
    for begin, end in dict.fromkeys(ways):
        joined[begin].append(end)
    return joined


def _most(after: Sequence[Sequence[int]], boxes: int) -> dict[int, int]:
    """For each strand the one that it leads on to with more boxes to come than from any other."""
    long: dict[int, int] = {}

    def length(at: int) -> int:
        if at not in long:
            long[at] = (at < boxes) + max([length(one) for one in after[at]], default=0)
        return long[at]

    found = {}
    for at, ends in enumerate(after):
        ranked = sorted(ends, key=length, reverse=True)
        if len(ranked) == 1 or (ranked and length(ranked[0]) > length(ranked[1])):
            found[at] = ranked[0]
    return found


def _sorted(first: Sequence[int], order: Sequence[int], rules: Sequence[tuple[int, int]]) -> tuple[int, ...] | None:
    """The first of all ways, each after those that have a strand before one of its; None where two are before each other."""
    numbers = {strand: at for at, strand in enumerate(order)}
    after: dict[int, list[int]] = {one: [] for one in first}
    waits = dict.fromkeys(after, 0)
    for one, other in rules:
        after[first[one]].append(first[other])
        waits[first[other]] += 1
    free = [numbers[one] for one, count in waits.items() if not count]
    heapify(free)
    found: list[int] = []
    while free:
        found.append(order[heappop(free)])
        for other in after[found[-1]]:
            waits[other] -= 1
            if not waits[other]:
                heappush(free, numbers[other])
    return tuple(found) if len(found) == len(waits) else None
