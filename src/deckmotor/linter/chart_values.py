"""Rules on what charts hold that no schema knows: where labels may stand, numbers that are some, scales that rise."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from deckmotor.linter.found import Findings, found
from deckmotor.linter.names import tag

_PIE = "bestFit outEnd inEnd ctr"
_POINT = "t b l r ctr"
PLACES: dict[str, str] = {
    "c:barChart": "outEnd inEnd ctr inBase",
    "c:lineChart": _POINT,
    "c:scatterChart": _POINT,
    "c:bubbleChart": _POINT,
    "c:pieChart": _PIE,
    "c:ofPieChart": _PIE,
    "c:doughnutChart": "",
    "c:areaChart": "",
    "c:area3DChart": "",
}
"""Where the labels of a kind of chart may stand; the kinds that are not here are not checked."""

_PLACES = {tag(name): frozenset(words.split()) for name, words in PLACES.items()}
_STACKED = frozenset(("stacked", "percentStacked"))
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_ERRORS = frozenset(("#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA"))
"""What a workbook has in a cell without a number; PowerPoint copies it (ECMA-376 part 1, §18.18.11)."""

_BAR = tag("c:barChart")


def held(element: Element, name: str) -> str:
    """The value of a child; empty where there is none."""
    child = element.find(tag(name))
    return "" if child is None else child.get("val", "")


def check_values(plot: Element) -> Findings:
    """The groups of series and the axes of one chart."""
    for group in plot:
        yield from _labels(group)
        yield from _overlap(group)
        yield from _scale(group)
        for series in group.iterfind(tag("c:ser")):
            yield from _numbers(series)


def _labels(group: Element) -> Findings:
    places = _PLACES.get(group.tag)
    if places is None:
        return
    if group.tag == _BAR and held(group, "c:grouping") in _STACKED:
        places -= {"outEnd"}
    for label in _own_labels(group):
        place = label.find(tag("c:dLblPos"))
        if place is not None and place.get("val") not in places:
            wanted = ", ".join(sorted(places)) or "no `c:dLblPos` at all"
            yield found("package-chart-label-place", place, value=place.get("val", ""), wanted=wanted)


def _own_labels(group: Element) -> Iterator[Element]:
    """The labels of a group and its series, all at once and one at a time."""
    for holder in (group, *group.iterfind(tag("c:ser"))):
        for labels in holder.iterfind(tag("c:dLbls")):
            yield labels
            yield from labels.iterfind(tag("c:dLbl"))


def _overlap(group: Element) -> Findings:
    stacked = group.tag == _BAR and held(group, "c:grouping") in _STACKED
    if stacked and group.find(tag("c:overlap")) is None and len(group.findall(tag("c:ser"))) > 1:
        yield found("package-chart-overlap", group)


def _scale(axis: Element) -> Findings:
    for name in ("c:majorUnit", "c:minorUnit"):
        element, value = axis.find(tag(name)), held(axis, name)
        if element is not None and _NUMBER.fullmatch(value) and float(value) <= 0:
            yield found("package-number-range", element, attribute="val", value=value, wanted="a number above 0")
    scaling = axis.find(tag("c:scaling"))
    if scaling is None:
        return
    low, high = held(scaling, "c:min"), held(scaling, "c:max")
    if _NUMBER.fullmatch(low) and _NUMBER.fullmatch(high) and float(low) >= float(high):
        yield found("package-chart-scale", scaling, low=low, high=high)


def _numbers(series: Element) -> Findings:
    for name in ("c:numCache", "c:numLit"):
        for cache in series.iter(tag(name)):
            for point in cache.iterfind(f"{tag('c:pt')}/{tag('c:v')}"):
                text = (point.text or "").strip()
                if text and text not in _ERRORS and not _NUMBER.fullmatch(text):
                    yield found("package-chart-value", point, value=text)
