"""Builds: whatever a slide holds, all of it comes at some click in the order in which it is read, and stands where it stood."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from msgspec.structs import replace

from deckmotor.compose import compose
from deckmotor.diagnostics import has_errors
from deckmotor.export.pptx import write
from deckmotor.linter import lint_package
from deckmotor.model.deck import Slide
from deckmotor.model.showing import Build
from deckmotor.scene.page import Item, Page, PathShape, Scene, TextItem
from deckmotor.scene.paint import leaves, paint
from tests.compose.combinations import FONTS, FOOTERS, KINDS, PAGES, SIZES, Material, material

ALONE = tuple((kind,) for kind in KINDS)
PAIRS = tuple(combinations(KINDS, 2))
SAMPLES = (
    *((kinds, size, PAGES[at % 2]) for at, kinds in enumerate(ALONE) for size in SIZES),
    *((kinds, SIZES[at % 2], PAGES[at // 2 % 2]) for at, kinds in enumerate(PAIRS) if at % 8 == 0),
)
"""Every kind alone in all amounts, which splits it, and a part of all pairs."""


def scene_of(stuff: Material, slide: Slide) -> Scene | None:
    made = compose(replace(stuff.deck, slides=(slide,)), stuff.theme, FONTS, stuff.media)
    return None if has_errors(made.problems) else made.scene


def clicks_of(item: Item) -> list[int]:
    """The clicks of an item: its own, or those of its paragraphs."""
    return [item.click] if item.click or not isinstance(item, TextItem) else [part.click for part in item.paragraphs]


def without(item: Item) -> Item:
    """An item as it is where nothing is built."""
    item = replace(item, click=0)
    if isinstance(item, TextItem):
        return replace(item, paragraphs=tuple(replace(part, click=0) for part in item.paragraphs))
    return item


def content(page: Page) -> Iterator[Item]:
    """What stands on a page but its title, its lead and its footers."""
    for item in page.items:
        key = item.name.rpartition("/")[2]
        if key not in ("title", "lead", "trace", "shade", *FOOTERS):
            yield item


def faults(page: Page, way: Build) -> Iterator[str]:
    """What is wrong with the clicks of a page."""
    given = [click for item in content(page) for click in clicks_of(item)]
    others = [click for item in page.items if item not in tuple(content(page)) for click in clicks_of(item)]
    if any(others):
        yield "built that is not to be"
    if given and 0 in given:
        yield "there from the start"
    if sorted(set(given)) != list(range(1, page.clicks + 1)):
        yield "a click without anything"
    if given != sorted(given):
        yield "out of order"
    if way == "together" and page.clicks > 1:
        yield "not together"


@pytest.mark.parametrize(("way", "part"), [("items", 0), ("blocks", 1), ("together", 2)])
def test_everything_comes_in_order_and_stands_where_it_stood(way: Build, part: int) -> None:
    """Each way for every kind in one of its amounts."""
    wrong, tried = [], 0
    samples = SAMPLES[part::3]
    for kinds, size, shape in samples:
        stuff = material(shape)
        slide = stuff.slide(kinds, size)
        plain, scene = scene_of(stuff, slide), scene_of(stuff, replace(slide, build=way))
        if plain is None or scene is None:
            assert plain is scene
            continue
        tried += 1
        found = [fault for page in scene.pages for fault in faults(page, way)]
        if [replace(page, items=tuple(map(without, page.items)), clicks=0) for page in scene.pages] != list(plain.pages):
            found.append("other pages")
        wrong += [f"{fault}: {' '.join(kinds)} ({size}, {shape})" for fault in found]
        if tried % 12 == 0:
            assert list(lint_package(write(scene), "deck.pptx")) == []
    assert wrong == []
    assert tried > len(samples) // 2


def test_items_come_one_by_one_with_what_is_below_them() -> None:
    stuff = material("16:9")
    for kind, clicks in (
        ("bullets", 2),
        ("numbered", 2),
        ("questions", 2),
        ("fact", 2),
        ("pictures", 2),
        ("table", 1),
        ("columns", 3),
    ):
        scene = scene_of(stuff, replace(stuff.slide((kind,), "normal"), build="items"))
        assert scene is not None
        assert [page.clicks for page in scene.pages] == [clicks], kind


def test_what_is_painted_has_the_clicks_of_its_page() -> None:
    stuff = material("16:9")
    for kinds in ALONE:
        scene = scene_of(stuff, replace(stuff.slide(kinds, "normal"), build="items"))
        assert scene is not None
        layouts = {layout.name: layout for layout in scene.layouts}
        for page in scene.pages:
            painted = _clicks(list(paint(page, layouts[page.layout], 1)))
            decoration = {item.click for item in page.items if isinstance(item, PathShape)}
            assert painted | decoration >= set(range(1, page.clicks + 1)), kinds
            assert all(list(leaves(element)) for element in paint(page, layouts[page.layout], 1) if element.click)


def _clicks(elements: Sequence[object]) -> set[int]:
    found = {click for element in elements if (click := getattr(element, "click", 0))}
    return found.union(*(_clicks(getattr(element, "children", ())) for element in elements))
