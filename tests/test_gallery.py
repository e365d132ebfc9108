"""The gallery and the study, measured on their pages: how far they are filled, sizes, contrast on the real ground."""

import io
import os
import re
import statistics
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest
from docs import gallery
from PIL import Image

from deckmotor.build import ComposedDeck, Pipeline
from deckmotor.color import contrast
from deckmotor.export.typst import Press
from deckmotor.scene.page import Item, Page, PictureItem, Scene, TextItem, paragraphs_of
from deckmotor.style import Box
from deckmotor.units import to_points
from deckmotor.workspace import MemoryWorkspace, fonts_folder
from tests.built import GALLERY, STUDY, THEME_FILES, THEMES

SHAPES = ("16:9", "4:3")
DECKS = [(deck, theme, size) for deck in ("gallery", "study") for theme, size in product(THEMES, SHAPES)]
if not os.environ.get("DECKMOTOR_ALL_COMBINATIONS"):  # Of the gallery each theme at one size.
    left_out = {("gallery", theme, SHAPES[at % 2]) for at, theme in enumerate(THEMES)}
    DECKS = [one for one in DECKS if one not in left_out]
FOLDERS = {"gallery": (GALLERY, ""), "study": (STUDY / "deck", "deck/")}

FILLED, LEAST = 0.8, 0.55
"""Share of the page's height that the content of half of the pages reaches at least, and of each (of two items or more)."""

PLAIN = ("plain",)
"""Slides whose author asks for the plain look, with what follows from it."""

FOOTERS = ("footer", "date", "number")
SMALL_TITLES = ("quote", "statement", "words", "picture-full", "fact", "fact-wide")
"""Layouts whose title is a small line beside what the page says large."""

TEXT, LARGE_TEXT, MARK = 4.5, 3.0, 3.0
"""Contrast that text has at least, large text, and marks that mean something (WCAG 2.2, 1.4.3 and 1.4.11)."""

LARGE = 24
"""Points from which text is large."""

DPI = 36


@cache
def composed(deck: str, theme: str, size: str) -> ComposedDeck:
    folder, prefix = FOLDERS[deck]
    files = {
        prefix + place.relative_to(folder).as_posix(): place.read_bytes() for place in folder.rglob("*") if place.is_file()
    }
    name = f"{prefix}deck.yaml"
    files[name] = files[name] + f"\nsize: '{size}'\n".encode()
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, **files}), name, theme=theme).compose()
    assert made.problems == (), made.problems
    return made


def scene(deck: str, theme: str, size: str) -> Scene:
    made = composed(deck, theme, size).scene
    assert made is not None
    return made


def content(page: Page) -> list[Item]:
    """What a page says: all but its title and footers."""
    return [item for item in page.items if getattr(item, "slot", None) not in (*FOOTERS, "title")]


def foot(item: Item) -> int:
    """How far down something reaches: a text's last line, else the box."""
    if isinstance(item, TextItem):
        return max((line.baseline for part in item.paragraphs for line in part.lines), default=item.box.y)
    return item.box.bottom if hasattr(item, "box") else 0


def items(page: Page) -> int:
    """Paragraphs, cells and pictures of a page."""
    return sum(1 if isinstance(item, PictureItem) else len(list(paragraphs_of(item))) for item in content(page))


def body_size(page: Page) -> float:
    """The largest text of a page's content, but for numbers of facts, steps and dates: they may be larger."""
    sizes = [
        part.style.text.size
        for item in content(page)
        if isinstance(item, TextItem) and (item.slot or "").startswith("body") and "/fact" not in item.name
        for part in item.paragraphs[1 if re.search("/(process|timeline)", item.name) else 0 :]
    ]
    return to_points(max(sizes, default=0))


def title_size(page: Page) -> float:
    titles = [item for item in page.items if isinstance(item, TextItem) and item.slot == "title"]
    return to_points(titles[0].paragraphs[0].style.text.size) if titles else 0


