"""How HTML, SVG and CSS write text, lengths and colours."""

from deckmotor.color import Color
from deckmotor.scene.page import Link
from deckmotor.units import to_points

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

SAFE = ("https:", "http:", "mailto:", "tel:")
"""Addresses that a page may lead to; a script is none."""


def escaped(text: str) -> str:
    """Text as it stands in HTML, in attributes too."""
    return text.translate(_ESCAPES)


def number(value: float) -> str:
    """A number with as many digits as are seen, and no more."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def points(emu: int) -> str:
    """A length in points without its unit: that of all drawings, whose pages are as many points wide."""
    return number(to_points(emu))


def share(emu: int, width: int) -> str:
    """A length as a share of the page's width: pages are drawn at any size."""
    return f"{number(100 * emu / width)}cqw"


def color(value: Color) -> str:
    """A colour."""
    return f"#{value.rgb.lower()}"


def target(link: Link) -> str:
    """Where a link leads; nowhere where that is not safe."""
    if link.page is not None:
        return f"#{escaped(link.page)}"
    address = link.address or ""
    return escaped(address) if address.lower().startswith(SAFE) else ""
