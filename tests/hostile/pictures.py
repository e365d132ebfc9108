"""Pictures that lie, are cut short, or unpack to far more than they are; and files that are no pictures for PowerPoint."""

import io
import os
import struct
import zlib

from PIL import Image

SVG = """<?xml version="1.0"?>
<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><text>&b;&c;</text></svg>
"""


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file with a true checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *more: bytes) -> bytes:
    """A PNG file whose header says a size, and whose pixels need not be there."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 310))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(more) + pixels + chunk(b"IEND", b"")


def full(width: int, height: int) -> bytes:
    """A PNG file of black dots, all of which are there."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(bytes(((width + 7) // 8 + 1) * height)))
    return b"\x89PNG\r\n\x1a\n" + header + pixels + chunk(b"IEND", b"")


def still(kind: str) -> bytes:
    """A sound picture of a kind, by Pillow's name."""
    data = io.BytesIO()
    Image.radial_gradient("L").resize((64, 48)).convert("RGB").save(data, kind)
    return data.getvalue()


AVIF = still("AVIF")
SIZED = AVIF.index(b"ispe") + 8
"""Where its width and height stand (ISO/IEC 23008-12, 6.5.3)."""


def with_size(width: int, height: int) -> bytes:
    """An AVIF that says another size than it has."""
    return AVIF[:SIZED] + struct.pack(">II", width, height) + AVIF[SIZED + 8 :]


BURSTING = zlib.compress(bytes(300_000_000), 1)


def bursting(kind: bytes) -> bytes:
    """A chunk that unpacks to 300 MB."""
    return chunk(kind, b"a\0\0" + BURSTING)


def gif(width: int, height: int, colors: bytes = b"\0\0\0") -> bytes:
    screen = struct.pack("<HH", width, height)
    return b"GIF89a" + screen + colors + b"," + b"\0\0\0\0" + screen + b"\0\2\0;"


def jpeg(width: int = 300, height: int = 200, orientation: int = 0) -> bytes:
    notes = Image.Exif()
    if orientation:
        notes[0x0112] = orientation
    data = io.BytesIO()
    Image.new("RGB", (width, height)).save(data, "JPEG", exif=notes)
    return data.getvalue()


def with_notes(data: bytes) -> bytes:
    """A JPEG with 6 MB of a camera's notes that make no sense."""
    noise = b"\xff\xe1\xff\xffExif\0\0MM\0*\0\0\0\x08\xff\xff" + os.urandom(65_517)
    return data[:2] + noise * 100 + data[2:]


LARGE_JPEG = b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xd9"
"""A header of 65,535 × 65,535 pixels, and nothing more."""

PICTURES: dict[str, tuple[bytes, str]] = {
    "200 megapixels": (png(20_000, 10_000), "picture-too-large"),
    "a lying header": (png(2**31 - 1, 2**31 - 1), "picture-too-large"),
    "barely": (full(10_000, 10_000), ""),
    "too little data": (png(10, 20), "picture-unreadable"),
    "wide": (full(100_000, 1), ""),
    "high": (full(1, 100_000), ""),
    "a GIF without colours": (gif(10, 10), "picture-unreadable"),
    "no width": (png(0, 10), "picture-unreadable"),
    "cut in its header": (png(10, 10)[:30], "picture-unreadable"),
    "cut before its end": (png(10, 10)[:-14], "picture-unreadable"),
    "a wrong checksum": (png(10, 10).replace(b"\x08\x02", b"\x08\x06"), "picture-unreadable"),
    "text that unpacks to 300 MB": (png(10, 10, bursting(b"zTXt")), ""),
    "a colour profile of 300 MB": (png(10, 10, bursting(b"iCCP")), "picture-unreadable"),
    "a large GIF": (gif(65_535, 65_535, b"\x80\0\0" + bytes(6)), "picture-too-large"),
    "an empty GIF": (gif(0, 0), "picture-unreadable"),
    "a GIF cut short": (gif(10, 10)[:9], "picture-unreadable"),
    "a JPEG": (jpeg(), ""),
    "a large JPEG": (LARGE_JPEG, "picture-too-large"),
    "a JPEG cut short": (jpeg()[:-100], "picture-unreadable"),
    "a JPEG turned": (jpeg(4_000, 3_000, 6), ""),
    "a JPEG turned nowhere": (jpeg(orientation=99), ""),
    "a JPEG with mad notes": (with_notes(jpeg()), ""),
    "SVG": (SVG.encode(), "svg-refused"),
    "SVG without a header": (b"<svg onload='alert(1)'/>", "svg-unreadable"),
    "BMP": (b"BM" + struct.pack("<IHHIIiiHH", 54, 0, 0, 54, 40, 2**31 - 1, 2**31 - 1, 1, 24) + bytes(24), "picture-too-large"),
    "TIFF": (b"II*\0\x08\0\0\0\xff\xff" + os.urandom(70_000), "picture-unreadable"),
    "EPS": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9999999 9999999\n(ls) system\n", "picture-kind"),
    "PDF": (b"%PDF-1.4\n", "picture-kind"),
    "WebP": (b"RIFF\xff\xff\xff\xffWEBPVP8X" + b"\xff" * 100, "picture-too-large"),
    "AVIF": (AVIF, ""),
    "an AVIF of 4 gigapixels": (with_size(65_535, 65_535), "picture-unreadable"),
    "an AVIF of no size": (with_size(0, 0), "picture-unreadable"),
    "an AVIF cut short": (AVIF[:-9], "picture-unreadable"),
    "an AVIF whose pixels are noise": (AVIF[:-40] + b"\x81" * 40, "picture-unreadable"),
    "an AVIF of endless boxes": (AVIF[: SIZED - 12] + b"\xff" * 4 + AVIF[SIZED - 8 :], "picture-unreadable"),
    "HEIC": (b"\0\0\0\x18ftypheic" + os.urandom(100), "picture-kind"),
    "nothing": (b"", "picture-unreadable"),
    "noise": (b"?" + os.urandom(10_000), "picture-unreadable"),
    "a program": (b"MZ" + os.urandom(10_000), "picture-unreadable"),
}  # fmt: skip
