"""A chart in its place: the largest labels that have room, the native chart, and what is drawn of it elsewhere."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from deckmotor.charts.axis import Axis
from deckmotor.charts.chart import MARKER_SIZE, Grouping, NativeChart, Plot
from deckmotor.charts.chart import Kind as Drawn
from deckmotor.charts.geometry import Point, bars, layers, plot_box, runs, slices
from deckmotor.charts.geometry import points as points_of
from deckmotor.charts.native import chart_part, chart_workbook
from deckmotor.compose.captions import caption, caption_room, spare_room
from deckmotor.compose.kinds.chart.colours import token
from deckmotor.compose.kinds.chart.laid import Label, Laid, Ruler, Swatch
from deckmotor.compose.kinds.chart.lying import lying
from deckmotor.compose.kinds.chart.numbers import Numbers, numbers_of
from deckmotor.compose.kinds.chart.parts import pie
from deckmotor.compose.kinds.chart.points import scatter
from deckmotor.compose.kinds.chart.series import series_of
from deckmotor.compose.kinds.chart.slope import slope
from deckmotor.compose.kinds.chart.upright import Naming, Said, naming, upright
from deckmotor.compose.kinds.chart.words import alt_text, said, source_line
from deckmotor.compose.look import Look, Taken
from deckmotor.compose.place import Place
from deckmotor.messages import problem
from deckmotor.model.figures import Chart
from deckmotor.ooxml.names import REL_CHART, REL_EMBEDDED, TYPE_CHART, TYPE_WORKBOOK
from deckmotor.ooxml.package import Attached, make_part
from deckmotor.scene.page import ChartItem, Item, LinePart, MeasuredLine, Paragraph, PathShape, Run, TextItem
from deckmotor.scene.presets import rectangle
from deckmotor.source.formats import SPACE
from deckmotor.style import Box, Line, ParagraphStyle
from deckmotor.units import points

MOST_LABELLED = 16
"""Upright bars, or points of a line, that have their values written; more have an axis."""

SMALLER, SMALLER_NAMES = 2, 3
"""Steps of the scale by which text may be smaller so that each part of a stack has its value, or each of few bars its name."""

GAP, GAP_OF_SEVERAL = 70, 70
"""Space between the bars of two names, in percent of a bar: where a name has one, and where it has several."""

MARKER = points(MARKER_SIZE)

_GROUPINGS: dict[str | None, Grouping] = {None: "clustered", "values": "stacked", "percent": "percentStacked"}

_KINDS: dict[str, Drawn] = {
    "bars": "bars", "area": "area", "pie": "pie", "doughnut": "doughnut", "scatter": "scatter",
}  # fmt: skip
"""The native kinds; a slope is drawn as lines."""

_ROUND = {"pie": pie, "doughnut": pie, "slope": slope, "scatter": scatter}
"""Kinds that are drawn in one way only."""

Way = Callable[[Ruler], Laid]


def draw(block: Chart, place: Place, look: Look) -> tuple[Item, ...]:
    """The chart in its place, and its source in the layout's slot for it or below."""
    source = source_line(block.source, look)
    room = spare_room(source, place, look) - caption_room(source, place.box, look)
    box = replace(place.box, height=place.box.height + room)
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
        alt=block.alt or alt_text(numbers, said(look)),
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
    found = None
    for most, way in _ways(block, numbers, box, look):
        smaller = SMALLER
        for step in steps[: most or None]:
            ruler = _ruler(place, step, look)
            laid = _sized(way(ruler), ruler)
            if found is not None and step - found[0] > smaller:
                break
            if laid.fits and (found is None or laid.whole or (laid.named and not found[1].named)):
                smaller = SMALLER if laid.named else SMALLER_NAMES
                found = step, laid
            if laid.fits and laid.whole:
                break
        if found is not None:
            break
    step, laid = found or (step, laid)
    look.taken[place.key] = Taken(place.share, step)
    return laid


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
            if (shown <= MOST_LABELLED or block.stacked) and not combined:  # Values would lie on the line.
                yield from _standing(columns, numbers, box, labelled=True, few=few)
            if up or numbers.ordered:
                yield from _standing(columns, numbers, box, labelled=False)
        if not up:
            if len(numbers.series) > 1:
                yield 0, lambda ruler: lying(base, numbers, box, ruler, named=True)
            yield 0, lambda ruler: lying(base, numbers, box, ruler, named=False)
    elif numbers.kind in _ROUND:
        yield 0, lambda ruler: _ROUND[numbers.kind](base, numbers, box, ruler)
    elif numbers.kind == "area":
        yield from _standing(base, numbers, box, labelled=False)
    else:
        if len(numbers.series) == 1 and shown <= MOST_LABELLED // 2:
            yield 0, lambda ruler: upright(base, numbers, box, ruler, Said(labelled=True, named="none"))
        named: Naming = "ends" if len(numbers.series) > 1 else "none"
        yield 0, lambda ruler: upright(base, numbers, box, ruler, Said(labelled=False, named=named))


