"""Rules on single elements: order and number of children, and what attributes hold, from the grammar."""

import re
from xml.etree.ElementTree import Element

from deckmotor.linter.found import Findings, Found, found
from deckmotor.linter.grammar.read import Attribute, Model, Slot
from deckmotor.linter.ground import Ground, namespace_of
from deckmotor.linter.names import (
    CORE,
    MC_ATTRIBUTES,
    NAMESPACES,
    P14_ATTRIBUTES,
    REFERENCES,
    is_understood,
    short,
    tag,
)

REFERENCE = "{" + NAMESPACES["r"] + "}"
_P14 = "{" + NAMESPACES["p14"] + "}"
_MC = "{" + NAMESPACES["mc"] + "}"
_FREE = ("{http://www.w3.org/", "{" + NAMESPACES["xsi"] + "}")
_ALLOWED = {(tag(key), tag(name)) for key, names in REFERENCES.items() for name in names.split()}
_EXTENT, _TINT, _FONT = map(tag, ("a:ext", "a:tint", "a:font"))

_ALTERNATIVES = tag("mc:AlternateContent")
_CHOICE = tag("mc:Choice")

MISSING: dict[tuple[str, str], str] = {
    ("a:txBody", "a:p"): "package-cell-without-paragraph",
    ("p:txBody", "a:p"): "package-text-without-paragraph",
    ("c:rich", "a:p"): "package-text-without-paragraph",
    ("c:txPr", "a:p"): "package-text-without-paragraph",
    ("a:fillStyleLst", "a:noFill"): "package-theme-formats",
    ("a:bgFillStyleLst", "a:noFill"): "package-theme-formats",
    ("a:lnStyleLst", "a:ln"): "package-theme-formats",
    ("a:effectStyleLst", "a:effectStyle"): "package-theme-formats",
}
"""Missing children that have a rule of their own, by parent and child."""

LOOSE = frozenset((("c:dLbls", "c:dLbl"), ("c:dLbl", "c:tx")))
"""Parents and children whose order PowerPoint does not mind: LibreOffice writes them late."""

VALUES: dict[tuple[str, str], str] = {
    ("a:ext", "cx"): "package-negative-size",
    ("a:ext", "cy"): "package-negative-size",
    ("p:sldId", "id"): "package-slide-id-range",
    ("p:sldLayoutId", "id"): "package-layout-id-range",
    ("p:sldMasterId", "id"): "package-layout-id-range",
    ("p:sldSz", "cx"): "package-slide-size",
    ("p:sldSz", "cy"): "package-slide-size",
    ("p:cNvPr", "id"): "package-shape-id-range",
}
"""Numbers out of range that have a rule of their own, by element and attribute."""

NEGATIVE = frozenset(("package-negative-size",))
"""Rules of `VALUES` that speak of negative numbers only."""

_PERCENT = re.compile(r"-?[0-9]+(\.[0-9]+)?%")
"""How later versions of the standard write percentages (ECMA-376 part 1, §22.9.2.9); Office reads both."""

_WHOLE = re.compile(r"[+-]?[0-9]{1,19}")
_DECIMAL = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_MEASURE = re.compile(r"-?[0-9]+(\.[0-9]+)?(mm|cm|in|pt|pc|pi)")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_GUID = re.compile(r"\{[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\}")
_YES_NO = frozenset(("0", "1", "true", "false"))
_SPECIAL = frozenset(("INF", "-INF", "NaN"))


def is_guid(text: str) -> bool:
    """Whether a text has the form `{01234567-89AB-CDEF-0123-456789ABCDEF}`."""
    return _GUID.fullmatch(text) is not None


def check_children(element: Element, model: Model, ground: Ground) -> Findings:
    """The children of an element against its model."""
    counts = [0] * len(model.slots)
    at = 0
    before = element
    for child in _chosen(element):
        place = model.places.get(child.tag)
        if place is None:
            yield from _stranger(element, child, model, ground)
            continue
        counts[place] += 1
        slot = model.slots[place]
        if place < at:
            parent, name = short(element.tag), short(child.tag)
            code = "package-loose-order" if (parent, name) in LOOSE else "package-wrong-order"
            yield found(code, child, child=name, before=short(before.tag), parent=parent)
        elif counts[place] == slot.most + 1:
            yield found("package-repeated-element", child, child=short(child.tag), parent=short(element.tag), most=slot.most)
        else:
            at, before = place, child
    for slot, count in zip(model.slots, counts, strict=True):
        if count < slot.least:
            yield _missing(element, slot)


def _stranger(element: Element, child: Element, model: Model, ground: Ground) -> Findings:
    """A child that an element does not know. What no element knows is told where it stands."""
    if child.tag.startswith(CORE):
        if child.tag in ground.names:
            known = ", ".join(name for slot in model.slots for name in slot.names)
            parent, known = short(element.tag), known or "nothing"
            yield found("package-unexpected-element", child, child=short(child.tag), parent=parent, known=known)
    elif child.tag.startswith(_MC):
        yield found(
            "package-unexpected-element", child, child=short(child.tag), parent=short(element.tag), known="nothing of it"
        )
    elif child not in ground.chosen and namespace_of(child.tag) not in ground.ignorable:
        yield found("package-foreign-element", child, child=short(child.tag), parent=short(element.tag))