@pytest.mark.parametrize(("deck", "theme", "size"), DECKS)
def test_pages_are_filled(deck: str, theme: str, size: str) -> None:
    made = scene(deck, theme, size)
    reached = {page.id: max(map(foot, content(page))) / made.height for page in made.pages if items(page) > 1}
    assert statistics.median(reached.values()) >= FILLED
    assert [name for name, share in reached.items() if share < LEAST and name not in PLAIN] == []


@pytest.mark.parametrize(("deck", "theme", "size"), DECKS)
def test_no_title_is_smaller_than_its_body(deck: str, theme: str, size: str) -> None:
    pages = [page for page in scene(deck, theme, size).pages if page.layout not in SMALL_TITLES]
    assert [page.id for page in pages if title_size(page) < body_size(page)] == []


@pytest.mark.parametrize(("deck", "theme", "size"), DECKS)
def test_columns_of_a_slide_share_a_size(deck: str, theme: str, size: str) -> None:
    for page in scene(deck, theme, size).pages:
        for role in ("body", "heading"):
            texts = [item for item in page.items if isinstance(item, TextItem) and (item.slot or "").startswith(role)]
            sizes = {part.style.text.size for item in texts for part in item.paragraphs if part.level == 0}
            assert page.layout in ("quote", "questions", "map-words") or len(sizes) <= 1, page.id


def said(page: Page) -> Iterator[tuple[Box, str, float, str]]:
    """Every stretch of text and mark of a list: where it stands, its colour, the contrast that it needs, and what it says."""
    for item in page.items:
        for part in paragraphs_of(item):
            bullet, first = part.style.bullet, part.lines[0] if part.lines else None
            if bullet is not None and bullet.color is not None and first is not None:
                mark = Box(first.x - part.style.text.size, first.baseline - part.style.text.size, *[part.style.text.size] * 2)
                yield mark, bullet.color.rgb, MARK, bullet.char or "1."
            for line in part.lines:
                for piece in line.parts:
                    style = part.runs[piece.run].style
                    top, least = line.baseline - style.size, LARGE_TEXT if to_points(style.size) >= LARGE else TEXT
                    if piece.width > style.size:
                        yield Box(piece.x, top, piece.width, round(style.size * 1.2)), style.color.rgb, least, piece.text


def ground(picture: Image.Image, box: Box, scale: float) -> str:
    """The colour that most of a box has, as six digits."""
    corners = (box.x * scale, box.y * scale, box.right * scale, box.bottom * scale)
    left, top, right, bottom = [round(value) for value in corners]
    data = picture.crop((left, top, right, bottom)).convert("RGB").tobytes()
    (red, green, blue), _ = Counter(zip(data[::3], data[1::3], data[2::3], strict=True)).most_common(1)[0]
    return f"{red:02X}{green:02X}{blue:02X}"


@pytest.mark.parametrize(("theme", "size"), list(product(THEMES, ("16:9", "4:3"))))
def test_text_stands_out_from_what_it_stands_on(theme: str, size: str, press: Press) -> None:
    made = scene("gallery", theme, size)
    pale = []
    for page, data in zip(made.pages, press.png(made, DPI), strict=True):
        picture = Image.open(io.BytesIO(data))
        scale = picture.width / made.width
        for box, color, least, text in said(page):
            if contrast(color, ground(picture, box, scale)) < least:
                pale.append((page.id, text))
    assert pale == []


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(fonts_folder())


def test_the_page_of_the_docs_is_that_of_the_examples() -> None:
    assert gallery.PAGE.read_text("utf-8") == gallery.gallery_page(), "run `make pictures`"
    wanted = {
        line.split("(pictures/gallery/")[1].rstrip(")")
        for line in gallery.gallery_page().splitlines()
        if "(pictures/gallery/" in line
    }
    assert {place.name for place in gallery.PICTURES.iterdir()} == wanted


def test_every_layout_of_a_theme_has_its_page_in_the_gallery() -> None:
    shown = {page.layout for theme in THEMES for page in scene("gallery", theme, "16:9").pages}
    made = {layout.name.removesuffix("-lead") for layout in scene("gallery", "motor", "16:9").layouts}
    assert made - {name.removesuffix("-lead") for name in shown} <= {"title-only"}
