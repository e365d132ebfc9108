"""The open set of icons: each is a closed outline inside its box, is found by name, and stands where texts begin."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from deckmotor.build import Pipeline
from deckmotor.drawn import press
from deckmotor.icons.phosphor import SIDE, meant_by, names, outline
from deckmotor.scene.page import ShapeItem, TextItem
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES


def test_every_icon_is_closed_and_inside_its_box() -> None:
    assert len(names()) > 1_400
    for name in names():
        found = outline(name)
        assert found is not None, name
        assert found[0][0] == "M" and found[-1][0] == "Z", name
        assert {letter for letter, _ in found} <= set("MLCZ"), name
        assert all(len(points) == {"M": 2, "L": 2, "C": 6, "Z": 0}[letter] for letter, points in found), name
        assert all(-70 <= value <= SIDE + 70 for _, points in found for value in points), name


@pytest.mark.parametrize("name", ["", "book\t", "book.*", "BOOK", "library", "b" * 100_000])
def test_nothing_else_is_an_icon(name: str) -> None:
    assert outline(name) is None


def test_a_word_finds_icons() -> None:
    assert "users" in meant_by("people")
    assert meant_by("boook") == ("book",)
    assert meant_by("lärcentrum") == ()


@pytest.mark.parametrize(("theme", "size"), [("motor", "16:9"), ("natt", "4:3"), ("flik", "16:9"), ("punkt", "4:3")])
def test_an_icon_begins_where_texts_begin_and_stands_above_them(theme: str, size: str) -> None:
    column = "{icon: {name: books, alt: Böcker}, text: Böcker}"
    text = f"title: T\ntheme: {theme}\nsize: '{size}'\nslides: [{{title: Läsa, columns: [{column}, {{text: Annat}}]}}]\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": text.encode()}), "deck.yaml").compose()
    assert made.scene is not None and made.problems == ()
    (page,) = made.scene.pages
    (icon,) = [item for item in page.items if isinstance(item, ShapeItem)]
    words = next(item for item in page.items if isinstance(item, TextItem) and item.paragraphs[0].text == "Böcker")
    assert icon.alt == "Böcker" and not isinstance(icon.outline, str)
    points = [command[1:] for command in icon.outline if len(command) > 1]
    left, low = min(min(point[::2]) for point in points), max(max(point[1::2]) for point in points)
    assert abs(int(left) - words.paragraphs[0].lines[0].x) < 30_000
    assert int(low) < words.box.y
    assert page.items.index(icon) < page.items.index(words)


EDGE = 64
"""How far a pixel on an edge may be off, of 255: points of ours are whole tenths. What is missing is all of them off."""


def drawn(paths: list[str], side: float) -> Image.Image:
    """Paths in boxes of a side, in rows of ten, each 64 pixels wide and high."""
    places = (f"translate({at % 10 * 64} {at // 10 * 64}) scale({64 / side})" for at in range(len(paths)))
    placed = (f'<path transform="{place}" d="{path}"/>' for place, path in zip(places, paths, strict=True))
    sheet = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640">{"".join(placed)}</svg>'
    return Image.open(io.BytesIO(press().drawing(sheet.encode(), 640, 640))).getchannel("A")


def test_a_hundred_icons_look_as_their_makers_draw_them() -> None:
    lines = Path(__file__).with_name("phosphor.txt").read_text("utf-8").splitlines()[1:]
    theirs = dict(line.split("\t") for line in lines)
    assert len(theirs) == 100
    ours = ["".join(f"{letter}{' '.join(map(str, points))}" for letter, points in outline(name) or ()) for name in theirs]
    apart = ImageChops.difference(drawn(ours, SIDE), drawn(list(theirs.values()), 256))
    boxes = {name: (at % 10 * 64, at // 10 * 64, at % 10 * 64 + 64, at // 10 * 64 + 64) for at, name in enumerate(theirs)}
    assert {name for name, box in boxes.items() if max(apart.crop(box).tobytes()) > EDGE} == set()
