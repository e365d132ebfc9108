"""Lists in columns, from few short items to many long ones, in every theme and page size: how they are split, and how close."""

import random

import pytest

from deckmotor.build import Pipeline
from deckmotor.compose.air import GIVES
from deckmotor.compose.deeper import DEEPER
from deckmotor.scene.page import Page, TextItem
from deckmotor.workspace import MemoryWorkspace
from tests.fit.generated import deck

WORDS = "lärcentrum utbildning samverkan handledning bibliotek distans kommun budget plats kurs mål stöd med och att"

CASES = [(3, 5, 80), (4, 3, 100), (4, 7, 63)]
"""Columns, items in each, letters of an item."""

SETTINGS = [("motor", "4:3"), ("natt", "16:9"), ("flik", "4:3"), ("punkt", "4:3")]


def text(chance: random.Random, letters: int) -> str:
    """Some words."""
    return " ".join(chance.choice(WORDS.split()) for _ in range(30))[:letters].strip()


def pages(theme: str, size: str, columns: int, items: int, letters: int, heading: str = "H") -> list[Page]:
    """A slide of columns, as its pages; each heading begins with a word."""
    chance = random.Random(letters)
    lines = [f"title: T\nlanguage: sv\ntheme: {theme}\nsize: '{size}'\nslides:\n- title: Rubrik\n  columns:"]
    lines += [
        "\n".join((f"  - heading: {heading}{at}\n    bullets:", *(f"    - {text(chance, letters)}" for _ in range(items))))
        for at in range(columns)
    ]
    files = {**deck(1, 1).workspace().files, "deck.yaml": "\n".join(lines).encode()}
    made = Pipeline.of(MemoryWorkspace(files), "deck.yaml").compose()
    assert made.scene is not None
    assert [found for found in made.problems if found.severity == "error"] == []
    return list(made.scene.pages)


def lists(page: Page) -> list[TextItem]:
    """The lists of a page."""
    texts = [item for item in page.items if isinstance(item, TextItem)]
    return [item for item in texts if item.paragraphs and item.paragraphs[0].style.bullet is not None]


@pytest.mark.parametrize(("theme", "size"), SETTINGS)
def test_a_part_holds_one_item_a_column_only_where_no_two_have_room(theme: str, size: str) -> None:
    for case in CASES:
        made = pages(theme, size, *case)
        assert [sum(len(item.paragraphs) for page in made for item in lists(page))] == [case[0] * case[1]]
        assert len({item.paragraphs[0].style.text.size for page in made for item in lists(page)}) == 1, (
            "all parts have one size"
        )
        if len(made) >= case[1]:
            least = DEEPER[-1] ** 2 if case[0] > 2 else 1
            assert any(2.1 * least * max(item.height for item in lists(page)) > lists(page)[0].box.height for page in made), (
                case
            )


@pytest.mark.parametrize(("theme", "size"), SETTINGS)
@pytest.mark.parametrize(("columns", "items", "letters"), [(4, 4, 140), (2, 5, 200)])
def test_columns_stand_apart_where_each_part_would_hold_one_item_of_each(
    theme: str, size: str, columns: int, items: int, letters: int
) -> None:
    made = pages(theme, size, columns, items, letters)
    counts = [len(item.paragraphs) for page in made for item in lists(page)]
    assert sum(counts) == columns * items
    assert max(counts) > 1
    for page in made:
        texts = [item for item in page.items if isinstance(item, TextItem)]
        bottoms = [item.box.bottom for item in texts if item.name.rpartition("/")[2].startswith("heading")]
        assert max(bottoms) <= min(item.box.y for item in lists(page))


@pytest.mark.parametrize(("theme", "size"), SETTINGS)
@pytest.mark.parametrize("columns", [2, 3, 4])
def test_text_is_never_larger_than_headings_of_long_words(theme: str, size: str, columns: int) -> None:
    for word in ("Studiestödsnämnden ", "Kommunfullmäktigeledamöterna ", "Arbetsmarknadsförvaltningschefen "):
        (page,) = pages(theme, size, columns, 2, 9, word)
        (text,), (heading,) = sizes([page], "columns"), sizes([page], "heading")
        assert text <= heading, word


def sizes(made: list[Page], key: str) -> set[int]:
    """The sizes of what stands in some places, EMU."""
    texts = [item for page in made for item in page.items if isinstance(item, TextItem)]
    return {item.paragraphs[0].style.text.size for item in texts if item.name.rpartition("/")[2].startswith(key)}


def test_space_between_items_gives_way_before_their_size_but_never_all_of_it() -> None:
    """Of lists that are longer and longer, each size is left only when their items are as close as they may be."""
    shares = []
    for items in (5, 6, 7, 8):
        styles = [part.style for item in lists(pages("motor", "16:9", 2, items, 20)[0]) for part in item.paragraphs[1:]]
        shares.append((styles[0].text.size, min(style.before / style.text.size for style in styles)))
    assert min(share for _, share in shares) >= 0.5 * (1 - GIVES) - 0.001
    assert any(share < 0.49 for _, share in shares), shares
    assert sorted(shares, reverse=True) == shares, shares
