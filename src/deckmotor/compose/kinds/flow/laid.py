"""Where boxes, labels and arrows of a planned flow stand. Lengths are along the flow and across it: it has no direction yet.

Pure geometry. Boxes and labels never overlap, and no arrow runs through a box: it leaves a layer in the gap after it, passes
others along its strand, which stands clear of all that is there, and comes in through the gap before its last layer.
"""

from msgspec import Struct

from deckmotor.compose.kinds.flow.across import Across
from deckmotor.compose.kinds.flow.layers import Plan
from deckmotor.compose.kinds.flow.sizes import Sizes
from deckmotor.compose.kinds.flow.tracks import Upright, tracked
from deckmotor.units import points

BEYOND = points(100_000)
"""Further across than any flow reaches."""


class Way(Struct, frozen=True):
    """The way of an arrow: its corners, along and across."""

    corners: tuple[tuple[int, int], ...]
    under: bool = False
    """Whether it leaves and reaches boxes at their far side, not at their ends."""
    labelled: int | None = None
    """Of a way from one row to another: the corner after which its label stands; -1 without a label."""


class Laid(Struct, frozen=True):
    """All in its place, from 0, 0."""

    boxes: tuple[tuple[int, int], ...]
    """Where each box begins."""
    labels: tuple[tuple[int, int] | None, ...]
    """Where each label begins."""
    ways: tuple[Way, ...]
    long: int
    wide: int
    spare: int
    """How much of the length between layers nothing needs; less than 0 where there is too little."""


def laid(plan: Plan, sizes: Sizes, most: float = 3.0) -> Laid:
    """Everything in its place; gaps are at most so many times as long as they need to be."""
    work = Work(plan, sizes)
    return work.laid(work.factor(most))


