"""Items of lists beside each other begin in rows, however many lines each takes, as long as there is room for it."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.page import TextItem
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

WORDS = ["öppet", "hus", "varje", "kväll", "för", "alla", "som", "vill", "läsa", "vidare", "nära", "hemmet", "och", "arbetet"]


def begins(columns: list[list[str]], size: str) -> list[list[int]]:
    """The baselines of all items, a list a column."""
    said = "".join(f"      - {{heading: H, bullets: {column}}}\n" for column in columns)
    deck = f"title: T\nlanguage: sv\nsize: '{size}'\nslides:\n  - title: A\n    columns:\n{said}"
    made = Pipeline.of(MemoryWorkspace({"deck.yaml": deck.encode(), **THEME_FILES}), "deck.yaml").compose()
    assert made.scene is not None and len(made.scene.pages) == 1
    texts = [
        one for one in made.scene.pages[0].items if isinstance(one, TextItem) and one.name.split("/")[1].startswith("columns")
    ]
    assert len(texts) == len(columns)
    return [[part.lines[0].baseline for part in text.paragraphs] for text in texts]


@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("words", [[[9, 1], [1, 1], [4, 6]], [[1, 7, 2], [7, 1]], [[1, 1, 1], [2, 8, 1], [1, 1]]])
def test_items_begin_in_rows(words: list[list[int]], size: str) -> None:
    found = begins([[" ".join(WORDS[:count]) for count in column] for column in words], size)
    for row in range(max(map(len, found))):
        assert len({column[row] for column in found if len(column) > row}) == 1


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_where_rows_have_no_room_items_stand_as_close_as_elsewhere(size: str) -> None:
    long = " ".join(WORDS)
    one, other = begins([[long, "Kort", "Kort", "Kort", long], ["Kort", long, long, long, "Kort"]], size)
    assert one != other
