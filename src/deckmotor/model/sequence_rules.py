"""What must hold of a process, a cycle or a timeline once it is read: what it lights is there, dates have an order."""

from collections.abc import Iterator

from deckmotor.messages import nearest
from deckmotor.model.dates import Date, date_of
from deckmotor.model.list_rules import check_ids
from deckmotor.model.reading import Reading
from deckmotor.model.sequences import Cycle, Event, Process, Timeline
from deckmotor.model.text import Text
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node
from deckmotor.span import Span


def sequence_rule(block: Process | Cycle | Timeline, node: Node, reading: Reading) -> None:
    """The rules of either."""
    check_ids(block.items, {}, reading)
    if isinstance(block, Timeline):
        _check_dates(block, reading)
        known = [text.plain for event in block.items for text in (event.date, event.text)]
    else:
        known = [step.label.plain for step in block.items]
    if block.highlight is not None and block.highlight not in known:
        hints = nearest(block.highlight, known)
        reading.report("sequence-highlight", _place(node, "highlight"), hints, name=shortened(block.highlight))


def _check_dates(block: Timeline, reading: Reading) -> None:
    if block.scale:
        unknown = [date for date in _dates(block) if date_of(date.plain) is None]
        for date in unknown:
            reading.report("timeline-date", date.span, name=shortened(date.plain))
        if unknown:
            return
    elif block.now is not None and _now_unknown(block):
        reading.report("timeline-now", block.now.span, name=shortened(block.now.plain))
    before: tuple[Date, Event] | None = None
    for event in block.items:
        begin, end = date_of(event.date.plain), None if event.to is None else date_of(event.to.plain)
        if event.to is not None and begin is not None and end is not None and end.after <= begin.after:
            reading.report("timeline-ends", event.to.span, end=event.to.plain, begin=event.date.plain)
        if begin is None:
            continue
        if before is not None and begin.after <= before[0].first:
            reading.report("timeline-order", event.date.span, date=event.date.plain, before=before[1].date.plain)
        before = begin, event


def _now_unknown(block: Timeline) -> bool:
    """Whether nobody can tell between which events today is."""
    if block.now is None or block.now.plain in [event.date.plain for event in block.items]:
        return False
    return any(date_of(text.plain) is None for text in (block.now, *(event.date for event in block.items)))


def _dates(block: Timeline) -> Iterator[Text]:
    for event in block.items:
        yield event.date
        if event.to is not None:
            yield event.to
    if block.now is not None:
        yield block.now


def _place(node: Node, key: str) -> Span:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.span if value else node.span
