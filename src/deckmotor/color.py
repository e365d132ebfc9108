"""Colours: sRGB values, the theme colours they come from, and contrast."""

from msgspec import Struct


class Color(Struct, frozen=True):
    """A colour that is known in full: what it looks like and, where it is one, which theme colour it is."""

    rgb: str
    """Six upper-case hexadecimal digits, no `#`."""
    scheme: str | None = None
    """Theme colour name in DrawingML (`tx1`, `bg1`, `accent1`, …), or None for a fixed colour."""


def luminance(rgb: str) -> float:
    """Relative luminance, 0 (black) to 1 (white): WCAG 2.1, definition of relative luminance."""
    parts = (int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio between two colours, 1 to 21: WCAG 2.1, definition of contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
