"""Which layer each box of a flow stands in, and in which order: after Sugiyama, Tagawa and Toda (1981).

Arrows that lead back are found first; then each box stands a layer after those that lead to it, and barycentres order layers.
What passes a layer is a strand as well as a box is: an arrow has one for all layers that it passes, so that it runs straight
there, and arrows from one box past the same layers have one together. Between two layers there is another for labels. All is
counted, nothing has a size.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from deckmotor.compose.kinds.flow.straight import Straight, straight

SWEEPS = 8
"""How often barycentres are taken, from both sides in turn; then neighbours are exchanged where less lines cross so."""


class Link(Struct, frozen=True):
    """An arrow between two boxes, by their numbers."""

    begin: int
    end: int
    labelled: bool = False


class Strand(Struct, frozen=True):
    """A box in its layer, or an arrow in those that it passes. Layers of boxes are even, those of labels odd."""

    layers: tuple[int, ...]
    link: int | None = None
    """The arrow that it is; None of a box."""
    labelled: int | None = None
    """The layer in which its label stands; None without one, or of one that stands anywhere."""
    outside: bool = False
    """Whether it leads back, after all others of its layers."""


class Edge(Struct, frozen=True):
    """Where an arrow leaves a row of a folded flow, or comes in from another: below that row, or above it."""

    box: int
    leads: bool
    """Whether it leads out."""
    below: bool
    labelled: bool = False
    """Whether its label stands in this row."""


class Plan(Struct, frozen=True):
    """What stands where, counted."""

    links: tuple[Link, ...]
    strands: tuple[Strand, ...]
    """First the boxes, then arrows that pass something."""
    passes: tuple[int | None, ...]
    """For each arrow its strand; None where it passes nothing."""
    back: tuple[bool, ...]
    """For each arrow whether it leads back."""
    layers: tuple[int, ...]
    """All layers that there are."""
    order: tuple[int, ...]
    """All strands: those of a layer stand in this order in it."""
    places: tuple[float, ...]
    """About where each stands, in boxes."""
    boxes: int
    straight: tuple[Straight, ...]
    """What may stand in a line: first what is best, last what takes the least room."""
    edges: tuple[Edge, ...] = ()
    labels: tuple[int | None, ...] = ()
    """For each edge the strand of its label. Their labels are numbered after those of arrows."""

    def within(self, layer: int) -> list[int]:
        """The strands of a layer, in order."""
        return [at for at in self.order if layer in self.strands[at].layers]

    def depth(self, box: int) -> int:
        """The layer of a box."""
        return self.strands[box].layers[0]

    def beside(self) -> list[list[int]]:
        """The boxes of each layer that has any."""
        found: dict[int, list[int]] = {}
        for box in range(self.boxes):
            found.setdefault(self.depth(box), []).append(box)
        return list(found.values())


def planned(boxes: int, links: Sequence[Link], most: int = 0) -> Plan:
    """Boxes with numbers below `boxes` in layers, at most so many in one (0: all that are as far from the beginning).

    No arrow leads from a box to itself.
    """
    return arranged(links, *layered(boxes, links, most))


def layered(boxes: int, links: Sequence[Link], most: int = 0) -> tuple[list[bool], list[int]]:
    """Which of the arrows lead back, and the layer of each box by its number."""
    back = _back(boxes, links)
    on = [Link(link.end, link.begin) if turned else link for link, turned in zip(links, back, strict=True)]
    depths = _depths(boxes, on)
    return back, _spread(depths, on, most) if most else depths


def arranged(links: Sequence[Link], back: Sequence[bool], depths: Sequence[int], edges: Sequence[Edge] = ()) -> Plan:
    """The same of boxes whose layers are known, each by its number."""
    boxes = len(depths)
    odd = {2 * depths[link.begin] + 1 for link, turned in zip(links, back, strict=True) if link.labelled and not turned}
    odd |= {2 * depths[edge.box] + 1 for edge in edges if edge.labelled}
    layers = sorted({2 * depth for depth in depths} | odd)
    strands = [Strand((2 * depth,)) for depth in depths]
    passes: list[int | None] = []
    shared: dict[tuple[int, tuple[int, ...]], int] = {}
    for at, (link, turned) in enumerate(zip(links, back, strict=True)):
        first, last = sorted((2 * depths[link.begin], 2 * depths[link.end]))
        passed = tuple([layer for layer in layers if first <= layer <= last and (turned or first < layer < last)])
        labelled = first + 1 if link.labelled and not turned else None
        known = None if turned or labelled else shared.setdefault((link.begin, passed), len(strands))
        passes.append(known if passed and known is not None else len(strands) if passed else None)
        if passed and passes[-1] == len(strands):
            strands.append(Strand(passed, at, labelled, turned))
    labels: list[int | None] = []
    for at, edge in enumerate(edges, len(links)):
        labels.append(len(strands) if edge.labelled else None)
        if edge.labelled:
            after = 2 * depths[edge.box] + 1
            strands.append(Strand((after,), at, after))
    ways = _ways(links, passes, strands) + [
        (edge.box, via) for edge, via in zip(edges, labels, strict=True) if via is not None
    ]  # fmt: skip
    order = _Ordering(boxes, ways, strands, layers)
    places = order.best()
    found = order.sorted(places)
    inside = [[at for at in found if layer in strands[at].layers] for layer in layers]
    return Plan(
        tuple(links), tuple(strands), tuple(passes), tuple(back), tuple(layers), found, tuple(places), boxes,
        straight(ways, boxes, found, inside), tuple(edges), tuple(labels),
    )  # fmt: skip


def _ways(links: Sequence[Link], passes: Sequence[int | None], strands: Sequence[Strand]) -> list[tuple[int, int]]:
    """What leads on to what, strand by strand; not what leads back."""
    found: list[tuple[int, int]] = []
    for link, via in zip(links, passes, strict=True):
        if via is None or not strands[via].outside:
            found += pairwise([link.begin, link.end] if via is None else [link.begin, via, link.end])
    return found


def _back(boxes: int, links: Sequence[Link]) -> list[bool]:
    """Which arrows lead back to where one has come from, starting where nothing leads to, else with the first box."""
    after: list[list[int]] = [[] for _ in range(boxes)]
    for at, link in enumerate(links):
        after[link.begin].append(at)
    led = {link.end for link in links}
    state = [0] * boxes
    back = [False] * len(links)
    for start in sorted(range(boxes), key=lambda box: box in led):
        path = [(start, iter(after[start]))] if not state[start] else []
        state[start] = max(state[start], 1)
        while path:
            box, rest = path[-1]
            at = next(rest, -1)
            if at < 0:
                state[box] = 2
                path.pop()
                continue
            end = links[at].end
            back[at] = state[end] == 1
            if not state[end]:
                state[end] = 1
                path.append((end, iter(after[end])))
    return back


def _depths(boxes: int, links: Sequence[Link]) -> list[int]:
    """For each box the longest way to it; those that lead to more than leads to them stand as near to that as they can."""
    depths = [0] * boxes
    for _ in range(boxes):
        moved = False
        for link in links:
            if depths[link.end] <= depths[link.begin]:
                depths[link.end], moved = depths[link.begin] + 1, True
        if not moved:
            break
    for box in sorted(range(boxes), key=lambda box: -depths[box]):
        ends = [link.end for link in links if link.begin == box]
        if len(ends) > sum(link.end == box for link in links):
            depths[box] = min(depths[end] for end in ends) - 1
    return depths


def _spread(depths: Sequence[int], links: Sequence[Link], most: int) -> list[int]:
    """The same with at most so many boxes in a layer: those with the longest way on stand first (Coffman and Graham, 1972)."""
    on: dict[int, int] = dict.fromkeys(range(len(depths)), 0)
    for box in sorted(on, key=lambda box: -depths[box]):
        on[box] = max([on[link.end] + 1 for link in links if link.begin == box], default=0)
    found: dict[int, int] = {}
    layer = min(depths, default=0)
    while len(found) < len(depths):
        free = [
            box for box in on
            if box not in found and depths[box] <= layer
            and all(found.get(link.begin, layer) < layer for link in links if link.end == box)
        ]  # fmt: skip
        found |= dict.fromkeys(sorted(free, key=lambda box: -on[box])[:most], layer)
        layer += 1
    return [found[box] for box in range(len(depths))]


class _Ordering:
    """Finds where strands stand beside each other. A place is one number a strand, so that no two orders disagree."""

    def __init__(
        self, boxes: int, ways: Sequence[tuple[int, int]], strands: Sequence[Strand], layers: Sequence[int]
    ) -> None:  # fmt: skip
        self.boxes, self.strands, self.layers = boxes, strands, layers
        self.forward = [at for at, strand in enumerate(strands) if not strand.outside]
        self.before: list[list[int]] = [[] for _ in strands]
        self.after: list[list[int]] = [[] for _ in strands]
        for one, other in ways:
            self.after[one].append(other)
            self.before[other].append(one)
        self.inside = {layer: [at for at in self.forward if layer in strands[at].layers] for layer in layers}
        self.lines = [
            [(begin, end) for begin in self.inside[one] for end in {begin, *self.after[begin]} if other in strands[end].layers]
            for one, other in pairwise(layers)
        ]
        """Between each two layers what joins them."""
        self.gaps: list[list[int]] = [[] for _ in strands]
        """For each strand the gaps in which lines meet it."""
        for gap, lines in enumerate(self.lines):
            for at in {at for line in lines for at in line}:
                self.gaps[at].append(gap)

    def best(self) -> list[float]:
        """The places with which the fewest lines cross."""
        places = self._first()
        best = (self._crossings(places), places)
        for sweep in range(SWEEPS):
            places = self._swept(places, down=sweep % 2 == 0)
            best = min(best, (self._crossings(places), places), key=lambda one: one[0])
        return self._exchanged(*best)[1] if best[0] else best[1]

    def sorted(self, places: Sequence[float]) -> tuple[int, ...]:
        """All strands in order, those that lead back last: the shortest of them next to the others."""
        return tuple(sorted(range(len(self.strands)), key=lambda at: self._key(at, places)))

    def _key(self, at: int, places: Sequence[float]) -> tuple[bool, float, int]:
        strand = self.strands[at]
        return strand.outside, len(strand.layers) if strand.outside else places[at], at

    def _first(self) -> list[float]:
        """Boxes that lead nowhere new one after the other, and all others in the middle of those that they lead to."""
        places: dict[int, float] = {}
        leaves = 0

        def visit(box: int) -> float:
            nonlocal leaves
            places[box] = 0.0
            below = [visit(one) for after in self.after[box] for one in self._boxes(after) if one not in places]
            places[box] = sum(below) / len(below) if below else float(leaves)
            leaves += not below
            return places[box]

        for box in range(self.boxes):
            if not self.before[box] and box not in places:
                visit(box)
        for box in range(self.boxes):
            if box not in places:
                visit(box)
        found = [places.get(at, 0.0) for at in range(len(self.strands))]
        return self._passing(found)

    def _boxes(self, strand: int) -> list[int]:
        return [strand] if strand < self.boxes else self.after[strand]

    def _passing(self, places: list[float]) -> list[float]:
        """With arrows in the middle between their ends."""
        for at in self.forward:
            if at >= self.boxes:
                ends = (*self.before[at], *self.after[at])
                places[at] = sum([places[one] for one in ends]) / len(ends)
        return places

    def _swept(self, places: Sequence[float], *, down: bool) -> list[float]:
        """With each box in the middle of those that lead to it, or that it leads to."""
        made = list(places)
        near = self.before if down else self.after
        for layer in self.layers if down else reversed(self.layers):
            boxes = [at for at in self.inside[layer] if at < self.boxes]
            for at in boxes:
                if near[at]:
                    made[at] = sum(made[one] for one in near[at]) / len(near[at])
            _apart(boxes, made)
        return self._passing(made)

    def _crossings(self, places: Sequence[float]) -> int:
        """How many lines cross."""
        ranks = _ranks(places)
        return sum([_inversions(lines, ranks) for lines in self.lines])

    def _exchanged(self, crossings: int, places: list[float]) -> tuple[int, list[float]]:
        """With neighbours exchanged where that makes less cross."""
        seen: set[tuple[int, int]] = set()
        ranks = _ranks(places)
        crossed = [_inversions(lines, ranks) for lines in self.lines]
        for layer in self.layers:
            inside = sorted(self.inside[layer], key=lambda at: (places[at], at))
            for one, other in pairwise(inside):
                met = {*self.gaps[one], *self.gaps[other]}
                most = sum([crossed[gap] for gap in met])
                if (one, other) in seen or not most:
                    continue
                seen.add((one, other))
                tried = list(places)
                tried[one], tried[other] = places[other] + 1e-6, places[one]
                ranks = _ranks(tried)
                now = {gap: _inversions(self.lines[gap], ranks) for gap in met}
                less = most - sum(now.values())
                if less > 0:
                    crossings, places = crossings - less, tried
                    for gap, count in now.items():
                        crossed[gap] = count
        return crossings, places


def _ranks(places: Sequence[float]) -> list[int]:
    """The order of the places, those that are alike by their numbers."""
    ranks = [0] * len(places)
    for rank, at in enumerate(sorted(range(len(places)), key=places.__getitem__)):
        ranks[at] = rank
    return ranks


def _inversions(lines: Sequence[tuple[int, int]], ranks: Sequence[int]) -> int:
    """How many lines between two layers cross."""
    ends: list[int] = []
    count = 0
    for _, end in sorted([(ranks[one], ranks[other]) for one, other in lines]):
        where = bisect_right(ends, end)
        count += len(ends) - where
        ends.insert(where, end)
    return count


def _apart(boxes: list[int], places: list[float]) -> None:
    """Boxes of a layer at least 1 from each other, in the order of their places and as near to these as can be."""
    groups: list[list[float]] = []
    order = sorted(boxes, key=lambda at: (places[at], at))
    for number, at in enumerate(order):
        groups.append([places[at] - number, 1])
        while len(groups) > 1 and groups[-2][0] > groups[-1][0]:
            (one, count), (other, more) = groups[-2:]
            groups[-2:] = [[(one * count + other * more) / (count + more), count + more]]
    shifted = [place for place, count in groups for _ in range(int(count))]
    for number, (at, place) in enumerate(zip(order, shifted, strict=True)):
        places[at] = place + number