def _chosen(element: Element) -> list[Element]:
    """The children, and in the place of alternatives those of the first choice, in which there may be alternatives again."""
    if not any(child.tag == _ALTERNATIVES for child in element):
        return list(element)
    children: list[Element] = []
    for child in element:
        if child.tag == _ALTERNATIVES:
            choice = child.find(_CHOICE)
            children.extend(_chosen(choice) if choice is not None else ())
        else:
            children.append(child)
    return children


def _missing(element: Element, slot: Slot) -> Found:
    parent = short(element.tag)
    code = MISSING.get((parent, slot.names[0]), "package-missing-element")
    child = "` or `".join(slot.names[:4]) + ("` or `…" if len(slot.names) > 4 else "")
    return found(code, element, parent=parent, child=child)


def check_attributes(element: Element, model: Model, ground: Ground) -> Findings:
    """The attributes of an element against its model; those of other namespaces are their owners' business."""
    for name in element.attrib:
        if name not in model.attributes and (not name.startswith("{") or _is_unknown(element.tag, name, ground)):
            known = ", ".join(model.attributes) or "none"
            yield found("package-unknown-attribute", element, element=short(element.tag), attribute=short(name), known=known)
    yield from check_values(element, model)
    for name in required(element, model):
        if name not in element.attrib:
            yield found("package-missing-attribute", element, element=short(element.tag), attribute=name)


def check_values(element: Element, model: Model) -> Findings:
    """What the attributes of an element hold."""
    for name, value in element.items():
        attribute = model.attributes.get(name)
        if attribute is not None and attribute.kind and (code := _fault(attribute, value)):
            yield _value(element, name, value, attribute, code)


def required(element: Element, model: Model) -> tuple[str, ...]:
    """The attributes that must be there. Three names stand for two elements each, told apart by what else they have."""
    if element.tag == _EXTENT:  # An extension, or a size.
        return ("uri",) if len(element) or "uri" in element.attrib else ("cx", "cy")
    if element.tag == _TINT:  # A change of a colour, or an effect.
        return () if "hue" in element.attrib or "amt" in element.attrib else ("val",)
    if element.tag == _FONT:  # The font of a script, or that of cells.
        return () if len(element) else ("script", "typeface")
    return model.required


def _is_unknown(element: str, name: str, ground: Ground) -> bool:
    """Whether an attribute with a prefix is none that its namespace has for this element."""
    if name.startswith(REFERENCE):
        return (name, element) not in _ALLOWED
    local = name.rpartition("}")[2]
    if name.startswith(_P14):
        return local not in P14_ATTRIBUTES
    if name.startswith(_MC):
        return local not in MC_ATTRIBUTES
    if name.startswith(CORE):
        return True
    namespace = namespace_of(name)
    return not (name.startswith(_FREE) or is_understood(namespace) or namespace in ground.ignorable)


def _fault(attribute: Attribute, value: str) -> str:
    """The code of what is wrong with a value; empty where nothing is."""
    match attribute.kind:
        case "whole" | "count":
            return _number_fault(attribute, value)
        case "length":
            return "" if _MEASURE.fullmatch(value) else _number_fault(attribute, value)
        case "time":
            return "" if value == "indefinite" else _number_fault(attribute, value)
        case "yes":
            return "" if value in _YES_NO else "package-bad-yes-no"
        case "choice":
            return "" if value in attribute.words else "package-bad-choice"
        case "hex":
            return "" if _HEX.fullmatch(value) else "package-bad-colour"
        case "guid":
            return "" if is_guid(value) else "package-bad-guid"
        case _:
            return "" if value in _SPECIAL or _DECIMAL.fullmatch(value.strip()) else "package-not-a-number"


def _number_fault(attribute: Attribute, value: str) -> str:
    text = value.strip()
    if attribute.percent and _PERCENT.fullmatch(text):
        return ""
    if not _WHOLE.fullmatch(text):
        return "package-fractional-number" if _DECIMAL.fullmatch(text) else "package-not-a-number"
    number = int(text)
    low, high = attribute.low, attribute.high
    inside = (low is None or number >= low) and (high is None or number <= high)
    return "" if inside else "package-number-range"


def _value(element: Element, name: str, value: str, attribute: Attribute, code: str) -> Found:
    tag_name = short(element.tag)
    special = VALUES.get((tag_name, name))
    if code == "package-number-range" and special and (value.startswith("-") or special not in NEGATIVE):
        code = special
    wanted = f"{attribute.low} to {attribute.high}" if attribute.high is not None else f"{attribute.low} or more"
    known = ", ".join(sorted(attribute.words)[:40])
    return found(code, element, attribute=name, value=value, wanted=wanted, known=known)
