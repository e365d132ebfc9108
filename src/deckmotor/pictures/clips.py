"""Films and sounds: what a file is, told by its own bytes, and whether PowerPoint plays it (ISO 14496-12, RIFF, MPEG audio)."""

import re
from collections.abc import Iterator

from msgspec import Struct

from deckmotor.pictures.boxes import boxes
from deckmotor.pictures.look import DamagedError
from deckmotor.scene.page import MediaType

CONTAINERS = frozenset((b"moov", b"trak", b"mdia", b"minf", b"stbl"))
"""Boxes of MP4 that hold the boxes that are looked for."""

MOST_BOXES = 2_000
"""Boxes of a file that are looked at."""

PLAYED = frozenset(("avc1", "avc3", "mp4a", "mp4v", ".mp3"))
"""Codings in MP4 that PowerPoint plays everywhere."""

OTHERS = {
    b"\x1aE\xdf\xa3": "WebM or Matroska", b"OggS": "Ogg", b"fLaC": "FLAC", b"FLV": "Flash", b"0&\xb2u": "WMV",
    b"\0\0\x01\xba": "MPEG", b"\0\0\x01\xb3": "MPEG",
}  # fmt: skip
"""Kinds that PowerPoint does not play on all computers, by their first bytes."""

WIDE, STRIP = (1280, 720), (1280, 128)
"""The size of a film that says none, and of the picture that stands for a sound."""

TRACK, PALE, FAINT = 5, 0.1, 0.4
"""Half the thickness of the line in the latter, and how much of its colour the ground and the line have."""


class Clip(Struct, frozen=True):
    """A film or a sound."""

    type: MediaType
    width: int
    """Pixels; of a sound those of the picture that stands for it."""
    height: int
    coding: str = ""
    """What it is coded as, where PowerPoint does not play that on all computers."""


def look(data: bytes) -> Clip | str:
    """What a file is; the name of its kind where that is not played. Raises DamagedError where it is neither film nor sound."""
    if data[4:8] == b"ftyp":
        return "QuickTime" if data[8:12] == b"qt  " else _mp4(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE" and b"fmt " in data[12:200]:
        return Clip("wav", *STRIP)
    if data[:4] == b"RIFF" and data[8:12] == b"AVI ":
        return "AVI"
    if _is_mp3(data):
        return Clip("mp3", *STRIP)
    named = next((kind for start, kind in OTHERS.items() if data.startswith(start)), None)
    if named is None:
        raise DamagedError
    return named


def _is_mp3(data: bytes) -> bool:
    """Whether a frame of MPEG audio begins it, after notes where there are some (ISO 11172-3, 2.4.1.3; ID3v2)."""
    at = 0
    if data[:3] == b"ID3" and len(data) > 10:
        at = 10 + sum((byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
    head = data[at : at + 4]
    return len(head) == 4 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2 and head[2] & 0xF0 != 0xF0


def _mp4(data: bytes) -> Clip:
    """A film, or a sound, in an MP4 file: its tracks say which."""
    size, kinds, codings = (0, 0), set(), []
    for name, body in _inside(data, 0, len(data), [MOST_BOXES]):
        if name == b"tkhd" and len(body) >= 84:
            at = 88 if body[0] else 76
            wide, high = (int.from_bytes(body[at + 4 * one : at + 4 * one + 2], "big") for one in (0, 1))
            size = max(size, (wide, high))
        elif name == b"hdlr":
            kinds.add(body[8:12])
        elif name == b"stsd" and len(body) >= 16:
            codings.append(body[12:16].decode("latin-1"))
    if not kinds & {b"vide", b"soun"}:
        raise DamagedError
    odd = next((coding for coding in codings if coding not in PLAYED), "")
    if b"vide" not in kinds:
        return Clip("m4a", *STRIP, odd)
    return Clip("mp4", *(size if all(size) else WIDE), odd)


def _inside(data: bytes, at: int, end: int, left: list[int]) -> Iterator[tuple[bytes, bytes]]:
    """The boxes of a stretch of the file, with those inside the ones that hold others: their names, and how they begin."""
    for box in boxes(data, at, end):
        if left[0] <= 0:
            return
        left[0] -= 1
        if box.name in CONTAINERS:
            yield from _inside(data, box.inside, box.end, left)
        elif box.name != b"mdat":
            yield box.name, data[box.inside : min(box.end, box.inside + 192)]


_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_CUE = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")


def wrong_captions(data: bytes) -> tuple[int, str] | None:
    """The first line of captions that is no WebVTT (W3C), from 1, and what is wrong with it; None where they are sound."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return 1, "is not written in UTF-8"
    if not lines or not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        return 1, "does not begin with WEBVTT"
    last, cues = -1, 0
    for number, line in enumerate(lines, 1):
        if "-->" not in line:
            continue
        match = _CUE.fullmatch(line.strip())
        if match is None:
            return number, "has no two times such as `00:04.000 --> 00:07.500`"
        begin, end = _milliseconds(match.groups()[:4]), _milliseconds(match.groups()[4:])
        if end <= begin:
            return number, "ends before it begins"
        if begin < last:
            return number, "begins before the one above it"
        last, cues = begin, cues + 1
    return None if cues else (len(lines), "says nothing")


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def poster(width: int, height: int, ground: str, mark: str) -> bytes:
    """A picture that stands for a clip: a colour, and a triangle that says that it plays, as PNG. Colours are RRGGBB."""
    import io

    from PIL import Image, ImageDraw  # Only where a clip has no picture of its own.

    image = Image.new("RGB", (width * 2, height * 2), f"#{ground}")
    side = min(width, height) // 2
    left, middle = width - side * 2 // 5, height
    ImageDraw.Draw(image).polygon([(left, middle - side // 2), (left, middle + side // 2), (left + side, middle)], f"#{mark}")
    file = io.BytesIO()
    image.resize((width, height), Image.Resampling.BOX).save(file, "PNG")
    return file.getvalue()


def bar(width: int, height: int, ground: str, mark: str) -> bytes:
    """A picture that stands for a sound, as PNG: a round button with a triangle, and the line that it plays along."""
    import io

    from PIL import Image, ImageColor, ImageDraw  # Only where a sound has no picture of its own.

    wide, high = width * 2, height * 2
    strong, paper = f"#{ground}", ImageColor.getrgb(f"#{mark}")
    pale, faint = (
        tuple([round(own * share + other * (1 - share)) for own, other in zip(ImageColor.getrgb(strong), paper, strict=True)])
        for share in (PALE, FAINT)
    )
    image = Image.new("RGB", (wide, high), pale)
    draw = ImageDraw.Draw(image)
    air, middle, side = high // 6, high // 2, high * 3 // 10
    draw.ellipse((air, air, high - air, high - air), strong)
    left = middle - side * 2 // 5
    draw.polygon([(left, middle - side // 2), (left, middle + side // 2), (left + side, middle)], f"#{mark}")
    draw.rounded_rectangle((high * 5 // 4, middle - TRACK, wide - 2 * air, middle + TRACK), TRACK, faint)
    draw.ellipse((high * 5 // 4, middle - 3 * TRACK, high * 5 // 4 + 6 * TRACK, middle + 3 * TRACK), strong)
    file = io.BytesIO()
    image.resize((width, height), Image.Resampling.BOX).save(file, "PNG")
    return file.getvalue()
