"""Builds: at which click everything on a page appears, in the order in which it is read.

What comes at one click is a piece: some things whole, or some paragraphs of a text. A piece is made of what a block says, so
the parts of a slide that is split, and of a list that is divided over columns, have theirs like any other.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds import KINDS, Group
from deckmotor.compose.kinds.kind import paragraphs_of
from deckmotor.compose.standing import Standing
from deckmotor.model.blocks import Block
from deckmotor.model.deck import Head, Slide
from deckmotor.model.showing import Build
from deckmotor.scene.page import Item, TextItem

Drawn = tuple[Standing, tuple[Item, ...]]
"""A group or a heading in its place, and its items."""


class Piece(Struct, frozen=True):
    """What comes at one click: items of a group, by their places from `begin` to `end`, or paragraphs of its first item."""

    way: Build
    begin: int
    end: int
    of_text: bool = False


def built(drawn: Sequence[Drawn], slide: Slide, head: Head) -> tuple[list[Drawn], int]:
    """What stands on a page, in reading order, with the clicks at which it appears, and how many of these there are.

    A heading comes with what it is above.
    """
    others: Build = slide.build or head.build or "none"
    ways = dict(_ways(slide.blocks, others))
    made: list[Drawn] = []
    last = 0
    headings: list[Drawn] = []
    for placed, items in drawn:
        if placed.group is None:
            headings.append((placed, items))
            continue
        if not items:  # A picture that is not there, which is told.
            continue
        found: list[tuple[Piece, int]] = []
        for piece in _pieces(
            placed.group, items, [ways.get(id(block)) or block_way(block) or others for block in placed.group]
        ):
            found.append((piece, _click(piece.way, last)))
            last = max(last, found[-1][1])
        made += [(above, tuple(_at(item, found[0][1]) for item in heading)) for above, heading in headings]
        made.append((placed, _clicked(items, found)))
        headings = []
    made += [(above, tuple(_at(item, 0) for item in heading)) for above, heading in headings]
    return made, last


def block_way(block: Block) -> Build | None:
    """How a block says that it appears."""
    return getattr(block, "build", None)


def _ways(blocks: Sequence[Block], around: Build | None) -> Iterator[tuple[int, Build | None]]:
    """How each block appears, by its identity: as it says, as that says which it stands in, or as the slide does."""
    for block in blocks:
        way = block_way(block) or around
        yield id(block), way
        stacks = KINDS[type(block)].stacks
        for column in stacks(block) if stacks is not None else ():
            yield from _ways(column.blocks, way)


def _click(way: Build, last: int) -> int:
    """The click of a piece: a new one, that of what comes before it, or none."""
    return {"none": 0, "together": max(last, 1)}.get(way, last + 1)


# Pieces


def _pieces(group: Group, items: Sequence[Item], ways: Sequence[Build]) -> Iterator[Piece]:
    """The pieces of a group, whose blocks appear in some ways."""
    first = items[0] if items else None
    said = [_said(block, way) for block, way in zip(group, ways, strict=True)]
    if ways[0] == "items" and _is_list(group[0], items):  # What is drawn beside it comes with its first item.
        yield Piece("items", 0, 1, of_text=True)
        yield Piece("together", 1, len(items))
        yield from (Piece("items", at, at + 1, of_text=True) for at in range(1, len(getattr(group[0], "items", ()))))
        return
    counts = [count for block in said for count in block]
    if isinstance(first, TextItem) and len(counts) > 1 and sum(counts) == len(first.paragraphs):
        at = 0
        for block, way in zip(said, ways, strict=True):
            for count in block:
                yield Piece(way, at, at + count, of_text=True)
                at += count
        if len(items) > 1:
            yield Piece("together", 1, len(items))
        return
    begins = KINDS[type(group[0])].begins
    starts = [at for at, item in enumerate(items) if begins is not None and isinstance(item, begins)]
    starts = [0, *starts[1 : len(getattr(group[0], "items", ()))]] if ways[0] == "items" else [0]
    for begin, end in zip(starts, [*starts[1:], len(items)], strict=True):
        yield Piece(ways[0], begin, end)


def _is_list(block: Block, items: Sequence[Item]) -> bool:
    """Whether what is drawn elsewhere is one list here: a paragraph for each of its items, as there is little width."""
    texts = [item for item in items if isinstance(item, TextItem)]
    return (
        KINDS[type(block)].begins is TextItem
        and [len(text.paragraphs) for text in texts] == [len(getattr(block, "items", ()))]
        and texts[0] is items[0]
    )


def _said(block: Block, way: Build) -> list[int]:
    """How many paragraphs each piece of a block has that is a text."""
    counts = [paragraphs_of(said) for said in KINDS[type(block)].units(block)]
    return counts if way == "items" else [sum(counts)]


# Clicks


def _clicked(items: Sequence[Item], found: Sequence[tuple[Piece, int]]) -> tuple[Item, ...]:
    clicked = list(items)
    for piece, click in found:
        if not piece.of_text:
            clicked[piece.begin : piece.end] = [_at(item, click) for item in items[piece.begin : piece.end]]
    text = clicked[0] if clicked else None
    if isinstance(text, TextItem) and found[0][0].of_text:
        clicks = [click for piece, click in found if piece.of_text for _ in range(piece.begin, piece.end)]
        parts = [replace(part, click=click) for part, click in zip(text.paragraphs, clicks, strict=True)]
        clicked[0] = replace(text, paragraphs=tuple(parts), click=0)
    return tuple(clicked)


def _at(item: Item, click: int) -> Item:
    """An item that appears at a click, all of it."""
    if isinstance(item, TextItem) and any(part.click for part in item.paragraphs):
        item = replace(item, paragraphs=tuple(replace(part, click=0) for part in item.paragraphs))
    return item if item.click == click else replace(item, click=click)
