"""Room for marks that reach far below the line, in scripts that each program sets with fonts of its own."""

import json
from typing import Any

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.page import Page, TextItem
from deckmotor.typeset.scripts import DEEP
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.casefile import BYTES

PROSE = {
    "km": "ស្ត្រីនិងបុរស ក្រុងតូច",
    "my": "ကျွန်ုပ်တို့ ဆရာမ",
    "te": "స్త్రీలు ప్రాంతం",
    "ur": "میرے شہر میں",
    "ta": "கற்றல் மையம் நான்கு",
    "hi": "शिक्षक छात्र",
    "th": "ผู้หญิง ญี่ปุ่น",
}


PAGES = (("motor", "16:9"), ("punkt", "4:3"))


def pages(language: str, theme: str, size: str) -> tuple[Page, ...]:
    """Every kind of small text that stands in a box of its own, in a language."""
    said = PROSE[language]
    picture = {"file": "a.jpg", "decorative": True, "caption": said}
    slides: list[dict[str, Any]] = [
        {"cover": {}},
        {"title": said, "bullets": [said], "picture": picture, "sources": [said]},
        {"title": said, "table": {"rows": [[said, said]], "caption": said}},
        {"title": said, "quote": {"text": said, "by": said}},
        {"title": said, "columns": [{"heading": said, "bullets": [said]}, {"heading": said, "bullets": [said]}]},
        {"title": said, "people": [said, said]},
        {"title": said, "bullets": [f"{said}[^1]"] * 12, "footnotes": {"1": said}},
        {"title": said, "pictures": [picture, picture]},
        {"title": said, "process": [said, said, said]},
        {"closing": {"title": said, "text": [said]}},
    ]
    head = {"title": said, "subtitle": said, "language": language, "theme": theme, "size": size, "authors": [said]}
    names = {"organisation": said, "date": said, "footer": {"text": said, "date": True}}
    deck = json.dumps({**head, **names, "slides": slides}).encode()
    files = {**THEME_FILES, "deck.yaml": deck, "a.jpg": BYTES["photo"](b"900x600 1")}
    made = Pipeline.of(MemoryWorkspace(files), "deck.yaml").compose()
    assert made.scene is not None, made.problems
    return made.scene.pages


@pytest.mark.parametrize(("language", "theme", "size"), [(one, *PAGES[at % 2]) for at, one in enumerate(PROSE)])
def test_marks_below_the_last_line_have_room_in_its_box(language: str, theme: str, size: str) -> None:
    texts = [item for page in pages(language, theme, size) for item in page.items if isinstance(item, TextItem)]
    said = [item for item in texts if item.paragraphs and item.slot != "number" and not item.paragraphs[-1].text.isascii()]
    assert len({item.slot for item in said}) > 10
    for item in said:
        last = item.paragraphs[-1]
        assert item.box.bottom - last.lines[-1].baseline >= DEEP * last.style.text.size, item.name
        where = {"top": item.box.y, "bottom": item.box.bottom - item.insets.bottom - item.height}
        began = item.paragraphs[0].lines[0].baseline - where.get(item.anchor, item.paragraphs[0].lines[0].baseline)
        assert 0 <= began <= item.height + item.insets.top, "its lines stand where programs set them"
