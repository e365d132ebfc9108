"""What must hold of a hierarchy once it is read: not too many boxes, not too deep, what it lights is there."""

from collections.abc import Iterator, Sequence

from deckmotor.messages import nearest
from deckmotor.model.diagrams import Hierarchy, Unit
from deckmotor.model.reading import Reading
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node
from deckmotor.span import Span

MOST, DEEPEST = 40, 4
"""Boxes, and levels: more can't be read from the back of a room."""


def hierarchy_rule(block: Hierarchy, node: Node, reading: Reading) -> None:
    """The rules of a hierarchy."""
    units = list(all_units(block.items))
    if len(units) > MOST:
        reading.report("hierarchy-boxes", block.span, count=len(units))
    for unit, level in units:
        if level == DEEPEST and unit.items:
            reading.report("hierarchy-deep", unit.items[0].span)
    ids: dict[str, Span] = {}
    for unit, _ in units:
        first = unit.span if unit.id is None else ids.setdefault(unit.id, unit.span)
        if first is not unit.span:
            reading.report("duplicate-id", unit.span, id=unit.id, line=first.line, file=first.file)
    known = [unit.label.plain for unit, _ in units]
    if block.highlight is not None and block.highlight not in known:
        written = node.get("highlight") if isinstance(node, Mapping) else None
        hints = nearest(block.highlight, known)
        reading.report("sequence-highlight", written.span if written else node.span, hints, name=shortened(block.highlight))


def all_units(units: Sequence[Unit], level: int = 1) -> Iterator[tuple[Unit, int]]:
    """All boxes with their levels, each before those below it."""
    for unit in units:
        yield unit, level
        yield from all_units(unit.items, level + 1)
