"""Sizes that slides share: the slides of one layout in one section show their text at one step of its type scale.

They agree on the smallest size that any of them needs, but not below the middle of the scale: a very full slide stands alone
instead of making its neighbours small.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from deckmotor.compose.composed import Composed
from deckmotor.compose.fit import Composer, Floors
from deckmotor.compose.kinds import KINDS
from deckmotor.model.deck import Slide
from deckmotor.model.items import ListItem
from deckmotor.scene.page import Layout
from deckmotor.theme.theme import Theme

ALONE = ("quote", "statement")
"""Looks that break the row: what somebody said is as large as its own words let it be."""

YIELDING = {"text": 4}
"""How much of its scale a look gives up for its neighbours, as one part of so many: a few lines of running text would
stand lost at the size of a full page. Others go to the middle."""

HALF_A_LINE = 30
"""Characters."""


class Shared(Struct, frozen=True):
    """A role whose size slides share."""

    role: str
    middle: int
    """The middle step of its scale."""


def together(composer: Composer, slides: Sequence[Slide], sections: Sequence[int]) -> list[Composed]:
    """All slides as pages; `sections` has the number of each one's section.

    A slide is composed at the size that those before it came to, the fullest first, so that few have to be composed again in
    the end. Those of the base deck come before others: what a variant adds finds the sizes that these have.
    """
    roles = _shared_roles(composer)
    reached: dict[tuple[int, str], Floors] = {}
    """The steps that slides have come to, by section and layout."""
    first: dict[int, tuple[tuple[int, str], Composed]] = {}
    order = sorted(range(len(slides)), key=lambda at: _length(slides[at], composer.memo), reverse=True)
    if composer.base:
        order.sort(key=lambda at: slides[at].id not in composer.base)
    for at in order:
        place = (sections[at], composer.layout(slides[at]).name)
        floors = reached.get(place, ())
        made = composer.slide(slides[at], floors)
        reached[place] = _further(floors, roles[place[1]], made.steps)
        first[at] = (place, made)
    return [_at_last(composer, made, reached[place]) for place, made in map(first.__getitem__, range(len(slides)))]


def _length(slide: Slide, memo: dict[Any, Any]) -> int:
    """About how much a slide says: the characters of its paragraphs and items, and for each of them those of half a line."""
    lengths: dict[int, tuple[Slide, int]] = memo.setdefault("lengths", {})
    known = lengths.get(id(slide))
    if known is None:
        said = [unit for block in slide.blocks for unit in KINDS[type(block)].units(block)]
        texts = [unit.text if isinstance(unit, ListItem) else unit for unit in said]
        length = sum([HALF_A_LINE + len(getattr(text, "plain", "")) for text in texts])
        known = lengths[id(slide)] = (slide, length)
    return known[1]


def _at_last(composer: Composer, made: Composed, floors: Floors) -> Composed:
    """The slide at the sizes that all have agreed on."""
    if not floors or all(made.steps.get(role, step) >= step for role, step in floors):
        return made
    return composer.slide(made.slide, floors)


def _further(floors: Floors, roles: Sequence[Shared], steps: Mapping[str, int]) -> Floors:
    """The floors once a slide has come to some steps."""
    before = dict(floors)
    reached = [(one.role, max(before.get(one.role, 0), min(steps.get(one.role, 0), one.middle))) for one in roles]
    return tuple([(role, step) for role, step in reached if step])


def _shared_roles(composer: Composer) -> dict[str, tuple[Shared, ...]]:
    """The roles whose sizes are shared, by the name of their layout."""
    theme = composer.theme
    known: tuple[Theme, dict[str, tuple[Shared, ...]]] | None = composer.memo.get(("shared", id(theme)))
    if known is None:
        known = (theme, {layout.name: _roles(layout, theme) for layout in theme.layouts})
        composer.memo["shared", id(theme)] = known
    return known[1]


def _roles(layout: Layout, theme: Theme) -> tuple[Shared, ...]:
    sharing = [slot for slot in layout.slots if slot.role in theme.fit.agree and slot.look not in ALONE]
    middles = {slot.role: len(slot.smaller) // YIELDING.get(slot.look, 2) for slot in sharing}
    return tuple(Shared(role, middle) for role, middle in middles.items())
