"""The white ground of a logo made clear, as ink on paper has none: from the edges inward; what is white inside stays white."""

from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from deckmotor.pictures.ink import SIDE, WHITE

OUTSIDE = 128
"""The value that marks what is reached from the edges."""


def cleared(data: bytes) -> bytes:
    """A picture as a PNG whose white ground is clear, and what is mixed with that at the edges of its ink as far as it is."""
    image = Image.open(BytesIO(data)).convert("RGB")
    bands = image.split()
    darkest = ImageChops.darker(ImageChops.darker(bands[0], bands[1]), bands[2])
    ink = ImageChops.invert(darkest)
    inside = ImageChops.invert(_outside(darkest))
    alpha = ImageChops.lighter(ink, inside)
    # What each colour adds to the white below it is left; Pillow divides it by how opaque it is.
    white = ImageChops.invert(alpha)
    made = Image.merge("RGBa", [*(ImageChops.subtract(band, white) for band in bands), alpha]).convert("RGBA")
    # What is clear is white all the same: programs that scale a picture mix its colours without asking how clear they are.
    seen = alpha.point([255 if value else 0 for value in range(256)])
    made = Image.composite(made, Image.new("RGBA", made.size, (255, 255, 255, 0)), seen)
    file = BytesIO()
    made.save(file, "PNG", icc_profile=image.info.get("icc_profile"))
    return file.getvalue()


def _outside(darkest: Image.Image) -> Image.Image:
    """255 where the ground is, and a little into what borders on it. It is looked for in a small picture: each of its pixels
    takes as long as a thousand of those that are only drawn."""
    small = darkest.resize((min(SIDE, darkest.width), min(SIDE, darkest.height)), Image.Resampling.BOX)
    framed = ImageOps.expand(small.point([255 if value >= WHITE else 0 for value in range(256)]), border=1, fill=255)
    ImageDraw.floodfill(framed, (0, 0), OUTSIDE)
    found = ImageOps.crop(framed.point([255 if value == OUTSIDE else 0 for value in range(256)]), 1)
    return found.filter(ImageFilter.MaxFilter(5)).resize(darkest.size, Image.Resampling.BILINEAR)
