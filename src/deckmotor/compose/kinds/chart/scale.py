"""The value axis of a chart: seen, with round marks; or not, where all values are written, and then it ends at the largest."""

from collections.abc import Iterator

from msgspec.structs import replace

from deckmotor.charts.axis import Axis
from deckmotor.charts.chart import NativeChart
from deckmotor.charts.formats import decimals_of
from deckmotor.charts.geometry import value_axis
from deckmotor.compose.kinds.chart.numbers import Numbers

NEAR_ZERO = 0.6
"""Lines whose lowest value is at most this share of their highest are drawn from zero."""


def seen_scale(chart: NativeChart, numbers: Numbers) -> Axis:
    """An axis with round limits; bars stand on zero, and lines that are not far from it begin there too."""
    low, high = min(numbers.values), max(numbers.values)
    near = (0 <= low <= NEAR_ZERO * high) or (NEAR_ZERO * low <= high <= 0)
    return value_axis(chart.series, chart.grouping, zero=chart.kind != "line" or near)


def hidden_scale(chart: NativeChart) -> Axis:
    """An axis from zero to the end of the longest bar."""
    if chart.grouping == "percentStacked":
        return value_axis(chart.series, chart.grouping, zero=True)
    reached = [0.0, *_reached(chart)]
    low, high = min(reached), max(reached)
    return Axis(low, high, (high - low) / 4) if low < high else value_axis(chart.series, chart.grouping, zero=True)


def _reached(chart: NativeChart) -> Iterator[float]:
    """The values that bars and lines end at."""
    for at in range(len(chart.categories)):
        column = [(one, one.values[at] or 0.0) for one in chart.series]
        yield from (value for one, value in column if one.line or chart.grouping == "clustered")
        if chart.grouping == "stacked":
            yield sum(value for one, value in column if not one.line and value > 0)
            yield sum(value for one, value in column if not one.line and value < 0)


def marks(scale: Axis, numbers: Numbers, chart: NativeChart) -> list[str]:
    """What is written at the marks of a seen axis."""
    if chart.grouping == "percentStacked":
        whole = replace(numbers.format, decimals=0, unit="%")
        return [whole.text(mark * 100) for mark in scale.marks]
    written = replace(numbers.format, decimals=decimals_of(scale.marks))
    return [written.text(mark) for mark in scale.marks]
