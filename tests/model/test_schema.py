"""The schemas against the `jsonschema` package, where it is installed: an independent reader of what they say."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from deckmotor.load.layers import OWN_KEYS, SHARED_KEYS
from deckmotor.model.blocks import BLOCK_KEYS
from deckmotor.model.schema import Which, deck_schema, json_schema
from deckmotor.source.nodes import Mapping, Node, Sequence
from deckmotor.source.parse import parse
from tests.casefile import CASES

ROOT = Path(__file__).parents[2]
GOOD = ("highlight", "study", "every-block", "blank-is-left-out", "notes-lists", "table-merged", "spaced-colons")
LAX = ("ways", "alone", "deep-lists", "ids", "links", "tables")
"""Cases whose mistakes lie beyond what a schema can say."""


@cache
def validator(schema: str) -> Any:
    """What holds documents against a schema, which is sound itself."""
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(json.loads(schema))
    return jsonschema.Draft202012Validator(json.loads(schema))


def errors(schema: dict[str, Any], document: Any) -> list[str]:
    return [error.message for error in validator(json.dumps(schema)).iter_errors(document)]


def plain(node: Node | None) -> Any:
    """A tree as YAML 1.2 reads it, and editors do: `no` is text, and there are no dates."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert node is not None
    if node.quoted:
        return node.text
    if re.fullmatch(r"~|null|", node.text):
        return None
    if re.fullmatch(r"true|false|[-+]?[0-9]+(\.[0-9]+)?", node.text):
        return json.loads(re.sub(r"^([-+]?)0+(?=[0-9])|^\+", r"\1", node.text))
    return node.text


def document(text: str) -> Any:
    node, problems = parse(text.encode(), "deck.yaml")
    assert not problems
    return plain(node)


def deck_of(name: str) -> Any:
    text = (CASES / "model" / "read" / f"{name}.txt").read_text(encoding="utf-8")
    return document(text.split("--- deck.yaml\n")[1].split("--- expected")[0])


@pytest.mark.parametrize("name", GOOD)
def test_good_decks_pass(name: str) -> None:
    assert errors(deck_schema(), deck_of(name)) == []


@pytest.mark.parametrize("name", sorted({path.stem for path in (CASES / "model" / "read").glob("*.txt")} - {*GOOD, *LAX}))
def test_decks_with_mistakes_do_not(name: str) -> None:
    assert errors(deck_schema(), deck_of(name)) != []


@pytest.mark.parametrize("folder", ["deck", "src/deckmotor/starter/deck"])
def test_the_files_of_a_project_pass(folder: str) -> None:
    kinds: dict[str, Which] = {"deck.yaml": "deck", "slides/*.yaml": "slides", "variants.yaml": "variants"}
    kinds |= {"variants/*.yaml": "variant", "municipalities.yaml": "table", "branches.yaml": "table"}
    seen = 0
    for pattern, which in kinds.items():
        for path in sorted((ROOT / folder).glob(pattern)):
            assert errors(json_schema(which), document(path.read_text(encoding="utf-8"))) == [], path.name
            seen += 1
    assert seen >= 4


@pytest.mark.parametrize(
    ("which", "text"),
    [
        ("slides", "[{title: A, bulets: [a]}]"),
        ("slides", "[{bullets: [a]}]"),
        ("slides", "[{include: a.yaml, title: A}]"),
        ("variants", "{each: a.yaml, variants: {}}"),
        ("variants", "{each: a.yaml, chnages: {}}"),
        ("variants", "{variants: {a: {changes: {start: {sub: A}}}}}"),
        ("variant", "{each: a.yaml}"),
        ("variant", "{add: [{after: a, bullets: [b]}]}"),
        ("variant", "{move: [{after: a}]}"),
        ("variant", "{remove: a}"),
        ("table", "[{centre: A}]"),
        ("table", "[a]"),
    ],
)
def test_other_files_with_mistakes_do_not(which: Which, text: str) -> None:
    assert errors(json_schema(which), document(text)) != []


@pytest.mark.parametrize(
    ("which", "text"),
    [
        ("slides", "[{include: a.yaml}, {section: A}]"),
        ("variants", "{variants: {a: ~, b: {theme: natt}}, set: {x: [a, b]}}"),
        ("variant", "{name: A, changes: {a: {notes: ~, bullets: {b: c, d: ~}, order: [lead]}}, remove: [b]}"),
        ("variant", "{add: [{before: a, section: B}], move: [{id: a, after: b}]}"),
        ("table", "{a: {name: A, place: {x: 1}}}"),
    ],
)
def test_other_files_pass(which: Which, text: str) -> None:
    assert errors(json_schema(which), document(text)) == []


def test_a_layer_has_the_keys_that_are_read() -> None:
    assert set(json_schema("variant")["properties"]) == set(OWN_KEYS)
    assert set(json_schema("variants")["properties"]) == set(SHARED_KEYS)


def test_every_key_is_described() -> None:
    schema = json.loads(json.dumps(deck_schema()))
    slide = schema["$defs"]["Slide"]["properties"]
    assert set(BLOCK_KEYS) <= set(slide)
    bare = []

    def look(place: str, node: Any) -> None:
        if isinstance(node, dict):
            for name, child in node.get("properties", {}).items():
                if "description" not in child and "$ref" not in child and "const" not in child:
                    bare.append(f"{place}.{name}")
            for name, child in node.items():
                look(f"{place}.{name}", child)
        elif isinstance(node, list):
            for child in node:
                look(place, child)

    look("", schema)
    assert bare == []
    assert all("description" in schema["$defs"][name] for name in schema["$defs"])
