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

FINE = 1
"""The same where one thing is looked at: hairlines stay lines."""

REACH = 2
"""Pixels by which a thing may stand elsewhere: 2.6 points. LibreOffice sets text in dots of 1/600 inch, which adds up."""

EDGE = 2 * REACH

KEPT = oracles.TOP / ".cache" / "libreoffice"


def as_libreoffice_draws(scene: Scene, blur: float = BLUR) -> list[Image.Image]:
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
        return [opened(path.read_bytes(), blur) for path in sorted(Path(folder).iterdir())]


def as_we_draw(scene: Scene, numbers: Sequence[int] | None = None, blur: float = BLUR) -> list[Image.Image]:
    """The pages as PNG: all, or those of some numbers, from 1."""
    return [opened(data, blur) for data in the_press().png(scene, RESOLUTION, numbers)]


def opened(data: bytes, blur: float = BLUR) -> Image.Image:
    image = Image.open(io.BytesIO(data)).convert("RGB")
    return blurred(image, blur) if blur else image


def blurred(image: Image.Image, pixels: float = BLUR) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(pixels))


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


def shown(theirs: Image.Image, ours: Image.Image, without: Image.Image, area: Area) -> float | None:
    """Whether a page of theirs shows a thing: 1 where it is as our page, -1 as ours without it, 0 as near to both.

    Only points that the thing makes others are looked at, each as much as it does: a faint ground as well as a thick word. It
    may stand one pixel elsewhere. None where it makes no point of its area another: it is not drawn. Pages are not blurred yet.
    """
    left, top, *_ = area
    found = ImageChops.difference(ours.crop(area), without.crop(area)).getbbox()
    if found is None:
        return None
    around = 4 * FINE
    box = (left + found[0] - around, top + found[1] - around, left + found[2] + around, top + found[3] + around)
    seen, one, other = (image.crop(box).filter(ImageFilter.GaussianBlur(FINE)) for image in (theirs, ours, without))
    drawn = _strongest(one, other)
    touched = drawn.point([0] + [255] * 255)
    best = -1.0
    for right, down in ((x, y) for x in (0, -1, 1) for y in (0, -1, 1)):
        moved = ImageChops.offset(seen, right, down)
        far, far_without = _strongest(moved, one), _strongest(moved, other)
        for_it, against = (
            ImageChops.multiply(ImageChops.subtract(*two), touched) for two in ((far_without, far), (far, far_without))
        )
        best = max(best, (_sum(for_it) - _sum(against)) / _sum(drawn))
        if best > SURELY:
            break
    return best


SURELY = 0.6
"""Where so much speaks for a thing, other places are not tried."""


def _strongest(one: Image.Image, other: Image.Image) -> Image.Image:
    """How much two pictures differ at each point, in the colour in which they do most."""
    red, green, blue = ImageChops.difference(one, other).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _sum(image: Image.Image) -> float:
    return float(ImageStat.Stat(image).sum[0])


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
