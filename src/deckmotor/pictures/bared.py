"""Films, sounds and captions without what is said of them: who made them, where, when and with what.

Only what plays is kept. In a film nothing moves, as tables in it say at which byte its pictures stand: what is left out becomes
free space, full of zeros (ISO 14496-12). Other files are written anew without it.
"""

import re
from collections.abc import Iterator

from deckmotor.pictures.boxes import Box, boxes, within
from deckmotor.pictures.look import DamagedError
from deckmotor.pictures.remarks import blank_remarks, coding_of, fragments

KEPT = {
    b"": frozenset((b"ftyp", b"styp", b"moov", b"mdat", b"moof", b"mfra", b"sidx")),
    b"moov": frozenset((b"mvhd", b"trak", b"mvex", b"iods")),
    b"trak": frozenset((b"tkhd", b"edts", b"mdia", b"tref")),
    b"mdia": frozenset((b"mdhd", b"hdlr", b"minf", b"elng")),
    b"minf": frozenset((b"vmhd", b"smhd", b"hmhd", b"nmhd", b"sthd", b"gmhd", b"dinf", b"stbl", b"hdlr")),
    b"dinf": frozenset((b"dref",)),
    b"stbl": frozenset(
        (
            b"stsd",
            b"stts",
            b"ctts",
            b"cslg",
            b"stsz",
            b"stz2",
            b"stsc",
            b"stco",
            b"co64",
            b"stss",
            b"stsh",
            b"stps",
            b"padb",
            b"stdp",
            b"sdtp",
            b"sbgp",
            b"sgpd",
            b"subs",
            b"saiz",
            b"saio",
        )
    ),
    b"moof": frozenset((b"mfhd", b"traf")),
    b"traf": frozenset((b"tfhd", b"tfdt", b"trun", b"sdtp", b"sbgp", b"sgpd", b"subs", b"saiz", b"saio", b"senc")),
}
"""The boxes of a film, by the one that they stand in: others hold notes (`udta`, `meta`, `uuid`)."""

MOST_BOXES = 300_000
"""Boxes of a film that are looked at. One of an hour that is written in pieces of a second has 30,000."""

DATED = frozenset((b"mvhd", b"tkhd", b"mdhd"))
"""Boxes that say when they were made, and when changed."""

