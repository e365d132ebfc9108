"""Pages on a colour or a picture of their own: their words can be read on the pixels under them, in every theme."""

import io
from functools import cache

import pytest
from msgspec.structs import replace
from PIL import Image
from pptx import Presentation

from deckmotor.build import Pipeline
from deckmotor.built import Built
from deckmotor.color import Color, contrast
from deckmotor.drawn import press
from deckmotor.linter import lint_package
from deckmotor.scene.page import Page, Scene, ShapeItem, TableItem, TextItem
from deckmotor.style import Fade
from deckmotor.theme.scheme import SCHEME_NAMES
from deckmotor.workspace import MemoryWorkspace
from tests import oracles
from tests.built import THEME_FILES, THEMES
from tests.compose.test_shade import png, worst
from tests.test_gallery import said

DPI = 48
READ = 4.45
"""Less than 4.5 by what drawing rounds."""

BODY = """
    lead: Två år av tre har gått
    bullets: [{text: "Läs [mer](https://a.se)", bullets: [Under]}, Tre]
"""
TABLE = "\n    table: [[Kommun, Antal], [Kalix, '12'], [Motala, '30']]\n"
STRIPES = Image.new("RGB", (1000, 600), "white")
"""White, with grey stripes where sections have their titles and slides their content."""
for x in range(0, 1000, 40):
    STRIPES.paste("#8C8C8C", (x, 200, x + 20, 520))

