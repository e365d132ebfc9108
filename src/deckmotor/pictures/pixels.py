"""Pictures drawn anew, by Pillow: smaller, upright, in RGB, as PNG or JPEG.

Pillow unpacks a picture whole. What is made of it is drawn a band of rows at a time, so that memory stays near that of the two.
"""

import io
import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from typing import BinaryIO

from PIL import Image, ImageCms

from deckmotor.pictures.look import ORIENTATION, DamagedError, Look, TooLargeError
from deckmotor.saving import set_aside
from deckmotor.scene.page import Media, MediaType

FORMATS: dict[str, MediaType] = {
    "PNG": "png", "JPEG": "jpeg", "GIF": "gif", "BMP": "bmp", "WEBP": "webp", "TIFF": "tiff", "AVIF": "avif",
}  # fmt: skip
"""The formats that are opened, by Pillow's names, which are those of its plugins too."""

REFUSED = (
    OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, OverflowError, MemoryError, RuntimeError, struct.error,
)  # fmt: skip
"""What Pillow is seen to raise on damaged pictures: RuntimeError on AVIF."""

QUALITY = 90
"""Of JPEG: above it files grow, and nobody sees why."""

FEW_COLORS = 4_096
"""A picture of a rarer kind with as many at most is a drawing and becomes PNG; one with more is a photo and becomes JPEG."""

GAP = 2
"""How many times too large a picture may be after whole rows and columns are averaged, before it is scaled finely."""

MARGIN = 4
"""Rows beyond its own that a band is drawn with: scaling finely looks at three (Lanczos)."""

BAND = 1_000_000
"""Pixels that are converted at a time."""

SMALL, MIDDLE = 48, 140
"""Pixels of a picture's sides in which it is seen whether it is light, and the grey from which on it is."""

USUAL = 10_000_000
"""Pixels up to which memory is spent on a finer picture and a smaller file."""

LARGE = 80_000_000
"""Pixels, of a picture and of what is made of it, that are held in memory together."""

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_90,
}  # fmt: skip
"""What sets a picture upright, by its orientation (Exif 2.32, 4.6.4 A)."""

SIDEWAYS = 5
"""Orientations from here on are of pictures stored lying on their side."""

FROM_END = (3, 4, 6, 7)
"""Orientations with which the first row stored is the last row, or the last column, of the upright picture."""

LARGEST = {"webp": 25_000_000, "avif": 25_000_000, "tiff": 50_000_000}
"""Most pixels of kinds whose readers take ten to twenty bytes of memory for each."""

THUMBNAIL = 254
"""The tag that says of a further picture in a TIFF that it is the same in small (TIFF 6.0, section 8)."""


def look(data: bytes) -> Look:
    """The size and turning of a picture of any of the formats. Raises DamagedError where it is none."""
    with _opened(io.BytesIO(data)) as image:
        turn = image.getexif().get(ORIENTATION, 1)
        turn = turn if turn in TURNS and image.format != "TIFF" else 1  # Pillow turns TIFF itself, and no other.
        kind = FORMATS[image.format or ""]
        if image.width * image.height > LARGEST.get(kind, image.width * image.height):
            raise TooLargeError(f"{image.width:,} × {image.height:,}", LARGEST[kind])
        return Look(type=kind, width=image.width, height=image.height, turn=turn, convert=True, more=_has_more(image))


def _has_more(image: Image.Image) -> bool:
    """Whether a file holds further frames or pages."""
    if not getattr(image, "is_animated", False):
        return False
    if image.format != "TIFF":
        return True
    image.seek(1)
    return not getattr(image, "tag_v2", {}).get(THUMBNAIL, 0) & 1


def check(file: BinaryIO) -> None:
    """Raise DamagedError where the pixels can't be read."""
    with _opened(file) as image:
        image.draft(None, (1, 1))  # Of a JPEG every code is read, and few pixels are made.
        image.load()


def is_light(file: BinaryIO, media: Media) -> bool:
    """Whether most of a picture is light; no where its pixels can't be read, which is told later."""
    try:
        small = redrawn(file, media, min(SMALL, media.width), min(SMALL, media.height))[0]
    except DamagedError:
        return False
    grey = Image.open(io.BytesIO(small)).convert("L")
    return sum(grey.tobytes()) > MIDDLE * grey.width * grey.height


def redrawn(file: BinaryIO, media: Media, width: int, height: int) -> tuple[bytes, MediaType]:
    """A picture upright, of so many pixels, in RGB or grey; `file` holds it without notes.

    Raises DamagedError where its pixels can't be read.
    """
    size = (height, width) if media.turn >= SIDEWAYS else (width, height)
    with _opened(file) as image:
        profile = image.info.get("icc_profile")
        sampling = _sampling(image)
        gap = GAP if width * height <= USUAL else 1
        image.draft(None, (size[0] * gap, size[1] * gap))
        mode = image.mode
        drawn = _drawn(_Rows(image, width * height), size, media.turn, profile)
    profile = None if mode in ("CMYK", "LAB") else profile  # It told of values that are no longer there.
    if drawn.mode not in ("L", "RGB") or media.type in ("png", "gif") or (media.type != "jpeg" and drawn.getcolors(FEW_COLORS)):
        return _saved(drawn, "PNG", icc_profile=profile), "png"
    # The best coding is found by keeping all of a picture once more.
    options = {"quality": QUALITY, "subsampling": sampling, "optimize": width * height <= USUAL}
    return _saved(drawn, "JPEG", icc_profile=profile, **options), "jpeg"


