"""The squares of a QR code. Of eight masks (ISO/IEC 18004, 7.8) the one is taken with which readers have least trouble: segno,
which makes all else of a code, asks that of one square after another; here a whole code is one number, and asked at once.

Its rows stand behind each other in such a number, the first square in the highest bit, with light columns between them.
"""

from collections.abc import Callable, Iterable
from functools import cache

from msgspec import Struct

BESIDE = 4
"""Columns between rows: what looks four squares on along a row does not meet the next one."""

BITS = bytes.maketrans(b"\0\1", b"01")

MASKS: tuple[Callable[[int, int], int], ...] = (
    lambda down, across: (down + across) % 2,
    lambda down, across: down % 2,
    lambda down, across: across % 3,
    lambda down, across: (down + across) % 3,
    lambda down, across: (down // 2 + across // 3) % 2,
    lambda down, across: down * across % 2 + down * across % 3,
    lambda down, across: (down * across % 2 + down * across % 3) % 2,
    lambda down, across: ((down + across) % 2 + down * across % 3) % 2,
)
"""Each turns over the squares where it is 0 (Table 10)."""

FORMATS = (0x5412, 0x5125, 0x5E7C, 0x5B4B, 0x45F9, 0x40CE, 0x4F97, 0x4AA0)
"""What tells readers the mask (Table C.1), at one level of correction: at the others the same bits differ between two masks."""

WITH_VERSION = 45
"""Squares across of the smallest code that tells its version."""


def squares(address: str) -> list[str]:
    """The rows of a code, a digit a square: 1 where it is dark."""
    import segno  # Few decks have codes.

    rows = segno.make_qr(address, error="m", mask=0).matrix
    size, stride = len(rows), len(rows) + BESIDE
    grid = _grid(size)
    code = int((b"0" * BESIDE).join(row.translate(BITS) for row in rows), 2)
    bare = code & ~grid.told ^ grid.masks[0]
    best = min(range(len(MASKS)), key=lambda number: _penalty(bare ^ grid.masks[number], grid))
    code ^= grid.masks[0] ^ grid.masks[best] ^ grid.formats[best]
    digits = f"{code:0{stride * size - BESIDE}b}"
    return [digits[at : at + size] for at in range(0, len(digits), stride)]


class Grid(Struct, frozen=True):
    """What codes of a size have in common, each a number of squares."""

    size: int
    inside: int
    """All of them."""
    told: int
    """Those that tell format and version: a mask is chosen without them."""
    masks: tuple[int, ...]
    """Those that each mask turns over."""
    formats: tuple[int, ...]
    """Those of the format that are others than with the first mask."""


@cache
def _grid(size: int) -> Grid:
    end, every = size - 1, range(size)

    def number(places: Iterable[tuple[int, int]]) -> int:
        digits = bytearray(b"0" * ((size + BESIDE) * size - BESIDE))
        for down, across in places:
            digits[down * (size + BESIDE) + across] = ord("1")
        return int(digits, 2)

    version = [(down, across) for down in range(6) for across in range(size - 11, size - 8) if size >= WITH_VERSION]
    version += [(across, down) for down, across in version]
    bits = [((bit + (bit > 5), 8), (8, end - bit)) for bit in range(8)]
    bits += [((8, bit + (bit > 5)), (end - bit, 8)) for bit in range(6, -1, -1)]
    told = {*version, *(place for both in bits for place in both), (size - 8, 8)}
    fixed = told | {place for at in every for place in ((6, at), (at, 6))}
    fixed |= {place for y in range(9) for x in range(8) for place in ((y, x), (y, end - x), (end - x, y))} | {(8, 8)}
    fixed |= {(y + down, x + across) for y, x in _marks(size) for down in range(-2, 3) for across in range(-2, 3)}
    free = [(down, across) for down in every for across in every if (down, across) not in fixed]
    return Grid(
        size=size,
        inside=number((down, across) for down in every for across in every),
        told=number(told),
        masks=tuple(number(place for place in free if not mask(*place)) for mask in MASKS),
        formats=tuple(
            number(place for bit, both in enumerate(bits) for place in both if (word ^ FORMATS[0]) >> bit & 1)
            for word in FORMATS
        ),
    )


def _marks(size: int) -> list[tuple[int, int]]:
    """The middles of the small marks that readers straighten a code by (Annex E)."""
    version = (size - 17) // 4
    spaces = version // 7 + 1
    step = 26 if version == 32 else -(-(size - 13) // (2 * spaces)) * 2
    middles = [6, *(size - 7 - step * far for far in range(spaces))] if version > 1 else []
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    return [(y, x) for y in middles for x in middles if (y, x) not in corners]


def _penalty(code: int, grid: Grid) -> int:
    """How much trouble readers have with a code (Table 11)."""
    stride = grid.size + BESIDE
    across, in_row = _along(code, 1, grid)
    down, in_column = _along(code, stride, grid)
    blocks = across & across >> stride & down
    area = grid.size**2
    return in_row + in_column + 3 * blocks.bit_count() + 10 * (abs(20 * code.bit_count() - 10 * area) // area)


def _along(code: int, step: int, grid: Grid) -> tuple[int, int]:
    """The squares that are like the one before them, along rows or columns, and what long runs and false corners cost there."""
    pairs = ~(code ^ code >> step) & grid.inside & grid.inside >> step
    fives = pairs & pairs >> step & pairs >> 2 * step & pairs >> 3 * step
    cost = fives.bit_count() + 2 * (fives & ~(fives >> step)).bit_count()
    back = [code >> step * far for far in range(11)]
    corners = code & ~back[1] & back[2] & back[3] & back[4] & ~back[5] & back[6]
    ahead = code << step | code << 2 * step | code << 3 * step | code << 4 * step
    corners &= ~(ahead & (back[7] | back[8] | back[9] | back[10]))
    while corners:  # One that begins inside another that counts is none.
        first = corners & ~(corners >> 4 * step | corners >> 6 * step)
        cost += 40 * first.bit_count()
        corners &= ~(first | first >> 4 * step | first >> 6 * step)
    return pairs, cost
