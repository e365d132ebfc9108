"""Rules on shapes: ids, placeholders, connectors (ECMA-376 part 1, §19.3.1)."""

from collections import Counter
from xml.etree.ElementTree import Element

from deckmotor.linter.found import Findings, found
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
_TREE = "/".join(map(tag, ("p:cSld", "p:spTree", "p:nvGrpSpPr", "p:cNvPr")))

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
FRAMES: dict[str, str] = {"table": "a:tbl", "chart": "c:chart", "diagram": "dgm:relIds"}
"""By what a frame says it holds: the element in it."""

_UNLINKED = ("", "4294967295")
"""What PowerPoint and LibreOffice give to placeholders that follow none of the layout's, as many as there are."""


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
    yield from _frames(root)


def _ids(root: Element, aside: set[Element]) -> Findings:
    """The ids of a slide's shapes: builds, connectors and comments name them, and those of no other part.

    A fallback repeats the ids of what it stands for, the picture of an embedded object has none of its own, and the tree of
    all shapes is none (pandoc and LibreOffice give its id to a shape, too).
    """
    if KINDS[root.tag] != "slide":
        return
    tree = root.find(_TREE)
    seen: set[str] = set()
    for element in root.iter(tag("p:cNvPr")):
        number = element.get("id")
        if number is None or element in aside or element is tree:
            continue
        if number in seen:
            yield found("package-duplicate-shape-id", element, id=number)
        seen.add(number)


def _placeholders(root: Element, aside: set[Element]) -> Findings:
    kind = KINDS[root.tag]
    seen: Counter[tuple[str, str]] = Counter()
    titles = 0
    for element in root.iter(tag("p:ph")):
        if element in aside:
            continue
        name, index = element.get("type", "obj"), element.get("idx", "")
        if name in _NOTES_ONLY and kind in _SLIDES:
            yield found("package-foreign-placeholder", element, type=name, kind=kind)
        if name in _TITLES:
            titles += 1
            if titles == 2:
                yield found("package-second-title", element)
        elif seen[name, index] == 1 and index not in _UNLINKED:
            yield found("package-duplicate-placeholder", element, type=name, idx=index)
        seen[name, index] += 1


def _frames(root: Element) -> Findings:
    """Frames of tables, charts and SmartArt hold one."""
    for data in root.iter(tag("a:graphicData")):
        wanted = FRAMES.get(data.get("uri", "").removeprefix(_DRAWING))
        if wanted is not None and data.find(tag(wanted)) is None:
            yield found("package-missing-element", data, parent="a:graphicData", child=wanted)


def _connectors(root: Element) -> Findings:
    ends = [*root.iter(tag("a:stCxn")), *root.iter(tag("a:endCxn"))]
    known = shape_ids(root) if ends else set()
    for end in ends:
        if end.get("id") not in known:
            yield found("package-loose-connector", end, id=end.get("id", ""))


def shape_ids(root: Element) -> set[str]:
    """The ids of all shapes, those of handwriting too."""
    return {element.get("id", "") for name in ("p:cNvPr", "p14:cNvPr") for element in root.iter(tag(name))}
