"""Names of elements and attributes as lxml has them."""

from functools import cache

from deckmotor.ooxml.names import CHART, DRAWING, POWERPOINT_2010, PRESENTATION, RELATIONS

COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
SPACES = {"a": DRAWING, "p": PRESENTATION, "c": CHART, "r": RELATIONS, "p14": POWERPOINT_2010}


@cache
def q(name: str) -> str:
    """`a:t` as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"
