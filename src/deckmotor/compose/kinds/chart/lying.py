"""Lying bars: names left of them, in reading order, values at their ends."""

from collections.abc import Iterator

from msgspec.structs import replace

from deckmotor.charts.axis import Axis
from deckmotor.charts.chart import NativeChart, PointLabel
from deckmotor.charts.geometry import bars
from deckmotor.compose.kinds.chart.head import head
from deckmotor.compose.kinds.chart.laid import BESIDE_AXIS, BESIDE_BAR, CLEAR, SPARE, Label, Laid, Ruler, have_room, share
from deckmotor.compose.kinds.chart.numbers import Numbers
from deckmotor.compose.kinds.chart.scale import hidden_scale
from deckmotor.style import Box
from deckmotor.units import inches

WIDEST_SLOT = inches(0.8)
"""Room that a name and its bar take at most, down the page; more where a name has several bars."""

NAMES = 0.45
"""How much of the width names take at most."""


def lying(chart: NativeChart, numbers: Numbers, box: Box, ruler: Ruler) -> Laid:
    """A chart of lying bars with their values. The longest leaves room for its value within the plot."""
    over = head(numbers, box, ruler, legend=len(chart.series) > 1)
    names = ruler.widest(chart.categories)
    left = names + BESIDE_AXIS + SPARE
    count = len(chart.categories)
    side_by_side = len(chart.series) if chart.grouping == "clustered" else 1
    most = round(count * WIDEST_SLOT * (1 + 0.5 * (side_by_side - 1)))
    area = Box(box.x + left, box.y + over.height, box.width - left, min(box.height - over.height, most))
    scale = hidden_scale(chart)
    if chart.grouping == "clustered":
        scale = _with_room(scale, numbers, area, ruler)
    chart = replace(
        chart,
        axis=scale,
        plot=share(area, box),
        grid=None,
        title=over.title,
        title_place=over.title_place,
        legend=over.legend,
        series=tuple(replace(one, labelled=True) for one in chart.series),
    )
    chart, values = _values(chart, numbers, area, scale, ruler)
    named = list(_names(chart, area, ruler))
    labels = (*over.labels, *named, *values)
    slot = area.height / count
    fits = names <= box.width * NAMES and slot >= ruler.high() * max(1.0, side_by_side * 0.9) and have_room(labels, box)
    return Laid(chart, box, labels, over.swatches, fits)


def _with_room(scale: Axis, numbers: Numbers, area: Box, ruler: Ruler) -> Axis:
    """The scale with room for the values at the ends of the bars, on both sides where there are bars on both."""
    written = [(value, ruler.width(numbers.format.text(value)) + BESIDE_BAR + CLEAR) for value in numbers.values]
    right = max((width for value, width in written if value >= 0), default=0) / max(1, area.width)
    left = max((width for value, width in written if value < 0), default=0) / max(1, area.width)
    whole = (scale.high - scale.low) / max(0.1, 1 - left - right)
    return Axis(scale.low - left * whole, scale.high + right * whole, scale.step)


def _names(chart: NativeChart, area: Box, ruler: Ruler) -> Iterator[Label]:
    slot = area.height / len(chart.categories)
    for at, name in enumerate(chart.categories):
        yield ruler.label(name, area.x - BESIDE_AXIS, area.y + (at + 0.5) * slot - ruler.high() / 2, "right")


def _values(chart: NativeChart, numbers: Numbers, area: Box, scale: Axis, ruler: Ruler) -> tuple[NativeChart, list[Label]]:
    labels: list[Label] = []
    bare: dict[int, list[int]] = {}
    for bar in bars(chart, area, scale):
        series = chart.series[bar.series]
        if series.values[bar.category] is None:
            continue
        text = numbers.format.text(bar.value)
        y = bar.box.y + (bar.box.height - ruler.high()) / 2
        if chart.grouping == "clustered":
            end, align = (bar.box.x - BESIDE_BAR, "right") if bar.value < 0 else (bar.box.right + BESIDE_BAR, "left")
            labels.append(ruler.label(text, end, y, align))
        elif bar.box.width < ruler.width(text) + 2 * CLEAR:
            bare.setdefault(bar.series, []).append(bar.category)
        else:
            style = replace(ruler.text, color=series.label_fill or ruler.text.color)
            labels.append(ruler.label(text, bar.box.x + bar.box.width / 2, y, "center", style))
    shown = tuple(
        replace(one, own=tuple(PointLabel(at=place, value=False) for place in bare.get(at, ())))
        for at, one in enumerate(chart.series)
    )
    return replace(chart, series=shown), labels
