"""A chart as PowerPoint's own object: resolved values, and the chart part's XML (DrawingML charts, ECMA-376 part 1, 21.2).

All that a program would choose by itself is written: plot area, limits and steps of the axis, gaps, colours, where labels
stand. So PowerPoint, LibreOffice and our own drawing show the same chart.
"""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.charts.axis import Axis
from deckmotor.charts.workbook import area, number, workbook
from deckmotor.color import Color
from deckmotor.ooxml.drawing import fill, outline
from deckmotor.ooxml.names import DRAWING, RELATIONS
from deckmotor.ooxml.xml import attribute, document, element, escape
from deckmotor.style import Line, TextStyle
from deckmotor.units import to_points

Kind = Literal["bars", "columns", "line", "area", "pie", "doughnut", "scatter"]
Grouping = Literal["clustered", "stacked", "percentStacked"]

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"

CATEGORY_AXIS, VALUE_AXIS = 111, 112
"""Numbers of the axes: local to the part. They point at each other."""

LABEL_PLACES = {"bars": "outEnd", "columns": "outEnd", "line": "t", "scatter": "r", "pie": "outEnd"}
"""Where a value stands beside what it belongs to. Area and doughnut charts must not say: PowerPoint repairs a file that does.
Stacked bars stand in the middle, as `outEnd` is not allowed there."""


SEPARATOR = "  "
"""Between a name and its value in one label."""

MARKER_SIZE = 9
"""Points across the mark of a point."""


class PointLabel(Struct, frozen=True, kw_only=True):
    """The label of one point."""

    at: int
    value: bool = True
    name: bool = False
    """Whether it names its series. A label with neither is not shown."""
    place: str | None = None
    """Where it stands, as `c:dLblPos` says it; where those of the others do if None."""
    across: float = 0.0
    """How far it is moved from there to be clear of others, as a share of the chart's width."""
    down: float = 0.0
    """The same as a share of the chart's height."""
    color: Color | None = None
    """Its own colour, where it has one."""
    bold: bool = False


class Series(Struct, frozen=True, kw_only=True):
    """Values under a name."""

    name: str
    values: tuple[float | None, ...]
    """One for each category; None for a value that is missing."""
    fill: Color
    points: tuple[tuple[int, Color], ...] = ()
    """Points in a colour of their own, by their place: the one that is lit, the slices of a pie."""
    labelled: bool = False
    """Whether each value is written beside its bar or point."""
    label_fill: Color | None = None
    """Colour of these labels; the chart's own if None."""
    own: tuple["PointLabel", ...] = ()
    """Labels of single points, by their place, where they are not like those of the others."""
    line: bool = False
    """A line over the columns of the other series, on the same axis."""
    x: tuple[float, ...] = ()
    """Where the points of a scatter chart stand."""


class Plot(Struct, frozen=True, kw_only=True):
    """The inner plot area, as shares of the chart's box: between the axes, without their labels."""

    x: float
    y: float
    width: float
    height: float


class NativeChart(Struct, frozen=True, kw_only=True):
    """A chart with everything decided."""

    kind: Kind
    grouping: Grouping = "clustered"
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis: Axis | None = None
    """The value axis; None for pies."""
    x_axis: Axis | None = None
    """The axis below a scatter chart."""
    plot: Plot
    text: TextStyle
    """Labels of axes and values."""
    grid: Line | None = None
    """The lines at the marks of the value axis; without them its labels are not shown either."""
    base: Line | None = None
    """The line that bars stand on."""
    edge: Line | None = None
    """The line around parts that touch: those of a stack, of an area, of a pie."""
    gap: int = 60
    """Space between the bars of two categories, in percent of a bar."""
    format: str = "General"
    """Number format of the values, as Excel writes it."""
    axis_format: str = ""
    """That of the value axis, where it is another one: shares."""
    small: TextStyle | None = None
    """Labels of the value axis, the title and the legend; like all others if None."""
    title: str = ""
    """What the numbers count: a small line above the plot."""
    title_place: Plot | None = None
    x_title: str = ""
    """What the axis below a scatter chart shows."""
    x_title_place: Plot | None = None
    legend: Plot | None = None
    """Where the legend stands, for series that have no room for their names."""
    edges: bool = False
    """Whether lines begin and end at the edges of the plot; else in the middle of their names' slots."""
    every: int = 1
    """Only every so many names are shown, where there are too many."""
    markers: bool = True
    """Whether the points of a line are marked."""
    stroke: int = 28_575
    """Width of the lines of line and scatter charts, EMU."""
    language: str = "en-US"


