"""Names that lead to parts which an edition has not: what is lit, texts of boxes. They go with these, and are no mistakes."""

import re
from collections.abc import Iterator

from deckmotor.model.flows import ARROWS
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence

NAMING = ("nodes", "highlight")
"""Keys of a block under which parts of it are named, in the order in which these lead on."""


def without_names(before: Node, after: Node) -> Node:
    """A block of which parts are gone, without what names only these."""
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        return after
    here = set(_said(after))
    gone = set(_said(before)) - here
    left: dict[str, Node | None] = {}
    for key in NAMING:  # What is lit may be named by the text of its box.
        if (named := after.get(key)) is not None:
            left[key] = kept = _without(named, gone)
            gone |= set(_texts(named)) - here - (set() if kept is None else set(_texts(kept)))
    entries = [(key, left.get(key.text, value)) for key, value in after.entries]
    return Mapping(tuple([(key, value) for key, value in entries if value is not None]), after.span)


def _said(block: Mapping) -> Iterator[str]:
    """All texts of a block but those that name parts of it; of arrows the boxes."""
    for key, value in block.entries:
        if key.text not in NAMING:
            yield key.text
            yield from _texts(value)


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
        for line in node.text.splitlines():
            yield from (name.strip() for name in re.split(ARROWS, line.partition(": ")[0])[::2])
    else:
        for one in node.items if isinstance(node, Sequence) else (one for entry in node.entries for one in entry):
            yield from _texts(one)


def _without(value: Node, gone: set[str]) -> Node | None:
    """What names parts without the names of those that are gone; None where nothing is left."""
    if isinstance(value, Scalar):
        return None if value.text in gone else value
    if isinstance(value, Mapping):
        entries = tuple([(key, inner) for key, inner in value.entries if key.text not in gone])
        return Mapping(entries, value.span) if entries else None
    items = tuple([item for item in value.items if not _names(item) & gone])
    return Sequence(items, value.span) if items else None


def _names(item: Node) -> set[str]:
    """What an item of `nodes` is the text of: `{name: a, text: …}` or `a: …`."""
    if not isinstance(item, Mapping):
        return set()
    name = item.get("name")
    return {name.text} if isinstance(name, Scalar) else {key.text for key, _ in item.entries}
