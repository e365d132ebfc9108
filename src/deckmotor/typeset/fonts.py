"""Typefaces as PowerPoint names them, and how wide text is in them.

The faces that presentations name (Arial, Calibri, Courier New) may not be shipped. Others with the same advance widths
may, and text is measured with those: facts.md 1.
"""

from collections.abc import Callable, Iterable, Mapping
from math import sqrt

from deckmotor.style import TextStyle
from deckmotor.typeset.face import Face
from deckmotor.units import EMU_PER_INCH
from deckmotor.workspace import read_package_file

FAMILIES: Mapping[str, str] = {
    "arial": "Arimo",
    "arimo": "Arimo",
    "helvetica": "Arimo",
    "helvetica neue": "Arimo",
    "liberation sans": "Arimo",
    "calibri": "Carlito",
    "carlito": "Carlito",
    "courier new": "Cousine",
    "courier": "Cousine",
    "cousine": "Cousine",
    "liberation mono": "Cousine",
}
"""Family as PowerPoint knows it, in lower case, to the family whose files have the same widths."""

FALLBACK_FAMILY = "Arimo"
"""What a family that can't be measured is measured with, made wider by `FALLBACK_FACTOR`."""

FALLBACK_FACTOR = 1.2
"""How much wider than Arial an unknown family is taken to be. Verdana, the widest that offices carry, is about 1.17."""

SCRIPT_SIZE = 2 / 3
"""Size of superscripts and subscripts over the text's. PowerPoint draws two thirds; LibreOffice 58 percent."""

PIXEL = EMU_PER_INCH / 600
HUNDREDTH = EMU_PER_INCH / 2540
"""LibreOffice rounds font sizes to 1/100 mm, then sizes and advances to 1/600 inch (facts.md 2, and measured since)."""

SCATTER = 2.25
"""How many standard deviations of the sum of a line's roundings are left free."""

LEAST_MARGIN = 0.0015
"""Part of a line that is always left free: how PowerPoint rounds is not known."""

_FACE_NAMES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}


class Fonts:
    """The measuring faces, each read when text is first measured in it, and the widths of the words measured so far.

    `read` gives the bytes of a font file by its name (`Arimo-Bold.ttf`). The result of a measurement depends only on
    those bytes: what is remembered makes it faster, never different.
    """

    def __init__(self, read: Callable[[str], bytes], families: Mapping[str, str] = FAMILIES) -> None:
        self._read = read
        self._families = families
        self._faces: dict[tuple[str, bool, bool], tuple[Face, float]] = {}
        self._files: dict[str, Face] = {}
        self._growth: dict[tuple[str, bool, bool, int], float] = {}

    def knows(self, family: str) -> bool:
        """Whether a family can be measured exactly; text in others is taken to be wider than it is."""
        return family.lower() in self._families

    def measuring_family(self, family: str) -> str:
        """The family whose files `family` is measured with, which is also the one to draw it with."""
        return self._families.get(family.lower(), FALLBACK_FAMILY)

    def face(self, style: TextStyle) -> tuple[Face, float]:
        """The face of a style, and the EMU that one font unit takes in it."""
        key = (style.family, style.bold, style.italic)
        known = self._faces.get(key)
        if known is None:
            known = self._faces[key] = self._load(*key)
        size = style.size * SCRIPT_SIZE if style.baseline else style.size
        return known[0], known[1] * size

    def width(self, text: str, style: TextStyle) -> int:
        """Width of text on one line, in EMU: kerned, without ligatures, tracking and all spaces included."""
        face, scale = self.face(style)
        return round(face.width(text) * scale) + style.tracking * len(text)

    def room(self, width: int, style: TextStyle) -> float:
        """The width, in EMU, that text may have by measure to be no wider than `width` wherever it is drawn.

        Of 2,640 random boxes LibreOffice drew none in more lines than this predicts, and 1.7 % in fewer. (With 0.5 % left
        free for all sizes, as in facts.md 2, it was none and 3.1 %.)
        """
        key = (style.family, style.bold, style.italic, style.size)
        growth = self._growth.get(key)
        if growth is None:
            pixels = round(round(style.size / HUNDREDTH) * HUNDREDTH / PIXEL)
            drawn = self.face(style)[0].growth(max(1, pixels)) * pixels * PIXEL / style.size
            growth = self._growth[key] = max(1.0, drawn)
        # A line has about as many characters as half ems fit into it. Each is rounded by up to half a pixel either way,
        # evenly spread: a standard deviation of a pixel over the root of 12.
        scatter = SCATTER * PIXEL * sqrt(max(0, 2 * width / style.size) / 12)
        return min(width / growth - scatter, width * (1 - LEAST_MARGIN))

    def missing(self, text: str, style: TextStyle) -> tuple[str, ...]:
        """The characters that the face lacks, each once, in order."""
        return self.face(style)[0].missing(text)

    def load(self, styles: Iterable[TextStyle]) -> None:
        """Read the faces of some styles now instead of when they are first measured."""
        for style in styles:
            self.face(style)

    def _load(self, family: str, bold: bool, italic: bool) -> tuple[Face, float]:
        name = f"{self.measuring_family(family)}-{_FACE_NAMES[bold, italic]}.ttf"
        face = self._files.get(name)
        if face is None:
            face = self._files[name] = Face(self._read(name))
        return face, (1 if self.knows(family) else FALLBACK_FACTOR) / face.units


def shipped_fonts() -> Fonts:
    """The fonts that travel with the package."""
    return Fonts(lambda name: read_package_file(f"fonts/{name}"))