def chart_workbook(chart: NativeChart) -> bytes:
    """The chart's data as a workbook: categories in the first column, then a column for each series."""
    if chart.kind == "scatter":
        rows: list[list[str | float | None]] = [["", *(series.name for series in chart.series)]]
        for at, x in enumerate(chart.series[0].x):
            rows.append([x, *(series.values[at] for series in chart.series)])
        return workbook(rows)
    head: list[str | float | None] = ["", *(series.name for series in chart.series)]
    body = [[category, *(series.values[at] for series in chart.series)] for at, category in enumerate(chart.categories)]
    return workbook([head, *body])


def chart_part(chart: NativeChart, workbook_id: str) -> bytes:
    """The chart part. `workbook_id` is the relationship to its workbook."""
    outer = [
        element("c:date1904", {"val": 0}),
        element("c:lang", {"val": chart.language}),
        element("c:roundedCorners", {"val": 0}),
        element(
            "c:chart",
            None,
            _title(chart, chart.title, chart.title_place),
            element("c:autoTitleDeleted", {"val": int(not chart.title)}),
            element("c:plotArea", None, _place(chart.plot), *_groups(chart), *_axes(chart), "<c:spPr><a:noFill/></c:spPr>"),
            _legend(chart),
            element("c:plotVisOnly", {"val": 1}),
            element("c:dispBlanksAs", {"val": "gap"}),
        ),
        f"<c:spPr>{fill(None)}{outline(None)}</c:spPr>",
        _text(chart.text),
        f'<c:externalData r:id="{attribute(workbook_id)}"><c:autoUpdate val="0"/></c:externalData>',
    ]
    space = f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONS}">{"".join(outer)}</c:chartSpace>'
    return document(space)


def _place(plot: Plot, *, inner: bool = True) -> str:
    """Where the inner plot area, or something else, stands (21.2.2.95 manualLayout)."""
    sides = (("x", plot.x), ("y", plot.y), ("w", plot.width), ("h", plot.height))
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    edges = f'{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
    numbers = "".join(f'<c:{name} val="{round(value, 6)}"/>' for name, value in sides)
    return f"<c:layout><c:manualLayout>{edges}{numbers}</c:manualLayout></c:layout>"


def _title(chart: NativeChart, title: str, place: Plot | None) -> str:
    """A line that says what the numbers count: above the plot, or at an axis (21.2.2.211)."""
    if not title or place is None:
        return ""
    style = chart.small or chart.text
    edges = f'<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{round(place.x, 6)}"/><c:y val="{round(place.y, 6)}"/>'
    run = f'<a:r><a:rPr lang="{attribute(chart.language)}"{_run(style)}</a:rPr><a:t>{escape(title)}</a:t></a:r>'
    body = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/>'
    text = f"<c:tx><c:rich>{body}<a:p><a:pPr>{_default(style)}</a:pPr>{run}</a:p></c:rich></c:tx>"
    layout = f"<c:layout><c:manualLayout>{edges}</c:manualLayout></c:layout>"
    return f'<c:title>{text}{layout}<c:overlay val="1"/></c:title>'


def _legend(chart: NativeChart) -> str:
    """The names of the series above the plot (21.2.2.93)."""
    if chart.legend is None:
        return ""
    text = _text(chart.text if chart.kind == "doughnut" else chart.small or chart.text)
    side = "r" if chart.kind == "doughnut" else "t"
    return f'<c:legend><c:legendPos val="{side}"/>{_place(chart.legend, inner=False)}<c:overlay val="1"/>{text}</c:legend>'


# Groups of series


def _groups(chart: NativeChart) -> list[str]:
    """One group of series a kind of drawing: bars, and the lines that lie over them."""
    main = [(at, series) for at, series in enumerate(chart.series) if not series.line]
    over = [(at, series) for at, series in enumerate(chart.series) if series.line]
    groups = [_GROUPS[chart.kind](chart, [_series(chart, at, series, chart.kind) for at, series in main])]
    if over:
        groups.append(_line_group(chart, [_series(chart, at, series, "line") for at, series in over]))
    return groups


