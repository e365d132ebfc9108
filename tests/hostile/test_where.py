"""Every problem stands in its file, on the line and at the word that a person would point at, however the text is written."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.build import Memos, Pipeline
from deckmotor.load import load_project
from deckmotor.workspace import MemoryWorkspace, builtin_themes
from tests.source.test_places import literal, quoted, single

WRONG = {
    "${saknas}": ("unknown-variable", "${saknas}"),
    "[ord](#ingenstans)": ("unknown-slide", "#ingenstans"),
    "[ord](fil:///x)": ("bad-link", "fil:///x"),
    "a\ue000b": ("missing-glyph", "\ue000"),
    "<b>ord</b>": ("no-mark", "<b>"),
    "_ord_": ("no-mark", "_ord_"),
    "${ort|fel}": ("unknown-format", "${ort|fel}"),
}
"""What is wrong with a word: the code that tells it, and what stands where the span begins."""

WORDS = ("ord", "å", "it's", '"x"', "\\", "#a", "😀", "e\u0301", "**fet**", "${ort}", "två ord")


def block(mark: str) -> Callable[[str], str]:
    return lambda text: literal(text.replace("\n", "\n\n") if mark == ">" else text, mark)[3:]


WAYS: dict[str, Callable[[str], str]] = {
    "literal": block("|"), "folded": block(">"), "stripped": block("|-"), "double": lambda text: quoted(text)[3:],
    "single": lambda text: single(text)[3:], "json": lambda text: json.dumps(text) + "\n",
}  # fmt: skip

ENDS = {"\n": "unix", "\r\n": "windows", "\r": "old mac"}

THEME = {
    f"themes/motor/{file.name}": file.read_bytes() for file in (builtin_themes() / "motor").iterdir() if file.is_file()
}  # fmt: skip
MEMOS = Memos()


PLACES = {
    **{key: (f"    {key}: ", 4) for key in ("text", "notes", "lead", "title", "quote")},
    "item": ("    bullets:\n      - Ord\n      - ", 6),
    "deeper": ("    bullets:\n      - Ord:\n          - ", 10),
    "column": ("    columns:\n      - text: Ord\n      - text: ", 8),
    "cell": ("    table:\n      rows:\n        - [Ord]\n        -\n          - ", 12),
    "answer": ("    questions:\n      - ", 6),
}
"""What stands before a text in its slide, and how far in its further lines stand."""


def deck(place: str, written: str) -> str:
    """A slide with a text at a place, written so, with others before and after it."""
    before, indent = PLACES[place]
    rest = "" if place == "title" else "    title: Ord\n"
    body = "\n".join(" " * indent + line if line.strip() else line for line in written.split("\n")).lstrip()
    return f"title: T\nvariables: {{ort: Orten}}\nslides:\n  - title: a\n  - id: s\n{rest}{before}{body}  - title: b\n"


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=15, derandomize=True)
@given(
    key=st.sampled_from([*PLACES]), before=st.lists(st.sampled_from(WORDS), max_size=5),
    wrong=st.sampled_from([*WRONG]), after=st.lists(st.sampled_from(WORDS), max_size=5),
    between=st.sampled_from([" ", "\n", "\n\n"]), end=st.sampled_from([*ENDS]), mark=st.booleans(),
)  # fmt: skip
def test_a_problem_points_at_its_word(
    way: str, key: str, before: list[str], wrong: str, after: list[str], between: str, end: str, mark: bool
) -> None:
    written = deck(key, WAYS[way](between.join([*before, wrong, *after]))).replace("\n", end)
    workspace = MemoryWorkspace({**THEME, "deck.yaml": (b"\xef\xbb\xbf" * mark) + written.encode()})
    problems = Pipeline(load_project(workspace, "deck.yaml"), memos=MEMOS).compose().problems
    code, begins = WRONG[wrong]
    rows = written.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    told = [one for one in problems if one.code == code]
    assert len(told) == 1, (written, problems)
    (one,) = told
    shown = rows[one.span.line - 1][one.span.column - 1 :]
    escaped = json.dumps(begins)[1:-1] if way in ("double", "json") else begins
    assert shown.startswith((begins, escaped)), (written, one)
