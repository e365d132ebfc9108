"""Projects that can't be read: what is wrong is told once for all decks, none is made, and the program goes on."""

from pathlib import Path

import pytest

from tests.batch.trial import FILES, build

BROKEN: dict[str, tuple[str, str | bytes, set[str]]] = {
    "a bracket that is never closed": ("deck.yaml", "{title: Hej\nslides:\n  - title: a\n", {"unclosed"}),
    "a list": ("deck.yaml", "- title: Hej\n", {"wrong-type"}),
    "nothing": ("deck.yaml", "", {"wrong-type"}),
    "no text": ("deck.yaml", b"\xff\x00\x80", {"file-binary"}),
}


@pytest.mark.parametrize(("path", "data", "codes"), BROKEN.values(), ids=BROKEN)
def test_it_is_told_and_no_bug(path: str, data: str | bytes, codes: set[str], tmp_path: Path) -> None:
    made = build({**FILES, path: data}, tmp_path / "out", tmp_path / "cache").values()
    assert {one.code for outcome in made for one in outcome.problems if one.severity == "error"} == codes
    assert not any(outcome.files for outcome in made)
