"""What a coder writes into a film between its pictures, and nobody sees: its name, its settings, whatever a camera adds.

In H.264 and H.265 these are messages of user data (ITU-T H.264 and H.265, annex D); ISO 14496-15 and 14496-12 say where.
Their bytes become 255, and nothing moves. Those that are shown stay: captions, and how bright a picture is.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from deckmotor.pictures.boxes import Box, boxes, within
from deckmotor.pictures.look import DamagedError

REGISTERED, UNREGISTERED = 4, 5
"""Kinds of messages that are user data."""

SHOWN = (b"\xb5\x00\x31", b"\xb5\x00\x3c", b"\xb5\x00\x3b")
"""How registered data begins that is shown: captions (ATSC A/53), brightness (SMPTE ST 2094-40, Dolby)."""

MOST_UNITS = 3_000_000
"""Of a film: an hour of sixty pictures a second has a third of them."""

MOST_MESSAGES = 2_000_000
"""Of a film; each byte of those in which zeros are kept apart counts as one, as it is looked at by itself."""

ENTRY = 78
"""Bytes of how pictures are coded before its boxes begin; in them, from the 42nd on, 32 with the coder's name."""


class Coding(Struct, frozen=True):
    """How the pictures of a track are written."""

    wide: int
    """Bytes before each unit that say how long it is."""
    head: int
    """Bytes that a unit begins with."""
    shift: int
    mask: int
    kinds: tuple[int, ...]
    """Units that hold messages: what is left of their first byte, shifted, with the mask."""

    def holds_messages(self, first: int) -> bool:
        """Whether a unit that begins with this byte holds messages."""
        return first >> self.shift & self.mask in self.kinds


def coding_of(made: bytearray, track: Box) -> Coding | None:
    """How a track's pictures are written; None where in none of these ways. Says nothing of the coder any more."""
    for table in within(made, track, b"mdia", b"minf", b"stbl", b"stsd"):
        for entry in boxes(made, table.inside + 8, table.end):
            if entry.name not in (b"avc1", b"avc3", b"hvc1", b"hev1") or entry.inside + ENTRY > entry.end:
                continue
            made[entry.inside + 42 : entry.inside + 74] = bytes(32)
            for box in boxes(made, entry.inside + ENTRY, entry.end):
                if box.name == b"avcC" and box.inside + 5 <= box.end:
                    return Coding((made[box.inside + 4] & 3) + 1, 1, 0, 0x1F, (6,))
                if box.name == b"hvcC" and box.inside + 23 <= box.end:
                    coding = Coding((made[box.inside + 21] & 3) + 1, 2, 1, 0x3F, (39, 40))
                    _blank_sets(made, box, coding)
                    return coding
    return None


def _blank_sets(made: bytearray, box: Box, coding: Coding) -> None:
    """The messages that stand before all pictures."""
    at = box.inside + 23
    for _ in range(made[box.inside + 22]):
        if at + 3 > box.end:
            return
        count, at = int.from_bytes(made[at + 1 : at + 3], "big"), at + 3
        for _ in range(count):
            size = int.from_bytes(made[at : at + 2], "big")
            if 0 < size <= box.end - at - 2 and coding.holds_messages(made[at + 2]):
                _blank_unit(made, at + 2, at + 2 + size, coding, [MOST_MESSAGES])
            at += 2 + size


def blank_remarks(made: bytearray, stretches: Iterable[tuple[int, int]], coding: Coding) -> None:
    """Blank the remarks in what a film plays. Raises DamagedError where it does not hold what it says, or too much."""
    left, units, messages = len(made), MOST_UNITS, [MOST_MESSAGES]
    for start, length in stretches:
        end, left = start + length, left - length
        if end > len(made) or left < 0:
            raise DamagedError
        while start + coding.wide < end:
            size = int.from_bytes(made[start : start + coding.wide], "big")
            start, units = start + coding.wide, units - 1
            if start + size > end or units < 0:
                raise DamagedError
            if size and coding.holds_messages(made[start]):
                _blank_unit(made, start, start + size, coding, messages)
            start += size


