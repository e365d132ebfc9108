"""A memo makes composing faster and changes nothing: with and without it, in any order of variants, the same scenes."""

from typing import Any

import pytest
from msgspec.structs import replace

from deckmotor.build import Pipeline
from deckmotor.cache import Cache
from deckmotor.compose import compose
from deckmotor.edition import Edition
from deckmotor.load import load_deck, load_project
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.casefile import CASES, Case
from tests.compose.combinations import FONTS, material
from tests.scene.dump import dump

FULL = "".join(f"      - {{id: p{number}, text: Samordna utbildningar och följ upp dem {number}}}\n" for number in range(12))
DECK = f"""
title: Studien för ${{ort}}
language: sv
variables: {{ort: landet}}
slides:
  - id: start
    cover: {{}}
  - id: lista
    title: Så gör vi i ${{ort}}
    bullets:
{FULL}
  - id: kort
    title: Kort
    bullets: [Ett, Två]
  - id: del
    section: Del
  - id: tabell
    title: Tal
    table: [[Ort, Antal], ["${{ort}}", "12"]]
"""
VARIANTS = """
variants:
  lik: {}
  ort: {set: {ort: norra Skandinaviens största kommun}}
  minst: {changes: {lista: {bullets: {p1: ~, p2: ~, p3: ~, p4: ~, p5: ~}}}}
  byte: {changes: {kort: {bullets: [A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P]}}}
  mörk: {theme: natt}
  stor: {changes: {kort: {title: Samma fråga som alla andra ställer sig nu och sedan i hela landet och en gång till}}}
  bort: {remove: [lista], move: [{id: kort, after: del}]}
"""
BIG = b"extends: motor\nlabel: Stor\nsizes: {body: [40, 34]}\n"
FILES = {**THEME_FILES, "deck.yaml": DECK.encode(), "variants.yaml": VARIANTS.encode(), "themes/stor/theme.yaml": BIG}
NAMES = ("", "lik", "ort", "minst", "byte", "mörk", "stor", "bort")
"""The base deck first, which has no name."""


@pytest.fixture(scope="module")
def themes(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("themes"))


def scene(pipeline: Pipeline, variant: str) -> str:
    composed = pipeline.compose(Edition(variant))
    assert composed.problems == ()
    assert composed.scene is not None
    return dump(composed.scene)


def pipeline(themes: Cache) -> Pipeline:
    return Pipeline.of(MemoryWorkspace(FILES), "deck.yaml", cache=themes)


@pytest.fixture(scope="module")
def alone(themes: Cache) -> dict[str, str]:
    """Every variant's scene, each made by a pipeline that has made nothing else."""
    return {name: scene(pipeline(themes), name) for name in NAMES}


@pytest.mark.parametrize("order", [NAMES, NAMES[::-1], (*NAMES[4:], *NAMES[:4])], ids=["forth", "back", "half"])
def test_in_any_order_of_variants_the_same_scenes(order: tuple[str, ...], themes: Cache, alone: dict[str, str]) -> None:
    shared = pipeline(themes)
    assert {name: scene(shared, name) for name in order} == {name: alone[name] for name in order}


def test_a_memo_keeps_what_plans_give_apart() -> None:
    """A slide that is split like the base deck, though it would fit, is whole again for whoever has no plans."""
    case = Case(CASES / "compose" / "variant-split-like-base.txt", accept=False)
    project = load_project(case.workspace, "deck.yaml")
    base, short = (load_deck(project, Edition(variant))[0] for variant in ("", "kort"))
    assert base is not None and short is not None
    theme = material("16:9").theme
    plans = compose(base, theme, FONTS, {}).plans
    memo: dict[Any, Any] = {}
    split = compose(short, theme, FONTS, {}, plans=plans, memo=memo).scene
    whole = compose(short, theme, FONTS, {}, memo=memo).scene
    assert (len(split.pages), len(whole.pages)) == (2, 1)


def test_a_memo_keeps_themes_apart() -> None:
    deck = material("16:9").deck
    memo: dict[Any, Any] = {}
    wide, narrow = (material(page).theme for page in ("16:9", "4:3"))
    deck = replace(deck, slides=deck.slides[:4])
    for theme in (wide, narrow, wide):
        assert compose(deck, theme, FONTS, {}, memo=memo).scene == compose(deck, theme, FONTS, {}).scene
