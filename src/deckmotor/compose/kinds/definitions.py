"""Definitions: words in bold, what they mean beside them where they are short, else below; read as such a list."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from msgspec.structs import replace

from deckmotor.compose.kinds.along import coloured
from deckmotor.compose.kinds.kind import Kind, Levels, Said
from deckmotor.compose.kinds.text import unmarked
from deckmotor.compose.look import Look, paragraph
from deckmotor.compose.place import Place
from deckmotor.model.boxes import Definition, Definitions
from deckmotor.model.items import ListItem
from deckmotor.scene.page import Paragraph, Run
from deckmotor.typeset.flow import line_ascent, line_height

CLOSE = 0.1
"""Between a word and what it means, over the size."""

FEW, SHORT = 4, 60
"""So many words with so many characters each, with what they mean, are larger where they are all of their page."""

COLUMN, COLUMNS = 1 / 12, 4
"""What the column of words beside what they mean is a whole number of, over the width of their place; and the most of it."""

GAP = 0.9
"""Between the longest word and what it means, over the size, at least."""

SPARE = 1.05
"""How much wider a text may be drawn than it is measured."""

ROOM = 11
"""What is left for what they mean, over the size, at least where it takes more than a line."""


def _paragraphs(block: Definitions, levels: Levels, place: Place, look: Look) -> list[Paragraph]:
    """Each word above what it means, or, where all are short, at its left."""
    text = unmarked(levels[0])
    style = coloured(text, look.theme.looks["quote"][0][0].text.color, bold=True)
    terms = [paragraph(item.term, style, look) for item in block.items]
    margin = _column(terms, [paragraph(item.text, text, look) for item in block.items], place, look)
    meaning = replace(text, before=0, margin=margin) if margin else replace(text, before=round(text.text.size * CLOSE))
    parts: list[Paragraph] = []
    for item, term in zip(block.items, terms, strict=True):
        parts.append(_before_tab(term, look) if margin else replace(term, defines="term"))
        parts.append(replace(paragraph(item.text, meaning, look, level=1), defines="meaning"))
    return parts


def _column(terms: Sequence[Paragraph], meanings: Sequence[Paragraph], place: Place, look: Look) -> int:
    """How wide the column of words is, EMU, whose sides are alike on most pages; 0 where they stand better above."""
    if not all(map(_is_low, terms)):
        return 0
    size = terms[0].style.text.size
    width = place.box.width - place.insets.left - place.insets.right
    columns = ceil((_longest(terms, look) + GAP * size) / (COLUMN * width))
    margin = round(columns * COLUMN * width)
    room = min(ROOM * size, _longest(meanings, look) * SPARE)
    return margin if columns <= COLUMNS and width - margin >= room else 0


def _is_low(term: Paragraph) -> bool:
    """Whether a word takes one line of usual height: a fraction does not."""
    size, spacing = term.style.text.size, term.style.line_spacing
    up = line_ascent(size, spacing)
    down = line_height(size, spacing) - up
    rooms = [run.style.room for run in term.runs if run.style.room is not None]
    return "\n" not in term.text and all(room.up <= up and room.down <= down for room in rooms)


def _longest(parts: Sequence[Paragraph], look: Look) -> int:
    """The width of the widest, each on one line, EMU."""
    return max(sum(look.fonts.width(run.text, run.style) for run in part.runs) for part in parts)


def _before_tab(term: Paragraph, look: Look) -> Paragraph:
    return replace(term, runs=(*term.runs, Run(text="\t", style=term.style.text, language=look.language)), defines="beside")


def _terse(block: Definitions) -> str:
    """A few short ones stand as a few points do."""
    short = all(len(item.term.plain) + len(item.text.plain) <= SHORT for item in block.items)
    return "rows" if short and len(block.items) <= FEW else ""


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
    terse=_terse,
    looks=("list", "text", "points"),
    flows=True,
    paragraphs=_paragraphs,
    units=_units,
    cut=_cut,
)
