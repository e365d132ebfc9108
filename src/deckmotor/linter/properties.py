"""Rules on what a file says of itself: title, dates, properties of one's own (ECMA-376 part 2, §11)."""

import re
from xml.etree.ElementTree import Element

from deckmotor.linter.elements import is_guid
from deckmotor.linter.found import Findings, Found, found
from deckmotor.linter.names import CORE_PROPERTIES, NAMESPACES, short, tag
from deckmotor.linter.parts import Package

_DATES = frozenset(map(tag, ("dcterms:created", "dcterms:modified")))
_XSI_TYPE = "{" + NAMESPACES["xsi"] + "}type"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DATE = re.compile(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])"
    r"(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?)?)?"
)
"""W3CDTF, the profile of ISO 8601 that the standard asks for."""


def check_property_parts(package: Package) -> Findings:
    """A package has at most one relationship to core properties."""
    links = [link for link in package.relationships.get("", ()) if link.type == CORE_PROPERTIES]
    for link in links[1:]:
        yield Found("package-properties-twice", {}, link.index, link.home)


def check_core(root: Element) -> Findings:
    """The core properties."""
    seen: set[str] = set()
    for element in root:
        if element.tag in seen:
            yield found("package-properties-repeated", element, element=short(element.tag))
        seen.add(element.tag)
        if element.get(_LANG) is not None:
            yield found("package-properties-language", element, element=short(element.tag))
        if element.tag in _DATES:
            text = (element.text or "").strip()
            if not _DATE.fullmatch(text) or not element.get(_XSI_TYPE, "").endswith("W3CDTF"):
                yield found("package-properties-date", element, value=text)


def check_custom(root: Element) -> Findings:
    """The properties of one's own (ECMA-376 part 1, §22.3)."""
    numbers: set[str] = set()
    names: set[str] = set()
    for element in root.findall(tag("cust:property")):
        number, name = element.get("pid", ""), element.get("name", "")
        if number in numbers or number in ("", "0", "1"):
            yield found("package-custom-properties", element, reason=f"the property `{name}` has the number {number or 'none'}")
        elif name.lower() in names or not name:
            yield found("package-custom-properties", element, reason=f"there are two properties `{name}`")
        elif not is_guid(element.get("fmtid", "")):
            yield found("package-bad-guid", element, value=element.get("fmtid", ""))
        numbers.add(number)
        names.add(name.lower())
