"""The slots that layouts are made of."""

from msgspec.structs import replace

from deckmotor.scene.page import Slot, SlotType
from deckmotor.style import Align, Anchor, Box
from deckmotor.theme.styles import Steps

SLOTS: dict[str, tuple[int, SlotType, str]] = {
    "title": (0, "title", "Title"),
    "subtitle": (1, "subTitle", "Subtitle"),
    "body": (1, "obj", "Content"),
    "body-2": (2, "obj", "Content 2"),
    "body-3": (3, "obj", "Content 3"),
    "body-4": (4, "obj", "Content 4"),
    "date": (10, "dt", "Date"),
    "footer": (11, "ftr", "Footer"),
    "number": (12, "sldNum", "Slide number"),
    "lead": (13, "body", "Lead"),
    "credits": (14, "body", "Credits"),
    "picture": (15, "pic", "Picture"),
    "table": (16, "tbl", "Table"),
    "caption": (18, "body", "Caption"),
    "heading": (21, "body", "Heading"),
    "heading-2": (22, "body", "Heading 2"),
    "heading-3": (23, "body", "Heading 3"),
    "heading-4": (24, "body", "Heading 4"),
}
"""Index, type and label of each slot. A role has the same index on every layout, so text stays when layouts are changed."""


def slot(name: str, box: Box, steps: Steps, *, anchor: Anchor = "top", type: SlotType | None = None) -> Slot:
    """A slot by its role, with its styles at every step of its type scale."""
    idx, usual, label = SLOTS[name]
    levels, *smaller = steps
    return Slot(
        name=name,
        type=type or usual,
        idx=idx,
        label=label,
        box=box,
        levels=levels,
        smaller=tuple(smaller),
        anchor=anchor,
        prompt=label,
    )


def aligned(steps: Steps, align: Align) -> Steps:
    """The same styles, aligned."""
    return tuple(tuple(replace(style, align=align) for style in levels) for levels in steps)
