"""Where the bars, points and slices of a chart stand: the same places that PowerPoint and LibreOffice give them.

A category's slot is the plot area's length over the number of categories; a bar is the slot over the number of bars in it
plus the gap, and the bars stand in the middle of it. Measured in LibreOffice: within 0.13 points. All lengths are EMU.
"""

from collections.abc import Iterator
from math import cos, pi, sin, tan

from msgspec import Struct

from deckmotor.charts.axis import Axis, axis
from deckmotor.charts.chart import Grouping, NativeChart, Plot, Series
from deckmotor.color import Color
from deckmotor.style import Box

Commands = tuple[tuple[str | int, ...], ...]

FULL = 2 * pi
TOP = -pi / 2
"""Angle of the first slice's first edge: twelve o'clock, with y downwards."""

STEP = pi / 4
"""The longest arc that one curve draws; the error is a hundred-thousandth of the radius."""

HOLE = 0.5
"""Radius of a doughnut's hole over its own."""


class Bar(Struct, frozen=True):
    """A bar of a series at a category."""

    series: int
    category: int
    value: float
    box: Box
    color: Color


class Point(Struct, frozen=True):
    """A value of a line or scatter chart."""

    series: int
    category: int
    value: float
    x: int
    y: int
    color: Color


class Slice(Struct, frozen=True):
    """A part of a pie or doughnut."""

    category: int
    value: float
    share: float
    """Of the whole, 0 to 1."""
    outline: Commands
    middle: tuple[int, int]
    """Half way along its arc, on the outer edge."""
    color: Color


def plot_box(plot: Plot, box: Box) -> Box:
    """The plot area on the page, of a chart that stands in `box`."""
    return Box(
        box.x + round(plot.x * box.width),
        box.y + round(plot.y * box.height),
        round(plot.width * box.width),
        round(plot.height * box.height),
    )


def color_of(series: Series, place: int) -> Color:
    """The colour of a point: its own, or the series'."""
    return next((color for at, color in series.points if at == place), series.fill)


def value_axis(series: tuple[Series, ...], grouping: Grouping, *, zero: bool) -> Axis:
    """The value axis of some series: that of what they add up to, where they are stacked."""
    if grouping == "percentStacked":
        return Axis(0.0, 1.0, 0.25)
    reached = [value for part in series if part.line or grouping == "clustered" for value in part.values if value is not None]
    if grouping == "stacked":
        for column in zip(*(part.values for part in series if not part.line), strict=True):
            reached.append(sum(value for value in column if value is not None and value > 0))
            reached.append(sum(value for value in column if value is not None and value < 0))
    return axis(reached, zero=zero)


def bars(chart: NativeChart, area: Box, scale: Axis) -> Iterator[Bar]:
    """The bars of all series that are not lines."""
    shown = [(at, series) for at, series in enumerate(chart.series) if not series.line]
    side_by_side = len(shown) if chart.grouping == "clustered" else 1
    lying = chart.kind == "bars"
    slot = (area.height if lying else area.width) / max(1, len(chart.categories))
    thick = slot / (side_by_side + chart.gap / 100)
    for category in range(len(chart.categories)):
        first = (area.y if lying else area.x) + category * slot + (slot - thick * side_by_side) / 2
        for order, (at, series, low, high) in enumerate(_stretches(chart, shown, category)):
            across = first + (order * thick if side_by_side > 1 else 0)
            box = _bar(area, scale, (low, high), (across, thick), lying=lying)
            yield Bar(at, category, series.values[category] or 0.0, box, color_of(series, category))


def _stretches(
    chart: NativeChart, shown: list[tuple[int, Series]], category: int
) -> Iterator[tuple[int, Series, float, float]]:
    """From where to where each bar goes along the value axis."""
    ends = {True: 0.0, False: 0.0}
    total = sum(abs(series.values[category] or 0.0) for _, series in shown) or 1.0
    for at, series in shown:
        value = series.values[category]
        if value is None:
            if chart.grouping == "clustered":
                yield at, series, 0.0, 0.0
            continue
        if chart.grouping == "clustered":
            yield at, series, 0.0, value
            continue
        length = value / total if chart.grouping == "percentStacked" else value
        begin = ends[value >= 0]
        ends[value >= 0] = begin + length
        yield at, series, begin, begin + length


def _bar(area: Box, scale: Axis, stretch: tuple[float, float], place: tuple[float, float], *, lying: bool) -> Box:
    low, high = sorted(scale.share(min(max(value, scale.low), scale.high)) for value in stretch)
    across, thick = place
    if lying:
        return Box(round(area.x + low * area.width), round(across), round((high - low) * area.width), round(thick))
    top = area.bottom - high * area.height
    return Box(round(across), round(top), round(thick), round((high - low) * area.height))


def points(chart: NativeChart, area: Box, scale: Axis) -> Iterator[Point]:
    """The points of all series that are lines, or of a scatter chart."""
    lined = chart.kind in ("line", "scatter", "area")
    for at, series in enumerate(chart.series):
        if not (lined or series.line):
            continue
        for place, value in enumerate(series.values):
            if value is not None:
                x = _across(chart, series, area, place)
                y = _height(scale, area, value)
                yield Point(at, place, value, x, y, color_of(series, place))


