"""JPEG: what a file says of its picture, and the file without anything else that it says (ITU-T T.81, annex B)."""

import re
from collections.abc import Iterator

from deckmotor.pictures.look import DamagedError, Look, orientation

SIGNATURE = b"\xff\xd8\xff"

SOS, EOI, COM, APP0, APP1, APP2, APP14 = 0xDA, 0xD9, 0xFE, 0xE0, 0xE1, 0xE2, 0xEE
ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
"""Markers without a segment: TEM, RST and SOI."""
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a frame's header: its size and components."""
COMMON_FRAMES = (0xC0, 0xC1, 0xC2)
"""Baseline, extended and progressive with Huffman coding; PowerPoint shows no others."""

_MARKER = re.compile(rb"\xff+([\x01-\xfe])")
_AFTER_SCAN = re.compile(rb"\xff+([\x01-\xcf\xd8-\xfe])")
"""In a scan, `FF 00` is the number 255, and RST markers belong to it."""


def look(data: bytes) -> Look:
    """The size, colours and turning of a JPEG. Raises DamagedError where its end or its header is missing."""
    frame, turn = None, 1
    for marker, body in _segments(data):
        if marker in FRAMES and frame is None:
            frame = (marker, body)
        elif marker == APP1 and body[:6] == b"Exif\0\0" and turn == 1:
            turn = orientation(body[6:])
    if frame is None or len(frame[1]) < 6:
        raise DamagedError
    marker, body = frame
    return Look(
        type="jpeg",
        width=int.from_bytes(body[3:5], "big"),
        height=int.from_bytes(body[1:3], "big"),
        turn=turn,
        convert=body[5] == 4 or body[0] != 8 or marker not in COMMON_FRAMES,
    )


def stripped(data: bytes) -> bytes:
    """The same picture, bit by bit, without notes: what remains beside the pixels is how to read their colours.

    Thumbnails and further pictures of a file (MPO, films behind a photo) go too.
    """
    parts = [b"\xff\xd8"]
    for marker, body in _segments(data):
        if marker == APP0 and body[:5] == b"JFIF\0":
            body = body[:12].ljust(12, b"\0") + b"\0\0"  # Without the thumbnail.
        elif marker == APP14 and body[:5] == b"Adobe":
            body = body[:12]  # How colours were transformed.
        elif marker == COM or (APP0 <= marker <= 0xEF and not (marker == APP2 and body.startswith(b"ICC_PROFILE\0"))):
            continue
        parts += (bytes((0xFF, marker)), b"" if marker == SOS else (len(body) + 2).to_bytes(2, "big"), body)
    return b"".join((*parts, b"\xff\xd9"))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each marker of the first picture with what follows it: of a scan all, with its header and its length."""
    at = 2
    while found := _MARKER.search(data, at):
        marker, at = found[1][0], found.end()
        if marker == EOI:
            return
        if marker in ALONE:
            continue
        end = at + int.from_bytes(data[at : at + 2], "big")
        if end > len(data) or end < at + 2:
            break
        if marker == SOS:
            after = _AFTER_SCAN.search(data, end)
            if after is None:
                break
            yield marker, data[at : after.start()]
            at = after.start()
        else:
            yield marker, data[at + 2 : end]
            at = end
    raise DamagedError
