"""A chart in its place: the largest labels that have room, the native chart, and what is drawn of it elsewhere."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from deckmotor.charts.geometry import Point, bars, plot_box, runs
from deckmotor.charts.geometry import points as points_of
from deckmotor.charts.native import MARKER_SIZE, NativeChart, Plot, Series, chart_part, chart_workbook
from deckmotor.compose.captions import caption, caption_room
from deckmotor.compose.kinds.chart.colours import lit, on, quiet, several, token
from deckmotor.compose.kinds.chart.laid import Label, Laid, Ruler
from deckmotor.compose.kinds.chart.lying import lying
from deckmotor.compose.kinds.chart.numbers import Numbers, numbers_of
from deckmotor.compose.kinds.chart.upright import upright
from deckmotor.compose.kinds.chart.words import alt_text, source_line
from deckmotor.compose.look import Look, Taken
from deckmotor.compose.place import Place
from deckmotor.messages import problem
from deckmotor.model.blocks import Chart
from deckmotor.ooxml.names import REL_CHART, REL_EMBEDDED, TYPE_CHART, TYPE_WORKBOOK
from deckmotor.ooxml.package import Attached, make_part
from deckmotor.scene.page import ChartItem, Item, LinePart, MeasuredLine, Paragraph, PathShape, Run, TextItem
from deckmotor.scene.presets import rectangle
from deckmotor.style import Box, Line, ParagraphStyle
from deckmotor.units import points

MOST_LABELLED = 16
"""Upright bars, or points of a line, that have their values written; more have an axis."""

GAP, GAP_OF_SEVERAL = 70, 70
"""Space between the bars of two names, in percent of a bar: where a name has one, and where it has several."""

MARKER = points(MARKER_SIZE)

Way = Callable[[Ruler], Laid]


def draw(block: Chart, place: Place, look: Look) -> tuple[Item, ...]:
    """The chart in its place, and its source in the layout's slot for it or below."""
    source = source_line(block.source, look.language)
    box = replace(place.box, height=place.box.height - caption_room(source, place.box, look))
    numbers = numbers_of(block, look.language)
    laid = _laid(block, numbers, box, place, look)
    if not laid.fits:
        look.over.add(place.key)
        look.problems.append(problem("chart-crowded", block.span, count=len(numbers.names) * len(numbers.series)))
    if place.slot is not None:
        look.filled.add(place.slot.name)
    item = ChartItem(
        name=f"{look.page}/{place.key}",
        box=box,
        slot=None if place.slot is None else place.slot.name,
        chart=_attached(laid.chart),
        drawing=tuple(_drawing(laid, look)),
        alt=block.alt or alt_text(laid.chart, numbers, look.language),
    )
    return (item, *caption(source, place.key, box, place.box, look))


def _attached(chart: NativeChart) -> Attached:
    book = make_part("ppt/embeddings/workbook.xlsx", TYPE_WORKBOOK, chart_workbook(chart), stored=True)
    part = make_part("ppt/charts/chart.xml", TYPE_CHART, chart_part(chart, "rId1"))
    return Attached(relation=REL_CHART, part=part, below=(Attached(relation=REL_EMBEDDED, part=book),))


# Sizes and ways


def _laid(block: Chart, numbers: Numbers, box: Box, place: Place, look: Look) -> Laid:
    """The first way that has room, at its largest size; or the last of all."""
    first = min(look.floors.get(place.share, 0), len(place.scale) - 1)
    steps = range(first, len(place.scale)) if look.shrinks else range(first, first + 1)
    for most, way in _ways(block, numbers, box, look):
        for step in steps[: most or None]:
            ruler = _ruler(place, step, look)
            laid = way(ruler)
            if laid.fits:
                look.taken[place.key] = Taken(place.share, step)
                return _sized(laid, ruler)
    return _sized(laid, ruler)


def _sized(laid: Laid, ruler: Ruler) -> Laid:
    return replace(laid, chart=replace(laid.chart, text=ruler.text, small=ruler.small))


def _ruler(place: Place, step: int, look: Look) -> Ruler:
    text = place.scale[step][0].text
    small = place.scale[min(step + 1, len(place.scale) - 1)][0].text
    return Ruler(look, text, replace(small, color=token("muted", look)))


def _ways(block: Chart, numbers: Numbers, box: Box, look: Look) -> Iterator[tuple[int, Way]]:
    """How a chart may be drawn, the best first, and at how many sizes that is tried (0 for all)."""
    base = _native(block, numbers, look)
    shown = sum(len(line.values) for line in numbers.series)
    if numbers.kind == "bars":
        columns = replace(base, kind="columns")
        combined = any(line.over for line in numbers.series)
        up = block.direction == "up" or combined
        if block.direction != "across" or combined:
            few = 0 if up or numbers.ordered else 2
            if shown <= MOST_LABELLED or block.stacked:
                yield few, lambda ruler: upright(columns, numbers, box, ruler, labelled=True)
            if up or numbers.ordered:
                yield 0, lambda ruler: upright(columns, numbers, box, ruler, labelled=False)
        if not up:
            yield 0, lambda ruler: lying(base, numbers, box, ruler)
    else:
        if len(numbers.series) == 1 and shown <= MOST_LABELLED // 2:
            yield 0, lambda ruler: upright(base, numbers, box, ruler, labelled=True)
        yield 0, lambda ruler: upright(base, numbers, box, ruler, labelled=False)


