"""Every code is explained and shown, and `docs/errors.md` says what the program does."""

import re
from pathlib import Path

import pytest

from deckmotor.catalogue import ENTRIES
from tests.casefile import accepted
from tests.cli.error_pages import errors_page, examples

PAGE = Path(__file__).parents[2] / "docs" / "errors.md"

NOT_SHOWN = {
    "unknown-variant", "too-many-values", "files-too-large", "include-too-deep", "too-many-slides", "too-many-variants",
    "too-many-decks", "too-many-variables", "too-much-text", "variables-too-long", "picture-too-large", "pdf-plain",
    "code-too-long", "code-line-too-long",
    "svg-not-drawn", "clip-coding", "clip-still", "clip-too-large",
    "not-drawn", "sheet-small", "unknown-language", "language-alone", "formula-too-long", "no-presentation", "slide-unreadable",
    "too-many-slides-read",
}  # fmt: skip
"""Codes without a case: a variant that only a caller of the library can name, and limits, which `tests/hostile` and
`tests/formulas` reach; what only an output can find; and finished files that can't be read (`tests/importer`)."""


def test_the_page_is_up_to_date(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--accept"):
        accepted(PAGE, errors_page())
    assert PAGE.read_text("utf-8") == errors_page(), "run `pytest tests/cli/test_error_pages.py --accept`"


def test_every_code_has_a_case_that_shows_it() -> None:
    assert set(ENTRIES) - set(examples()) - NOT_SHOWN == set()


@pytest.mark.parametrize("code", ENTRIES)
def test_an_explanation_is_one_or_two_plain_sentences(code: str) -> None:
    text = ENTRIES[code].explanation
    assert text.endswith(".")
    assert 1 <= len(re.findall(r"\.(?: |$)", text)) <= 2
    assert not re.search(r"\b(scalar|sequence|token|parser|node|string|boolean|integer|dict|None|str)\b", text)


def test_messages_are_in_the_words_of_the_language() -> None:
    words = re.compile(r"\b(scalar|sequence|token|parser|node|string|boolean|integer|dict|None|str|int|NoneType|object)\b")
    assert [code for code, entry in ENTRIES.items() if words.search(entry.sentence)] == []
