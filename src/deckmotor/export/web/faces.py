"""The fonts of a document: of each face that is used, the glyphs of the characters that it draws."""

import re
from base64 import b64encode
from collections.abc import Callable, Collection, Iterator, Mapping
from html import unescape

from deckmotor.scene.text import COLOURED, KEY
from deckmotor.style import TextStyle

SUFFIXES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}

EMOJI = "emoji in colour"
"""What the family of emoji is called in a document."""

COLOURED_FILE = "coloured-emoji"
"""What the file is asked for by that has them on the machine where the document is made; it is empty where none has."""

OF_SYSTEMS = ("Segoe UI Emoji", "Apple Color Emoji")
"""Fonts of coloured pictures that systems bring."""

WAYS = {"CBDT": "color-CBDT", "sbix": "color-sbix"}
"""Tables of fonts that hold pictures, by what CSS calls them (Fonts 4, 11.1)."""

OF_KEYS = "0123456789#*"
"""What may stand in the frame of a key."""

JOINED = f"\u200d\ufe0f{KEY}"
"""What joins signs to one picture: the zero-width joiner, the selector of coloured pictures, the frame of keys."""

MATHS = "Latin Modern Math"
"""The font of formulas. It travels with us: browsers place fractions, roots and brackets by what a font says of them."""

ENDINGS = {MATHS: "otf"}
"""Of the font files, where they are no `ttf`."""

_TAG = re.compile("<[^>]*>")

_ITALICS = (("AZ", 0x1D434), ("az", 0x1D44E), ("ΑΩ", 0x1D6E2), ("αω", 0x1D6FC))
"""Alphabets, each from its first letter to its last, and where it begins among the italic letters of formulas (Unicode 15.1,
22.2). A browser takes these for single letters by itself (MathML Core, 4.2)."""

_ITALIC = {"h": "ℎ", **dict(zip("ϵϑϰϕϱϖ", "𝜖𝜗𝜘𝜙𝜚𝜛", strict=True))}
"""Those that stand elsewhere."""

Face = tuple[str, bool, bool]
"""A family, and whether it is bold and italic."""


class Faces:
    """The faces that text is drawn with, and the characters drawn so far. `read` gives the bytes of a font file by its name.

    Where `address` says under which address the files are served, they are named; else what is used of them is in the document.
    `emoji` are drawn in a font of coloured ones that this machine has; where it has none, or the browser can't draw it, in one
    of the reader's machine, and as outlines where there is none either. With `own` the face that stands for a family that text
    names goes by this name: programs that see no font in a document have that family, or know what stands for it.
    """

    def __init__(
        self,
        families: Mapping[str, tuple[str, ...]],
        read: Callable[[str], bytes],
        address: str = "",
        emoji: frozenset[str] = frozenset(),
        *,
        own: bool = False,
    ) -> None:
        self._families = families
        self._read = read
        self._address = address
        self._emoji = emoji
        self._own = own
        self._named: dict[str, str] = {}
        self._used: dict[Face, set[str]] = {}

    def names(self, style: TextStyle, text: str) -> str:
        """The families that draw a text, as CSS takes them."""
        families = self._families.get(style.family, (style.family,))
        if self._own:
            self._named[style.family] = families[0]
            families = (style.family, *families[1:])
        if self._emoji and not self._emoji.isdisjoint(text):
            families = (families[0], EMOJI, *families[1:])
        for family in families:
            self._used.setdefault((family, style.bold, style.italic), set()).update(text)
        return ", ".join(f'"{family}"' for family in families)

    def maths(self, notation: str) -> None:
        """A formula (MathML) is drawn."""
        text = unescape(_TAG.sub("", notation)) + ("√" if "<msqrt>" in notation or "<mroot>" in notation else "")
        self._used.setdefault((MATHS, False, False), set()).update(text, *map(_italic, text))

    def take(self, other: "Faces") -> None:
        """What is drawn of a part of the document, too."""
        for face, characters in other._used.items():
            self._used.setdefault(face, set()).update(characters)

    def rules(self) -> Iterator[str]:
        """A rule for each face whose file travels with us; others are those of the machine."""
        pictured = [characters for (family, *_), characters in self._used.items() if family == EMOJI]
        if pictured:
            yield self._coloured(frozenset().union(*pictured))
        if (MATHS, False, False) in self._used:
            yield f'math{{font-family:"{MATHS}","Cambria Math","STIX Two Math",math,serif;font-weight:400;font-style:normal}}'
        for (family, bold, italic), characters in sorted(self._used.items()):
            source = self._source(self._named.get(family, family), bold, italic, characters)
            if source:
                weight, slant = 700 if bold else 400, "italic" if italic else "normal"
                yield f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{slant};src:url({source})}}'

    def _coloured(self, characters: frozenset[str]) -> str:
        """The rule of emoji, with what joins them to one picture. The face is of all weights and slants: pictures have none."""
        signs = characters & (self._emoji | set(JOINED) | (set(OF_KEYS) if KEY in characters else set()))
        places = [*self._pictures(signs), *(f'local("{name}")' for name in (*COLOURED, *OF_SYSTEMS))]
        joined = ",".join(f"U+{ord(sign):X}" for sign in sorted(signs | set(JOINED)))
        looks = "font-weight:1 1000;font-style:oblique 0deg 20deg"
        return f'@font-face{{font-family:"{EMOJI}";{looks};src:{",".join(places)};unicode-range:{joined}}}'

    def _pictures(self, signs: frozenset[str]) -> Iterator[str]:
        """The pictures of signs, where this machine has a font of them, with how they are made: not all browsers draw all."""
        data = _subset(self._read(COLOURED_FILE), signs)
        if data and (way := _way(data)):
            yield f"url(data:font/ttf;base64,{b64encode(data).decode()}) tech({way})"

    def _source(self, family: str, bold: bool, italic: bool, characters: set[str]) -> str:
        """Where the face is: in these very words, or at an address. Nowhere where no file has any of the characters."""
        for suffix in dict.fromkeys((SUFFIXES[bold, italic], "Regular")):
            ending = ENDINGS.get(family, "ttf")
            name = f"{family.replace(' ', '')}-{suffix}.{ending}"
            try:
                file = self._read(name)
            except FileNotFoundError:
                continue
            if self._address:
                return f"{self._address}{name}"
            data = _small(file, characters) if family == MATHS else _subset(file, characters)
            return f"data:font/{ending};base64,{b64encode(data).decode()}" if data else ""
        return ""


