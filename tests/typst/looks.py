"""Pages as two programs draw them, side by side: LibreOffice from the .pptx, and typst from the scene."""

import hashlib
import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageStat

from deckmotor.cache import Cache
from deckmotor.drawn import drawn_formula
from deckmotor.export.pptx import write
from deckmotor.scene.page import ConnectorItem, Item, PathShape, Scene
from deckmotor.units import EMU_PER_INCH
from tests import oracles
from tests.typst.drawn import the_press

RESOLUTION = 56
"""Dots per inch: a page of 16:9 is 747 pixels wide, and the smallest thing on it, a digit of 12 points, 5."""

BLUR = 2
"""Pixels: letters become patches, so that how a program smooths their edges makes no difference."""

REACH = 2
"""Pixels by which a thing may stand elsewhere: 2.6 points. LibreOffice sets text in dots of 1/600 inch, which adds up."""

EDGE = 2 * REACH

KEPT = oracles.TOP / ".cache" / "libreoffice"


def as_libreoffice_draws(scene: Scene) -> list[Image.Image]:
    """The pages of the scene's .pptx."""
    pptx = write(scene, drawing=lambda item: drawn_formula(item, {False: the_press()}, Cache(None)))
    program = shutil.which("soffice")
    painter = shutil.which("pdftoppm")
    if program is None or painter is None:
        oracles.missing("LibreOffice (soffice) or poppler (pdftoppm) is not installed")
    # What LibreOffice draws depends on the file and on itself only, and takes seconds: one run serves all later ones.
    named = f"{os.path.realpath(program)} {os.stat(program).st_mtime_ns}".encode()
    kept = KEPT / f"{hashlib.sha256(named + pptx).hexdigest()}.pdf"
    if not kept.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        partial = kept.with_suffix(f".{os.getpid()}")
        partial.write_bytes(oracles.to_pdf(pptx))
        partial.rename(kept)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([painter, "-r", str(RESOLUTION), "-png", str(kept), f"{folder}/page"], check=True)
        return [opened(path.read_bytes()) for path in sorted(Path(folder).iterdir())]


def as_we_draw(scene: Scene, numbers: Sequence[int] | None = None) -> list[Image.Image]:
    """The pages as PNG: all, or those of some numbers, from 1."""
    return [opened(data) for data in the_press().png(scene, RESOLUTION, numbers)]


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB").filter(ImageFilter.GaussianBlur(BLUR))


Area = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""


def difference(one: Image.Image, other: Image.Image, area: Area | None = None) -> int:
    """How different two pages, or a part of them, are, 0 to 255, where they are most.

    At each point that is the least difference to any point of the other page within `REACH`: what stands a little elsewhere
    makes none, what is missing on one of the pages makes all that it stands out by.
    """
    whole = (0, 0, min(one.width, other.width), min(one.height, other.height))
    a, b = (image.crop(area or whole) for image in (one, other))
    most = ImageChops.lighter(_least(a, b), _least(b, a))
    # Nearer to the edge, points are compared with those of the other side.
    channels = most.crop((EDGE, EDGE, a.width - EDGE, a.height - EDGE)).getextrema()
    return max(int(channel[1]) for channel in channels)  # type: ignore[index]


def place(item: Item) -> Area:
    """Where an item stands, with room around it for what lies a little elsewhere."""
    match item:
        case PathShape():
            steps = [int(value) for _, *values in item.commands for value in values]
            across, down = steps[::2], steps[1::2]
        case ConnectorItem():
            across, down = [item.begin.x, item.end.x], [item.begin.y, item.end.y]
        case _:
            across, down = [item.box.x, item.box.right], [item.box.y, item.box.bottom]
    sides = (min(across), min(down), max(across), max(down))
    left, top, right, bottom = (side * RESOLUTION // EMU_PER_INCH for side in sides)
    return (max(left - EDGE, 0), max(top - EDGE, 0), right + EDGE, bottom + EDGE)


def alike(one: Image.Image, other: Image.Image, area: Area) -> float:
    """How much there is to see in a part of two pages, on the one with less over that on the other: 1 is as much, 0 nothing."""
    seen = [1 + sum(ImageStat.Stat(image.crop(_within(area, image))).stddev) for image in (one, other)]
    return min(seen) / max(seen)


def _within(area: Area, image: Image.Image) -> Area:
    left, top, right, bottom = area
    left, top = min(left, image.width - 1), min(top, image.height - 1)
    return (left, top, max(left + 1, min(right, image.width)), max(top + 1, min(bottom, image.height)))


def changed(one: Image.Image, other: Image.Image) -> Area:
    """Where two pages that the same program drew differ, with room around it."""
    found = ImageChops.difference(one, other).getbbox()
    assert found is not None, "they do not differ"
    left, top, right, bottom = found
    around = 2 * EDGE
    return (max(left - around, 0), max(top - around, 0), min(right + around, one.width), min(bottom + around, one.height))


def _least(a: Image.Image, b: Image.Image) -> Image.Image:
    least: Image.Image | None = None
    for x in range(-REACH, REACH + 1):
        for y in range(-REACH, REACH + 1):
            found = ImageChops.difference(a, ImageChops.offset(b, x, y))
            least = found if least is None else ImageChops.darker(least, found)
    assert least is not None
    return least
