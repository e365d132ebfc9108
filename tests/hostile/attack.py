"""The real command on hostile files: in a process of its own, with little time and little memory."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

from msgspec import Struct

from deckmotor.linter import lint_package

TOP = Path(__file__).parents[2]
SECONDS = 60
"""A case takes a second or two; machines that run tests are slow, and busy."""

MEMORY = 1_500_000_000
"""Bytes of address space. A plain build takes 300 million, much of it mapped and never touched."""

Files = dict[str, str | bytes]


Problem = dict[str, Any]
"""As `--format json` has it."""


class Outcome(Struct, frozen=True, kw_only=True):
    """How a build ended."""

    problems: tuple[Problem, ...]
    decks: tuple[Path, ...]
    """The files that it wrote."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Of the problems, in order."""
        return tuple(one["code"] for one in self.problems)


def write(folder: Path, files: Files) -> None:
    for name, data in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data.encode() if isinstance(data, str) else data)


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run `deckmotor` in a folder. Takes it too long, it is killed, and subprocess.TimeoutExpired raised."""
    done = subprocess.run(
        [sys.executable, str(TOP / "make_deck.py"), *words],
        cwd=folder,
        env={**os.environ, "DECKMOTOR_CACHE": "", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    assert done.returncode in (0, 1, 2), done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    return done


def problems(folder: Path) -> list[Problem]:
    """What is told of a project with errors."""
    found = build(folder)
    assert found.decks == ()
    return list(found.problems)


def build(folder: Path) -> Outcome:
    """Build all decks of a project, and check what holds however it ends: nothing half written, and what is written sound."""
    done = run(folder, "build", "--all", "--format", "json")
    assert done.stderr == ""
    answer = json.loads(done.stdout)
    decks = sorted((folder / "build").glob("[!.]*")) if (folder / "build").is_dir() else []
    assert done.returncode == int(bool(answer["errors"]))
    assert len(decks) == len(answer["files"])
    assert not list(folder.rglob("*.part"))
    for deck in decks:
        assert lint_package(deck.read_bytes(), deck.name) == ()
    return Outcome(problems=tuple(answer["problems"]), decks=tuple(decks))
