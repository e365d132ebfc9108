"""The fonts of a document: of each face that is used, the glyphs of the characters that it draws."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping

from deckmotor.style import TextStyle

SUFFIXES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}

Face = tuple[str, bool, bool]
"""A family, and whether it is bold and italic."""


class Faces:
    """The faces that text is drawn with, and the characters drawn so far. `read` gives the bytes of a font file by its name."""

    def __init__(self, families: Mapping[str, tuple[str, ...]], read: Callable[[str], bytes]) -> None:
        self._families = families
        self._read = read
        self._used: dict[Face, set[str]] = {}

    def names(self, style: TextStyle, text: str) -> str:
        """The families that draw a text, as CSS takes them."""
        families = self._families.get(style.family, (style.family,))
        for family in families:
            self._used.setdefault((family, style.bold, style.italic), set()).update(text)
        return ", ".join(f'"{family}"' for family in families)

    def rules(self) -> Iterator[str]:
        """A rule for each face whose file travels with us; others are those of the machine."""
        for (family, bold, italic), characters in sorted(self._used.items()):
            data = self._subset(family, bold, italic, characters)
            if data:
                weight, slant = 700 if bold else 400, "italic" if italic else "normal"
                source = f"url(data:font/ttf;base64,{b64encode(data).decode()})"
                yield f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{slant};src:{source}}}'

    def _subset(self, family: str, bold: bool, italic: bool, characters: set[str]) -> bytes:
        """The face with those of the characters that it has; nothing where it has none."""
        import uharfbuzz

        wanted = (SUFFIXES[bold, italic], "Regular")
        for suffix in dict.fromkeys(wanted):
            try:
                face = uharfbuzz.Face(self._read(f"{family.replace(' ', '')}-{suffix}.ttf"))
            except FileNotFoundError:
                continue
            drawn = {ord(character) for character in characters} & set(face.unicodes)
            asked = uharfbuzz.SubsetInput()
            asked.unicode_set.update(drawn)
            asked.flags = uharfbuzz.SubsetFlags.NO_HINTING
            return bytes(uharfbuzz.subset(face, asked).blob.data) if drawn else b""
        return b""
