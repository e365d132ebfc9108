"""Lists in speaker notes, as people type them: lines that begin with `- ` or `1. `, indented for a level below.

A mark that is typed once, or numbers that do not count, may be meant as they stand: they stay text.
"""

import re
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.model.kinds import FAILED, ITEM, Kind, Reading
from deckmotor.model.masked import Masked
from deckmotor.model.text import Note, Text
from deckmotor.source.nodes import Node, Scalar
from deckmotor.source.places import cut

DEEPEST = 8
"""The last level that PowerPoint has, from 0."""

SURE = "-•"
"""Marks that begin an item also where there is one alone, but for a number that may be negative."""


class _Item(Struct, frozen=True):
    """A line that begins like an item."""

    indent: int
    number: int
    """0 where it has a mark."""
    mark: str
    """That, or what stands after its number."""
    begins: int
    """Where its text does, in the masked text."""


class _List(Struct):
    """Items of one level that follow each other."""

    level: int
    items: list[_Item]


class _Part(Struct):
    """A paragraph: where it begins and ends in the masked text, and its list where it is an item."""

    start: int
    end: int
    listed: _List | None


def read_notes(nodes: tuple[Node, ...], of: str, reading: Reading, kind: Kind) -> Any:
    """The paragraphs and items of notes; of several nodes each is an item. FAILED where one could not be read."""
    whole = len(nodes) > 1
    made: list[Any] = []
    for node in nodes:
        parts = _parts(node) if type(node) is Scalar else [(node, None)]
        for at, (part, listed) in enumerate(parts):
            text = kind.read(part, of, reading)
            if text is not FAILED and listed is not None:
                first = listed.items[0]
                text = _note(text, f"1{first.mark}" if first.number else "•", listed.level + (whole and at > 0), first.number)
            elif text is not FAILED and whole and not at:
                text = _note(text, "•", 0)
            made.append(text)
    return FAILED if FAILED in made else tuple(made)


def _note(text: Text, marker: Any, level: int, start: int = 0) -> Note:
    """A text as an item; lines that go on below its mark are not indented."""
    runs = tuple([replace(run, text=re.sub(r"\n[^\S\n]+", "\n", run.text)) for run in text.runs])
    return Note(runs=runs, span=text.span, written=text.written, marker=marker, level=min(level, DEEPEST), start=start or 1)


def _parts(node: Scalar) -> list[tuple[Node, _List | None]]:
    """A text cut at its empty lines and items, each part with its list where it is an item. A value is not cut."""
    masked = Masked(node)
    text = masked.text
    lists = _lists(text)
    found: list[_Part] = []
    goes_on = False
    for line in re.finditer(r"(?m)^.*$", text):
        listed = lists.get(line.start())
        if not line[0].strip():
            goes_on = False
        elif listed is not None:
            found.append(_Part(_begins(text, line.start()), line.end(), listed))
            goes_on = True
        elif goes_on and (found[-1].listed is None or line[0][0].isspace()):
            found[-1].end = line.end()
        else:
            found.append(_Part(line.start(), line.end(), None))
            goes_on = True
    return [(cut(node, masked.index(part.start), masked.index(part.end)), part.listed) for part in found] or [(node, None)]


def _begins(text: str, line: int) -> int:
    item = re.compile(ITEM).match(text, line)
    return line if item is None else item.end()


def _lists(text: str) -> dict[int, _List]:
    """The list that each item is of, by where its line begins."""
    found: dict[int, _List] = {}
    open_: list[_List] = []
    for line in re.finditer(r"(?m)^.*$", text):
        begins = re.compile(ITEM).match(text, line.start())
        if begins is None:
            if line[0].strip() and not line[0][0].isspace():
                open_ = []
            continue
        item = _Item(len(begins[1]), int(begins[3] or 0), begins[2] or begins[4], begins.end())
        while open_ and open_[-1].items[0].indent > item.indent:
            open_.pop()
        top = open_[-1] if open_ else None
        if top is not None and top.items[0].indent == item.indent and (top.items[0].mark != item.mark):
            open_.pop()
            top = None
        if top is None or top.items[0].indent < item.indent:
            top = _List(len(open_), [])
            open_.append(top)
        top.items.append(item)
        found[line.start()] = top
    return {at: one for at, one in found.items() if _is_meant(one, text)}


def _is_meant(listed: _List, text: str) -> bool:
    first, *more = listed.items
    if first.number:
        counted = [first.number + at for at in range(len(listed.items))]
        numbers = [item.number for item in listed.items]
        return bool(more) and (numbers == counted or set(numbers) == {1})
    return bool(more) or (first.mark in SURE and not text[first.begins].isdigit())
