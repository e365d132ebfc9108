"""An icon as a picture of pixels (PNG), for marks of lists: PowerPoint has picture bullets, and they are pixels (21.1.2.4.2).

Each row of pixels is crossed by some lines; where they enter and leave the outline says how much of each pixel is covered.
"""

import struct
import zlib
from collections.abc import Iterator

from deckmotor.style import Icon

PIXELS = 128
"""Width and height: twice what a mark of 48 points takes on a screen."""

LINES = 4
"""Lines that cross a row of pixels."""

PIECES = 12
"""Straight pieces that stand for a curve."""

Point = tuple[float, float]


def png(icon: Icon, rgb: str) -> bytes:
    """The icon in one colour on clear ground."""
    ink = bytes.fromhex(rgb)
    rows = b"".join(b"\0" + b"".join(ink + bytes((alpha,)) for alpha in row) for row in _covered(icon))
    head = struct.pack(">IIBBBBB", PIXELS, PIXELS, 8, 6, 0, 0, 0)
    chunks = (("IHDR", head), ("IDAT", zlib.compress(rows, 9)), ("IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name.encode(), data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _covered(icon: Icon) -> Iterator[list[int]]:
    """How much of each pixel the outline covers, 0 to 255, row by row."""
    crossings: list[list[float]] = [[] for _ in range(PIXELS * LINES)]
    scale = PIXELS / icon.side
    for (x, y), (to_x, to_y) in _edges(icon):
        top, bottom = sorted((y * scale * LINES, to_y * scale * LINES))
        for line in range(max(0, round(top)), min(len(crossings), round(bottom))):
            share = ((line + 0.5) / LINES / scale - y) / (to_y - y)
            crossings[line].append((x + share * (to_x - x)) * scale)
    for row in range(PIXELS):
        covered = [0.0] * (PIXELS + 1)
        for met in crossings[row * LINES : (row + 1) * LINES]:
            met.sort()
            for enters, leaves in zip(met[::2], met[1::2], strict=False):
                _cover(covered, max(0.0, enters), min(float(PIXELS), leaves))
        yield [min(255, round(255 * share / LINES)) for share in covered[:PIXELS]]


def _cover(covered: list[float], enters: float, leaves: float) -> None:
    """Add what a stretch of a line covers of the pixels that it goes through."""
    for pixel in range(int(enters), min(PIXELS - 1, int(leaves)) + 1):
        covered[pixel] += max(0.0, min(leaves, pixel + 1) - max(enters, pixel))


def _edges(icon: Icon) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of the outline that are not level."""
    at = begin = (0.0, 0.0)
    for letter, values in icon.commands:
        points: list[Point] = [(float(x), float(y)) for x, y in zip(values[::2], values[1::2], strict=True)]
        if letter == "M":
            at = begin = points[0]
            continue
        for to in [begin] if letter == "Z" else points if letter == "L" else _curve(at, *points):
            if at[1] != to[1]:
                yield at, to
            at = to


def _curve(at: Point, first: Point, second: Point, end: Point) -> list[Point]:
    made = []
    for piece in range(1, PIECES + 1):
        t = piece / PIECES
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (at, first, second, end)
        made.append(
            (
                sum(weight * x for weight, (x, _) in zip(weights, corners, strict=True)),
                sum(weight * y for weight, (_, y) in zip(weights, corners, strict=True)),
            )
        )
    return made
