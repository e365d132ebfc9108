"""The catalogue and the source agree: what is said about a code is there, and only that; every sentence can be made."""

import ast
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from deckmotor.catalogue import ENTRIES, entry, filled
from deckmotor.catalogue.package import ENTRIES as PACKAGE
from tests.architecture.test_imports import modules

ALL = {**ENTRIES, **PACKAGE}

MAKERS = {"problem", "report", "found", "Found", "Trap"}
"""Functions and types that are given a code, and then its values by name; some are given more, or pass values on."""

NOT_VALUES = {"hints", "variant", "part"}


def sources() -> str:
    return "\n".join(text for name, text in modules().items() if not name.startswith("catalogue"))


def strings() -> set[str]:
    return {node.value for node in ast.walk(ast.parse(sources())) if isinstance(node, ast.Constant) and type(node.value) is str}


def made() -> Iterator[tuple[str, set[str]]]:
    """The calls that make a problem and write all its values by name: code and names. (The linter's: `tests/check`.)"""
    for name, text in modules().items():
        if name.startswith("catalogue"):
            continue
        for call in ast.walk(ast.parse(text)):
            if not isinstance(call, ast.Call) or not call.args or any(each.arg is None for each in call.keywords):
                continue
            function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            code = call.args[0]
            if function in MAKERS and isinstance(code, ast.Constant) and code.value in ENTRIES:
                yield code.value, {each.arg for each in call.keywords if each.arg} - NOT_VALUES


def braces(code: str) -> set[str]:
    said = entry(code)
    return {name for text in (said.sentence, said.hint) for _, name, _, _ in Formatter().parse(text) if name}


def test_every_code_in_the_source_is_in_the_catalogue() -> None:
    for name, text in modules().items():
        for call in ast.walk(ast.parse(text)):
            function = getattr(call, "func", None)
            if isinstance(call, ast.Call) and getattr(function, "id", getattr(function, "attr", "")) in MAKERS - {"Found"}:
                first = call.args[0] if call.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    assert first.value in ALL, f"{name}, line {call.lineno}"


def test_every_code_of_the_catalogue_is_used() -> None:
    assert set(ALL) - strings() == set()


def test_every_sentence_has_its_values() -> None:
    calls = list(made())
    assert len(calls) > 80
    assert {code: braces(code) - names for code, names in calls if braces(code) - names} == {}


@pytest.mark.parametrize("code", ALL)
def test_words_can_be_made(code: str) -> None:
    said = entry(code)
    values = tuple((name, "x") for name in braces(code))
    assert not re.search("[{}]", filled(said.sentence, values).replace("${", "").replace("`}`", ""))
    assert said.explanation.endswith(".") and said.severity in ("error", "warning")
    assert "hint" not in said.hint.lower()


def test_a_sentence_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        filled("`{name}` is missing", ())
