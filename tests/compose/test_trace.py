"""Pages that say at their edge in which section they are."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.page import Page, PathShape
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

SLIDE = "{title: A, text: A few lines of text that say something and are neither very long nor very short.}"


def pages(theme: str, slides: str) -> list[Page]:
    deck = f"title: T\ntheme: {theme}\nslides: [{slides}]\n".encode()
    scene = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck}), "deck.yaml").compose().scene
    assert scene is not None
    return list(scene.pages)


def traces(page: Page) -> list[PathShape]:
    return [item for item in page.items if isinstance(item, PathShape) and "/trace" in item.name]


def left(page: Page) -> int:
    (trace,) = traces(page)
    return min(int(x) for command in trace.commands for x in command[1::2])


def test_each_section_has_its_place_and_what_stands_before_the_first_shares_its() -> None:
    made = pages("flik", f"{SLIDE}, {{section: One}}, {SLIDE}, {SLIDE}, {{section: Two}}, {SLIDE}")
    before, opens, one, same, _, two = made
    assert traces(opens) == []
    assert left(before) == left(one) == left(same) < left(two)


def test_a_deck_without_sections_has_the_first_place() -> None:
    (alone,), (_, first, *_) = pages("flik", SLIDE), pages("flik", f"{{section: One}}, {SLIDE}, {{section: Two}}")
    assert left(alone) == left(first)


@pytest.mark.parametrize("theme", ["motor", "natt", "punkt"])
def test_a_theme_without_one_draws_none(theme: str) -> None:
    assert [traces(page) for page in pages(theme, f"{{section: One}}, {SLIDE}")] == [[], []]
