"""A paragraph's runs on one endless line: where each piece that stays together begins and ends."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from deckmotor.clusters import begins_cluster
from deckmotor.style import TextStyle
from deckmotor.typeset.breaks import HANGING, SOFT_HYPHEN, pieces
from deckmotor.typeset.fonts import Fonts

TAB = 914_400
"""Width that a tab is taken to have, in EMU: one default tab stop, the most that it can take."""


class StyledText(Protocol):
    """Characters in one style. A newline is a line break."""

    @property
    def text(self) -> str:
        """The characters."""

    @property
    def style(self) -> TextStyle:
        """How they look."""


class Chunk(Struct, gc=False):
    """Characters of one run inside one piece. Lengths are EMU along the endless line."""

    run: int
    text: str
    x: float
    end: float
    """Where its last character ends that does not hang."""


class Piece(Struct):
    """What stays together on a line: a word and the spaces that hang after it."""

    start: int
    """Index of its first character in the paragraph."""
    chunks: list[Chunk]
    x: float
    end: float
    forced: bool
    """Whether a line break is written at its end."""
    fresh: bool = False
    """Whether it begins a line because it is part of a word that is wider than a line."""


class EndlessLine:
    """Places the pieces of some runs one after the other; `pieces` holds them, `broken` the words that had to be cut."""

    def __init__(self, runs: Sequence[StyledText], fonts: Fonts) -> None:
        self.pieces: list[Piece] = []
        self.broken: list[str] = []
        self._fonts = fonts
        self._runs = list(runs)
        self._start = self._run = self._used = 0
        self._x = 0.0
        self._before = ""
        """The character before, where it is of the same run: kerning ends with a run."""

    def place(self, first: float, width: float) -> None:
        """Place all text. A piece wider than `width` (the first: than `first`) is cut into parts that each fit."""
        room = first
        for text in pieces("".join(run.text for run in self._runs)):
            place = (self._run, self._used, self._x, self._before)
            piece = self._placed(text)
            word = text.rstrip(HANGING)
            if piece.end - piece.x <= room or len(word) < 2:
                self._add(piece, text)
                if piece.end - piece.x > room and self._runs[piece.chunks[0].run].style.room is not None:
                    self.broken.append(word)
            else:
                self._run, self._used, self._x, self._before = place
                for part in self._parts(word, text[len(word) :], room, width):
                    piece = self._placed(part)
                    piece.fresh = True
                    self._add(piece, part)
                self.broken.append(word)
            room = width

    def _add(self, piece: Piece, text: str) -> None:
        self.pieces.append(piece)
        self._start += len(text)

    def _placed(self, text: str) -> Piece:
        chunks = [self._chunk(run, part) for run, part in self._by_run(text)]
        end = max((chunk.end for chunk in chunks if chunk.text.rstrip(HANGING)), default=chunks[0].x)
        return Piece(self._start, chunks, chunks[0].x, end, text.endswith("\n"))

    def _by_run(self, text: str) -> Iterator[tuple[int, str]]:
        """The runs of a text that begins where the last one ended, which moves on."""
        while text:
            left = self._runs[self._run].text[self._used : self._used + len(text)]
            if left:
                self._used += len(left)
                text = text[len(left) :]
                yield self._run, left
            else:
                self._run += 1
                self._used = 0
                self._before = ""

    def _chunk(self, run: int, text: str) -> Chunk:
        style = self._runs[run].style
        if style.room is not None:
            x, self._before = self._x, ""
            self._x += style.room.width if text.strip(HANGING) else 0
            return Chunk(run, text, x, self._x)
        face, scale = self._fonts.face(style)
        word = text.rstrip(HANGING)
        hanging = text[len(word) :]
        x = self._x + face.kerning[self._before + text[0]] * scale if self._before else self._x
        # A soft hyphen that no line ends at is no letter: tracking tighter than none would make words narrower by it.
        after = end = x + face.width(word) * scale + style.tracking * (len(word) - word.count(SOFT_HYPHEN))
        if text.endswith(SOFT_HYPHEN) and not self._is_all_placed():
            end += face.width("-") * scale + style.tracking
        spaces = face.width(word[-1:] + hanging.replace("\t", "").replace("\n", "")) - face.width(word[-1:]) if hanging else 0
        self._x = after + spaces * scale + style.tracking * len(hanging) + TAB * hanging.count("\t")
        self._before = text[-1] if text[-1] not in "\n\t" else ""
        return Chunk(run, text, x, end)

    def _is_all_placed(self) -> bool:
        return self._used >= len(self._runs[self._run].text) and not any(run.text for run in self._runs[self._run + 1 :])

    def _parts(self, word: str, hanging: str, room: float, width: float) -> Iterator[str]:
        """A word cut into parts, the first to fit in `room`, the others in `width`; at least one character each."""
        while word:
            count = self._fitting(word, room)
            if count < len(word):
                count = _last_cut(word, count) or count
            yield word[:count] + (hanging if count == len(word) else "")
            word = word[count:]
            room = width

    def _fitting(self, word: str, room: float) -> int:
        """How many characters at the start of a word are no wider than `room`; at least one as readers see them."""
        few = 8
        while few < len(word) and self._width(word[:few]) <= room:
            few *= 2
        counts = range(1, min(few, len(word)) + 1)
        count = max(1, bisect_right(counts, room, key=lambda count: self._width(word[:count])))
        fits = count
        while count and not begins_cluster(word, count):
            count -= 1
        while not count or not begins_cluster(word, count):  # Not even one that a reader sees as such has room.
            count = fits = fits + 1
        return count

    def _width(self, text: str) -> float:
        """Width of a text that begins where the last piece ended, with the hyphen that a soft one at its end becomes."""
        place = (self._run, self._used, self._before)
        total = 0.0
        for run, part in self._by_run(text):
            style = self._runs[run].style
            if style.room is not None:
                total += style.room.width
                continue
            face, scale = self._fonts.face(style)
            total += face.shape(part) * scale + style.tracking * len(part)
            if part.endswith(SOFT_HYPHEN):
                total += face.width("-") * scale
        self._run, self._used, self._before = place
        return total


def _last_cut(word: str, count: int) -> int:
    """Where LibreOffice cuts a word of which so many characters fit: after a hyphen or slash, where it else breaks no line.

    It is the index after the last of them; 0 where there is none. One that only just fits is not counted on.
    """
    cuts = [word.rfind("-", 1, count - 1) + 1, word.rfind("/", 1, count - 1) + 1]
    return max((cut for cut in cuts if cut > 1 and word[cut].isalnum() and word[cut - 2] != "/"), default=0)
