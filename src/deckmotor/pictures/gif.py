"""GIF: what a file says of its picture, and the file without anything else that it says (GIF89a)."""

from collections.abc import Iterator

from deckmotor.pictures.look import DamagedError, Look

SIGNATURE = b"GIF8"

IMAGE, EXTENSION, END = 0x2C, 0x21, 0x3B
CONTROL, APPLICATION = 0xF9, 0xFF
KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
"""Applications whose blocks tell how often an animation runs, and its colour profile."""


def look(data: bytes) -> Look:
    """The size of a GIF. Raises DamagedError where it is cut, has no picture, or a picture has no colours."""
    pictures = sum(1 for kind, _, _ in _blocks(data) if kind == IMAGE)
    if not pictures:
        raise DamagedError
    width, height = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    return Look(type="gif", width=width, height=height, moves=pictures > 1)


def stripped(data: bytes) -> bytes:
    """The same picture, bit by bit, without comments and notes."""
    kept = (data[start:end] for kind, start, end in _blocks(data) if _is_kept(kind, data[start:end]))
    return data[: _after_colors(data, 13, data[10])] + b"".join(kept) + b";"


def _is_kept(kind: int, block: bytes) -> bool:
    return kind == IMAGE or block[1] == CONTROL or (block[1] == APPLICATION and block[3:14] in KEPT)


def _blocks(data: bytes) -> Iterator[tuple[int, int, int]]:
    """The kind of each block after the header, and where it starts and ends."""
    if len(data) < 14:
        raise DamagedError
    at = _after_colors(data, 13, data[10])
    while at < len(data):
        kind, start = data[at], at
        if kind == END:
            return
        if kind == IMAGE and at + 11 <= len(data):
            flags = data[at + 9]
            if not (flags | data[10]) & 0x80:
                raise DamagedError
            at = _after_parts(data, _after_colors(data, at + 10, flags) + 1)
        elif kind == EXTENSION:
            at = _after_parts(data, at + 2)
        else:
            break
        yield kind, start, at
    raise DamagedError


def _after_colors(data: bytes, at: int, flags: int) -> int:
    """Where a table of colours ends that begins at a place, if the flags say that there is one."""
    return at + (3 << (flags & 7) + 1 if flags & 0x80 else 0)


def _after_parts(data: bytes, at: int) -> int:
    """Where a row of parts ends, each of which begins with its length; the last has none."""
    while at < len(data):
        if not data[at]:
            return at + 1
        at += 1 + data[at]
    raise DamagedError
