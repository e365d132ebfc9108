"""Rules on charts (ECMA-376 part 1, §21.2): axes that belong together, series and points that can be told apart, a workbook.

What labels, values and scales may hold is in `chart_values`.
"""

from xml.etree.ElementTree import Element

from deckmotor.linter.chart_values import check_values, held
from deckmotor.linter.found import Findings, Found, found
from deckmotor.linter.names import tag
from deckmotor.linter.parts import Package

_AXES = frozenset(map(tag, ("c:catAx", "c:valAx", "c:dateAx", "c:serAx")))
_THREE_AXES = frozenset(map(tag, ("c:bar3DChart", "c:area3DChart", "c:line3DChart", "c:surfaceChart", "c:surface3DChart")))
"""Kinds that may name the axis 0, which is nowhere, as their third."""

_CACHES = tuple(map(tag, ("c:numCache", "c:strCache", "c:numLit", "c:strLit", "c:lvl")))


def check_chart(root: Element) -> Findings:
    """One chart."""
    chart = root.find(tag("c:chart"))
    plot = None if chart is None else chart.find(tag("c:plotArea"))
    if chart is not None and plot is None:  # `c:chart` is the name of what leads to a chart, too.
        yield found("package-missing-element", chart, parent="c:chart", child="c:plotArea")
    if plot is not None:
        yield from _axes(plot)
        yield from _series(plot)
        yield from check_values(plot)
    for name in _CACHES:
        for cache in root.iter(name):
            yield from _points(cache)
    if root.find(tag("c:externalData")) is None:
        yield found("package-chart-no-workbook", root)


def check_workbooks(package: Package) -> Findings:
    """Every chart has a workbook of its own."""
    owners: dict[str, str] = {}
    charts = dict.fromkeys(link.part for _, link in package.all_of("chart") if link.part is not None)
    for chart in charts:
        for link in package.links(chart, "package"):
            if link.part is not None and owners.setdefault(link.part, chart) != chart:
                yield Found(
                    "package-chart-shared-workbook", {"name": link.part, "other": owners[link.part]}, link.index, link.home
                )


def _axes(plot: Element) -> Findings:
    axes = {child: held(child, "c:axId") for child in plot if child.tag in _AXES}
    known: set[str] = set()
    for axis, number in axes.items():
        if number in known:
            yield found("package-chart-axes", axis, reason=f"two axes have the id {number}")
        known.add(number)
    for child in plot:
        if child in axes:
            crossed = held(child, "c:crossAx")
            if crossed not in known:
                yield found("package-chart-axes", child, reason=f"an axis crosses the axis {crossed}, which is not there")
            continue
        numbers = [used.get("val", "") for used in child.findall(tag("c:axId"))]
        for place, used in enumerate(child.findall(tag("c:axId"))):
            number = numbers[place]
            if place == 1 and number == numbers[0]:
                yield found("package-chart-axes", used, reason=f"the chart uses the axis {number} twice")
            if number not in known and not (number == "0" and place == 2 and child.tag in _THREE_AXES):
                yield found("package-chart-axes", used, reason=f"the chart uses the axis {number}, which is not there")


def _series(plot: Element) -> Findings:
    seen: set[tuple[str, str]] = set()
    for series in plot.iter(tag("c:ser")):
        for name in ("c:idx", "c:order"):
            element = series.find(tag(name))
            if element is None:
                continue
            value = element.get("val", "")
            if (name, value) in seen:
                yield found("package-chart-series", element, what=name, value=value)
            seen.add((name, value))


def _points(cache: Element) -> Findings:
    text = held(cache, "c:ptCount")
    count = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
    seen: set[str] = set()
    for point in cache.iterfind(tag("c:pt")):
        index = point.get("idx", "")
        if index in seen:
            yield found("package-chart-points", point, reason=f"two points have the index {index}")
        elif count is not None and index.isascii() and index.isdigit() and len(index) < 10 and int(index) >= count:
            yield found("package-chart-points", point, reason=f"a point has the index {index}, of {count} points")
        seen.add(index)
