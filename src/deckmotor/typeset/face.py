"""One font file: how wide words are in it."""

import unicodedata
from collections import Counter
from typing import Any

from deckmotor.typeset.breaks import inner_breaks

FEATURES = {"liga": False, "clig": False}
"""PowerPoint on Windows kerns but joins no ligatures; LibreOffice joins them, which is up to 1 % narrower (Carlito)."""

SAMPLE = (
    "Det är en av de bästa vägarna till arbete för ungdomar i kommunen, och många har gått den. "
    "The quick brown fox jumps over the lazy dog and then it is said to have been the best of all. "
    "Sie haben sich für die Zusammenarbeit mit der Verwaltung entschieden. Työ ja yhteistyö ovat tärkeitä."
)
"""Ordinary text, for what rounding does to it."""

WIDE = 1.3
"""Width of a character that the face lacks, in ems: emoji faces draw 1.0 to 1.28 (Noto Color Emoji), Han faces 1.0."""


class Face:
    """A face of a family. All widths are in font units, `units` to the em; a word measured once is not measured again."""

    def __init__(self, data: bytes) -> None:
        # HarfBuzz takes 11 ms to import, so only when something is measured.
        import uharfbuzz

        face = uharfbuzz.Face(data)
        self._shape: Any = uharfbuzz.shape
        self._font = uharfbuzz.Font(face)
        self._buffer = uharfbuzz.Buffer()
        self._has: dict[str, bool] = {}
        self._advances: dict[int, int] = {}
        self.units: int = face.upem
        self.space = self.shape(" ")
        self.words = _Words(self)
        """Width of a word between two spaces, kerned with them, without the spaces."""
        self.before = _Kerning(self, left=" ")
        """Kerning between a space and the character after it, part of `words`."""
        self.after = _Kerning(self, right=" ")
        """Kerning between a character and the space after it, part of `words`."""
        self.kerning = _Kerning(self)
        """Kerning between the two characters of a pair, which text cut between them lacks."""
        self.inner_breaks = _InnerBreaks()
        """Where a line may break inside a word."""

    def width(self, text: str) -> int:
        """Width of text on one line, spaces included."""
        words = text.split(" ")
        total = sum(map(self.words.__getitem__, words)) + (len(words) - 1) * self.space
        return total - self.before[text[:1]] - self.after[text[-1:]]

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters that the face lacks, each once, in order. Those that draw nothing are never missing."""
        return tuple(char for char in dict.fromkeys(text) if not self.has(char))

    def has(self, char: str) -> bool:
        """Whether the face can draw a character, or need not."""
        known = self._has.get(char)
        if known is None:
            drawn = unicodedata.category(char) not in ("Cc", "Cf", "Mn")
            known = self._has[char] = not drawn or bool(self._font.get_nominal_glyph(ord(char)))
        return known

    def shape(self, text: str) -> int:
        """Width of text as HarfBuzz lays it out; characters that the face lacks are taken to be wide."""
        lacking = self.missing(text)
        wide = round(WIDE * self.units) * sum(map(text.count, lacking))
        for char in lacking:
            text = text.replace(char, "")
        return wide + sum(self._shaped(text))

    def growth(self, pixels: int) -> float:
        """How much wider ordinary text gets in a device where the em has so many pixels and advances have whole ones.

        1.0 is as wide as in proportion to the em: nothing is gained or lost by rounding.
        """
        if not self._advances:
            self._advances = Counter(self._shaped(SAMPLE))
        exact = sum(advance * count for advance, count in self._advances.items())
        drawn = sum(round(advance * pixels / self.units) * count for advance, count in self._advances.items())
        return drawn * self.units / pixels / exact

    def _shaped(self, text: str) -> list[int]:
        """The advance of each glyph of a text whose characters the face has."""
        if not text:
            return []
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        self._shape(self._font, buffer, FEATURES)
        return [position.x_advance for position in buffer.glyph_positions]


class _Words(dict[str, int]):
    def __init__(self, face: Face) -> None:
        self._face = face

    def __missing__(self, word: str) -> int:
        face = self._face
        width = self[word] = face.shape(f" {word} ") - 2 * face.space if word else 0
        return width


class _Kerning(dict[str, int]):
    """Kerning of a pair of characters, where one of them may be fixed. Nothing before or after text kerns by nothing."""

    def __init__(self, face: Face, left: str = "", right: str = "") -> None:
        self._face = face
        self._left = left
        self._right = right

    def __missing__(self, chars: str) -> int:
        pair = self._left + chars + self._right
        shape = self._face.shape
        kerning = self[chars] = shape(pair) - shape(pair[0]) - shape(pair[1]) if len(pair) == 2 else 0
        return kerning


class _InnerBreaks(dict[str, tuple[int, ...]]):
    def __missing__(self, word: str) -> tuple[int, ...]:
        places = self[word] = inner_breaks(word)
        return places
