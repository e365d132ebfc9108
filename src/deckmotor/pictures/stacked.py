"""Pictures below each other as one."""

import io
from collections.abc import Sequence

from PIL import Image


def stacked(pictures: Sequence[bytes]) -> bytes:
    """PNGs as one PNG, in their order. Each is unpacked alone, so that memory holds the whole and one of them."""
    sizes = [Image.open(io.BytesIO(data)).size for data in pictures]
    whole = Image.new("RGB", (max(width for width, _ in sizes), sum(height for _, height in sizes)))
    top = 0
    for data, (_, height) in zip(pictures, sizes, strict=True):
        with Image.open(io.BytesIO(data)) as picture:
            whole.paste(picture, (0, top))
        top += height
    made = io.BytesIO()
    whole.save(made, "PNG", compress_level=3)
    return made.getvalue()
