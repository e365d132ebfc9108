"""What nobody can see is no title and no text, in whatever way it is typed."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

UNSEEN = ("\u00ad", "\u200b", "\ufeff", "\u2060", "\u200e", "\u3164", "\u2800", "\u180e", "\u00a0", "\u00ad \u200b")


@pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
def test_it_is_told_as_empty(unseen: str) -> None:
    slides = ({"section": unseen}, {"closing": unseen}, {"title": unseen, "text": "a"}, {"title": "A", "text": unseen})
    deck = "title: T\nslides:\n" + "".join(
        "  - {" + ", ".join(f'{key}: "{value}"' for key, value in slide.items()) + "}\n" for slide in slides
    )
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").compose()
    assert [(one.span.line, one.code) for one in made.problems] == [
        (3, "empty"), (4, "empty"), (5, "missing-title"), (6, "empty"),
    ]  # fmt: skip
