"""The largest size at which a flow has room: towards where, in how many rows, with how many boxes beside each other."""

from collections.abc import Callable, Sequence
from itertools import chain, product
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds.flow.folded import ROW
from deckmotor.compose.kinds.flow.forms import IN_ROWS, PLAIN, Direction, Extent, Form, Plans
from deckmotor.compose.kinds.flow.laid import Laid
from deckmotor.compose.kinds.flow.sizes import NARROW, ROOMY, Lines, Sizes
from deckmotor.compose.kinds.flow.texts import BELOW, BESIDE, FLOOR, SMALLEST, Setter
from deckmotor.compose.look import Look
from deckmotor.model.flows import Flow
from deckmotor.style import Box
from deckmotor.units import points

One = TypeVar("One")
Made = TypeVar("Made")

FOLDS = points(18)
"""The size below which a flow is better folded into rows, where it is larger then."""

BETWEEN = ((1, 1), (2, 2))
"""By how many steps it has to be larger, with so many arrows from each row to another: with one it is read like lines of text,
two are followed where there is air, and more can't be."""

SMALL, SPREAD = points(14), 2
"""The size below which the widest layers are divided over more, where it is so many steps larger then: what leads to what is
not seen as soon there. Parts of a flow have no smaller one."""

AIRS, FULL = (5.0, 4.0, 3.2, 2.6, 2.0, 1.6, 1.3, 1.15, 1.0, 0.9), 0.96
"""How much more air there may be between boxes, and how much of its place a flow fills then."""

CLOSE, TIGHT = 0.8, 0.5
"""How little air there may be, as large type close to each other is read better than small type far apart; and how little
where type would be small otherwise."""

GIVES_WAY = tuple(product((points(16), points(14), SMALLEST), (CLOSE, TIGHT)))
"""What gives way when: type down to a size with so much air, then air, then type again; and last of all words are cut."""

LAST = ((FLOOR, TIGHT),)
"""The same where nothing else has room."""

LEAST, WIDEST = points(54), points(210)
"""The narrowest box, and the widest."""

PREFERRED: dict[Direction, float] = {"right": 1.5, "down": 1.0}
"""How much more of its place the other direction has to fill to be taken."""

SLIM = 1.5
"""How much wider boxes above each other are than their texts need, over the text's size."""

TRIES = 5


class Drawn(Struct, frozen=True):
    """A flow at a size."""

    plans: Plans
    form: Form
    setter: Setter
    laid: Laid
    sizes: Sizes
    air: float

    @property
    def is_strained(self) -> bool:
        """Whether it is hard to read: small, or with more arrows from row to row than can be followed."""
        rows = self.form.rows
        return self.setter.size < SMALLEST or (rows > 1 and not self.plans.can_be_followed(rows, BETWEEN[-1][0]))


Drawing = Callable[[int, float], Drawn | None]
"""Draws a flow at one of the first so many sizes, with so much air."""


def fitted(block: Flow, box: Box, look: Look, *, parts: bool) -> Drawn | None:
    """The flow at the largest size at which it has room, with as much air as there is; None where it has none.

    A part of one is easy to read, or has no room. What may be in `parts` is drawn with no care where it is not easy to read.
    """
    plans, is_part = Plans(block, look), look.whole is not None
    last = sum(style.text.size >= (SMALL if is_part else FLOOR) for style in plans.texts.styles) - 1
    least = _with_room(plans, last, box)
    if least is None:
        return None
    searches = [_Search(plans, box, hyphens, last, {}) for hyphens in (False, True)]
    for search in searches[:1] if parts else searches:
        best = search.best(search.joined, GIVES_WAY)
        if best is None or best.setter.size < SMALL:
            best = search.best(search.divided, GIVES_WAY, best) or best
        if best is not None:
            return _slim(best, box)
    for search in () if is_part or parts else searches:
        best = search.best(search.tangled, GIVES_WAY) or search.best(search.joined, LAST) or search.best(search.divided, LAST)
        if best is not None:
            return _slim(best, box)
    return least if parts else None


