"""The files of a project to decks."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.load import Project, load_deck, load_project
from deckmotor.model.deck import Deck, Slide
from deckmotor.model.text import Text
from deckmotor.workspace import TEXT_LIMIT, MemoryWorkspace
from tests.casefile import Case, cases


def texts(value: object) -> Iterator[str]:
    if isinstance(value, Text):
        yield value.plain
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


def load_all(project: Project) -> list[tuple[str | None, Deck | None, tuple[Diagnostic, ...]]]:
    return [(id, *load_deck(project, id)) for id in (None, *(variant.id for variant in project.variants))]


@cases("load")
def test_load(case: Case) -> None:
    path = "deck/deck.yaml" if any(name.startswith("deck/") for name in case.files) else "deck.yaml"
    project = load_project(case.workspace, path)
    lines = []
    problems: dict[Diagnostic, None] = dict.fromkeys(project.problems)
    for id, deck, found in load_all(project):
        name = f" ({project.by_id[id].name})" if id is not None else ""
        lines += [f"{id or 'base deck'}{name}", *summary(deck)]
        problems |= dict.fromkeys(found)
    case.expect("\n".join(lines), case.listing(problems))
    plain = [(one.code, one.span, one.message) for one in problems if one.variant is None]
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


def slide(project: Project, variant: str | None, id: str) -> Slide:
    deck, problems = load_deck(project, variant)
    assert problems == ()
    assert deck is not None
    return next(one for one in deck.slides if one.id == id)


def test_slides_that_are_alike_are_the_same_object() -> None:
    project = project_of([("x", "big"), ("y", "small"), ("z", "big")])
    assert slide(project, "x", "a") is slide(project, "y", "a") is slide(project, None, "a")
    assert slide(project, "x", "b") is not slide(project, "z", "b")
    assert slide(project, "x", "c") is slide(project, "z", "c")
    assert slide(project, "x", "c") is not slide(project, "y", "c")


def test_a_file_changes_only_what_it_names() -> None:
    project = project_of([("x", "big"), ("y", "big")], **{"variants/x.yaml": b"changes: {c: {notes: Mer}}"})
    assert slide(project, "x", "a") is slide(project, "y", "a")
    assert slide(project, "x", "c") is not slide(project, "y", "c")


def test_unknown_variant() -> None:
    deck, problems = load_deck(project_of([("kalix", "x")]), "kalxi")
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


@given(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8), st.permutations(range(8)))
def test_decks_do_not_depend_on_what_was_loaded_before(ids: list[str], order: list[int]) -> None:
    rows = [(id, "even" if at % 2 else "odd") for at, id in enumerate(ids)]
    straight, shuffled = project_of(rows), project_of(rows)
    wanted: list[str | None] = [None, *ids]
    first = {id: load_deck(straight, id) for id in wanted}
    second = {wanted[at]: load_deck(shuffled, wanted[at]) for at in order if at < len(wanted)}
    assert all(first[id] == found for id, found in second.items())


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
