"""Titles of the longest words of each language: a hyphen stands only where there is no smaller step."""

import json
import re
from itertools import pairwise

import pytest

from deckmotor.build import Pipeline
from deckmotor.compose.breaks import SOFT_HYPHEN
from deckmotor.scene.page import TextItem
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.tongues.tongues import LANGUAGES, PROSE

PAGES = (("motor", "16:9"), ("flik", "4:3"), ("punkt", "4:3"), ("natt", "16:9"))


@pytest.mark.parametrize("at", range(len(LANGUAGES)))
def test_titles_take_a_hyphen_only_at_their_smallest_size(at: int) -> None:
    language, (theme, size) = LANGUAGES[at], PAGES[at % len(PAGES)]
    words = sorted(set(re.findall(r"[^\W\d_]{9,}", json.dumps(PROSE[language], ensure_ascii=False))), key=len)[-6:]
    endless = f"{words[-1]}{words[-2]}{words[-3]}".lower().capitalize()
    titles = [
        *words,
        *(f"{one} {other}" for one, other in pairwise(words)),
        endless,
        f"{endless} {words[0]}",
    ]
    slides = [{"title": title, "bullets": ["a"]} for title in titles] + [{"section": title} for title in titles]
    head = {"title": endless, "language": language, "theme": theme, "size": size}
    deck = json.dumps({**head, "slides": [{"cover": {}}, *slides]})
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").compose()
    assert made.scene is not None
    layouts = {layout.name: layout for layout in made.scene.layouts}
    cut = 0
    for page in made.scene.pages:
        (title,) = [item for item in page.items if isinstance(item, TextItem) and item.slot == "title"]
        slot = layouts[page.layout].slot("title")
        assert slot is not None
        if SOFT_HYPHEN in title.paragraphs[0].text:
            cut += 1
            assert title.step == len(slot.smaller), (title.paragraphs[0].text, title.step)
    assert cut > 0