SHOWN = frozenset((b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp", b"hint"))
"""Kinds of tracks that are kept; others say where the camera was at each moment."""


class ElsewhereError(Exception):
    """A film plays what stands in another file, or on another computer."""


CHUNKS = frozenset((b"fmt ", b"fact", b"data"))
"""Of a WAV file."""


_LAVC = re.compile(rb"Lavc\d\d\.\d{1,3}\.\d{3}")
_LAME = re.compile(rb"LAME\d\.\d|" + _LAVC.pattern)
"""Coders' names in frames of sound, where decoders pass over them: what fills them up in AAC (ISO 14496-3, 4.5.2.9), what is
left of them in MP3 (ISO 11172-3, 2.4.1.8). So many letters stand in no sound by chance."""

_TAG = re.compile(rb"(?:Xing|Info)[\x00-\xff]{116}((?:LAME|Lav[cf])[\x00-\xff]{5})[\x00-\xff]{27}")
"""What the first frame of an MP3 says of it, with its coder's name where it was coded by LAME or by libavcodec."""

_FIRST = 1_500
"""Bytes in which the first frame of an MP3 ends."""


def bared(data: bytes, type: str) -> bytes:
    """A film, a sound or captions that have been looked at, without what is said of them.

    Raises DamagedError; ElsewhereError where a film is not all in its file.
    """
    if type in ("mp4", "m4a"):
        return _film(data)
    return {"mp3": _mp3, "wav": _wav, "vtt": _captions}[type](data)


def _film(data: bytes) -> bytes:
    made = bytearray(data)
    _bare_boxes(made, b"", 0, len(made), [MOST_BOXES])
    for film in boxes(made, 0, len(made)):
        for track in within(made, film, b"trak") if film.name == b"moov" else ():
            _bare_pieces(made, track)
    return bytes(made)


def _bare_pieces(made: bytearray, track: Box) -> None:
    """Take away what coders say of themselves in what a track plays."""
    coding = coding_of(made, track)
    if coding is not None:
        blank_remarks(made, _pieces(made, track), coding)
    elif _kind(made, track) == b"soun":
        for start, length in _pieces(made, track):
            for name in _LAVC.finditer(made, start, start + length):
                made[name.start() : name.end()] = bytes(len(name[0]))


def _pieces(made: bytearray, track: Box) -> Iterator[tuple[int, int]]:
    """Where all stands that a track plays, and how long each piece is: in one place, or part after part."""
    yield from _samples(made, track)
    for header in within(made, track, b"tkhd"):
        at = header.inside + (20 if made[header.inside] else 12)
        yield from fragments(made, int.from_bytes(made[at : at + 4], "big"))


def _bare_boxes(made: bytearray, around: bytes, at: int, end: int, left: list[int]) -> None:
    for box in boxes(made, at, end):
        left[0] -= 1
        if left[0] < 0:
            raise DamagedError
        if box.name not in KEPT[around]:
            _free(made, box)
        elif box.name == b"trak" and (kind := _kind(made, box)) not in SHOWN and kind:
            _blank_samples(made, box)
            _free(made, box)
        elif box.name in DATED:
            size = 16 if made[box.inside] else 8
            made[box.inside + 4 : box.inside + 4 + size] = bytes(size)
        elif box.name == b"dref":
            _check_inside(made, box)
        elif box.name == b"hdlr":  # Behind its kind stands a name that anybody gave it.
            made[box.inside + 12 : box.end] = bytes(box.end - box.inside - 12)
        elif box.name in KEPT:
            _bare_boxes(made, box.name, box.inside, box.end, left)


def _check_inside(made: bytearray, box: Box) -> None:
    """Raise ElsewhereError where what is played stands elsewhere; what is said of where that would be is taken away."""
    for one in boxes(made, box.inside + 8, box.end):
        if one.inside + 4 > one.end or not made[one.inside + 3] & 1:
            raise ElsewhereError
        made[one.inside + 4 : one.end] = bytes(one.end - one.inside - 4)


def _free(made: bytearray, box: Box) -> None:
    made[box.start + 4 : box.start + 8] = b"free"
    made[box.inside : box.end] = bytes(box.end - box.inside)


def _blank_samples(made: bytearray, track: Box) -> None:
    left = len(made)
    for start, length in _samples(made, track):
        left -= length
        if start + length > len(made) or left < 0:
            raise DamagedError
        made[start : start + length] = bytes(length)


def _kind(data: bytearray, track: Box) -> bytes:
    handler = next(within(data, track, b"mdia", b"hdlr"), None)
    return bytes(data[handler.inside + 8 : handler.inside + 12]) if handler else b""


def _samples(data: bytearray, track: Box) -> Iterator[tuple[int, int]]:
    """Where what a track plays stands in the file, and how long each piece is."""
    way = (b"mdia", b"minf", b"stbl")
    tables = {
        name: [int.from_bytes(data[at : at + wide], "big") for at in range(box.inside + 4, box.end - wide + 1, wide)]
        for name, wide in ((b"stsz", 4), (b"stsc", 4), (b"stco", 4))
        for box in within(data, track, *way, name)
    }
    starts = tables.get(b"stco", [0])[1:]
    for box in within(data, track, *way, b"co64"):
        starts = [int.from_bytes(data[at : at + 8], "big") for at in range(box.inside + 8, box.end - 7, 8)]
    same, _, *sizes = tables.get(b"stsz", [0, 0])
    runs = tables.get(b"stsc", [0])[1:]
    # From which piece on how many samples stand in each: it holds until the next line.
    counts = dict(zip(runs[::3], runs[1::3], strict=False))
    held = sample = 0
    for number, start in enumerate(starts, 1):
        held = counts.get(number, held)
        length = held * same if same else sum(sizes[sample : sample + held])
        sample += held
        yield start, length


def _mp3(data: bytes) -> bytes:
    """A sound without notes: ID3 before and behind it, APE and lyrics behind it; the names of coders in it.

    Of these the first stays as LAME's, whosever it was, without its number: decoders look for it before they believe how much
    silence the coder has put before and behind the sound.
    """
    start, end = 0, len(data)
    if data[:3] == b"ID3":
        start = 10 + _seven(data, 6)
    while (cut := _notes_behind(data, end)) < end:
        end = max(cut, start)
    made = bytearray(data[start:end])
    if tag := _TAG.search(made, 0, _FIRST):
        _rename(made, tag.start())
    return _LAME.sub(lambda name: bytes(len(name[0])), bytes(made))


def _rename(made: bytearray, tag: int) -> None:
    """Call the coder of an MP3 LAME, and mend the sum of what its first frame says: over what stands before, or 190 bytes."""
    name, check = slice(tag + 120, tag + 129), slice(tag + 154, tag + 156)
    told, made[check] = made[check], bytes(2)
    ends = [end for end in (check.start, 190) if _check_sum(made[:end]) == int.from_bytes(told, "big")]
    made[name] = b"LAME     "
    made[check] = _check_sum(made[: ends[0]]).to_bytes(2, "big") if ends else told


def _check_sum(data: bytes | bytearray) -> int:
    """That of what the first frame of an MP3 says (CRC-16 of the polynomial 0x8005, backwards)."""
    total = 0
    for byte in data:
        total ^= byte
        for _ in range(8):
            total = total >> 1 ^ (0xA001 if total & 1 else 0)
    return total


def _seven(data: bytes, at: int) -> int:
    """A number of four bytes of seven bits."""
    return sum((byte & 0x7F) << shift for byte, shift in zip(data[at : at + 4], (21, 14, 7, 0), strict=True))


def _notes_behind(data: bytes, end: int) -> int:
    """Where the last note begins that ends at a place; that place where there is none."""
    if data[max(end - 128, 0) : end][:3] == b"TAG":
        longer = max(end - 355, 0)
        return longer if data[longer : longer + 4] == b"TAG+" else max(end - 128, 0)
    if data[max(end - 32, 0) : end][:8] == b"APETAGEX":
        size, flags = (int.from_bytes(data[end - at : end - at + 4], "little") for at in (20, 12))
        return max(end - size - 32 * (flags >> 31), 0)
    if data[max(end - 10, 0) : end][:3] == b"3DI":
        return max(end - 20 - _seven(data, end - 4), 0)
    lyrics = re.fullmatch(rb"(\d{6})LYRICS200", data[max(end - 15, 0) : end])
    return max(end - 15 - int(lyrics[1]), 0) if lyrics else end


def _wav(data: bytes) -> bytes:
    kept, at = [], 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] in CHUNKS:
            kept.append(data[at : at + 8 + size + size % 2])
        at += 8 + size + size % 2
    body = b"WAVE" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _captions(data: bytes) -> bytes:
    """WebVTT without its notes, and what stands behind its first word."""
    text = re.sub(r"\r\n?", "\n", data.decode("utf-8-sig"))
    first, *blocks = re.split(r"\n{2,}", text.strip("\n"))
    cues = first.partition("\n")[2] if "-->" in first else ""
    kept = [block for block in (cues, *blocks) if block and not re.match(r"NOTE(?:[ \t\n]|\Z)", block)]
    return ("\n\n".join(["WEBVTT", *kept]) + "\n").encode()
