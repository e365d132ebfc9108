"""What of a logo's picture is ink: where it is, how much, how light, and what it stands on."""

import re
from io import BytesIO
from typing import BinaryIO, Literal

from PIL import Image, ImageChops

from deckmotor.color import luminance
from deckmotor.pictures.look import DamagedError
from deckmotor.pictures.pixels import redrawn
from deckmotor.scene.page import Ink, Media

SIDE = 240
"""Pixels along each side of a picture in which it is looked at."""

CLEAR, OTHER = 40, 26
"""Alpha from which on something is seen, and how far a channel of what is ink differs from the ground, of 255."""

WHITE = 232
"""The least channel of a ground that is white to the eye."""

WHOLE = 100_000

_NOTHING_KNOWN = Ink(crop=(0, 0, 0, 0), share=0.5, light=0.5, ground="coloured")
"""Of a picture that can't be read, which is told elsewhere."""


def ink_of_drawing(svg: bytes) -> Ink:
    """That of a drawing, which nothing is drawn of before its place is known: all of it, as light as the colours it names."""
    named = re.findall("#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\\b", svg.decode("utf-8", "replace"))
    colors = {"".join(letter * 2 for letter in one) if len(one) == 3 else one.upper() for one in named} or {"000000"}
    light = sum(luminance(color) for color in sorted(colors)) / len(colors)
    return Ink(crop=(0, 0, 0, 0), share=0.45, light=light, ground="clear")


def ink_of(file: BinaryIO, media: Media) -> Ink:
    """What of a picture is ink. Its ground is what is clear, or else the colour that all four corners have."""
    try:
        small = redrawn(file, media, min(SIDE, media.width), min(SIDE, media.height))[0]
    except DamagedError:
        return _NOTHING_KNOWN
    image = Image.open(BytesIO(small)).convert("RGBA")
    ground, mask = _parted(image)
    box = mask.getbbox()
    if box is None:
        return _NOTHING_KNOWN
    width, height = image.size
    # A pixel more on each side: what is near the edge of the ink is mixed with its ground, and programs round crops.
    box = max(box[0] - 1, 0), max(box[1] - 1, 0), min(box[2] + 1, width), min(box[3] + 1, height)
    left, top, right, bottom = box
    crop = tuple(round(WHOLE * cut) for cut in (left / width, top / height, 1 - right / width, 1 - bottom / height))
    seen = mask.crop(box).tobytes()
    count = max(1, sum(1 for value in seen if value))
    light = sum(value for value, on in zip(_luminance(image.crop(box)), seen, strict=True) if on) / count
    return Ink(crop=(crop[0], crop[1], crop[2], crop[3]), share=count / len(seen), light=light, ground=ground)


def _parted(image: Image.Image) -> tuple[Literal["clear", "white", "coloured"], Image.Image]:
    """What a picture stands on, and a mask of what is not that."""
    alpha = image.getchannel("A")
    if min(alpha.tobytes()) < CLEAR:
        return "clear", alpha.point([255 if value >= CLEAR else 0 for value in range(256)])
    width, height = image.size
    flat = image.convert("RGB")
    corners = {flat.getpixel(at) for at in ((0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1))}
    ground = _agreed([corner for corner in corners if isinstance(corner, tuple)])
    if ground is None or min(ground) < WHITE:
        return "coloured", Image.new("L", image.size, 255)
    far = ImageChops.difference(flat, Image.new("RGB", image.size, ground)).split()
    most = ImageChops.lighter(ImageChops.lighter(far[0], far[1]), far[2])
    return "white", most.point([255 if value >= OTHER else 0 for value in range(256)])


def _agreed(corners: list[tuple[int, ...]]) -> tuple[int, int, int] | None:
    """The colour that all corners have, or nearly; None where they differ."""
    spread = max(max(channel) - min(channel) for channel in zip(*corners, strict=True))
    first = corners[0]
    return (first[0], first[1], first[2]) if spread < OTHER else None


def _luminance(image: Image.Image) -> list[float]:
    """The relative luminance of each pixel, 0 to 1 (WCAG 2.1)."""
    curve = [value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in range(256)]
    red, green, blue = (band.tobytes() for band in image.convert("RGB").split())
    return [
        0.2126 * curve[one] + 0.7152 * curve[two] + 0.0722 * curve[three]
        for one, two, three in zip(red, green, blue, strict=True)
    ]
