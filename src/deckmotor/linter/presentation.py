"""Rules on the presentation, its masters and layouts: one row of ids, one owner each (ECMA-376 part 1, §19.2)."""

from collections import Counter
from xml.etree.ElementTree import Element

from deckmotor.linter.found import Findings, Found
from deckmotor.linter.names import NAMESPACES, tag
from deckmotor.linter.parts import Package, Relationship
from deckmotor.linter.tree import order_of

RELATIONSHIP_ID = "{" + NAMESPACES["r"] + "}id"
_NUMBERED = frozenset(map(tag, ("p:sldMasterId", "p:sldLayoutId")))


def check_presentation(package: Package) -> Findings:
    """The lists of the presentation against the parts there are."""
    root = package.tree(package.main) if package.main else None
    if root is None or root.tag != tag("p:presentation"):
        return
    links = {link.id: link for link in package.relationships.get(package.main, ())}
    yield from _slides(package, root, links)
    if not package.links(package.main, "slideMaster"):
        yield Found("package-no-master", {}, part=package.main)
    yield from _listed(package, package.main, root, "slideMaster")
    trees = ((name, package.tree(name)) for name in package.targets(package.main, "slideMaster"))
    masters = [(name, tree) for name, tree in trees if tree is not None]
    yield from _layout_ids([(package.main, root), *masters])
    yield from _counts(package)
    yield from _layout_lists(package, masters)
    yield from _themes(package)


def _slides(package: Package, root: Element, links: dict[str, Relationship]) -> Findings:
    listed = list(root.iter(tag("p:sldId")))
    order = order_of(root, listed)
    ids: set[str] = set()
    parts: set[str] = set()
    for element in listed:
        number = element.get("id", "")
        link = links.get(element.get(RELATIONSHIP_ID, ""))
        if number in ids:
            yield Found("package-duplicate-slide-id", {"id": number}, order[element], package.main)
        if link is not None and link.part in parts:
            yield Found("package-slide-listed-twice", {"name": link.part}, order[element], package.main)
        ids.add(number)
        if link is not None and link.part is not None:
            parts.add(link.part)
    for link in package.links(package.main, "slide"):
        if link.part not in parts:
            yield Found("package-slide-unlisted", {"name": link.part}, link.index, link.home)


_LISTS = {"slideMaster": tag("p:sldMasterId"), "slideLayout": tag("p:sldLayoutId")}


def _listed(package: Package, holder: str, root: Element, kind: str) -> Findings:
    """The masters of a presentation, or the layouts of a master: each is in its list, once."""
    listed = Counter(element.get(RELATIONSHIP_ID) for element in root.iter(_LISTS[kind]))
    for link in package.links(holder, kind):
        if listed[link.id] > 1:
            yield Found("package-listed-twice", {"name": link.part}, link.index, link.home)
        elif kind == "slideMaster" and not listed[link.id]:
            yield Found("package-master-unlisted", {"name": link.part}, link.index, link.home)


def _layout_ids(holders: list[tuple[str, Element]]) -> Findings:
    """Masters and layouts share one row of ids over the whole file."""
    seen: set[str] = set()
    for name, tree in holders:
        for index, element in enumerate(tree.iter()):
            if element.tag not in _NUMBERED:
                continue
            number = element.get("id")
            if number is not None and number in seen:
                yield Found("package-duplicate-layout-id", {"id": number}, index, name)
            seen.add(number or "")


_ONE = (
    ("slide", "slideLayout", "package-slide-without-layout"),
    ("slideLayout", "slideMaster", "package-layout-without-master"),
    ("slideMaster", "theme", "package-master-without-theme"),
    ("notesMaster", "theme", "package-master-without-theme"),
    ("notesSlide", "notesMaster", "package-notes-without-master"),
    ("handoutMaster", "theme", "package-master-without-theme"),
)
"""Each part of the first kind leads to exactly one of the second."""


def _counts(package: Package) -> Findings:
    for kind, needed, code in _ONE:
        for name in dict.fromkeys(link.part for _, link in package.all_of(kind)):
            count = sum(link.kind == needed and not link.external for link in package.relationships.get(name or "", ()))
            if name and count != 1:
                yield Found(code, {"count": count or "no"}, part=name)


def _layout_lists(package: Package, masters: list[tuple[str, Element]]) -> Findings:
    """A master lists each of its layouts, and no other's; each layout is in a list."""
    owners: dict[str, tuple[str, ...]] = {}
    everywhere: set[str] = set()
    for name, root in masters:
        yield from _listed(package, name, root, "slideLayout")
        listed = {element.get(RELATIONSHIP_ID) for element in root.iter(tag("p:sldLayoutId"))}
        for link in package.links(name, "slideLayout"):
            part = link.part or ""
            everywhere.add(part)
            if part not in owners:
                owners[part] = package.targets(part, "slideMaster")
            if link.id not in listed:
                yield Found("package-layout-unlisted", {"name": part}, link.index, link.home)
            elif owners[part] and name not in owners[part]:
                yield Found("package-layout-of-other-master", {"name": part}, link.index, link.home)
    if not package.links(package.main, "slideMaster"):
        return  # That is told, and is the cause.
    stray = {link.part: link for _, link in package.all_of("slideLayout") if link.part not in everywhere}
    for link in stray.values():
        yield Found("package-layout-unlisted", {"name": link.part}, link.index, link.home)


def _themes(package: Package) -> Findings:
    owners: dict[str, str] = {}
    for source, link in package.all_of("theme"):
        if link.part is None or source == package.main:
            continue
        if owners.setdefault(link.part, source) != source:
            yield Found("package-shared-theme", {"name": link.part}, link.index, link.home)
