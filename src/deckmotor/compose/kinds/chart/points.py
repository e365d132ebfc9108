"""Scatter charts: a point for each name, its name beside it where that has room, and two axes with their names."""

from collections.abc import Iterator

from msgspec.structs import replace

from deckmotor.charts.axis import Axis, axis
from deckmotor.charts.chart import MARKER_SIZE, NativeChart, PointLabel
from deckmotor.charts.formats import Format, decimals_of
from deckmotor.charts.geometry import Point
from deckmotor.charts.geometry import points as points_of
from deckmotor.compose.kinds.chart.laid import (
    BELOW_AXIS,
    BESIDE_POINT,
    BESIDE_SCALE,
    SPARE,
    Label,
    Laid,
    Ruler,
    have_room,
    share,
)
from deckmotor.compose.kinds.chart.numbers import Numbers
from deckmotor.style import Box, TextStyle
from deckmotor.units import points

AIR = points(12)

UNDER_NAME = points(9)
"""Below the name of the axis across: LibreOffice shrinks a chart whose titles reach, with their insets, beyond it."""

MARK = points(MARKER_SIZE)


def scatter(chart: NativeChart, numbers: Numbers, box: Box, ruler: Ruler) -> Laid:
    """A scatter chart. Names of points that have no room are left out; those that are lit come first."""
    across, up = (
        axis([value for value in line.values if value is not None], zero=_near_zero(line.values)) for line in numbers.series
    )
    small = ruler.high(ruler.small)
    left = ruler.widest(_marks(up, numbers.format), ruler.small) + BESIDE_SCALE + SPARE
    above = small + AIR
    below = BELOW_AXIS + 2 * small + UNDER_NAME
    edge = ruler.width(_marks(across, numbers.format)[-1], ruler.small) // 2 + SPARE
    area = Box(box.x + left, box.y + above, box.width - left - edge, box.height - above - below)
    across_name, up_name = (line.name for line in numbers.series)
    high_name = ruler.label(up_name, box.x, box.y, style=ruler.small)
    wide_name = ruler.label(across_name, area.right, area.bottom + BELOW_AXIS + small, "right", ruler.small)
    chart = replace(
        chart,
        axis=up,
        x_axis=across,
        plot=share(area, box),
        title=up_name,
        title_place=share(high_name.box, box),
        x_title=across_name,
        x_title_place=share(wide_name.box, box),
    )
    fixed = [high_name, wide_name, *_scales(across, up, area, numbers.format, ruler)]
    chart, names = _names(chart, list(points_of(chart, area, up)), fixed, box, ruler)
    fits = area.height > 3 * ruler.high() and area.width > 4 * ruler.high() and have_room(fixed, box)
    return Laid(chart, box, (*fixed, *names), (), fits)


def _near_zero(values: tuple[float | None, ...]) -> bool:
    known = [value for value in values if value is not None]
    return 0 <= min(known) <= 0.6 * max(known)


def _marks(scale: Axis, written: Format) -> list[str]:
    plain = Format(written.language, decimals_of(scale.marks))
    return [plain.text(mark) for mark in scale.marks]


def _scales(across: Axis, up: Axis, area: Box, written: Format, ruler: Ruler) -> Iterator[Label]:
    half = ruler.high(ruler.small) / 2
    for mark, text in zip(up.marks, _marks(up, written), strict=True):
        y = area.bottom - up.share(mark) * area.height
        yield ruler.label(text, area.x - BESIDE_SCALE, y - half, "right", ruler.small)
    for mark, text in zip(across.marks, _marks(across, written), strict=True):
        x = area.x + across.share(mark) * area.width
        yield ruler.label(text, x, area.bottom + BELOW_AXIS, "center", ruler.small)


def _names(
    chart: NativeChart, found: list[Point], fixed: list[Label], box: Box, ruler: Ruler
) -> tuple[NativeChart, list[Label]]:
    """The name of each point right of it, left, above or below: wherever it first has room beside what is `fixed`."""
    marks = [_mark(point, ruler) for point in found]
    placed: list[Label] = []
    series = list(chart.series)
    for number, point in sorted(enumerate(found), key=lambda pair: not series[pair[1].series].labelled):
        one = series[point.series]
        others = [*fixed, *placed, *marks[:number], *marks[number + 1 :]]
        own = PointLabel(at=point.category, value=False)
        style = replace(ruler.text, bold=one.labelled)
        for place, label in _around(point, one.name, style, ruler):
            if have_room([label], box) and not any(label.overlaps(other) for other in others):
                placed.append(label)
                own = PointLabel(at=point.category, value=False, name=True, place=place, bold=one.labelled)
                break
        series[point.series] = replace(one, labelled=False, own=(own,))
    return replace(chart, series=tuple(series)), placed


def _around(point: Point, name: str, style: TextStyle, ruler: Ruler) -> Iterator[tuple[str, Label]]:
    high = ruler.high()
    yield "r", ruler.label(name, point.x + BESIDE_POINT, point.y - high / 2, "left", style)
    yield "l", ruler.label(name, point.x - BESIDE_POINT, point.y - high / 2, "right", style)
    yield "t", ruler.label(name, point.x, point.y - BESIDE_POINT - high, "center", style)
    yield "b", ruler.label(name, point.x, point.y + BESIDE_POINT, "center", style)


def _mark(point: Point, ruler: Ruler) -> Label:
    """A point, as what names keep clear of."""
    return Label("", Box(point.x - MARK // 2, point.y - MARK // 2, MARK, MARK), replace(ruler.text, size=MARK))
