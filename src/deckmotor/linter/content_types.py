"""Rules on content types (ECMA-376 part 2, §7.2)."""

from xml.etree.ElementTree import Element

from deckmotor.linter.found import Findings, Found
from deckmotor.linter.kinds import ENDINGS, wanted_type
from deckmotor.linter.names import IMAGES, PRESENTATION_TYPES, TYPES, tag
from deckmotor.linter.parts import CONTENT_TYPES, Package


def check_content_types(package: Package, file_name: str) -> Findings:
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
    yield from _uses(package, file_name)


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


def _uses(package: Package, file_name: str) -> Findings:
    """The relationship that leads to a part says what it is."""
    seen: set[str] = set()
    for links in package.relationships.values():
        for link in links:
            if link.part is None or link.part in seen:
                continue
            seen.add(link.part)
            given = package.type_of(link.part)
            wanted = _wanted(link.kind, file_name)
            if given is not None and wanted and not given.startswith(wanted):
                yield Found("package-wrong-type", {"found": given, "wanted": wanted[0]}, part=link.part)


def _wanted(kind: str, name: str) -> tuple[str, ...]:
    """How the content type of a part may begin that a relationship of a kind leads to; the first is the one to propose."""
    if kind == "officeDocument":
        return (wanted_type(name), *sorted(PRESENTATION_TYPES))
    if kind == "image":
        return IMAGES
    return (TYPES[kind][0],) if kind in TYPES else ()


def check_ending(package: Package, name: str) -> Findings:
    """The ending of the file's name says what the file is."""
    kind = package.type_of(package.main) if package.main else None
    ending = name.rpartition(".")[2].lower()
    if kind in ENDINGS and ending in ENDINGS.values() and ENDINGS[kind] != ending:
        yield Found("package-other-ending", {"found": ending, "wanted": ENDINGS[kind]})
