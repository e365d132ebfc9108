"""Agendas. The model shows them as lists and tables (`model.agendas`); one that comes here by itself is a list."""

from msgspec.structs import replace

from deckmotor.compose.kinds.kind import Kind, Levels
from deckmotor.compose.kinds.lists import NUMBERED, list_paragraphs
from deckmotor.compose.kinds.table import TABLE
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.agendas import AgendaList, AgendaTable
from deckmotor.model.items import ListItem
from deckmotor.model.sequences import Agenda
from deckmotor.model.text import leading
from deckmotor.scene.page import Paragraph


def _paragraphs(block: Agenda, levels: Levels, place: Place, look: Look) -> list[Paragraph]:
    items = tuple([ListItem(text=leading(point.text, point.link), span=point.span) for point in block.items])
    return list_paragraphs(items, levels, look, numbered=True)


AGENDA = Kind(
    block=Agenda,
    example="title: Today\nagenda: [9.00: Welcome, 9.30: Three questions, 11.00: What we do next]\n",
    word="list",
    looks=("list", "points", "words"),
    flows=True,
    paragraphs=_paragraphs,
)


def _large(block: AgendaList, levels: Levels, place: Place, look: Look) -> list[Paragraph]:
    """A few points that are their page have large numerals, as questions have: what is to come is looked for by them."""
    asked = look.theme.looks["questions"][0][0].bullet
    numeral = asked.size if asked is not None and place.slot is not None and place.slot.look == "points" else 100
    return list_paragraphs(block.items, levels, look, numbered=True, start=block.start, numeral=numeral)


SHOWN = {
    AgendaList: replace(NUMBERED, block=AgendaList, stepped=None, paragraphs=_large),
    AgendaTable: replace(TABLE, block=AgendaTable, word="table"),
}
"""The kinds that agendas are shown as. Their places are known by `agenda`, for a list or a table may stand beside it."""