def _ids() -> str:
    return f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'


def _bar_group(chart: NativeChart, series: list[str]) -> str:
    direction = "bar" if chart.kind == "bars" else "col"
    head = f'<c:barDir val="{direction}"/><c:grouping val="{chart.grouping}"/><c:varyColors val="0"/>'
    overlap = "" if chart.grouping == "clustered" else '<c:overlap val="100"/>'
    return f'<c:barChart>{head}{"".join(series)}<c:gapWidth val="{chart.gap}"/>{overlap}{_ids()}</c:barChart>'


def _line_group(chart: NativeChart, series: list[str]) -> str:
    head = '<c:grouping val="standard"/><c:varyColors val="0"/>'
    return f'<c:lineChart>{head}{"".join(series)}<c:marker val="1"/>{_ids()}</c:lineChart>'


def _area_group(chart: NativeChart, series: list[str]) -> str:
    grouping = "standard" if chart.grouping == "clustered" else chart.grouping
    head = f'<c:grouping val="{grouping}"/><c:varyColors val="0"/>'
    return f"<c:areaChart>{head}{''.join(series)}{_ids()}</c:areaChart>"


def _pie_group(chart: NativeChart, series: list[str]) -> str:
    return f'<c:pieChart><c:varyColors val="1"/>{"".join(series)}<c:firstSliceAng val="0"/></c:pieChart>'


def _doughnut_group(chart: NativeChart, series: list[str]) -> str:
    tail = '<c:firstSliceAng val="0"/><c:holeSize val="50"/>'
    return f'<c:doughnutChart><c:varyColors val="1"/>{"".join(series)}{tail}</c:doughnutChart>'


def _scatter_group(chart: NativeChart, series: list[str]) -> str:
    head = '<c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
    return f"<c:scatterChart>{head}{''.join(series)}{_ids()}</c:scatterChart>"


_GROUPS = {
    "bars": _bar_group,
    "columns": _bar_group,
    "line": _line_group,
    "area": _area_group,
    "pie": _pie_group,
    "doughnut": _doughnut_group,
    "scatter": _scatter_group,
}


# Series


def _series(chart: NativeChart, at: int, series: Series, drawn_as: Kind) -> str:
    """A series; the order of its parts is the schema's (21.2.2.170 for bars, .171 for lines, .169 for scatter)."""
    lined = drawn_as in ("line", "scatter")
    name = _name(series.name, at + 1)
    parts = [f'<c:idx val="{at}"/><c:order val="{at}"/><c:tx>{name}</c:tx>', _looks(chart, series, drawn_as)]
    if drawn_as in ("bars", "columns"):
        parts.append('<c:invertIfNegative val="0"/>')
    if lined:
        parts.append(_marker(series.fill, shown=chart.markers or drawn_as == "scatter"))
    parts += [_point(chart, place, color, drawn_as) for place, color in series.points]
    parts.append(_labels(chart, series, drawn_as))
    rows = len(series.values)
    if drawn_as == "scatter":
        parts.append(f"<c:xVal>{_numbers(area(0, 1, rows), series.x, 'General')}</c:xVal>")
        parts.append(f"<c:yVal>{_numbers(area(at + 1, 1, rows), series.values, chart.format)}</c:yVal>")
    else:
        parts.append(f"<c:cat>{_names(area(0, 1, rows), chart.categories)}</c:cat>")
        parts.append(f"<c:val>{_numbers(area(at + 1, 1, rows), series.values, chart.format)}</c:val>")
    if lined:
        parts.append('<c:smooth val="0"/>')
    return f"<c:ser>{''.join(parts)}</c:ser>"


def _looks(chart: NativeChart, series: Series, drawn_as: Kind) -> str:
    if drawn_as == "scatter":
        return f"<c:spPr>{outline(None)}</c:spPr>"
    if drawn_as == "line":
        line = f'<a:ln w="{chart.stroke}" cap="rnd">{fill(series.fill)}<a:round/></a:ln>'
        return f"<c:spPr>{line}</c:spPr>"
    return f"<c:spPr>{fill(series.fill)}{_edge(chart)}</c:spPr>"


