"""Sizes below the smallest of a scale: for narrow columns of long items, which would else be a slide for each row of items.

And for text below headings that a long word makes smaller still.
"""

from msgspec.structs import replace

from deckmotor.compose.place import Place
from deckmotor.scene.page import Layout
from deckmotor.style import ParagraphStyle
from deckmotor.theme.theme import Scale
from deckmotor.units import EMU_PER_POINT

NARROW = 3
"""Columns of a layout from which on few words stand on a line of one."""

DEEPER = (8 / 9, 7 / 9)
"""The sizes, over the smallest of the scale: 16 and 14 points below 18."""

AT_DEEPEST = DEEPER[-1] ** 2
"""How high text is at the last of them, over its height at the smallest of the scale: lines are fewer, and lower."""


def is_crowded(most: int, parts: int) -> bool:
    """Whether a slide of lists of at most so many items is split into so many parts that each holds one of each list.

    Or into none at all, where no way was found.
    """
    return parts == 0 or 1 < most <= parts


def is_narrow(layout: Layout) -> bool:
    """Whether few words stand on a line of its columns."""
    return len(layout.of("body")) >= NARROW


def is_below(scale: Scale, step: int) -> bool:
    """Whether a step is one of those below a scale."""
    return 0 <= step - len(scale) < len(DEEPER)


def step_below(scale: Scale, most: int) -> int:
    """The first of the steps below a scale whose text is no larger than so (EMU); the last where none is."""
    sizes = [_smaller(scale[-1][0], share).text.size for share in DEEPER]
    return len(scale) + next((at for at, size in enumerate(sizes) if size <= most), len(sizes) - 1)


def deepened(place: Place) -> Place:
    """A place whose text may go below the smallest size of its scale."""
    below = [tuple([_smaller(style, share) for style in place.scale[-1]]) for share in DEEPER]
    return replace(place, scale=(*place.scale, *below))


def _smaller(style: ParagraphStyle, share: float) -> ParagraphStyle:
    """A style at a share of its size, in whole points."""
    size = round(style.text.size * share / EMU_PER_POINT) * EMU_PER_POINT
    part = size / style.text.size
    return replace(
        style,
        text=replace(style.text, size=size, tracking=round(style.text.tracking * part)),
        margin=round(style.margin * part),
        indent=round(style.indent * part),
        before=round(style.before * part),
        after=round(style.after * part),
    )
