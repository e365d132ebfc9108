"""Accents that a font has no letter with: each is drawn alone, so that who reads the document finds it once.

Typst draws a letter and an accent that is raised over it as two texts, and says of each that it is both of them. Where
accents stand over letters is asked of HarfBuzz, as typst does.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from deckmotor.style import TextStyle

FIRST = "\u0300"
"""No character before it is an accent of its own."""

_ACCENTED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
"""A letter, and accents of its own on it (Unicode, block Combining Diacritical Marks)."""


class Accent(Struct, frozen=True):
    """An accent, and where it is drawn from: right and down of where the letter ends, over the font size."""

    text: str
    right: float
    down: float


Read = Callable[[str], bytes]
"""Gives a font by the name of its file (`Arimo-Bold.ttf`). Raises FileNotFoundError where there is none."""


class Accents:
    """Places of accents, by the fonts that `read` gives. `families` has for each family that text names those that draw it."""

    def __init__(self, read: Read, families: Mapping[str, tuple[str, ...]]) -> None:
        self._read = read
        self._families = families
        self._fonts: dict[str, Any] = {}
        self._known: dict[tuple[str, str], tuple[Accent, ...]] = {}

    def parted(self, text: str, style: TextStyle) -> Iterator[str | Accent]:
        """A text in a style, its accents apart that are glyphs of their own."""
        begin = 0
        if max(text, default="") >= FIRST:
            own, *lenders = self._files(style)
            for found in _ACCENTED.finditer(text):
                accents = self._placed(found[0], own, tuple(lenders))
                if accents:
                    yield text[begin : found.start() + 1]
                    yield from accents
                    begin = found.end()
        if begin < len(text) or not text:
            yield text[begin:]

    def _files(self, style: TextStyle) -> Iterator[str]:
        """The file of a style's font, and those that lend characters which it lacks."""
        face = ("Bold" if style.bold else "") + ("Italic" if style.italic else "") or "Regular"
        own, *lenders = self._families.get(style.family, (style.family,))
        yield f"{own.replace(' ', '')}-{face}.ttf"
        for lender in lenders:
            yield from (f"{lender.replace(' ', '')}-{one}.ttf" for one in dict.fromkeys((face, "Regular")))

    def _placed(self, cluster: str, own: str, lenders: tuple[str, ...]) -> tuple[Accent, ...]:
        """The accents on a letter; nothing where the font has a letter with them, or none has the accents."""
        if (cluster, own) not in self._known:
            files = [file for file in (own, *lenders) if self._font(file) is not None]
            found = (self._found(cluster, own, file) for file in files if own in files)
            self._known[cluster, own] = next((accents for accents in found if accents is not None), ())
        return self._known[cluster, own]

    def _found(self, cluster: str, own: str, file: str) -> tuple[Accent, ...] | None:
        """The same by the accents of one file; None where it lacks something."""
        letter, *accents = self._shaped(cluster, file)
        if not all(glyph for glyph, *_ in (letter, *accents)):
            return None
        if len(accents) != len(cluster) - 1:
            return ()
        units = self._font(file).face.upem
        ((_, width, *_),) = self._shaped(cluster[0], own)  # An accent that is lent stands over the middle of its letter too.
        at = (letter[1] / units - width / self._font(own).face.upem) / 2 if file != own else 0.0
        made = []
        for text, (_, advance, right, up) in zip(cluster[1:], accents, strict=True):
            ((_, _, own_right, own_up),) = self._shaped(text, file)
            made.append(Accent(text, at + (right - own_right) / units, (own_up - up) / units))
            at += advance / units
        return tuple(made)

    def _shaped(self, text: str, file: str) -> list[tuple[int, int, int, int]]:
        """Of each glyph of a text its number, its advance, and how far right and up it is moved; font units."""
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.script, buffer.direction = "Latn", "ltr"
        uharfbuzz.shape(self._font(file), buffer, {"liga": False, "clig": False})
        glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        return [(info.codepoint, place.x_advance, place.x_offset, place.y_offset) for info, place in glyphs]

    def _font(self, file: str) -> Any:
        """The font of a file; None where there is none."""
        import uharfbuzz  # Few documents have accents of their own.

        if file not in self._fonts:
            try:
                self._fonts[file] = uharfbuzz.Font(uharfbuzz.Face(self._read(file)))
            except FileNotFoundError:
                self._fonts[file] = None
        return self._fonts[file]
