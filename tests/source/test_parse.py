"""YAML text to nodes: every value at its place, every trap told in plain words."""

import gc
import re
import time
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckmotor.diagnostics import has_errors
from deckmotor.source import parse as parsing
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.parse import DEPTH_LIMIT, PROBLEM_LIMIT, parse
from tests.casefile import Case, cases
from tests.source.dump import dump

JARGON = (
    "token",
    "scalar",
    "block",
    "flow",
    "simple key",
    "indicator",
    "anchor",
    "alias",
    "stream",
    "node",
    "parser",
    "mapping",
)


@cases("source/parse")
def test_parse(case: Case) -> None:
    node, problems = parse(case.files["deck.yaml"], "deck.yaml")
    case.expect(dump(node), case.listing(problems))
    told = " ".join(part for one in problems for part in (one.message, *one.hints)).lower()
    assert not [word for word in JARGON if word in told.replace("lists and mappings", "")]


@cases("source/parse")
def test_without_libyaml(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML without libyaml gives the same tree, and the same kinds of problems on the same lines."""
    fast, told = parse(case.files["deck.yaml"], "deck.yaml")
    monkeypatch.setattr(parsing, "Parser", yaml.SafeLoader)
    slow, told_slowly = parse(case.files["deck.yaml"], "deck.yaml")
    if case.name not in ("escaped-control",):  # Half a surrogate pair is an error of syntax only to libyaml.
        assert dump(fast) == dump(slow)
        assert [(one.code, one.span.line) for one in told] == [(one.code, one.span.line) for one in told_slowly]


def every(node: Node) -> list[Node]:
    if isinstance(node, Scalar):
        return [node]
    children = node.items if isinstance(node, Sequence) else [part for entry in node.entries for part in entry]
    return [node, *(below for child in children for below in every(child))]


@cases("source/parse")
def test_spans(case: Case) -> None:
    """A span's characters are the value's own: lines and columns lead to them, and neighbours do not overlap."""
    text = case.files["deck.yaml"].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    text = re.sub("\r(?!\n)", "\n", text)
    node, _ = parse(case.files["deck.yaml"], "deck.yaml")
    lines = text.split("\n")
    for one in every(node) if node else []:
        span = one.span
        assert 0 <= span.start <= span.end <= len(text)
        assert sum(len(line) + 1 for line in lines[: span.line - 1]) + span.column - 1 == span.start
        if isinstance(one, Scalar) and not one.quoted and "\n" not in text[span.start : span.end]:
            assert re.sub("[\x85\u2028\u2029]", "\n", text[span.start : span.end]) == one.text
        if isinstance(one, Sequence):
            assert all(a.span.end <= b.span.start for a, b in pairwise(one.items))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[" * 50_000, "nested-too-deep"),
        (b"- " * 50_000, "nested-too-deep"),
        (b"{a: " * 50_000, "nested-too-deep"),
        (b"[[]," * 2_400_000, "nested-too-deep"),
        (b"- a\n" * 2_000_000, "too-many-values"),
        (b"- *a\n" * 100_000, "needs-quotes"),
        (b"a: &a [x]\n" + b"b: [*a, *a, *a]\n" * 1000, "needs-quotes"),
        (b"x" * 10_000_001, "file-too-large"),
        (b"\x80" * 100_000, "file-encoding"),
    ],
    ids=["brackets", "dashes", "braces", "many brackets", "many items", "references", "bomb", "large", "bytes"],
)
def test_hostile(data: bytes, code: str) -> None:
    start = time.perf_counter()
    _, problems = parse(data, "deck.yaml")
    assert code in {one.code for one in problems}
    assert len(problems) <= PROBLEM_LIMIT
    assert time.perf_counter() - start < 30


def test_as_deep_as_allowed() -> None:
    node, problems = parse(b"[" * DEPTH_LIMIT + b"]" * DEPTH_LIMIT, "deck.yaml")
    assert isinstance(node, Sequence)
    assert problems == ()


def test_collection_of_garbage_goes_on() -> None:
    assert gc.isenabled()
    parse(b"a: b", "deck.yaml")
    parse(b"a: [", "deck.yaml")
    assert gc.isenabled()


@given(st.text(alphabet=st.sampled_from(list("aå: -[]{},\"'\n\t#&*!|>%@`?~\\\u2028${}\r🙂"))))
def test_never_raises(text: str) -> None:
    node, problems = parse(text.encode(), "deck.yaml")
    assert node is not None or has_errors(problems)
    assert all(1 <= one.span.line <= text.count("\n") + text.count("\r") + 1 for one in problems)


@given(st.binary())
def test_never_raises_for_bytes(data: bytes) -> None:
    node, problems = parse(data, "deck.yaml")
    assert node is not None or has_errors(problems)


texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"))


@given(st.dictionaries(texts, texts))
def test_quoted_text_comes_back(values: dict[str, str]) -> None:
    document = yaml.safe_dump(values, default_style='"', allow_unicode=True, width=1000)
    node, problems = parse(document.encode(), "deck.yaml")
    assert problems == ()
    assert isinstance(node, Mapping)
    assert {key.text: value.text for key, value in node.entries if isinstance(value, Scalar)} == values


def test_many_decimal_commas_do_not_keep_a_file_from_being_read() -> None:
    rows = "".join(f"- {{id: a{row}, share: 4,5 %}}\n" for row in range(300))
    node, problems = parse(rows.encode(), "table.yaml")
    assert isinstance(node, Sequence)
    assert len(node.items) == 300
    assert {one.code for one in problems} == {"cut-number"}
    assert len(problems) == 100


@pytest.mark.parametrize("text", ["[12, 5]", "[1,2,3]", "[23.156,65.853]", '["4,5", 3]', "4,5 procent", "- 1,5", "[a,b]"])
def test_numbers_that_are_not_split(text: str) -> None:
    assert parse(text.encode(), "deck.yaml")[1] == ()


@pytest.mark.parametrize(
    "line", ["a: " + "#a " * 200_000, "a: x " + "#a " * 200_000, "a: " + '"' * 400_000, "a: '" + "'a " * 200_000]
)
def test_a_line_of_signs_takes_no_time(line: str) -> None:
    start = time.process_time()
    parse(line.encode(), "deck.yaml")
    assert time.process_time() - start < 1
