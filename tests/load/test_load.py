"""The files of a project to decks."""

import pickle
from collections.abc import Iterator
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import Edition
from deckmotor.load import Memo, Project, load_deck, load_project
from deckmotor.model.deck import Deck, Slide
from deckmotor.model.text import Text
from deckmotor.workspace import TEXT_LIMIT, MemoryWorkspace
from tests.casefile import Case, cases


def texts(value: object) -> Iterator[str]:
    if isinstance(value, Text):
        yield value.typed
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))


def summary(deck: Deck | None) -> list[str]:
    if deck is None:
        return ["  (no deck)"]
    head = deck.head
    lines = [f"  file {deck.file}, title {head.title.plain}, language {head.language}, theme {head.theme}"]
    return lines + [f"  {slide.id}: {' | '.join(texts(slide))}" for slide in deck.slides]


def load_all(project: Project) -> list[tuple[Edition, Deck | None, tuple[Diagnostic, ...]]]:
    memo = Memo()
    return [(edition, *load_deck(project, edition, memo)) for edition in project.editions]


@cases("load")
def test_load(case: Case) -> None:
    path = "deck/deck.yaml" if any(name.startswith("deck/") for name in case.files) else "deck.yaml"
    project = load_project(case.workspace, path)
    lines = []
    problems: dict[Diagnostic, None] = dict.fromkeys(project.problems)
    for edition, deck, found in load_all(project):
        name = "" if edition.is_base else f" ({project.versions[edition].name})"
        lines += [f"{edition.name or 'base deck'}{name}", *summary(deck)]
        problems |= dict.fromkeys(found)
    case.expect("\n".join(lines), case.listing(problems))
    plain = [(one.code, one.span, one.values) for one in problems if one.variant is None]
    assert len(plain) == len(set(plain))


DECK = b"""
title: Studien
slides:
  - {id: a, title: A, text: alike}
  - {id: b, title: B, text: "for ${name}"}
  - {id: c, title: C, text: "for ${kind}"}
"""


def project_of(rows: list[tuple[str, str]], **files: bytes) -> Project:
    table = "".join(f"- {{id: {id}, name: {id.upper()}, kind: {kind}}}\n" for id, kind in rows)
    head = b"variables: {name: nobody, kind: none}"
    return load_project(
        MemoryWorkspace(
            {"deck.yaml": DECK + head, "variants.yaml": b"each: table.yaml\n", "table.yaml": table.encode(), **files}
        ),
        "deck.yaml",
    )


def slides(project: Project) -> dict[tuple[str, str], Slide]:
    """By variant and id; the base deck is the variant ""."""
    found: dict[tuple[str, str], Slide] = {}
    for edition, deck, problems in load_all(project):
        assert problems == ()
        assert deck is not None
        found |= {(edition.variant, slide.id or ""): slide for slide in deck.slides}
    return found


def test_slides_that_are_alike_are_the_same_object() -> None:
    made = slides(project_of([("x", "big"), ("y", "small"), ("z", "big")]))
    assert made["x", "a"] is made["y", "a"] is made["", "a"]
    assert made["x", "b"] is not made["z", "b"]
    assert made["x", "c"] is made["z", "c"]
    assert made["x", "c"] is not made["y", "c"]


def test_a_file_changes_only_what_it_names() -> None:
    made = slides(project_of([("x", "big"), ("y", "big")], **{"variants/x.yaml": b"changes: {c: {notes: Mer}}"}))
    assert made["x", "a"] is made["y", "a"]
    assert made["x", "c"] is not made["y", "c"]


def test_unknown_variant() -> None:
    deck, problems = load_deck(project_of([("kalix", "x")]), Edition("kalxi"))
    assert deck is None
    assert [(one.code, one.hints) for one in problems] == [("unknown-variant", ("did you mean `kalix`?",))]


def test_a_file_is_read_once() -> None:
    class Counting(MemoryWorkspace):
        reads: list[str]

        def read(self, path: str, limit: int = TEXT_LIMIT) -> bytes:
            self.reads.append(path)
            return super().read(path, limit)

    workspace = Counting(
        {"deck.yaml": DECK + b"  - include: x.yaml\n  - include: x.yaml\n", "x.yaml": b"- {title: X, text: a}\n"}
    )
    workspace.reads = []
    for _, deck, problems in load_all(load_project(workspace, "deck.yaml")):
        assert deck is not None
        assert [one.id for one in deck.slides] == ["a", "b", "c", "x", "x-2"]
        assert {one.code for one in problems} == {"unknown-variable"}
    assert sorted(workspace.reads) == ["deck.yaml", "x.yaml"]


@given(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8), st.randoms(use_true_random=False))
def test_decks_do_not_depend_on_what_was_loaded_before(ids: list[str], chance: Random) -> None:
    project = project_of([(id, "even" if at % 2 else "odd") for at, id in enumerate(ids)])
    shuffled = list(project.editions)
    chance.shuffle(shuffled)
    memo = Memo()
    found = {edition: load_deck(project, edition, memo) for edition in shuffled}
    for edition in project.editions:
        assert found[edition] == load_deck(project, edition) == load_deck(pickle.loads(pickle.dumps(project)), edition)


@given(st.binary(), st.sampled_from(["deck.yaml", "variants.yaml", "table.yaml", "variants/x.yaml"]))
def test_never_raises(data: bytes, file: str) -> None:
    project = project_of([("x", "big")], **{file: data})
    for _, deck, problems in load_all(project):
        assert deck is not None or problems


WORDS = """
title slides changes add move remove set name file each variants id after before include order bullets text
x a b c ~ ${x} ${name} [ ] { } : , -
"""
pieces = st.sampled_from([*WORDS.split(), "\n", "\n  "])


@given(st.lists(pieces).map(" ".join), st.sampled_from(["deck.yaml", "variants.yaml", "table.yaml", "variants/x.yaml"]))
def test_never_raises_for_words_of_the_language(text: str, file: str) -> None:
    project = project_of([("x", "big")], **{file: text.encode()})
    for _, deck, problems in load_all(project):
        assert deck is not None or problems
