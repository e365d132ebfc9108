"""One font file, and how wide words are in it."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any, TypeVar

from msgspec import Struct

from deckmotor.typeset.advances import Advances, make_advances, parse_advances
from deckmotor.typeset.breaks import FIRST_HAN, SOFT_HYPHEN, inner_breaks, may_be_elsewhere

Answer = TypeVar("Answer")

SAMPLE = (
    "Det är en av de bästa vägarna till arbete för ungdomar i kommunen, och många har gått den. "
    "The quick brown fox jumps over the lazy dog and then it is said to have been the best of all. "
    "Sie haben sich für die Zusammenarbeit mit der Verwaltung entschieden. Työ ja yhteistyö ovat tärkeitä."
)
"""Ordinary text, for what rounding does to it."""

_is_special = re.compile("[\n\t\u00ad]").search

NO_BREAK_SPACE = "\u00a0"

LIKE = {"\u2010": "-", "\u2011": "-"}
"""Hyphens, which programs draw as they draw the one of the keyboard where a font lacks them."""


SELECTOR = "[\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
"""Marks that are never drawn: what joins or chooses between glyphs (Unicode 15.1, 23.4)."""


ASKED = "\ufe0f"
"""Asks for the sign before it as an emoji."""

EMOJI = 1.4
"""Ems that an emoji takes at most, whatever the font says: up to 1.37 in Segoe UI Emoji, which PowerPoint draws them with."""


def elsewhere(char: str) -> float | None:
    """The ems that a letter of such a script takes, whatever the font says; None for other characters."""
    if not may_be_elsewhere(char):
        return None
    from deckmotor.typeset.scripts import letter  # Such text is rare.

    return letter(char)


class FontFile:
    """A font file: its advance table where it has one, and the font itself once the table is not enough."""

    def __init__(self, read: Callable[[str], bytes], name: str) -> None:
        self._read = read
        self._name = name
        self.unusual = False
        """Whether it was asked for a character that is not in its table: another letter than Latin, Greek or Cyrillic ones."""
        self._font: Any = None
        self._shape: Any = None
        self._buffer: Any = None
        try:
            table = read(f"{name}.advances")
        except FileNotFoundError:
            self._table: Advances | None = None
            self.units: int = self._loaded().face.upem
        else:
            self._table = parse_advances(table)
            self.units = self._table.units

    def has(self, char: str) -> bool:
        """Whether the font can draw a character, or need not."""
        if (self._table and char in self._table.characters) or char in LIKE or char == SOFT_HYPHEN:
            return True
        self.unusual = True
        # Characters outside the table are rare, and this is 1 ms of start-up.
        import unicodedata

        drawn = unicodedata.category(char) not in ("Cc", "Cf") and not re.match(SELECTOR, char)
        return not drawn or bool(self._loaded().get_nominal_glyph(ord(char)))

    def shape(self, text: str, kerned: bool) -> list[int]:
        """The advance of each glyph of a text whose characters the font has, in font units.

        PowerPoint kerns, across spaces too, but joins no ligatures (github developer0hye/office2pdf issues 1058 and
        1582). LibreOffice joins them: its lines are up to 1 % narrower in Carlito. Both kern as if soft hyphens were not there.
        """
        text = text.replace(SOFT_HYPHEN, "")
        if not text:
            return []
        return (self._table and self._table.shape(text, kerned)) or self.shape_by_harfbuzz(text, kerned)

    def width(self, text: str, kerned: bool) -> int:
        """The sum of these advances."""
        text = text.replace(SOFT_HYPHEN, "")
        width = self._table.width(text, kerned) if self._table else None
        return sum(self.shape(text, kerned)) if width is None else width

    def shape_by_harfbuzz(self, text: str, kerned: bool) -> list[int]:
        """The same, without the table."""
        font = self._loaded()
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(self._as_drawn(text))
        buffer.guess_segment_properties()
        if buffer.script == "Zyyy":
            buffer.script = "Latn"
        self._shape(font, buffer, {"liga": False, "clig": False, "kern": kerned})
        return [position.x_advance for position in buffer.glyph_positions]

    def _as_drawn(self, text: str) -> str:
        for char, same in LIKE.items():
            if char in text and not self._loaded().get_nominal_glyph(ord(char)):
                text = text.replace(char, same)
        return text

    def table(self) -> bytes:
        """The font's advance table, made anew by HarfBuzz."""
        font = self._loaded()
        return make_advances(
            font.face.upem,
            # What a font draws with several glyphs (Gelasio's Ŀ) is as wide as they are together only where they don't kern.
            lambda char: bool(font.get_nominal_glyph(ord(char))) and len(self.shape_by_harfbuzz(char, kerned=True)) == 1,
            lambda text: sum(self.shape_by_harfbuzz(text, kerned=True)),
        )

    def _loaded(self) -> Any:
        if self._font is None:
            # HarfBuzz takes 11 ms to import and most text does without it.
            import uharfbuzz

            self._font = uharfbuzz.Font(uharfbuzz.Face(self._read(self._name if "." in self._name else f"{self._name}.ttf")))
            self._shape = uharfbuzz.shape
            self._buffer = uharfbuzz.Buffer()
        return self._font


