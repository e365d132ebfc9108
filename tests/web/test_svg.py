"""A page as one SVG, in a real browser: like our own picture of it, with its own fonts, and no script."""

from itertools import islice
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from deckmotor.drawn import drawn_pages
from deckmotor.export.typst import Press
from deckmotor.workspace import fonts_folder
from tests.web.test_presentation import UNLIKE, difference, scene

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(("deck", "theme"), [("every-slide", "motor"), ("gallery", "punkt")])
def test_pages_look_like_our_own_pictures_of_them(deck: str, theme: str, page: Page, shown: Path) -> None:
    made = scene(deck, theme)
    unlike = []
    every = 5 if deck == "gallery" else 1
    numbers = range(1, len(made.pages) + 1, every)
    drawn = islice(drawn_pages(made, "x"), 0, None, every)
    for number, (_, svg), data in zip(numbers, drawn, Press(fonts_folder()).png(made, 72, numbers), strict=True):
        one = made.pages[number - 1]
        (shown / "page.svg").write_bytes(svg)
        page.goto(f"file://{shown / 'page.svg'}")
        page.evaluate(
            "document.documentElement.setAttribute('width', '960'); document.documentElement.setAttribute('height', '540')"
        )
        page.evaluate("document.fonts.ready")
        mean = difference(data, page)
        if mean > UNLIKE:
            unlike.append((one.id, round(mean, 1)))
    assert unlike == []


def test_it_is_a_drawing_and_nothing_else() -> None:
    for name, svg in drawn_pages(scene("every-slide"), "motor"):
        root = ElementTree.fromstring(svg)
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert tags <= {
            "svg",
            "title",
            "style",
            "defs",
            "rect",
            "path",
            "g",
            "text",
            "tspan",
            "a",
            "image",
            "use",
            "linearGradient",
            "stop",
        }
        assert root.findtext(f"{SVG}title"), name
        links = [element.get("href", "") for element in root.iter(f"{SVG}a")]
        assert all(link.startswith(("https:", "http:", "mailto:")) for link in links)
        outside = [element.get("href", "") for tag in ("image", "use") for element in root.iter(f"{SVG}{tag}")]
        assert all(link.startswith(("data:", "#")) for link in outside)
