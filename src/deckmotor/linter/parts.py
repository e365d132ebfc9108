"""The package between the zip file and the rules: content types, and the graph of relationships."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from msgspec import Struct

from deckmotor.linter.archive import Archive
from deckmotor.linter.kinds import kind_of_main
from deckmotor.linter.names import PRESENTATION_TYPES, RELATIONSHIPS, kind_of, tag
from deckmotor.linter.tree import read_tree

CONTENT_TYPES = "[Content_Types].xml"
LONGEST_TARGET = 4_096
"""Characters of an address that are looked at."""

MAIN_KINDS = frozenset(("officeDocument", "document", "fixedrepresentation"))
"""Relationships that lead to the main part of a package: Office's, Visio's, that of XPS."""


class Relationship(Struct, frozen=True):
    """One relationship of a part, or of the package itself (`source` is empty)."""

    id: str
    type: str
    kind: str
    """Last word of its type: `slide`."""
    target: str
    """As it is written."""
    external: bool
    source: str
    index: int
    """How many elements begin before it in its part of relationships."""
    part: str | None
    """The part it leads to; None for an address, or where there is no such part."""

    @property
    def home(self) -> str:
        """The part that holds it."""
        return relationships_name(self.source)


class Package(Struct, frozen=True):
    """A package that can be read, problems or not."""

    archive: Archive
    defaults: dict[str, str]
    """Content types by ending, in small letters."""
    overrides: dict[str, str]
    """Content types by part."""
    relationships: dict[str, tuple[Relationship, ...]]
    """By source, empty for the package itself."""
    leading: dict[tuple[str, str], tuple[Relationship, ...]]
    """Those that lead to a part, by source and kind."""
    main: str
    """The part that lists the slides; empty where there is none."""
    table_styles: frozenset[str]
    """Ids of the table styles that the package defines, in capitals."""

    @property
    def main_types(self) -> tuple[str, ...]:
        """The content types of what the package says is its main part."""
        mains = [link.part for link in self.relationships.get("", ()) if link.kind in MAIN_KINDS and link.part]
        return tuple(self.type_of(name) or "" for name in mains)

    def type_of(self, name: str) -> str | None:
        """The content type of a part."""
        return self.overrides.get(name) or self.defaults.get(name.rpartition(".")[2].lower())

    def links(self, source: str, kind: str) -> tuple[Relationship, ...]:
        """The relationships of one kind that lead from a part to a part."""
        return self.leading.get((source, kind), ())

    def targets(self, source: str, kind: str) -> tuple[str, ...]:
        """The parts that relationships of one kind lead to, each once."""
        return tuple(dict.fromkeys(link.part for link in self.links(source, kind) if link.part is not None))

    def all_of(self, kind: str) -> Iterator[tuple[str, Relationship]]:
        """All relationships of one kind that lead to a part, with their sources."""
        for (source, own), links in self.leading.items():
            if own == kind:
                for link in links:
                    yield source, link

    def tree(self, name: str) -> Element | None:
        """The XML of a part, or None where it can't be read."""
        return tree_of(self.archive, name)


def read_package(archive: Archive) -> Package:
    """Follow the package as far as it goes; what does not is for the rules to name."""
    defaults, overrides = _content_types(archive)
    names = _names(archive)
    relationships: dict[str, tuple[Relationship, ...]] = {}
    for name in archive.entries:
        source = source_of(name)
        if source is not None:
            relationships[source] = tuple(_relationships(archive, name, source, names))
    leading = _leading(relationships)
    main = _main(archive, overrides, leading.get(("", "officeDocument"), ()))
    return Package(
        archive=archive,
        defaults=defaults,
        overrides=overrides,
        relationships=relationships,
        leading=leading,
        main=main,
        table_styles=_table_styles(archive, leading.get((main, "tableStyles"), ())),
    )


