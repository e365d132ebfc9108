"""A chart as PowerPoint's own object: the chart part's XML (DrawingML charts, ECMA-376 part 1, 21.2), and its workbook.

All that a program would choose by itself is written: plot area, limits and steps of the axis, gaps, colours, where labels
stand. So PowerPoint, LibreOffice and our own drawing show the same chart.
"""

from deckmotor.charts.axis import Axis
from deckmotor.charts.chart import NativeChart, Plot
from deckmotor.charts.series import series_xml
from deckmotor.charts.text import LEVEL, default_run, run_properties, text_properties
from deckmotor.charts.workbook import number, workbook
from deckmotor.ooxml.drawing import fill, outline
from deckmotor.ooxml.names import DRAWING, RELATIONS
from deckmotor.ooxml.xml import attribute, document, element, escape

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"

CATEGORY_AXIS, VALUE_AXIS = 111, 112
"""Numbers of the axes: local to the part. They point at each other."""


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
        text_properties(chart.text),
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
    run = f'<a:r><a:rPr lang="{attribute(chart.language)}"{run_properties(style)}</a:rPr><a:t>{escape(title)}</a:t></a:r>'
    body = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/>'
    text = f"<c:tx><c:rich>{body}<a:p><a:pPr>{default_run(style)}</a:pPr>{run}</a:p></c:rich></c:tx>"
    layout = f"<c:layout><c:manualLayout>{edges}</c:manualLayout></c:layout>"
    return f'<c:title>{text}{layout}<c:overlay val="1"/></c:title>'


def _legend(chart: NativeChart) -> str:
    """The names of the series above the plot (21.2.2.93)."""
    if chart.legend is None:
        return ""
    text = text_properties(chart.small or chart.text)
    return f'<c:legend><c:legendPos val="t"/>{_place(chart.legend, inner=False)}<c:overlay val="1"/>{text}</c:legend>'


# Groups of series


def _groups(chart: NativeChart) -> list[str]:
    """One group of series a kind of drawing: bars, and the lines that lie over them."""
    main = [(at, series) for at, series in enumerate(chart.series) if not series.line]
    over = [(at, series) for at, series in enumerate(chart.series) if series.line]
    groups = [_GROUPS[chart.kind](chart, [series_xml(chart, at, series, chart.kind) for at, series in main])]
    if over:
        groups.append(_line_group(chart, [series_xml(chart, at, series, "line") for at, series in over]))
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
    looks = f"<c:spPr>{outline(chart.base)}</c:spPr>{text_properties(chart.text, body=LEVEL)}"
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
    looks = f"<c:spPr>{outline(None)}</c:spPr>{text_properties(chart.small or chart.text)}"
    return (
        f'<c:valAx>{head}{grid}{title}{code}{ticks}{looks}<c:crossAx val="{ids[1]}"/>{tail}'
        f'<c:majorUnit val="{number(scale.step)}"/></c:valAx>'
    )