def _italic(character: str) -> str:
    """What a single letter of a formula is drawn as."""
    if character in _ITALIC:
        return _ITALIC[character]
    return next((chr(begin + ord(character) - ord(ends[0])) for ends, begin in _ITALICS if ends[0] <= character <= ends[1]), "")


def _way(font: bytes) -> str:
    """How a font draws coloured pictures, as CSS calls it; empty where it has none."""
    import uharfbuzz

    face = uharfbuzz.Face(font)
    if version := face.reference_table("COLR").data[:2]:
        return f"color-COLRv{version[1]}"
    return next((way for table, way in WAYS.items() if table in face.table_tags), "")


def _subset(file: bytes, characters: Collection[str], script: str = "", feature: str = "") -> bytes:
    """A font with those of the characters that it has; nothing where it has none. It keeps what else is asked for."""
    import uharfbuzz

    face = uharfbuzz.Face(file)
    drawn = {ord(character) for character in characters} & set(face.unicodes)
    asked = uharfbuzz.SubsetInput()
    asked.unicode_set.update(drawn)
    asked.flags = uharfbuzz.SubsetFlags.NO_HINTING
    if script:
        asked.layout_script_tag_set.clear()
        asked.layout_script_tag_set.add(_tag(script))
        asked.layout_feature_tag_set.add(_tag(feature))
    return bytes(uharfbuzz.subset(face, asked).blob.data) if drawn else b""


def _tag(name: str) -> int:
    return int.from_bytes(name.encode(), "big")


def _small(file: bytes, characters: Collection[str]) -> bytes:
    """The font of formulas, with the broader glyphs that it has for indices. It has them for the script of formulas, which
    Chromium does not know: they are for all scripts here (ISO 14496-22, 6.2: `DFLT`).
    """
    font = _subset(file, characters, "math", "ssty")
    for entry in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16):
        if font[entry : entry + 4] == b"GSUB":
            begin, length = (int.from_bytes(font[entry + at : entry + at + 4], "big") for at in (8, 12))
            return b"".join([font[:begin], font[begin : begin + length].replace(b"math", b"DFLT"), font[begin + length :]])
    return font
