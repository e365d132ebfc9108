"""The linter: opens the package, runs every rule over it, one part in memory at a time."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from xml.etree.ElementTree import Element

from msgspec import structs

from deckmotor.check.package.archive import MEGABYTE, WHOLE_PART, open_archive
from deckmotor.check.package.charts import check_chart
from deckmotor.check.package.compatibility import check_alternatives, check_prefixes
from deckmotor.check.package.content_types import check_content_types
from deckmotor.check.package.elements import check_attributes, check_children, is_plain
from deckmotor.check.package.found import Findings, Found
from deckmotor.check.package.grammar.read import Model, models
from deckmotor.check.package.media import check_media
from deckmotor.check.package.names import NAMESPACES, ROOTS, STRICT, short, tag
from deckmotor.check.package.notes import check_notes
from deckmotor.check.package.parts import CONTENT_TYPES, Package, read_package, source_of
from deckmotor.check.package.presentation import check_presentation
from deckmotor.check.package.properties import check_core, check_custom, check_property_parts
from deckmotor.check.package.relationships import NEEDED, check_references, check_relationships
from deckmotor.check.package.report import keep, report
from deckmotor.check.package.sections import check_sections
from deckmotor.check.package.shapes import KINDS, check_creation_ids, check_shapes, creation_id
from deckmotor.check.package.tables import check_table
from deckmotor.check.package.text import check_text
from deckmotor.check.package.timing import check_timing
from deckmotor.check.package.tree import order_of, read_tree
from deckmotor.diagnostics import Diagnostic

MOST_ELEMENTS = 4_000_000
"""Of a whole file; what comes after is not read, so that no file takes more than half a minute."""

_CORE = tuple("{" + NAMESPACES[prefix] + "}" for prefix in "pac")
_REFERENCE = "{" + NAMESPACES["r"] + "}"
_TABLE = tag("a:tbl")
_TEXT = tag("a:t")

WHOLE: tuple[Callable[[Package], Findings], ...] = (
    check_content_types,
    check_relationships,
    check_property_parts,
)
"""Rules over the package as a whole."""

PRESENTATION: tuple[Callable[[Package], Findings], ...] = (check_presentation, check_notes)
"""Rules over the slides, masters and notes as a whole."""

ROOT_RULES: dict[str, tuple[Callable[[Element], Findings], ...]] = {
    tag("p:presentation"): (check_sections,),
    tag("c:chartSpace"): (check_chart,),
    tag("cp:coreProperties"): (check_core,),
    tag("cust:Properties"): (check_custom,),
    **dict.fromkeys(KINDS, (check_shapes, check_timing)),
}
"""Rules over one part, by its root."""


def lint_package(data: bytes, name: str) -> tuple[Diagnostic, ...]:
    """Every cause that makes PowerPoint repair or refuse a file, each with its part, line and column.

    `data` are the bytes of a .pptx, .potx or .ppsx; `name` is what its diagnostics call it, and a part is named as if the file
    were a folder (`deck.pptx/ppt/slides/slide1.xml`). Works on anybody's file: what is broken or hostile is a diagnostic in
    bounded time and memory, never an exception, and nothing outside the bytes is read. The rules are in `catalogue.package`.
    """
    counts: Counter[str] = Counter()
    archive, opening = open_archive(data)
    problems = keep(opening, counts)
    if archive is None:
        return report(problems, counts, None, None, name)
    package = read_package(archive)
    for rule in WHOLE:
        problems += keep(rule(package), counts)
    strict = _is_strict(package)
    if strict:
        problems += keep([Found("package-strict", {}, part=package.main)], counts)
    else:
        problems += keep(chain.from_iterable(rule(package) for rule in PRESENTATION), counts)
    problems += _parts(package, strict, counts)
    return report(problems, counts, archive, package, name)


def _is_strict(package: Package) -> bool:
    root = package.tree(package.main) if package.main else None
    return root is not None and root.tag.startswith("{" + STRICT)


def _parts(package: Package, strict: bool, counts: Counter[str]) -> list[Found]:
    """One part after the other, with what has to be compared between them."""
    problems: list[Found] = []
    marks: list[tuple[str, int, str]] = []
    left = MOST_ELEMENTS
    for name in package.archive.entries:
        if not _is_xml(package, name):
            problems += keep(_other(package, name), counts)
            continue
        data = package.archive.read(name)
        if data is None:
            problems += keep(_unread(package, name), counts)
            continue
        left -= data.count(b"<")
        if left < 0:
            problems += keep([Found("package-too-many-elements", {"limit": MOST_ELEMENTS})], counts)
            break
        root = read_tree(data)
        if isinstance(root, Found):
            problems += keep([structs.replace(root, part=name)], counts)
            continue
        problems += _placed(root, name, keep(_part(package, name, data, root, strict), counts))
        if root.tag == tag("p:sld"):
            marks += [(name, index, mark) for index, mark in creation_id(root)]
    return problems + keep(check_creation_ids(marks), counts)


def _is_xml(package: Package, name: str) -> bool:
    if name == CONTENT_TYPES or source_of(name) is not None:
        return True
    kind = package.type_of(name) or ""
    return kind.endswith(("+xml", "/xml")) and not kind.startswith("image/")


def _other(package: Package, name: str) -> Iterator[Found]:
    data = package.archive.read(name)
    if data is not None:
        yield from check_media(name, package.type_of(name) or "", data)
        return
    fault = package.archive.fault(name)
    if fault is not None:
        yield fault


def _unread(package: Package, name: str) -> Iterator[Found]:
    fault = package.archive.fault(name)
    size = package.archive.entries[name].file_size
    if fault is not None:
        yield fault
    elif size > WHOLE_PART:
        yield Found("package-part-too-large", {"size": size // MEGABYTE, "count": "many"}, part=name)


def _placed(root: Element, name: str, problems: list[Found]) -> list[Found]:
    """The findings of one part with their part, and their elements as numbers: the tree is not kept."""
    order = order_of(root, [each.element for each in problems if isinstance(each.element, Element)])
    return [
        structs.replace(each, part=name, element=order[each.element] if isinstance(each.element, Element) else each.element)
        for each in problems
    ]


def _part(package: Package, name: str, data: bytes, root: Element, strict: bool) -> Findings:
    """All rules over one part of XML."""
    yield from check_prefixes(data)
    yield from check_alternatives(root)
    if strict or name == CONTENT_TYPES or source_of(name) is not None:
        return
    wanted = ROOTS.get(package.type_of(name) or "")
    if wanted is not None and root.tag != tag(wanted):
        yield Found("package-wrong-root", {"found": short(root.tag), "wanted": wanted}, 0)
        return
    for rule in ROOT_RULES.get(root.tag, ()):
        yield from rule(root)
    if root.tag.startswith(_CORE):
        yield from _elements(package, name, root)


def _elements(package: Package, name: str, root: Element) -> Findings:
    """The rules over single elements, in one walk."""
    table = models()
    known = {link.id: link for link in package.relationships.get(name, ())}
    whole = table.get(">" + root.tag)
    if whole is not None:
        yield from _element(root, whole)
    for element in root.iter():
        kind = element.tag
        model = table.get(kind)
        if model is not None and not is_plain(element, model):
            yield from _element(element, model)
        if kind in NEEDED or (element.attrib and any(key.startswith(_REFERENCE) for key in element.attrib)):
            yield from check_references(element, known)
        if kind == _TEXT:
            yield from check_text(element)
        elif kind == _TABLE:
            yield from check_table(element, package.table_styles)
        elif kind.endswith("Chart"):
            for series in element.iterfind(tag("c:ser")):
                yield from _element(series, table.get(f"{kind}>{series.tag}"))


def _element(element: Element, model: Model | None) -> Findings:
    if model is None:
        return
    if not model.anything and (len(element) or model.needs):
        yield from check_children(element, model)
    if element.attrib or model.required:
        yield from check_attributes(element, model)