FILES = {
    "noise.png": png(Image.effect_noise((1000, 600), 120).convert("RGB")),
    "dark.png": png(Image.linear_gradient("L").resize((1000, 600)).point(lambda value: value // 2).convert("RGB")),
    "light.png": png(Image.linear_gradient("L").resize((1000, 600)).point(lambda value: 120 + value // 2).convert("RGB")),
    "stripes.png": png(STRIPES),
    "black.png": png(Image.new("RGB", (1000, 600))),
    "whole.png": png(Image.effect_noise((960, 540), 120).convert("RGB")),
}


@cache
def pipeline(slides: str, theme: str, size: str = "16:9") -> Pipeline:
    deck = f"title: Studien\nlanguage: sv\ntheme: {theme}\nsize: '{size}'\nslides:\n{slides}".encode()
    return Pipeline.of(MemoryWorkspace({**THEME_FILES, **FILES, "deck.yaml": deck}), "deck.yaml")


def scene(slides: str, theme: str, size: str = "16:9") -> Scene:
    made = pipeline(slides, theme, size).compose()
    assert made.scene is not None and made.problems == (), made.problems
    return made.scene


def on(ground: str, body: str = BODY) -> str:
    return f"  - title: En fråga\n    background: {ground}{body}"


PICTURES = (
    "".join(on(name) for name in FILES if name not in ("stripes.png", "whole.png"))
    + on("noise.png", TABLE)
    + "  - section: Nytt\n    background: light.png\n"
)
COLOURS = "".join(on(f"'{name}'") for name in ("deep", "accent-5", "surface", "#0D4449", "FFF3C4", "third")) + on("deep", TABLE)


@pytest.mark.parametrize(("theme", "size"), [("motor", "16:9"), ("natt", "4:3"), ("flik", "16:9"), ("punkt", "4:3")])
def test_words_can_be_read_on_every_pixel_under_them(theme: str, size: str) -> None:
    made = scene(PICTURES, theme, size)
    pictures = [Image.open(io.BytesIO(data)) for data in press().png(replace(made, pages=tuple(map(_bare, made.pages))), DPI)]
    for page, picture in zip(made.pages, pictures, strict=True):
        assert page.ground is not None and page.ground.picture is not None
        for box, color, _, text in _said(page):
            assert worst(picture, box, color, DPI / 914_400) >= READ, (page.id, text)


def _said(page: Page):  # type: ignore[no-untyped-def]
    return [one for one in said(page) if one[3] not in "•–"]


def _bare(page: Page) -> Page:
    return replace(page, items=tuple(item for item in page.items if not isinstance(item, TextItem | TableItem)))


@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read_on_every_colour(theme: str) -> None:
    for page in scene(COLOURS, theme).pages:
        assert page.ground is not None
        texts = [(color, text) for _, color, _, text in said(page)]
        assert len(texts) > 4
        assert {text: color for color, text in texts if contrast(color, page.ground.color.rgb) < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_a_deep_ground_is_dark_in_every_theme_and_its_tones_lie_about_it(theme: str) -> None:
    deep, lighter, darker = (page.ground for page in scene("".join(map(on, ("deep", "deep+2", "deep-40"))), theme).pages)
    assert deep is not None and lighter is not None and darker is not None
    light, normal, dark = (contrast(ground.color.rgb, "FFFFFF") for ground in (lighter, deep, darker))
    assert light < normal < dark and normal > 4.5


def test_only_a_picture_that_needs_it_has_a_veil() -> None:
    veils = {page.id: [item for item in page.items if isinstance(item, ShapeItem)] for page in scene(PICTURES, "motor").pages}
    assert [len(veil) for veil in veils.values()] == [1, 1, 1, 0, 1, 0], "one is black, one has dark words where it is light"
    assert all(veil[0].name.endswith("/veil") for veil in veils.values() if veil)
    assert not [item for page in scene(COLOURS, "motor").pages for item in page.items if item.name.endswith("/veil")]


def test_small_words_have_a_calmer_ground_than_large_ones() -> None:
    made = scene("  - {section: Nytt, background: stripes.png}\n" + on("stripes.png"), "motor")
    veils = [item for page in made.pages for item in page.items if item.name.endswith("/veil")]
    large, small = (veil.fill for veil in veils if isinstance(veil, ShapeItem))
    assert isinstance(large, Fade) and isinstance(small, Fade)
    assert 0 < large.opacity < small.opacity


@pytest.mark.parametrize(("theme", "at_most"), [("motor", 22.0), ("natt", 2.0)])
def test_a_page_is_as_dark_as_its_picture_and_as_its_theme(theme: str, at_most: float) -> None:
    _, dark, light, *_ = (page.ground for page in scene(PICTURES, theme, "4:3").pages)
    assert dark is not None and light is not None
    assert contrast(dark.color.rgb, "000000") < 2
    assert at_most / 2 < contrast(light.color.rgb, "000000") < at_most, "a light page glares in a dark deck"


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_a_page_stands_on_no_more_of_a_picture_than_it_shows(size: str) -> None:
    made = scene(PICTURES, "motor", size)
    for page in made.pages:
        assert page.ground is not None and page.ground.picture is not None
        shown = made.media[page.ground.picture.media]
        assert not any(page.ground.picture.crop), "LibreOffice cuts nothing off, but squeezes it into the page"
        assert shown.width * made.height == pytest.approx(shown.height * made.width, rel=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_a_mark_that_leads_back_is_seen_where_no_number_stands_beside_it(theme: str) -> None:
    slides = "  - {id: a, title: A, text: A}\n" + "".join(
        f"  - {{title: B, background: {name}, footer: none, text: B}}\n" for name in ("deep", "surface", "FFF3C4", "dark.png")
    )
    for page in scene(f"{slides}back: a\n", theme).pages[1:]:
        (mark,) = (item for item in page.items if item.name.endswith("/back"))
        assert page.ground is not None and isinstance(mark, ShapeItem) and isinstance(mark.fill, Color)
        assert contrast(mark.fill.rgb, page.ground.color.rgb) > 4.5, page.id


@cache
def built() -> Built:
    slides = (
        on("deep") + on("deep+6") + on("noise.png", TABLE) + "  - section: Nytt\n    background: light.png\n" + on("'#0D4449'")
    )
    return pipeline(slides, "motor").build(outputs=("pptx", "html", "svg"))


def test_powerpoint_has_it_as_a_background_with_colours_of_its_own() -> None:
    data = built().data
    assert [*lint_package(data, "deck.pptx"), *oracles.audit(data)] == []
    slides = [slide._element for slide in Presentation(io.BytesIO(data)).slides]
    grounds = [[child.tag.partition("}")[2] for child in slide.cSld.find("{*}bg/{*}bgPr")] for slide in slides]
    assert grounds == [["solidFill", "effectLst"]] * 2 + [["blipFill", "effectLst"]] * 2 + [["solidFill", "effectLst"]]
    named = [slide.find("{*}clrMapOvr")[0] for slide in slides]
    assert [one.tag.partition("}")[2] for one in named] == ["overrideClrMapping"] * 5
    assert dict(named[0].attrib) == {**{name: named[0].get(name) for name in SCHEME_NAMES.values()}, "bg1": "dk2", "tx1": "lt1"}
    assert {slide.get("showMasterSp") for slide in slides} == {"0"}
    feet = [shape for slide in slides for shape in slide.iter("{*}sp") if shape.find(".//{*}ph[@type='sldNum']") is not None]
    assert feet and all(shape.find("{*}spPr/{*}xfrm") is not None for shape in feet), "LibreOffice leaves out others"


def test_no_run_of_it_has_a_colour_of_its_own() -> None:
    """Text typed there later looks as the text that is there: colours come from the layout, by their names."""
    slide = Presentation(io.BytesIO(built().data)).slides[0]
    lead = next(shape for shape in slide.placeholders if "lead" in shape.name)
    assert lead._element.findall(".//{*}rPr/{*}solidFill") == []


def test_browsers_show_it_under_all_else() -> None:
    page, *drawn = (file.data.decode() for file in built().files[1:])
    assert page.count('style="background:#0d4449"') == 2
    assert [picture.count("<image ") for picture in drawn] == [0, 0, 1, 1, 0]
    assert 'fill="#0d4449"' in drawn[0]


def test_a_picture_that_both_covers_a_page_and_is_shown_is_kept_once() -> None:
    slides = f"{on('whole.png')}  - title: B\n    picture: {{file: whole.png, alt: Brus}}\n"
    data = pipeline(slides, "motor").build().data
    parts = Presentation(io.BytesIO(data)).part.package.iter_parts()
    assert sum(str(part.partname).startswith("/ppt/media/") for part in parts) == 1