class Row(Struct, frozen=True, gc=False):
    """Words between single spaces on one endless line. Lengths are font units."""

    words: list[str]
    begins: list[float]
    """Where each begins, at the start of a line."""
    ends: list[float]
    """Where each ends, at the end of a line."""
    has_breaks: bool
    """Whether a line may break inside one of them."""

    def start(self, word: int) -> int:
        """How many characters stand before a word."""
        return sum(map(len, self.words[:word])) + word


class Face:
    """A font, kerned or not. All widths are in font units, `units` to the em; a word measured once is not measured again.

    `lent` gives the ems that a character takes which the font lacks.
    """

    def __init__(self, file: FontFile, kerned: bool, lent: Callable[[str], float]) -> None:
        self._file = file
        self._kerned = kerned
        self._lent = lent
        self._drawn: set[str] = set()
        """The characters known to be there."""
        self.lacks: set[str] = set()
        """Those known not to be."""
        self._own: set[str] = set()
        """Those measured with this font."""
        self._advances: dict[int, int] = {}
        self.units = file.units
        self.space = self.shape(" ")
        self.longest = 0
        """The width of the widest word measured so far."""
        self.words = _Words(self)
        """Width of a word between two spaces, kerned with them, without the spaces."""
        self.before = _Kerning(self, left=" ")
        """Kerning between a space and the character after it, part of `words`."""
        self.after = _Kerning(self, right=" ")
        """Kerning between a character and the space after it, part of `words`."""
        self.joined = _Joined(self)
        """What a no-break space takes between the two characters of a pair."""
        self.kerning = _Kerning(self)
        """Kerning between the two characters of a pair, which text cut between them lacks."""
        self.inner_breaks = _InnerBreaks()
        """Where a line may break inside a word."""
        self.measures = _Kept(self._measure)
        """Of a word in a row: how far on the next begins, how far in it begins a line, and what of it is nothing at a line's
        end."""
        self.plain = _Plain(self)
        """Width of texts in which single spaces part words, and nothing is drawn at some places only; None of others."""

    def width(self, text: str) -> int:
        """Width of text on one line, spaces included."""
        words = text.split(" ")
        total = sum(map(self.words.__getitem__, words)) + (len(words) - 1) * self.space
        return total - self.before[text[:1]] - self.after[text[-1:]]

    def takes_two(self, wide: float, first: float, rest: float) -> bool:
        """Whether words that are wider than a line `first` wide surely take two, the second `rest` wide; all in font units.

        The first line is full but for a word at most: what is left of it is less than the widest one known and a space.
        """
        longest = self.longest + 2 * self.space
        return longest <= min(first, rest) and wide - first + longest <= rest

    def row(self, words: list[str], tracking: float = 0) -> Row:
        """Words, with single spaces between them. `tracking` is added after each character."""
        if tracking:
            return self._tracked(words, tracking)
        begins, ends, x = [], [], 0.0
        for step, before, after in map(self.measures.__getitem__, words):
            begins.append(x + before)
            x += step
            ends.append(x - after)
        return Row(words, begins, ends, any(map(self.inner_breaks.__getitem__, words)))

    def _tracked(self, words: list[str], tracking: float) -> Row:
        space, begins, ends, x = self.space + tracking, [], [], 0.0
        for word in words:
            begins.append(x + self.before[word[0]])
            x += self.words[word] + tracking * len(word)
            ends.append(x - self.after[word[-1]])
            x += space
        return Row(words, begins, ends, any(map(self.inner_breaks.__getitem__, words)))

    def joined_row(self, row: Row, at: int) -> Row:
        """The same words, one of them joined with the one before it by a no-break space. Neither holds a hyphen."""
        words, begins, ends = row.words, row.begins, row.ends
        first, last = words[at - 1], words[at]
        word = f"{first}{NO_BREAK_SPACE}{last}"
        ends_with, begins_with = first[-1], last[0]
        is_broken = bool(self.inner_breaks[f"{ends_with}{NO_BREAK_SPACE}{begins_with}"])
        narrower = self.space + self.after[ends_with] + self.before[begins_with] - self.joined[ends_with + begins_with]
        moved_begins, moved_ends = begins[at + 1 :], ends[at:]
        if narrower:
            moved_begins = [begin - narrower for begin in moved_begins]
            moved_ends = [end - narrower for end in moved_ends]
        return Row(
            [*words[: at - 1], word, *words[at + 1 :]],
            begins[:at] + moved_begins,
            ends[: at - 1] + moved_ends,
            row.has_breaks or is_broken,
        )

    def _measure(self, word: str) -> tuple[float, float, float]:
        space = self.space
        return float(self.words[word] + space), self.before[word[0]], space + self.after[word[-1]]

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters that the font lacks, each once, in order. Those that draw nothing are never missing."""
        drawn = self._drawn
        if drawn.issuperset(text):
            return ()
        for char in set(text) - drawn - self.lacks:
            (drawn if self._file.has(char) else self.lacks).add(char)
        return tuple(char for char in dict.fromkeys(text) if char in self.lacks)

    def shape(self, text: str) -> int:
        """Width of text without the help of words known; characters that the font lacks are taken from another."""
        borrowed = () if self._own.issuperset(text) else self._borrowed(text)
        lent = 0
        if borrowed and max(borrowed) >= FIRST_HAN:
            from deckmotor.typeset.scripts import air  # Such text is rare.

            lent = round(air(text) * self.units)
        for sign, mark in pairwise(text) if ASKED in text else ():
            if mark == ASKED:
                own = round(self._lent(sign) * self.units) if sign in borrowed else self._file.width(sign, self._kerned)
                lent += max(0, round(EMOJI * self.units) - own)
        for char in borrowed:
            lent += round(self._lent(char) * self.units) * text.count(char)
            text = text.replace(char, "")
        return lent + self._file.width(text, self._kerned)

    def _borrowed(self, text: str) -> tuple[str, ...]:
        """The characters that are not measured with this font, each once."""
        lacks = self.missing(text)
        borrowed = tuple(char for char in set(text) if char in lacks or elsewhere(char) is not None)
        self._own.update(set(text).difference(borrowed))
        return borrowed

    def growth(self, pixels: int) -> float:
        """How much wider ordinary text gets in a device where the em has so many pixels and advances have whole ones.

        1.0 is as wide as in proportion to the em: nothing is gained or lost by rounding.
        """
        if not self._advances:
            self._advances = Counter(self._file.shape(SAMPLE, self._kerned))
        exact = sum(advance * count for advance, count in self._advances.items())
        drawn = sum(round(advance * pixels / self.units) * count for advance, count in self._advances.items())
        return drawn * self.units / pixels / exact


class _Kept(dict[str, Answer]):
    """What was found of texts, each once."""

    def __init__(self, find: Callable[[str], Answer]) -> None:
        self._find = find

    def __missing__(self, text: str) -> Answer:
        answer = self[text] = self._find(text)
        return answer


class _Plain(dict[str, int | None]):
    def __init__(self, face: Face) -> None:
        self._face = face

    def __missing__(self, text: str) -> int | None:
        words = text.split(" ")
        if "" in words or not (text.isprintable() or (text.strip() == text and not _is_special(text))):
            width = None
        else:
            face = self._face
            spaces = (len(words) - 1) * face.space
            width = sum(map(face.words.__getitem__, words)) + spaces - face.before[text[0]] - face.after[text[-1]]
        self[text] = width
        return width


class _Words(dict[str, int]):
    def __init__(self, face: Face) -> None:
        self._face = face

    def __missing__(self, word: str) -> int:
        face = self._face
        if NO_BREAK_SPACE in word.strip(NO_BREAK_SPACE):  # Words of a text that were joined: both are known.
            first, _, last = word.rpartition(NO_BREAK_SPACE)
            if first and last:
                width = (
                    self[first] - face.after[first[-1]] + face.joined[first[-1] + last[0]] + self[last] - face.before[last[0]]
                )
                self[word] = width
                face.longest = max(face.longest, width)
                return width
        width = self[word] = face.shape(f" {word} ") - 2 * face.space if word else 0
        face.longest = max(face.longest, width)
        return width


class _Joined(dict[str, int]):
    """What a no-break space takes between two characters, with its kerning."""

    def __init__(self, face: Face) -> None:
        self._face = face

    def __missing__(self, pair: str) -> int:
        shape = self._face.shape
        width = self[pair] = shape(f"{pair[0]}{NO_BREAK_SPACE}{pair[1]}") - shape(pair[0]) - shape(pair[1])
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
