"""Every kind of bad input, as a person meets it: files in, the whole output of `check` out, and the same for programs."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.casefile import Case, cases
from tests.cli.conftest import Run

SARIF = Path(__file__).parent / "sarif" / "sarif-2.1.0-rtm.5.json"


def put(case: Case, folder: Path) -> None:
    for name, data in case.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


@cases("errors")
def test_a_mistake_is_told(case: Case, run: Run, here: Path) -> None:
    put(case, here)
    words = case.options.get("arguments", "").split()
    result = run("check", *words)
    assert result.stderr == ""
    case.expect(f"exit code {result.exit_code}", result.stdout)
