"""`docs/reference.md` says what the model reads."""

from pathlib import Path

import pytest

from tests.casefile import accepted
from tests.model.reference_page import reference_page

PAGE = Path(__file__).parents[2] / "docs" / "reference.md"


def test_the_page_is_up_to_date(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--accept"):
        accepted(PAGE, reference_page())
    assert PAGE.read_text("utf-8") == reference_page(), "run `pytest tests/model/test_reference.py --accept`"


def test_every_key_is_described() -> None:
    rows = [line.split(" | ") for line in reference_page().splitlines() if line.startswith("| `")]
    assert [row[0] for row in rows if not row[1].strip()] == []
