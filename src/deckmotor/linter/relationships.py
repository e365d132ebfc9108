"""Rules on relationships (ECMA-376 part 2, §6.5): they lead somewhere, and what names them finds them."""

import re
from itertools import islice
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from deckmotor.linter.found import Findings, Found, found
from deckmotor.linter.names import LINKS, NAMESPACES, short, tag
from deckmotor.linter.parts import CONTENT_TYPES, Package, Relationship, resolve, source_of

_REFERENCE = "{" + NAMESPACES["r"] + "}"
_ID = re.compile(r"[^\W\d][\w.\-]*")
_JUMPS = "ppaction://hlinksldjump"
_LINKS = {tag(name): kinds for name, kinds in LINKS.items()}
_NOTHING = "NULL"
"""What PowerPoint writes in the place of a picture that it could not save."""

_REQUEST = re.compile(r"https?:", re.IGNORECASE)

CLICKS = frozenset(map(tag, ("a:hlinkClick", "a:hlinkHover", "a:hlinkMouseOver")))
"""Elements that may do something without a relationship."""

NEEDED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        map(tag, ("p:sldId", "p:sldMasterId", "p:sldLayoutId", "p:notesMasterId", "p:handoutMasterId", "c:externalData")),
        ("id",),
    ),
    tag("dgm:relIds"): ("dm", "lo", "qs", "cs"),
}
"""Elements that are nothing without these references."""


def check_relationships(package: Package) -> Findings:
    """The graph as a whole: nothing dangles, nothing is named twice, every part is reached."""
    if not package.main or not package.links("", "officeDocument"):
        yield Found("package-no-presentation", {})
    for source, links in package.relationships.items():
        if source and source not in package.archive.entries:
            yield Found("package-relationships-without-part", {"name": source}, part=links[0].home if links else "")
        seen: set[str] = set()
        for link in links:
            if link.part is None or link.external:
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
    elif not link.target.startswith("#") and link.target.rpartition("/")[2] != _NOTHING:
        outside = resolve(link.source, link.target).startswith("..")
        yield Found(
            "package-relationship-outside" if outside else "package-dangling-relationship", values, link.index, link.home
        )


def _is_address(target: str) -> bool:
    """Whether a link can be followed. Of paths to files (`file:///C:\\a b.pptx#1`) PowerPoint takes all, blanks and all."""
    try:
        urlsplit(target)
    except ValueError:
        return False
    if not _REQUEST.match(target):
        return bool(target) and not re.search(r"[\x00-\x1f]", target)
    return not re.search(r"[\x00-\x20<>\"]", target)


def check_references(element: Element, known: dict[str, Relationship]) -> Findings:
    """The attributes of one element that name relationships: each is there, and leads to the kind of part it should."""
    if element.get("action") == _JUMPS and not element.get(_REFERENCE + "id"):
        yield found("package-jump-to-nothing", element)
    for key in NEEDED.get(element.tag, ()):
        if _REFERENCE + key not in element.attrib:
            yield found("package-missing-attribute", element, element=short(element.tag), attribute=f"r:{key}")
    for name, value in element.attrib.items():
        if not name.startswith(_REFERENCE) or (not value and element.tag not in NEEDED):
            continue
        link = known.get(value)
        if link is None:
            some = ", ".join(islice(known, 20)) or "it has none"
            yield found("package-unknown-relationship", element, id=value, known=some)
            continue
        wanted = ("slide",) if element.get("action") == _JUMPS else _LINKS.get(element.tag, ())
        if wanted and link.kind not in wanted:
            yield found("package-wrong-relationship", element, id=value, found=link.kind, wanted=wanted[0])
