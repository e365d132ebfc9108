"""Definitions: words in bold with what they mean below them, as a text that is read as such a list."""

from typing import Any

from msgspec.structs import replace

from deckmotor.compose.kinds.along import coloured
from deckmotor.compose.kinds.kind import Kind, Levels, Said
from deckmotor.compose.kinds.text import unmarked
from deckmotor.compose.look import Look, paragraph
from deckmotor.compose.place import Place
from deckmotor.model.blocks import Definitions, ListItem
from deckmotor.model.boxes import Definition
from deckmotor.scene.page import Paragraph

CLOSE = 0.1
"""Between a word and what it means, over the size."""


def _paragraphs(block: Definitions, levels: Levels, place: Place, look: Look) -> list[Paragraph]:
    text = unmarked(levels[0])
    term = coloured(text, look.theme.looks["quote"][0][0].text.color, bold=True)
    meaning = replace(text, before=round(text.text.size * CLOSE))
    parts: list[Paragraph] = []
    for item in block.items:
        parts.append(replace(paragraph(item.term, term, look), defines="term"))
        parts.append(replace(paragraph(item.text, meaning, look, level=1), defines="meaning"))
    return parts


def _units(block: Definitions) -> tuple[Said, ...]:
    """Each with what it means below it, as an item of a list: they stay together."""
    return tuple([_item(one) for one in block.items])


def _item(one: Definition) -> ListItem:
    return ListItem(text=one.term, bullets=(ListItem(text=one.text, span=one.text.span),), id=one.id, span=one.span)


def _cut(block: Definitions, said: tuple[Any, ...], before: int) -> Definitions:
    items = [Definition(term=item.text, text=item.bullets[0].text, id=item.id, span=item.span) for item in said]
    return replace(block, items=tuple(items))


DEFINITIONS = Kind(
    block=Definitions,
    example="title: In other words\ndefinitions: {Scene: All pages with their places, Deck: What is said}\n",
    word="list",
    looks=("list", "text"),
    flows=True,
    paragraphs=_paragraphs,
    units=_units,
    cut=_cut,
)
