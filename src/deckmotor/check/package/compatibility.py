"""Rules on markup compatibility (ECMA-376 part 3): prefixes that are declared, alternatives that are there."""

from xml.etree.ElementTree import Element
from xml.parsers import expat

from deckmotor.check.package.found import Findings, Found, found
from deckmotor.check.package.names import NAMESPACES, tag

_LISTS = ("Requires", "Ignorable", "MustUnderstand")
"""Attributes whose value is a list of prefixes; the parser knows nothing of them."""


def check_alternatives(root: Element) -> Findings:
    """Each `mc:AlternateContent` offers something."""
    for element in root.iter(tag("mc:AlternateContent")):
        if element.find(tag("mc:Choice")) is None:
            yield found("package-no-choice", element)


def check_prefixes(data: bytes) -> list[Found]:
    """Prefixes that are named in values without having been declared. Read from the bytes: the tree has lost them."""
    if not any(name.encode() in data or name.encode("utf-16-le") in data for name in _LISTS):
        return []
    problems: list[Found] = []
    scopes: list[dict[str, str]] = [{"xml": ""}]
    index = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal index
        declared = {key[6:]: value for key, value in attributes.items() if key.startswith("xmlns:")}
        scopes.append(scopes[-1] | declared if declared else scopes[-1])
        for key, value in attributes.items():
            if _is_list(name, key, scopes[-1]):
                for prefix in value.split():
                    if prefix not in scopes[-1]:
                        problems.append(Found("package-undeclared-prefix", {"prefix": prefix}, index))
        index += 1

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: scopes.pop()
    parser.Parse(data, True)
    return problems


def _is_list(name: str, key: str, scope: dict[str, str]) -> bool:
    """`Requires` is an attribute of `mc:Choice`; the others stand on any element, with their own prefix."""
    if key == "Requires":
        prefix, _, local = name.rpartition(":")
        return local == "Choice" and scope.get(prefix) == NAMESPACES["mc"]
    prefix, _, local = key.rpartition(":")
    return local in _LISTS[1:] and scope.get(prefix) == NAMESPACES["mc"]
