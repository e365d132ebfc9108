"""Blocks that are empty because their own keys stand beside them, as far to the left."""

from deckmotor.model.blocks import block_type
from deckmotor.model.plan import Plan
from deckmotor.model.reading import Reading
from deckmotor.model.records import plan_alone, plan_of
from deckmotor.model.showing import ONLY_KEYS
from deckmotor.source.nodes import Mapping, Node, Scalar


def indented(plan: Plan, node: Mapping, reading: Reading) -> Mapping:
    """A slide or column without the blocks that are empty because their keys stand beside them, which is told."""
    kept: list[tuple[Scalar, Node]] = []
    entries = node.entries
    at = 0
    while at < len(entries):
        entry = entries[at]
        at += 1
        count = _keys_of(entry, entries[at:], plan) if _is_empty_block(entry, plan) else 0
        if count:
            key, first = entry[0].text, entries[at][0]
            hints = (f"indent the lines below it: `{key}:`, and below that `  {first.text}: …`",)
            reading.report("not-indented", first.span, hints, key=key)
            at += count
        else:
            kept.append(entry)
    return node if len(kept) == len(node.entries) else Mapping(tuple(kept), node.span)


def _is_empty_block(entry: tuple[Scalar, Node], plan: Plan) -> bool:
    name, child = entry
    return name.text in plan.blocks and isinstance(child, Scalar) and child.is_null


def _keys_of(entry: tuple[Scalar, Node], after: tuple[tuple[Scalar, Node], ...], plan: Plan) -> int:
    """How many entries after an empty block are its own keys: `quote:`, and on the next lines `text:` and `by:`."""
    name = entry[0]
    inner = plan_of(block_type(name.text))
    alone = plan_alone(inner)
    keys = {*inner.keys, *(alone.keys if alone is not None else ())} - {*ONLY_KEYS, *inner.beside}
    count = next((number for number, (key, _) in enumerate(after) if key.text not in keys), len(after))
    needed = inner.required or inner.short is not None
    return count if needed or any(key.text not in plan.keys for key, _ in after[:count]) else 0
