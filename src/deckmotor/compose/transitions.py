"""How pages come after each other. On both sides of a morph, what both pages have goes by one name: PowerPoint pairs it."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from deckmotor.compose.composed import Composed
from deckmotor.compose.kinds import KINDS
from deckmotor.model.deck import Deck
from deckmotor.model.showing import Transition as Said
from deckmotor.ooxml.identity import PAIRED
from deckmotor.scene.page import (
    ChartItem,
    ConnectorItem,
    FormulaItem,
    GroupItem,
    Item,
    Page,
    PictureItem,
    ShapeItem,
    TableItem,
    TextItem,
    Transition,
)

Paired = TextItem | PictureItem | TableItem | ChartItem | GroupItem | FormulaItem
"""What is paired: connectors go by the names of shapes."""

ALWAYS = ("title", "footer", "date", "number", "trace")
"""What PowerPoint pairs by itself: placeholders that every page has."""


def transitions(deck: Deck) -> list[Transition | None]:
    """How each slide comes: as it says, else as its section does, else as the deck does."""
    of_section = None
    found: list[Transition | None] = []
    for slide in deck.slides:
        if slide.blocks and KINDS[type(slide.blocks[0])].opens is not None:
            of_section = getattr(slide.blocks[0], "transition", None)
        way: Said | None = slide.transition or of_section or deck.head.transition
        found.append(None if way is None or way == "none" else way)
    return found


def with_transitions(made: Sequence[Composed], deck: Deck, memo: dict[Any, Any]) -> list[Composed]:
    """The slides with the transitions of their pages; pages that variants share stay shared."""
    ways = transitions(deck)
    if not any(ways):
        return list(made)
    pages = [
        _once(memo, ("transition", id(page), way), page, replace(page, transition=way))
        for composed, way in zip(made, ways, strict=True)
        for page in composed.pages
    ]
    keys = [{*_keys(page.items), *_inner_keys(page)} for page in pages]
    for at, page in enumerate(pages):
        before = keys[at] & keys[at - 1] if at and page.transition == "morph" else set()
        after = keys[at] & keys[at + 1] if at + 1 < len(pages) and pages[at + 1].transition == "morph" else set()
        shared = tuple(sorted(before | after))
        if shared:
            pages[at] = _once(memo, ("morph", id(page), shared), page, _renamed(page, {key for _, key in shared}))
    rest = iter(pages)
    return [replace(composed, pages=tuple(next(rest) for _ in composed.pages)) for composed in made]


def _once(memo: dict[Any, Any], key: object, page: Page, new: Page) -> Page:
    """A page that is made anew, the same object each time. The old one is kept: an identity is good while its object lives."""
    known: tuple[Page, Page] = memo.setdefault(key, (page, new))
    return known[1]


def _keys(items: Sequence[Item]) -> set[tuple[str, str]]:
    """The kinds and keys of what may be paired."""
    named = ((type(item).__name__, _key(item.name)) for item in items if isinstance(item, Paired))
    return {(kind, key) for kind, key in named if key not in ALWAYS}


def _inner_keys(page: Page) -> set[tuple[str, str]]:
    """The same of what stands in groups and says something: boxes of a flow move one by one."""
    groups = (item for item in page.items if isinstance(item, GroupItem))
    return {(type(one).__name__, _key(one.name)) for group in groups for one in group.items if _says(one)}


def _says(item: Item) -> bool:
    return isinstance(item, ShapeItem) and bool(item.paragraphs)


def _key(name: str) -> str:
    return name.rpartition("/")[2]


def _renamed(page: Page, shared: set[str]) -> Page:
    return replace(page, items=tuple([_named(item, shared) for item in page.items]))


def _named(item: Item, shared: set[str]) -> Item:
    """An item by the name that it shares, if it does; in a group with all that is in it, and what is glued to that."""
    if not isinstance(item, Paired) or _key(item.name) not in shared:
        return item
    named = replace(item, name=f"{PAIRED}{_key(item.name)}")
    if not isinstance(named, GroupItem):
        return named
    names = {one.name: f"{PAIRED}{key}" for one in named.items if _says(one) and (key := _key(one.name)) in shared}
    return replace(named, items=tuple([_within(one, names) for one in named.items]))


def _within(item: Item, names: Mapping[str, str]) -> Item:
    if isinstance(item, ConnectorItem):
        begin, end = (replace(one, item=names.get(one.item or "", one.item)) for one in (item.begin, item.end))
        return replace(item, begin=begin, end=end)
    return replace(item, name=names[item.name]) if item.name in names else item
