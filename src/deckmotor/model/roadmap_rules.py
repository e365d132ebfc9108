"""Where on a roadmap something stands, and what must hold of it: bars begin in a period and end after that."""

import re

from msgspec.structs import replace

from deckmotor.messages import nearest
from deckmotor.model.dates import date_of
from deckmotor.model.reading import Reading
from deckmotor.model.roadmaps import Bar, Lane, Roadmap
from deckmotor.model.text import Text, TextRun
from deckmotor.model.typed import shown
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node
from deckmotor.span import Span

HALVES = {
    **dict.fromkeys(("vår", "våren", "vårterminen", "vt", "spring"), "01 06"),
    **dict.fromkeys(("höst", "hösten", "höstterminen", "ht", "autumn", "fall"), "07 12"),
}
"""Names of halves of a year, with their first and last months."""

_HALF = re.compile(r"([^\W\d]+)[ -]?(\d{4})")
_QUARTER = re.compile(r"(?:q|kv\.?|kvartal) ?([1-4])[ ,-]*(\d{4})|(\d{4})[ -]?q([1-4])", re.IGNORECASE)

Stretch = tuple[float, float]
"""Where something begins and ends, in periods from the left."""


def days_of(text: str) -> tuple[int, int] | None:
    """From which day to before which a text says, as ordinals: a date, half a year, a quarter; None where it is none."""
    date = date_of(text)
    if date is not None:
        return date.first, date.after
    half, quarter = _HALF.fullmatch(text.strip()), _QUARTER.fullmatch(text.strip())
    if half is not None and half[1].lower() in HALVES:
        year, (first, last) = half[2], HALVES[half[1].lower()].split()
    elif quarter is not None:
        year, number = quarter[2] or quarter[3], int(quarter[1] or quarter[4])
        first, last = f"{3 * number - 2:02}", f"{3 * number:02}"
    else:
        return None
    begin, end = date_of(f"{year}-{first}"), date_of(f"{year}-{last}")
    return None if begin is None or end is None else (begin.first, end.after)


def stretch_of(text: Text, block: Roadmap) -> Stretch | None:
    """Where a period or a date stands; None where it is in no period."""
    names = [period.plain.strip().lower() for period in block.periods]
    word = text.plain.strip().lower()
    if word in names:
        at = names.index(word)
        return at, at + 1
    days = days_of(text.plain)
    if days is None:
        return None
    begin, end = _place(days[0], block), _place(days[1], block, is_end=True)
    return None if begin is None or end is None else (begin, end)


def _place(day: int, block: Roadmap, *, is_end: bool = False) -> float | None:
    for at, period in enumerate(block.periods):
        days = days_of(period.plain)
        if days is not None and (days[0] < day <= days[1] if is_end else days[0] <= day < days[1]):
            return at + (day - days[0]) / (days[1] - days[0])
    return None


def bar_stretch(bar: Bar, block: Roadmap) -> Stretch | None:
    """Where a bar begins and ends, or a milestone stands: the middle of what it says."""
    if bar.at is not None:
        at = stretch_of(bar.at, block)
        return None if at is None else (sum(at) / 2, sum(at) / 2)
    begin = None if bar.begin is None else stretch_of(bar.begin, block)
    end = begin if bar.to is None else stretch_of(bar.to, block)
    return None if begin is None or end is None else (begin[0], end[1])


def roadmap_rule(block: Roadmap, node: Node, reading: Reading) -> None:
    """The rules of a roadmap."""
    bars = [bar for lane in block.lanes.items for bar in lane.items]
    names = [period.plain for period in block.periods]
    for at, period in enumerate(block.periods):
        if period.plain in names[:at]:
            reading.report("roadmap-twice", period.span, name=shortened(period.plain))
    for bar in bars:
        _check_bar(bar, block, reading)
    if block.now is not None and stretch_of(block.now, block) is None:
        reading.report("roadmap-when", block.now.span, nearest(block.now.plain, names), name=shortened(block.now.plain))
    known = [bar.text.plain for bar in bars]
    if block.highlight is not None and block.highlight not in known:
        written = node.get("highlight") if isinstance(node, Mapping) else None
        span = written.span if written else node.span
        reading.report("sequence-highlight", span, nearest(block.highlight, known), name=shortened(block.highlight))
    _check_ids(block, reading)


def _check_bar(bar: Bar, block: Roadmap, reading: Reading) -> None:
    if bar.at is not None and (bar.begin or bar.to) is not None:
        reading.report("either-or", bar.at.span, of="a bar", one="from", other="at")
        return
    if bar.at is None and bar.begin is None:
        hints = ("write when it begins: `from: …`, or when a milestone is: `at: …`",)
        reading.report("missing-key", bar.span, hints, of="a bar", keys="`from:` or `at:`")
        return
    names = [period.plain for period in block.periods]
    unknown = [text for text in (bar.begin, bar.to, bar.at) if text is not None and stretch_of(text, block) is None]
    for text in unknown:
        reading.report(
            "roadmap-when", text.span, _from_to(text, bar, block) or nearest(text.plain, names), name=shortened(text.plain)
        )
    stretch = None if unknown else bar_stretch(bar, block)
    if stretch is not None and bar.to is not None and bar.begin is not None and stretch[1] <= stretch[0]:
        reading.report("roadmap-ends", bar.to.span, end=shortened(bar.to.plain), begin=shortened(bar.begin.plain))


def _from_to(text: Text, bar: Bar, block: Roadmap) -> tuple[str, ...]:
    """What to write for two times in one text: `2026-2027`."""
    for sign in ("–", "—", " - ", "-", " till ", " to "):
        begin, found, end = text.plain.partition(sign)
        parts = [replace(text, runs=(TextRun(text=part.strip()),)) for part in (begin, end)]
        if found and all(stretch_of(part, block) is not None for part in parts):
            return (f"write it so: {{text: {shown(bar.text.plain)}, from: {shown(begin.strip())}, to: {shown(end.strip())}}}",)
    return ()


def _check_ids(block: Roadmap, reading: Reading) -> None:
    ids: dict[str, Span] = {}
    parts: list[Lane | Bar] = [*block.lanes.items, *(bar for lane in block.lanes.items for bar in lane.items)]
    for part in parts:
        first = part.span if part.id is None else ids.setdefault(part.id, part.span)
        if first is not part.span:
            reading.report("duplicate-id", part.span, id=part.id, line=first.line, file=first.file)