class Work:
    """A flow, or a row of one, on its way to its places: across the flow first, then how long everything needs to be."""

    def __init__(self, plan: Plan, sizes: Sizes) -> None:
        self.plan, self.sizes, self.lines = plan, sizes, sizes.lines
        across = Across(plan, sizes)
        self.across, self.half = across.places(), across.half
        self.index = {layer: at for at, layer in enumerate(plan.layers)}
        self.under = [at for at, back in enumerate(plan.back) if back and self._is_free_below(at)]
        self.numbers = [tracked(uprights, self.lines.track) for uprights in self._uprights()]
        self.counts = [max(found.values(), default=-1) + 1 for found in self.numbers]
        self.needs = [self._needs(gap, count) for gap, count in enumerate(self.counts)]
        self.longs = [self._long(layer) for layer in plan.layers]
        self.starts: list[int] = []
        self.gaps: list[int] = []

    # Along

    def _is_free_below(self, link: int) -> bool:
        """Whether nothing stands between an arrow that leads back and both of its boxes."""
        for box in (self.plan.links[link].begin, self.plan.links[link].end):
            inside = [at for at in self.plan.within(self.plan.strands[box].layers[0]) if not self.plan.strands[at].outside]
            if inside[-1] != box:
                return False
        return True

    def _uprights(self) -> list[list[Upright]]:
        """For each gap, the first before the first layer, the lines across it."""
        gaps: list[list[Upright]] = [[] for _ in range(len(self.plan.layers) + 1)]
        for at, link in enumerate(self.plan.links):
            if at in self.under:
                continue
            via, back = self.plan.passes[at], self.plan.back[at]
            begin, end = self.across[link.begin], self.across[link.end]
            first, last = self._gap_after(link.begin), self._gap_before(link.end)
            if via is None:
                forks = sum(one.begin == link.begin for one in self.plan.links) > 1
                key = ("out", link.begin) if forks else ("in", link.end)
                gaps[first].append(Upright(at, key, (begin,), (end,)))
                continue
            middle = self.across[via]
            if back:  # Around: it leads on to the gap, and outside comes from there.
                gaps[first].append(Upright(at, ("back", link.begin), (begin, middle), ()))
                gaps[last].append(Upright(at, ("home", link.end), (), (middle, end)))
            else:
                gaps[first].append(Upright(at, ("out", link.begin), (begin,), (middle,)))
                shared = self.plan.passes.count(via) > 1
                gaps[last].append(Upright(at, ("via", via) if shared else ("in", link.end), (middle,), (end,)))
        for number, at in enumerate(self._numbers_of_edges()):
            self._add_edge(number, at, gaps)
        return gaps

    def _numbers_of_edges(self) -> range:
        """By which edges are known among arrows."""
        return range(len(self.plan.links), len(self.plan.links) + len(self.plan.edges))

    def _add_edge(self, number: int, at: int, gaps: list[list[Upright]]) -> None:
        """The lines of an edge: to a place beyond all others, which no other line shares."""
        edge, label = self.plan.edges[number], self.plan.labels[number]
        beyond, box = (BEYOND + self.lines.track * number) * (1 if edge.below else -1), self.across[edge.box]
        if not edge.leads:
            gaps[self._gap_before(edge.box)].append(Upright(at, ("in", edge.box), (beyond,), (box,)))
        elif label is None:
            gaps[self._gap_after(edge.box)].append(Upright(at, ("out", edge.box), (box,), (beyond,)))
        else:
            middle, first = self.across[label], self._gap_after(edge.box)
            gaps[first].append(Upright(at, ("out", edge.box), (box,), (middle,)))
            gaps[first + 1].append(Upright(at, ("exit", number), (middle,), (beyond,)))

    def edge(self, number: int, down: int) -> tuple[tuple[int, int], ...]:
        """The corners of an edge, to or from so far across the flow; those of a label are where its line begins and ends."""
        edge, label = self.plan.edges[number], self.plan.labels[number]
        at, y = len(self.plan.links) + number, self.across[edge.box]
        if not edge.leads:
            last = self._gap_before(edge.box)
            x = self._track(last, at)
            return (x, down), (x, y), (self.starts[last], y)
        first = self._gap_after(edge.box)
        start = self.starts[first - 1] + self.sizes.long
        if label is None:
            x = self._track(first, at)
            return (start, y), (x, y), (x, down)
        middle, x = self.across[label], self._track(first + 1, at)
        out = self._track(first, at) if at in self.numbers[first] else start
        return (start, y), (out, y), (out, middle), (x, middle), (x, down)

    def _gap_after(self, box: int) -> int:
        return self.index[self.plan.strands[box].layers[0]] + 1

    def _gap_before(self, box: int) -> int:
        return self.index[self.plan.strands[box].layers[0]]

    @property
    def spare(self) -> int:
        """How much of the length nothing needs."""
        return self.sizes.length - sum(self.needs) - sum(self.longs)

    def factor(self, most: float) -> float:
        """How many times as long as they need to be gaps are at most."""
        inner = sum(self.needs[1:-1])
        return 1 + min(max(self.spare, 0) / inner, most - 1) if inner else most

    def laid(self, factor: float) -> Laid:
        """All of it, with gaps between layers so many times as long as they need to be."""
        plan, needs = self.plan, self.needs
        self.gaps = [needs[0], *(round(need * factor) for need in needs[1:-1]), needs[-1]]
        self.starts, at = [], 0
        for gap, long in zip(self.gaps, [*self.longs, 0], strict=True):
            self.starts.append(at + gap)
            at += gap + long
        half = self.sizes.wide // 2
        boxes = tuple([(self.starts[self._gap_before(box)], self.across[box] - half) for box in range(plan.boxes)])
        ways = tuple([self._way(link) for link in range(len(plan.links))])
        inner = [self._label(link, plan.passes[link], ways[link]) for link in range(len(plan.links))]
        outer = [self._label(at, label, None) for at, label in zip(self._numbers_of_edges(), plan.labels, strict=True)]
        wide = max(
            self.across[strand] + self.half(strand, layer) for strand, one in enumerate(plan.strands) for layer in one.layers
        )
        return Laid(boxes, (*inner, *outer), ways, at, wide, self.spare)

    def _long(self, layer: int) -> int:
        """How long a layer is."""
        if layer % 2 == 0:
            return self.sizes.long
        links = [one.link for one in self.plan.strands if one.labelled == layer]
        return max(label[0] for link in links if link is not None and (label := self.sizes.labels[link]) is not None)

    def _needs(self, gap: int, count: int) -> int:
        """How long a gap has to be with so many lines across it."""
        layers = self.plan.layers
        if gap in (0, len(layers)):
            return self.lines.track * count + (self.lines.tail if count else 0)
        lines = self.lines
        before, after = (lines.near if layers[gap - 1] % 2 else lines.tail, lines.near if layers[gap] % 2 else lines.head)
        return before + after + lines.track * max(0, count - 1)

    def _track(self, gap: int, link: int) -> int:
        """Where a line stands in its gap: all of them in its middle."""
        start = self.starts[gap] - self.gaps[gap]
        free = self.gaps[gap] - self.lines.track * (self.counts[gap] - 1)
        before = free - self.lines.tail if gap == 0 else self.lines.tail if gap == len(self.plan.layers) else free // 2
        return start + before + self.lines.track * self.numbers[gap][link]

    def _way(self, at: int) -> Way:
        link, via = self.plan.links[at], self.plan.passes[at]
        begin, end = self.across[link.begin], self.across[link.end]
        first, last = self._gap_after(link.begin), self._gap_before(link.end)
        start, goal = self.starts[first - 1] + self.sizes.long, self.starts[last]
        if at in self.under:
            assert via is not None, "what leads back passes its own layers"
            one, other = (self.starts[gap] + self.sizes.long // 2 for gap in (first - 1, last))
            half, middle = self.sizes.wide // 2, self.across[via]
            return Way(((one, begin + half), (one, middle), (other, middle), (other, end + half)), under=True)
        if via is None:
            x = self._track(first, at) if at in self.numbers[first] else goal
            return _way((start, begin), (x, begin), (x, end), (goal, end))
        middle = self.across[via]
        out = self._track(first, at) if at in self.numbers[first] else start
        home = self._track(last, at) if at in self.numbers[last] else goal
        return _way((start, begin), (out, begin), (out, middle), (home, middle), (home, end), (goal, end))

    def _label(self, at: int, via: int | None, way: Way | None) -> tuple[int, int] | None:
        """In the layer of labels; or in the middle of the line outside."""
        label = self.sizes.labels[at]
        if label is None:
            return None
        assert via is not None, "what is labelled passes the layer of labels"
        strand = self.plan.strands[via]
        top = self.across[via] - label[1] // 2
        if strand.labelled is not None:
            return self.starts[self.index[strand.labelled]], top
        assert way is not None, "what leaves a row stands in a layer of labels"
        xs = [corner[0] for corner in way.corners]
        return (min(xs) + max(xs) - label[0]) // 2, top


def _way(*corners: tuple[int, int]) -> Way:
    """A way without corners that are none."""
    kept = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        in_line = before[0] == corner[0] == after[0] or before[1] == corner[1] == after[1]
        if corner != kept[-1] and not in_line:
            kept.append(corner)
    return Way((*kept, corners[-1]))
