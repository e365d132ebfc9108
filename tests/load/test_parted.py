"""What names a part that an edition has not goes with it, in every kind that lights a part or has texts of boxes."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.edition import Edition
from deckmotor.model.flows import Flow
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

KINDS = {
    "process": "process: {items: [A, B, {label: X, only: inne}], highlight: X}",
    "cycle": "cycle: {items: [A, B, C, {label: X, only: inne}], highlight: X}",
    "timeline": "timeline: {items: [1998: A, {date: '2001', text: X, only: inne}, 2024: B], highlight: '2001'}",
    "comparison": "comparison: {items: [A: [a], {title: X, points: [b], only: inne}, C: [c]], highlight: X}",
    "hierarchy": "hierarchy: {items: [A: [B, {label: X, only: inne}]], highlight: X}",
    "agenda": "agenda: {items: [A, {text: X, only: inne}, C], highlight: X}",
    "roadmap": "roadmap: {periods: ['1', '2'], lanes: {L: [{text: A, at: '1'}, {text: X, at: '2', only: inne}]}, highlight: X}",
    "flow": "flow: {arrows: [A -> B, {arrow: B -> X, only: inne}], nodes: {B: Ord, X: Rummet}, highlight: X}",
    "listed": "flow: {arrows: [A -> B, {arrow: B -> X, only: inne}], nodes: [{name: X, text: R}, {name: B, text: Ö}]}",
    "lit text": "flow: {arrows: [A -> B, {arrow: B -> X, only: inne}], nodes: {X: Rummet}, highlight: Rummet}",
    "text of another": "flow: {arrows: [A -> B, {arrow: B -> X, only: inne}], nodes: {X: A}, highlight: A}",
    "still there": "flow: {arrows: [A -> X, {arrow: X -> B, only: inne}], nodes: {X: Rummet}, highlight: X}",
}
WRONG = {
    "process": "process: {items: [A, {label: X, only: inne}, C], highlight: Y}",
    "flow": "flow: {arrows: [A -> B, {arrow: B -> X, only: inne}], nodes: {Y: Rummet}}",
}
"""What leads nowhere in any edition is told in all."""


def pipeline(block: str) -> Pipeline:
    deck = f"title: A\nslides:\n  - title: A\n    {block}\n".encode()
    held = {**THEME_FILES, "audiences.yaml": b"inne: {name: Inne}\nute: {name: Ute}\n", "deck.yaml": deck}
    return Pipeline.of(MemoryWorkspace(held), "deck.yaml", theme="motor")


@pytest.mark.parametrize("name", KINDS)
def test_it_goes_with_the_part(name: str) -> None:
    made = pipeline(KINDS[name])
    for audience in ("inne", "ute"):
        assert [one.code for one in made.compose(Edition(audience=audience)).problems] == [], audience


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("audience", ["inne", "ute"])
def test_what_is_nowhere_is_told(name: str, audience: str) -> None:
    found = [one.code for one in pipeline(WRONG[name]).compose(Edition(audience=audience)).problems]
    assert found == ["flow-nowhere" if name == "flow" else "sequence-highlight"]


def test_what_is_still_there_stays_lit() -> None:
    deck = pipeline(KINDS["text of another"]).compose(Edition(audience="ute")).deck
    assert deck is not None and [block.highlight for block in deck.slides[0].blocks if isinstance(block, Flow)] == ["A"]


def test_a_box_goes_with_its_last_arrow_and_others_keep_their_texts() -> None:
    deck = pipeline(KINDS["flow"]).compose(Edition(audience="ute")).deck
    assert deck is not None
    (flow,) = [block for block in deck.slides[0].blocks if isinstance(block, Flow)]
    assert {name: text.plain for name, text in flow.boxes.items()} == {"A": "A", "B": "Ord"} and flow.highlight is None
