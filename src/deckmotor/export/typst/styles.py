"""Short names for the styles, layouts and pictures of a document, each written once in its preamble."""

from collections.abc import Mapping

from deckmotor.export.typst.accents import Accents, Read
from deckmotor.export.typst.words import color, language, length, literal
from deckmotor.scene.page import Media
from deckmotor.scene.text import COLOURED, KEY, OUTLINED
from deckmotor.style import TextStyle
from deckmotor.units import points

SCRIPT = 2 / 3
"""Size of superscripts and subscripts over the text's, as they were measured."""

FULL = 100_000
"""Shifts and crops are thousandths of a percent (ECMA-376 part 1, 20.1.2.3.9 `baseline`, 20.1.8.55)."""

Crop = tuple[int, int, int, int]
"""What is cut off left, top, right and bottom."""

KERNED_FROM = points(12)
"""Font size from which text was measured with kerning, because PowerPoint kerns from there."""


PICTURED = (*COLOURED, OUTLINED)
"""The families that may draw emoji, the first that there is of them."""

KEYED = f"([0-9#*]\ufe0f?{KEY})"
"""A digit in the frame of a key."""

FRAMED = f"({', '.join(map(literal, PICTURED))})"
"""The same for what `KEYED` finds: the font of the text has the digit, and not the frame."""


class Styles:
    """Names given to what is used, in the order in which it is first used; `lines` defines them."""

    def __init__(
        self, families: Mapping[str, tuple[str, ...]], emoji: frozenset[str] = frozenset(), read: Read | None = None
    ) -> None:
        self._families = families
        self.accents = Accents(read, families) if read is not None else None
        """What parts texts, where that is asked for."""
        self._emoji = f"[{''.join(sorted(emoji))}]" if emoji else ""
        self._texts: dict[tuple[TextStyle, str], str] = {}
        self._known: dict[tuple[int, str], str] = {}
        self._kept: list[TextStyle] = []
        """An identity is only good as long as its object lives."""
        self.lines: list[str] = []
        self.has_maths = False
        """Whether a formula stands in a line of text."""

    def text(self, style: TextStyle, tag: str) -> str:
        """The function that draws text in a style and language (BCP 47), without underline."""
        # Most runs share their style object, and looking up its identity is ten times as fast as comparing it.
        name = self._known.get((id(style), tag))
        if name is None:
            name = self._texts.get((style, tag))
            if name is None:
                name = self._texts[style, tag] = f"s{len(self._texts)}"
                self.lines.append(f"#let {name} = text.with({', '.join(self._settings(style, tag))})")
            self._known[id(style), tag] = name
            self._kept.append(style)
        return name

    def _settings(self, style: TextStyle, tag: str) -> list[str]:
        size = round(style.size * SCRIPT) if style.baseline else style.size
        settings = [
            f"font: {self.font(style.family)}",
            f"size: {length(size)}",
            f'weight: "{"bold" if style.bold else "regular"}"',
            f'style: "{"italic" if style.italic else "normal"}"',
            f"fill: {color(style.color)}",
            *language(tag),
        ]
        if style.size < KERNED_FROM:
            settings.append("kerning: false")
        if style.tracking:
            settings.append(f"tracking: {length(style.tracking)}")
        if style.baseline:
            settings.append(f"baseline: {length(-style.size * style.baseline // FULL)}")
        return settings

    def font(self, family: str) -> str:
        """The families that draw text in `family`, as typst takes them; emoji in one with coloured ones, else in outlines."""
        own, *others = map(literal, self._families.get(family, (family,)))
        coloured = [f"(name: {literal(name)}, covers: regex({literal(self._emoji)}))" for name in PICTURED if self._emoji]
        return f"({', '.join([own, *coloured, *others])},)"


class Pictures:
    """Names of the pictures that are used; `lines` defines them."""

    def __init__(self, media: Mapping[str, Media]) -> None:
        self._media = media
        self._names: dict[tuple[int, Crop, int], str] = {}
        self.lines: list[str] = []

    def name(self, key: str, crop: Crop, opacity: int = 100) -> str:
        """What a crop leaves of the picture with that key in the scene's media."""
        media = self._media[key]
        name = self._names.get((id(media), crop, opacity))
        if name is None:
            name = self._names[id(media), crop, opacity] = f"m{len(self._names)}"
            self.lines.append(f"#let {name} = bytes({literal(_svg(media, crop, opacity))})")
        return name


def _svg(media: Media, crop: Crop, opacity: int) -> str:
    """A picture inside an SVG: typst takes files as text only, and passes a JPEG in an SVG through as it is.

    The SVG is cropped, not what typst draws of it: the whole of a thin picture, as large as its crop needs it, has no end.
    """
    from base64 import b64encode  # Only where there are pictures.

    data, kind = b64encode(media.vector or media.data).decode(), "svg+xml" if media.vector else media.type
    size = f"width='{media.width}' height='{media.height}'"
    dimmed = f" opacity='{opacity / 100:g}'" if opacity != 100 else ""
    uri = f"data:image/{kind};base64,{data}"
    left, top, right, bottom = (cut / FULL for cut in crop)
    x, y = media.width * left, media.height * top
    width, height = media.width * (1 - left - right), media.height * (1 - top - bottom)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{width:.6g}' height='{height:.6g}' "
        f"viewBox='{x:.9g} {y:.9g} {width:.9g} {height:.9g}' preserveAspectRatio='none'>"
        f"<image {size}{dimmed} preserveAspectRatio='none' href='{uri}'/></svg>"
    )
