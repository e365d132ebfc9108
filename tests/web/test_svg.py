"""A page as one SVG, in a real browser: like our own picture of it, with its own fonts, and no script."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from playwright.sync_api import Page

from deckmotor.browsed import drawn_page, drawn_pages
from deckmotor.export.typst import Press
from deckmotor.export.web.draw import leaves
from deckmotor.export.web.words import points
from deckmotor.scene.drawing import Image, TextLine
from deckmotor.scene.page import FormulaItem, Scene
from deckmotor.scene.page import Page as ScenePage
from deckmotor.scene.paint import ground, paint
from deckmotor.workspace import fonts_folder
from tests.web.test_presentation import UNLIKE, difference, scene

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


@pytest.mark.parametrize(("deck", "theme"), [("every-slide", "motor"), ("gallery", "punkt")])
def test_pages_look_like_our_own_pictures_of_them(deck: str, theme: str, page: Page, shown: Path) -> None:
    made = scene(deck, theme)
    unlike = []
    made = replace(made, pages=made.pages[:: 11 if deck == "gallery" else 2])
    for one, svg, data in zip(made.pages, drawn_pages(made), Press(fonts_folder()).png(made, 72), strict=True):
        (shown / "page.svg").write_text(svg, "utf-8")
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
    for place, svg in enumerate(drawn_pages(scene("every-slide")), 1):
        root = ElementTree.fromstring(svg)
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert tags <= {
            "svg",
            "title",
            "style",
            "defs",
            "clipPath",
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
        assert root.findtext(f"{SVG}title"), place
        links = [element.get(HREF, "") for element in root.iter(f"{SVG}a")]
        assert all(link.startswith(("https:", "http:", "mailto:")) for link in links)
        outside = [element.get(HREF, "") for tag in ("image", "use") for element in root.iter(f"{SVG}{tag}")]
        assert all(link.startswith(("data:", "#")) for link in outside)


def test_what_stands_in_a_line_instead_of_characters_is_drawn() -> None:
    made = scene("gallery", "punkt")
    every = [(page, line) for page in made.pages for line in lines_of(page, made)]
    drawn = {page.id: drawn_page(made, number) for number, page in enumerate(made.pages, 1) if page.id.startswith("inline")}
    for page, line in every:
        for piece in line.pieces if page.id in drawn else ():
            svg = drawn[page.id]
            assert (piece.maths is None) or piece.maths.notation.mathml in svg
            assert not piece.style.strike or 'text-decoration="line-through"' in svg
            assert piece.style.ground is None or f'<rect x="{points(piece.x)}"' in svg
    assert drawn and not any("\ufffc" in svg for svg in drawn.values())


def test_programs_that_know_less_than_browsers_have_fonts_spaces_pictures_and_formulas() -> None:
    """Inkscape, LibreOffice and librsvg see no font in a drawing, no CSS of spaces, no MathML; the first no plain address."""
    made = scene("gallery", "punkt")
    asked = []

    def drawing(item: FormulaItem) -> bytes:
        asked.append(item)
        return b"drawn"

    for number, page in enumerate(made.pages, 1):
        if not page.id.startswith(("formula", "inline", "picture")):
            continue
        root = ElementTree.fromstring(drawn_page(made, number, drawing))
        assert root.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        first = {text.get("font-family", "").partition(",")[0].strip("'") for text in root.iter(f"{SVG}text")}
        assert first - {"", "serif"} <= set(made.drawn_with), page.id
        assert all(one.get(HREF) and one.get("href") is None for tag in ("image", "use") for one in root.iter(f"{SVG}{tag}"))
        cropped = sum(leaf.round or any(leaf.crop) for leaf in images_of(page, made))
        assert sum("clip-path" in one.attrib for one in root.iter(f"{SVG}g")) == cropped, page.id
        pictured = [one for one in root.iter(f"{SVG}image") if one.get(HREF) == "data:image/png;base64,ZHJhd24="]
        assert len(pictured) == sum(isinstance(item, FormulaItem) for item in page.items)
    assert len(asked) > 2


def images_of(page: ScenePage, made: Scene) -> list[Image]:
    layout = next(layout for layout in made.layouts if layout.name == page.layout)
    return [leaf for leaf in leaves([*ground(page, layout), *paint(page, layout, 1)]) if isinstance(leaf, Image)]


def lines_of(page: ScenePage, made: Scene) -> Iterator[TextLine]:
    layout = next(layout for layout in made.layouts if layout.name == page.layout)
    return (leaf for leaf in leaves(paint(page, layout, 1)) if isinstance(leaf, TextLine))
