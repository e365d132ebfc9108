"""Words that other fonts lend: LibreOffice, which takes them from those of this machine, needs no more room than was kept."""

import json
import random
from collections import Counter

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.page import TextItem
from deckmotor.units import to_points
from deckmotor.workspace import MemoryWorkspace
from tests.fit.drawn import drawn
from tests.fit.generated import deck
from tests.fit.judge import DOWNWARDS, SIDEWAYS, letters
from tests.fit.language import sentence

LENT = ("✓", "→", "😀", "Київ", "Ελλάδα", "Հայաստան", "⚠", "ქართული")
SLIDES, ITEMS, WORDS = 12, 5, 12


def typed(seed: int) -> list[str]:
    """Items of a list, every third word of another script."""
    chance = random.Random(seed)
    items = [sentence(chance, "sv", chance.randint(2, WORDS), marks=False).plain.split() for _ in range(ITEMS)]
    return [" ".join(chance.choice(LENT) if chance.random() < 0.3 else word for word in words) for words in items]


@pytest.mark.parametrize("theme", ["motor", "natt"])
def test_lent_words_stay_in_their_lines_and_boxes(theme: str) -> None:
    slides = [
        {"title": f"Lånat ✓ {number}", "bullets": typed(number), "fit": "shrink", "look": "plain"} for number in range(SLIDES)
    ]
    head = f"title: T\nlanguage: sv\ntheme: {theme}\nslides: "
    files = deck(1, 1).workspace().files | {"deck.yaml": (head + json.dumps(slides, ensure_ascii=False)).encode()}
    pipeline = Pipeline.of(MemoryWorkspace(files), "deck.yaml")
    scene, data = pipeline.compose().scene, pipeline.build().data
    assert scene is not None and data
    for page, seen, slide in zip(scene.pages, drawn({"deck": data})["deck"], slides, strict=True):
        body = next(item for item in page.items if isinstance(item, TextItem) and item.slot == "body")
        words = [word for word in seen.words if word.left >= to_points(body.box.x) and word.baseline > to_points(body.box.y)]
        ends = to_points(body.paragraphs[-1].lines[-1].baseline)
        above_footers = [word for word in words if word.baseline <= to_points(body.box.bottom)]
        plain = [word for word in above_footers if not set(word.text) & set("".join(LENT))]
        assert max(word.baseline for word in plain) <= ends + DOWNWARDS
        assert max(word.right for word in above_footers) <= to_points(body.box.right) + SIDEWAYS
        said = Counter(letters("".join(slide["bullets"]) + "•" * ITEMS))
        assert not said - Counter(letters("".join(word.text for word in words)))
