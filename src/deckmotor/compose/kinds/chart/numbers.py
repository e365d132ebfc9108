"""What a chart says, before it is known where and how large: its names in their order, its series, what is lit."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from deckmotor.charts.formats import SIGNS, Format, decimals_of
from deckmotor.model.data import Data
from deckmotor.model.figures import Chart
from deckmotor.model.text import Text

_PERIODS = re.compile(
    r"(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|de[cz]|mån|tis|ons|tor|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun|"
    r"före|efter|before|after|vår|sommar|höst|vinter|spring|summer|autumn|winter)",
    re.IGNORECASE,
)
"""Beginnings of names that have an order of their own: months, days, seasons, before and after."""

SORTED = ("bars", "pie", "doughnut")
"""Kinds whose names are sorted by their numbers."""

_LAST = re.compile(r"(?:övrig|andra$|annat$|other|rest$|sonstige|muut|andet|annet)", re.IGNORECASE)
"""Names of what is left over, which stands last whatever its size."""


class Line(Struct, frozen=True, kw_only=True):
    """A series: numbers under a name, one for each of the chart's names."""

    name: str
    values: tuple[float | None, ...]
    over: bool = False
    """Whether it is a line over the bars of others."""
    lit: bool = False


class Numbers(Struct, frozen=True, kw_only=True):
    """All that a chart says."""

    kind: str
    """The key that its numbers are written with."""
    names: tuple[str, ...]
    series: tuple[Line, ...]
    lit: frozenset[int]
    """Which of the names are lit."""
    ordered: bool
    """Whether the names have an order of their own, such as years."""
    format: Format
    unit: str
    """What the numbers count, where that is said once and not beside each."""

    @property
    def values(self) -> tuple[float, ...]:
        """All numbers."""
        return tuple(value for line in self.series for value in line.values if value is not None)

    @property
    def lights(self) -> bool:
        """Whether anything is lit, so that the rest keeps quiet."""
        return bool(self.lit) or any(line.lit for line in self.series)


def numbers_of(chart: Chart, language: str) -> Numbers:
    """What a chart says."""
    drawn, named = chart.drawn, chart.named
    kind, data = drawn[0]
    names = [row.name for row in data.rows]
    if kind == "slope":
        return _slope(chart, data, named[0], language)
    series: list[Line] = []
    for number, ((key, one), texts) in enumerate(zip(drawn, named, strict=True)):
        series += _series(chart, key, one, texts, names, over=number > 0)
    plain = [name.plain for name in names]
    if kind == "line" and len(series) > 1 and not has_order(plain) and has_order([line.name for line in series]):
        plain, names, series = _turned(chart, names, series, data)
    ordered = has_order(plain)
    order = _order(chart, kind, plain, series, ordered)
    written, unit = _written(chart, series, language)
    return Numbers(
        kind=kind,
        names=tuple(plain[at] for at in order),
        series=tuple(
            Line(name=one.name, values=tuple(one.values[at] for at in order), over=one.over, lit=one.lit) for one in series
        ),
        lit=frozenset(place for place, at in enumerate(order) if _is_lit(names[at], chart)),
        ordered=ordered,
        format=written,
        unit=unit,
    )


def _slope(chart: Chart, data: Data, times: Sequence[Text], language: str) -> Numbers:
    """A line for each name, between two times."""
    series = [Line(name=row.name.plain, values=row.values, lit=_is_lit(row.name, chart)) for row in data.rows]
    written, unit = _written(chart, series, language)
    return Numbers(
        kind="slope",
        names=tuple(time.plain for time in times),
        series=tuple(series),
        lit=frozenset(),
        ordered=True,
        format=written,
        unit=unit,
    )


def _written(chart: Chart, series: Sequence[Line], language: str) -> tuple[Format, str]:
    """How its numbers are written, and the unit that is said once."""
    values = [value for line in series for value in line.values if value is not None]
    unit = chart.unit or ""
    beside = unit in SIGNS
    decimals = decimals_of(values) if chart.decimals is None else chart.decimals
    return Format(language, decimals, unit if beside else ""), "" if beside else unit


def _series(chart: Chart, key: str, data: Data, texts: Sequence[Text], names: Sequence[Text], *, over: bool) -> list[Line]:
    by_name = {row.name.plain: row.values for row in data.rows}
    missing = (None,) * data.width
    columns = list(zip(*(by_name.get(name.plain, missing) for name in names), strict=True))
    return [
        Line(
            name=texts[at].plain if at < len(texts) else chart.unit or key,
            values=values,
            over=over,
            lit=at < len(texts) and _is_lit(texts[at], chart),
        )
        for at, values in enumerate(columns)
    ]


def _turned(
    chart: Chart, names: Sequence[Text], series: Sequence[Line], data: Data
) -> tuple[list[str], list[Text], list[Line]]:
    """Time runs along a line, whichever way the numbers are written."""
    turned = [
        Line(name=name.plain, values=tuple(line.values[at] for line in series), lit=_is_lit(name, chart))
        for at, name in enumerate(names)
    ]
    across = list(data.series or chart.series)
    return [text.plain for text in across], across, turned


def _is_lit(name: Text, chart: Chart) -> bool:
    """Whether the chart's own `highlight:` names it, or its slide's picks it out."""
    return name.plain == chart.highlight or any(run.lit for run in name.runs)


def has_order(names: Sequence[str]) -> bool:
    """Whether names have an order of their own: rising numbers in them, quarters of years, months, days, before and after."""
    if len(names) < 2:
        return True
    if all(_PERIODS.match(name) for name in names):
        return True
    if len({re.sub(r"\d+", "", name) for name in names}) == 1:  # `Q3 24`, `Q4 24`, `Q1 25`: the year comes last.
        pairs = [[int(one[:15]) for one in reversed(re.findall(r"\d+", name))] for name in names]
        if len(pairs[0]) == 2 and all(one <= after for one, after in pairwise(pairs)):
            return True
    found = [re.search(r"\d+", name) for name in names]
    values = [int(one[0][:15]) for one in found if one]
    return len(values) == len(names) and all(one <= after for one, after in pairwise(values))


def _order(chart: Chart, kind: str, names: Sequence[str], series: Sequence[Line], ordered: bool) -> list[int]:
    """The names in the order that they are shown in."""
    order = list(range(len(names)))
    if kind not in SORTED or chart.sort == "none" or (ordered and chart.sort is None):
        return order
    shown = [line for line in series if not line.over]
    lead = next((line for line in shown if line.lit), shown[0])

    def size(at: int) -> float:
        if chart.stacked == "values":
            return sum(line.values[at] or 0.0 for line in shown)
        return lead.values[at] if lead.values[at] is not None else float("-inf")  # type: ignore[return-value]

    order.sort(key=size, reverse=chart.sort != "up")
    return sorted(order, key=lambda at: bool(_LAST.match(names[at]))) if chart.sort is None else order
