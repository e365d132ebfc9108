"""Rules on relationships (ECMA-376 part 2, §6.5): they lead somewhere, and what names them finds them."""

import re
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from deckmotor.check.package.found import Findings, Found, found
from deckmotor.check.package.names import LINKS, NAMESPACES, short, tag
from deckmotor.check.package.parts import CONTENT_TYPES, Package, Relationship, resolve, source_of

_REFERENCE = "{" + NAMESPACES["r"] + "}"
_ID = re.compile(r"[^\W\d][\w.\-]*")
_JUMPS = "ppaction://hlinksldjump"
_LINKS = {tag(name): kinds for name, kinds in LINKS.items()}
_EMPTY = frozenset(map(tag, ("a:hlinkClick", "a:hlinkHover", "a:hlinkMouseOver", "a:blip")))
"""Elements whose empty `r:id` means: no relationship."""

NEEDED = frozenset(
    map(
        tag,
        (
            *("p:sldId", "p:sldMasterId", "p:sldLayoutId", "p:notesMasterId", "p:handoutMasterId", "c:externalData"),
            *("a:hlinkClick", "a:hlinkHover", "a:hlinkMouseOver"),
        ),
    )
)
"""Elements that are nothing without their `r:id`."""


def check_relationships(package: Package) -> Findings:
    """The graph as a whole: nothing dangles, nothing is named twice, every part is reached."""
    if not package.main or not any(link.kind == "officeDocument" for link in package.relationships.get("", ())):
        yield Found("package-no-presentation", {})
    for source, links in package.relationships.items():
        if source and source not in package.archive.entries:
            yield Found("package-relationships-without-part", {"name": source}, part=links[0].home if links else "")
        seen: set[str] = set()
        for link in links:
            yield from _target(link)
            if link.id in seen:
                yield Found("package-duplicate-relationship-id", {"id": link.id}, link.index, link.home)
            elif not _ID.fullmatch(link.id):
                yield Found("package-bad-relationship-id", {"id": link.id}, link.index, link.home)
            seen.add(link.id)
    reached = {link.part.lower() for links in package.relationships.values() for link in links if link.part is not None}
    for name in package.archive.entries:
        if name.lower() not in reached and name != CONTENT_TYPES and source_of(name) is None:
            yield Found("package-orphan-part", {}, part=name)


def _target(link: Relationship) -> Findings:
    values: dict[str, object] = {"id": link.id, "target": link.target}
    if link.external:
        if not _is_address(link.target):
            yield Found("package-bad-address", values, link.index, link.home)
    elif link.part is None and not link.target.startswith("#"):
        outside = resolve(link.source, link.target).startswith("..")
        yield Found(
            "package-relationship-outside" if outside else "package-dangling-relationship", values, link.index, link.home
        )


def _is_address(target: str) -> bool:
    try:
        urlsplit(target)
    except ValueError:
        return False
    return bool(target) and not re.search(r"[\x00-\x20<>\"]", target)


def check_references(element: Element, known: dict[str, Relationship]) -> Findings:
    """The attributes of one element that name relationships: each is there, and leads to the kind of part it should."""
    if element.tag in NEEDED and _REFERENCE + "id" not in element.attrib:
        yield found("package-missing-attribute", element, element=short(element.tag), attribute="r:id")
    for name, value in element.attrib.items():
        if not name.startswith(_REFERENCE) or (not value and element.tag in _EMPTY):
            continue
        link = known.get(value)
        if link is None:
            yield found("package-unknown-relationship", element, id=value, known=", ".join(list(known)[:20]) or "it has none")
            continue
        wanted = ("slide",) if element.get("action") == _JUMPS else _LINKS.get(element.tag, ())
        if wanted and link.kind not in wanted:
            yield found("package-wrong-relationship", element, id=value, found=link.kind, wanted=wanted[0])
