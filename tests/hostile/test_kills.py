"""Builds that are killed leave old files or new ones, and nothing lying about. `make trials` does it 200 times."""

import os
import resource
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.attack import TOP


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_builds_killed_at_random_moments_leave_whole_files() -> None:
    assert runpy.run_path(str(TOP / "bench" / "trials.py"))["kills"](6) == 0


def test_where_the_disk_ends_within_a_file_old_ones_stay_whole(tmp_path: Path) -> None:
    """The system lets no file grow beyond some bytes: a write ends in the middle, as on a full disk."""
    words = [sys.executable, str(TOP / "make_deck.py"), "build", str(tmp_path / "talk"), "--all"]
    environment = {**os.environ, "DECKMOTOR_CACHE": str(tmp_path / "cache")}
    subprocess.run([*words[:2], "init", str(tmp_path / "talk")], check=True, capture_output=True)
    subprocess.run(words, check=True, capture_output=True, env=environment)
    folder = tmp_path / "talk" / "build"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for entry in (tmp_path / "cache").iterdir():
        entry.unlink()
    deck = tmp_path / "talk" / "deck" / "deck.yaml"
    deck.write_text(deck.read_text("utf-8").replace("date:", "subject: Något annat\ndate:", 1), "utf-8")
    limit = min(map(len, before.values())) // 2
    done = subprocess.run(
        words, check=False, capture_output=True, text=True, env=environment,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert done.returncode == 1
    assert "0 files written" in done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [one.name for one in (tmp_path / "cache").iterdir() if one.stat().st_size >= limit] == []
