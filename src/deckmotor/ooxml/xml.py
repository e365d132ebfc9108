"""Writing XML as strings: escaping, and elements from attributes and children.

Strings, not an element tree: the same deck takes half the time, and the order of children is the order they are written in.
"""

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# XML 1.0, 2.2 Char: these characters can't stand in a document at all, not even as references. PowerPoint refuses the file.
_ILLEGAL = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
# Most text has none of these, which is seen without them; compiling each takes a millisecond.
_TEXT_SPECIAL = f"[&<>\r{_ILLEGAL}]"
_ATTRIBUTE_SPECIAL = f'[&<>"\t\n\r{_ILLEGAL}]'
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def _reference(match: re.Match[str]) -> str:
    return _REFERENCES.get(match.group(), "")


def escape(text: str) -> str:
    """Text as it stands between tags. Characters that XML forbids are dropped."""
    # What XML forbids is not printable; so are a few characters that it allows: two of them are common.
    plain = text.isprintable() or text.replace("\u00a0", "").replace("\n", "").isprintable()
    if plain and not ("&" in text or "<" in text or ">" in text):
        return text
    return re.sub(_TEXT_SPECIAL, _reference, text)


def attribute(text: str) -> str:
    """Text as it stands between the double quotes of an attribute. Characters that XML forbids are dropped."""
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text or '"' in text):
        return text
    return re.sub(_ATTRIBUTE_SPECIAL, _reference, text)


def element(name: str, attributes: "dict[str, str | int | None] | None" = None, *children: str) -> str:
    """An element. Attributes that are None are left out; children are XML already."""
    written = "".join(
        f' {key}="{attribute(value) if isinstance(value, str) else value}"'
        for key, value in (attributes or {}).items()
        if value is not None
    )
    inner = "".join(children)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def document(root: str) -> bytes:
    """The bytes of a part whose root element is `root`."""
    return (DECLARATION + root).encode()
