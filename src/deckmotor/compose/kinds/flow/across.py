"""Where what a flow is made of stands across it: as near as can be to the middle of what it is joined to.

Pure geometry. What stands beside each other in a layer keeps its order there, and never overlaps.
"""

from bisect import bisect, bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import ceil, inf, isclose

from deckmotor.compose.kinds.flow.apart import After, apart
from deckmotor.compose.kinds.flow.layers import Plan
from deckmotor.compose.kinds.flow.sizes import Sizes
from deckmotor.compose.kinds.flow.straight import Straight

ROUNDS = 8
"""How often everything is drawn to what it is joined to."""

STRAIGHT = 0.8
"""Arrows that would bend by less than this share of a box's height are made straight, where there is room."""

Room = list[tuple[float, float]]
"""For each strand the first place and the last that it may have, from the middle of all."""


def least_wide(plan: Plan, sizes: Sizes) -> int:
    """How wide all of it is at least, which is found without placing anything."""
    return Across(plan, sizes).least


class Across:
    """The strands of a flow on their way to their places across it."""

    def __init__(self, plan: Plan, sizes: Sizes) -> None:
        self.plan, self.sizes, self.lines = plan, sizes, sizes.lines
        self.rules = self._rules()
        self.halves = [float(max([self.half(at, layer) for layer in one.layers])) for at, one in enumerate(plan.strands)]
        before, after = self._reach(plan.straight[-1], self.rules)
        self.least = ceil(max([one + other for one, other in zip(before, after, strict=True)]))

    def half(self, strand: int, layer: int) -> int:
        """Half of how wide a strand is in a layer."""
        one = self.plan.strands[strand]
        if one.link is None:
            return self.sizes.wide // 2
        label = self.sizes.labels[one.link]
        return label[1] // 2 if label is not None and (one.outside or layer == one.labelled) else 0

    def _rules(self) -> list[After]:
        """What of a layer stands after what, and how far."""
        found = []
        for layer in self.plan.layers:
            inside = self.plan.within(layer)
            halves = [self.half(at, layer) for at in inside]
            for (one, half), (other, more) in pairwise(zip(inside, halves, strict=True)):
                first, second = one < self.plan.boxes, other < self.plan.boxes
                apart_ = self.lines.clear if first or second or half or more else self.lines.track
                found.append(After(one, other, half + more + (self.sizes.row if first and second else apart_)))
        return found

    def places(self) -> list[int]:
        """The middle of each strand across the flow; nothing in a line where two arrows would lie on each other so."""
        made = self._placed(self.plan.straight)
        return self._placed(self.plan.straight[-1:]) if self._is_swapped(made) else made

    def _is_swapped(self, places: Sequence[int]) -> bool:
        """Whether two arrows lead from layer to layer between the same places, crosswise: each would lie on the other."""
        plan, met = self.plan, set[tuple[int, int, int]]()
        for link, via, back in zip(plan.links, plan.passes, plan.back, strict=True):
            if not back:
                begin, end = places[link.begin], places[link.end]
                first, last = bisect(plan.layers, plan.depth(link.begin)), bisect_left(plan.layers, plan.depth(link.end))
                met.add((first, begin, end if via is None else places[via]))
                met.add((last, begin if via is None else places[via], end))
        return any(begin != end and (gap, end, begin) in met for gap, begin, end in met)

    def _placed(self, choices: Sequence[Straight]) -> list[int]:
        plan, near, (straight, rules, room) = self.plan, self._near(), self._straight(choices)
        first, pitch = straight.first, self.sizes.wide + self.sizes.row
        weights, begin = [0.0] * len(first), [0.0] * len(first)
        joined: list[list[int]] = [[] for _ in first]
        for at, (one, strand) in enumerate(zip(first, plan.strands, strict=True)):
            weight = 1.0 if at < plan.boxes else 0.01 if strand.outside else 0.1
            begin[one] = (begin[one] * weights[one] + plan.places[at] * pitch * weight) / (weights[one] + weight)
            weights[one] += weight
            joined[one] += [end for end in near[at] if first[end] != one]

        def settled(wanted: Sequence[float]) -> list[float]:
            made = apart(wanted, weights, straight.order, rules)
            return _within(_around([made[one] for one in first]), room)

        places = settled(begin)
        for _ in range(ROUNDS):
            wanted = [
                sum([places[one] for one in ends]) / len(ends) if ends else own
                for own, ends in zip(places, joined, strict=True)
            ]
            before, places = places, settled(wanted)
            if all(map(isclose, before, places)):
                break
        self._straighten(places, near, first, room)
        least = min(places[at] - self.half(at, layer) for at, one in enumerate(plan.strands) for layer in one.layers)
        return [round(place - least) for place in places]

    def _straight(self, choices: Sequence[Straight]) -> tuple[Straight, list[After], Room | None]:
        """What stands in a line: the best for which there is room, with its rules and where each strand may stand."""
        for straight in choices:
            first = straight.first
            gaps: dict[tuple[int, int], float] = {}
            for rule in self.rules:
                pair = first[rule.first], first[rule.second]
                gaps[pair] = max(gaps.get(pair, 0.0), rule.gap)
            rules = [After(*pair, gap) for pair, gap in gaps.items()]
            before, after = self._reach(straight, rules)
            least = ceil(max([one + other for one, other in zip(before, after, strict=True)]))
            if least <= max(self.sizes.breadth, self.least):
                break
        if self.sizes.breadth == inf:
            return straight, rules, None
        middle = max(self.sizes.breadth, self.least) / 2
        return straight, rules, [(before[one] - middle, middle - after[one]) for one in first]

    def _reach(self, straight: Straight, rules: Sequence[After]) -> tuple[list[float], list[float]]:
        """How much stands before the middle of each way at least, and how much after it."""
        before = list(self.halves)
        for first, half in zip(straight.first, self.halves, strict=True):
            before[first] = max(before[first], half)
        after = list(before)
        numbers = {one: at for at, one in enumerate(straight.order)}
        for rule in sorted(rules, key=lambda rule: numbers[rule.second]):
            before[rule.second] = max(before[rule.second], before[rule.first] + rule.gap)
        for rule in sorted(rules, key=lambda rule: -numbers[rule.first]):
            after[rule.first] = max(after[rule.first], after[rule.second] + rule.gap)
        return before, after

    def _near(self) -> list[list[int]]:
        """What each strand is joined to, those that lead back aside."""
        near: list[list[int]] = [[] for _ in self.plan.strands]
        for link, via in zip(self.plan.links, self.plan.passes, strict=True):
            if via is not None and self.plan.strands[via].outside:
                near[via] += [link.begin, link.end]
                continue
            for one, other in pairwise([link.begin, link.end] if via is None else [link.begin, via, link.end]):
                near[one].append(other)
                near[other].append(one)
        for edge, label in zip(self.plan.edges, self.plan.labels, strict=True):
            if label is not None:
                near[edge.box].append(label)
                near[label].append(edge.box)
        return near

    def _straighten(self, places: list[float], near: list[list[int]], first: Sequence[int], room: Room | None) -> None:
        """Give what nearly stands in a line with the only thing that leads to it, or that it leads to, the same place."""
        most = self.sizes.wide * STRAIGHT
        before: dict[int, list[tuple[int, float]]] = {}
        after: dict[int, list[tuple[int, float]]] = {}
        for rule in self.rules:
            before.setdefault(rule.second, []).append((rule.first, rule.gap))
            after.setdefault(rule.first, []).append((rule.second, rule.gap))
        depths, in_line = [strand.layers[0] for strand in self.plan.strands], Counter(first)
        for at in sorted(range(len(places)), key=lambda at: (at >= self.plan.boxes, depths[at])):
            if self.plan.strands[at].outside or in_line[first[at]] > 1:
                continue
            low, high = (-inf, inf) if room is None else room[at]
            low = max([low, *(places[one] + gap for one, gap in before.get(at, ()))])
            high = min([high, *(places[one] - gap for one, gap in after.get(at, ()))])
            for one in sorted(near[at], key=lambda one: abs(places[one] - places[at])):
                only = at >= self.plan.boxes or self._is_only(at, one, near, depths)
                if only and abs(places[one] - places[at]) <= most and low <= places[one] <= high:
                    places[at] = places[one]
                    break

    def _is_only(self, at: int, other: int, near: list[list[int]], depths: list[int]) -> bool:
        """Whether two strands are each the only one on the side of the other: what forks stays in the middle of its ends."""
        return all(
            sum((depths[one] < depths[own]) == (depths[to] < depths[own]) for one in near[own]) == 1
            for own, to in ((at, other), (other, at))
        )


def _around(places: Sequence[float]) -> list[float]:
    """The same places, from the middle of all."""
    middle = (min(places) + max(places)) / 2
    return [place - middle for place in places]


def _within(places: Sequence[float], room: Room | None) -> list[float]:
    """Places from the middle as near as can be to others that are in their order, each where it may be."""
    if room is None:
        return list(places)
    return [min(max(place, low), high) for place, (low, high) in zip(places, room, strict=True)]
