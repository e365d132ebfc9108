"""The forms that a flow may take: towards where, in how many rows, with how many boxes beside each other; its plan in each."""

from collections import Counter
from itertools import product
from typing import Literal

from msgspec import Struct

from deckmotor.compose.kinds.flow.across import least_wide
from deckmotor.compose.kinds.flow.folded import MOST_ROWS, Folded, folded, laid_in_rows, least_wide_in_rows
from deckmotor.compose.kinds.flow.laid import Laid, laid
from deckmotor.compose.kinds.flow.layers import Link, Plan, layered, planned
from deckmotor.compose.kinds.flow.sizes import Sizes
from deckmotor.compose.kinds.flow.texts import Heights, Setter, Texts
from deckmotor.compose.look import Look
from deckmotor.model.flows import Flow

Direction = Literal["right", "down"]
DIRECTIONS: tuple[Direction, ...] = ("right", "down")


class Form(Struct, frozen=True):
    """Where a flow leads, in how many rows, and how many boxes of a layer stand beside each other at most (0: all)."""

    direction: Direction
    rows: int = 1
    most: int = 0


PLAIN = tuple([Form(direction) for direction in DIRECTIONS])
IN_ROWS = tuple([Form("right", rows) for rows in range(2, MOST_ROWS + 1)])

GAPS: dict[Direction, float] = {"right": 4.0, "down": 2.6}
"""How much longer lines may be than they need."""

ROW_OF = 3
"""How many boxes follow each other in a row at least."""

PARTS = (2, 3, 4)
"""Into how many the widest layers are divided."""


class Extent(Struct, frozen=True):
    """What a form takes, in boxes."""

    layers: int
    """How many follow each other in its longest row."""
    beside: int
    """How many stand beside each other in all its rows together."""


class Plans:
    """A flow's plans, and its texts at the sizes of the theme, each made when it is first asked for."""

    def __init__(self, block: Flow, look: Look) -> None:
        boxes, joints = block.boxes, block.joints
        numbers = {name: at for at, name in enumerate(boxes)}
        self.links = [Link(numbers[one.begin], numbers[one.end], one.label is not None) for one in joints]
        key = ("flow", id(block), id(look.theme), look.language)
        # What it is of is kept: an identity is good while its object lives.
        known: tuple[object, Heights] = look.memo.setdefault(key, ((block, look.theme), {}))
        self.count = len(boxes)
        self.texts = Texts(list(boxes.values()), [one.label for one in joints], look, known[1])
        self.plans: dict[int, Plan] = {}
        self.folds: dict[int, Folded | None] = {}
        self.extents: dict[Form, Extent | None] = {}
        self.setters: dict[tuple[int, bool], Setter] = {}
        self.without = set[Form]()
        """Forms that have no room at any size."""

    def plan(self, most: int = 0) -> Plan:
        """The flow in one row, at most so many boxes of it beside each other."""
        if most not in self.plans:
            self.plans[most] = planned(self.count, self.links, most)
        return self.plans[most]

    def spread(self) -> tuple[Form, ...]:
        """The forms in which the widest layers are divided."""
        widest = max(map(len, self.plan().beside()))
        parts = dict.fromkeys(-(-widest // count) for count in PARTS)
        return tuple([Form(direction, 1, most) for most, direction in product(parts, DIRECTIONS) if 1 < most < widest])

    def can_be_followed(self, rows: int, between: float) -> bool:
        """Whether at most so many arrows lead from each row to another; with more than one, rows have to be rows to the eye."""
        flow = self.folded(rows)
        return flow is not None and flow.between <= between and (flow.between <= 1 or flow.layers >= ROW_OF)

    def folded(self, rows: int) -> Folded | None:
        """The flow in so many rows."""
        if rows not in self.folds:
            self.folds[rows] = folded(self.plan(), rows)
        return self.folds[rows]

    def extent(self, form: Form) -> Extent | None:
        """How many boxes follow each other and stand beside each other in a form; None where there is no such form."""
        if form not in self.extents:
            if form.rows == 1:  # Found without arranging anything: most forms are never asked for more.
                _, depths = layered(self.count, self.links, form.most)
                rows = [list(Counter(depths).values())]
            else:
                flow = self.folded(form.rows)
                rows = [list(map(len, row.plan.beside())) for row in flow.rows] if flow is not None else []
            self.extents[form] = Extent(max(map(len, rows)), sum(map(max, rows))) if rows else None
        return self.extents[form]

    def laid(self, form: Form, sizes: Sizes) -> Laid | None:
        """Boxes of some sizes in their places."""
        most = GAPS[form.direction]
        if form.rows == 1:
            return laid(self.plan(form.most), sizes, most)
        flow = self.folded(form.rows)
        return None if flow is None else laid_in_rows(flow, sizes, most)

    def least_wide(self, form: Form, sizes: Sizes) -> int:
        """How wide boxes of some sizes are at least across the flow, all rows together."""
        if form.rows == 1:
            return least_wide(self.plan(form.most), sizes)
        flow = self.folded(form.rows)
        return 0 if flow is None else least_wide_in_rows(flow, sizes)

    def setter(self, step: int, *, hyphens: bool) -> Setter:
        """Its texts at a step of the sizes."""
        if (step, hyphens) not in self.setters:
            self.setters[step, hyphens] = Setter(self.texts, step, hyphens=hyphens)
        return self.setters[step, hyphens]
