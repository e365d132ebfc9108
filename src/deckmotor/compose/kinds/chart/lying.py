"""Lying bars: names left of them, in reading order, values at their ends."""

from collections.abc import Iterator

from msgspec.structs import replace

from deckmotor.charts.axis import Axis
from deckmotor.charts.chart import SEPARATOR, NativeChart, PointLabel
from deckmotor.charts.geometry import bars
from deckmotor.compose.kinds.chart.head import head
from deckmotor.compose.kinds.chart.laid import BESIDE_AXIS, BESIDE_BAR, CLEAR, SPARE, Label, Laid, Ruler, have_room, share
from deckmotor.compose.kinds.chart.named import above, first_of_several, name_style
from deckmotor.compose.kinds.chart.numbers import Numbers
from deckmotor.compose.kinds.chart.scale import hidden_scale
from deckmotor.style import Box, TextStyle
from deckmotor.units import inches

WIDEST_SLOT = inches(0.8)
"""Room that a name and its bar take at most, down the page; more where a name has several bars."""

NAMES = 0.45
"""How much of the width names take at most."""


def lying(chart: NativeChart, numbers: Numbers, box: Box, ruler: Ruler, *, named: bool) -> Laid:
    """A chart of lying bars with their values. The longest leaves room for its value within the plot.

    The names of several series stand at the first bars, or in a legend if not `named`.
    """
    over = head(numbers, box, ruler, legend=len(chart.series) > 1 and not named)
    row = ruler.high() if named and chart.grouping != "clustered" else 0
    names = ruler.widest(chart.categories)
    left = names + BESIDE_AXIS + SPARE
    count = len(chart.categories)
    side_by_side = len(chart.series) if chart.grouping == "clustered" else 1
    most = round(count * WIDEST_SLOT * (1 + 0.5 * (side_by_side - 1)))
    area = Box(box.x + left, box.y + over.height + row, box.width - left, min(box.height - over.height - row, most))
    scale = hidden_scale(chart)
    if chart.grouping == "clustered":
        chart = first_of_several(chart, ruler, above=False) if named else chart
        scale = _with_room(scale, chart, numbers, area, ruler)
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
    chart, values = _values(chart, numbers, area, scale, ruler, named_above=bool(row))
    if row:
        chart, parts = above(chart, numbers, (area, box), ruler)
        values = [*values, *parts]
    labels = (*over.labels, *_names(chart, area, ruler), *values)
    slot = area.height / count
    fits = names <= box.width * NAMES and slot >= ruler.high() * max(1.0, side_by_side * 0.9) and have_room(labels, box)
    fits = fits and not (named and any(one.values[0] is None for one in chart.series))
    return Laid(chart, box, labels, over.swatches, fits)


def _with_room(scale: Axis, chart: NativeChart, numbers: Numbers, area: Box, ruler: Ruler) -> Axis:
    """The scale with room for the values at the ends of the bars, on both sides where there are bars on both."""
    left = right = 0
    for number, one in enumerate(chart.series):
        for at, value in enumerate(one.values):
            if value is not None:
                text, style = _written(chart, numbers, (number, at), ruler)
                width = ruler.width(text, style) + BESIDE_BAR + CLEAR
                left, right = (max(left, width), right) if value < 0 else (left, max(right, width))
    whole = (scale.high - scale.low) / max(0.1, 1 - (left + right) / max(1, area.width))
    return Axis(scale.low - left / area.width * whole, scale.high + right / area.width * whole, scale.step)


def _written(chart: NativeChart, numbers: Numbers, place: tuple[int, int], ruler: Ruler) -> tuple[str, TextStyle]:
    """What stands at the end of a bar: its value, after the name of its series if the bar has that."""
    series, at = place
    one = chart.series[series]
    text = numbers.format.text(one.values[at] or 0.0)
    if any(label.at == at and label.name for label in one.own):
        return f"{one.name}{SEPARATOR}{text}", name_style(series, chart, ruler)
    return text, ruler.text


def _names(chart: NativeChart, area: Box, ruler: Ruler) -> Iterator[Label]:
    slot = area.height / len(chart.categories)
    for at, name in enumerate(chart.categories):
        yield ruler.label(name, area.x - BESIDE_AXIS, area.y + (at + 0.5) * slot - ruler.high() / 2, "right")


def _values(
    chart: NativeChart, numbers: Numbers, area: Box, scale: Axis, ruler: Ruler, *, named_above: bool
) -> tuple[NativeChart, list[Label]]:
    """The values at the ends of bars or in the parts of stacks; those of the first stack may stand above it with the names."""
    labels: list[Label] = []
    bare: dict[int, list[int]] = {}
    for bar in bars(chart, area, scale):
        series = chart.series[bar.series]
        if series.values[bar.category] is None or (named_above and bar.category == 0):
            continue
        text = numbers.format.text(bar.value)
        y = bar.box.y + (bar.box.height - ruler.high()) / 2
        if chart.grouping == "clustered":
            end, align = (bar.box.x - BESIDE_BAR, "right") if bar.value < 0 else (bar.box.right + BESIDE_BAR, "left")
            text, style = _written(chart, numbers, (bar.series, bar.category), ruler)
            labels.append(ruler.label(text, end, y, align, style))
        elif bar.box.width < ruler.width(text) + 2 * CLEAR:
            bare.setdefault(bar.series, []).append(bar.category)
        else:
            style = replace(ruler.text, color=series.label_fill or ruler.text.color)
            labels.append(ruler.label(text, bar.box.x + bar.box.width / 2, y, "center", style))
    shown = tuple(
        replace(one, own=(*one.own, *(PointLabel(at=place, value=False) for place in bare.get(at, ()))))
        for at, one in enumerate(chart.series)
    )
    return replace(chart, series=shown), labels
