"""The rules of compose, one case each: a small deck, and what stands where on its pages.

Options of a case: `variants` (`base kalix`: these, in this order, of one project; else the base deck), `show` (`footers`,
`language`, `clicks`), `known` (a fault that is known: what the case expects is what ought to be, written by hand, and the test
says when it is; then this option goes).
"""

from pathlib import Path

import pytest

from deckmotor.build import Pipeline
from deckmotor.cache import Cache
from deckmotor.edition import BASE, Edition
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.casefile import Case, cases
from tests.compose.view import view


@pytest.fixture(scope="session")
def themes(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    """Where themes are kept, so that each is made once."""
    folder: Path = tmp_path_factory.mktemp("themes")
    return Cache(folder)


@cases("compose")
def test_pages(case: Case, themes: Cache, request: pytest.FixtureRequest) -> None:
    fault = case.options.get("known")
    if fault is not None:
        request.applymarker(pytest.mark.xfail(reason=fault, strict=True))
    pipeline = Pipeline.of(MemoryWorkspace({**THEME_FILES, **case.files}), "deck.yaml", cache=themes)
    variants = case.options.get("variants", "base").split()
    shown: list[str] = []
    for variant in variants:
        composed = pipeline.compose(BASE if variant == "base" else Edition(variant))
        shown += [f"variant {variant}"] if len(variants) > 1 else []
        shown += [view(composed.scene, case.options.get("show", "").split())] if composed.scene is not None else []
        shown += [case.listing(composed.problems)]
    case.expect(*shown)
