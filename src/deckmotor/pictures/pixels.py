"""Pictures drawn anew, by Pillow: smaller, upright, in RGB, as PNG or JPEG. Memory stays near that of the picture itself."""

import io
import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageCms

from deckmotor.pictures.look import ORIENTATION, DamagedError, Look, TooLargeError
from deckmotor.scene.page import Media, MediaType

FORMATS: dict[str, MediaType] = {
    "PNG": "png", "JPEG": "jpeg", "GIF": "gif", "BMP": "bmp", "WEBP": "webp", "TIFF": "tiff", "AVIF": "avif",
}  # fmt: skip
"""The formats that are opened, by Pillow's names, which are those of its plugins too."""

REFUSED = (
    OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, OverflowError, MemoryError, struct.error,
)  # fmt: skip
"""What Pillow is seen to raise on damaged pictures."""

QUALITY = 90
"""Of JPEG: above it files grow, and nobody sees why."""

FEW_COLORS = 4_096
"""A picture of a rarer kind with as many at most is a drawing and becomes PNG; one with more is a photo and becomes JPEG."""

GAP = 2
"""How many times too large a picture may be after whole rows and columns are averaged, before it is scaled finely."""

BAND = 4_000_000
"""Pixels that are converted at a time."""

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_90,
}  # fmt: skip
"""What sets a picture upright, by its orientation (Exif 2.32, 4.6.4 A)."""

SIDEWAYS = 5
"""Orientations from here on are of pictures stored lying on their side."""


def look(data: bytes) -> Look:
    """The size and turning of a picture of any of the formats. Raises DamagedError where it is none."""
    with _opened(data) as image:
        turn = image.getexif().get(ORIENTATION, 1)
        turn = turn if turn in TURNS and image.format != "TIFF" else 1  # Pillow turns TIFF itself, and no other.
        return Look(type=FORMATS[image.format or ""], width=image.width, height=image.height, turn=turn, convert=True)


def check(media: Media) -> None:
    """Raise DamagedError where the pixels can't be read."""
    with _opened(media.data) as image:
        image.draft(None, (1, 1))  # Of a JPEG every code is read, and few pixels are made.
        image.load()


def redrawn(media: Media, width: int, height: int) -> tuple[bytes, MediaType]:
    """A picture upright, of so many pixels, in RGB or grey. Raises DamagedError where its pixels can't be read."""
    size = (height, width) if media.turn >= SIDEWAYS else (width, height)
    with _opened(media.data) as image:
        profile = image.info.get("icc_profile")
        sampling = _sampling(image)
        image.draft(None, (size[0] * GAP, size[1] * GAP))
        drawn = _in_rgb(_scaled(image, size), profile)
    if media.turn in TURNS:
        drawn = drawn.transpose(TURNS[media.turn])
    drawn.info = {}
    if drawn.mode not in ("L", "RGB") or media.type in ("png", "gif") or (media.type != "jpeg" and drawn.getcolors(FEW_COLORS)):
        return _saved(drawn, "PNG", icc_profile=profile if image.mode != "CMYK" else None), "png"
    options = {"quality": QUALITY, "subsampling": sampling, "optimize": True}
    return _saved(drawn, "JPEG", icc_profile=profile if image.mode != "CMYK" else None, **options), "jpeg"


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        # It warns of what is told in plain words here, or harms nobody: an odd note of a camera.
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=tuple(FORMATS)) as image:
                yield image
        except Image.DecompressionBombError as error:
            # It tells the number in its words only.
            raise TooLargeError(f"{int(re.findall('[0-9]+', str(error))[0]):,}") from error
        except REFUSED as error:
            raise DamagedError from error


def _scaled(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture in a size: whole rows and columns are averaged a band at a time, then it is scaled finely."""
    step = max(1, int(min(image.width / size[0], image.height / size[1]) / GAP))
    rows = max(1, BAND // image.width // step) * step
    scales = image.size != size
    drawn: Image.Image | None = None
    for top in range(0, image.height, rows):
        band = _plain(image.crop((0, top, image.width, min(top + rows, image.height))))
        if scales and band.mode in ("LA", "RGBA"):
            band = band.convert({"LA": "La", "RGBA": "RGBa"}[band.mode])  # What is transparent lends no colour.
        band = band.reduce(step) if step > 1 else band
        if drawn is None:
            drawn = Image.new(band.mode, (-(-image.width // step), -(-image.height // step)))
        drawn.paste(band, (0, top // step))
    if drawn is None:
        raise DamagedError
    drawn = drawn.resize(size, Image.Resampling.LANCZOS) if drawn.size != size else drawn
    return drawn.convert({"La": "LA", "RGBa": "RGBA"}[drawn.mode]) if drawn.mode in ("La", "RGBa") else drawn


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
