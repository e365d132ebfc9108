"""All rules over one part of XML."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from deckmotor.linter.charts import check_chart
from deckmotor.linter.comments import check_authors, check_modern_comments
from deckmotor.linter.compatibility import check_alternatives, read_markup
from deckmotor.linter.elements import REFERENCE, check_attributes, check_children, is_plain, required
from deckmotor.linter.found import Findings, found
from deckmotor.linter.grammar.read import Model, models, names_of
from deckmotor.linter.ground import Ground, survey
from deckmotor.linter.guides import check_guide
from deckmotor.linter.names import CORE, NAMESPACES, P14_ELEMENTS, ROOTS, short, tag
from deckmotor.linter.parts import CONTENT_TYPES, Package, source_of
from deckmotor.linter.properties import check_core, check_custom
from deckmotor.linter.relationships import CLICKS, NEEDED, check_references
from deckmotor.linter.sections import check_sections
from deckmotor.linter.shapes import KINDS, check_shapes
from deckmotor.linter.tables import check_table
from deckmotor.linter.text import check_stray_text, check_text
from deckmotor.linter.timing import check_timing

_P14 = "{" + NAMESPACES["p14"] + "}"
_TABLE = tag("a:tbl")
_TEXT = tag("a:t")
_SERIES = tag("c:ser")
_GUIDE = tag("a:gd")
_VISITED = NEEDED.keys() | CLICKS

MOST_LOOKS = 10_000
"""Elements without children that are kept in mind, to pass over those like them: most of a part says the same again."""

ROOT_RULES: dict[str, tuple[Callable[[Element], Findings], ...]] = {
    tag("p:presentation"): (check_sections,),
    tag("c:chartSpace"): (check_chart,),
    tag("cp:coreProperties"): (check_core,),
    tag("cust:Properties"): (check_custom,),
    **dict.fromkeys(KINDS, (check_shapes, check_timing)),
}
"""Rules over one part, by its root."""

PACKAGE_RULES: dict[str, Callable[[Package, str, Element], Findings]] = {
    tag("p:cmLst"): check_authors,
    tag("p188:cmLst"): check_modern_comments,
}
"""Rules over one part that look into others, by its root."""


def check_part(package: Package, name: str, data: bytes, root: Element) -> Findings:
    """All that is wrong with one part; `root` is the tree of its `data`. Of the Strict form only what is the same in it."""
    markup = read_markup(data)
    yield from markup.problems
    yield from check_alternatives(root)
    if name == CONTENT_TYPES or source_of(name) is not None:
        yield from _elements(package, name, root, survey(root, markup.ignorable, names_of()))
        return
    if package.strict:
        return
    wanted = ROOTS.get(package.type_of(name) or "")
    if wanted is not None and root.tag != tag(wanted):
        yield found("package-wrong-root", 0, found=short(root.tag), wanted=wanted)
        return
    for rule in ROOT_RULES.get(root.tag, ()):
        yield from rule(root)
    if root.tag in PACKAGE_RULES:
        yield from PACKAGE_RULES[root.tag](package, name, root)
    if root.tag.startswith(CORE):
        yield from _elements(package, name, root, survey(root, markup.ignorable, names_of()))


def _elements(package: Package, name: str, root: Element, ground: Ground) -> Findings:
    """The rules over single elements, in one walk."""
    table = models()
    known = {link.id: link for link in package.relationships.get(name, ())}
    sound: set[tuple[object, ...]] = set()
    yield from _element(root, table.get(">" + root.tag), ground)
    for element in root.iter():
        kind = element.tag
        if kind in _VISITED or (element.attrib and any(key.startswith(REFERENCE) for key in element.attrib)):
            yield from check_references(element, known)
        model = table.get(kind)
        if model is None and _is_unknown(kind, ground):
            yield found("package-unknown-element", element, element=short(kind))
        if element in ground.foreign:
            continue
        if element.text or element.tail:
            yield from check_stray_text(element)
        if model is None or is_plain(element, model):
            pass
        elif len(element):
            yield from _element(element, model, ground)
        elif (look := (kind, *element.attrib.items())) not in sound:
            problems = list(_element(element, model, ground))
            yield from problems
            if not problems and len(sound) < MOST_LOOKS:
                sound.add(look)
        if kind == _TEXT:
            yield from check_text(element)
        elif kind == _GUIDE:
            yield from check_guide(element)
        elif kind == _TABLE:
            yield from check_table(element, package.table_styles)
        elif kind.endswith("Chart"):
            for series in element.iterfind(_SERIES):
                yield from _element(series, table.get(f"{kind}>{_SERIES}"), ground)


def _is_unknown(kind: str, ground: Ground) -> bool:
    """Whether a namespace has no such element."""
    if kind.startswith(_P14):
        return kind.rpartition("}")[2] not in P14_ELEMENTS
    return kind.startswith(CORE) and kind not in ground.names


def _element(element: Element, model: Model | None, ground: Ground) -> Findings:
    if model is None:
        return
    if not model.anything and (len(element) or model.needs):
        yield from check_children(element, model, ground)
    if element.attrib or required(element, model):
        yield from check_attributes(element, model, ground)