def _leading(relationships: dict[str, tuple[Relationship, ...]]) -> dict[tuple[str, str], tuple[Relationship, ...]]:
    found: dict[tuple[str, str], list[Relationship]] = {}
    for source, links in relationships.items():
        for link in links:
            if link.part is not None:
                found.setdefault((source, link.kind), []).append(link)
    return {key: tuple(links) for key, links in found.items()}


def _main(archive: Archive, overrides: dict[str, str], links: tuple[Relationship, ...]) -> str:
    """The part that lists the slides. What leads elsewhere (a Word document's, a theme's) is none."""
    leading = [link.part for link in links if link.part is not None]
    for part in leading:
        if not kind_of_main(overrides.get(part, "")):
            return part
    if leading:
        return ""
    return next((name for name, kind in overrides.items() if kind in PRESENTATION_TYPES and name in archive.entries), "")


def source_of(name: str) -> str | None:
    """The part whose relationships a part holds, or None for another part."""
    folder, _, file = name.rpartition("/")
    if not file.endswith(".rels") or not f"{folder}/".endswith(RELATIONSHIPS):
        return None
    return f"{folder}/"[: -len(RELATIONSHIPS)] + file[: -len(".rels")]


def relationships_name(source: str) -> str:
    """The part that holds a part's relationships."""
    folder, slash, file = source.rpartition("/")
    return f"{folder}{slash}{RELATIONSHIPS}{file}.rels"


def tree_of(archive: Archive, name: str) -> Element | None:
    """The XML of an entry, or None where it can't be read."""
    data = archive.read(name)
    if data is None:
        return None
    tree = read_tree(data)
    return tree if isinstance(tree, Element) else None


def _content_types(archive: Archive) -> tuple[dict[str, str], dict[str, str]]:
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    root = tree_of(archive, CONTENT_TYPES)
    names = _names(archive)
    for element in root if root is not None else ():
        kind = element.get("ContentType", "")
        if element.tag == tag("ct:Default"):
            defaults.setdefault(element.get("Extension", "").lower(), kind)
        elif element.tag == tag("ct:Override"):
            name = element.get("PartName", "").removeprefix("/")
            overrides.setdefault(_match(name, names) or name, kind)
    return defaults, overrides


def _names(archive: Archive) -> dict[str, str]:
    """The entries by their names, and by their names in small letters: to Office both are one."""
    return {name.lower(): name for name in archive.entries} | {name: name for name in archive.entries}


def _match(path: str, names: dict[str, str]) -> str | None:
    return names.get(path) or names.get(path.lower())


def _relationships(archive: Archive, name: str, source: str, names: dict[str, str]) -> Iterator[Relationship]:
    root = tree_of(archive, name)
    for index, element in enumerate(root.iter() if root is not None else ()):
        if element.tag != tag("rel:Relationship"):
            continue
        target = element.get("Target", "")[:LONGEST_TARGET]
        external = element.get("TargetMode") == "External"
        path = resolve(source, target)
        inside = path.removeprefix("../" * path.count("../"))
        part = None if external else _match(inside, names) or _match(unquote(inside), names)
        kind = element.get("Type", "")
        yield Relationship(element.get("Id", ""), kind, kind_of(kind), target, external, source, index, part)


def resolve(source: str, target: str) -> str:
    """The part that a target names, seen from its source; begins with `..` where it leads out of the package.

    Office takes `../x` at the root for `x`, as the rules for addresses have it (RFC 3986, §5.2.4).
    """
    path = target.partition("#")[0]
    if path.startswith("/"):
        return posixpath.normpath(path).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))


def _table_styles(archive: Archive, links: tuple[Relationship, ...]) -> frozenset[str]:
    ids: set[str] = set()
    for link in links:
        if link.kind == "tableStyles" and link.part is not None:
            root = tree_of(archive, link.part)
            ids.update(element.get("styleId", "").upper() for element in (root if root is not None else ()))
    return frozenset(ids)
