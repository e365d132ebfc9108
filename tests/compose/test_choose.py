"""What a slide holds chooses its layout."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.workspace import DiskWorkspace, MemoryWorkspace, builtin_themes
from tests.built import ROOT

CASES = [
    ("cover: {}", "cover"),
    ("section: Del", "section"),
    ("closing: Tack", "closing"),
    ("title: T", "title-only"),
    ("title: T\n    bullets: [a]", "content"),
    ("title: T\n    numbered: [a]", "content"),
    ("title: T\n    lead: L\n    bullets: [a]", "content-lead"),
    ("title: T\n    text: Några ord", "statement"),
    (f"title: T\n    text: {'ord ' * 30}", "text"),
    ("title: T\n    text: Några ord\n    bullets: [a]", "content"),
    ("title: T\n    quote: Ord", "quote"),
    ("title: T\n    questions: [a, b]", "questions"),
    ("title: T\n    questions: [a]", "statement"),
    ("title: T\n    table: [[a, b], [c, d]]", "table"),
    ("title: T\n    lead: L\n    table: [[a, b], [c, d]]", "table-lead"),
    ("title: T\n    bullets: [a]\n    table: [[a, b], [c, d]]", "columns-2"),
    ("title: T\n    columns: [{bullets: [a]}, {text: b}, {text: c}]", "columns-3"),
    ("title: T\n    columns: [{heading: H, bullets: [a]}, {text: b}]", "compare-2"),
    ("title: T\n    bullets: [a]\n    map: {places: [Kalix]}", "map-right"),
    ("title: T\n    bullets: [a]\n    columns: [{text: b}, {text: c}, {text: d}]\n    map: {places: [Kalix]}", "map-words"),
    ("title: T\n    bullets: [a]\n    columns: [{text: b}, {text: c}]\n    map: {places: [Kalix]}", "columns-4"),
    ("title: T\n    layout: quote\n    text: Ord", "quote"),
]


@pytest.mark.parametrize(("slide", "layout"), CASES)
def test_layout(slide: str, layout: str) -> None:
    themes = {f"themes/{name}/theme.yaml": (ROOT / f"themes/{name}/theme.yaml").read_bytes() for name in ("motor", "natt")}
    deck = f"title: Prov\nslides:\n  - {slide}\n".encode()
    composed = Pipeline.of(MemoryWorkspace({"deck.yaml": deck, **themes}), "deck.yaml").compose()
    assert composed.problems == ()
    assert composed.scene is not None
    assert [page.layout for page in composed.scene.pages] == [layout]


def test_built_in_themes_are_there_for_any_project() -> None:
    assert DiskWorkspace(ROOT / "tests", builtin_themes()).exists("themes/motor/theme.yaml")
