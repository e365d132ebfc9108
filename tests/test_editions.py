"""What a deck comes to depends on its edition alone: not on what was built before it, on memos, or on the process."""

import pickle
import sys
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.build import Memos, Pipeline
from deckmotor.built import Built
from deckmotor.edition import BASE, Edition
from deckmotor.load import Project, load_project
from deckmotor.workspace import MemoryWorkspace, builtin_themes

ITEMS = "".join(
    f"\n      - Ständigt utveckla idéer och utbildningar tillsammans med andra, punkt {number}" for number in range(40)
)

FILES = {
    "deck.yaml": f"""
title: Hej ${{name}}
language: sv
variables: {{name: Alla, kind: lång}}
slides:
  - id: start
    cover: {{}}
  - title: Lista
    bullets:{ITEMS}
  - title: Text
    text: En ${{kind}} text för ${{name}}.
  - title: Två
    columns:
      - text: Ett
      - bullets: [Två, Tre]
  - title: Tabell
    table: [[A, B], [1, 2]]
""",
    "variants.yaml": """
each: table.yaml
changes: {text: {notes: "Till ${name}"}}
""",
    "table.yaml": """
- {id: kalix, name: Kalix, kind: kort}
- {id: motala, name: Motala, kind: kort}
- {id: varberg, name: Varberg, kind: lång}
- {id: dubbel, name: Dubbel, kind: lång}
""",
    "variants/kalix.yaml": "changes: {lista: {bullets: [En, Två]}}",
    "variants/motala.yaml": "theme: natt\nmove: [{id: tabell, after: start}]",
    "variants/varberg.yaml": "remove: [text]\ntheme: finns-inte",
    "variants/dubbel.yaml": "file: Hej-Motala-MOTALA\ntheme: finns-inte",
}


def project() -> Project:
    files = {path: text.encode() for path, text in FILES.items()}
    for theme in ("motor", "natt"):
        files[f"themes/{theme}/theme.yaml"] = (builtin_themes() / theme / "theme.yaml").read_bytes()
    return load_project(MemoryWorkspace(files), "deck.yaml")


PROJECT = project()
ALONE = {edition: Pipeline(PROJECT).build(edition) for edition in PROJECT.editions}
"""Each built by itself, with memos of its own."""


def same(built: Built, other: Built) -> bool:
    return (built.files, built.problems, built.slides) == (other.files, other.problems, other.slides)


def test_they_differ() -> None:
    assert [one.files[0].name for one in ALONE.values() if one.files] == [
        "hej-alla.pptx",
        "hej-kalix-kalix.pptx",
        "hej-motala-motala.pptx",
    ]
    assert len({one.data for one in ALONE.values() if one.files}) == 3
    assert [one.code for one in ALONE[Edition("varberg")].problems] == ["unknown-theme"]
    assert {one.code for one in ALONE[Edition("dubbel")].problems} == {"file-taken", "unknown-theme"}
    places = {edition.name: one.span.file for edition, built in ALONE.items() for one in built.problems if "theme" in one.code}
    assert places == {name: f"variants/{name}.yaml" for name in ("varberg", "dubbel")}


@settings(max_examples=6, deadline=None)
@given(st.randoms(use_true_random=False))
def test_in_any_order_with_shared_memos(chance: Random) -> None:
    editions = list(PROJECT.editions)
    chance.shuffle(editions)
    memos = Memos()
    for edition in editions:
        assert same(Pipeline(PROJECT, memos=memos).build(edition), ALONE[edition])
    pipeline = Pipeline(PROJECT)
    assert all(same(pipeline.build(edition), ALONE[edition]) for edition in reversed(editions))


def test_with_memos_that_forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[Pipeline.__module__], "MOST_REMEMBERED", 0)
    memos = Memos()
    pipeline = Pipeline(PROJECT, memos=memos)
    slides = 0
    for edition in PROJECT.editions * 2:
        assert same(pipeline.build(edition), ALONE[edition])
        slides = max(slides, len(memos.load.slides))
    assert slides < 20


def test_in_another_process() -> None:
    sent = pickle.loads(pickle.dumps(PROJECT))
    assert all(same(Pipeline(sent).build(edition), built) for edition, built in ALONE.items())


def test_the_base_edition_comes_first_and_has_no_name() -> None:
    assert (BASE.name, BASE.parts, BASE.is_base, BASE.base) == ("", (), True, BASE)
    kalix = Edition("kalix")
    assert (kalix.name, kalix.parts, kalix.is_base, kalix.base) == ("kalix", (("variant", "kalix"),), False, BASE)
    assert sorted([kalix, BASE, Edition("a")]) == [BASE, Edition("a"), kalix]
