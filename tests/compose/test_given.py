"""Equal columns that give width to a long word: no type is smaller for it, and no more words take hyphens."""

from random import Random

import pytest

from deckmotor.build import Pipeline
from deckmotor.compose.breaks import SOFT_HYPHEN
from deckmotor.scene.page import TextItem
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

WORDS = (
    "stöd", "på", "plats", "samordnar", "vuxna", "kväll", "hus", "läsa", "Studiestödsmyndigheten",
    "arbetsmarknadsförvaltningen", "yrkeshögskoleutbildning", "kompetensförsörjningsplan",
)  # fmt: skip


def outcome(columns: str, layout: str) -> tuple[int, list[int]]:
    """How many words take hyphens, and how large headings and texts are."""
    deck = f"title: T\nlanguage: sv\ntheme: motor\nslides:\n  - title: A\n{layout}    columns:{columns}"
    made = Pipeline.of(MemoryWorkspace({"deck.yaml": deck.encode(), **THEME_FILES}), "deck.yaml").compose()
    assert made.scene is not None
    texts = [item for page in made.scene.pages for item in page.items if isinstance(item, TextItem)]
    parts = [part for item in texts if "heading" in item.name or "columns" in item.name for part in item.paragraphs]
    sizes = {part.style.text.size for part in parts}
    return sum(run.text.count(SOFT_HYPHEN) for part in parts for run in part.runs), sorted(sizes)


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_worse_where_columns_give(seed: int) -> None:
    chance = Random(seed)
    count = chance.choice((2, 3, 3, 4))
    columns = ""
    for _ in range(count):
        items = [" ".join(chance.choices(WORDS, k=chance.randint(1, 4))) for _ in range(chance.randint(1, 3))]
        columns += f"\n      - {{heading: {chance.choice(WORDS)}, bullets: [{', '.join(items)}]}}"
    usual, given = (outcome(columns, layout) for layout in (f"    layout: compare-{count}\n", ""))
    assert given[0] <= usual[0]
    assert all(one >= other for one, other in zip(given[1], usual[1], strict=False)), (given, usual)
