"""Icons as marks of lists: pictures in PowerPoint, outlines elsewhere, one list in all of them."""

import io
import zipfile
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from deckmotor.export.pptx import write
from deckmotor.export.typst import Press
from deckmotor.export.web import Shell, html
from deckmotor.icons.phosphor import SIDE, outline
from deckmotor.importer import read_finished
from deckmotor.ooxml.raster import PIXELS, png
from deckmotor.scene.page import TextItem
from deckmotor.style import Icon
from deckmotor.workspace import fonts_folder
from tests import oracles
from tests.inline.test_footnotes import scene

SLIDES = """\
  - title: Så når du oss
    look: plain
    bullets:
      mark: check
      items:
        - {icon: phone, text: Ring}
        - {text: Skriv, bullets: [när som helst]}
        - Kom hit
  - title: Igen
    bullets: {mark: check, items: [Ett, Två, Tre, Fyra, Fem, Sex]}
    build: items
"""


def test_they_are_pictures_that_are_stored_once() -> None:
    data = write(scene(SLIDES))
    package = zipfile.ZipFile(io.BytesIO(data))
    pages = [package.read(f"ppt/slides/slide{number}.xml").decode() for number in (1, 2)]
    assert [page.count("<a:buBlip>") for page in pages] == [3, 6]
    assert "mark:" not in pages[0] + pages[1]
    assert len([name for name in package.namelist() if name.startswith("ppt/media/")]) == 2
    assert oracles.audit(data) == [] and oracles.flaws(data) == []
    deck, problems = read_finished(data, "a.pptx")
    assert deck is not None and problems == ()


def test_microsofts_validator_finds_nothing() -> None:
    assert oracles.validate(write(scene(SLIDES))) == []


def test_they_are_one_list_in_html_and_pdf() -> None:
    made = scene(SLIDES)
    page = html(made, lambda name: (Path(fonts_folder()) / name).read_bytes(), Shell("", ""))
    assert page.partition('id="igen"')[0].count('<ul role="list">') == 2, "one, and one below an item"
    assert page.count('<svg viewBox="0 0 960 540" aria-hidden="true"><path') >= 9
    data, refused = Press(fonts_folder()).pdf(made)
    assert refused == "" and len(pypdf.PdfReader(io.BytesIO(data)).pages) == 2


def test_text_stands_clear_of_them() -> None:
    """Where PowerPoint begins the text, at the margin, the icon has ended."""
    for page in scene(SLIDES).pages:
        for item in page.items:
            for part in item.paragraphs if isinstance(item, TextItem) else ():
                if isinstance(item, TextItem) and part.style.bullet is not None and part.style.bullet.icon is not None:
                    assert -part.style.indent >= part.style.text.size * 1.2
                    assert part.lines[0].x == item.box.x + item.insets.left + part.style.margin


@pytest.mark.parametrize(
    ("commands", "share"),
    [
        ((("M", (0, 0)), ("L", (100, 0)), ("L", (100, 100)), ("L", (0, 100)), ("Z", ())), 1),
        ((("M", (0, 0)), ("L", (100, 100)), ("L", (0, 100)), ("Z", ())), 1 / 2),
        ((("M", (0, 0)), ("C", (0, 55.2, 44.8, 100, 100, 100)), ("L", (0, 100)), ("Z", ())), 0.2146),
    ],
    ids=["square", "triangle", "curve"],
)
def test_as_many_pixels_are_covered_as_the_outline_is_large(
    commands: tuple[tuple[str, tuple[int, ...]], ...], share: float
) -> None:
    picture = Image.open(io.BytesIO(png(Icon("a", commands, 100), "0D4449")))
    assert picture.convert("RGB").getpixel((1, PIXELS - 2)) == (0x0D, 0x44, 0x49)
    assert sum(picture.getchannel("A").tobytes()) / 255 / PIXELS**2 == pytest.approx(share, abs=0.005)


def test_holes_are_holes() -> None:
    commands = outline("check-circle")
    assert commands is not None
    alpha = Image.open(io.BytesIO(png(Icon("check-circle", commands, SIDE), "000000"))).getchannel("A")
    assert alpha.getpixel((PIXELS // 2, 30)) == 0 and max(alpha.tobytes()) == 255
