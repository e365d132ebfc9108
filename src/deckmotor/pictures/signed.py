"""Stills of films with the sign that they play: a small dark disc with a triangle in the middle of what is shown of them."""

from io import BytesIO

from PIL import Image, ImageDraw

from deckmotor.pictures.pixels import QUALITY
from deckmotor.scene.crop import WHOLE

SIZE = 0.2
"""The disc's width, over the shorter side of what is shown: small enough for a face to be seen around it."""

DISC, MARK = (16, 16, 16, 150), (255, 255, 255, 255)
"""Dark glass, on which white is seen over any picture."""

FINER = 4
"""How many times larger the sign is drawn before it is scaled, so that its edges are smooth."""


def signed(data: bytes, cut: tuple[int, int, int, int]) -> bytes:
    """A picture, of which so much is cut off (in 1/100,000 of its size), with the sign: of the same kind as before."""
    image = Image.open(BytesIO(data))
    kind, profile, mode = image.format, image.info.get("icc_profile"), image.mode
    left, top, right, bottom = (share / WHOLE for share in cut)
    wide, high = image.width * (1 - left - right), image.height * (1 - top - bottom)
    sign = _sign(max(1, round(min(wide, high) * SIZE)))
    at = round(image.width * left + (wide - sign.width) / 2), round(image.height * top + (high - sign.height) / 2)
    drawn = image.convert("RGBA")
    drawn.alpha_composite(sign, at)
    file = BytesIO()
    options = {"quality": QUALITY, "optimize": True} if kind == "JPEG" else {}
    drawn.convert({"P": "RGB", "1": "L"}.get(mode, mode)).save(file, kind, icc_profile=profile, **options)
    return file.getvalue()


def _sign(width: int) -> Image.Image:
    """The disc with its triangle, whose middle of weight is the disc's."""
    large = width * FINER
    image = Image.new("RGBA", (large, large), (*DISC[:3], 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((0, 0, large - 1, large - 1), DISC)
    side, middle = large * 2 // 5, large // 2
    begin = middle - side // 3
    draw.polygon([(begin, middle - side // 2), (begin, middle + side // 2), (begin + side * 7 // 8, middle)], MARK)
    return image.resize((width, width), Image.Resampling.BOX)
