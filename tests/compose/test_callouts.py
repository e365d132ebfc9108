"""Callouts say what they are, and can be read."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.color import Color, contrast
from deckmotor.compose.kinds.callout.words import WORDS
from deckmotor.model.phrases import PHRASES
from deckmotor.scene.page import ShapeItem, inside, paragraphs_of
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES, THEMES

DECK = """
title: Studien
theme: {theme}
slides:
  - title: Alla
    columns:
      - {{text: En, callout: Ett}}
      - {{text: Två, callout: {{kind: tip, text: Två}}}}
  - title: Två till
    columns:
      - {{callout: {{kind: warning, text: Tre}}}}
      - {{callout: {{kind: law, text: Fyra, source: Här}}}}
"""


def ground(item: ShapeItem) -> str:
    assert isinstance(item.fill, Color)
    return item.fill.rgb


def test_all_languages_of_the_product_say_what_a_callout_is() -> None:
    assert set(WORDS) == set(PHRASES)
    assert all(len(set(words)) == len(words) for words in WORDS.values())


@pytest.mark.parametrize("theme", THEMES)
def test_all_that_is_said_can_be_read_on_its_ground(theme: str) -> None:
    files = {"deck.yaml": DECK.format(theme=theme).encode(), **THEME_FILES}
    scene = Pipeline.of(MemoryWorkspace(files), "deck.yaml").compose().scene
    assert scene is not None
    shapes = [item for page in scene.pages for item in inside(page.items) if isinstance(item, ShapeItem)]
    texts = [item for item in shapes if item.paragraphs]
    tabs = [item for item in shapes if item.name.endswith("-tab")]
    icons = [item for item in shapes if item.name.endswith("-icon")]
    assert len(texts) == len(tabs) == len(icons) == 4
    assert len({tab.fill for tab in tabs}) == 4
    for text in texts:
        assert all(contrast(part.style.text.color.rgb, ground(text)) >= 4.5 for part in paragraphs_of(text))
    for tab, icon in zip(tabs, icons, strict=True):
        assert contrast(ground(tab), ground(icon)) >= 3
