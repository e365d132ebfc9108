"""The fonts of a document: of each face that is used, the glyphs of the characters that it draws."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping

from deckmotor.style import TextStyle

SUFFIXES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}

Face = tuple[str, bool, bool]
"""A family, and whether it is bold and italic."""


class Faces:
    """The faces that text is drawn with, and the characters drawn so far. `read` gives the bytes of a font file by its name.

    Where `address` says under which address the files are served, they are named; else what is used of them is in the document.
    """

    def __init__(self, families: Mapping[str, tuple[str, ...]], read: Callable[[str], bytes], address: str = "") -> None:
        self._families = families
        self._read = read
        self._address = address
        self._used: dict[Face, set[str]] = {}

    def names(self, style: TextStyle, text: str) -> str:
        """The families that draw a text, as CSS takes them."""
        families = self._families.get(style.family, (style.family,))
        for family in families:
            self._used.setdefault((family, style.bold, style.italic), set()).update(text)
        return ", ".join(f'"{family}"' for family in families)

    def take(self, other: "Faces") -> None:
        """What is drawn of a part of the document, too."""
        for face, characters in other._used.items():
            self._used.setdefault(face, set()).update(characters)

    def rules(self) -> Iterator[str]:
        """A rule for each face whose file travels with us; others are those of the machine."""
        for (family, bold, italic), characters in sorted(self._used.items()):
            source = self._source(family, bold, italic, characters)
            if source:
                weight, slant = 700 if bold else 400, "italic" if italic else "normal"
                yield f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{slant};src:url({source})}}'

    def _source(self, family: str, bold: bool, italic: bool, characters: set[str]) -> str:
        """Where the face is: in these very words, or at an address. Nowhere where no file has any of the characters."""
        for suffix in dict.fromkeys((SUFFIXES[bold, italic], "Regular")):
            name = f"{family.replace(' ', '')}-{suffix}.ttf"
            try:
                file = self._read(name)
            except FileNotFoundError:
                continue
            if self._address:
                return f"{self._address}{name}"
            data = _subset(file, characters)
            return f"data:font/ttf;base64,{b64encode(data).decode()}" if data else ""
        return ""


def _subset(file: bytes, characters: set[str]) -> bytes:
    """A font with those of the characters that it has; nothing where it has none."""
    import uharfbuzz

    face = uharfbuzz.Face(file)
    drawn = {ord(character) for character in characters} & set(face.unicodes)
    asked = uharfbuzz.SubsetInput()
    asked.unicode_set.update(drawn)
    asked.flags = uharfbuzz.SubsetFlags.NO_HINTING
    return bytes(uharfbuzz.subset(face, asked).blob.data) if drawn else b""