def cut(media: Media, crop: tuple[int, int, int, int]) -> bytes:
    """What is left of a picture that is ready after so much of it is cut off, in 1/100,000 of its size: of the same kind."""
    left, top, right, bottom = (share / 100_000 for share in crop)
    with _opened(io.BytesIO(media.data)) as image:
        wide, high = image.size
        part = image.crop((round(wide * left), round(high * top), round(wide * (1 - right)), round(high * (1 - bottom))))
        profile, sampling = image.info.get("icc_profile"), _sampling(image)
    if media.type == "png":
        return _saved(part, "PNG", icc_profile=profile)
    return _saved(part, "JPEG", icc_profile=profile, quality=QUALITY, subsampling=sampling)


@contextmanager
def _opened(file: BinaryIO) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        # It warns of what is told in plain words here, or harms nobody: an odd note of a camera.
        warnings.simplefilter("ignore")
        try:
            with Image.open(file, formats=tuple(FORMATS)) as image:
                yield image
        except TooLargeError:
            raise
        except Image.DecompressionBombError as error:
            # It tells the number in its words only.
            raise TooLargeError(f"{int(re.findall('[0-9]+', str(error))[0]):,}") from error
        except REFUSED as error:
            raise DamagedError from error


class _Rows:
    """The rows of a picture, in values that are amounts of light or ink. Those of a large one are set aside."""

    def __init__(self, image: Image.Image, drawn: int) -> None:
        self.width, self.height = self.size = image.size
        self._image, self._file = image, None
        if image.width * image.height + drawn > LARGE:
            self.mode = self.get(0, 1).mode
            bands = range(0, self.height, max(1, BAND // self.width))
            self._file = set_aside(self.get(top, min(self.height, top + bands.step)).tobytes() for top in bands)
        if self._file is not None:
            image.close()

    def get(self, top: int, bottom: int) -> Image.Image:
        """Some of them, as a picture."""
        if self._file is None:
            return _plain(self._image.crop((0, top, self.width, bottom)))
        row = self.width * len(self.mode)
        self._file.seek(top * row)
        return Image.frombytes(self.mode, (self.width, bottom - top), self._file.read((bottom - top) * row))


def _drawn(image: _Rows, size: tuple[int, int], turn: int, profile: bytes | None) -> Image.Image:
    """The picture in a size (of how it is stored), in RGB or grey, turned upright: a band of rows after the other."""
    width, height = size
    drawn: Image.Image | None = None
    rows = max(1, BAND // max(width, image.width * image.height // height))
    for top in range(0, height, rows):
        bottom = min(height, top + rows)
        band = _in_rgb(_band(image, size, top, bottom), profile)
        band = band.transpose(TURNS[turn]) if turn in TURNS else band
        if drawn is None:
            drawn = Image.new(band.mode, (height, width) if turn >= SIDEWAYS else size)
        at = height - bottom if turn in FROM_END else top
        drawn.paste(band, (at, 0) if turn >= SIDEWAYS else (0, at))
    if drawn is None:
        raise DamagedError
    return drawn


def _band(image: _Rows, size: tuple[int, int], top: int, bottom: int) -> Image.Image:
    """Some rows of the picture in a size: whole rows and columns are averaged, then it is scaled finely."""
    width, height = size
    if image.size == size:
        return image.get(top, bottom)
    first, last, step = max(0, top - MARGIN), min(height, bottom + MARGIN), image.height / height
    start, end = int(first * step), min(image.height, ceil(last * step))
    band = image.get(start, end)
    if band.mode in ("LA", "RGBA"):
        band = band.convert({"LA": "La", "RGBA": "RGBa"}[band.mode])  # What is transparent lends no colour.
    box = (0, first * step - start, image.width, min(end - start, last * step - start))
    band = band.resize((width, last - first), Image.Resampling.LANCZOS, box, reducing_gap=GAP)
    band = band.crop((0, top - first, width, bottom - first))
    return band.convert({"La": "LA", "RGBa": "RGBA"}[band.mode]) if band.mode in ("La", "RGBa") else band


def _plain(image: Image.Image) -> Image.Image:
    """A picture whose values are amounts of light or ink, eight bits each."""
    if image.mode in ("P", "PA", "RGB", "L") and "transparency" in image.info:
        return image.convert("LA" if image.mode == "L" else "RGBA")
    if image.mode.startswith("I"):  # 16 bits.
        return image.convert("I").point([value >> 8 for value in range(1 << 16)], "L")
    if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK"):
        return image
    return image.convert({"1": "L", "F": "L", "PA": "RGBA"}.get(image.mode, "RGB"))


def _in_rgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Ink as light: as its colour profile says where it has a sound one."""
    if image.mode != "CMYK":
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile or b""))
        turned = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, *REFUSED):
        turned = None
    return turned or image.convert("RGB")


def _sampling(image: Image.Image) -> int:
    """How coarsely a JPEG keeps its colours: as before; of other pictures, as JPEG mostly does (2: half of both sides)."""
    from PIL import JpegImagePlugin

    return JpegImagePlugin.get_sampling(image) if isinstance(image, JpegImagePlugin.JpegImageFile) else 2


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
