"""Rules on text: where there may be some, and characters that PowerPoint can't show."""

import re
from xml.etree.ElementTree import Element

from deckmotor.linter.found import Findings, found
from deckmotor.linter.names import CORE, short, tag

_ESCAPE = re.compile(r"_x00(?!09|0A|0B|0D)[01][0-9A-F]_", re.IGNORECASE)

_HEADERS = "c:oddHeader c:oddFooter c:evenHeader c:evenFooter c:firstHeader c:firstFooter"
_PROPERTIES = "cp:category cp:contentStatus cp:contentType cp:keywords cp:lastModifiedBy cp:lastPrinted cp:revision cp:version"
_OTHERS = "a:t a:tableStyleId p:text p:attrName c:f c:v c:formatCode c:name c:separator cs:lineWidthScale m:t"
_WITH_TEXT = frozenset(map(tag, f"{_OTHERS} {_HEADERS} {_PROPERTIES}".split()))
"""Elements whose content is text (ECMA-376 part 1, annex A)."""


def check_text(element: Element) -> Findings:
    """One `a:t`. Tab, line break and vertical tab are what PowerPoint itself writes so."""
    match = _ESCAPE.search(element.text or "")
    if match:
        yield found("package-escaped-control", element, value=match[0])


def check_stray_text(element: Element) -> Findings:
    """Letters between elements, where there may only be elements: right inside this one, or right after it."""
    text = element.text
    if text and not text.isspace() and element.tag not in _WITH_TEXT and element.tag.startswith(CORE):
        yield found("package-stray-text", element, text=text.strip()[:40], element=short(element.tag))
    tail = element.tail
    if tail and not tail.isspace():
        yield found("package-stray-text", element, text=tail.strip()[:40], element=f"after {short(element.tag)}")
