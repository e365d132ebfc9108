"""Pictures in a theme's motif: on master and layouts, in their order, filling their places, without any notes."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from deckmotor.build import ComposedDeck, Pipeline
from deckmotor.linter import lint_package
from deckmotor.scene.crop import WHOLE
from deckmotor.scene.page import PathShape, PictureItem
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.pictures.made import jpeg, quarters

THEME = """label: Foto
extends: motor
motif:
  cover:
    - picture: {file: bild/hus.jpg, opacity: 40, focus: [80, 20]}
    - bar: {box: [0, 90, 100, 10], fill: accent}
  content:
    - picture: {file: bild/hus.jpg, box: [90, 0, 10, 10]}
"""
DECK = "title: Studien\nlanguage: sv\ntheme: foto\nslides: [{cover: {}}, {title: A, bullets: [a]}]\n"
NAME = "themes/foto/bild/hus.jpg"


def pipeline(size: str, files: dict[str, bytes]) -> Pipeline:
    deck = f"{DECK}size: '{size}'\n".encode()
    given = {**THEME_FILES, "themes/foto/theme.yaml": THEME.encode(), "deck.yaml": deck, **files}
    return Pipeline.of(MemoryWorkspace(given), "deck.yaml")


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_pictures_fill_their_places_in_the_order_of_the_motif(size: str) -> None:
    made = pipeline(size, {NAME: jpeg(quarters(), turn=6)}).compose()
    assert made.problems == () and made.scene is not None
    cover = next(layout for layout in made.scene.layouts if layout.name == "cover")
    picture, bar = cover.decoration
    assert isinstance(picture, PictureItem) and isinstance(bar, PathShape)
    file = made.scene.media[NAME]
    left, top, right, bottom = picture.crop
    shown = file.width * (WHOLE - left - right) / (file.height * (WHOLE - top - bottom))
    assert shown == pytest.approx(made.scene.width / made.scene.height, rel=0.01)
    assert picture.opacity == 40


def test_they_stand_on_master_and_layouts_once_in_the_file_and_without_notes() -> None:
    made = pipeline("16:9", {NAME: jpeg(quarters(), turn=6)})
    (file,) = made.build().files
    assert list(lint_package(file.data, "deck.pptx")) == []
    with ZipFile(BytesIO(file.data)) as package:
        names = [name for name in package.namelist() if name.startswith("ppt/media/")]
        assert len(names) == 1 and b"Exif" not in package.read(names[0])
        master = package.read("ppt/slideMasters/slideMaster1.xml")
        covers = [package.read(name) for name in package.namelist() if name.startswith("ppt/slideLayouts/slideLayout")]
    assert master.count(b"<p:pic>") == 1
    assert sum(part.count(b"<p:pic>") for part in covers) == 1


def test_one_that_is_missing_is_told_where_the_theme_names_it_and_leaves_the_others() -> None:
    made: ComposedDeck = pipeline("16:9", {}).compose()
    assert [(one.code, one.span.file, one.span.line) for one in made.problems] == [
        ("file-missing", "themes/foto/theme.yaml", 5),
        ("file-missing", "themes/foto/theme.yaml", 8),
    ]
    assert made.scene is not None
