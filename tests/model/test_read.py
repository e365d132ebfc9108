import re
import time

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from deckmotor.catalogue import ENTRIES
from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.edition import BASE, Edition
from deckmotor.model.blocks import BESIDE, BLOCK_KEYS, Column
from deckmotor.model.boxes import Definition
from deckmotor.model.cells import WrittenCell
from deckmotor.model.cures import CHOICES, OF_KEYS
from deckmotor.model.deck import Deck, Head, Slide
from deckmotor.model.figures import Chart
from deckmotor.model.flows import Flow
from deckmotor.model.kinds import ChoiceKind, ListKind
from deckmotor.model.panels import Matrix
from deckmotor.model.people import Person
from deckmotor.model.pictures import Picture
from deckmotor.model.plan import Plan
from deckmotor.model.read import read_deck
from deckmotor.model.records import RecordKind, block_kind, plan_of
from deckmotor.model.roadmaps import Bar, Roadmap
from deckmotor.model.sequences import Cycle, Event, Point, Step, Timeline
from deckmotor.model.slides import Memo
from deckmotor.model.unknown import NOT_YET, OF_ITEMS, SYNONYMS
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.parse import parse
from deckmotor.span import Span
from tests.casefile import Case, cases
from tests.model.dump import dump_deck

SPAN = Span("deck.yaml")
KEYS = ("title", "slides", "id", "text", "items", "rows", "alt", "file", "start", "fit", "focus", "notes", "Tid", *BLOCK_KEYS)
WORDS = st.sampled_from(["", "~", "a", "true", "ja", "3", "12%", "[x](#a)", "**a**", "a\n\nb\n", "sv", "16:9"])
SCALARS = st.builds(Scalar, WORDS, st.just(SPAN), st.booleans())