def _standing(chart: NativeChart, numbers: Numbers, box: Box, *, labelled: bool, few: int = 0) -> Iterator[tuple[int, Way]]:
    """Upright bars or areas: with the names of their series at these, else in a legend; names over thin bars are not shrunk."""
    best = naming(chart)
    most = few or 2 if best == "first" else few
    yield most, lambda ruler: upright(chart, numbers, box, ruler, Said(labelled=labelled, named=best))
    if best not in ("legend", "none"):
        yield few, lambda ruler: upright(chart, numbers, box, ruler, Said(labelled=labelled, named="legend"))


# The native chart, as far as it does not depend on sizes


def _native(block: Chart, numbers: Numbers, look: Look) -> NativeChart:
    stacked = "stacked" if block.area is not None and block.stacked is None else _GROUPINGS[block.stacked]
    pies = numbers.kind in ("pie", "doughnut")
    several_bars = stacked == "clustered" and len(numbers.series) > 1
    text = look.theme.looks["chart"][0][0].text
    return NativeChart(
        kind=_KINDS.get(numbers.kind, "line"),
        grouping=stacked,
        categories=numbers.names,
        series=tuple(series_of(numbers, look, stacked=stacked != "clustered")),
        plot=Plot(x=0, y=0, width=1, height=1),
        text=text,
        small=text,
        grid=Line(color=look.theme.table.rule, width=points(0.75)),
        edge=Line(color=look.layout.background, width=points(1)) if stacked != "clustered" or pies else None,
        base=Line(color=token("muted", look), width=points(1)),
        gap=GAP_OF_SEVERAL if several_bars else GAP,
        format=numbers.format.code(numbers.values),
        axis_format=f'0"{SPACE}"%' if stacked == "percentStacked" else "",
        stroke=points(3),
        language=look.language,
    )


# What is drawn of it elsewhere


def _drawing(laid: Laid, look: Look) -> Iterator[Item]:
    chart = laid.chart
    area = plot_box(chart.plot, laid.box)
    if chart.axis is None:
        for part in (part for part in slices(chart, area) if part.share):
            yield PathShape(name="part", commands=part.outline, fill=part.color, line=chart.edge)
    else:
        yield from _grid(chart, chart.axis, area)
        if chart.kind in ("bars", "columns"):
            for bar in bars(chart, area, chart.axis):
                if bar.box.width and bar.box.height:
                    yield PathShape(name="bar", commands=rectangle(bar.box), fill=bar.color, line=chart.edge)
        if chart.kind == "area":
            for series, commands in layers(chart, area, chart.axis):
                yield PathShape(name="area", commands=commands, fill=series.fill, line=chart.edge)
        if chart.base is not None:
            yield PathShape(name="base", commands=_base(chart, area), line=chart.base)
        if chart.kind != "area":
            yield from _lines(chart, list(points_of(chart, area, chart.axis)))
    yield from (_sign(chart, swatch) for swatch in laid.swatches)
    for label in laid.labels:
        yield _text(label, look)


def _sign(chart: NativeChart, swatch: Swatch) -> Item:
    """The sign of a series in a legend: a piece of its line, or of its colour."""
    box = swatch.box
    series = chart.series[swatch.at]
    if series.line:
        y = box.y + box.height // 2
        return PathShape(
            name="sign", commands=(("M", box.x, y), ("L", box.right, y)), line=Line(color=series.fill, width=chart.stroke)
        )
    return PathShape(name="sign", commands=rectangle(box), fill=series.fill)


def _grid(chart: NativeChart, scale: Axis, area: Box) -> Iterator[Item]:
    if chart.grid is None:
        return
    for mark in scale.marks:
        y = round(area.bottom - scale.share(mark) * area.height)
        yield PathShape(name="grid", commands=(("M", area.x, y), ("L", area.right, y)), line=chart.grid)
    for mark in () if chart.x_axis is None else chart.x_axis.marks:
        x = round(area.x + chart.x_axis.share(mark) * area.width) if chart.x_axis is not None else 0
        yield PathShape(name="grid", commands=(("M", x, area.y), ("L", x, area.bottom)), line=chart.grid)


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
        for run in runs(mine) if chart.kind != "scatter" else ():
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
