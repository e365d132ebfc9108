"""Advance tables: how wide the common characters of a font are, and how each pair of them kerns.

HarfBuzz and a font file take 15 ms to load, which is much of what building a deck takes. So the shipped fonts carry a
small table made by HarfBuzz; text of other characters, and fonts without a table, are measured by HarfBuzz itself. A
test makes the tables again and compares them with it.
"""

import sys
from array import array
from collections.abc import Callable
from itertools import pairwise

from msgspec import Struct

CHARACTERS = "".join(
    chr(code)
    for first, last in (
        *((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F), (0x218, 0x21B)),
        *((0x2007, 0x2007), (0x2009, 0x200A), (0x2010, 0x2014), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026)),
        *((0x202F, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2190, 0x2193)),
        *((0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265)),
    )
    for code in range(first, last + 1)
)
"""What a table holds where the font does: Latin scripts of Europe, and what presentations write with them."""


class Advances(Struct, frozen=True):
    """A table. All widths are in font units."""

    units: int
    """Font units to the em."""
    characters: dict[str, tuple[int, int, int]]
    """Of each character its advance, where the row of its kerning begins, and which column is its own."""
    kerning: "array[int]"
    """Rows by the character before, columns by the one after; a row and a column of zeros come first."""

    def shape(self, text: str, kerned: bool) -> list[int] | None:
        """The advance of each character, kerned with the one after it if asked for; None where one is not in the table."""
        characters, kerning = self.characters, self.kerning
        try:
            placed = [characters[char] for char in text]
        except KeyError:
            return None
        if not kerned:
            return [advance for advance, _, _ in placed]
        columns = [column for _, _, column in placed[1:]]
        columns.append(0)
        return [advance + kerning[row + column] for (advance, row, _), column in zip(placed, columns, strict=True)]

    def width(self, text: str, kerned: bool) -> int | None:
        """The sum of them, in half the time: words are measured like this."""
        characters, kerning = self.characters, self.kerning
        total = row = 0
        try:
            for char in text:
                advance, own_row, column = characters[char]
                total += advance + kerning[row + column]
                row = own_row if kerned else 0
        except KeyError:
            return None
        return total


def parse_advances(data: bytes) -> Advances:
    """A table from its file: all numbers are 16-bit, little-endian.

    Units, count of characters, rows, columns; then of each character its code point, advance, row and column; then the
    kerning row by row.
    """
    numbers = array("h", data)
    if sys.byteorder == "big":
        numbers.byteswap()
    units, count, _, columns = numbers[:4]
    ends = [4 + part * count for part in range(5)]
    codes, advances, rows, own = (numbers[begin:end] for begin, end in pairwise(ends))
    characters = {
        chr(code): (advance, row * columns, column)
        for code, advance, row, column in zip(codes, advances, rows, own, strict=True)
    }
    return Advances(units, characters, numbers[ends[4] :])


def make_advances(units: int, has: Callable[[str], bool], width: Callable[[str], int]) -> bytes:
    """The file of a table, from which characters a font has and how wide HarfBuzz sets a text in it, kerned."""
    known = [char for char in CHARACTERS if has(char)]
    alone = [width(char) for char in known]
    pairs = [[width(one + other) - alone[i] - alone[j] for j, other in enumerate(known)] for i, one in enumerate(known)]
    columns, count_columns = _classes([tuple(row[j] for row in pairs) for j in range(len(known))])
    rows, count_rows = _classes([tuple(row) for row in pairs])
    matrix = [0] * (count_rows * count_columns)
    for i, row in enumerate(pairs):
        for j, kern in enumerate(row):
            matrix[rows[i] * count_columns + columns[j]] = kern
    head = [units, len(known), count_rows, count_columns]
    numbers = array("h", [*head, *map(ord, known), *alone, *rows, *columns, *matrix])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _classes(kernings: list[tuple[int, ...]]) -> tuple[list[int], int]:
    """Which of the different kernings each is, counted from 1, or 0 where nothing kerns; and how many there are with 0."""
    found: dict[tuple[int, ...], int] = {}
    classes = [found.setdefault(kerning, len(found) + 1) if any(kerning) else 0 for kerning in kernings]
    return classes, len(found) + 1
