"""Where the characters of a text stand in its file, however it is written."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmotor.source.nodes import Mapping, Scalar
from deckmotor.source.parse import parse
from deckmotor.source.places import cut, place

WORDS = st.lists(st.sampled_from(["ord", "å", "it's", "två", '"x"', "\\", "#a", "😀", "e\u0301"]), min_size=1, max_size=12)
BETWEEN = st.sampled_from([" ", "\n", "\n\n", "  "])


def literal(text: str, mark: str) -> str:
    return f"t: {mark}\n" + "".join(f"    {line}".rstrip(" ") + "\n" for line in text.split("\n"))


def quoted(text: str) -> str:
    """In double quotes, over several lines: each line break of the text as an empty line, with escapes."""
    lines = [json.dumps(line, ensure_ascii=True)[1:-1] for line in text.split("\n")]
    return 't: "' + "\n\n   ".join(lines) + '"\n'


def single(text: str) -> str:
    return "t: '" + "\n\n   ".join(text.replace("'", "''").split("\n")) + "'\n"


def folded(text: str) -> str:
    return literal(text.replace("\n", "\n\n"), ">  # ett ord")


WAYS: dict[str, Callable[[str], str]] = {
    "literal": lambda text: literal(text, "|"),
    "stripped": lambda text: literal(text, "|2-  # ord").replace("    ", "  "),
    "folded": folded,
    "double": quoted,
    "single": single,
    "carriage return": lambda text: literal(text, "|").replace("\n", "\r"),
    "windows": lambda text: literal(text, "|").replace("\n", "\r\n"),
    "separator": lambda text: 't: "' + text.replace('"', "").replace("\\", "").replace("\n", "\u2028") + '"',
}


@pytest.mark.parametrize("way", WAYS)
@given(words=WORDS, between=BETWEEN)
def test_every_word_is_found_where_it_stands(way: str, words: list[str], between: str) -> None:
    data = WAYS[way](between.join(words))
    node, problems = parse(data.encode(), "deck.yaml")
    assert problems == ()
    assert isinstance(node, Mapping)
    text = node.entries[0][1]
    assert isinstance(text, Scalar)
    if way == "separator":
        words = [word.replace('"', "").replace("\\", "") for word in words]
    rows = data.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    at = 0
    for word in words:
        at = text.text.index(word, at)
        for span in (place(text, at, at + len(word)), cut(text, at, at + len(word)).span):
            written = data[span.start : span.end]
            assert written == word or json.loads(f'"{written}"' if way == "double" else '""') == word or "''" in written
            assert rows[span.line - 1][span.column - 1 :].startswith(written)
        at += len(word)
