"""Words on a picture that covers its page: their contrast, measured on the pixels that lie under them."""

import io
from itertools import product

import pytest
from msgspec.structs import replace
from PIL import Image

from deckmotor.build import Pipeline
from deckmotor.color import contrast
from deckmotor.drawn import press
from deckmotor.scene.page import Page, PictureItem, Scene, ShapeItem, TextItem
from deckmotor.style import Box
from deckmotor.units import to_points
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES, THEMES

DPI = 36
TEXT, LARGE_TEXT, LARGE = 4.5, 3.0, 24
"""Contrast of text, and of large text and from how many points on it is that (WCAG 2.2, 1.4.3)."""

DECK = """\
title: Studien
language: sv
slides:
  - {title: Vitt, layout: picture-full, highlight: Vitt, picture: {file: white.png, alt: Vitt, caption: "Foto: [Åsa](https://a.se)"}}
  - {title: Brus som tar två rader för att rubriken är så lång att den inte får rum på en, layout: picture-full,
     picture: {file: noise.png, alt: Brus, caption: "Foto: Bo"}}
  - {title: Svart, layout: picture-full, picture: {file: black.png, alt: Svart}}
"""


def png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "png")
    return file.getvalue()


FILES = {
    "white.png": png(Image.new("RGB", (1000, 600), "white")),
    "black.png": png(Image.new("RGB", (1000, 600), "black")),
    "noise.png": png(Image.effect_noise((1000, 600), 150).convert("RGB")),
}


def scene(theme: str, size: str) -> Scene:
    deck = f"{DECK}theme: {theme}\nsize: '{size}'\n".encode()
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, **FILES, "deck.yaml": deck}), "deck.yaml").compose()
    assert made.scene is not None and made.problems == (), made.problems
    return made.scene


def worst(picture: Image.Image, box: Box, color: str, scale: float) -> float:
    """The least contrast of a colour with any pixel of a box."""
    corners = (box.x * scale, box.y * scale, box.right * scale, box.bottom * scale)
    left, top, right, bottom = (round(value) for value in corners)
    data = picture.crop((left, top, right, bottom)).convert("RGB").tobytes()
    colours = {data[at : at + 3].hex().upper() for at in range(0, len(data), 3)}
    return min(contrast(color, found) for found in colours)


@pytest.mark.parametrize(("theme", "size"), list(product(THEMES, ("16:9", "4:3"))))
def test_words_can_be_read_on_any_picture(theme: str, size: str) -> None:
    made = scene(theme, size)
    bare = tuple(
        replace(page, items=tuple(item for item in page.items if not isinstance(item, TextItem))) for page in made.pages
    )
    pictures = [Image.open(io.BytesIO(data)) for data in press().png(replace(made, pages=bare), DPI)]
    scale = DPI / 914_400
    for page, picture in zip(made.pages, pictures, strict=True):
        for item in page.items:
            for part in item.paragraphs if isinstance(item, TextItem) else ():
                for line in part.lines:
                    for piece in line.parts:
                        style = part.runs[piece.run].style
                        box = Box(piece.x, line.baseline - style.size, max(piece.width, style.size), round(style.size * 1.2))
                        least = LARGE_TEXT if to_points(style.size) >= LARGE and style != part.style.text else TEXT
                        assert worst(picture, box, style.color.rgb, scale) >= least, (page.id, item.name, piece.text)


def test_the_shade_lies_between_the_picture_and_the_words() -> None:
    for page in scene("motor", "16:9").pages:
        kinds = [type(item) for item in page.items]
        assert kinds[:2] == [PictureItem, ShapeItem] and set(kinds[2:]) == {TextItem}
        assert _picture(page).box == Box(0, 0, 12_192_000, 6_858_000)


def test_what_is_above_the_shade_is_as_it_was() -> None:
    made = scene("motor", "16:9")
    picture = Image.open(io.BytesIO(press().png(made, DPI)[0])).convert("RGB")
    assert {picture.getpixel((x, 40)) for x in range(0, 480, 7)} == {(255, 255, 255)}


def _picture(page: Page) -> PictureItem:
    return next(item for item in page.items if isinstance(item, PictureItem))