# The native chart, as far as it does not depend on sizes


def _native(block: Chart, numbers: Numbers, look: Look) -> NativeChart:
    stacked = {None: "clustered", "values": "stacked", "percent": "percentStacked"}[block.stacked]
    several_bars = stacked == "clustered" and len(numbers.series) > 1
    text = look.theme.looks["chart"][0][0].text
    return NativeChart(
        kind="bars" if numbers.kind == "bars" else "line",
        grouping=stacked,  # type: ignore[arg-type]
        categories=numbers.names,
        series=tuple(_series(numbers, look, stacked=stacked != "clustered")),
        plot=Plot(x=0, y=0, width=1, height=1),
        text=text,
        small=text,
        grid=Line(color=look.theme.table.rule, width=points(0.75)),
        base=Line(color=token("muted", look), width=points(1)),
        gap=GAP_OF_SEVERAL if several_bars else GAP,
        format=numbers.format.code(numbers.values),
        axis_format='0" %"' if stacked == "percentStacked" else "",
        stroke=points(3),
        language=look.language,
    )


def _series(numbers: Numbers, look: Look, *, stacked: bool) -> Iterator[Series]:
    count = len(numbers.series)
    lit_series = any(line.lit for line in numbers.series)
    tones = iter(quiet(look, max(1, count - 1)) if lit_series else quiet(look) * count if numbers.lit else several(look, count))
    for line in numbers.series:
        fill = lit(look) if line.lit else next(tones)
        points = tuple((at, lit(look)) for at in sorted(numbers.lit)) if not lit_series else ()
        yield Series(
            name=line.name,
            values=line.values,
            fill=fill,
            points=points,
            line=line.over,
            label_fill=on(fill, look) if stacked and not line.over else None,
        )


# What is drawn of it elsewhere


def _drawing(laid: Laid, look: Look) -> Iterator[Item]:
    chart, scale = laid.chart, laid.chart.axis
    assert scale is not None, "bars and lines have an axis"
    area = plot_box(chart.plot, laid.box)
    if chart.grid is not None:
        for mark in scale.marks:
            y = round(area.bottom - scale.share(mark) * area.height)
            yield PathShape(name="grid", commands=(("M", area.x, y), ("L", area.right, y)), line=chart.grid)
    if chart.kind != "line":
        for bar in bars(chart, area, scale):
            if bar.box.width and bar.box.height:
                yield PathShape(name="bar", commands=rectangle(bar.box), fill=bar.color)
    if chart.base is not None:
        yield PathShape(name="base", commands=_base(chart, area), line=chart.base)
    yield from _lines(chart, list(points_of(chart, area, scale)))
    for swatch in laid.swatches:
        yield PathShape(name="sign", commands=rectangle(swatch.box), fill=chart.series[swatch.series].fill)
    for label in laid.labels:
        yield _text(label, look)


def _base(chart: NativeChart, area: Box) -> tuple[tuple[str | int, ...], ...]:
    """The line of the category axis, which crosses the other at zero."""
    assert chart.axis is not None
    zero = chart.axis.share(min(max(0.0, chart.axis.low), chart.axis.high))
    if chart.kind == "bars":
        x = round(area.x + zero * area.width)
        return (("M", x, area.y), ("L", x, area.bottom))
    y = round(area.bottom - zero * area.height)
    return (("M", area.x, y), ("L", area.right, y))


def _lines(chart: NativeChart, found: list[Point]) -> Iterator[Item]:
    for at, series in enumerate(chart.series):
        mine = [point for point in found if point.series == at]
        for run in runs(mine):
            way = tuple(("L" if number else "M", point.x, point.y) for number, point in enumerate(run))
            if len(run) > 1:
                yield PathShape(name="line", commands=way, line=Line(color=series.fill, width=chart.stroke))
        if chart.markers:
            for point in mine:
                yield PathShape(name="point", commands=_circle(point), fill=point.color)


def _circle(point: Point) -> tuple[tuple[str | int, ...], ...]:
    radius = MARKER // 2
    bend = round(radius * 0.5523)
    x, y = point.x, point.y
    return (
        ("M", x + radius, y),
        ("C", x + radius, y + bend, x + bend, y + radius, x, y + radius),
        ("C", x - bend, y + radius, x - radius, y + bend, x - radius, y),
        ("C", x - radius, y - bend, x - bend, y - radius, x, y - radius),
        ("C", x + bend, y - radius, x + radius, y - bend, x + radius, y),
        ("Z",),
    )


def _text(label: Label, look: Look) -> TextItem:
    box, style = label.box, label.style
    part = LinePart(0, label.text, box.x, box.width)
    line = MeasuredLine(label.text, box.x, box.y + style.size, box.width, len(label.text), (part,))
    paragraph = Paragraph(
        runs=(Run(text=label.text, style=style, language=look.language),),
        style=ParagraphStyle(text=style),
        language=look.language,
        lines=(line,),
    )
    return TextItem(name="label", box=box, paragraphs=(paragraph,), height=box.height)
