import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from deckmotor.model.inline import is_marked, parse_text
from deckmotor.source.nodes import Scalar
from deckmotor.span import Span
from tests.casefile import Case, cases
from tests.model.dump import dump_text

SPAN = Span("deck.yaml", 3, 5, 20, 60)
PARTS = ["*", "**", "***", "`", "[", "]", "](#id)", "](http://a.se)", "]{lang=en}", "~", "~~", "[[", "]]", "^", "\\", "a", "1"]
MARKED = st.text(alphabet="ab1 *`[](){}~^\\#.:/\n", max_size=40) | st.lists(st.sampled_from([*PARTS, " "])).map("".join)


@cases("model/inline")
def test_inline(case: Case) -> None:
    lines = []
    for text in case.files["texts"].decode().splitlines():
        parsed, _, problems = parse_text(Scalar(text.replace("⏎", "\n"), Span("texts", 1, 1, 0, len(text))))
        lines += [text, f"    {dump_text(parsed)}"]
        lines += [f"    {one.span.column}: {one.message} ({'; '.join(one.hints)})" for one in problems]
    case.expect("\n".join(lines))


@given(st.text())
def test_text_without_special_characters_comes_back_as_is(text: str) -> None:
    text = "".join(character for character in text if not is_marked(character))
    parsed, _, problems = parse_text(Scalar(text, SPAN))
    assert parsed.typed == text
    assert len(parsed.runs) == (1 if text else 0)
    assert not problems


@given(MARKED)
def test_any_text_is_read(text: str) -> None:
    parsed, _, _ = parse_text(Scalar(text, SPAN))
    assert all(run.text for run in parsed.runs)
    # Marks only take characters away, in order: nothing is added or moved.
    rest = iter(text)
    assert all(character in rest for character in parsed.typed)


@given(MARKED)
def test_neighbouring_runs_differ_in_their_marks(text: str) -> None:
    parsed, _, _ = parse_text(Scalar(text, SPAN))
    marks = [replace(run, text="") for run in parsed.runs]
    assert all(one != other or one.key for one, other in pairwise(marks))


@given(st.text(alphabet="ab *`[]~^\\(){}=#"))
def test_escaped_text_is_literal(text: str) -> None:
    escaped = "".join(f"\\{character}" if character in "*`[]~^" else character for character in text)
    parsed, _, problems = parse_text(Scalar(escaped, SPAN))
    assert parsed.typed == text
    assert not problems


@pytest.mark.parametrize(
    "part",
    [
        "*",
        "**a ",
        "a*b",
        "*a _b",
        "[",
        "[[]",
        "](",
        "[](",
        "[](a(b)",
        "[a](#b",
        "`",
        "``a`",
        "~",
        "~a",
        "^a^",
        "\\",
        "[*a](#b)",
        "***a** b",
        "~~",
        "~~a ",
        "[[a",
        "[[a]]",
    ],
)
def test_time_grows_in_a_straight_line(part: str) -> None:
    text = part * (100_000 // len(part))
    start = time.process_time()
    parse_text(Scalar(text, SPAN))
    assert time.process_time() - start < 2


def test_problems_point_into_the_text() -> None:
    text = "Läs [mer](htp:/a.se) här"
    _, _, problems = parse_text(Scalar(text, Span("deck.yaml", 3, 5, 20, 20 + len(text) + 2), True))
    assert [(one.code, one.span) for one in problems] == [("bad-link", Span("deck.yaml", 3, 16, 31, 40))]
    _, _, problems = parse_text(Scalar(text, SPAN))
    assert problems[0].span == SPAN


@given(st.text(alphabet="ab ***`\\.å").map(lambda text: f"x{text}x"))
def test_emphasis_is_that_of_commonmark(text: str) -> None:
    """But for backslashes, which escape the signs of marks and nothing else: CommonMark is shown none of the others."""
    markdown_it = pytest.importorskip("markdown_it")
    text = re.sub(r"\\(?![*`])", "", text)
    tokens = markdown_it.MarkdownIt("zero").enable(["emphasis", "backticks", "escape"]).parseInline(text)[0].children
    depth = {"strong": 0, "em": 0}
    expected = []
    for token in tokens:
        if token.nesting:
            depth[token.tag] += token.nesting
        code = token.type == "code_inline"
        expected += [
            (character, depth["strong"] > 0, depth["em"] > 0, code) for character in token.content if not token.nesting
        ]
    parsed, _, _ = parse_text(Scalar(text, SPAN))
    assert [(character, run.bold, run.italic, run.code) for run in parsed.runs for character in run.text] == expected
