"""PNG: what a file says of its picture, and the file without anything else that it says (PNG, third edition)."""

from collections.abc import Iterator
from zlib import crc32, decompressobj, error

from deckmotor.pictures.look import DamagedError, Look, orientation

SIGNATURE = b"\x89PNG\r\n\x1a\n"

KEPT = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP"))
"""The pixels, and how to read their colours; no texts, times, notes of cameras, nor what only one program knows."""

SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples a pixel of each colour type (11.2.1)."""

PALETTE = 3
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Adam7 (8.1): first column and row of each pass, and its steps across and down."""

LARGEST_PROFILE = 10_000_000
STEP = 1 << 20
"""Bytes that are unpacked at a time."""


def look(data: bytes) -> Look:
    """The size and turning of a PNG. Raises DamagedError where a checksum is wrong or pixels are missing."""
    header = data[16:29]
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    turn, moves, kinds = 1, False, set()
    for kind, start, end in _chunks(data):
        kinds.add(kind)
        if kind == b"eXIf":
            turn = orientation(data[start + 8 : end - 4])
        moves = moves or (kind == b"acTL" and int.from_bytes(data[start + 8 : start + 12], "big") > 1)
    if data[8:16] != b"\0\0\0\rIHDR" or (header[9] == PALETTE and b"PLTE" not in kinds):
        raise DamagedError
    return Look(type="png", width=width, height=height, turn=turn, more=moves)


def check_pixels(data: bytes) -> None:
    """Raise DamagedError where there are fewer pixels than the header says. They are unpacked a bit at a time, and not kept."""
    pixels = (data[start + 8 : end - 4] for kind, start, end in _chunks(data) if kind == b"IDAT")
    if not _unpacks_to(pixels, _size(data[16:29])):
        raise DamagedError
    for kind, start, end in _chunks(data):
        if kind == b"iCCP":
            packed = data[start + 8 : end - 4].partition(b"\0")[2][1:]
            if _unpacks_to((packed,), LARGEST_PROFILE):
                raise DamagedError


def stripped(data: bytes) -> bytes:
    """The same picture, bit by bit, without notes, and without what follows its end."""
    return SIGNATURE + b"".join(data[start:end] for kind, start, end in _chunks(data) if kind in KEPT)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The kind of each chunk, and where it starts and ends. Raises DamagedError where one is cut or its checksum is wrong."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data) or crc32(memoryview(data)[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            break
        kind = data[at + 4 : at + 8]
        yield kind, at, end
        if kind == b"IEND":
            return
        at = end
    raise DamagedError


def _size(header: bytes) -> int:
    """Bytes that the pixels have when unpacked: each row begins with the number of its filter (7.2)."""
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    depth, interlaced = header[8], header[12]
    bits = SAMPLES.get(header[9], 0) * depth
    if not bits or depth not in (1, 2, 4, 8, 16) or interlaced > 1:
        raise DamagedError
    total = 0
    for left, top, across, down in PASSES if interlaced else ((0, 0, 1, 1),):
        columns, rows = -((left - width) // across), -((top - height) // down)
        total += rows * (1 + (columns * bits + 7) // 8) if columns > 0 and rows > 0 else 0
    return total


def _unpacks_to(packed: Iterator[bytes] | tuple[bytes, ...], size: int) -> bool:
    """Whether there are so many bytes in it, or more."""
    unpacker = decompressobj()
    try:
        for part in packed:
            while part and size > 0:
                size -= len(unpacker.decompress(part, STEP))
                part = unpacker.unconsumed_tail
            if size <= 0:
                return True
        size -= len(unpacker.flush())
    except error as wrong:
        raise DamagedError from wrong
    return size <= 0
