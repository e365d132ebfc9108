"""The schemas against the `jsonschema` package, where it is installed: an independent reader of what they say."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckmotor.model.blocks import BLOCK_KEYS
from deckmotor.model.schema import deck_schema, slides_schema
from tests.casefile import CASES

ROOT = Path(__file__).parents[2]
GOOD = ("study", "every-block", "blank-is-left-out")
LAX = ("alone", "deep-lists", "ids", "links", "tables")
"""Cases whose mistakes lie beyond what a schema can say."""


def errors(schema: dict[str, Any], document: Any) -> list[str]:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema)
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(document)]


def deck_of(name: str) -> Any:
    text = (CASES / "model" / "read" / f"{name}.txt").read_text(encoding="utf-8")
    return yaml.load(text.split("--- deck.yaml\n")[1].split("--- expected")[0], Loader)


class Loader(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does, which editors follow: `no` is text, and there are no dates."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith(("timestamp", "bool", "int"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))


@pytest.mark.parametrize("name", GOOD)
def test_good_decks_pass(name: str) -> None:
    assert errors(deck_schema(), deck_of(name)) == []


@pytest.mark.parametrize("name", sorted({path.stem for path in (CASES / "model" / "read").glob("*.txt")} - {*GOOD, *LAX}))
def test_decks_with_mistakes_do_not(name: str) -> None:
    assert errors(deck_schema(), deck_of(name)) != []


def test_the_studys_files_pass() -> None:
    assert errors(deck_schema(), yaml.load((ROOT / "deck/deck.yaml").read_text(encoding="utf-8"), Loader)) == []
    for path in sorted((ROOT / "deck/slides").glob("*.yaml")):
        assert errors(slides_schema(), yaml.load(path.read_text(encoding="utf-8"), Loader)) == [], path.name


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
