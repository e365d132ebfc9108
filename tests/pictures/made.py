"""Small pictures, made with what cameras and programs write into them."""

import io
import struct
import zlib

from PIL import Image, ImageCms, PngImagePlugin

SECRETS = (
    b"Karin Dolk", b"GPSLATITUDE", b"Nikon D850 serial 4711", b"comment of a camera", b"photoshop caption",
    b"Exif", b"thumbnail of it", b"2026:11:26", b"behind the picture", b"MPF\0", b"Photoshop 3.0", b"eXIf", b"tIME", b"tEXt",
    b"zTXt", b"iTXt",
)  # fmt: skip
"""What must stand in no file that is built."""

COLORS = {"top left": (200, 30, 30), "top right": (30, 160, 40), "bottom left": (30, 40, 200), "bottom right": (230, 210, 40)}
"""A picture has four quarters, so that every turning is told from each other."""


def quarters(width: int = 80, height: int = 60, mode: str = "RGB") -> Image.Image:
    """A picture whose quarters have a colour each."""
    image = Image.new("RGB", (width, height))
    for number, color in enumerate(COLORS.values()):
        left, top = width // 2 * (number % 2), height // 2 * (number // 2)
        image.paste(color, (left, top, left + width // 2, top + height // 2))
    return image.convert(mode)


UNDONE = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
}  # fmt: skip
"""How a camera held so stores an upright picture (Exif 2.32, 4.6.4 A)."""


def stored(image: Image.Image, turn: int) -> Image.Image:
    """The picture as a camera stores it that was held in that way."""
    return image.transpose(UNDONE[turn]) if turn in UNDONE else image


def notes(turn: int = 1) -> bytes:
    """A camera's notes: owner, place, turning, a date, and a thumbnail."""
    exif = Image.Exif()
    exif[0x0112], exif[0x013B], exif[0x010F], exif[0x0132] = turn, "Karin Dolk", "Nikon D850 serial 4711", "2026:11:26 04:00"
    exif.get_ifd(0x8825).update({1: "N", 29: "GPSLATITUDE"})
    return exif.tobytes()


def segment(marker: int, data: bytes) -> bytes:
    """A segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def jpeg(image: Image.Image, turn: int = 1, profile: bytes | None = None, *, noisy: bool = True) -> bytes:
    """A photo as it comes from a telephone: with all that such a one tells of its owner."""
    file = io.BytesIO()
    image = stored(image, turn)
    image.save(file, "JPEG", exif=notes(turn), icc_profile=profile, quality=95, subsampling=0)
    data = file.getvalue()
    if not noisy:
        return data
    more = (
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Karin Dolk</x:xmpmeta>")
        + segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04photoshop caption")
        + segment(0xE2, b"MPF\0II*\0")
        + segment(0xE0, b"JFXX\0\x10thumbnail of it")
        + segment(0xFE, b"comment of a camera")
    )
    return data[:2] + more + data[2:] + b"\xff\xd8 behind the picture \xff\xd9"


def mpo(image: Image.Image) -> bytes:
    """Two photos in one file, as telephones write them."""
    file = io.BytesIO()
    image.save(file, "MPO", save_all=True, append_images=[image], exif=notes(), quality=95)
    return file.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file with a true checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(image: Image.Image, turn: int = 1, profile: bytes | None = None, **options: object) -> bytes:
    """A PNG with texts, a date and notes of a camera."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Karin Dolk")
    texts.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>Karin Dolk</x:xmpmeta>")
    texts.add_text("Comment", "comment of a camera", zip=True)
    file = io.BytesIO()
    stored(image, turn).save(file, "PNG", pnginfo=texts, exif=notes(turn), icc_profile=profile, **options)
    data = file.getvalue()
    return data[:33] + chunk(b"tIME", bytes((7, 234, 11, 26, 4, 0, 0))) + data[33:] + b"behind the picture"


def gif(image: Image.Image, *more: Image.Image) -> bytes:
    """A GIF with a comment; an animation where there are more pictures."""
    file = io.BytesIO()
    image.save(file, "GIF", comment=b"comment of a camera", save_all=bool(more), append_images=more, duration=100, loop=0)
    return file.getvalue()


def other(image: Image.Image, kind: str, turn: int = 1, **options: object) -> bytes:
    """A picture of a rarer kind."""
    file = io.BytesIO()
    options = options if kind == "BMP" else {"exif": notes(turn), **options}
    stored(image, turn).save(file, kind, **options)
    return file.getvalue()


def profile(space: str = "sRGB") -> bytes:
    """A colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()  # type: ignore[arg-type]


def interlaced(image: Image.Image) -> bytes:
    """An RGB picture as PNG in seven passes (PNG, third edition, 8.1), which Pillow reads and does not write."""
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    pixels = image.load()
    assert pixels is not None
    rows = b""
    for left, top, across, down in passes:
        for y in range(top, image.height, down):
            line = b"".join(bytes(pixels[x, y]) for x in range(left, image.width, across))  # type: ignore[arg-type]
            rows += b"\0" + line if line else b""
    header = struct.pack(">IIBBBBB", image.width, image.height, 8, 2, 0, 0, 1)
    packed = chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + packed + chunk(b"IEND", b"")
