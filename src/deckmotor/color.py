"""Colours: sRGB values, the theme colours they come from, and contrast."""

from colorsys import hls_to_rgb, rgb_to_hls

from msgspec import Struct

READABLE = 4.5
"""Contrast of text with what it stands on, at least (WCAG 2.2, 1.4.3)."""


class Color(Struct, frozen=True):
    """A colour that is known in full: what it looks like and, where it is one, which theme colour it is."""

    rgb: str
    """Six upper-case hexadecimal digits, no `#`. What the colour looks like, after `lum_mod` and `lum_off`."""
    scheme: str | None = None
    """Theme colour name in DrawingML (`tx1`, `bg1`, `accent1`, …), or None for a fixed colour."""
    lum_mod: int = 100
    """Percent by which the theme colour's luminance is multiplied (`a:lumMod`, ECMA-376 part 1, 20.1.2.3.20)."""
    lum_off: int = 0
    """Percent that is then added to it (`a:lumOff`, 20.1.2.3.21)."""


def relit(color: Color, lum_mod: int = 100, lum_off: int = 0) -> Color:
    """A lighter or darker tone of a theme colour, which follows that colour when a theme is changed in PowerPoint."""
    hue, luminance, saturation = rgb_to_hls(*(part / 255 for part in _channels(color.rgb)))
    lit = min(1.0, max(0.0, luminance * lum_mod / 100 + lum_off / 100))
    rgb = "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, lit, saturation))
    return Color(rgb, color.scheme, lum_mod, lum_off)


def contrast(one: str, other: str) -> float:
    """Contrast ratio between two colours, 1 to 21: WCAG 2.1, definition of contrast ratio."""
    return apart(luminance(one), luminance(other))


def apart(one: float, other: float) -> float:
    """The same of two luminances."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def luminance(rgb: str) -> float:
    """Relative luminance, 0 (black) to 1 (white): WCAG 2.1, definition of relative luminance."""
    red, green, blue = (_linear(part / 255) for part in _channels(rgb))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def blended(over: str, under: str, opacity: float) -> str:
    """What a colour that lets some of another through looks like, as programs mix them: in sRGB. `opacity` is 0 to 1."""
    parts = zip(_channels(over), _channels(under), strict=True)
    return "".join(f"{round(one * opacity + other * (1 - opacity)):02X}" for one, other in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)


def _channels(rgb: str) -> tuple[int, int, int]:
    return int(rgb[0:2], 16), int(rgb[2:4], 16), int(rgb[4:6], 16)
