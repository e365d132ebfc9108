"""The Strict form of the file format (ISO/IEC 29500-1, annex A): the same elements in namespaces of other names.

What it leaves out of the form that PowerPoint writes by itself is nothing that the rules ask for.
"""

import re

_STRICT = rb"http://purl\.oclc\.org/ooxml/(\w+)/"
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_HYPHENATED = ((b"/extendedProperties", b"/extended-properties"), (b"/customProperties", b"/custom-properties"))
"""Last words of namespaces and types of relationships that have a hyphen in the other form."""


def is_strict(data: bytes) -> bool:
    """Whether a part is in the Strict form."""
    return b"http://purl.oclc.org/ooxml/" in data


def transitional(data: bytes) -> bytes:
    """A part with the names that the rules know."""
    if not is_strict(data):
        return data
    for old, new in _HYPHENATED:
        data = data.replace(old, new)
    return re.sub(_STRICT, _TRANSITIONAL, data)
