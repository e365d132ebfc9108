"""The presentation is HTML by the letter: a strict parser (html5lib) finds nothing in it to mend, and no id twice."""

from collections import Counter
from pathlib import Path

import pytest

from deckmotor.browsed import presentation
from tests.built import EVERY_SLIDE, STUDY, pipeline

html5lib = pytest.importorskip("html5lib")


@pytest.mark.parametrize(
    ("folder", "path"), [(STUDY, "deck/deck.yaml"), (EVERY_SLIDE, "deck.yaml")], ids=["study", "every slide"]
)
def test_a_strict_parser_has_nothing_to_mend(folder: Path, path: str) -> None:
    made = pipeline(folder, path).compose().scene
    assert made is not None
    parser = html5lib.HTMLParser()
    root = parser.parse(presentation(made).decode())
    assert [(line, code) for (line, _), code, _ in parser.errors] == []
    ids = Counter(one.get("id") for one in root.iter() if one.get("id"))
    assert [id for id, times in ids.items() if times > 1] == []
