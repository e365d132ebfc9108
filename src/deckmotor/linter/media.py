"""Rules on pictures and on the workbooks behind charts: they are what their names say, and of a size that can be shown."""

import io
import struct
import zipfile

from deckmotor.linter.found import Findings, Found

SIGNATURES: dict[str, tuple[bytes, ...]] = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/jpg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/bmp": (b"BM",),
    "image/tiff": (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"),
}
"""How files of a content type begin."""

MOST_PIXELS = 400_000_000
"""Opened, such a picture takes 1.6 GB. Twenty slides beside each other in 600 dpi have fewer."""

MOST_MARKERS = 10_000
"""How far the frame header of a JPEG is looked for; a colour profile of 16 MB has 256 markers."""

_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb")


def check_media(name: str, kind: str, data: bytes) -> Findings:
    """One part that is not XML."""
    known = SIGNATURES.get(kind.lower())
    if known is not None and not data.startswith(known):
        real = next((other for other, marks in SIGNATURES.items() if data.startswith(marks)), "not a picture Office knows")
        yield Found("package-picture-kind", {"found": kind, "wanted": real}, part=name)
    elif known is not None:
        size = size_of(data)
        if size is None or not 0 < size[0] * size[1] <= MOST_PIXELS:
            shown = f"{size[0]} × {size[1]} pixels" if size else "no size that can be read"
            yield Found("package-picture-size", {"size": shown}, part=name)
    if name.lower().endswith(_WORKBOOKS) and not _is_zip(data):
        yield Found("package-chart-workbook", {}, part=name)


def _is_zip(data: bytes) -> bool:
    return data.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(data))


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels that a picture says it has; None where it is cut off before that. TIFF is taken for 1 × 1."""
    try:
        if data.startswith(b"\x89PNG"):
            return struct.unpack(">II", data[16:24])
        if data.startswith(b"GIF8"):
            return struct.unpack("<HH", data[6:10])
        if data.startswith(b"BM"):
            width, height = struct.unpack(
                "<HH" if data[14:15] == b"\x0c" else "<ii", data[18 : 22 if data[14:15] == b"\x0c" else 26]
            )
            return width, abs(height)
        return _jpeg_size(data) if data.startswith(b"\xff\xd8") else (1, 1)
    except struct.error:
        return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """The size in the frame header (ITU-T T.81, §B.2.2), found by going from marker to marker."""
    at = 2
    for _ in range(MOST_MARKERS):
        if at + 4 > len(data) or data[at] != 0xFF:
            break
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4]))
    return None
