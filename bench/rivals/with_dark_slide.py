"""dark-slide as its guide lays slides out; it has no placeholders.

`with_dark_slide.py OUT DECK.json…`; without decks it only starts.
"""

import json
import sys
from pathlib import Path
from typing import Any

import dark_slide

TITLE = {"type": "text", "x": 0.06, "y": 0.06, "w": 0.88, "h": 0.13, "style": {"fontSize": 88, "weight": 700}}
BODY = {"type": "text", "format": "markdown", "x": 0.06, "y": 0.25, "w": 0.88, "h": 0.6, "style": {"fontSize": 48}}


def slide(number: int, layout: str, title: str, body: str) -> dict[str, Any]:
    texts = [{"id": "title", "content": title, **TITLE}, {"id": "body", "content": body, **BODY}]
    return {"id": f"s{number}", "layout": layout, "elements": texts}


def build(deck: dict[str, Any], place: Path) -> None:
    slides = [slide(1, "title", deck["title"], deck["subtitle"])]
    for number, content in enumerate(deck["slides"], 2):
        body = "\n".join(f"- {bullet}" for bullet in content["bullets"])
        slides.append(slide(number, "title-content", content["title"], body))
    dark_slide.write({"id": "deck", "title": deck["title"], "theme": {"name": "default"}, "slides": slides}, place)


for name in sys.argv[2:]:
    build(json.loads(Path(name).read_bytes()), Path(sys.argv[1], Path(name).stem + ".pptx"))
