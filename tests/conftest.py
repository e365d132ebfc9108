"""What all tests share: case files, and `pytest --accept` to rewrite what they expect.

A case is one text file under `tests/cases/<stage>/`. Adding a case is adding a file; `pytest --accept` fills in what it
expects, and the git diff is then read before it is committed. The format is told in `tests/casefile.py`.
"""

import signal

import pytest
from hypothesis import settings

from tests.casefile import Case

# Time is measured in bench/, never asserted here: a busy machine must not fail a property.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# What a test starts can be interrupted, also where the suite itself runs in a shell's background, which ignores Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite what the case files expect with what came out")


@pytest.fixture
def case(request: pytest.FixtureRequest) -> Case:
    """The case that `@cases(stage)` runs the test with."""
    return Case(request.param, accept=request.config.getoption("--accept"))
