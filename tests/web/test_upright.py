"""However a camera was held, and in whatever colours a picture is kept: it stands upright in every output, by its pixels."""

import io
import re
import shutil
import subprocess
from base64 import b64decode
from functools import cache, reduce
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import Page

from deckmotor.browsed import drawn_pages, for_browser, presentation
from deckmotor.build import Pipeline
from deckmotor.built import How, Output
from deckmotor.scene.page import Scene
from deckmotor.workspace import MemoryWorkspace
from tests import oracles
from tests.built import THEME_FILES
from tests.pictures import made

NEAR = 70
"""Of 255: inks and profiles change colours so far."""

BESIDE = 8
"""Pixels from where the four quarters of a picture meet."""


def pictures() -> dict[str, bytes]:
    """One for each way of holding a camera, and for what may go wrong on the way."""
    image, inked = made.quarters(80, 60), made.quarters(80, 60, "CMYK")
    return {
        **{f"t{turn}.jpg": made.jpeg(image, turn) for turn in range(1, 9)},
        "profiled.jpg": made.jpeg(image, 6, made.profile()), "profiled.png": made.png(image, 5, made.profile()),
        "inked.jpg": made.jpeg(inked, 8), "mirrored.jpg": made.jpeg(inked, 7),
        "a.webp": made.other(image, "WEBP", 3, quality=95),
        "a.tif": made.other(image, "TIFF", 6), "turned.png": made.png(image, 8),
        "large.jpg": made.jpeg(made.quarters(2_400, 1_800), 6),
    }  # fmt: skip


SHARE = 4
"""Pictures on a slide."""


@cache
def pipeline() -> tuple[Pipeline, int]:
    """A deck with all of them, and how many pages it has."""
    files = pictures()
    names = list(files)
    rows = [names[at : at + SHARE] for at in range(0, len(names), SHARE)]
    slides = [f"  - {{title: A, pictures: [{', '.join(f'{{file: {one}, alt: a}}' for one in row)}]}}\n" for row in rows]
    deck = f"title: T\nignore: [few-pixels]\nslides:\n{''.join(slides)}".encode()
    workspace = MemoryWorkspace({**THEME_FILES, **files, "deck.yaml": deck})
    return Pipeline.of(workspace, "deck.yaml", theme="motor"), len(rows)


def files(output: Output, **how: object) -> list[bytes]:
    """What is built."""
    built = pipeline()[0].build(outputs=(output,), how=How(**how))  # type: ignore[arg-type]
    assert built.problems == ()
    return [file.data for file in built.files]


@cache
def scene() -> Scene:
    """Its scene, ready to be shown."""
    made = pipeline()[0].compose().scene
    assert made is not None
    return made


def upright(image: Image.Image) -> int:
    """How many places of a picture have the four colours around them as they stand upright."""
    bands = ImageOps.expand(image.convert("RGB"), BESIDE, "white").split()
    corners = ((BESIDE, BESIDE), (-BESIDE, BESIDE), (BESIDE, -BESIDE), (-BESIDE, -BESIDE))
    masks = []
    for color, (right, down) in zip(made.COLORS.values(), corners, strict=True):
        tones = [[255 * (abs(value - wanted) < NEAR) for value in range(256)] for wanted in color]
        near = [band.point(tone) for band, tone in zip(bands, tones, strict=True)]
        masks.append(ImageChops.offset(reduce(ImageChops.darker, near), right, down))
    met, found = reduce(ImageChops.darker, masks), 0
    while (box := met.getbbox()) is not None:
        # All of the band's first spot: it is no larger than the quarters' corners are apart.
        row = met.crop((0, box[1], met.width, box[1] + 1)).getbbox()
        assert row is not None
        met.paste(0, (row[0] - 4 * BESIDE, box[1], row[0] + 4 * BESIDE, box[1] + 4 * BESIDE))
        found += 1
    return found


def count(pages: list[Image.Image]) -> int:
    return sum(map(upright, pages))


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_pictures_and_the_contact_sheet() -> None:
    assert count([opened(data) for data in files("png", resolution=72)]) == len(pictures())
    assert count([opened(data) for data in files("sheet", resolution=144)]) == len(pictures())


@pytest.mark.parametrize("handout", [None, "2", "6", "notes"])
def test_pdf_and_handouts(handout: str | None, tmp_path: Path) -> None:
    painter = shutil.which("pdftoppm") or oracles.missing("poppler (pdftoppm) is not installed")
    (data,) = files("pdf", handout=handout)
    (tmp_path / "a.pdf").write_bytes(data)
    subprocess.run([painter, "-r", "110", "-png", "a.pdf", "a"], cwd=tmp_path, check=True)
    assert count([Image.open(file) for file in tmp_path.glob("*.png")]) == len(pictures())


def test_html_and_the_preview(page: Page, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(presentation(scene()))
    found = 0
    for number in range(pipeline()[1]):
        page.goto("about:blank")
        page.goto(f"file://{tmp_path}/a.html#{number + 1}")
        found += upright(opened(page.screenshot()))
    assert found == len(pictures())
    held = re.findall('base64,([A-Za-z0-9+/=]+)"', for_browser(scene(), "/fonts").kept)
    assert count([opened(b64decode(data)) for data in held]) == len(pictures())


def test_svg(page: Page, tmp_path: Path) -> None:
    found = 0
    for number, drawing in enumerate(drawn_pages(scene())):
        (tmp_path / f"{number}.svg").write_text(drawing, "utf-8")
        page.goto(f"file://{tmp_path}/{number}.svg")
        found += upright(opened(page.screenshot()))
    assert found == len(pictures())


def test_a_picture_that_lies_is_not_taken_for_one_that_stands() -> None:
    image = made.quarters(80, 60)
    assert [upright(made.stored(image, turn)) for turn in range(1, 9)] == [1, 0, 0, 0, 0, 0, 0, 0]
