"""Rules on shapes: ids, placeholders, connectors (ECMA-376 part 1, §19.3.1)."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from deckmotor.linter.found import Findings, Found, found
from deckmotor.linter.names import tag

KINDS: dict[str, str] = {
    tag("p:sld"): "slide",
    tag("p:sldLayout"): "layout",
    tag("p:sldMaster"): "master",
    tag("p:notes"): "page of notes",
    tag("p:notesMaster"): "notes master",
    tag("p:handoutMaster"): "handout master",
}
"""Roots of the parts that hold shapes, and what they are called."""

_TITLES = frozenset(("title", "ctrTitle"))
_NOTES_ONLY = frozenset(("hdr", "sldImg"))
_SLIDES = frozenset(("slide", "layout", "master"))


def check_shapes(root: Element) -> Findings:
    """The shapes of one slide, layout, master or page of notes."""
    aside: set[Element] = set()
    for name in ("mc:Fallback", "p:oleObj"):
        for outer in root.iter(tag(name)):
            if outer not in aside:
                aside.update(outer.iter())
    yield from _ids(root, aside)
    yield from _placeholders(root, aside)
    yield from _connectors(root)
    yield from _creation_ids(root, aside)


def _ids(root: Element, aside: set[Element]) -> Findings:
    """A fallback repeats the ids of what it stands for, and the picture of an embedded object has none of its own."""
    seen: set[str] = set()
    for element in root.iter(tag("p:cNvPr")):
        number = element.get("id")
        if number is None or element in aside:
            continue
        if number in seen:
            # Builds, connectors and comments name the shapes of slides only; LibreOffice writes layouts so, and they open.
            on_slide = KINDS[root.tag] == "slide"
            yield found("package-duplicate-shape-id" if on_slide else "package-duplicate-layout-shape-id", element, id=number)
        seen.add(number)


def _placeholders(root: Element, aside: set[Element]) -> Findings:
    kind = KINDS[root.tag]
    seen: Counter[tuple[str, str]] = Counter()
    titles = 0
    for element in root.iter(tag("p:ph")):
        if element in aside:
            continue
        name, index = element.get("type", "obj"), element.get("idx", "0")
        if name in _NOTES_ONLY and kind in _SLIDES:
            yield found("package-foreign-placeholder", element, type=name, kind=kind)
        if name in _TITLES:
            titles += 1
            if titles == 2:
                yield found("package-second-title", element)
        elif seen[name, index] == 1:
            yield found("package-duplicate-placeholder", element, type=name, idx=index)
        seen[name, index] += 1


def _connectors(root: Element) -> Findings:
    ends = [*root.iter(tag("a:stCxn")), *root.iter(tag("a:endCxn"))]
    known = shape_ids(root) if ends else set()
    for end in ends:
        if end.get("id") not in known:
            yield found("package-loose-connector", end, id=end.get("id", ""))


def shape_ids(root: Element) -> set[str]:
    """The ids of all shapes, those of handwriting too."""
    return {element.get("id", "") for name in ("p:cNvPr", "p14:cNvPr") for element in root.iter(tag(name))}


def _creation_ids(root: Element, aside: set[Element]) -> Findings:
    seen: set[str] = set()
    for element in root.iter(tag("a16:creationId")):
        number = element.get("id", "")
        if element in aside:
            continue
        if number in seen:
            yield found("package-duplicate-creation-id", element, id=number)
        seen.add(number)


def creation_id(root: Element) -> Iterator[tuple[int, str]]:
    """Where the mark of a slide as a whole stands, and what it is (`p14:creationId`)."""
    path = "/".join(map(tag, ("p:cSld", "p:extLst", "p:ext", "p14:creationId")))
    element = root.find(path)
    if element is not None:
        yield next(index for index, each in enumerate(root.iter()) if each is element), element.get("val", "")


def check_creation_ids(marks: list[tuple[str, int, str]]) -> Findings:
    """The marks of all slides: part, place and mark of each."""
    seen: set[str] = set()
    for part, index, mark in marks:
        if mark in seen:
            yield Found("package-duplicate-creation-id", {"id": mark}, index, part)
        seen.add(mark)
