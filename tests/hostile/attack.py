"""The real command on hostile files: a process of its own, with little time and little memory."""

import os
import resource
import subprocess
import sys
from pathlib import Path

from msgspec import Struct

TOP = Path(os.environ.get("DECKMOTOR_TOP", str(Path(__file__).parents[2])))
SECONDS = 30
MEMORY = 1_500_000_000
"""Bytes of address space. A plain build takes about 300 million; half of them are mapped and never used."""


class Outcome(Struct, frozen=True, kw_only=True):
    """How a command ended."""

    code: int
    text: str
    """All that it printed."""
    kilobytes: int
    """Most memory that it held at a time."""


def command(folder: Path, *words: str, seconds: int = SECONDS, cache: str = "") -> Outcome:
    """Run `deckmotor` in a folder. A run that takes longer is killed, and raises subprocess.TimeoutExpired."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    done = subprocess.run(
        [sys.executable, str(TOP / "make_deck.py"), *words],
        cwd=folder,
        env={**os.environ, "DECKMOTOR_CACHE": cache, "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=seconds,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return Outcome(code=done.returncode, text=done.stdout.decode("utf-8", "replace"), kilobytes=max(before, after))


def harmless(folder: Path, *words: str) -> Outcome:
    """Run a command, and check that it ended as it should: no bug, no traceback, no half of a file."""
    outcome = command(folder, *words)
    assert outcome.code in (0, 1, 2), outcome.text[-2000:]
    assert "Traceback" not in outcome.text, outcome.text[-2000:]
    assert not list(folder.rglob("*.part"))
    return outcome
