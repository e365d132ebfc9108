"""Parts of slides that are split: none holds less than a third of the one before it, over generated content."""

import json
import random
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.page import Page, TableItem, TextItem
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.fit.test_columns import text

PAGES = (("motor", "16:9"), ("natt", "4:3"), ("punkt", "16:9"), ("flik", "4:3"))


SEEDS = (0, 9, 10, 15)
"""Of points, of tables, of nested ones: parts that are filled one after another leave too little for their last."""


def _items(chance: random.Random, least: int, most: int) -> list[str]:
    low, high = chance.choice([(10, 40), (20, 150), (60, 200)])
    return [text(chance, chance.randint(low, high)) for _ in range(chance.randint(least, most))]


def _nested(chance: random.Random) -> list[Any]:
    """Items, of which some have others below them, the last two high ones."""
    items: list[Any] = [one if chance.random() < 0.6 else _with_more(one, chance, 3) for one in _items(chance, 8, 14)]
    return [*items, *(_with_more("Sist", chance, 7) for _ in range(2))]


def _with_more(said: str, chance: random.Random, count: int) -> dict[str, Any]:
    return {"text": said, "bullets": [text(chance, 60) for _ in range(count)]}


KINDS: dict[str, Callable[[random.Random], dict[str, Any]]] = {
    "bullets": lambda chance: {"bullets": _items(chance, 14, 24)},
    "nested": lambda chance: {"bullets": _nested(chance)},
    "columns": lambda chance: {"columns": [{"heading": "H", "bullets": _items(chance, 7, 12)} for _ in range(3)]},
    "table": lambda chance: {"table": {"rows": [["A", "B"], *([text(chance, 9), one] for one in _items(chance, 14, 24))]}},
}


def held(page: Page) -> Iterator[int]:
    """How many lines each place of a page holds."""
    for item in page.items:
        if isinstance(item, TextItem) and (item.slot or "").startswith("body"):
            yield sum(len(part.lines) for part in item.paragraphs)
        elif isinstance(item, TableItem):
            rows = item.rows[item.header :]
            yield sum(max(sum(len(part.lines) for part in cell.paragraphs) for cell in row) for row in rows)


@pytest.mark.parametrize("kind", KINDS)
def test_no_part_holds_less_than_a_third_of_the_one_before_it(kind: str) -> None:
    split = 0
    for seed in SEEDS:
        theme, size = PAGES[seed % len(PAGES)]
        slide = {"title": "R", **KINDS[kind](random.Random(f"{kind} {seed}"))}
        head = {"title": "T", "language": "sv", "theme": theme, "size": size}
        files = {**THEME_FILES, "deck.yaml": json.dumps({**head, "slides": [slide]}).encode()}
        made = Pipeline.of(MemoryWorkspace(files), "deck.yaml").compose()
        assert made.scene is not None
        pages = [max(held(page)) for page in made.scene.pages]
        split += len(pages) > 1
        assert all(3 * after >= before for before, after in pairwise(pages)), (seed, pages)
    assert split > 1
