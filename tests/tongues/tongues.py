"""A deck a language: the same kinds of slides, filled with ordinary prose of that language (`prose.yaml`)."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from deckmotor.build import ComposedDeck, Pipeline
from deckmotor.workspace import MemoryWorkspace
from tests.built import EVERY_SLIDE, THEME_FILES

PROSE: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "prose.yaml").read_text())

LANGUAGES = tuple(PROSE)


def slides(said: dict[str, Any]) -> list[dict[str, Any]]:
    """Every block with this prose."""
    title = said["title"]
    hills = {"file": "pictures/landscape.jpg", "decorative": True}
    columns = [{"heading": heading, "bullets": items} for heading, items in zip(said["headings"], said["columns"], strict=True)]
    return [
        {"id": "cover", "cover": {}},
        {"id": "section", "section": said["section"]},
        {"id": "points", "title": said["lead"], "lead": said["fact"], "bullets": said["points"]},
        {"id": "steps", "title": title, "numbered": said["steps"]},
        {"id": "prose", "title": title, "text": said["text"]},
        {"id": "beside", "title": title, "bullets": said["points"][:2], "text": said["text"]},
        {"id": "three", "title": title, "columns": columns},
        {"id": "four", "title": title, "columns": [{"heading": one, "bullets": said["head"]} for one in said["four"]]},
        {"id": "table", "title": title, "table": {"rows": [said["head"], *said["rows"]], "caption": said["caption"]}},
        {"id": "quote", "title": title, "quote": {"text": said["quote"], "by": said["by"]}},
        {"id": "questions", "title": title, "questions": said["questions"]},
        {"id": "fact", "title": title, "fact": {"value": "81 %", "text": said["fact"], "source": "SCB"}},
        {"id": "picture", "title": title, "bullets": said["points"][:3], "picture": {**hills, "caption": said["caption"]}},
        {"id": "chart", "title": title, "chart": {"bars": {one: 30 + at for at, one in enumerate(said["four"])}}},
        {"id": "closing", "closing": {"title": said["thanks"], "text": [said["by"]]}},
    ]


@cache
def pipeline(language: str, theme: str) -> Pipeline:
    """The pipeline of a language's deck; what it has made is kept for all tests."""
    said = PROSE[language]
    head = {"title": said["title"], "subtitle": said["subtitle"], "language": language, "theme": theme}
    names = {"authors": ["Åsa Öberg", "Ivo Đurić"], "commissioned_by": "Motala", "date": "2026"}
    lines = [json.dumps({**head, **names, "slides": slides(said)}, ensure_ascii=False)]
    picture = (EVERY_SLIDE / "pictures" / "landscape.jpg").read_bytes()
    files = {**THEME_FILES, "deck.yaml": "\n".join(lines).encode(), "pictures/landscape.jpg": picture}
    return Pipeline.of(MemoryWorkspace(files), "deck.yaml")


def composed(language: str, theme: str) -> ComposedDeck:
    """A language's deck, composed."""
    return pipeline(language, theme).compose()
