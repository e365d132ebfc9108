"""What is written in files: bombs, depths, masses, absurd numbers. Each ends soon, with a clear error or a right deck."""

from pathlib import Path

import pytest

from tests.hostile.attack import Files, build, write
from tests.hostile.texts import MUCH, SOUND, THEMES, TOGETHER, YAML

CASES = {**YAML, **MUCH, **TOGETHER, **{f"theme: {name}": case for name, case in THEMES.items()}}


@pytest.mark.parametrize(("files", "code"), CASES.values(), ids=CASES)
def test_it_ends_well(tmp_path: Path, files: Files, code: str) -> None:
    write(tmp_path, files)
    outcome = build(tmp_path)
    if code == SOUND:
        assert outcome.decks
    else:
        assert code in outcome.codes
