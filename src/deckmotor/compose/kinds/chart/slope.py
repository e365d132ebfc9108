"""Slopes: a line for each name between two numbers, with the values at both ends and the names at the right."""

from msgspec.structs import replace

from deckmotor.charts.axis import axis
from deckmotor.charts.chart import SEPARATOR, NativeChart, PointLabel
from deckmotor.charts.geometry import Point
from deckmotor.charts.geometry import points as points_of
from deckmotor.compose.kinds.chart.colours import written
from deckmotor.compose.kinds.chart.head import head
from deckmotor.compose.kinds.chart.laid import BELOW_AXIS, BESIDE_POINT, Label, Laid, Ruler, have_room, share
from deckmotor.compose.kinds.chart.numbers import Numbers
from deckmotor.compose.kinds.chart.spread import spread
from deckmotor.style import Box
from deckmotor.units import inches

WIDEST = inches(7.5)
"""How wide a slope is at most, between its two ends: wider ones all look flat."""


def slope(chart: NativeChart, numbers: Numbers, box: Box, ruler: Ruler) -> Laid:
    """A slope chart. Its two times stand below its ends."""
    over = head(numbers, box, ruler, legend=False)
    bold = replace(ruler.text, bold=True)
    names = ruler.widest([f"{one.name}{SEPARATOR}{_text(numbers, one.values[1])}" for one in chart.series], bold)
    before = ruler.widest([_text(numbers, one.values[0]) for one in chart.series])
    side = max(before + BESIDE_POINT, ruler.width(chart.categories[0]) // 2)
    between = min(WIDEST, box.width - side - names - BESIDE_POINT)
    high = ruler.high()
    area = Box(
        box.x + side,
        box.y + over.height + high // 2,
        max(2, between),
        box.height - over.height - high - BELOW_AXIS - high // 2,
    )
    scale = axis(numbers.values, zero=False)
    chart = replace(
        chart,
        axis=scale,
        edges=True,
        plot=share(area, box),
        grid=None,
        base=None,
        title=over.title,
        title_place=over.title_place,
    )
    found = list(points_of(chart, area, scale))
    labels = [*over.labels]
    for at in (0, 1):
        labels.append(ruler.label(chart.categories[at], area.x + at * area.width, area.bottom + BELOW_AXIS, "center"))
        chart, ends = _ends(chart, numbers, [point for point in found if point.category == at], (area, box), ruler)
        labels += ends
    fits = area.height > 3 * high and between > inches(1) and have_room(labels, box)
    return Laid(chart, box, tuple(labels), (), fits)


def _text(numbers: Numbers, value: float | None) -> str:
    return "" if value is None else numbers.format.text(value)


def _ends(
    chart: NativeChart, numbers: Numbers, points: list[Point], boxes: tuple[Box, Box], ruler: Ruler
) -> tuple[NativeChart, list[Label]]:
    """The labels at one end of all lines, clear of each other."""
    area, box = boxes
    high = ruler.high()
    order = sorted(points, key=lambda point: point.y)
    wanted = [point.y - high / 2 for point in order]
    series, labels = list(chart.series), []
    placed = spread(wanted, [high] * len(wanted), (area.y - high / 2, area.bottom))
    for point, want, y in zip(order, wanted, placed, strict=True):
        one = series[point.series]
        last = point.category == 1
        color = written(one.fill, ruler.look)
        style = replace(ruler.text, bold=last, color=color)
        value = numbers.format.text(point.value)
        text = f"{one.name}{SEPARATOR}{value}" if last else value
        x = point.x + BESIDE_POINT if last else point.x - BESIDE_POINT
        labels.append(ruler.label(text, x, y, "left" if last else "right", style))
        place = "r" if last else "l"
        own = PointLabel(at=point.category, name=last, place=place, down=(y - want) / box.height, bold=last)
        series[point.series] = replace(one, label_fill=color, own=(*one.own, own))
    return replace(chart, series=tuple(series)), labels
