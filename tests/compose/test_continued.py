"""People, branches and lanes that are too many for a page go on on the next one: all of them, in order, drawn alike."""

from functools import cache

import pytest

from deckmotor.build import Pipeline
from deckmotor.export.pptx import write
from deckmotor.linter import lint_package
from deckmotor.scene.page import GroupItem, Item, Page, PictureItem, ShapeItem, TextItem, inside
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.casefile import BYTES

NAMES = [f"Namn {at} Berg" for at in range(13)]
BRANCHES = [f"Förvaltning {at} för allmänheten" for at in range(6)]
LANES = [f"Spår {at}" for at in range(6)]

PEOPLE = f"people: [{{name: {NAMES[0]}, picture: a.jpg}}, {', '.join(NAMES[1:])}]"
UNITS = "\n".join(
    f"        - {name}: [{', '.join(f'Enheten {at}{one} för allmänhet' for one in range(5))}]"
    for at, name in enumerate(BRANCHES)
)
HIERARCHY = f"""hierarchy:
      highlight: Enheten 40 för allmänhet
      items:
      - label: Chef
        text: Åsa
        items:
{UNITS}"""
BARS = "\n".join(f"        {name}: [{', '.join(f'Bygge {at}{one}: vår' for one in range(3))}]" for at, name in enumerate(LANES))
ROADMAP = f"""roadmap:
      highlight: Bygge 50
      periods: [vår, höst]
      lanes:
{BARS}"""


@cache
def pages(block: str) -> tuple[Page, ...]:
    deck = f"title: A\nlanguage: sv\nsize: '4:3'\nslides:\n  - title: T\n    build: items\n    {block}\n"
    files = {**THEME_FILES, "deck.yaml": deck.encode(), "a.jpg": BYTES["photo"](b"900x600 1")}
    made = Pipeline.of(MemoryWorkspace(files), "deck.yaml", theme="motor").compose()
    assert made.problems == (), made.problems
    assert made.scene is not None
    assert list(lint_package(write(made.scene), "a.pptx")) == []
    return made.scene.pages


def words(items: tuple[Item, ...]) -> list[str]:
    shown = [item for item in inside(items) if isinstance(item, TextItem | ShapeItem)]
    return [part.text for item in shown for part in item.paragraphs]


@pytest.mark.parametrize(("block", "said"), [(PEOPLE, NAMES), (HIERARCHY, BRANCHES), (ROADMAP, LANES)])
def test_all_stand_on_one_page_each_in_order(block: str, said: list[str]) -> None:
    made = pages(block)
    assert len(made) == 2
    assert [word for page in made for word in words(page.items) if word in said] == said
    sizes = {
        part.style.text.size for page in made for item in inside(page.items) if isinstance(item, TextItem | ShapeItem)
        for part in item.paragraphs if part.text in said
    }  # fmt: skip
    assert len(sizes) == 1


def test_people_stand_in_one_grid_with_one_sort_of_portraits() -> None:
    first, second = (
        [item for item in inside(page.items) if isinstance(item, PictureItem | ShapeItem)] for page in pages(PEOPLE)
    )
    assert [item.box for item in second] == [item.box for item in first][: len(second)]
    assert {item.outline for item in (*first, *second) if isinstance(item, ShapeItem)} == {"rect"}


def test_each_page_has_the_head_and_says_what_stands_there() -> None:
    for number, page in enumerate(pages(HIERARCHY)):
        (group,) = (item for item in page.items if isinstance(item, GroupItem))
        assert "Chef" in words(page.items)
        assert [name in (group.alt or "") for name in BRANCHES] == [(at > 2) == (number == 1) for at in range(6)]


def test_a_roadmap_says_what_is_lit_where_it_is_lit() -> None:
    first, second = ([item.alt or "" for item in page.items if isinstance(item, GroupItem)] for page in pages(ROADMAP))
    assert "Bygge 50." not in first[0]
    assert second[0].endswith("Bygge 50.")


@pytest.mark.parametrize("block", [PEOPLE, HIERARCHY, ROADMAP])
def test_what_may_not_be_split_is_told(block: str) -> None:
    deck = f"title: A\nsize: '4:3'\nslides:\n  - title: T\n    fit: shrink\n    {block}\n"
    files = {**THEME_FILES, "deck.yaml": deck.encode(), "a.jpg": BYTES["photo"](b"900x600 1")}
    made = Pipeline.of(MemoryWorkspace(files), "deck.yaml", theme="motor").compose()
    assert [found.code for found in made.problems] == [f"{block.partition(':')[0]}-crowded"]
