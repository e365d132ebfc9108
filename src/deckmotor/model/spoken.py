"""Lists in speaker notes, as people type them: lines that begin with `- ` or `1. `, indented for a level below.

A mark that is typed once, or numbers that do not count, may be meant as they stand: they stay text.
"""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.model.masked import Masked
from deckmotor.model.signs import ITEM
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


class Place(Struct, frozen=True):
    """Where an item stands in its list."""

    marker: Literal["•", "1.", "1)"]
    level: int
    start: int


def parts_of_notes(nodes: tuple[Node, ...]) -> Iterator[tuple[Node, Place | None]]:
    """Notes cut into paragraphs and items; of several nodes each is an item, and lists in it are a level below."""
    whole = len(nodes) > 1
    for node in nodes:
        parts = _parts(node) if type(node) is Scalar else [(node, None)]
        for at, (part, listed) in enumerate(parts):
            if listed is not None:
                level = min(listed.level + (whole and at > 0), DEEPEST)
                first = listed.items[0]
                yield part, Place("1." if first.mark == "." else "1)" if first.number else "•", level, first.number or 1)
            else:
                yield part, Place("•", 0, 1) if whole and not at else None


def noted(text: Text, place: Place | None) -> Text:
    """A text at its place; lines that go on below the mark of an item are not indented."""
    if place is None:
        return text
    runs = tuple([replace(run, text=re.sub(r"\n[^\S\n]+", "\n", run.text)) for run in text.runs])
    return Note(runs=runs, span=text.span, written=text.written, marker=place.marker, level=place.level, start=place.start)


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
