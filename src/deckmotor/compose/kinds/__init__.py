"""The kinds of blocks that compose knows: what each is, how it is placed and cut. A new kind is a module here, named by tag.

Its row is a constant with the tag's name in capitals: `TABLE` in `table`. It is looked up there when a deck first holds such a
block, so that a deck without tables loads nothing about tables.
"""

from importlib import import_module

from msgspec.structs import replace

from deckmotor.compose.breaks import SOFT_HYPHEN
from deckmotor.compose.kinds.kind import Group, Kind, Levels, Said, Want, speaker
from deckmotor.compose.kinds.text import TEXT
from deckmotor.compose.look import Look, Taken, name_paragraph
from deckmotor.compose.place import Place, in_slot
from deckmotor.compose.setting import set_text
from deckmotor.compose.text import text_item
from deckmotor.model.blocks import Block, every_block
from deckmotor.scene.page import Item, Paragraph, TextItem

__all__ = ["KINDS", "Group", "Kind", "Said", "Want", "draw", "every_kind", "kind_of", "want", "word_of"]

_TOGETHER = {
    "cover": "loud",
    "section": "loud",
    "closing": "loud",
    "bullets": "lists",
    "numbered": "lists",
    "questions": "lists",
    "lead": "text",
}
"""Kinds that stand in one module with others."""


class _Kinds(dict[type, Kind]):
    """The kinds met so far."""

    def __missing__(self, block: type[Block]) -> Kind:
        tag = str(block.__struct_config__.tag)
        module = import_module(f"{__name__}.{_TOGETHER.get(tag, tag)}")
        row: Kind = getattr(module, tag.upper())
        if row.block is not block:  # What one block is shown as.
            row = module.SHOWN[block]
        self[block] = row
        return row


KINDS = _Kinds()
"""The kinds by their types in the model: `KINDS[type(block)]`."""


def every_kind() -> tuple[Kind, ...]:
    """All kinds, in the order of the model."""
    return tuple([KINDS[block] for block in every_block()])


def kind_of(group: Group) -> Kind:
    """The kind that a group is: that of its first block that is no running text, which gives way to lists."""
    if len(group) == 1:
        return KINDS[type(group[0])]
    kinds = [KINDS[type(block)] for block in group]
    return next((kind for kind in kinds if kind is not TEXT), TEXT)


def word_of(group: Group) -> str:
    """What a group is called where layouts are chosen."""
    kind = kind_of(group)
    return kind.word or kind.tag


def _paragraphs(group: Group, levels: Levels, place: Place, look: Look) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    for block in group:
        make = KINDS[type(block)].paragraphs
        if make is None:
            raise AssertionError(f"{block} is no text")
        paragraphs += make(block, levels, place, look)
    return paragraphs


def draw(group: Group, place: Place, look: Look) -> tuple[Item, ...]:
    """The items of a group in its place."""
    kind = KINDS[type(group[0])]
    if kind.draw is not None:
        return kind.draw(group[0], place, look)
    text = _shared(group, place, look) if look.varies and look.whole is None else _text(group, place, look)
    by = None if kind.signed is None else kind.signed(group[0])
    slot = None if by is None else speaker(place, look)
    if by is None or slot is None:
        return (text,)
    return (text, text_item(in_slot("by", slot), lambda levels: [name_paragraph(by, levels[0], look)], look, by.span, (by,)))


def _text(group: Group, place: Place, look: Look) -> TextItem:
    return text_item(place, lambda levels: _paragraphs(group, levels, place, look), look, group[0].span, group)


def _shared(group: Group, place: Place, look: Look) -> TextItem:
    """The text of a group, set once for all editions in which the same blocks stand in the same place."""
    sizes = (look.floors.get(place.share, 0), look.shrinks, look.title, look.language, place is look.airy)
    identities = tuple([id(one) for one in (*group, look.theme, look.layout, place.slot, *place.scale)])
    placed = (place.key, place.box, place.share, place.native, place.anchor, place.insets, place.spread)
    key = ("text", identities, sizes, placed)
    known: tuple[object, TextItem, Taken] | None = look.memo.get(key)
    if known is None:
        before = (len(look.problems), len(look.asked))
        item = _text(group, place, look)
        if (len(look.problems), len(look.asked)) == before:
            look.memo[key] = ((group, look.theme, look.layout, place), item, look.taken[place.key])
        return item
    item, look.taken[place.key] = known[1:]
    if place.slot is not None:
        look.filled.add(place.slot.name)
    return replace(item, name=f"{look.page}/{place.key}")


def want(group: Group, place: Place, step: int, look: Look) -> Want:
    """The room that a group needs in the width of a place, at a step."""
    kind = KINDS[type(group[0])]
    divides = sum(len(KINDS[type(block)].units(block)) for block in group) > 1
    if kind.want is not None:
        return replace(kind.want(group[0], place, step, look), divides=divides)
    levels = place.scale[min(step, len(place.scale) - 1)]
    item, broken = set_text(_paragraphs(group, levels, place, look), place.box, look, insets=place.insets)
    right = max((line.x + line.width for part in item.paragraphs for line in part.lines), default=place.box.x)
    height = item.height + place.insets.top + place.insets.bottom
    cuts = bool(broken) or any(SOFT_HYPHEN in run.text for part in item.paragraphs for run in part.runs)
    return Want(height=height, width=right - place.box.x, broken=bool(broken), cuts=cuts, divides=divides)
