"""Upright bars, and lines: names below, values above, what is measured from the foot up."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
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
from deckmotor.compose.kinds.chart.named import (
    MOST,
    axis_of,
    beside,
    first_of_several,
    is_clear,
    name_style,
    over_first,
    room_beside,
    stands_beside,
)
from deckmotor.compose.kinds.chart.numbers import Numbers
from deckmotor.compose.kinds.chart.scale import hidden_scale, marks, seen_scale
from deckmotor.style import Box
from deckmotor.units import inches

WIDEST_SLOT, WIDEST_BAR = inches(4), inches(1.7)
"""Room that a name and its bars take at most, and a bar: bars as broad as doors say no more."""

APART, WITHIN = 0.3, 1.085
"""Between two names, over their size; and how much wider than a name its slot is: in narrower ones LibreOffice broke words."""

FEW_POINTS = 12
"""Lines of more points have no marks on them."""

Naming = Literal["ends", "first", "legend", "none"]
"""Where the names of series stand: at their ends, at the first bars (and those of lines at their ends), above all, or nowhere,
as there is one."""


def naming(chart: NativeChart) -> Naming:
    """The best place for the names of the series."""
    if len(chart.series) == 1:
        return "none"
    if not stands_beside(chart):
        return "ends"
    return "first" if all(one.line or one.values[0] is not None for one in chart.series) else "legend"


class Said(Struct, frozen=True):
    """What is written at bars, points and areas."""

    labelled: bool
    """Whether all values are: without them there is a value axis."""
    named: Naming


def upright(chart: NativeChart, numbers: Numbers, box: Box, ruler: Ruler, said: Said) -> Laid:
    """A chart of upright bars, lines or areas. `chart` has its colours."""
    over = head(numbers, box, ruler, legend=said.named == "legend")
    chart = replace(
        chart,
        axis=hidden_scale(chart) if said.labelled and chart.kind == "columns" else seen_scale(chart, numbers),
        title=over.title,
        title_place=over.title_place,
        legend=over.legend,
        edges=chart.kind == "area" and len(chart.categories) > 1,
        markers=len(chart.categories) <= FEW_POINTS,
        series=tuple(replace(one, labelled=said.labelled) for one in chart.series),
    )
    room = replace(box, y=box.y + over.height, height=box.height - over.height)
    ends = 0 if said.named in ("legend", "none") else room_beside(chart, numbers, ruler, valued=said.labelled)
    chart, area = _placed(chart, numbers, room, ruler, said, ends)
    chart, labels, clear = _labels(chart, numbers, (area, box), ruler, said)
    fits = clear and (ends <= MOST * box.width or chart.kind == "line")
    fits = fits and area.height > 3 * ruler.high() and area.width > 0 and have_room((*over.labels, *labels), box)
    return Laid(replace(chart, plot=share(area, box)), box, (*over.labels, *labels), over.swatches, fits)


def _placed(chart: NativeChart, numbers: Numbers, room: Box, ruler: Ruler, said: Said, ends: int) -> tuple[NativeChart, Box]:
    """The chart and its plot, below its head, with room for all names and values around it."""
    scale, count, lined = axis_of(chart), len(chart.categories), chart.kind != "columns"
    left = 0 if said.labelled else ruler.widest(marks(scale, numbers, chart), ruler.small) + BESIDE_SCALE + SPARE
    if chart.edges:  # The first and last name stand half beside the plot.
        left, ends = (max(side, ruler.width(chart.categories[at]) // 2) for side, at in ((left, 0), (ends, -1)))
    width = room.width - left - ends
    if not lined:
        width = min(width, count * WIDEST_SLOT)
        chart = replace(chart, gap=_gap(chart, width))
        width += min(ends, round(_free(chart, width)))  # Names begin after the last bar, where half its gap is free.
    above = _above_plot(chart, ruler, said)
    inside = _below_plot(chart, scale, ruler, said) if said.labelled else 0
    height = room.height - above - BELOW_AXIS - ruler.high()
    if inside:
        deeper = inside / max(1, height - inside) * (scale.high - scale.low)
        scale = Axis(scale.low - deeper, scale.high, scale.step)
    chart = replace(
        chart,
        axis=scale,
        every=_every(numbers, width, ruler) if lined or numbers.ordered else 1,
        grid=None if said.labelled else chart.grid,
        base=None if lined and (said.labelled or scale.low > 0) else chart.base,
    )
    return chart, Box(room.x + left, room.y + above, width, height)


def _labels(
    chart: NativeChart, numbers: Numbers, boxes: tuple[Box, Box], ruler: Ruler, said: Said
) -> tuple[NativeChart, list[Label], bool]:
    """All labels around and in the plot, and whether those have room there, as far as others do not decide it."""
    area, _ = boxes
    names = list(_names(chart, area, ruler))
    clear = _within_slots(names, area.width / len(chart.categories) * chart.every, ruler)
    if not said.labelled:
        firsts = over_first(chart, area, ruler) if said.named == "first" else []
        chart = first_of_several(chart, ruler, above=False, valued=False) if firsts else chart
        labels = [*names, *_axis_labels(axis_of(chart), numbers, chart, area, ruler), *firsts]
        clear = clear and is_clear(firsts, chart, area)
    elif chart.kind == "line":
        chart, values = _point_values(chart, numbers, area, ruler)
        labels = [*names, *values]
    else:
        chart = first_of_several(chart, ruler, above=True) if said.named == "first" else chart
        chart, values = _bar_values(chart, numbers, area, ruler, said)
        labels = [*names, *values]
        clear = clear and (said.named != "first" or is_clear(values, chart, area))
    if said.named in ("ends", "first"):
        chart, ends = beside(chart, numbers, boxes, ruler, valued=said.labelled)
        labels += ends
        clear = clear and (said.named == "first" or len(ends) == len(chart.series) or chart.kind == "line")
    return chart, labels, clear


def _above_plot(chart: NativeChart, ruler: Ruler, said: Said) -> int:
    """Room above the plot: for the value of the longest bar and a name above it, or half the highest mark of the axis."""
    first = said.named == "first"
    if chart.grouping != "clustered" or not (said.labelled or first):
        return ruler.high(ruler.small) // 2
    return ABOVE_BAR + ruler.high() * (said.labelled + first)


def _free(chart: NativeChart, width: int) -> float:
    """From the last bar to the end of the plot."""
    beside = sum(not one.line for one in chart.series) if chart.grouping == "clustered" else 1
    slot = width / len(chart.categories)
    return (slot - slot / (beside + chart.gap / 100) * beside) / 2


def _gap(chart: NativeChart, width: int) -> int:
    """The space between the bars of two names, percent of a bar: more than usual where bars would be too broad."""
    beside = len(chart.series) if chart.grouping == "clustered" else 1
    least = 100 * (width / len(chart.categories) / WIDEST_BAR - beside)
    return max(chart.gap, round(least))


def _below_plot(chart: NativeChart, scale: Axis, ruler: Ruler, said: Said) -> int:
    """How much of the plot is kept for values below bars and points, so that the names stay below these."""
    if chart.kind == "line":
        return ruler.high() + BESIDE_POINT if any(_lows(one.values) for one in chart.series) else 0
    return ruler.high() * (2 if said.named == "first" else 1) + ABOVE_BAR if scale.low < 0 else 0


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
        middle = area.x + area.width * (at / (count - 1) if chart.edges else (at + 0.5) / count)
        yield ruler.label(chart.categories[at], middle, area.bottom + BELOW_AXIS, "center")


def _within_slots(names: Sequence[Label], slot: float, ruler: Ruler) -> bool:
    """Whether each name keeps to its slot: programs break a wider one, even inside a word, or turn it."""
    return all(max(name.box.width + ruler.text.size * APART, name.box.width * WITHIN) <= slot for name in names)


# Values


def _bar_values(chart: NativeChart, numbers: Numbers, area: Box, ruler: Ruler, said: Said) -> tuple[NativeChart, list[Label]]:
    """The values of bars above them, or in the parts of stacks, where those that are too small for theirs have none."""
    labels: list[Label] = []
    bare: dict[int, list[PointLabel]] = {}
    last = len(chart.categories) - 1
    for bar in bars(chart, area, axis_of(chart)):
        series = chart.series[bar.series]
        if series.values[bar.category] is None or (said.named == "ends" and bar.category == last):
            continue  # Values at the end stand with the names.
        text = numbers.format.text(bar.value)
        middle = bar.box.x + bar.box.width / 2
        if chart.grouping == "clustered":
            high = bar.box.bottom + ABOVE_BAR if bar.value < 0 else bar.box.y - ABOVE_BAR - ruler.high()
            style = None
            if said.named == "first" and bar.category == 0:
                style = name_style(bar.series, chart, ruler)
                above = high if bar.value < 0 else high - ruler.high()
                high += ruler.high() if bar.value < 0 else 0
                labels.append(ruler.label(series.name, middle, above, "center", style))
            labels.append(ruler.label(text, middle, high, "center", style))
        elif bar.box.height < ruler.high() or bar.box.width < ruler.width(text) + 2 * CLEAR:
            bare.setdefault(bar.series, []).append(PointLabel(at=bar.category, value=False))
        else:
            color = series.label_fill or ruler.text.color
            y = bar.box.y + (bar.box.height - ruler.high()) / 2
            labels.append(ruler.label(text, middle, y, "center", replace(ruler.text, color=color)))
    return _with_own(chart, bare), labels


def _point_values(chart: NativeChart, numbers: Numbers, area: Box, ruler: Ruler) -> tuple[NativeChart, list[Label]]:
    """The values of a line above its points, or below those that lie low; that of a lit point is lit too."""
    labels: list[Label] = []
    own: dict[int, list[PointLabel]] = {}
    lows = [_lows(one.values) for one in chart.series]
    for point in points_of(chart, area, axis_of(chart)):
        low, lit = point.category in lows[point.series], point.color != chart.series[point.series].fill
        y = point.y + BESIDE_POINT if low else point.y - BESIDE_POINT - ruler.high()
        style = replace(ruler.text, bold=True, color=written(point.color, ruler.look)) if lit else ruler.text
        labels.append(ruler.label(numbers.format.text(point.value), point.x, y, "center", style))
        if low or lit:
            shown = PointLabel(at=point.category, place="b" if low else None, color=style.color if lit else None, bold=lit)
            own.setdefault(point.series, []).append(shown)
    return _with_own(chart, own), labels


def _with_own(chart: NativeChart, own: dict[int, list[PointLabel]]) -> NativeChart:
    """A chart with labels of single points, by their series."""
    series = (replace(one, own=(*one.own, *own.get(at, ()))) for at, one in enumerate(chart.series))
    return replace(chart, series=tuple(series))


def _lows(values: Sequence[float | None]) -> tuple[int, ...]:
    """The points of a line that lie lower than those beside them: their values stand below it."""
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    found = []
    for number, (at, value) in enumerate(known):
        beside = [other for _, other in (*known[max(0, number - 1) : number], *known[number + 1 : number + 2])]
        if beside and all(value < other for other in beside):
            found.append(at)
    return tuple(found)