def _slim(made: Drawn, box: Box) -> Drawn:
    """The same with boxes above each other no wider than their texts need, with air: they would be bars across the page."""
    if made.form.direction == "right":
        return made
    setter, air, wide = made.setter, made.air, made.sizes.wide
    widths = range(min(max(LEAST, made.sizes.long * 2), wide), wide, points(4))
    least = _first(widths, lambda width: setter.height(width, air) == made.sizes.long and width)
    width = min(wide, round((least or wide) + SLIM * setter.size))
    sizes = replace(_sizes(setter, "down", width, made.sizes.long, air, box), breadth=box.width)
    slim = made.plans.laid(made.form, sizes)
    return made if slim is None or slim.spare < 0 or slim.wide > box.width else replace(made, laid=slim, sizes=sizes)


def _with_room(plans: Plans, last: int, box: Box) -> Drawn | None:
    """The flow at the last size, where all has given way that may; without room for that nothing else needs to be tried.

    Forms that have none even so are never tried again.
    """
    setter = plans.setter(last, hyphens=True)
    for form in chain(PLAIN, IN_ROWS, plans.spread()):
        made = _at_size(plans, setter, form, box, TIGHT)
        if made is not None:
            return made
        plans.without.add(form)
    return None


def needed(block: Flow, step: int, box: Box, look: Look) -> int | None:
    """How high a flow is at a step of the scale in the width of a box; None where it has no room."""
    plans = Plans(block, look)
    setter = plans.setter(min(step * 2, len(plans.texts.styles) - 1), hyphens=True)
    for forms in (PLAIN, *[(form,) for form in IN_ROWS], plans.spread()):
        made = [(form, _at_size(plans, setter, form, box)) for form in forms]
        heights = [
            one.laid.wide if form.direction == "right" else box.height - one.laid.spare for form, one in made if one is not None
        ]
        if heights:
            return min(heights)
    return None


class _Search(Struct, frozen=True):
    """Looks for the largest size at which a flow has room."""

    plans: Plans
    box: Box
    hyphens: bool
    last: int
    """The step of the smallest size."""
    refused: dict[tuple[tuple[Form, ...], float], int]
    """For forms with so much air the first size at which they may have room: at those before it they have none."""

    def best(self, drawn: Drawing, giving: Sequence[tuple[int, float]], than: Drawn | None = None) -> Drawn | None:
        """What is drawn where the least gives way; larger than another by so much that it is worth it."""
        sizes = [style.text.size for style in self.plans.texts.styles[: self.last + 1]]
        most = len(sizes) if than is None else than.setter.step - SPREAD + 1
        tried = (drawn(min(most, sum(size >= smallest for size in sizes)), air) for smallest, air in giving)
        return next((one for one in tried if one is not None), None)

    def joined(self, end: int, air: float) -> Drawn | None:
        """The flow in one row, or where it is small there in several, each as near to what leads to it as can be."""
        best = self._largest(PLAIN, end, air)
        if best is not None and not self.hyphens and best.setter.size >= FOLDS:
            return best
        for most, larger in BETWEEN if air >= CLOSE else BETWEEN[:1]:
            forms = tuple([form for form in IN_ROWS if self.plans.can_be_followed(form.rows, most)])
            best = self._largest(forms, end if best is None else best.setter.step - larger + 1, air) or best
        return best

    def tangled(self, end: int, air: float) -> Drawn | None:
        """The flow in as many rows as it takes, however many arrows lead from row to row."""
        return self._largest(IN_ROWS, end, air)

    def divided(self, end: int, air: float) -> Drawn | None:
        """The flow with its widest layers divided."""
        return self._largest(self.plans.spread(), end, air)

    def _largest(self, forms: tuple[Form, ...], end: int, air: float) -> Drawn | None:
        """The flow at the largest size of the first so many at which it has room in one of some forms."""
        first = min(self.plans.texts.look.floors.get("flow", 0), self.last)
        first = max([first, *(step for (tried, less), step in self.refused.items() if tried == forms and less <= air)])

        def at(step: int) -> list[Drawn]:
            setter = self.plans.setter(step, hyphens=self.hyphens)
            tried = [_at_size(self.plans, setter, form, self.box, air) for form in forms if form not in self.plans.without]
            return [one for one in tried if one is not None]

        found = _first(range(first, end), at) or []
        self.refused[forms, air] = found[0].setter.step if found else max(first, end)
        return max([_airy(one, self.box) for one in found], key=_filling, default=None)


def _first(choices: Sequence[One], make: Callable[[One], Made]) -> Made | None:
    """What is made of the first choice of which anything is, where it is of all after it as well."""
    low, high, found = 0, len(choices), None
    while low < high:
        middle = (low + high) // 2
        made = make(choices[middle])
        if made:
            high, found = middle, made
        else:
            low = middle + 1
    return found


