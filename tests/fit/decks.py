"""Decks for the judge: generated ones, built by the pipeline as the command does it."""

import os

from msgspec import Struct

from deckmotor.build import Pipeline
from deckmotor.diagnostics import Diagnostic
from deckmotor.scene.page import Scene
from tests.fit.generated import GeneratedDeck, GeneratedSlide, deck
from tests.fit.language import LANGUAGES

SLIDES = int(os.environ.get("JUDGED_SLIDES", 28))
"""Slides of a generated deck. `JUDGED_SLIDES=56 JUDGED_DECKS=9 pytest tests/fit/test_judge.py` judges 504 slides."""

FIRST_SEED = 6100
"""Of the judge's decks. Nothing was tuned on them."""


class BuiltDeck(Struct, frozen=True, kw_only=True):
    """A generated deck as it was built, without the slides that it was refused for."""

    deck: GeneratedDeck
    scene: Scene
    data: bytes
    refused: tuple[Diagnostic, ...]
    """Errors, one or more for each slide that does not fit."""

    @property
    def slides(self) -> list[GeneratedSlide]:
        """The slides that were built."""
        gone = refused_ids(self.deck, self.refused)
        return [slide for slide in self.deck.slides if slide.typed["id"] not in gone]


def judged_deck(number: int) -> GeneratedDeck:
    """The judge's deck of a number: four in a row have all languages, both themes and both page sizes."""
    return deck(
        FIRST_SEED + number,
        SLIDES,
        language=LANGUAGES[number % 4],
        theme=("motor", "natt")[(number + number // 4) % 2],
        size=("16:9", "4:3")[(number // 2) % 2],
    )


def build(generated: GeneratedDeck) -> BuiltDeck:
    """Build a deck, and once more without the slides that do not fit."""
    pipeline = Pipeline.of(generated.workspace(), "deck.yaml")
    errors = tuple(found for found in pipeline.compose().problems if found.severity == "error")
    if errors:
        pipeline = Pipeline.of(generated.workspace(refused_ids(generated, errors)), "deck.yaml")
    built = pipeline.build()
    scene = pipeline.compose().scene
    assert built.data, built.problems
    assert scene is not None
    return BuiltDeck(deck=generated, scene=scene, data=built.data, refused=errors)


def refused_ids(generated: GeneratedDeck, errors: tuple[Diagnostic, ...]) -> frozenset[str]:
    """The ids of the slides that errors are about, by the lines they stand on."""
    first = len(generated.head) + 2
    return frozenset(generated.slides[found.span.line - first].typed["id"] for found in errors)
