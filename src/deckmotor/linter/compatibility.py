"""Rules on markup compatibility (ECMA-376 part 3): prefixes that are declared, alternatives that are there."""

import re
from collections import defaultdict
from itertools import islice
from xml.etree.ElementTree import Element
from xml.parsers import expat

from msgspec import Struct

from deckmotor.linter.found import Findings, Found, found
from deckmotor.linter.names import NAMESPACES, is_understood, short, tag

_MC = NAMESPACES["mc"] + "}"
_CHOICE = _MC + "Choice"
_LISTS = (_MC + "Ignorable", _MC + "MustUnderstand", _MC + "ProcessContent")
"""Attributes whose value is a list of prefixes, or of names with a prefix; the parser knows nothing of them."""

_WORDS = ("Requires", "Ignorable", "MustUnderstand", "ProcessContent")
_WORD = re.compile(r"\S+")
MOST_WORDS = 1_000
"""So many words of one list are looked at."""

_CHOICES = frozenset((tag("mc:Choice"), tag("mc:Fallback")))


class Markup(Struct, frozen=True):
    """What a part says of the namespaces in it."""

    problems: list[Found]
    ignorable: frozenset[str] = frozenset()
    """Namespaces that a reader who does not know them may pass over."""


def check_alternatives(root: Element) -> Findings:
    """Each `mc:AlternateContent` offers choices that say what they need, and one way out at the end (part 3, §7.5 to 7.7)."""
    for element in root.iter(tag("mc:AlternateContent")):
        yield from _alternatives(element)


def _alternatives(element: Element) -> Findings:
    choices = 0
    fallback = False
    for child in element:
        if child.tag == tag("mc:Choice") and not fallback:
            choices += 1
            if not child.get("Requires", "").strip():
                yield found("package-choice-needs-nothing", child)
        elif child.tag == tag("mc:Fallback") and not fallback:
            fallback = True
        elif child.tag in _CHOICES:
            yield found("package-after-fallback", child, child=short(child.tag))
    if not choices:
        yield found("package-no-choice", element)


def read_markup(data: bytes) -> Markup:
    """Prefixes that are named in values, from the bytes: the tree has lost them."""
    if not any(name.encode() in data or name.encode("utf-16-le") in data for name in _WORDS):
        return Markup([])
    problems: list[Found] = []
    ignorable: set[str] = set()
    # What each prefix stands for, innermost last. A copy of all prefixes a level would be the square of the levels.
    scopes: defaultdict[str, list[str]] = defaultdict(list, xml=[""])
    index = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal index
        for key in _lists(name, attributes):
            for word in islice(_WORD.finditer(attributes[key]), MOST_WORDS):
                prefix = word[0].partition(":")[0]
                meant = scopes[prefix][-1] if scopes.get(prefix) else None
                if meant is None:
                    problems.append(Found("package-undeclared-prefix", {"prefix": prefix}, index))
                elif key == _LISTS[1] and not is_understood(meant):
                    problems.append(Found("package-must-understand", {"prefix": prefix, "namespace": meant}, index))
                elif key == _LISTS[0]:
                    ignorable.add(meant)
        index += 1

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = start
    parser.StartNamespaceDeclHandler = lambda prefix, uri: scopes[prefix or ""].append(uri or "")
    parser.EndNamespaceDeclHandler = lambda prefix: scopes[prefix or ""].pop()
    parser.Parse(data, True)
    return Markup(problems, frozenset(ignorable))


def _lists(name: str, attributes: dict[str, str]) -> list[str]:
    """`Requires` is an attribute of `mc:Choice`; the others stand on any element, with their own prefix."""
    if not attributes:
        return []
    named = [key for key in _LISTS if key in attributes]
    return [*named, "Requires"] if name == _CHOICE and "Requires" in attributes else named
