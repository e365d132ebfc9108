"""Agendas as what they are shown as: a numbered list, of sections with links to their pages; with times a table.

So they are fitted, split, set large and read aloud as any list or table. Those of sections need the whole deck, and may stand
again before each section.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from msgspec.structs import replace

from deckmotor.model.blocks import Block, Column, Numbered, Section
from deckmotor.model.deck import Slide
from deckmotor.model.items import ListItem
from deckmotor.model.reading import Reading
from deckmotor.model.sequences import Agenda
from deckmotor.model.tables import Row, Table
from deckmotor.model.text import Text, leading


class AgendaList(Numbered, frozen=True, kw_only=True, tag="agenda"):
    """An agenda without times: a numbered list that is known by what was typed."""


class AgendaTable(Table, frozen=True, kw_only=True, tag="agenda"):
    """An agenda with times: a table that is known by what was typed."""

    led: bool = False
    """Whether its last column has names."""
    timed: bool = False
    """Whether its first column has times."""


def _agendas(blocks: Sequence[Any]) -> Iterator[Agenda]:
    for block in blocks:
        if isinstance(block, Agenda):
            yield block
        for column in getattr(block, "items", ()) if not isinstance(block, Agenda) else ():
            if isinstance(column, Column):
                yield from _agendas(column.blocks)


def with_agendas(slides: Sequence[Slide], reading: Reading) -> tuple[Slide, ...]:
    """The slides with what their agendas are shown as; those that are repeated, before each section as well."""
    sections = [slide for slide in slides if slide.blocks and isinstance(slide.blocks[0], Section)]
    repeated: Slide | None = None
    taken = {slide.id for slide in slides}
    made: list[Slide] = []
    for slide in slides:
        if slide in sections and repeated is not None and made[-1].id != repeated.id:
            made.append(_again(repeated, slide, sections, taken))
        agendas = tuple(_agendas(slide.blocks))
        for agenda in agendas:
            if agenda.sections and not sections:
                reading.report("agenda-sections", agenda.span)
        made.append(replace(slide, blocks=_shown(slide.blocks, sections, None)) if agendas else slide)
        if any(agenda.sections and agenda.repeat for agenda in agendas):
            repeated = slide
    return tuple(made)


def _again(slide: Slide, section: Slide, sections: Sequence[Slide], taken: set[str | None]) -> Slide:
    """The slide once more before a section, which is lit; without the notes, which were said."""
    base = name = f"{slide.id}-{section.id}"
    number = 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    taken.add(name)
    return replace(slide, id=name, blocks=_shown(slide.blocks, sections, section), notes=())


def _shown(blocks: Sequence[Block], sections: Sequence[Slide], lit: Slide | None) -> tuple[Any, ...]:
    """Blocks with what agendas among them are shown as."""
    made: list[Any] = []
    for block in blocks:
        if isinstance(block, Agenda):
            made.append(shown(block, sections, lit))
        elif any(_agendas((block,))):
            columns = [replace(one, blocks=_shown(one.blocks, sections, lit)) for one in getattr(block, "items", ())]
            made.append(replace(block, items=tuple(columns)))
        else:
            made.append(block)
    return tuple(made)


def shown(block: Agenda, sections: Sequence[Slide] = (), lit: Slide | None = None) -> AgendaList | AgendaTable:
    """What an agenda is shown as."""
    if block.sections:
        named = [(section, section.title) for section in sections if section.title is not None]
        items = [
            ListItem(text=_lit(leading(title, f"#{section.id}"), section is lit), span=title.span) for section, title in named
        ]
        return AgendaList(items=tuple(items), build=block.build, span=block.span)
    if all(point.time is None and point.by is None for point in block.items):
        points = [
            ListItem(text=_lit(leading(one.text, one.link), _is_lit(block, one.text)), span=one.span) for one in block.items
        ]
        return AgendaList(items=tuple(points), build=block.build, span=block.span)
    return _table(block)


def _table(block: Agenda) -> AgendaTable:
    """The points as rows: when, what, and by whom where that is said of any."""
    led = any(point.by is not None for point in block.items)
    timed = any(point.time is not None for point in block.items)
    rows = []
    for point in block.items:
        blank = Text(runs=(), span=point.span)
        lit = _is_lit(block, *(one for one in (point.text, point.time) if one is not None))
        cells = (
            *((point.time or blank,) if timed else ()),
            leading(point.text, point.link),
            *((point.by or blank,) if led else ()),
        )
        rows.append(Row(cells=tuple(_lit(one, lit) for one in cells), id=point.id, span=point.span))
    left: Literal["left"] = "left"
    align = tuple([left for _ in rows[0].cells])
    return AgendaTable(rows=tuple(rows), header=False, align=align, led=led, timed=timed, build=block.build, span=block.span)


def _is_lit(block: Agenda, *texts: Text) -> bool:
    return block.highlight is not None and block.highlight in [text.plain for text in texts]


def _lit(text: Text, lit: bool) -> Text:
    return replace(text, runs=tuple([replace(run, lit=True) for run in text.runs])) if lit else text
