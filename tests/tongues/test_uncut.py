"""A language without patterns of hyphens (Maltese): where a word has no room, that is told, whatever it stands in."""

import json
from typing import Any

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.page import Page, all_paragraphs
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.casefile import BYTES

WORD = "xtrasportazzjonijiet" * 6
PICTURE = {"file": "a.jpg", "decorative": True}

SLIDES: dict[str, dict[str, Any]] = {
    "cover": {"cover": {"credits": [WORD]}, "title": "T"},
    "section": {"section": WORD},
    "title": {"title": WORD, "bullets": ["a"]},
    "lead": {"lead": WORD, "bullets": ["a"]},
    "text": {"text": WORD},
    "columns": {"columns": [{"heading": "a", "bullets": [WORD]}, {"text": "b"}]},
    "table": {"table": [["a", "b"], ["c", WORD]]},
    "quote": {"quote": {"text": "a", "by": WORD}},
    "questions": {"questions": [WORD, "b"]},
    "fact": {"fact": {"value": "81 %", "text": WORD}},
    "picture": {"bullets": ["a"], "picture": {**PICTURE, "caption": WORD}},
    "timeline": {"timeline": [{"2024": WORD}, {"2025": "b"}]},
    "process": {"process": [WORD, "b", "c"]},
    "people": {"people": [WORD, "b"]},
    "callout": {"callout": WORD},
    "definitions": {"definitions": {"a": WORD}},
    "sources": {"bullets": ["a"], "sources": [WORD]},
    "footnotes": {"bullets": ["a[^1]"], "footnotes": {"1": WORD}},
}


def is_cut(page: Page) -> bool:
    """Whether a line of the page ends inside the word."""
    parts = [part for part in all_paragraphs(page.items) if WORD in part.text]
    return any(part.text[line.end - 1 :][:2].isalpha() for part in parts for line in part.lines[:-1])


@pytest.mark.parametrize(("theme", "size"), [("motor", "16:9"), ("punkt", "4:3")])
def test_no_word_is_cut_in_silence(theme: str, size: str) -> None:
    slides = [
        {"title": "T", **said, "id": name} if name != "section" else {**said, "id": name} for name, said in SLIDES.items()
    ]
    lines = [f"title: T\nlanguage: mt\ntheme: {theme}\nsize: '{size}'\nslides:", *(f"  - {json.dumps(one)}" for one in slides)]
    files = {**THEME_FILES, "deck.yaml": "\n".join(lines).encode(), "a.jpg": BYTES["photo"](b"900x600 1")}
    made = Pipeline.of(MemoryWorkspace(files), "deck.yaml").compose()
    assert made.scene is not None, made.problems
    told = {slides[found.span.line - 6]["id"] for found in made.problems if found.code == "word-too-wide"}
    cut = {page.id for page in made.scene.pages if is_cut(page)}
    assert len(cut) > 14
    assert cut <= told
