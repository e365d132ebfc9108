"""What a rule finds, before it is put in words."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct


class Found(Struct, frozen=True):
    """One problem in one part."""

    code: str
    values: dict[str, object]
    """What fills the braces of the rule's text."""
    element: Element | int | None = None
    """Where: an element of the part being read, or how many elements come before it."""
    part: str = ""
    """The part; empty for the one being read, or for the file as a whole."""
    line: int = 0
    column: int = 0


def found(code: str, element: Element | int | None = None, /, part: str = "", **values: object) -> Found:
    """A finding at an element."""
    return Found(code, values, element, part)


Findings = Iterator[Found]
