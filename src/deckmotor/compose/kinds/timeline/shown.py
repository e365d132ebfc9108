"""What a timeline shows: its events with the words of their dates, and where on a line from 0 to 1 they stand."""

from bisect import bisect_left

from msgspec import Struct

from deckmotor.compose.kinds.along import picked
from deckmotor.model.dates import Date, date_of, shown
from deckmotor.model.sequences import Event, Timeline
from deckmotor.model.text import Text, leading


class Shown(Struct, frozen=True):
    """An event."""

    date: str
    """Its date in words; of what went on, both."""
    text: Text
    event: Event
    lit: bool
    at: float
    """Where it stands: 0 is the first event, 1 the last date. Only with `scale`."""
    until: float | None
    """Where it ends, of what went on."""


class Line(Struct, frozen=True):
    """A timeline."""

    events: tuple[Shown, ...]
    now: str | None
    """The date of today in words."""
    now_at: float | None
    """Where today is: on a scale like events, else by their numbers: 1 is the second, 1.5 between that and the third."""


def line_of(block: Timeline, language: str) -> Line:
    """What a timeline shows."""
    spans = [_span(event) for event in block.items]
    now = None if block.now is None else date_of(block.now.plain)
    known = [one for span in spans if span is not None for one in span]
    days = [one.first for one in known] + [span[1].after for span in spans if span and span[0] is not span[1]]
    days += [now.first] if now is not None else []
    first, last = (min(days), max(days)) if days else (0, 1)
    wide = max(1, last - first)
    events = []
    for event, span in zip(block.items, spans, strict=True):
        begin, end = span or (None, None)
        at = 0.0 if begin is None else (begin.first - first) / wide
        until = None if end is None or event.to is None else (end.after - first) / wide
        events.append(Shown(_words(event, language), leading(event.text, event.link), event, _is_lit(event, block), at, until))
    if block.now is None:
        return Line(tuple(events), None, None)
    scaled = block.scale and now is not None
    where = (now.first - first) / wide if scaled and now is not None else _between(block, now)
    return Line(tuple(events), shown(block.now.plain, language), where)


def _span(event: Event) -> tuple[Date, Date] | None:
    begin = date_of(event.date.plain)
    end = begin if event.to is None else date_of(event.to.plain)
    return None if begin is None or end is None else (begin, end)


def _words(event: Event, language: str) -> str:
    begin = shown(event.date.plain, language)
    return begin if event.to is None else f"{begin}–{shown(event.to.plain, language)}"


def _is_lit(event: Event, block: Timeline) -> bool:
    if block.highlight is None:
        return picked(event.date) or picked(event.text)
    return block.highlight in (event.date.plain, event.text.plain)


def today(block: Timeline) -> float | None:
    """Where today is among the events by their numbers; None where nobody can tell."""
    return _between(block, None if block.now is None else date_of(block.now.plain))


def _between(block: Timeline, now: Date | None) -> float | None:
    """The same of a date."""
    typed = [event.date.plain for event in block.items]
    if block.now is not None and block.now.plain in typed:
        return float(typed.index(block.now.plain))
    dates = [date_of(text) for text in typed]
    if now is None or any(date is None for date in dates):
        return None
    return bisect_left([date.first for date in dates if date is not None], now.first) - 0.5
