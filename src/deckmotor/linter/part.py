"""All rules over one part of XML."""

from collections.abc import Callable
from operator import attrgetter
from xml.etree.ElementTree import Element

from deckmotor.linter.charts import check_chart
from deckmotor.linter.comments import check_authors, check_modern_comments
from deckmotor.linter.compatibility import check_alternatives, read_markup
from deckmotor.linter.elements import REFERENCE, check_attributes, check_children, check_values, required
from deckmotor.linter.found import Findings, Found, found
from deckmotor.linter.grammar.read import SETS, Model, models, names_of
from deckmotor.linter.ground import Ground, survey
from deckmotor.linter.guides import check_guide
from deckmotor.linter.names import CORE, NAMESPACES, P14_ELEMENTS, ROOTS, short, tag
from deckmotor.linter.parts import CONTENT_TYPES, Package, Relationship, source_of
from deckmotor.linter.properties import check_core, check_custom
from deckmotor.linter.relationships import CLICKS, NEEDED, check_references
from deckmotor.linter.sections import check_sections
from deckmotor.linter.shapes import KINDS, check_shapes
from deckmotor.linter.sound import Sound
from deckmotor.linter.strict import transitional
from deckmotor.linter.tables import check_table
from deckmotor.linter.text import check_stray_text, check_text
from deckmotor.linter.timing import check_timing

_P14 = "{" + NAMESPACES["p14"] + "}"
_TABLE = tag("a:tbl")
_TEXT = tag("a:t")
_SERIES = tag("c:ser")
_GUIDE = tag("a:gd")
_VISITED = NEEDED.keys() | CLICKS

_PLOTS = frozenset(map(tag, SETS["%plots"].split()))
_DEEP = frozenset((_TABLE, _GUIDE, *_PLOTS))
"""Elements that have rules beyond those of all."""

LONGEST_SHAPE = 200
"""Children of an element whose shape is kept in mind."""

_tag_of = attrgetter("tag")

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


def check_part(package: Package, name: str, data: bytes, root: Element, sound: Sound) -> Findings:
    """All that is wrong with one part; `root` is the tree of its `data`."""
    markup = read_markup(transitional(data))
    yield from markup.problems
    yield from check_alternatives(root)
    if name == CONTENT_TYPES or source_of(name) is not None:
        yield from _elements(package, name, root, survey(root, markup.ignorable, names_of()), sound)
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
        yield from _elements(package, name, root, survey(root, markup.ignorable, names_of()), sound)


def _elements(package: Package, name: str, root: Element, ground: Ground, sound: Sound) -> Findings:
    """The rules over single elements, in one walk."""
    table = models()
    known = {link.id: link for link in package.relationships.get(name, ())}
    yield from _element(root, table.get(">" + root.tag), ground)
    for element in root.iter():
        kind = element.tag
        look = (kind, *element.items(), *map(_tag_of, element[:])) if len(element) else (kind, *element.items())
        if look not in sound.looks:
            shape = (kind, *element.keys(), *map(_tag_of, element[:]))
            problems: list[Found] = []
            if shape not in sound.shapes:
                problems += _rules(element, table, known, package, ground)
                if not problems and _is_all_known(element, table.get(kind), ground):
                    sound.add_shape(shape)
            elif (model := table.get(kind)) is not None and element not in ground.foreign:
                problems += check_values(element, model)
            if not problems and shape in sound.shapes and element not in ground.foreign:
                sound.add_look(look, sum(map(len, element.attrib.values())))
            yield from problems
        if (element.text or element.tail) and element not in ground.foreign:
            yield from check_stray_text(element)
            if kind == _TEXT:
                yield from check_text(element)


def _rules(
    element: Element, table: dict[str, Model], known: dict[str, Relationship], package: Package, ground: Ground
) -> Findings:
    """The rules over one element: all but those about its text."""
    kind = element.tag
    if _refers(element):
        yield from check_references(element, known)
    model = table.get(kind)
    if model is None and _is_unknown(kind, ground):
        yield found("package-unknown-element", element, element=short(kind))
    if element in ground.foreign:
        return
    yield from _element(element, model, ground)
    if kind == _GUIDE:
        yield from check_guide(element)
    elif kind == _TABLE:
        yield from check_table(element, package.table_styles)
    elif kind in _PLOTS:
        for series in element.iterfind(_SERIES):
            yield from _element(series, table.get(f"{kind}>{_SERIES}"), ground)


def _refers(element: Element) -> bool:
    """Whether it names relationships, or has to."""
    return element.tag in _VISITED or any(key.startswith(REFERENCE) for key in element.attrib)


def _is_all_known(element: Element, model: Model | None, ground: Ground) -> bool:
    """Whether the rules go by its shape and by the values of its attributes, and by nothing else."""
    if element in ground.foreign or _refers(element) or element.tag in _DEEP or len(element) > LONGEST_SHAPE:
        return False
    return model is None or (
        model.attributes.keys() >= element.attrib.keys()
        and (model.anything or all(child.tag in model.places for child in element[:]))
    )


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
