"""Pages whose places share sizes: what was set before is kept only where it would be set alike, and room follows size."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.compose.composed import LOUDEST, Composed
from deckmotor.compose.fit import Composer, Floors, shown_of
from deckmotor.scene.page import PictureItem, ShapeItem, TextItem, inside
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.compose.combinations import FONTS, material

Kinds = tuple[str, ...]

SLIDES: tuple[tuple[Kinds, str], ...] = (
    (("columns", "questions", "text"), "4:3"),
    (("columns", "questions", "bullets"), "4:3"),
    (("picture", "quote", "numbered"), "4:3"),
    (("quote", "columns", "bullets", "text"), "16:9"),
)


def composed(kinds: Kinds, page: str, floors: Floors = ()) -> Composed:
    """A slide of these kinds, composed by nobody before."""
    stuff = material(page)
    composer = Composer(
        head=stuff.deck.head,
        theme=stuff.theme,
        fonts=FONTS,
        media=stuff.media,
        memo={},
        shown=shown_of(stuff.deck.head, {}),
        sections={},
        plans={},
    )
    return composer.slide(stuff.slide(kinds, "normal"), floors)


@pytest.mark.parametrize(("kinds", "page"), SLIDES)
def test_a_page_made_even_is_that_of_beginning_at_its_sizes(kinds: Kinds, page: str) -> None:
    made = composed(kinds, page)
    assert composed(kinds, page, tuple(made.steps.items())).pages == made.pages


def test_a_picture_takes_the_room_that_smaller_text_leaves() -> None:
    heights = []
    for floors in ((), (("body", 4),)):
        (picture,) = (
            item for item in composed(("columns", "picture"), "16:9", floors).pages[0].items if isinstance(item, PictureItem)
        )
        heights.append(picture.box.height)
    assert heights[0] < heights[1]


def test_lists_get_no_air_where_anything_was_moved() -> None:
    (page,) = composed(("picture", "quote", "numbered"), "4:3").pages
    (numbered,) = (item for item in page.items if isinstance(item, TextItem) and item.name.endswith("/numbered"))
    first, second = numbered.paragraphs
    assert numbered.moved
    assert first.style.before == second.style.before


LONG = "Lärcentrum samordnar utbildningar för människor i och utanför arbetslivet, tillsammans med andra i hela regionen"

UNLIKE = {
    "fact": ("{value: 3, text: län}", f"{{value: 123 456 789, text: {LONG!r}}}"),
    "quote": ("{text: Ja, by: A}", f"{{text: {LONG * 2!r}, by: B}}"),
    "text": ("Kort.", repr(LONG * 4)),
    "bullets": ("[Kort]", f"[{LONG!r}, {LONG!r}, {LONG!r}]"),
    "definitions": ("{A: kort}", f"{{Ordet: {LONG!r}, Ett annat: {LONG * 2!r}}}"),
}
"""For two columns beside each other."""


@pytest.mark.parametrize("theme", ["motor", "punkt"])
@pytest.mark.parametrize("kind", UNLIKE)
def test_what_is_alike_in_columns_is_of_one_size(kind: str, theme: str) -> None:
    def sizes(*said: str) -> list[int]:
        columns = "".join(f"\n      - {{heading: H, {kind}: {one}}}" for one in said)
        deck = f"title: T\nlanguage: sv\ntheme: {theme}\nslides:\n  - title: A\n    columns:{columns}\n"
        made = Pipeline.of(MemoryWorkspace({"deck.yaml": deck.encode(), **THEME_FILES}), "deck.yaml").compose()
        assert made.scene is not None
        texts = {item.name.split("/")[1]: item for item in made.scene.pages[0].items if isinstance(item, TextItem)}
        return [max(part.style.text.size for part in texts[f"columns-{column}"].paragraphs) for column in (1, 2)]

    short, long = UNLIKE[kind]
    first, second = sizes(short, long)
    assert first == second < sizes(short, short)[0]


def test_headings_are_no_more_than_half_larger_than_a_text_that_a_long_word_makes_small() -> None:
    deck = """\
title: T
language: sv
theme: natt
size: '4:3'
slides:
  - title: Det mesta sker i kommunen
    columns:
      widths: [2, 1]
      items:
        - heading: Vad lärcentrum gör
          bullets:
            - Samordnar utbildningar för människor i och utanför arbetslivet
            - Ger stöd på plats åt den som läser på distans
            - Bygger broar mellan politikområden
            - Håller öppet också på kvällar
        - heading: Ord på vägen
          definitions: {YH: Yrkeshögskola, SFI: Svenska för invandrare, CSN: Centrala studiestödsnämnden}
"""
    made = Pipeline.of(MemoryWorkspace({"deck.yaml": deck.encode(), **THEME_FILES}), "deck.yaml").compose()
    assert made.scene is not None
    texts = [item for item in made.scene.pages[0].items if isinstance(item, TextItem)]
    sizes = {item.name.split("/")[1]: item.paragraphs[0].style.text.size for item in texts}
    assert sizes["heading"] == sizes["heading-2"] <= LOUDEST * sizes["columns-1"]


def test_headings_above_code_are_not_far_larger_than_it() -> None:
    lines = "\\n".join(f"utlånade_{at} = [bok for bok in böcker if bok.utlånad]" for at in range(6))
    columns = ", ".join(f'{{heading: "Sätt {at}", code: {{language: python, text: "{lines}"}}}}' for at in range(2))
    deck = f"title: T\nlanguage: sv\nsize: '4:3'\nslides:\n  - {{title: Samma sak, columns: [{columns}]}}\n"
    made = Pipeline.of(MemoryWorkspace({"deck.yaml": deck.encode(), **THEME_FILES}), "deck.yaml", theme="motor").compose()
    assert made.scene is not None
    sizes = {
        part.style.text.size: item.name
        for item in inside(made.scene.pages[0].items)
        if isinstance(item, TextItem | ShapeItem)
        for part in item.paragraphs
        if "heading" in item.name or "columns" in item.name
    }
    assert len(sizes) == 2 and max(sizes) <= LOUDEST * min(sizes), sizes
    assert "heading" in sizes[max(sizes)]
