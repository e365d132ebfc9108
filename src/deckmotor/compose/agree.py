"""Sizes that slides share: the slides of one layout in one section show their text at one step of its type scale.

They agree on the smallest size that any of them needs, but not below the middle of the scale: a very full slide stands alone
instead of making its neighbours small.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from deckmotor.compose.fit import Composed, Composer, Floors
from deckmotor.model.deck import Slide
from deckmotor.scene.page import Layout
from deckmotor.theme.theme import Theme

Reached = dict[tuple[int, str, str], int]
"""The steps that slides have come to, by section, layout and the kind of a slot."""


class Shared(Struct, frozen=True):
    """A slot whose size slides share."""

    name: str
    kind: str
    """What it has in common with the other slots of its kind: the beginning of its name (`body` of `body-2`)."""
    middle: int
    """The middle step of its scale."""


def together(composer: Composer, slides: Sequence[Slide], sections: Sequence[int]) -> list[Composed]:
    """All slides as pages; `sections` has the number of each one's section.

    A slide is composed at the size that those before it have come to, so that few have to be composed again in the end.
    """
    slots = _shared_slots(composer)
    reached: Reached = {}
    first: list[tuple[tuple[int, str], Composed]] = []
    for slide, section in zip(slides, sections, strict=True):
        place = (section, composer.layout(slide).name)
        made = composer.slide(slide, _floors(slots[place[1]], place, reached))
        for slot in slots[place[1]]:
            step = min(made.steps.get(slot.name, 0), slot.middle)
            if step > reached.get((*place, slot.kind), 0):
                reached[*place, slot.kind] = step
        first.append((place, made))
    return [_at_last(composer, made, _floors(slots[place[1]], place, reached)) for place, made in first]


def _at_last(composer: Composer, made: Composed, floors: Floors) -> Composed:
    """The slide at the sizes that all have agreed on."""
    stands = all(made.steps.get(name, step) >= step for name, step in floors)
    return made if stands else composer.slide(made.slide, floors, made)


def _floors(slots: Sequence[Shared], place: tuple[int, str], reached: Mapping[tuple[int, str, str], int]) -> Floors:
    return tuple([(slot.name, step) for slot in slots if (step := reached.get((*place, slot.kind), 0))])


def _shared_slots(composer: Composer) -> dict[str, tuple[Shared, ...]]:
    """The slots whose sizes are shared, by the name of their layout."""
    theme = composer.theme
    known: tuple[Theme, dict[str, tuple[Shared, ...]]] | None = composer.memo.get(("shared", id(theme)))
    if known is None:
        known = (theme, {layout.name: _slots(layout, theme) for layout in theme.layouts})
        composer.memo["shared", id(theme)] = known
    return known[1]


def _slots(layout: Layout, theme: Theme) -> tuple[Shared, ...]:
    kinds = ((slot, slot.name.split("-")[0]) for slot in layout.slots)
    return tuple(Shared(slot.name, kind, len(slot.smaller) // 2) for slot, kind in kinds if kind in theme.fit.agree)
