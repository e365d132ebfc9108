"""Typefaces as PowerPoint names them, and how wide text is in them.

The faces that presentations name (Arial, Calibri, Cambria, Courier New, Georgia) may not be shipped. Others with the same
advance widths may, and text is measured with those: facts.md 1.
"""

import re
from collections.abc import Callable, Mapping
from math import floor, sqrt
from unicodedata import category, east_asian_width

from deckmotor.style import ParagraphStyle, TextStyle
from deckmotor.typeset.breaks import may_be_elsewhere
from deckmotor.typeset.face import EMOJI, Face, FontFile, elsewhere
from deckmotor.units import EMU_PER_INCH, EMU_PER_POINT
from deckmotor.workspace import read_font

FAMILIES: Mapping[str, str] = {
    "arial": "Arimo",
    "arimo": "Arimo",
    "helvetica": "Arimo",
    "helvetica neue": "Arimo",
    "liberation sans": "Arimo",
    "caladea": "Caladea",
    "calibri": "Carlito",
    "cambria": "Caladea",
    "carlito": "Carlito",
    "courier new": "Cousine",
    "courier": "Cousine",
    "cousine": "Cousine",
    "liberation mono": "Cousine",
    "georgia": "Gelasio",
    "gelasio": "Gelasio",
}
"""Family as PowerPoint knows it, in lower case, to the family whose files have the same widths."""

FALLBACK_FACTOR = 1.2
"""How much wider than Arial an unknown family is taken to be. Verdana, the widest that offices carry, is about 1.17."""

STAND_IN = ("Arial", FALLBACK_FACTOR)
MONOSPACED = ("Courier New", 1.05)
"""What a family that can't be measured is measured as, and how much wider. All letters of nearly all monospaced ones take 0.6
em, as those of Courier New do (Consolas 0.55, Lucida Console 0.603)."""

_MONOSPACED = ("mono", "code", "consol", "courier", "console", "menlo", "typewriter", "terminal")
"""Parts of the names of such families."""

SPARE_FAMILY = "DejaVu Sans"
SPARE_FILE = "DejaVuSans-Regular"
"""What lends characters that a family lacks: other scripts, arrows, ticks, some emoji. Other fonts that may lend them where
a deck is shown are up to `FALLBACK_FACTOR` wider."""

FORMULA_FILE = "LatinModernMath-Regular.otf"
"""What draws formulas in web pages. Typst brings a font for them that has all which this has."""

_ODD_IN_FORMULA = (
    "[^ -\u02e9\u0391-\u03a1\u03a3-\u0525\u2000-\u2064\u2190-\u2311"
    "\U0001d400-\U0001d454\U0001d552-\U0001d6a5\U0001d6a8-\U0001d7c9]"
)
"""Characters that those two fonts may lack."""

HAN = 1.0
"""Ems of a Han character that even that lacks: all faces draw theirs in one."""

LETTER = 1.1
"""Ems of a letter of a further script, which that lacks too."""

BOLDER = 1.13
"""How much wider than `elsewhere` says bold letters are: at most 1.17 in a line."""

ROW_PERCENT = {"Carlito": 123, "Gelasio": 127}
"""What fonts ask for that ask for more than the 120 percent of all other lines (`hhea` of the files)."""

UNKNOWN_ROW_PERCENT = 137
"""The same of a family that can't be measured. Segoe UI asks for 133, Palatino for 135, Noto Sans and Open Sans for 136."""

SCRIPT_SIZE = 2 / 3
"""Size of superscripts and subscripts over the text's. PowerPoint draws two thirds; LibreOffice 58 percent."""

KERNED_FROM = 12 * EMU_PER_POINT
"""Font size from which PowerPoint kerns, as the files we write ask it to (`kern`, ECMA-376 part 1, 21.1.2.3.9)."""

SCATTER = 2
"""How many standard deviations of the sum of a line's roundings are left free."""

TRACKING_LOST = EMU_PER_POINT / 20
"""How much less of tracking, for each character, LibreOffice draws than it is told to: up to a twentieth of a point. After the
last character of a line it draws none, which makes a line longer where letters are drawn together."""

_FACE_NAMES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}


Setting = tuple[int, float, float, int, int]
"""How paragraphs of a style are set in a width: where the first line begins, how wide it may be and the others, and of a line
its height and what of it is above the baseline."""


