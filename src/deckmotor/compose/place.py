"""Where a block, or another text, stands on a page, and the sizes that it may take there."""

from msgspec import Struct

from deckmotor.scene.page import Slot
from deckmotor.style import Anchor, Box, Insets
from deckmotor.theme.theme import Scale, Theme

NO_INSETS = Insets()

LARGER = 1.25
"""How much larger than the first size of its place a look of another kind may be: a quotation beside a list."""


PART_MARK = "~"
"""Between a slide's id and the number of its part. Nobody can type it into an id, so a part's id is never taken."""


class Place(Struct, frozen=True, kw_only=True, gc=False):
    """A place on a page."""

    key: str
    """What stands there, once on a page: `bullets`, `columns-2`, `heading-2`, `title`."""
    box: Box
    slot: Slot | None
    """The placeholder that it fills; None for a box of its own."""
    scale: Scale
    """The styles of its levels at every step: what stands there takes the largest at which it fits."""
    share: str
    """What it shares its step with: the places of a page with the same word here show one size."""
    native: bool = True
    """Whether the scale is the slot's own, so that a step of it is written once."""
    anchor: Anchor = "top"
    insets: Insets = NO_INSETS
    closer: Insets | None = None
    """Those above and below it where its type would else be smaller."""
    spread: bool = False
    """Whether paragraphs share its height (`Slot.spread`)."""
    others: tuple[Slot, ...] = ()
    """The further slots of its kind on the layout, where nothing else stands in them."""


def in_slot(key: str, slot: Slot, box: Box | None = None) -> Place:
    """A slot as it is, or moved to a box."""
    return Place(
        key=key,
        box=slot.box if box is None else box,
        slot=slot,
        scale=(slot.levels, *slot.smaller),
        share=slot.role,
        anchor=slot.anchor,
        insets=slot.insets,
        spread=slot.spread,
    )


def for_looks(
    key: str, looks: tuple[str, ...], slot: Slot, theme: Theme, box: Box | None = None, *, loose: bool = False
) -> Place:
    """A slot for a block that may have some looks, its own first: where the slot's is none of them, the block keeps its own.

    `loose` is a place that looks like the slot, but is a box of its own.
    """
    place = in_slot(key, slot, box)
    native = slot.look in looks or not looks
    if native and not loose:
        return place
    scale = place.scale if native else no_larger(theme.looks[looks[0]], place.scale)
    return Place(
        key=key,
        box=place.box,
        slot=None if loose else slot,
        scale=scale,
        share=slot.role if native else looks[0],
        native=native,
        insets=slot.insets,
    )


def no_larger(scale: Scale, than: Scale) -> Scale:
    """The steps of a scale that are not much larger than another's largest; its smallest where all are."""
    most = than[0][0].text.size * LARGER
    return tuple(levels for levels in scale if levels[0].text.size <= most) or scale[-1:]
