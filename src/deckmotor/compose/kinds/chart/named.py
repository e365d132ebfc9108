"""The names of series beside what they name, in its colour: at the ends of lines and areas, beside or above stacks, over bars.

Each is a label of its series' own in the native chart, moved from where programs would write it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.charts.axis import Axis
from deckmotor.charts.chart import SEPARATOR, NativeChart, PointLabel
from deckmotor.charts.geometry import Bar, bars, middles
from deckmotor.charts.geometry import points as points_of
from deckmotor.compose.kinds.chart.colours import written
from deckmotor.compose.kinds.chart.laid import ABOVE_BAR, BESIDE_POINT, CLEAR, Label, Ruler
from deckmotor.compose.kinds.chart.numbers import Numbers
from deckmotor.compose.kinds.chart.spread import spread
from deckmotor.style import Box, TextStyle

BETWEEN = 0.8
"""Between two names in a row, over the size of their text."""

MOST = 0.4
"""How much of a chart's width the names beside it take at most."""


BITS = 24
"""Parts of a line between two points that are looked at for names over it."""


class End(Struct, frozen=True):
    """Where a series ends, and its name begins."""

    series: int
    category: int
    x: float
    """What the name stands right of."""
    middle: tuple[float, float]
    """Where programs write the label by themselves: its middle, or, of a line, its left end."""


def name_style(series: int, chart: NativeChart, ruler: Ruler) -> TextStyle:
    """Bold, in the series' colour, or its nearest tone that can be read."""
    return replace(ruler.text, bold=True, color=written(chart.series[series].fill, ruler.look))


def room_beside(chart: NativeChart, numbers: Numbers, ruler: Ruler, *, valued: bool) -> int:
    """How much width names right of a chart take."""
    ended = [(at, one) for at, one in enumerate(chart.series) if one.line or not stands_beside(chart)]
    texts = [_text(chart, numbers, at, one.values[-1] if valued else None) for at, one in ended]
    return ruler.widest(texts, replace(ruler.text, bold=True)) + BESIDE_POINT + CLEAR if ended else 0


def stands_beside(chart: NativeChart) -> bool:
    """Whether each name has several bars beside each other."""
    bars_in_all = sum(not one.line for one in chart.series) if chart.kind in ("columns", "bars") else 0
    return chart.grouping == "clustered" and bars_in_all > 1


def _text(chart: NativeChart, numbers: Numbers, series: int, value: float | None) -> str:
    name = chart.series[series].name
    return name if value is None else f"{name}{SEPARATOR}{numbers.format.text(value)}"


def axis_of(chart: NativeChart) -> Axis:
    """The value axis of a chart that has one."""
    assert chart.axis is not None, "only pies have no axis, and their parts are named around them"
    return chart.axis


# At the ends of lines and areas, and beside the last stack


def beside(
    chart: NativeChart, numbers: Numbers, boxes: tuple[Box, Box], ruler: Ruler, *, valued: bool
) -> tuple[NativeChart, list[Label]]:
    """The name of each series at its end, moved as little as keeps it clear of the others; with the value there if `valued`.

    `boxes` are the plot's and the chart's.
    """
    area, box = boxes
    high = ruler.high()
    ends = sorted(_ends(chart, area), key=lambda end: end.middle[1])
    wanted = [end.middle[1] - high / 2 for end in ends]
    placed = spread(wanted, [high] * len(ends), (area.y - high, area.bottom))
    labels, series = [], list(chart.series)
    for end, want, y in zip(ends, wanted, placed, strict=True):
        one = series[end.series]
        value = one.values[end.category] if valued and not one.line else None
        style = name_style(end.series, chart, ruler)
        label = ruler.label(_text(chart, numbers, end.series, value), end.x + BESIDE_POINT, y, style=style)
        labels.append(label)
        lined = one.line or chart.kind == "line"
        across = label.box.x - end.middle[0] if lined else label.box.x + label.box.width / 2 - end.middle[0]
        own = PointLabel(
            at=end.category,
            value=value is not None,
            name=True,
            place="r" if lined else "ctr" if chart.kind == "columns" else None,
            across=across / box.width,
            down=(y - want) / box.height,
            color=style.color,
            bold=True,
        )
        series[end.series] = replace(one, own=(*one.own, own))
    return replace(chart, series=tuple(series)), labels


