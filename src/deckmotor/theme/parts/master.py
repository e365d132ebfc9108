"""The slide master: background, colour map, text styles, its five placeholders (ECMA-376 part 1, 19.3.1.42)."""

from collections.abc import Mapping, Sequence

from deckmotor.ooxml.drawing import background
from deckmotor.ooxml.names import REL_LAYOUT, REL_THEME, TYPE_MASTER
from deckmotor.ooxml.package import HARD, Part, make_part
from deckmotor.ooxml.relationships import Relationships
from deckmotor.ooxml.shapes import FIRST_SHAPE_ID, rooted, shape_tree
from deckmotor.ooxml.text import LEVELS, PLAIN, list_style
from deckmotor.scene.page import Slot
from deckmotor.theme.parts.placeholders import decoration, master_placeholder
from deckmotor.theme.parts.prompts import Asked
from deckmotor.theme.theme import Master

_KINDS = {"title": "title", "body": "body", "date": "dt", "footer": "ftr", "number": "sldNum"}
"""Placeholder type of each slot of the master: it may have these five and no others (19.7.10)."""

_REST = "".join(f' {name}="{name}"' for name in (*(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink"))
_LIGHT = f'<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"{_REST}/>'
_DARK = f'<p:clrMap bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"{_REST}/>'


def colour_map(*, dark: bool) -> str:
    """Which theme colours are page and ink (19.3.1.6): a dark theme turns them round, so that `tx1` is always the ink."""
    return _DARK if dark else _LIGHT


def master_parts(
    name: str,
    master: Master,
    names: tuple[Sequence[tuple[str, int]], str, Mapping[str, str]],
    *,
    dark: bool,
    asked: Asked,
) -> tuple[Part, Part]:
    """The master and its relationships. `names`: layouts with numbers, the theme, pictures by their keys."""
    layouts, theme, pictures = names
    relations = Relationships(name)
    ids = "".join(f'<p:sldLayoutId id="{number}" r:id="{relations.part(REL_LAYOUT, layout)}"/>' for layout, number in layouts)
    relations.part(REL_THEME, theme)
    drawn = [
        decoration(number, item, pictures, relations) for number, item in enumerate(master.decoration, start=FIRST_SHAPE_ID)
    ]
    slots = (
        master_placeholder(number, slot, _KINDS[slot.name], _prompts(slot, asked), asked[0])
        for number, slot in enumerate(master.slots, start=FIRST_SHAPE_ID + len(drawn))
    )
    inner = (
        f"<p:cSld>{background(master.background)}{shape_tree(*drawn, *slots)}</p:cSld>{colour_map(dark=dark)}"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>{_text_styles(master)}"
    )
    data = rooted("p:sldMaster", ' preserve="1"', inner)
    return make_part(name, TYPE_MASTER, data, level=HARD), relations.to_part(level=HARD)


def _prompts(slot: Slot, asked: Asked) -> tuple[str, ...]:
    if slot.name != "body":
        return (asked[1]["title"] if slot.name == "title" else slot.prompt,)
    word = asked[1]["level"]
    return tuple([f"{word} {level}" for level in range(1, len(slot.levels) + 1)])


def _text_styles(master: Master) -> str:
    """The styles that all text inherits from: titles, bodies, and everything else (19.3.1.49)."""
    levels = {slot.name: slot.levels for slot in master.slots}
    styles = (
        list_style(levels["title"], (), "p:titleStyle"),
        list_style(levels["body"], (), "p:bodyStyle"),
        list_style((PLAIN,) * LEVELS, (), "p:otherStyle"),
    )
    return f"<p:txStyles>{''.join(styles)}</p:txStyles>"
