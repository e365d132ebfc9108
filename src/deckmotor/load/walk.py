"""The texts of a deck: which of its values, and of its keys, people read, and the way to each."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from deckmotor.model.blocks import BLOCK_KEYS, every_block
from deckmotor.model.deck import Slide
from deckmotor.model.flows import ARROWS
from deckmotor.model.records import OF_INCLUDE
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence

Way = str
"""From a group to a text: `title`, `bullets.2`, `changes.start.subtitle`."""

NO_TEXT = frozenset({
    "id", "include", "layout", "look", "language", "fit", "file", "theme", "size", "focus", "only", "except", "order", "remove",
    "move", "after", "before", "start", "decorative", "picture_dpi", "allow", "ignore", "authors", "organisation", "logo",
    "commissioned_by", "each", "variants", "slides", "widths", "name", "keywords", "format", "sort", "columns_of",
    "sheet", "range", "where", "limit", "decimals", "describe", "areas", "background", "recolour", "poster", "captions", "back",
})  # fmt: skip
"""Keys whose values are no texts, or names that stay what they are."""

DRAWN = {"chart", "code", "map", "picture", "pictures"}
OF_DRAWN = frozenset({"source", "alt", "unit", "caption", "label", "text"})
"""Of what is drawn only these are texts, and the names in `NAMED`."""

NAMED = {
    "chart": frozenset({"bars", "line", "area", "pie", "doughnut", "scatter", "slope", "series"}),
    "map": frozenset({"places"}),
}
"""Keys whose names (of bars, of lines, of places with their positions) are texts too; each name has one line. Names in files of
numbers are data, and so are those of municipalities and counties."""

KEYED = frozenset({"agenda", "comparison", "cycle", "definitions", "hierarchy", "lanes", "matrix", "process", "timeline"})
"""What may be written as keys with what belongs to each (`comparison: {Before: […], After: […]}`): the keys are texts."""

NAMING = frozenset({"lanes", "logos"})
"""What has names that are texts: `name` stays what it is elsewhere, as in `people`."""

KEPT_KEYS = frozenset({"logos", "people"})
"""What lists files, or people, as keys: they stay what they are."""

REFERRING = frozenset({"highlight", "from", "to", "at", "now", "below"})
"""Keys that name something of their block. What they say is not translated twice."""

WORDS: dict[str, tuple[str, ...]] = {
    "agenda": ("sections",),
    "align": ("left", "center", "right"),
    "build": ("items", "blocks", "together", "none"),
    "describe": ("notes",),
    "direction": ("across", "up"),
    "fit": ("shrink", "split", "fit", "fill", "error"),
    "kind": ("note", "tip", "warning", "law"),
    "look": ("plain",),
    "pages": ("loud", "cover", "ends"),
    "place": ("top-right", "bottom-right"),
    "shape": ("round", "upright"),
    "size": ("16:9", "4:3"),
    "sort": ("down", "up", "none"),
    "sources": ("all",),
    "stacked": ("values", "percent"),
    "transition": ("none", "fade", "push", "morph"),
    **dict.fromkeys(
        ("date", "decorative", "header", "header_column", "hidden", "names", "number", "numbers", "repeat", "scale", "sections",
         "title"), ("true", "false"),
    ),
}  # fmt: skip
"""Words of the language itself that may stand after a key. They are those of the model, whose plans take as long to make as all
files of a deck to read."""

_VARIABLE = re.compile(r"\$\{[^}]*\}")


class Walk:
    """Goes through a node, gives each text to `make`, and puts in its place what that gives."""

    def __init__(
        self, make: Callable[[Way, Scalar], Scalar], named: Callable[[Way, Scalar], Scalar] = lambda _, key: key
    ) -> None:
        self._make, self._named = make, named
        self._referred: dict[str, tuple[str, ...]] = {}
        """By what the block's names are where these are texts themselves: the ways to those."""
        self._boxes: frozenset[str] = frozenset()
        """Names of a flow's boxes that have texts of their own."""

    def mapping(self, node: Mapping, way: tuple[str, ...], *, drawn: bool = False) -> Mapping:
        """A group of keys; with `drawn` those of something drawn."""
        if way and way[-1] in BLOCK_KEYS:
            self._refer(node, way)
        entries = []
        drawn = drawn or (bool(way) and way[-1] in DRAWN)
        keyed = bool(way) and way[-1] in KEYED and not any(is_key(key.text) for key, _ in node.entries)
        ids = way[-1:] == ("changes",)
        shown_as = way[-3:-1] == ("table", "columns")  # The name that a column of a file is shown under.
        named = NAMED.get(way[-1] if way else "", frozenset()) if drawn and node.get("file") is None else frozenset()
        names = {
            name for key, value in node.entries if key.text in named and not _is_places(key, value) for name in _names_in(value)
        }
        for key, value in node.entries:
            is_lit = bool(names) and key.text == "highlight" and isinstance(value, Scalar) and value.text in names
            is_text = key.text in OF_DRAWN if drawn else key.text.lstrip(OF_INCLUDE) not in NO_TEXT
            if keyed:
                name = self._name(key, (*way, "names")) if "changes" not in way else self._named(".".join(way), key)
                value = self.node(value, (*way, key.text))
                key = name
            elif isinstance(value, Scalar) and value.text in WORDS.get(key.text, ()):
                pass
            elif is_lit or key.text in named:
                value = self._names(value, (*way, "names"), is_name=key.text in ("series", "highlight"))
            elif ids or is_text or (key.text == "name" and (shown_as or {*way[-3:]} & NAMING)):
                value = self._drawn_text(value, (*way, key.text)) if drawn else self.node(value, (*way, key.text))
            entries.append((key, value))
        same = all(new[0] is old[0] and new[1] is old[1] for new, old in zip(entries, node.entries, strict=True))
        return node if same else Mapping(tuple(entries), node.span)

    def _refer(self, node: Mapping, way: tuple[str, ...]) -> None:
        """Note what keys of a block may name: the periods of a roadmap, the boxes of a flow, and whatever is lit."""
        periods, boxes, lit = node.get("periods"), node.get("nodes"), node.get("highlight")
        names = periods.items if isinstance(periods, Sequence) else ()
        self._referred = {
            name.text: (*way, "periods", str(number)) for number, name in enumerate(names, 1) if isinstance(name, Scalar)
        }
        self._boxes = frozenset([key.text for key, _ in boxes.entries]) if isinstance(boxes, Mapping) else frozenset()
        if isinstance(lit, Scalar) and not lit.is_null:
            others = Mapping(tuple([entry for entry in node.entries if entry[0].text != "highlight"]), node.span)
            found = _way_to(others, way, lit.text)
            if found is not None:
                self._referred.setdefault(lit.text, (found,))

    def node(self, node: Node, way: tuple[str, ...]) -> Node:
        """Any node."""
        if isinstance(node, Mapping):
            return self.mapping(node, way)
        if isinstance(node, Sequence) and way[-2:] == ("table", "columns"):
            return node  # Names of columns of a file.
        if isinstance(node, Sequence):
            items = tuple(self._item(item, (*way, _name(item, number))) for number, item in enumerate(node.items, 1))
            same = all(new is old for new, old in zip(items, node.items, strict=True))
            return node if same else Sequence(items, node.span)
        if node.is_null or {*way[-1:], *way[-2:-1]} & DRAWN or not any(map(str.isalpha, _VARIABLE.sub("", node.text))):
            return node  # Nothing to say, or the name of a file or a place.
        return self._text(node, way)

    def _item(self, item: Node, way: tuple[str, ...]) -> Node:
        """An item of a list; one with a text for a key (`Del ett: […]`) is translated there too."""
        if isinstance(item, Mapping) and way[-2:-1] == ("pictures",):
            return self.mapping(item, way, drawn=True)
        if isinstance(item, Mapping) and len(item.entries) == 1 and not is_key(item.entries[0][0].text):
            key, value = item.entries[0]
            stays = bool({*way[-3:-1]} & KEPT_KEYS)
            text, new_value = key if stays else self._text(key, (*way, "key")), self.node(value, (*way, "below"))
            # A key that is a text is known by where it stands.
            new_key = key if text is key else Scalar(text.text, key.span, key.quoted)
            return item if new_key is key and new_value is value else Mapping(((new_key, new_value),), item.span)
        return self.node(item, way)

    def _names(self, node: Node, way: tuple[str, ...], *, is_name: bool) -> Node:
        """The names of something drawn: the keys of its numbers, or the texts of a list of names."""
        if isinstance(node, Mapping):
            entries = [(self._name(key, way), self._names(value, way, is_name=False)) for key, value in node.entries]
            same = all(new[0] is old[0] and new[1] is old[1] for new, old in zip(entries, node.entries, strict=True))
            return node if same else Mapping(tuple(entries), node.span)
        if isinstance(node, Sequence):
            items = tuple(self._names(item, way, is_name=is_name) for item in node.items)
            same = all(new is old for new, old in zip(items, node.items, strict=True))
            return node if same else Sequence(items, node.span)
        return self._name(node, way) if is_name else node

    def _name(self, node: Scalar, way: tuple[str, ...]) -> Scalar:
        if not any(map(str.isalpha, _VARIABLE.sub("", node.text))):
            return node
        text = self._text(node, (*way, node.text))
        # A key is known by where it stands.
        return node if text is node else Scalar(text.text, node.span, node.quoted)

    def _drawn_text(self, node: Node, way: tuple[str, ...]) -> Node:
        plain = isinstance(node, Scalar) and any(map(str.isalpha, _VARIABLE.sub("", node.text)))
        return self._text(node, way) if plain and isinstance(node, Scalar) else node

    def _text(self, node: Scalar, way: tuple[str, ...]) -> Scalar:
        if self._boxes and set(re.split(ARROWS, node.text)[::2]) <= self._boxes:
            return node  # Names of boxes, whose texts are elsewhere.
        if way[-1] in REFERRING:
            way = self._referred.get(node.text, way)
        return self._make(".".join(way), node)


