"""Rules on charts (ECMA-376 part 1, §21.2): axes that belong together, series and points that can be told apart."""

from xml.etree.ElementTree import Element

from deckmotor.check.package.found import Findings, found
from deckmotor.check.package.names import tag

_AXES = frozenset(map(tag, ("c:catAx", "c:valAx", "c:dateAx", "c:serAx")))
_CACHES = tuple(map(tag, ("c:numCache", "c:strCache", "c:numLit", "c:strLit", "c:lvl")))


def check_chart(root: Element) -> Findings:
    """One chart."""
    plot = root.find(f"{tag('c:chart')}/{tag('c:plotArea')}")
    if plot is not None:
        yield from _axes(plot)
        yield from _series(plot)
    for name in _CACHES:
        for cache in root.iter(name):
            yield from _points(cache)


def _axes(plot: Element) -> Findings:
    known: set[str] = set()
    for child in plot:
        if child.tag in _AXES:
            number = _held(child, "c:axId")
            if number in known:
                yield found("package-chart-axes", child, reason=f"two axes have the id {number}")
            known.add(number)
    for child in plot:
        if child.tag in _AXES:
            crossed = _held(child, "c:crossAx")
            if crossed not in known:
                yield found("package-chart-axes", child, reason=f"an axis crosses the axis {crossed}, which is not there")
            continue
        for used in child.findall(tag("c:axId")):
            if used.get("val", "") not in known:
                yield found(
                    "package-chart-axes", used, reason=f"the chart uses the axis {used.get('val', '')}, which is not there"
                )


def _held(element: Element, name: str) -> str:
    child = element.find(tag(name))
    return "" if child is None else child.get("val", "")


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
    text = _held(cache, "c:ptCount")
    count = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
    seen: set[str] = set()
    for point in cache.iterfind(tag("c:pt")):
        index = point.get("idx", "")
        if index in seen:
            yield found("package-chart-points", point, reason=f"two points have the index {index}")
        elif count is not None and index.isascii() and index.isdigit() and len(index) < 10 and int(index) >= count:
            yield found("package-chart-points", point, reason=f"a point has the index {index}, of {count} points")
        seen.add(index)
