"""The independent judge: what LibreOffice draws stands in its box, in the lines that were predicted, and nothing is lost."""

import os

import pytest

from deckmotor.edition import Edition
from deckmotor.scene.page import Scene, TextItem
from deckmotor.units import to_points
from tests import oracles
from tests.built import MUNICIPALITIES, STUDY, THEMES, pipeline
from tests.fit.decks import BuiltDeck, build, judged_deck
from tests.fit.drawn import DrawnPage, drawn
from tests.fit.generated import GeneratedSlide
from tests.fit.judge import FOOTERS, Verdict, judge, lost_words

DECKS = int(os.environ.get("JUDGED_DECKS", 4))

SAME_LINES = 0.98
"""Share of boxes that are drawn in as many lines as predicted; the others are drawn in fewer."""

REFUSED = {"16:9": 0.04, "4:3": 0.12}
"""Share of slides that may be too full for any split, by page size: a title of 200 letters, an item longer than a column."""


@pytest.mark.parametrize("number", range(DECKS))
def test_generated(number: int) -> None:
    built = build(judged_deck(number))
    pages = drawn({"deck": built.data})["deck"]
    check(built.scene, pages)
    assert oracles.flaws(built.data) == []
    assert [fault for slide in built.slides if (fault := _lost(slide, built, pages))] == []
    assert {found.code for found in built.refused} <= {"overflow"}
    refused = len(built.deck.slides) - len(built.slides)
    assert refused <= REFUSED[built.deck.head["size"]] * len(built.deck.slides), [str(found) for found in built.refused]


@pytest.mark.parametrize("number", range(len(THEMES)))
def test_study(number: int) -> None:
    """The base deck in each theme, and each variant in two."""
    project = pipeline(STUDY, "deck/deck.yaml", THEMES[number])
    variants = (None, *MUNICIPALITIES[number % 2 :: 2])
    seen = drawn({variant or "base": project.build(Edition(variant or "")).data for variant in variants})
    for variant in variants:
        scene = project.compose(Edition(variant or "")).scene
        assert scene is not None
        check(scene, seen[variant or "base"])


def check(scene: Scene, pages: tuple[DrawnPage, ...]) -> None:
    """Hold a deck's drawing against its scene."""
    verdict = Verdict()
    judge(scene, pages, verdict)
    assert verdict.unread == []
    assert verdict.outside == []
    assert verdict.more == []
    assert verdict.same >= SAME_LINES * verdict.boxes, verdict.fewer


def _lost(slide: GeneratedSlide, built: BuiltDeck, pages: tuple[DrawnPage, ...]) -> str:
    """The words of a slide that are not on its pages, those of its id and of the ids of its parts."""
    slide_id = slide.typed["id"]
    mine = [at for at, page in enumerate(built.scene.pages) if page.id.split("~")[0] == slide_id]
    footers = [item for item in built.scene.pages[mine[0]].items if isinstance(item, TextItem) and item.slot in FOOTERS]
    footed = min((to_points(item.box.y) for item in footers), default=to_points(built.scene.height))
    return lost_words(slide, [pages[at] for at in mine], footed, "({part}/{parts})")
