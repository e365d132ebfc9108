"""Rules on text: characters that PowerPoint can't show."""

import re
from xml.etree.ElementTree import Element

from deckmotor.check.package.found import Findings, found

_ESCAPE = re.compile(r"_x00(?!09|0A|0B|0D)[01][0-9A-F]_", re.IGNORECASE)


def check_text(element: Element) -> Findings:
    """One `a:t`. Tab, line break and vertical tab are what PowerPoint itself writes so."""
    match = _ESCAPE.search(element.text or "")
    if match:
        yield found("package-escaped-control", element, value=match[0])
