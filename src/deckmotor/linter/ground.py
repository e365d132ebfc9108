"""Which elements of a part stand where the grammar holds, and where others may stand too."""

from xml.etree.ElementTree import Element

from msgspec import Struct

from deckmotor.linter.grammar.read import models
from deckmotor.linter.names import CORE, tag

_EXTENSIONS = tuple(map(tag, ("p:ext", "a:ext", "c:ext")))


class Ground(Struct, frozen=True):
    """A part seen as a whole, before its elements are."""

    names: frozenset[str]
    """Full tags of all elements that some element may hold."""
    ignorable: frozenset[str]
    """Namespaces that the part lets a reader pass over."""
    foreign: frozenset[Element]
    """What stands in extensions: it is written as its owners like, elements of ours in another order among it."""
    chosen: frozenset[Element]
    """What stands in a choice, made for readers that know more."""


def survey(root: Element, ignorable: frozenset[str], names: frozenset[str]) -> Ground:
    """Look over a part once."""
    foreign: set[Element] = set()
    for kind in _EXTENSIONS:
        for extension in root.iter(kind):
            for child in extension:
                if child not in foreign and not _is_ours(child):
                    foreign.update(child.iter())
    chosen: set[Element] = set()
    for choice in root.iter(tag("mc:Choice")):
        if choice not in chosen:
            chosen.update(choice.iter())
    return Ground(names, ignorable, frozenset(foreign), frozenset(chosen))


def _is_ours(child: Element) -> bool:
    """Whether the grammar knows an extension: sections, marks of slides."""
    return child.tag in models() and not child.tag.startswith(CORE)


def namespace_of(name: str) -> str:
    """The namespace of a full tag or name; empty where it has none."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""