def _edge(chart: NativeChart) -> str:
    return "" if chart.edge is None else outline(chart.edge)


def _marker(color: Color, *, shown: bool = True) -> str:
    if not shown:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    looks = f"<c:spPr>{fill(color)}{outline(None)}</c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{MARKER_SIZE}"/>{looks}</c:marker>'


def _point(chart: NativeChart, place: int, color: Color, drawn_as: Kind) -> str:
    """A point in a colour of its own (21.2.2.52)."""
    if drawn_as in ("line", "scatter"):
        return f'<c:dPt><c:idx val="{place}"/>{_marker(color)}<c:bubble3D val="0"/></c:dPt>'
    invert = '<c:invertIfNegative val="0"/>' if drawn_as in ("bars", "columns") else ""
    return f'<c:dPt><c:idx val="{place}"/>{invert}<c:bubble3D val="0"/><c:spPr>{fill(color)}{_edge(chart)}</c:spPr></c:dPt>'


def _labels(chart: NativeChart, series: Series, drawn_as: Kind) -> str:
    """Values beside their bars or points, the names of slices, a line's name at its end (21.2.2.49)."""
    style = chart.text if series.label_fill is None else replace(chart.text, color=series.label_fill)
    sliced = drawn_as == "pie"
    own = "".join(_own_label(chart, style, drawn_as, one) for one in sorted(series.own, key=lambda one: one.at))
    usual = PointLabel(at=0, value=series.labelled)
    return f"<c:dLbls>{own}{_label(chart, style, drawn_as, usual, slices=sliced)}</c:dLbls>"


def _own_label(chart: NativeChart, style: TextStyle, drawn_as: Kind, label: PointLabel) -> str:
    head = f'<c:idx val="{label.at}"/>'
    if not (label.value or label.name):
        return f'<c:dLbl>{head}<c:delete val="1"/></c:dLbl>'
    if label.across or label.down:
        moved = f'<c:x val="{round(label.across, 6)}"/><c:y val="{round(label.down, 6)}"/>'
        head += f"<c:layout><c:manualLayout>{moved}</c:manualLayout></c:layout>"
    style = replace(style, bold=label.bold, color=label.color or style.color)
    return f"<c:dLbl>{head}{_label(chart, style, drawn_as, label, slices=drawn_as == 'pie')}</c:dLbl>"


def _label(chart: NativeChart, style: TextStyle, drawn_as: Kind, label: PointLabel, *, slices: bool) -> str:
    """What a label shows and where; nothing but flags where it shows nothing. Slices show their names too."""
    flags = {"LegendKey": False, "Val": label.value, "CatName": slices and label.value, "SerName": label.name}
    shown = {**flags, "Percent": False, "BubbleSize": False}
    written = "".join(f'<c:show{flag} val="{int(on)}"/>' for flag, on in shown.items())
    if not any(flags.values()):
        return written
    place = label.place or _label_place(chart, drawn_as)
    code = f'<c:numFmt formatCode="{attribute(chart.format)}" sourceLinked="0"/>'
    head = f"{code}<c:spPr><a:noFill/></c:spPr>{_text(style, body=_UNBROKEN)}"
    between = f"<c:separator>{SEPARATOR}</c:separator>" if sum(flags.values()) > 1 else ""
    return head + (f'<c:dLblPos val="{place}"/>' if place else "") + written + between


def _label_place(chart: NativeChart, drawn_as: Kind) -> str | None:
    if drawn_as in ("bars", "columns") and chart.grouping != "clustered":
        return "ctr"
    return LABEL_PLACES.get(drawn_as)


def _name(name: str, at: int) -> str:
    formula = area(at, 0, 0)
    cache = f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache>'
    return f"<c:strRef><c:f>{formula}</c:f>{cache}</c:strRef>"


def _names(formula: str, names: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>' for at, name in enumerate(names))
    return f'<c:strRef><c:f>{formula}</c:f><c:strCache><c:ptCount val="{len(names)}"/>{points}</c:strCache></c:strRef>'


def _numbers(formula: str, values: Sequence[float | None], code: str) -> str:
    """A missing value has no point, and an empty cell (21.2.2.122)."""
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{number(value)}</c:v></c:pt>' for at, value in enumerate(values) if value is not None
    )
    cache = f'<c:formatCode>{escape(code)}</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
    return f"<c:numRef><c:f>{formula}</c:f><c:numCache>{cache}</c:numCache></c:numRef>"


