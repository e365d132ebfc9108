"""What must hold within a chart once it is read."""

import re
from collections.abc import Iterator
from itertools import pairwise

from deckmotor.messages import nearest
from deckmotor.model.data import Data
from deckmotor.model.figures import CHART_KINDS, Chart
from deckmotor.model.reading import Reading
from deckmotor.model.rules import needs_no_file
from deckmotor.model.words import one_of, shortened
from deckmotor.source.nodes import Mapping, Node
from deckmotor.span import Span

TOGETHER = ("bars", "line")
"""What may be drawn over each other."""


def chart_rule(chart: Chart, node: Node, reading: Reading) -> None:
    """A chart is one kind, or bars with a line; its numbers suit it; what it lights is there."""
    if not needs_no_file(node, ("sheet", "range", "values", "where"), reading):
        return
    drawn = chart.drawn
    if not drawn:
        reading.report("missing-key", node.span, (f"its numbers are {one_of(CHART_KINDS)}",), of="`chart`", keys="its numbers")
        return
    if len(drawn) > 1 and tuple(key for key, _ in drawn) != TOGETHER:
        reading.report("either-or", _place(node, drawn[1][0]), of="a chart", one=drawn[0][0], other=drawn[1][0])
        return
    for key, data in drawn:
        _check_data(chart, key, data, node, reading)
        if key in OVER_TIME or len(drawn) > 1:
            _check_time(data, reading)
    _check_series(chart, node, reading)
    if len(drawn) > 1:
        _check_together(drawn[0][1], drawn[1][1], reading)
    if chart.highlight is not None and chart.highlight not in (names := tuple(_names(chart))):
        hints = nearest(chart.highlight, names)
        reading.report("chart-highlight", _place(node, "highlight"), hints, name=shortened(chart.highlight))


OVER_TIME = ("line", "area")
"""Kinds that are read from left to right."""

ROUND = ("pie", "doughnut")
"""Kinds that show parts of a whole."""

MOST_PARTS = 6
"""Parts of a pie that can be told apart and compared."""

WIDTHS = {"pie": 1, "doughnut": 1, "scatter": 2, "slope": 2}
"""How many numbers each name has in the kinds for which that is fixed."""

DRAWN_AS = {"pie": "part", "doughnut": "part", "scatter": "point", "slope": "line"}
"""What a name of those is drawn as."""


def _check_width(key: str, data: Data, reading: Reading) -> None:
    """Each name has as many numbers as its kind needs; a point or a slope with a missing one would be nowhere."""
    width = WIDTHS.get(key)
    if width is None:
        return
    if data.width != width:
        expected = "1 number" if width == 1 else "2 numbers"
        hints = _turned_hints(key, data) if len(data.rows) == width else ()
        reading.report(
            "wrong-length", data.rows[0].span, hints, of=f"each name of `{key}`", expected=expected, found=data.width
        )
        return
    for row in data.rows if width > 1 else ():
        known = sum(value is not None for value in row.values)
        if known < width:
            of = f"`{shortened(row.name.plain)}`"
            reading.report("wrong-length", row.span, of=of, expected="2 numbers", found=known)


def _turned_hints(key: str, data: Data) -> tuple[str, ...]:
    """How to write what seems to be turned: a few series, each with a number for every name."""
    if not data.series:
        return ()
    numbers = [(shortened(row.name.plain), _written(row.values[0])) for row in data.rows]
    value = numbers[0][1] if len(numbers) == 1 else f"{{{', '.join(': '.join(pair) for pair in numbers)}}}"
    return (f"each name is a {DRAWN_AS[key]}: write `{shortened(data.series[0].plain)}: {value}`",)


def _written(value: float | None) -> str:
    return "–" if value is None else f"{value:.15g}"


def _check_data(chart: Chart, key: str, data: Data, node: Node, reading: Reading) -> None:
    _check_width(key, data, reading)
    if key in ROUND and len(data.rows) > MOST_PARTS:
        reading.report("chart-parts", data.span, count=len(data.rows), key=key)
    values = [value for row in data.rows for value in row.values]
    if all(value is None for value in values) or (key in ROUND and not any(values)):
        reading.report("chart-empty", data.span, key=key)
    for row in data.rows:
        if not row.name.runs:
            reading.report("empty", row.name.span, ("write a name before each number",), of=f"a name of `{key}`")
        if (key in ROUND or key == "area" or chart.stacked == "percent") and any(
            value is not None and value < 0 for value in row.values
        ):
            reading.report("chart-negative", row.span, name=shortened(row.name.plain))


def _check_time(data: Data, reading: Reading) -> None:
    """Years and days rise along a line or an area."""
    found = [re.fullmatch(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?|/\d\d(?:\d\d)?)?", row.name.plain.strip()) for row in data.rows]
    days = [tuple(map(int, filter(None, one.groups()))) for one in found if one is not None]
    if len(days) < len(data.rows):
        return
    for at, (day, following) in enumerate(pairwise(days)):
        if following < day:
            before, row = data.rows[at], data.rows[at + 1]
            reading.report("chart-time", row.name.span, name=shortened(row.name.plain), before=shortened(before.name.plain))
            return


def _check_series(chart: Chart, node: Node, reading: Reading) -> None:
    """Where there are several series each has a name."""
    unnamed = [data for _, data in chart.drawn if not data.series]
    needed = sum(data.width for data in unnamed)
    if chart.series and len(chart.series) != needed:
        expected = "1 name" if needed == 1 else f"{needed} names" if needed else "no names, as they stand beside the numbers"
        reading.report("wrong-length", _place(node, "series"), of="`series`", expected=expected, found=len(chart.series))
    elif not chart.series and (needed > 1 or (needed and len(chart.drawn) > 1)):
        row = unnamed[0].rows[0]
        hints: tuple[str, ...] = ("write `series: [2022, 2023]` with a name for each",)
        if unnamed[0].width > 1:
            hints = (*hints, f"or name them beside: `{shortened(row.name.plain)}: {{2022: …, 2023: …}}`")
        reading.report("chart-series", row.span, hints)


def _check_together(bars: Data, line: Data, reading: Reading) -> None:
    """A line over bars has the same names."""
    known = [row.name.plain for row in bars.rows]
    for row in line.rows:
        if row.name.plain not in known:
            reading.report("chart-names", row.name.span, nearest(row.name.plain, known), name=shortened(row.name.plain))


def _names(chart: Chart) -> Iterator[str]:
    """All that can be lit."""
    for _, data in chart.drawn:
        yield from (row.name.plain for row in data.rows)
    for names in chart.named:
        yield from (name.plain for name in names)


def _place(node: Node, key: str) -> Span:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.span if value else node.span