def _filling(one: Drawn) -> float:
    """How well a flow fills its place."""
    return one.laid.long * one.laid.wide * PREFERRED[one.form.direction]


def _lines(air: float) -> Lines:
    """How much room lines have where boxes have so much air."""
    return ROOMY if air >= CLOSE else NARROW


def _between(setter: Setter, direction: Direction, air: float) -> int:
    """What stands between two boxes of a layer at least."""
    return round(setter.size * BELOW * air) if direction == "right" else round(setter.size * BESIDE)


def _sizes(setter: Setter, direction: Direction, width: int, height: int, air: float, box: Box) -> Sizes:
    """How large things are along the flow and across it."""
    row = _between(setter, direction, air)
    if direction == "right":
        return Sizes(long=width, wide=height, labels=setter.labels, row=row, length=box.width, lines=_lines(air))
    labels = tuple([None if label is None else (label[1], label[0]) for label in setter.labels])
    return Sizes(long=height, wide=width, labels=labels, row=row, length=box.height, lines=_lines(air))


def _at_size(plans: Plans, setter: Setter, form: Form, box: Box, air: float = CLOSE) -> Drawn | None:
    """The flow at a size in a form, with boxes as wide as they may be; None where it has no room."""
    direction, extent = form.direction, plans.extent(form)
    if extent is None:
        return None
    width = _widest(setter, form, extent, box, air)
    for _ in range(TRIES):
        height = setter.height(width, air) if width >= LEAST else None
        if height is None:
            return None
        across = box.width if direction == "down" else box.height // form.rows
        if form.rows > 1 and air < CLOSE:
            across = 0  # Each row as narrow as it can be.
        sizes = replace(_sizes(setter, direction, width, height, air, box), breadth=across)
        wide = plans.least_wide(form, sizes)
        if direction == "right" and wide > box.height:
            return None
        if direction == "down" and wide > box.width:
            width -= _narrower(wide, width, box)
            continue
        made = plans.laid(form, sizes)
        if made is None:
            return None
        if direction == "right":
            over = -made.spare
            less = -(-over // extent.layers)
        else:
            over = made.wide - box.width
            less = _narrower(made.wide, width, box)
        if over <= 0:
            fits = made.wide <= box.height if direction == "right" else made.spare >= 0
            return Drawn(plans, form, setter, made, sizes, air) if fits else None
        width -= less
    return None


def _narrower(wide: int, width: int, box: Box) -> int:
    """By how much boxes have to be narrower that come to be so wide beside each other."""
    return max(points(1), (wide - box.width) * width // max(1, wide))


def _widest(setter: Setter, form: Form, extent: Extent, box: Box, air: float) -> int:
    """How wide boxes may be if only they and what has to be between them took room; 0 where even so there is none.

    This is found without laying anything out, and is all that is asked of most sizes and forms; where texts can't but be too
    high, without setting them.
    """
    layers, beside, lines = extent.layers, extent.beside, _lines(air)
    gaps, row = (layers - 1) * (lines.head + lines.tail), _between(setter, form.direction, air)
    rules = (beside - form.rows) * row
    right = form.direction == "right"
    width = min(WIDEST, (box.width - gaps) // layers if right else (box.width - rules) // beside)
    for measure in (setter.least, setter.height) if width >= LEAST else ():
        height = measure(width, air)
        if height is None:
            return 0
        high = beside * height + rules + (form.rows - 1) * round(row * ROW) if right else layers * height + gaps
        if high > box.height:
            return 0
    return max(0, width)


def _airy(made: Drawn, box: Box) -> Drawn:
    """The same with as much more air in and between its boxes as the place has."""

    def at(air: float) -> Drawn | None:
        tried = _at_size(made.plans, made.setter, made.form, box, air)
        if tried is None:
            return None
        high = tried.laid.wide if made.form.direction == "right" else tried.laid.long - max(0, tried.laid.spare)
        return tried if high <= box.height * FULL else None

    # Where there is little, more was refused before, but at the sizes of `LAST`, where it is tried once.
    if made.air < CLOSE and (made.setter.size >= SMALLEST or at(AIRS[-1]) is None):
        return made
    return _first(AIRS, at) or made