def _ends(chart: NativeChart, area: Box) -> Iterator[End]:
    """Where each series ends that has a value there."""
    scale = axis_of(chart)
    last = len(chart.categories) - 1
    if chart.kind == "area":
        yield from (End(one.series, last, one.x, (one.x, one.y)) for one in middles(chart, area, scale))
        return
    edge = 0
    if chart.kind != "line":
        for bar in bars(chart, area, scale):
            if bar.category == last and chart.series[bar.series].values[last] is not None:
                edge = max(edge, bar.box.right)
                if not stands_beside(chart):
                    yield End(bar.series, last, bar.box.right, _middle(bar))
    found = {point.series: point for point in points_of(chart, area, scale)}
    for at, point in found.items():
        yield End(at, point.category, max(edge, point.x), (point.x + BESIDE_POINT, point.y))


def _middle(bar: Bar) -> tuple[float, float]:
    return bar.box.x + bar.box.width / 2, bar.box.y + bar.box.height / 2


# Above the first of several lying stacks


def above(chart: NativeChart, numbers: Numbers, boxes: tuple[Box, Box], ruler: Ruler) -> tuple[NativeChart, list[Label]]:
    """The name and value of each part of the first stack above it, in a row."""
    area, box = boxes
    parts = [bar for bar in bars(chart, area, axis_of(chart)) if bar.category == 0]
    parts.sort(key=lambda bar: bar.box.x)
    texts = [_text(chart, numbers, bar.series, chart.series[bar.series].values[0]) for bar in parts]
    gap = BETWEEN * ruler.text.size
    sizes = [round(ruler.width(text, replace(ruler.text, bold=True)) + gap) for text in texts]
    wanted = [_middle(bar)[0] - size / 2 for bar, size in zip(parts, sizes, strict=True)]
    placed = spread(wanted, sizes, (area.x - gap / 2, box.right + gap / 2))
    labels, series = [], list(chart.series)
    for bar, text, x in zip(parts, texts, placed, strict=True):
        style = name_style(bar.series, chart, ruler)
        y = bar.box.y - ABOVE_BAR - ruler.high()
        label = ruler.label(text, x + gap / 2, y, style=style)
        labels.append(label)
        middle = _middle(bar)
        own = PointLabel(
            at=0,
            name=True,
            across=(label.box.x + label.box.width / 2 - middle[0]) / box.width,
            down=(y + ruler.high() / 2 - middle[1]) / box.height,
            color=style.color,
            bold=True,
        )
        series[bar.series] = replace(series[bar.series], own=(*series[bar.series].own, own))
    return replace(chart, series=tuple(series)), labels


# At the first bars, where several stand side by side


def first_of_several(chart: NativeChart, ruler: Ruler, *, above: bool, valued: bool = True) -> NativeChart:
    """A chart whose first bars are named: on a line above their values, before them, or without them if not `valued`."""
    named = []
    for at, one in enumerate(chart.series):
        color = name_style(at, chart, ruler).color
        own = () if one.line else (PointLabel(at=0, value=valued, name=True, bold=True, above=above, color=color),)
        named.append(replace(one, own=(*one.own, *own)))
    return replace(chart, series=tuple(named))


def over_first(chart: NativeChart, area: Box, ruler: Ruler) -> list[Label]:
    """The names of the first bars beyond their ends, where no values stand."""
    labels = []
    for bar in bars(chart, area, axis_of(chart)):
        if bar.category == 0:
            one, below = chart.series[bar.series], bar.value < 0
            y = bar.box.bottom + ABOVE_BAR if below else bar.box.y - ABOVE_BAR - ruler.high()
            labels.append(ruler.label(one.name, _middle(bar)[0], y, "center", name_style(bar.series, chart, ruler)))
    return labels


def is_clear(labels: Sequence[Label], chart: NativeChart, area: Box) -> bool:
    """Whether no label lies over a bar or a line."""
    solid = [bar.box for bar in bars(chart, area, axis_of(chart))]
    found = list(points_of(chart, area, axis_of(chart)))
    for one, two in pairwise(found):
        if one.series == two.series:
            steps = [at / BITS for at in range(BITS + 1)]
            solid += [Box(round(one.x + (two.x - one.x) * at), round(one.y + (two.y - one.y) * at), 1, 1) for at in steps]
    return not any(
        label.box.x < box.right and box.x < label.box.right and label.box.y < box.bottom and box.y < label.box.bottom
        for label in labels
        for box in solid
    )