def layers(chart: NativeChart, area: Box, scale: Axis) -> Iterator[tuple[Series, Commands]]:
    """The areas of all series, each on top of those before it."""
    for series, floor, top in _layers(chart):
        edge = [*enumerate(top), *reversed(list(enumerate(floor)))]
        corners = [(_across(chart, series, area, at), _height(scale, area, value)) for at, value in edge]
        yield series, (("M", *corners[0]), *(("L", *corner) for corner in corners[1:]), ("Z",))


def middles(chart: NativeChart, area: Box, scale: Axis) -> Iterator[Point]:
    """The middle of each area at its end: where programs write the label of its last value."""
    last = len(chart.categories) - 1
    for at, (series, floor, top) in enumerate(_layers(chart)):
        y = _height(scale, area, (floor[last] + top[last]) / 2)
        yield Point(at, last, top[last] - floor[last], _across(chart, series, area, last), y, series.fill)


def _layers(chart: NativeChart) -> Iterator[tuple[Series, list[float], list[float]]]:
    """Each area's lower and upper edge, at each name, along the value axis."""
    count = len(chart.categories)
    floor = [0.0] * count
    totals = [sum(series.values[at] or 0.0 for series in chart.series) or 1.0 for at in range(count)]
    for series in chart.series:
        whole = totals if chart.grouping == "percentStacked" else [1.0] * count
        top = [low + (value or 0.0) / total for low, value, total in zip(floor, series.values, whole, strict=True)]
        yield series, floor, top
        floor = top


def _height(scale: Axis, area: Box, value: float) -> int:
    return round(area.bottom - scale.share(value) * area.height)


def _across(chart: NativeChart, series: Series, area: Box, place: int) -> int:
    if chart.kind == "scatter":
        assert chart.x_axis is not None, "a scatter chart has two value axes"
        return round(area.x + chart.x_axis.share(series.x[place]) * area.width)
    count = len(chart.categories)
    if chart.edges:
        return round(area.x + area.width * place / max(1, count - 1))
    return round(area.x + area.width * (place + 0.5) / count)


def runs(found: list[Point]) -> Iterator[list[Point]]:
    """The points of one series in stretches without a missing value: what a line joins."""
    stretch: list[Point] = []
    for point in found:
        if stretch and point.category != stretch[-1].category + 1:
            yield stretch
            stretch = []
        stretch.append(point)
    if stretch:
        yield stretch


def slices(chart: NativeChart, area: Box) -> Iterator[Slice]:
    """The parts of a pie or doughnut, clockwise from the top."""
    series = chart.series[0]
    total = sum(value for value in series.values if value) or 1.0
    radius = min(area.width, area.height) / 2
    centre = (area.x + area.width / 2, area.y + area.height / 2)
    hole = radius * HOLE if chart.kind == "doughnut" else 0.0
    angle = TOP
    for place, value in enumerate(series.values):
        if value is None:
            continue
        share = value / total
        end = angle + share * FULL
        half = (angle + end) / 2
        middle = (round(centre[0] + radius * cos(half)), round(centre[1] + radius * sin(half)))
        yield Slice(place, value, share, _sector(centre, (hole, radius), (angle, end)), middle, color_of(series, place))
        angle = end


def _sector(centre: tuple[float, float], radii: tuple[float, float], angles: tuple[float, float]) -> Commands:
    """The outline of a slice between two radii and two angles."""
    hole, radius = radii
    begin, end = angles
    outer = _arc(centre, radius, begin, end)
    first = _on_circle(centre, radius, begin)
    if not hole:
        return (("M", round(centre[0]), round(centre[1])), ("L", *first), *outer, ("Z",))
    back = _arc(centre, hole, end, begin)
    return (("M", *first), *outer, ("L", *_on_circle(centre, hole, end)), *back, ("Z",))


def _arc(centre: tuple[float, float], radius: float, begin: float, end: float) -> Iterator[tuple[str | int, ...]]:
    """Curves along a circle from one angle to another."""
    count = max(1, int(abs(end - begin) / STEP + 0.999))
    step = (end - begin) / count
    reach = 4 / 3 * tan(step / 4) * radius
    for number in range(count):
        one, two = begin + number * step, begin + (number + 1) * step
        x1, y1 = centre[0] + radius * cos(one), centre[1] + radius * sin(one)
        x2, y2 = centre[0] + radius * cos(two), centre[1] + radius * sin(two)
        yield (
            "C",
            round(x1 - reach * sin(one)),
            round(y1 + reach * cos(one)),
            round(x2 + reach * sin(two)),
            round(y2 - reach * cos(two)),
            round(x2),
            round(y2),
        )


def _on_circle(centre: tuple[float, float], radius: float, angle: float) -> tuple[int, int]:
    return round(centre[0] + radius * cos(angle)), round(centre[1] + radius * sin(angle))