def _blank_unit(made: bytearray, start: int, end: int, coding: Coding, left: list[int]) -> None:
    places: Sequence[int] = range(start + coding.head, end)
    if made.find(b"\0\0\3", start, end) >= 0:
        left[0] -= end - start
        if left[0] < 0:
            raise DamagedError
        places = _places(made, start + coding.head, end)
    for kind, first, last in _messages(made, places):
        left[0] -= 1
        if left[0] < 0:
            raise DamagedError
        told = places[first:last]
        if kind == UNREGISTERED or (kind == REGISTERED and bytes([made[at] for at in told[:3]]) not in SHOWN):
            _blank(made, told)


def _places(made: bytearray, start: int, end: int) -> list[int]:
    """Where the bytes of a unit stand, without each 3 that keeps two zeros from beginning another unit."""
    return [at for at in range(start, end) if not (made[at] == 3 and at - 2 >= start and not made[at - 1] and not made[at - 2])]


def _messages(made: bytearray, places: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The messages of a unit: their kinds, and which of its bytes are theirs."""
    at = 0
    while at + 2 < len(places):
        numbers = []
        for _ in range(2):
            number = 0
            while at < len(places) and made[places[at]] == 0xFF:
                number, at = number + 0xFF, at + 1
            if at >= len(places):
                return
            numbers.append(number + made[places[at]])
            at += 1
        yield numbers[0], at, min(at + numbers[1], len(places))
        at += numbers[1]


def _blank(made: bytearray, places: Sequence[int]) -> None:
    """Fill bytes, but for two zeros before a 3 that belongs to no message."""
    if isinstance(places, range):
        made[places.start : places.stop] = b"\xff" * len(places)
        return
    kept = {at + back for at, after in pairwise(places) if after == at + 2 for back in (0, -1)}
    for at in places:
        if at not in kept:
            made[at] = 0xFF


def fragments(made: bytearray, number: int) -> Iterator[tuple[int, int]]:
    """Where the pictures of a track stand in a film that is written in pieces, and how long each stretch is."""
    size = 0
    for top in boxes(made, 0, len(made)):
        for box in within(made, top, b"mvex", b"trex") if top.name == b"moov" else ():
            if _number(made, box.inside + 4) == number:
                size = _number(made, box.inside + 16)
    for piece in boxes(made, 0, len(made)):
        for part in within(made, piece, b"traf") if piece.name == b"moof" else ():
            yield from _of_part(made, piece, part, number, size)


def _of_part(made: bytearray, piece: Box, part: Box, number: int, size: int) -> Iterator[tuple[int, int]]:
    base = at = piece.start
    for box in boxes(made, part.inside, part.end):
        flags = int.from_bytes(made[box.inside + 1 : box.inside + 4], "big")
        field = box.inside + 8
        if box.name == b"tfhd":
            if _number(made, box.inside + 4) != number:
                return
            if flags & 1:
                base = at = int.from_bytes(made[field : field + 8], "big")
            field += 8 * (flags & 1) + 4 * (flags >> 1 & 1) + 4 * (flags >> 3 & 1)
            size = _number(made, field) if flags & 0x10 else size
        elif box.name == b"trun":
            count = _number(made, box.inside + 4)
            if flags & 1:
                at = base + int.from_bytes(made[field : field + 4], "big", signed=True)
            field += 4 * (flags & 1) + 4 * (flags >> 2 & 1)
            step = 4 * (flags >> 8 & 0xF).bit_count()
            if count * step > box.end - field:
                raise DamagedError
            own = range(field + 4 * (flags >> 8 & 1), field + count * step, step or 4) if flags & 0x200 else ()
            length = sum(_number(made, one) for one in own) if own else count * size
            if at < 0:
                raise DamagedError
            yield at, length
            at += length


def _number(made: bytearray, at: int) -> int:
    return int.from_bytes(made[at : at + 4], "big")