def sequences(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.lists(children, max_size=4).map(lambda items: Sequence(tuple(items), SPAN))


def mappings(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    entries = st.dictionaries(st.sampled_from(KEYS), children, max_size=5)
    return entries.map(lambda pairs: Mapping(tuple((Scalar(key, SPAN), value) for key, value in pairs.items()), SPAN))


NODES: st.SearchStrategy[Node] = st.recursive(SCALARS, lambda nodes: sequences(nodes) | mappings(nodes), max_leaves=20)
SLIDES = sequences(mappings(NODES))


def read(text: str, memo: Memo | None = None, edition: Edition = BASE) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    node, problems = parse(text.encode(), "deck.yaml")
    assert node is not None and not problems
    return read_deck(node, edition, "deck", {} if memo is None else memo)


@cases("model/read")
def test_read(case: Case) -> None:
    node, problems = parse(case.files["deck.yaml"], "deck.yaml")
    assert node is not None and not problems
    deck, found = read_deck(node, BASE, "deck", {})
    case.expect(case.listing(found) if found else dump_deck(deck))


@given(NODES, SLIDES)
@settings(max_examples=150)
def test_any_tree_is_read(head: Node, slides: Node) -> None:
    entries = head.entries if isinstance(head, Mapping) else ()
    entries = tuple(entry for entry in entries if entry[0].text != "slides")
    node = Mapping(((Scalar("slides", SPAN), slides), *entries), SPAN)
    deck, problems = read_deck(node, BASE, "deck", {})
    assert deck is not None or has_errors(problems)
    for one in problems:
        assert one.code in ENTRIES
        assert "None" not in one.message and "Kind" not in one.message
    if deck is not None and not problems:
        ids = [slide.id for slide in deck.slides]
        assert len(deck.slides) == len(set(ids)) and all(slide.title for slide in deck.slides)


def test_a_slide_that_variants_share_is_the_same_object() -> None:
    node, _ = parse(b"title: A\nslides:\n  - cover:\n  - title: B\n    bullets: [c]\n  - section: B\n", "deck.yaml")
    assert isinstance(node, Mapping)
    memo: Memo = {}
    first, _ = read_deck(node, BASE, "deck", memo)
    title = Scalar("Z", SPAN)
    other = Mapping(tuple((key, title if key.text == "title" else value) for key, value in node.entries), node.span)
    second, _ = read_deck(other, Edition("kalix"), "kalix", memo)
    assert first is not None and second is not None
    assert [one is two for one, two in zip(first.slides, second.slides, strict=True)] == [False, True, True]
    # The cover's title is the deck's, so it differs where the deck's does.
    assert [slide.title and slide.title.plain for slide in second.slides] == ["Z", "B", "B"]
    assert len(memo) == 3


def test_a_variants_problems_carry_its_name() -> None:
    memo: Memo = {}
    text = "title: A\nslides: [{title: B, foo: c}]\n"
    assert [one.variant for one in read(text, memo)[1]] == [None]
    assert [one.variant for one in read(text, memo, Edition("kalix"))[1]] == ["kalix"]


def test_reading_takes_its_time_in_a_straight_line() -> None:
    def seconds(slides: int) -> float:
        item = "      - Ständigt utveckla idéer och utbildningar tillsammans med andra\n"
        text = "title: A\nslides:\n" + "".join(f"  - title: Rubrik {i}\n    bullets:\n{item * 5}" for i in range(slides))
        node, _ = parse(text.encode(), "deck.yaml")
        assert node is not None
        times = []
        for _ in range(3):
            start = time.process_time()
            read_deck(node, BASE, "deck", {})
            times.append(time.process_time() - start)
        return min(times)

    # Eight times the slides; a quadratic slip would take 64 times as long. Generous, because other tests run beside this one.
    assert seconds(3200) < 24 * seconds(400)


def test_what_is_said_to_be_missing_is() -> None:
    """A kind of block that comes takes its row out of the table of those that are not there yet."""
    known = {*plan_of(Slide).keys, *plan_of(Column).keys, *plan_of(Head).keys, *BESIDE}
    assert known.isdisjoint(NOT_YET)
    assert known.isdisjoint(SYNONYMS.keys() - {"heading", "items", "path", "source", "columns"})
    others = (Picture, Chart, Timeline, Event, Person, Point, Step, Flow, Cycle, Roadmap, Bar, Definition, Matrix, WrittenCell)
    keys = known | {key for cls in others for key in plan_of(cls).keys}
    assert {word for meant in SYNONYMS.values() for word in meant.split()} <= keys


def plans(cls: type[Struct], met: dict[type[Struct], Plan]) -> dict[type[Struct], Plan]:
    """The plans of a struct and of all that it holds."""
    if cls not in met:
        met[cls] = plan_of(cls)
        for kind in (*(field.kind for field in met[cls].fields.values()), *map(block_kind, met[cls].blocks)):
            inner = kind.item if isinstance(kind, ListKind) else kind
            if isinstance(inner, RecordKind):
                plans(inner.cls, met)
    return met


def test_what_is_said_to_be_meant_is_there() -> None:
    met = plans(Head, plans(Slide, {}))
    assert {word for meant in OF_ITEMS.values() for word in meant.split()} <= {
        key for plan in met.values() for key in plan.keys
    }
    assert {cls for records, _, _ in OF_KEYS for cls in records.split()} <= {cls.__name__ for cls in met}
    choices = [
        field.kind.values for plan in met.values() for field in plan.fields.values() if isinstance(field.kind, ChoiceKind)
    ]
    assert {word for meant in CHOICES.values() for word in meant.split()} <= {value for values in choices for value in values}


@cases("model/read")
def test_what_was_meant_is_no_next_mistake(case: Case) -> None:
    """With all done that is said to be meant, nothing is wrong that was not told at first."""
    text = case.files["deck.yaml"].decode()
    told = _told(text)
    before = {(one.code, one.span.line) for one in told}
    for one in sorted(told, key=lambda one: -one.span.start):
        meant = re.fullmatch(r"did you mean `([\w-]+)`\?", one.advice[0]) if one.advice else None
        if meant is not None and one.code in ("unknown-key", "wrong-value"):
            text = text[: one.span.start] + meant[1] + text[one.span.end :]
    assert {(one.code, one.span.line) for one in _told(text)} <= before


def _told(text: str) -> list[Diagnostic]:
    node, problems = parse(text.encode(), "deck.yaml")
    return list(problems) + (list(read_deck(node, BASE, "deck", {})[1]) if node is not None else [])
