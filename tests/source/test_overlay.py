"""Layers of changes on a deck's nodes."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckmotor.source.ids import slide_ids
from deckmotor.source.nodes import Mapping, Sequence
from deckmotor.source.overlay import apply
from deckmotor.source.parse import parse
from tests.casefile import Case, cases
from tests.source.dump import dump


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


MOVES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(["after", "before", "end"]), st.sampled_from("abcdef")), max_size=12
)
ADDED = st.lists(st.tuples(st.sampled_from(["after", "before", "end"]), st.sampled_from("abcdef0123")), max_size=4)


class Row:
    """Slides in a row, moved in the slow and obvious way: what `add` and `move` are held against."""

    def __init__(self, ids: str) -> None:
        self.ids = list(ids)

    def begin(self) -> None:
        self.behind: list[tuple[str, str]] = []
        """Who was put after whom in this step, in the order in which that was written; neither has moved since."""

    def put(self, id: str, where: str, other: str) -> None:
        self.ids = [one for one in self.ids if one != id]
        self.behind = [pair for pair in self.behind if id not in pair]
        if where == "before":
            self.ids.insert(self.ids.index(other), id)
        elif where == "after":
            last = other
            while followers := [one for one, before in self.behind if before == last]:
                last = followers[-1]
            self.ids.insert(self.ids.index(last) + 1, id)
            self.behind.append((id, other))
        else:
            self.ids.append(id)


@settings(max_examples=300)
@example([], [("a", "after", "f"), ("b", "after", "a"), ("c", "after", "f")], set())  # Behind what was put after another.
@example([], [("a", "after", "c"), ("c", "after", "f"), ("b", "after", "c")], set())  # The target has moved since.
@example([], [("a", "after", "c"), ("a", "after", "f"), ("b", "after", "c")], set())  # Who was put there has.
@given(ADDED, MOVES, st.sets(st.sampled_from("abcdef"), max_size=2))
def test_slides_come_where_a_slow_reference_puts_them(
    added: list[tuple[str, str]], moves: list[tuple[str, str, str]], removed: set[str]
) -> None:
    row, steps, lines = Row("abcdef"), [], ["add:"]
    row.begin()
    for number, (where, other) in enumerate(added):
        if where == "end" or other in row.ids:
            row.put(str(number), where, other)
            steps.append(f"  - {{id: {number}{'' if where == 'end' else f', {where}: {other}'}}}")
    lines += steps or ["  []"]
    row.begin()
    steps = []
    for id, where, other in moves:
        if id != other:
            row.put(id, where, other)
            steps.append(f"  - {{id: {id}{'' if where == 'end' else f', {where}: {other}'}}}")
    lines += ["move:", *(steps or ["  []"]), f"remove: [{', '.join(sorted(removed))}]"]
    deck = read(b"slides: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}]", "deck.yaml")
    changed, problems = apply(deck, read("\n".join(lines).encode(), "layer.yaml"))
    assert problems == ()
    assert slide_ids(slides_of(changed).items) == [id for id in row.ids if id not in removed]
