"""Words that other fonts lend: LibreOffice, which takes them from those of this machine, needs no more room than was kept."""

import json
import random
from collections import Counter
from typing import Any

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.page import Page, TableItem, TextItem
from deckmotor.typeset.scripts import DEEP
from deckmotor.units import to_points
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.fit.drawn import DrawnPage, drawn
from tests.fit.generated import deck
from tests.fit.judge import DOWNWARDS, SIDEWAYS, letters
from tests.fit.language import sentence

LENT = ("✓", "→", "😀", "Київ", "Ελλάδα", "Հայաստան", "⚠", "ქართული")
SLIDES, ITEMS, WORDS = 12, 5, 12
SIGNS = ("₽", "₺", "₸", "₹", "₿", "₾", "↗", "☎")
ROWS = [["Vad", "Pris"], *([f"rad{at}", f"{at} {SIGNS[at % len(SIGNS)]}"] for at in range(15))]
"""Rows that fill their page, each with a sign that a font may lack."""


def typed(seed: int) -> list[str]:
    """Items of a list, every third word of another script."""
    chance = random.Random(seed)
    items = [sentence(chance, "sv", chance.randint(2, WORDS), marks=False).plain.split() for _ in range(ITEMS)]
    return [" ".join(chance.choice(LENT) if chance.random() < 0.3 else word for word in words) for words in items]


@pytest.mark.parametrize("theme", ["motor", "flik"])
def test_lent_words_stay_in_their_lines_and_boxes(theme: str) -> None:
    slides: list[dict[str, Any]] = [
        {"title": f"Lånat ✓ {number}", "bullets": typed(number), "fit": "shrink", "look": "plain"} for number in range(SLIDES)
    ]
    slides.append({"title": "Lånade tecken", "table": ROWS})
    head = f"title: T\nlanguage: sv\ntheme: {theme}\nslides: "
    files = deck(1, 1).workspace().files | {"deck.yaml": (head + json.dumps(slides, ensure_ascii=False)).encode()}
    pipeline = Pipeline.of(MemoryWorkspace(files), "deck.yaml")
    scene, data = pipeline.compose().scene, pipeline.build().data
    assert scene is not None and data
    *pages, last = zip(scene.pages, drawn({"deck": data})["deck"], slides, strict=True)
    rows_stand_as_measured(*last[:2])
    for page, seen, slide in pages:
        body = next(item for item in page.items if isinstance(item, TextItem) and item.slot == "body")
        words = [word for word in seen.words if word.left >= to_points(body.box.x) and word.baseline > to_points(body.box.y)]
        ends = to_points(body.paragraphs[-1].lines[-1].baseline)
        above_footers = [word for word in words if word.baseline <= to_points(body.box.bottom)]
        plain = [word for word in above_footers if not set(word.text) & set("".join(LENT))]
        assert max(word.baseline for word in plain) <= ends + DOWNWARDS
        assert max(word.right for word in above_footers) <= to_points(body.box.right) + SIDEWAYS
        said = Counter(letters("".join(slide["bullets"]) + "•" * ITEMS))
        assert not said - Counter(letters("".join(word.text for word in words)))


def rows_stand_as_measured(page: Page, seen: DrawnPage) -> None:
    """A sign of another font makes no row higher: each first word is where it was measured."""
    table = next(item for item in page.items if isinstance(item, TableItem))
    measured = {row[0].paragraphs[0].text: to_points(row[0].paragraphs[0].lines[0].baseline) for row in table.rows[1:]}
    found = {word.text: word.baseline for word in seen.words if word.text in measured}
    assert found.keys() == measured.keys()
    assert max(abs(found[word] - measured[word]) for word in measured) <= DOWNWARDS


TITLES = [
    "ភ្នំពេញជារាជធានីនៃប្រទេសកម្ពុជា",
    "တက္ကသိုလ်များ၏ဆောင်ရွက်ချက်",
    "లెర్నింగ్ సెంటర్లు అభివృద్ధికి చోదక శక్తి",
    "سیکھنے کے مراکز علاقائی ترقی کا انجن",
]
"""Khmer, Burmese, Telugu, Urdu."""


@pytest.mark.parametrize("title", TITLES)
def test_marks_below_large_titles_have_room_inside_their_box(title: str) -> None:
    typed = f"title: {title}\nlanguage: en\nslides: [{{cover: {{}}}}, {{section: {title}}}, {{title: {title}}}]\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": typed.encode()}), "deck.yaml").compose()
    assert made.scene is not None
    for page in made.scene.pages:
        (item,) = [one for one in page.items if isinstance(one, TextItem) and one.slot == "title"]
        size = item.paragraphs[0].style.text.size
        assert item.insets.bottom >= DEEP * size
        assert item.height + item.insets.bottom <= item.box.height
