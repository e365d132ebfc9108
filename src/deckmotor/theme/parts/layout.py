"""Slide layouts: decoration, and placeholders that say only what the master does not (ECMA-376 part 1, 19.3.1.39)."""

from collections.abc import Mapping

from deckmotor.ooxml.drawing import background, same_color
from deckmotor.ooxml.names import REL_MASTER, TYPE_LAYOUT
from deckmotor.ooxml.package import HARD, Part, make_part
from deckmotor.ooxml.relationships import Relationships
from deckmotor.ooxml.shapes import FIRST_SHAPE_ID, FOOTERS, rooted, shape_tree
from deckmotor.ooxml.xml import attribute
from deckmotor.scene.page import Layout, Slot
from deckmotor.theme.parts.placeholders import decoration, layout_placeholder
from deckmotor.theme.parts.prompts import Asked
from deckmotor.theme.theme import Master

_TYPES = {
    (): "blank",
    ("title",): "titleOnly",
    ("ctrTitle", "subTitle"): "title",
    ("ctrTitle", "subTitle", "body"): "title",
    ("title", "obj"): "obj",
    ("title", "body"): "tx",
    ("title", "obj", "obj"): "twoObj",
    ("title", "body", "obj", "body", "obj"): "twoTxTwoObj",
    ("title", "tbl"): "tbl",
    ("title", "pic", "body"): "picTx",
}
"""What PowerPoint calls a layout with these placeholders (19.7.15); others have no name there."""

_INHERITS = {"title": "title", "ctrTitle": "title", "dt": "date", "ftr": "footer", "sldNum": "number"}
"""The master's slot that each type of placeholder inherits from; all others inherit from its body."""


def layout_parts(
    name: str, layout: Layout, master: Master, names: tuple[str, Mapping[str, str]], asked: Asked
) -> tuple[Part, Part]:
    """The layout as part `name`, and its relationships. `names` are the master's part, and those of pictures by their keys."""
    relations = Relationships(name)
    master_part, pictures = names
    relations.part(REL_MASTER, master_part)
    shared = len(master.decoration)
    inherits = layout.decoration[:shared] == master.decoration
    own = layout.decoration[shared:] if inherits else layout.decoration
    drawn = [decoration(number, item, pictures, relations) for number, item in enumerate(own, start=FIRST_SHAPE_ID)]
    slots = [
        layout_placeholder(number, slot, _base(slot, master), asked)
        for number, slot in enumerate(layout.slots, start=FIRST_SHAPE_ID + len(drawn))
    ]
    hidden = "" if inherits else ' showMasterSp="0"'
    ground = "" if same_color(layout.background, master.background) else background(layout.background)
    inner = (
        f'<p:cSld name="{attribute(layout.label)}">{ground}{shape_tree(*drawn, *slots)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    )
    data = rooted("p:sldLayout", f'{hidden}{_type(layout)} preserve="1" userDrawn="1"', inner)
    return make_part(name, TYPE_LAYOUT, data, level=HARD), relations.to_part(level=HARD)


def _type(layout: Layout) -> str:
    held = tuple(slot.type for slot in layout.slots if slot.type not in FOOTERS)
    kind = "secHead" if layout.name == "section" else _TYPES.get(held)
    return "" if kind is None else f' type="{kind}"'


def _base(slot: Slot, master: Master) -> Slot:
    wanted = _INHERITS.get(slot.type, "body")
    return next(one for one in master.slots if one.name == wanted)
