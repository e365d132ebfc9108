"""Other ways to write the same: what nearly everybody tries first is taken for the form that the reference gives."""

import re

from msgspec.structs import replace

from deckmotor.model.blocks import BESIDE
from deckmotor.model.plan import Plan
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.places import cut
from deckmotor.span import Span


def plain_item(node: Mapping) -> Scalar | None:
    """The text that an item is that YAML takes for a key with its value: `- Kurskod: PRR01`. None where it is none."""
    if len(node.entries) != 1:
        return None
    key, value = node.entries[0]
    if not isinstance(value, Scalar) or key.quoted or value.quoted != bool(value.puts and value.text in ("", "~")):
        return None
    if value.is_null or node.span.start != key.span.start or value.span.file != key.span.file:
        return None  # Braces, or nothing after the colon: that was meant otherwise.
    said = key.text if key.source is None else key.source.raw  # French has a space before its colons.
    before = len(said) + 2
    puts = tuple(replace(put, start=put.start + before, end=put.end + before, at=put.at + before) for put in value.puts)
    first = key.span
    span = Span(first.file, first.line, first.column, first.start, value.span.end)
    return Scalar(f"{said}: {value.text}", span, puts=puts)


def item_with_items(node: Mapping) -> Mapping | None:
    """The long form of an item with items below it that is written `- Rubrik:` and a list. None where it is no such item."""
    if len(node.entries) != 1:
        return None
    key, value = node.entries[0]
    if not isinstance(value, Sequence) or not value.items or node.span.start != key.span.start:
        return None
    return Mapping(((_name("text", key), key), (_name("bullets", value), value)), node.span)


def paired(plan: Plan, fields: tuple[str, str], node: Mapping) -> Mapping | None:
    """What an item is that is written as one key with its text: `- 1998: The first courses`. None where it is no such item.

    A list in place of the text is what is below it, and so are keys with their values where that lists such things:
    `Board: {Library: [Loans], School:}`, some with nothing below. Other keys of the item may stand there: `a: {link: …}`.
    """
    if len(node.entries) != 1:
        return None
    key, value = node.entries[0]
    first, second = fields
    below, keys = plan.below, plan.keys
    if below and isinstance(value, Sequence) and value.items:
        return Mapping(((_name(first, key), key), (_name(below, value), value)), node.span)
    if isinstance(value, Mapping) and first in keys and not any(name.text == first for name, _ in value.entries):
        inside = value.entries
        if not any(name.text in keys for name, _ in inside):
            if below is None or not plan.nests:
                return None
            inside = ((_name(below, value), each_alone(value)),)
        return Mapping(((_name(first, key), key), *inside), node.span)
    if not isinstance(value, Scalar) or (value.is_null and not plan.nests):
        return None
    told = () if value.is_null else ((_name(second, value), value),)
    return Mapping(((_name(first, key), key), *told), node.span)


def lines_of(node: Scalar) -> tuple[Scalar, ...]:
    """The lines of a text that say something, each with its own place."""
    return tuple([cut(node, found.start(), found.end()) for found in re.finditer(r"\S(?:[^\n]*\S)?", node.text)])


def arrow_with_label(node: Scalar) -> Node:
    """What an arrow is that is written on one line: `a -> b: yes`. The label begins after the last name; `a -> b:` has none."""
    found = re.fullmatch(r"(?P<arrow>.*[>→⇒⟶↔⇔]\s*[^:>→⇒⟶↔⇔]*?)\s*:(?:\s+(?P<label>.*))?", node.text)
    if found is None:
        return node
    if not found["label"]:
        return cut(node, *found.span("arrow"))
    arrow, label = (cut(node, *found.span(key)) for key in ("arrow", "label"))
    return Mapping(((_name("arrow", arrow), arrow), (_name("label", label), label)), node.span)


def each_alone(node: Mapping) -> Sequence:
    """Keys with their values as a list of such items: `{1998: The first courses, 2001: A house}`."""
    return Sequence(tuple([Mapping((entry,), _around(*entry)) for entry in node.entries]), node.span)


def mixed(node: Mapping, items: str, keys: tuple[str, ...]) -> Mapping:
    """A block whose items stand as keys beside its own: `{Before: […], After: […], highlight: After}`."""
    own = [entry for entry in node.entries if entry[0].text in keys]
    others = tuple([Mapping((entry,), _around(*entry)) for entry in node.entries if entry[0].text not in keys])
    listed = Sequence(others, _around(others[0].entries[0][0], others[-1].entries[0][1]))
    return Mapping(((_name(items, others[0]), listed), *own), node.span)


def _around(key: Scalar, value: Node) -> Span:
    first = key.span
    same = value.span.file == first.file
    return Span(first.file, first.line, first.column, first.start, value.span.end if same else first.end)


def with_beside(node: Mapping) -> Mapping:
    """A slide or column with the keys that stand beside their block put into it: into the nearest above, else below."""
    keys = [name.text for name, _ in node.entries]
    entries: list[tuple[Scalar, Node] | None] = list(node.entries)
    for at, (name, value) in enumerate(node.entries):
        blocks = BESIDE.get(name.text, {})
        near = [number for number, key in enumerate(keys) if key in blocks]
        above = [number for number in near if number < at]
        if near:
            number = above[-1] if above else near[0]
            block = entries[number]
            assert block is not None, "blocks stay"
            held = _with(block[1], blocks[keys[number]], name, value)
            if held is not None:
                entries[number], entries[at] = (block[0], held), None
    return Mapping(tuple(entry for entry in entries if entry is not None), node.span)


def _with(block: Node, short: str, name: Scalar, value: Node) -> Mapping | None:
    """A block with one more key; None where it has that one already."""
    if not isinstance(block, Mapping):
        return Mapping(((_name(short, block), block), (name, value)), block.span)
    return None if block.get(name.text) is not None else Mapping((*block.entries, (name, value)), block.span)


def _name(text: str, at: Node) -> Scalar:
    return Scalar(text, at.span)
