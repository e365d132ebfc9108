"""power-pptx by the calls that it shares with python-pptx; its JSON form takes a little longer.

`with_power_pptx.py OUT DECK.json…`; without decks it only starts.
"""

import json
import sys
from pathlib import Path
from typing import Any

from power_pptx import Presentation


def build(deck: dict[str, Any], place: Path) -> None:
    presentation = Presentation()
    cover = presentation.slides.add_slide(presentation.slide_layouts[0])
    cover.shapes.title.text = deck["title"]
    cover.placeholders[1].text = deck["subtitle"]
    for content in deck["slides"]:
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = content["title"]
        body = slide.placeholders[1].text_frame
        body.text = content["bullets"][0]
        for bullet in content["bullets"][1:]:
            body.add_paragraph().text = bullet
    presentation.save(str(place))


for name in sys.argv[2:]:
    build(json.loads(Path(name).read_bytes()), Path(sys.argv[1], Path(name).stem + ".pptx"))
