"""Rules on builds (ECMA-376 part 1, §19.5): they move shapes and paragraphs that are there, each step once."""

from xml.etree.ElementTree import Element

from deckmotor.linter.found import Findings, found
from deckmotor.linter.names import tag
from deckmotor.linter.shapes import shape_ids

_DRAWN = "_x0000_s"
"""Begins the ids of embedded objects in the drawing that stands in for them (VML)."""


def check_timing(root: Element) -> Findings:
    """The builds of one slide or layout."""
    timing = next(root.iter(tag("p:timing")), None)
    if timing is None:
        return
    paragraphs = _paragraphs(root)
    for target in timing.iter(tag("p:spTgt")):
        yield from _target(target, paragraphs)
    yield from _steps(timing)
    yield from _builds(timing, paragraphs)


def _paragraphs(root: Element) -> dict[str, int | None]:
    """How many paragraphs each shape has, by its id; None where it can't have any."""
    counts: dict[str, int | None] = dict.fromkeys(shape_ids(root))
    for shape in root.iter(tag("p:sp")):
        element = shape.find(f"{tag('p:nvSpPr')}/{tag('p:cNvPr')}")
        if element is not None:
            # A shape and its fallback have one id; the builds are made for the shape, which says more.
            number = element.get("id", "")
            counts[number] = max(len(shape.findall(f"{tag('p:txBody')}/{tag('a:p')}")), counts.get(number) or 0)
    return counts


def _target(target: Element, paragraphs: dict[str, int | None]) -> Findings:
    number = target.get("spid", "")
    if number.startswith(_DRAWN):
        return
    if number not in paragraphs:
        yield found("package-timing-shape", target, id=number)
        return
    span = target.find(f"{tag('p:txEl')}/{tag('p:pRg')}")
    if span is None:
        return
    first, last, count = span.get("st", ""), span.get("end", ""), paragraphs[number] or 0
    if not all(one.isascii() and one.isdigit() and len(one) < 10 for one in (first, last)):
        return
    if int(last) >= count:
        yield found("package-timing-paragraph", span, id=number, last=last, count=count)
    elif int(first) > int(last):
        yield found("package-timing-span", span, id=number, first=first, last=last)


def _steps(timing: Element) -> Findings:
    seen: set[str] = set()
    for step in timing.iter(tag("p:cTn")):
        number = step.get("id")
        if number is None:
            continue
        if number in seen:
            yield found("package-timing-id", step, id=number)
        seen.add(number)


def _builds(timing: Element, paragraphs: dict[str, int | None]) -> Findings:
    seen: set[tuple[str, str]] = set()
    for builds in timing.findall(tag("p:bldLst")):
        for build in builds:
            number, group = build.get("spid", ""), build.get("grpId", "")
            if number.startswith(_DRAWN):
                continue
            if number not in paragraphs:
                yield found("package-timing-shape", build, id=number)
            elif (number, group) in seen:
                yield found("package-timing-build", build, id=number, group=group)
            seen.add((number, group))
