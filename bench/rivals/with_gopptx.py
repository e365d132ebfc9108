"""gopptx with its batch, as its page on throughput advises. `with_gopptx.py OUT DECK.json…`; without decks it only starts."""

import json
import sys
from pathlib import Path
from typing import Any

from gopptx import Presentation


def build(deck: dict[str, Any], place: Path) -> None:
    with Presentation.new(deck["title"]) as presentation:
        # A new presentation has its title slide, which has no place for a subtitle: that becomes a text box.
        presentation.slides[0].add_paragraph(deck["subtitle"])
        with presentation.batch(stop_on_error=True) as batch:
            for content in deck["slides"]:
                batch.add_slide(content["title"], layout="title_and_content", bullets=content["bullets"])
        presentation.save(str(place))


for name in sys.argv[2:]:
    build(json.loads(Path(name).read_bytes()), Path(sys.argv[1], Path(name).stem + ".pptx"))
