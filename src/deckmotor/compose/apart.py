"""Columns of long items stand apart, fewer of them on a slide, where each slide would hold one item of each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from msgspec.structs import replace

from deckmotor.compose.composed import Composed, Drawn
from deckmotor.compose.kinds import KINDS
from deckmotor.compose.look import Whole
from deckmotor.compose.split import Plan, Share, Unit, streams
from deckmotor.model.blocks import Block, Column
from deckmotor.model.deck import Slide
from deckmotor.scene.page import Layout


class Composer(Protocol):
    """What composes slides (`compose/fit`), as far as it is asked here."""

    def layout(self, slide: Slide) -> Layout:
        """The layout that a slide has."""

    def page(self, slide: Slide, floors: Mapping[str, int]) -> Drawn:
        """A slide as one page."""

    def split(self, slide: Slide, whole: Drawn, floors: Mapping[str, int], plan: None) -> Composed | None:
        """A slide in parts."""

    def parts(self, shared: Whole, plan: Plan, whole: Drawn, floors: Mapping[str, int]) -> tuple[Composed | None, bool]:
        """The parts that a plan says."""


def apart(composer: Composer, slide: Slide, whole: Drawn, most: int) -> Composed | None:
    """The slide with its columns apart, on the fewest pages, at most so many; none where they have no room so either."""
    made = (_apart(composer, slide, whole, each) for each in _ways(slide))
    return min((one for one in made if one is not None and len(one.pages) <= most), key=_pages, default=None)


def by_plan(composer: Composer, slide: Slide, whole: Drawn, plan: Plan) -> Composed | None:
    """The slide with its columns apart as a plan says."""
    first = _few(slide, 0, plan.each)
    shared = Whole(slide=slide, layout=composer.layout(first).name, arrangement=None, widths={}, broken={})
    made, _ = composer.parts(shared, plan, whole, {})
    return None if made is None else replace(made, steps={})  # They are of another layout than its neighbours.


def _pages(made: Composed) -> int:
    return len(made.pages)


def _ways(slide: Slide) -> Iterator[int]:
    """How many of its columns can stand on each slide: all slides have as many, and each is all words."""
    content = [block for block in slide.blocks if KINDS[type(block)].role != "lead"]
    items = _columns(content[0])
    widths = KINDS[type(content[0])].widths
    if len(content) > 1 or slide.layout is not None or (widths is not None and widths(content[0])):
        return
    if any(column.repeat or not column.blocks for column in items):
        return
    if all(KINDS[type(block)].flows and KINDS[type(block)].units(block) for column in items for block in column.blocks):
        yield from (each for each in range(len(items) // 2, 0, -1) if len(items) % each == 0)


def _apart(composer: Composer, slide: Slide, whole: Drawn, each: int) -> Composed | None:
    count = max(map(len, map(_columns, slide.blocks)))
    shares: list[tuple[Share, ...]] = []
    for first in range(0, count, each):
        mine = _shares(composer, _few(slide, first, each), first)
        if mine is None:
            return None
        shares += mine
    cut = streams(slide, [(placed.place.key, placed.group) for placed in whole.standing if placed.group is not None])
    return by_plan(composer, slide, whole, Plan(cut, tuple(shares), each=each))


def _shares(composer: Composer, few: Slide, first: int) -> list[tuple[Share, ...]] | None:
    """What the parts show of some columns of a slide, of which one is the first; none where no parts have room for them."""
    whole = composer.page(few, {})
    given = streams(few, [(placed.place.key, placed.group) for placed in whole.standing if placed.group is not None])
    found = {key: tuple(_moved(units, first)) for key, units in given.items()}
    if not whole.over:
        return [tuple(Share(key, units, 0, len(units)) for key, units in found.items())]
    made = composer.split(few, whole, {}, None)
    if made is None or made.plan is None:
        return None
    shares: list[tuple[Share, ...]] = []
    for part, cut in enumerate(made.plan.shares):
        mine = {share.key: replace(share, units=tuple(_moved(share.units, first))) for share in cut}
        rest = {key: Share(key, units, 0 if part == 0 else len(units), len(units)) for key, units in found.items()}
        shares.append(tuple((rest | mine).values()))
    return shares


def _few(slide: Slide, first: int, each: int) -> Slide:
    """A slide with some of its columns."""
    return replace(slide, blocks=tuple([_kept(block, first, each) if _columns(block) else block for block in slide.blocks]))


def _columns(block: Block) -> tuple[Column, ...]:
    stacks = KINDS[type(block)].stacks
    return () if stacks is None else stacks(block)


def _kept(block: Any, first: int, each: int) -> Any:
    return replace(block, items=block.items[first : first + each])


def _moved(units: Sequence[Unit], first: int) -> Iterator[Unit]:
    """The units of some columns where these stand among all."""
    for unit in units:
        block, column, *rest = unit.address
        yield replace(unit, address=(block, column + first, *rest))
