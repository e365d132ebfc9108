"""Upright bars, and lines: names below, values above, what is measured from the foot up."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from deckmotor.charts.axis import Axis
from deckmotor.charts.chart import NativeChart, PointLabel
from deckmotor.charts.geometry import bars
from deckmotor.charts.geometry import points as points_of
from deckmotor.compose.kinds.chart.colours import written
from deckmotor.compose.kinds.chart.head import head
from deckmotor.compose.kinds.chart.laid import (
    ABOVE_BAR,
    BELOW_AXIS,
    BESIDE_POINT,
    BESIDE_SCALE,
    CLEAR,
    SPARE,
    Label,
    Laid,
    Ruler,
    have_room,
    share,
)
from deckmotor.compose.kinds.chart.numbers import Numbers
from deckmotor.compose.kinds.chart.scale import hidden_scale, marks, seen_scale
from deckmotor.compose.kinds.chart.spread import spread
from deckmotor.style import Box
from deckmotor.units import inches

WIDEST_SLOT, WIDEST_BAR = inches(4), inches(1.7)
"""Room that a name and its bars take at most, and a bar: bars as broad as doors say no more."""

FEW_POINTS = 12
"""Lines of more points have no marks on them."""


def upright(chart: NativeChart, numbers: Numbers, box: Box, ruler: Ruler, *, labelled: bool) -> Laid:
    """A chart of upright bars or lines. `chart` has its colours; without values beside their bars it has a value axis."""
    lined = chart.kind in ("line", "area")
    named = chart.kind == "line" and len(chart.series) > 1
    over = head(numbers, box, ruler, legend=len(chart.series) > 1 and not named)
    ends = _ends(chart, ruler) if named else 0
    scale = hidden_scale(chart) if labelled and not lined else seen_scale(chart, numbers)
    left = 0 if labelled else ruler.widest(marks(scale, numbers, chart), ruler.small) + BESIDE_SCALE + SPARE
    above = over.height + (ruler.high() + ABOVE_BAR if labelled else ruler.high(ruler.small) // 2)
    count = len(chart.categories)
    below = BELOW_AXIS + ruler.high()
    inside = _below_plot(chart, scale, ruler) if labelled else 0
    below += inside
    width = box.width - left - ends
    if not lined:
        width = min(width, count * WIDEST_SLOT)
        chart = replace(chart, gap=_gap(chart, width))
    every = _every(numbers, width, ruler) if lined or numbers.ordered else 1
    area = Box(box.x + left, box.y + above, width, box.height - above - below)
    if inside:
        deeper = inside / max(1, area.height) * (scale.high - scale.low)
        scale = Axis(scale.low - deeper, scale.high, scale.step)
        area = replace(area, height=area.height + inside)
    chart = replace(
        chart,
        axis=scale,
        plot=share(area, box),
        every=every,
        grid=None if labelled else chart.grid,
        base=None if lined and (labelled or scale.low > 0) else chart.base,
        markers=count <= FEW_POINTS,
        title=over.title,
        title_place=over.title_place,
        legend=over.legend,
        series=tuple(replace(one, labelled=labelled) for one in chart.series),
    )
    names = list(_names(chart, area, ruler))
    labels = [*over.labels, *names, *([] if labelled else _axis_labels(scale, numbers, chart, area, ruler))]
    if labelled:
        chart, values = _values(chart, numbers, area, scale, ruler)
        labels += values
    if named:
        chart, ended = _named(chart, numbers, area, scale, box, ruler)
        labels += ended
    fits = area.height > 3 * ruler.high() and area.width > 0 and have_room(labels, box)
    fits = fits and _within_slots(names, area.width / count * every, ruler)
    return Laid(chart, box, tuple(labels), over.swatches, fits)


def _gap(chart: NativeChart, width: int) -> int:
    """The space between the bars of two names, percent of a bar: more than usual where bars would be too broad."""
    beside = len(chart.series) if chart.grouping == "clustered" else 1
    least = 100 * (width / len(chart.categories) / WIDEST_BAR - beside)
    return max(chart.gap, round(least))


def _below_plot(chart: NativeChart, scale: Axis, ruler: Ruler) -> int:
    """How much of the plot is kept for values below bars and points, so that the names stay below these."""
    if chart.kind == "line":
        return ruler.high() + BESIDE_POINT if any(_lows(one.values) for one in chart.series) else 0
    return ruler.high() + ABOVE_BAR if scale.low < 0 else 0


def _axis_labels(scale: Axis, numbers: Numbers, chart: NativeChart, area: Box, ruler: Ruler) -> Iterator[Label]:
    half = ruler.high(ruler.small) / 2
    for mark, text in zip(scale.marks, marks(scale, numbers, chart), strict=True):
        y = area.bottom - scale.share(mark) * area.height
        yield ruler.label(text, area.x - BESIDE_SCALE, y - half, "right", ruler.small)


def _every(numbers: Numbers, width: int, ruler: Ruler) -> int:
    """Only every so many names are shown, so that they have room."""
    count = len(numbers.names)
    room = ruler.widest(numbers.names) + ruler.text.size
    return next((every for every in (1, 2, 3, 4, 5, 6, 10, 12, 20, 24, 50, 100) if width / count * every >= room), count)


def _names(chart: NativeChart, area: Box, ruler: Ruler) -> Iterator[Label]:
    count = len(chart.categories)
    for at in range(0, count, chart.every):
        middle = area.x + area.width * (at + 0.5) / count
        yield ruler.label(chart.categories[at], middle, area.bottom + BELOW_AXIS, "center")


def _within_slots(names: Sequence[Label], slot: float, ruler: Ruler) -> bool:
    """Whether each name keeps to its slot: programs break a wider one, or turn it."""
    return all(name.box.width + ruler.text.size * 0.3 <= slot for name in names)


# Values


def _values(chart: NativeChart, numbers: Numbers, area: Box, scale: Axis, ruler: Ruler) -> tuple[NativeChart, list[Label]]:
    """The values beside their bars or points; parts of a stack that are too small for theirs have none."""
    labels: list[Label] = []
    bare: dict[int, list[int]] = {}
    if chart.kind != "line":
        for bar in bars(chart, area, scale):
            series = chart.series[bar.series]
            if series.values[bar.category] is None:
                continue
            text = numbers.format.text(bar.value)
            middle = bar.box.x + bar.box.width / 2
            if chart.grouping == "clustered":
                high = bar.box.bottom + ABOVE_BAR if bar.value < 0 else bar.box.y - ABOVE_BAR - ruler.high()
                labels.append(ruler.label(text, middle, high, "center"))
            elif bar.box.height < ruler.high() or bar.box.width < ruler.width(text) + 2 * CLEAR:
                bare.setdefault(bar.series, []).append(bar.category)
            else:
                color = series.label_fill or ruler.text.color
                y = bar.box.y + (bar.box.height - ruler.high()) / 2
                labels.append(ruler.label(text, middle, y, "center", replace(ruler.text, color=color)))
    below = {at: _lows(one.values) for at, one in enumerate(chart.series) if chart.kind == "line" or one.line}
    for point in points_of(chart, area, scale):
        low = point.category in below[point.series]
        y = point.y + BESIDE_POINT if low else point.y - BESIDE_POINT - ruler.high()
        labels.append(ruler.label(numbers.format.text(point.value), point.x, y, "center"))
    shown = tuple(
        replace(one, own=(*_bare(bare.get(at, ())), *(PointLabel(at=low, place="b") for low in below.get(at, ()))))
        for at, one in enumerate(chart.series)
    )
    return replace(chart, series=shown), labels


def _bare(places: Sequence[int]) -> Iterator[PointLabel]:
    """What keeps the values of some points unwritten."""
    return (PointLabel(at=at, value=False) for at in places)


def _lows(values: Sequence[float | None]) -> tuple[int, ...]:
    """The points of a line that lie lower than those beside them: their values stand below it."""
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    found = []
    for number, (at, value) in enumerate(known):
        beside = [other for _, other in (*known[max(0, number - 1) : number], *known[number + 1 : number + 2])]
        if beside and all(value < other for other in beside):
            found.append(at)
    return tuple(found)


# Names at the ends of lines


def _ends(chart: NativeChart, ruler: Ruler) -> int:
    bold = replace(ruler.text, bold=True)
    return ruler.widest([one.name for one in chart.series], bold) + BESIDE_POINT + CLEAR


def _named(
    chart: NativeChart, numbers: Numbers, area: Box, scale: Axis, box: Box, ruler: Ruler
) -> tuple[NativeChart, list[Label]]:
    """The name of each line at its last point, moved as little as keeps it clear of the others."""
    last = {}
    for point in points_of(chart, area, scale):
        last[point.series] = point
    high = ruler.high()
    order = sorted(last, key=lambda at: last[at].y)
    wanted = [last[at].y - high / 2 for at in order]
    placed = spread(wanted, high, (area.y - high, area.bottom))
    labels = []
    series = list(chart.series)
    for at, want, y in zip(order, wanted, placed, strict=True):
        color = written(series[at].fill, ruler.look)
        style = replace(ruler.text, bold=True, color=color)
        labels.append(ruler.label(series[at].name, last[at].x + BESIDE_POINT, y, style=style))
        shift = (y - want) / box.height
        end = PointLabel(at=last[at].category, value=False, name=True, place="r", down=shift, bold=True)
        series[at] = replace(series[at], label_fill=color, own=(*series[at].own, end))
    return replace(chart, series=tuple(series)), labels
