"""Accents that a font has no letter with: each is drawn alone, so that who reads the document finds it once.

Typst draws a letter and an accent that is raised over it as two texts, and says of each that it is both of them. Where
accents stand over letters is asked of HarfBuzz, as typst does.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from unicodedata import combining

from msgspec import Struct

from deckmotor.style import TextStyle

FIRST = "\u0300"
"""No character before it is an accent of its own."""

_ACCENTED = r"[^\W\d_][\u0300-\u036f]+"
"""A letter, and accents of its own on it (Unicode, block Combining Diacritical Marks)."""


class Accent(Struct, frozen=True):
    """An accent, and where it is drawn from: right and down of where the letter ends, over the font size."""

    text: str
    right: float
    down: float


Placed = tuple[str, tuple[Accent, ...]]
"""A letter, with the accents that the font has it with, and those on it that are drawn alone."""

Read = Callable[[str], bytes]
"""Gives a font by the name of its file (`Arimo-Bold.ttf`). Raises FileNotFoundError where there is none."""


class Accents:
    """Places of accents, by the fonts that `read` gives. `families` has for each family that text names those that draw it."""

    def __init__(self, read: Read, families: Mapping[str, tuple[str, ...]]) -> None:
        self._read = read
        self._families = families
        self._fonts: dict[str, Any] = {}
        self._known: dict[tuple[str, str], Placed] = {}

    def parted(self, text: str, style: TextStyle) -> Iterator[str | Accent]:
        """A text in a style, its accents apart that are glyphs of their own."""
        begin = 0
        if max(text, default="") >= FIRST:
            own, *lenders = self._files(style)
            for found in re.finditer(_ACCENTED, text):
                letter, accents = self._placed(found[0], own, tuple(lenders))
                if accents:
                    yield text[begin : found.start()] + letter
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

    def _placed(self, cluster: str, own: str, lenders: tuple[str, ...]) -> Placed:
        """A letter, and the accents on it that stand alone; none where the font has a letter with all, or none has them."""
        if (cluster, own) not in self._known:
            files = [file for file in (own, *lenders) if self._font(file) is not None]
            letter, rest = self._letter(cluster, own) if own in files else (cluster, "")
            found = (self._found(letter, rest, own, file) for file in files if rest)
            accents = next((accents for accents in found if accents is not None), ())
            self._known[cluster, own] = (letter, accents)
        return self._known[cluster, own]

    def _letter(self, cluster: str, own: str) -> tuple[str, str]:
        """A letter with the accents that a font has it with, and the others, in the order in which HarfBuzz takes them."""
        letter, rest = cluster[0], ""
        for accent in sorted(cluster[1:], key=combining):  # The canonical order (Unicode, 3.11): below before above.
            if len(self._shaped(letter + accent, own)) == 1:
                letter += accent
            else:
                rest += accent
        return letter, rest

    def _found(self, letter: str, rest: str, own: str, file: str) -> tuple[Accent, ...] | None:
        """Accents on a letter by those of one file; None where it lacks something."""
        base, *accents = self._shaped(letter + rest, file)
        if not all(glyph for glyph, *_ in (base, *accents)):
            return None
        if len(accents) != len(rest):
            return ()
        units = self._font(file).face.upem
        ((_, width, *_),) = self._shaped(letter, own)  # An accent that is lent stands over the middle of its letter too.
        at = (base[1] / units - width / self._font(own).face.upem) / 2 if file != own else 0.0
        made = []
        for text, (_, advance, right, up) in zip(rest, accents, strict=True):
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