def _way_to(node: Mapping, way: tuple[str, ...], said: str) -> Way | None:
    """The way to the first text of a node that says just this."""
    found: dict[str, Way] = {}

    def seen(way: Way, scalar: Scalar) -> Scalar:
        found.setdefault(scalar.text, way)
        return scalar

    Walk(seen).mapping(node, way)
    return found.get(said)


def _is_places(key: Scalar, value: Node) -> bool:
    """Whether it names municipalities, which are known by these names."""
    return key.text == "places" and not isinstance(value, Mapping)


def _names_in(node: Node) -> Iterator[str]:
    """The keys of numbers, at any depth, and the texts of a list of names."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield key.text
            yield from _names_in(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from (item.text,) if isinstance(item, Scalar) else _names_in(item)


def _name(item: Node, number: int) -> str:
    """What an item of a list is called on the way to a text: its id, or its number."""
    id = item.get("id") if isinstance(item, Mapping) else None
    return id.text if isinstance(id, Scalar) and not id.is_null else str(number)


USUAL_KEYS = frozenset((
    *Slide.__struct_fields__, *BLOCK_KEYS, *NO_TEXT,
    "text", "bullets", "numbered", "value", "label", "of", "heading", "cells", "caption", "alt", "file", "unit",
))  # fmt: skip
"""Keys that the model reads on slides, without those that only some kinds of blocks have."""


def is_key(text: str) -> bool:
    """Whether the model reads such a key anywhere on a slide. All are of small letters, which few texts are."""
    return text in USUAL_KEYS or (" " not in text and text.isascii() and text.islower() and text in _keys_of_blocks())


@cache
def _keys_of_blocks() -> frozenset[str]:
    """Those that blocks have. Their plans have the same, and take as long to make as all files of a deck to read."""
    known: set[str] = set()
    for kind in every_block():
        renamed = getattr(kind, "renamed", {})
        known.update(renamed, {*kind.__struct_fields__} - {*renamed.values()})
    return frozenset(known)