# Axes


def _axes(chart: NativeChart) -> list[str]:
    if chart.axis is None:
        return []
    value = _value_axis(chart, chart.axis)
    if chart.kind == "scatter":
        assert chart.x_axis is not None, "a scatter chart has two value axes"
        return [_x_axis(chart, chart.x_axis), value]
    return [_category_axis(chart), value]


def _category_axis(chart: NativeChart) -> str:
    lying = chart.kind == "bars"
    # Bars in reading order: the first on top.
    order = "maxMin" if lying else "minMax"
    head = f'<c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
    place = f'<c:axPos val="{"l" if lying else "b"}"/>'
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
    number_format = '<c:numFmt formatCode="General" sourceLinked="0"/>'
    looks = f"<c:spPr>{outline(chart.base)}</c:spPr>{_text(chart.text, body=_LEVEL)}"
    skip = f'<c:tickLblSkip val="{chart.every}"/>'
    tail = f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
    last = f'<c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="1"/>'
    return f"<c:catAx>{head}{place}{number_format}{ticks}{looks}{tail}{last}</c:catAx>"


def _value_axis(chart: NativeChart, scale: Axis) -> str:
    lying = chart.kind == "bars"
    between = "midCat" if chart.kind == "scatter" or chart.edges else "between"
    crosses = "max" if lying else "autoZero"
    place = "b" if lying else "l"
    return _scaled(
        chart, scale, (VALUE_AXIS, CATEGORY_AXIS), place, f'<c:crosses val="{crosses}"/><c:crossBetween val="{between}"/>'
    )


def _x_axis(chart: NativeChart, scale: Axis) -> str:
    tail = '<c:crosses val="min"/><c:crossBetween val="midCat"/>'
    title = _title(chart, chart.x_title, chart.x_title_place)
    return _scaled(chart, scale, (CATEGORY_AXIS, VALUE_AXIS), "b", tail, title)


def _scaled(chart: NativeChart, scale: Axis, ids: tuple[int, int], place: str, tail: str, title: str = "") -> str:
    """A value axis with its limits and steps (21.2.2.226)."""
    shown = chart.grid is not None
    limits = f'<c:orientation val="minMax"/><c:max val="{number(scale.high)}"/><c:min val="{number(scale.low)}"/>'
    head = f'<c:axId val="{ids[0]}"/><c:scaling>{limits}</c:scaling><c:delete val="{int(not shown)}"/><c:axPos val="{place}"/>'
    grid = f"<c:majorGridlines><c:spPr>{outline(chart.grid)}</c:spPr></c:majorGridlines>" if shown else ""
    code = f'<c:numFmt formatCode="{attribute(chart.axis_format or chart.format)}" sourceLinked="0"/>'
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    looks = f"<c:spPr>{outline(None)}</c:spPr>{_text(chart.small or chart.text)}"
    return (
        f'<c:valAx>{head}{grid}{title}{code}{ticks}{looks}<c:crossAx val="{ids[1]}"/>{tail}'
        f'<c:majorUnit val="{number(scale.step)}"/></c:valAx>'
    )


# Text


_LEVEL = '<a:bodyPr rot="0" vert="horz"/>'
"""Text that is never turned to make room."""

_UNBROKEN = '<a:bodyPr rot="0" vert="horz" wrap="none"/>'
"""Text that stays on one line."""


def _text(style: TextStyle, *, body: str = "<a:bodyPr/>") -> str:
    """Text properties of a part of the chart (21.2.2.216)."""
    return f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{_default(style)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'


def _default(style: TextStyle) -> str:
    return f"<a:defRPr{_run(style)}</a:defRPr>"


def _run(style: TextStyle) -> str:
    """Attributes and content of run properties, without their tags' names."""
    font = {"heading": "+mj-lt", "body": "+mn-lt", None: attribute(style.family)}[style.font_role]
    size = round(to_points(style.size) * 100)
    return f' sz="{size}" b="{int(style.bold)}">{fill(style.color)}<a:latin typeface="{font}"/>'
