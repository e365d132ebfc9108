"""A flow that is too long for one row, in several below each other, each read from its beginning like lines of text.

Pure geometry. What leads from one row to another leaves its box as any arrow, turns to the space between the rows, runs there
to where it comes in, and past other rows before all of them. So it runs through no box, as nothing of a row stands in its gaps.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds.flow.across import least_wide
from deckmotor.compose.kinds.flow.laid import Laid, Way, Work
from deckmotor.compose.kinds.flow.layers import Edge, Link, Plan, arranged
from deckmotor.compose.kinds.flow.sizes import Sizes
from deckmotor.compose.kinds.flow.tracks import Upright, is_first, tracked

MOST_ROWS = 7

ROW = 1.6
"""Between two rows, over what stands between boxes of one."""


class Row(Struct, frozen=True):
    """A row: its boxes and arrows by their numbers in the whole, and the plan of it."""

    boxes: tuple[int, ...]
    links: tuple[int, ...]
    edges: tuple[int, ...]
    """For each edge of the plan the arrow that it is of."""
    plan: Plan


class Folded(Struct, frozen=True):
    """A flow in rows."""

    whole: Plan
    rows: tuple[Row, ...]

    @property
    def layers(self) -> int:
        """How many layers of boxes the longest row has."""
        return max(sum(layer % 2 == 0 for layer in row.plan.layers) for row in self.rows)

    @property
    def between(self) -> float:
        """How many arrows lead from each row to another, on the whole."""
        return sum(len(row.edges) for row in self.rows) / 2 / (len(self.rows) - 1)


def folded(plan: Plan, count: int) -> Folded | None:
    """The flow in so many rows, alike in length as far as can be, with as few arrows between them; None of too few layers."""
    depths = [plan.depth(box) // 2 for box in range(plan.boxes)]
    layers = sorted(set(depths))
    most = -(-len(layers) // count)
    if count > len(layers) or most * (count - 1) >= len(layers):
        return None
    cut = min(_cuts(len(layers), count, most), key=lambda ends: _cost(ends, plan, depths, layers))
    row_of = {depth: sum(at >= end for end in cut) for at, depth in enumerate(layers)}
    rows = [row_of[depth] for depth in depths]
    return Folded(plan, tuple([_row(number, rows, depths, plan) for number in range(count)]))


def _cuts(layers: int, count: int, most: int, begin: int = 0) -> Iterator[tuple[int, ...]]:
    """Where rows may end, none of them longer than the longest has to be."""
    if count == 1:
        yield ()
        return
    others = count - 1
    for end in range(max(begin + 1, layers - most * others), min(begin + most, layers - others) + 1):
        yield from ((end, *rest) for rest in _cuts(layers, others, most, end))


def _cost(ends: tuple[int, ...], plan: Plan, depths: Sequence[int], layers: Sequence[int]) -> tuple[int, list[int]]:
    """How many arrows lead from row to row, those past others counted more, and how short a row is; the first are longest."""
    at = {depth: sum(number >= end for end in ends) for number, depth in enumerate(layers)}
    steps = [abs(at[depths[link.end]] - at[depths[link.begin]]) + link.labelled for link in plan.links]
    crossing = sum(step for step, link in zip(steps, plan.links, strict=True) if at[depths[link.begin]] != at[depths[link.end]])
    lengths = [end - begin for begin, end in pairwise((0, *ends, len(layers)))]
    return crossing + max(lengths) - min(lengths), [-one for one in lengths]


def _row(number: int, rows: Sequence[int], depths: Sequence[int], plan: Plan) -> Row:
    boxes = [box for box in range(plan.boxes) if rows[box] == number]
    own = {box: at for at, box in enumerate(boxes)}
    links = [at for at, link in enumerate(plan.links) if link.begin in own and link.end in own]
    edges: list[tuple[int, Edge]] = []
    for at, link in enumerate(plan.links):
        if at in links:
            continue
        down = rows[link.end] > rows[link.begin]
        if link.begin in own:
            edges.append((at, Edge(own[link.begin], True, down, link.labelled)))
        elif link.end in own:
            edges.append((at, Edge(own[link.end], False, not down)))
    inner = [Link(own[plan.links[at].begin], own[plan.links[at].end], plan.links[at].labelled) for at in links]
    made = arranged(inner, [plan.back[at] for at in links], [depths[box] for box in boxes], [edge for _, edge in edges])
    return Row(tuple(boxes), tuple(links), tuple([at for at, _ in edges]), made)


def laid_in_rows(flow: Folded, sizes: Sizes, most: float) -> Laid | None:
    """Everything in its place; None where the label of an arrow that leads back would stand on one to another row."""
    works = [Work(row.plan, _sizes_of(row, sizes)) for row in flow.rows]
    begin = max(work.needs[0] for work in works)
    for work in works:
        work.needs[0] = begin
    factor = min(work.factor(most) for work in works)
    return _Rows(flow, works, [work.laid(factor) for work in works], sizes).laid()


def least_wide_in_rows(flow: Folded, sizes: Sizes) -> int:
    """How wide all rows are at least together, with nothing but what has to be between them."""
    between = round(sizes.row * ROW) * (len(flow.rows) - 1)
    return sum(least_wide(row.plan, _sizes_of(row, sizes)) for row in flow.rows) + between


def _sizes_of(row: Row, sizes: Sizes) -> Sizes:
    """Those of its labels; that of an arrow from row to row stands where it leaves."""
    inner = [sizes.labels[at] for at in row.links]
    outer = [sizes.labels[at] if edge.labelled else None for at, edge in zip(row.edges, row.plan.edges, strict=True)]
    return replace(sizes, labels=(*inner, *outer))


class _Ends(Struct, frozen=True):
    """Where an arrow leaves one row and comes in to another: rows, and the numbers of its edges there."""

    link: int
    out: tuple[int, int]
    home: tuple[int, int]

    @property
    def spaces(self) -> tuple[int, int]:
        """Below which rows it runs: first, then last."""
        (begin, _), (end, _) = self.out, self.home
        return (begin, end - 1) if begin < end else (begin - 1, end)


class _Rows:
    """Rows that are laid out, on their way to their places below each other."""

    def __init__(self, flow: Folded, works: Sequence[Work], rows: Sequence[Laid], sizes: Sizes) -> None:
        self.flow, self.works, self.rows, self.sizes, self.lines = flow, works, rows, sizes, sizes.lines
        self.ends = self._ends()
        self.past = [one.link for one in self.ends if one.spaces[0] != one.spaces[1]]
        """What runs past other rows, before all of them."""
        self.runs = [self._runs(space) for space in range(len(rows) - 1)]
        self.lanes = [tracked(runs, self.lines.clear) for runs in self.runs]
        """For each space between rows, and each arrow that runs there, its lane from above; none where it runs straight on."""
        self.beside = self._beside()
        self.tops = self._tops()
        self.margin = self.lines.clear + self.lines.track * (len(self.past) - 1) if self.past else 0

    def _ends(self) -> list[_Ends]:
        found: dict[int, list[tuple[int, int] | None]] = {}
        for number, row in enumerate(self.flow.rows):
            for at, link in enumerate(row.edges):
                found.setdefault(link, [None, None])[0 if row.plan.edges[at].leads else 1] = (number, at)
        return [_Ends(link, out, home) for link, (out, home) in sorted(found.items()) if out is not None and home is not None]

    def _runs(self, space: int) -> list[Upright]:
        """What runs between two rows, from where in the row above to where in that below, or the other way, or before them."""
        runs = []
        for one in self.ends:
            if space in one.spaces:
                met: tuple[list[int], list[int]] = [], []
                for row, at in (one.out, one.home):
                    if space in (row - 1, row) and self._side(row, at) == space:
                        met[row > space].append(self._x(row, at))
                if one.spaces[0] != one.spaces[1]:
                    met[bool(met[0])].append(-self.lines.clear - one.link)
                runs.append(Upright(one.link, ("lane", one.link), tuple(met[0]), tuple(met[1])))
        return sorted(runs, key=lambda run: sorted((*run.before, *run.after)))

    def _beside(self) -> set[tuple[int, int]]:
        """Arrows that would lie on another where they come from a row, or to it: each of the two would have to run above it."""
        return {
            (other.link, space + 1)
            for space, (runs, lanes) in enumerate(zip(self.runs, self.lanes, strict=True))
            for one, other in permutations(runs, 2)
            if is_first(one, other) and lanes.get(one.link, inf) >= lanes.get(other.link, -inf)
        }

    def _side(self, row: int, at: int) -> int:
        """Below which row an edge of a row leaves or comes in."""
        return row if self.flow.rows[row].plan.edges[at].below else row - 1

    def _x(self, row: int, at: int) -> int:
        """Where an edge crosses to the space between rows."""
        corners = self.works[row].edge(at, 0)
        return corners[-1][0] if self.flow.rows[row].plan.edges[at].leads else corners[0][0]

    def _tops(self) -> list[int]:
        tops = [0]
        for row, lanes in zip(self.rows, self.lanes, strict=False):
            count = max(lanes.values(), default=-1) + 1
            space = max(round(self.sizes.row * ROW), 2 * self.lines.clear + self.lines.track * (count - 1))
            tops.append(tops[-1] + row.wide + space)
        return tops

    def _lane(self, space: int, link: int) -> int:
        """How far across the lane of an arrow between two rows is: all of them in the middle."""
        low, high = self.tops[space] + self.rows[space].wide, self.tops[space + 1]
        lanes = self.lanes[space]
        count = max(lanes.values(), default=0) + 1
        return (low + high - self.lines.track * (count - 1)) // 2 + self.lines.track * lanes.get(link, 0)

    def _spot(self, row: int, spot: tuple[int, int]) -> tuple[int, int]:
        return spot[0] + self.margin, spot[1] + self.tops[row]

    def laid(self) -> Laid | None:
        """All of it."""
        plan = self.flow.whole
        boxes: dict[int, tuple[int, int]] = {}
        labels: dict[int, tuple[int, int] | None] = dict.fromkeys(range(len(plan.links)))
        ways: dict[int, Way] = {}
        for number, (row, made) in enumerate(zip(self.flow.rows, self.rows, strict=True)):
            boxes |= {box: self._spot(number, spot) for box, spot in zip(row.boxes, made.boxes, strict=True)}
            for link, label in zip((*row.links, *row.edges), made.labels, strict=True):
                if label is not None:
                    labels[link] = self._spot(number, label)
            for link, way in zip(row.links, made.ways, strict=True):
                ways[link] = replace(way, corners=tuple([self._spot(number, corner) for corner in way.corners]))
        for one in self.ends:
            ways[one.link] = self._way(one)
        found = tuple([labels[at] for at in range(len(plan.links))])
        if any(self._meets(ways[one.link], at, label) for one in self.ends for at, label in enumerate(found) if at != one.link):
            return None
        long = max(row.long for row in self.rows) + self.margin
        spare = min(row.spare for row in self.rows) - self.margin
        wide = self.tops[-1] + self.rows[-1].wide
        return Laid(
            tuple([boxes[at] for at in range(plan.boxes)]), found, tuple([ways[at] for at in range(len(plan.links))]),
            long, wide, spare,
        )  # fmt: skip

    def _way(self, one: _Ends) -> Way:
        first, last = one.spaces
        downs = self._lane(first, one.link), self._lane(last, one.link)
        (begin, out), (end, home) = one.out, one.home
        leaves = [self._spot(begin, corner) for corner in self.works[begin].edge(out, downs[0] - self.tops[begin])]
        enters = [self._spot(end, corner) for corner in self.works[end].edge(home, downs[1] - self.tops[end])]
        aside = self.lines.track // 2
        if (one.link, begin) in self.beside:
            leaves[-2:] = [(x + aside, y) for x, y in leaves[-2:]]
        if (one.link, end) in self.beside:
            enters[:2] = [(x - aside, y) for x, y in enters[:2]]
        past = self.lines.track * self.past.index(one.link) if first != last else 0
        around = [(past, downs[0]), (past, downs[1])] if first != last else []
        labelled = 2 if self.sizes.labels[one.link] is not None else -1
        return Way((*leaves, *around, *enters), labelled=labelled)

    def _meets(self, way: Way, at: int, label: tuple[int, int] | None) -> bool:
        """Whether a way runs through the label of another."""
        size = self.sizes.labels[at]
        if label is None or size is None:
            return False
        right, low = label[0] + size[0], label[1] + size[1]
        return any(
            min(x, far) < right and max(x, far) > label[0] and min(y, down) < low and max(y, down) > label[1]
            for (x, y), (far, down) in pairwise(way.corners)
        )
