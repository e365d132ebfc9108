"""The command line as a person meets it: arguments in, text, files and an exit code out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckmotor.cli.commands import commands

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests leave the user's own cache alone; one folder serves them all, as it does in life."""
    monkeypatch.setenv("DECKMOTOR_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    yield tmp_path


@pytest.fixture
def run(here: Path) -> Run:
    """Run a command line in that folder; any exception of ours comes out as it would for a person."""

    def run(*words: str) -> Result:
        return CliRunner().invoke(commands, list(words), prog_name="deckmotor")

    return run


@pytest.fixture
def talk(here: Path, run: Run) -> Path:
    """The folder of a fresh deck from `init`."""
    assert run("init", "talk").exit_code == 0
    return here / "talk"
