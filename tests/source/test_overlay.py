"""Layers of changes on a deck's nodes."""

from hypothesis import given
from hypothesis import strategies as st

from deckmotor.source.dump import dump
from deckmotor.source.ids import slide_ids
from deckmotor.source.nodes import Mapping, Sequence
from deckmotor.source.overlay import apply
from deckmotor.source.parse import parse
from tests.casefile import Case, cases


def read(data: bytes, file: str) -> Mapping:
    node, problems = parse(data, file)
    assert isinstance(node, Mapping)
    assert problems == ()
    return node


def slides_of(deck: Mapping) -> Sequence:
    slides = deck.get("slides")
    assert isinstance(slides, Sequence)
    return slides


@cases("source/overlay")
def test_overlay(case: Case) -> None:
    deck, layer = read(case.files["deck.yaml"], "deck.yaml"), read(case.files["layer.yaml"], "layer.yaml")
    changed, problems = apply(deck, layer)
    case.expect(dump(changed), case.listing(problems))


@cases("source/overlay")
def test_a_layer_again_after_itself(case: Case) -> None:
    """Slides that a layer does not name are the same objects after it, and a layer never loses one that it does not remove."""
    deck, layer = read(case.files["deck.yaml"], "deck.yaml"), read(case.files["layer.yaml"], "layer.yaml")
    first, _ = apply(deck, Mapping((), deck.span))
    assert first is deck
    named, _ = apply(deck, read(b"remove: []", "layer.yaml"))
    changed, _ = apply(named, layer)
    text = case.files["layer.yaml"].decode()
    before = dict(zip(slide_ids(slides_of(named).items), slides_of(named).items, strict=True))
    after = dict(zip(slide_ids(slides_of(changed).items), slides_of(changed).items, strict=True))
    for id, slide in before.items():
        if id and id not in text:
            assert after[id] is slide


numbers = st.lists(st.integers(0, 9), max_size=6)


@given(numbers, numbers, numbers)
def test_moving_keeps_all_slides(moved: list[int], targets: list[int], removed: list[int]) -> None:
    deck = read(b"slides: [" + b", ".join(b"{id: s%d}" % number for number in range(10)) + b"]", "deck.yaml")
    moves = ", ".join(f"{{id: s{one}, after: s{other}}}" for one, other in zip(moved, targets, strict=False))
    gone = sorted(set(removed))
    layer = read(f"move: [{moves}]\nremove: [{', '.join(f's{one}' for one in gone)}]".encode(), "layer.yaml")
    changed, problems = apply(deck, layer)
    ids = slide_ids(slides_of(changed).items)
    assert sorted(ids) == [f"s{number}" for number in range(10) if number not in gone]
    assert all(problem.code == "wrong-value" for problem in problems)
    if len(moved) == len(targets) == 1 and moved != targets and not gone:
        assert ids.index(f"s{moved[0]}") == ids.index(f"s{targets[0]}") + 1
