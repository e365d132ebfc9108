"""What is composed once: slides that variants share, footers, and slides that are right at the size of those before them."""

from collections.abc import Mapping
from typing import Any

import pytest

from deckmotor.compose import compose
from deckmotor.compose.fit import Composer
from deckmotor.edition import Edition
from deckmotor.load import Memo, load_deck, load_project
from deckmotor.model.deck import Slide
from deckmotor.span import Span
from deckmotor.theme.read import read_theme
from deckmotor.theme.theme import Theme
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.scene.dump import dump

FONTS = shipped_fonts()

WORDS = "Samordna utbildningar för människor i och utanför arbetslivet tillsammans med andra i hela regionen"


def bullets(count: int) -> str:
    return "".join(f"\n      - {WORDS}" for _ in range(count))


def deck_of(*counts: int) -> bytes:
    """A deck of slides with so many long bullets."""
    slides = "".join(
        f"\n  - title: Nummer {number}\n    look: plain\n    bullets:{bullets(count)}" for number, count in enumerate(counts, 1)
    )
    return f"title: Ett underlag\nsubtitle: Till alla\nlanguage: sv\nslides:\n  - id: start\n    cover: {{}}{slides}\n".encode()


def theme(workspace: MemoryWorkspace) -> Theme:
    made, _ = read_theme(workspace, "motor", "16:9", Span("deck.yaml"))
    assert made is not None
    return made


def scenes(files: Mapping[str, bytes], variants: tuple[str | None, ...], memo: dict[Any, Any]) -> list[str]:
    workspace = MemoryWorkspace({**THEME_FILES, **files})
    project, look = load_project(workspace, "deck.yaml"), theme(workspace)
    made, loaded = [], Memo()
    for variant in variants:
        deck, problems = load_deck(project, Edition(variant or ""), loaded)
        assert deck is not None, problems
        made.append(dump(compose(deck, look, FONTS, {}, memo=memo).scene))
    return made


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The ids of the slides that are composed, as often as they are."""
    seen: list[str | None] = []
    real = Composer._fitted

    def fitted(self: Composer, slide: Slide, *rest: Any) -> Any:
        seen.append(slide.id)
        return real(self, slide, *rest)

    monkeypatch.setattr(Composer, "_fitted", fitted)
    return seen


def test_each_slide_is_composed_once_after_the_fullest(composed: list[str | None]) -> None:
    (scene,) = scenes({"deck.yaml": deck_of(2, 6, 2, 2, 2)}, (None,), {})
    assert composed == ["nummer-2", "nummer-1", "nummer-3", "nummer-4", "nummer-5", "start"]
    alone = scenes({"deck.yaml": deck_of(6, 2, 2, 2, 2)}, (None,), {})[0]
    # Where the full slide stands makes no difference to the sizes of the others.
    assert sizes(scene) == sizes(alone)


def sizes(scene: str) -> set[str]:
    return {line.strip().split()[4] for line in scene.splitlines() if line.strip().startswith("¶ level 0")}


VARIANTS = b"""
variants:
  north: {changes: {start: {subtitle: Norr}}}
  south: {changes: {start: {subtitle: Syd}}, add: [{after: nummer-2, title: Eget, text: Mer text}]}
"""


def test_a_slide_that_variants_share_is_composed_once(composed: list[str | None]) -> None:
    files = {"deck.yaml": deck_of(2, 3, 4), "variants.yaml": VARIANTS}
    together = scenes(files, (None, "north", "south"), {})
    assert composed == ["nummer-3", "nummer-2", "nummer-1", "start", "start", "eget", "start"]
    assert together == [scenes(files, (variant,), {})[0] for variant in (None, "north", "south")]
