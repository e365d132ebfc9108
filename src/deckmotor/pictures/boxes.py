"""The boxes of a film: pieces with a name and a length, some within others (ISO 14496-12)."""

from collections.abc import Iterator

from msgspec import Struct

from deckmotor.pictures.look import DamagedError

MOST = 100_000
"""Boxes beside each other that are looked at."""


class Box(Struct, frozen=True):
    """A box: its name, and where in the file it starts, its inside does, and it ends."""

    name: bytes
    start: int
    inside: int
    end: int


def boxes(data: bytes | bytearray, at: int, end: int) -> Iterator[Box]:
    """The boxes of a stretch of a file. Raises DamagedError where one is longer than that, or there are too many."""
    for _ in range(MOST):
        if at + 8 > end:
            return
        size, inside = int.from_bytes(data[at : at + 4], "big"), at + 8
        if size == 1:
            size, inside = int.from_bytes(data[at + 8 : at + 16], "big"), at + 16
        stop = at + size if size else end
        if not inside <= stop <= end:
            raise DamagedError
        yield Box(bytes(data[at + 4 : at + 8]), at, inside, stop)
        at = stop
    raise DamagedError


def within(data: bytes | bytearray, box: Box, *names: bytes) -> Iterator[Box]:
    """The boxes that these names lead to, from a box inwards."""
    for one in boxes(data, box.inside, box.end):
        if one.name == names[0]:
            yield from within(data, one, *names[1:]) if names[1:] else (one,)