def stand_in(family: str) -> tuple[str, float]:
    """The family that one which can't be measured is measured as, and how much wider it is taken to be."""
    return MONOSPACED if any(part in family.lower() for part in _MONOSPACED) else STAND_IN


class Fonts:
    """The measuring faces, each read when text is first measured in it, and the widths of the words measured so far.

    `read` gives the bytes of a file by its name (`Arimo-Bold.ttf`, and its table `Arimo-Bold.advances`, for which it may
    raise FileNotFoundError). The result of a measurement depends only on those bytes: what is remembered makes it faster,
    never different.
    """

    def __init__(self, read: Callable[[str], bytes], families: Mapping[str, str] = FAMILIES) -> None:
        self._read = read
        self._families = families
        self._faces: dict[tuple[str, bool, bool, bool], tuple[Face, float]] = {}
        self._files: dict[str, FontFile] = {}
        self._found: dict[int, tuple[TextStyle, Face, float]] = {}
        self._lent: dict[str, float] = {}
        self._growths: dict[tuple[str, bool, bool, int], list[tuple[float, float]]] = {}
        self._rooms: dict[tuple[int, int], tuple[TextStyle, float]] = {}
        self.settings: dict[tuple[int, str | None, int, int], tuple[ParagraphStyle, Setting]] = {}
        """What `flow` found, by the identity of a style, which stands with it; mark, size of text, and width."""

    def knows(self, family: str) -> bool:
        """Whether a family can be measured exactly; text in others is taken to be wider than it is."""
        return family.lower() in self._families

    def measuring_family(self, family: str) -> str:
        """The family whose files `family` is measured with."""
        own = self._families.get(family.lower())
        return own or self._families[stand_in(family)[0].lower()]

    def drawing_families(self, family: str) -> tuple[str, ...]:
        """The families to draw it with, each for what those before it lack."""
        return (self.measuring_family(family), SPARE_FAMILY)

    def face(self, style: TextStyle) -> tuple[Face, float]:
        """The face of a style, and the EMU that one font unit takes in it."""
        # Most text has the very style of its slot, and its identity is looked up in a third of the time.
        found = self._found.get(id(style))
        if found is None or found[0] is not style:
            found = self._found[id(style)] = (style, *self._face(style))
        return found[1:]

    def _face(self, style: TextStyle) -> tuple[Face, float]:
        key = (style.family, style.bold, style.italic, style.size >= KERNED_FROM)
        known = self._faces.get(key)
        if known is None:
            known = self._faces[key] = self._load(*key)
        size = style.size * SCRIPT_SIZE if style.baseline else style.size
        return known[0], known[1] * size

    def width(self, text: str, style: TextStyle) -> int:
        """Width of text on one line, in EMU: kerned from 12 points on, no ligatures, tracking and all spaces included."""
        if style.room is not None:
            return style.room.width
        face, scale = self.face(style)
        return round(face.width(text) * scale) + style.tracking * len(text)

    def room(self, width: int, style: TextStyle) -> float:
        """The width, in EMU, that text may have by measure to be no wider than `width` wherever it is drawn.

        Renderers lay text out in whole pixels of their own (`_devices`), which makes ordinary text of some sizes wider,
        up to 0.5 % at 13 points, and scatters. Of 2,640 random boxes LibreOffice drew none in more lines than this
        predicts, and 1.7 % in fewer. (With 0.5 % left free for all sizes, as in facts.md 2, it was none and 3.1 %.)
        """
        known = self._rooms.get((width, id(style)))
        if known is None or known[0] is not style:
            known = self._rooms[width, id(style)] = (style, self._room(width, style))
        return known[1]

    def _room(self, width: int, style: TextStyle) -> float:
        key = (style.family, style.bold, style.italic, style.size)
        growths = self._growths.get(key)
        if growths is None:
            face = self.face(style)[0]
            growths = self._growths[key] = [
                (max(1.0, face.growth(pixels) * pixels * pixel / style.size), pixel) for pixels, pixel in _devices(style.size)
            ]
        # A line has about as many characters as half ems fit into it. Each is rounded by up to half a pixel either way,
        # evenly spread: a standard deviation of a pixel over the root of 12.
        characters = max(0, 2 * width / style.size)
        scatter = SCATTER * sqrt(characters / 12)
        spaced = TRACKING_LOST * characters + max(0, -style.tracking) if style.tracking else 0
        return min(width / growth - scatter * pixel for growth, pixel in growths) - spaced

    def row_percent(self, text: str, style: TextStyle) -> int:
        """The height of a line in a table, in percent of its size: LibreOffice draws it there as high as its font asks for."""
        if not text.isascii() and any(map(may_be_elsewhere, text)):
            from deckmotor.typeset.scripts import TALL_PERCENT, is_set_elsewhere  # Such text is rare.

            if is_set_elsewhere(text):
                return TALL_PERCENT
        return ROW_PERCENT.get(self.measuring_family(style.family), 0) if self.knows(style.family) else UNKNOWN_ROW_PERCENT

    def missing(self, text: str, style: TextStyle) -> tuple[str, ...]:
        """The characters that the face lacks, each once, in order."""
        return self.face(style)[0].missing(text)

    def missing_in_formula(self, text: str) -> tuple[str, ...]:
        """The characters of a formula that no font has which formulas are drawn with, each once, in order."""
        odd = dict.fromkeys(re.findall(_ODD_IN_FORMULA, text))
        return tuple([char for char in odd if not any(self._file(name).has(char) for name in (SPARE_FILE, FORMULA_FILE))])

    def take_note(self, text: str, style: TextStyle | None = None) -> None:
        """Look at the characters of a text that is not measured here: of speaker notes, or without a style of a formula."""
        if not text.isascii():
            _ = self.missing_in_formula(text) if style is None else self.missing(text, style)

    @property
    def unusual(self) -> bool:
        """Whether any text looked at so far has other characters than most Latin, Greek and Cyrillic text."""
        return any(file.unusual for file in self._files.values())

    def _load(self, family: str, bold: bool, italic: bool, kerned: bool) -> tuple[Face, float]:
        file = self._file(f"{self.measuring_family(family)}-{_FACE_NAMES[bold, italic]}")
        lent = self._lent_bold if bold else self._lent_width
        return Face(file, kerned, lent), (1 if self.knows(family) else stand_in(family)[1]) / file.units

    def _file(self, name: str) -> FontFile:
        if name not in self._files:
            self._files[name] = FontFile(self._read, name)
        return self._files[name]

    def _lent_width(self, char: str) -> float:
        """The ems that a character takes, at most, where its font lacks it."""
        if char not in self._lent:
            self._lent[char] = self._found_width(char)
        return self._lent[char]

    def _lent_bold(self, char: str) -> float:
        width = self._lent_width(char)
        return width if elsewhere(char) is None else width * BOLDER

    def _found_width(self, char: str) -> float:
        kind = category(char)
        if kind == "Mn":  # A mark stands above or below a letter, in no room of its own.
            return 0.0
        is_letter = kind in ("Lo", "Lm", "Mc", "Nd")
        own = elsewhere(char) if is_letter else None
        if own is not None:
            return own
        spare = self._file(SPARE_FILE)
        width = sum(spare.shape(char, kerned=False)) / spare.units * FALLBACK_FACTOR
        is_wide = east_asian_width(char) in "WF"
        if spare.has(char):
            return max(width, EMOJI) if is_wide and kind == "So" else width
        if is_wide and kind != "So":
            return HAN
        return LETTER if is_letter else EMOJI


def _devices(size: int) -> tuple[tuple[int, float], ...]:
    """The pixels that an em of a font size (EMU) has in each renderer, and the size of a pixel in EMU.

    PowerPoint rounds sizes to whole points, half up, and advances to 1/8 point (measured by others in PowerPoint 16.112:
    github developer0hye/office2pdf issues 661 and 995). LibreOffice 7.4 rounds sizes to 1/100 mm and then to 1/600 inch,
    advances to 1/600 inch (facts.md 2; the sizes measured since).
    """
    dot, hundredth = EMU_PER_INCH / 600, EMU_PER_INCH / 2540
    return (
        (max(1, floor(size / EMU_PER_POINT + 0.5)) * 8, EMU_PER_POINT / 8),
        (max(1, round(round(size / hundredth) * hundredth / dot)), dot),
    )


def shipped_fonts() -> Fonts:
    """The fonts that travel with the package."""
    return Fonts(read_font)
