"""Rules on single elements: order and number of children, and what attributes hold, from the grammar."""

import re
from xml.etree.ElementTree import Element

from deckmotor.check.package.found import Findings, Found, found
from deckmotor.check.package.grammar.read import Attribute, Model, Slot
from deckmotor.check.package.names import NAMESPACES, short, tag

_CORE = tuple("{" + NAMESPACES[prefix] + "}" for prefix in "pac")
_EXTENT = tag("a:ext")
_SIZE = ("cx", "cy")
"""`a:ext` is two elements of one name: an extension with its `uri`, and a size."""

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

VALUES: dict[tuple[str, str], str] = {
    ("a:ext", "cx"): "package-negative-size",
    ("a:ext", "cy"): "package-negative-size",
    ("p:sldId", "id"): "package-slide-id-range",
    ("p:sldLayoutId", "id"): "package-layout-id-range",
    ("p:sldMasterId", "id"): "package-layout-id-range",
    ("p:sldSz", "cx"): "package-slide-size",
    ("p:sldSz", "cy"): "package-slide-size",
    ("p:cNvPr", "id"): "package-shape-id-range",
    ("c:axId", "val"): "package-chart-axis-id",
    ("c:crossAx", "val"): "package-chart-axis-id",
}
"""Numbers out of range that have a rule of their own, by element and attribute."""

NEGATIVE = frozenset(("package-negative-size", "package-chart-axis-id"))
"""Rules of `VALUES` that speak of negative numbers only."""

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


def check_children(element: Element, model: Model) -> Findings:
    """The children of an element against its model."""
    counts = [0] * len(model.slots)
    at = 0
    before = ""
    for child in _chosen(element):
        place = model.places.get(child.tag)
        if place is None:
            if child.tag.startswith(_CORE):
                known = ", ".join(name for slot in model.slots for name in slot.names)
                yield found(
                    "package-unexpected-element",
                    child,
                    child=short(child.tag),
                    parent=short(element.tag),
                    known=known or "nothing",
                )
            continue
        counts[place] += 1
        slot = model.slots[place]
        if place < at:
            yield found("package-wrong-order", child, child=short(child.tag), before=before, parent=short(element.tag))
        elif counts[place] == slot.most + 1:
            yield found("package-repeated-element", child, child=short(child.tag), parent=short(element.tag), most=slot.most)
        else:
            at, before = place, short(child.tag)
    for slot, count in zip(model.slots, counts, strict=True):
        if count < slot.least:
            yield _missing(element, slot)


def _chosen(element: Element) -> list[Element]:
    """The children, and in the place of alternatives those of the first choice."""
    if not any(child.tag == _ALTERNATIVES for child in element):
        return list(element)
    children: list[Element] = []
    for child in element:
        if child.tag == _ALTERNATIVES:
            choice = child.find(_CHOICE)
            children.extend(choice if choice is not None else ())
        else:
            children.append(child)
    return children


def _missing(element: Element, slot: Slot) -> Found:
    parent = short(element.tag)
    code = MISSING.get((parent, slot.names[0]), "package-missing-element")
    child = "` or `".join(slot.names[:4]) + ("` or `…" if len(slot.names) > 4 else "")
    return found(code, element, parent=parent, child=child)


def check_attributes(element: Element, model: Model) -> Findings:
    """The attributes of an element against its model; those of other namespaces are their owners' business."""
    for name, value in element.attrib.items():
        attribute = model.attributes.get(name)
        if attribute is None:
            if not name.startswith("{"):
                known = ", ".join(model.attributes) or "none"
                yield found("package-unknown-attribute", element, element=short(element.tag), attribute=name, known=known)
        elif attribute.kind:
            code = _fault(attribute, value)
            if code:
                yield _value(element, name, value, attribute, code)
    for name in _SIZE if element.tag == _EXTENT and "uri" not in element.attrib else model.required:
        if name not in element.attrib:
            yield found("package-missing-attribute", element, element=short(element.tag), attribute=name)


def _fault(attribute: Attribute, value: str) -> str:
    """The code of what is wrong with a value; empty where nothing is."""
    match attribute.kind:
        case "whole" | "count":
            return _number_fault(attribute, value)
        case "length":
            return "" if _MEASURE.fullmatch(value) else _number_fault(attribute, value)
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


def is_plain(element: Element, model: Model) -> bool:
    """Whether there is nothing to check: most elements have neither children nor attributes."""
    return not len(element) and not element.attrib and not model.needs and not model.required
