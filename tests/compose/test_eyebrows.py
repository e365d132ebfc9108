"""Titles that are a small line above what a page says large: small, never tiny."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.page import TextItem
from deckmotor.units import to_points
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

LEAST = 16
"""Points that a title has at least, wherever it stands."""

TITLE = "En längre rubrik som tar två rader, eftersom den vill säga allt på en gång"
WORDS = "Någon frågade vad vi behövde, och det fanns ett rum där vi kunde mötas utan att veta vad mötet skulle leda till. "
BODIES = (
    *(f"quote: {{text: '{WORDS * times}', by: Rektor}}" for times in (1, 4)),
    "fact: {value: 75, unit: '%', label: av de studerande}",
    "fact: {value: 12 345 678 901, unit: kr om året, label: för alla kommuner i länet och deras lärcentrum}",
    "text: Tillsammans",
    "layout: statement\n    text: Tillsammans",
    "layout: fact\n    fact: 75",
)
SLIDES = "".join(f"  - title: '{TITLE} {at}'\n    {body}\n" for at, body in enumerate(BODIES))


@pytest.mark.parametrize(("theme", "size"), [("motor", "16:9"), ("flik", "4:3"), ("punkt", "4:3")])
def test_a_title_above_large_words_is_never_tiny(theme: str, size: str) -> None:
    deck = f"title: T\nlanguage: sv\ntheme: {theme}\nsize: '{size}'\nslides:\n{SLIDES}"
    made = Pipeline.of(MemoryWorkspace({"deck.yaml": deck.encode(), **THEME_FILES}), "deck.yaml").compose()
    assert made.problems == () and made.scene is not None
    titles = [item for page in made.scene.pages for item in page.items if isinstance(item, TextItem) and item.slot == "title"]
    assert len(titles) >= len(BODIES)
    assert min(to_points(part.style.text.size) for item in titles for part in item.paragraphs) >= LEAST
