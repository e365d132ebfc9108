"""The slots that layouts are made of."""

from msgspec.structs import replace

from deckmotor.scene.page import Slot, SlotType
from deckmotor.style import Align, Anchor, Box
from deckmotor.theme.styles import Steps

SLOTS: dict[str, tuple[int, SlotType, str]] = {
    "title": (0, "title", "Title"),
    "subtitle": (1, "subTitle", "Subtitle"),
    "body": (1, "obj", "Content"),
    "date": (10, "dt", "Date"),
    "footer": (11, "ftr", "Footer"),
    "number": (12, "sldNum", "Slide number"),
    "lead": (13, "body", "Lead"),
    "credits": (14, "body", "Credits"),
    "picture": (15, "pic", "Picture"),
    "table": (16, "tbl", "Table"),
    "organisation": (19, "body", "Organisation"),
    "ordinal": (20, "body", "Section number"),
    "chart": (17, "chart", "Chart"),
    "value": (31, "body", "Number"),
    "label": (32, "body", "What it is"),
    "meaning": (33, "body", "What it means"),
    "caption": (18, "body", "Caption"),
    "map": (27, "pic", "Map"),
    "heading": (21, "body", "Heading"),
    "speaker": (26, "body", "Speaker"),
}
"""Index of its first slot, type and label of each role. A role has the same indices on every layout, so that text stays when
layouts are changed."""

FURTHER = {"picture": 30, "caption": 40}
"""Index of the second slot and on, less its number, of roles that have too little room after the first."""


def slot(
    role: str,
    box: Box,
    steps: Steps,
    *,
    number: int = 1,
    look: str = "",
    anchor: Anchor = "top",
    type: SlotType | None = None,
) -> Slot:
    """A slot by its role, with its styles at every step of its type scale; `number` counts the slots of a role from 1."""
    idx, usual, label = SLOTS[role]
    levels, *smaller = steps
    label = label if number == 1 else f"{label} {number}"
    return Slot(
        role=role,
        number=number,
        look=look,
        type=type or usual,
        idx=idx + number - 1 if number == 1 or role not in FURTHER else FURTHER[role] + number,
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
