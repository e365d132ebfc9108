"""Rules on content types (ECMA-376 part 2, §7.2)."""

from xml.etree.ElementTree import Element

from deckmotor.check.package.found import Findings, Found
from deckmotor.check.package.names import PRESENTATION_TYPES, TYPES, tag
from deckmotor.check.package.parts import CONTENT_TYPES, Package


def check_content_types(package: Package) -> Findings:
    """Every part has a content type, once, the one that its use asks for; and every type given is for a part."""
    root = package.tree(CONTENT_TYPES)
    if root is None:
        if CONTENT_TYPES not in package.archive.entries:
            yield Found("package-no-content-types", {})
        return
    yield from _entries(package, root)
    for name in package.archive.entries:
        if name != CONTENT_TYPES and package.type_of(name) is None:
            yield Found("package-part-without-type", {}, part=name)
    yield from _uses(package)


def _entries(package: Package, root: Element) -> Findings:
    seen: set[str] = set()
    parts = {name.lower() for name in package.archive.entries}
    for index, element in enumerate(root, start=1):
        name = element.get("PartName", element.get("Extension", ""))
        override = element.tag == tag("ct:Override")
        if (key := ("/" if override else "*.") + name.removeprefix("/").lower()) in seen:
            yield Found("package-duplicate-type", {"name": name}, index, CONTENT_TYPES)
        seen.add(key)
        if override and not name.startswith("/"):
            yield Found("package-bad-override-name", {"name": name}, index, CONTENT_TYPES)
        elif override and name[1:].lower() not in parts:
            yield Found("package-override-without-part", {"name": name}, index, CONTENT_TYPES)


def _uses(package: Package) -> Findings:
    """The relationship that leads to a part says what it is."""
    seen: set[str] = set()
    for links in package.relationships.values():
        for link in links:
            if link.part is None or link.part in seen:
                continue
            seen.add(link.part)
            given = package.type_of(link.part)
            wanted = _wanted(link.kind)
            if given is not None and wanted and not given.startswith(wanted):
                yield Found("package-wrong-type", {"found": given, "wanted": wanted[0]}, part=link.part)


def _wanted(kind: str) -> tuple[str, ...]:
    if kind == "officeDocument":
        return tuple(sorted(PRESENTATION_TYPES, key=lambda name: (len(name), name)))
    if kind == "image":
        return ("image/",)
    return (TYPES[kind][0],) if kind in TYPES else ()
