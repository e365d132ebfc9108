"""A fuzz run through the command itself: whatever stands in the files, `build` ends soon, with words or with sound files, in
one output or another.

Without more said it takes half a minute and tries the same examples each time.
`FUZZ_SECONDS=3600 pytest tests/hostile/test_fuzz.py` tries others, for an hour.
"""

import json
import os
import re
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any
from zlib import crc32

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings

from deckmotor.batch.target import MANIFEST
from deckmotor.cli.commands import commands
from deckmotor.linter import lint_package
from tests.hostile.attack import write
from tests.hostile.kinds import hurt_kinds
from tests.hostile.mutations import Project, made_decks, made_themes, wounded_projects

GIVEN = os.environ.get("FUZZ_SECONDS")
SECONDS = float(GIVEN or 12)
KINDS = {
    "wounded": (wounded_projects(), 0.3), "made up": (made_decks(), 0.2), "kinds": (hurt_kinds(), 0.3),
    "themes": (made_themes(), 0.2),
}  # fmt: skip
"""Strategies, and their shares of the time."""

OUTPUTS = ("pptx", "pptx", "pptx,html", "pdf", "svg", "pptx,sheet")
"""What a project is built as; one is chosen by its bytes."""

LONGEST = 20
"""Seconds of processor time of one example, which takes a twentieth of a second. Ten times as many may pass by the clock, on a
machine that does other things too."""


class Enough(KeyboardInterrupt):
    """The time is over. Only what Hypothesis takes for a person's Ctrl-C ends it before it has tried all that it may."""


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in this very code when it takes longer, or waits for something that never comes."""

    def late(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"this takes longer than {seconds} s")

    before = [(number, signal.signal(number, late)) for number in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.alarm(10 * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)
        for number, handler in before:
            signal.signal(number, handler)


def examine(folder: Path, files: Project) -> None:
    """Build a project. A bug comes out as the exception that it is."""
    shutil.rmtree(folder, ignore_errors=True)
    write(folder, dict(files))
    outputs = OUTPUTS[crc32(b"".join(files.values())) % len(OUTPUTS)]
    with limited(LONGEST):
        result = CliRunner().invoke(commands, ["--debug", "build", str(folder), "--all", "--to", outputs, "--format", "json"])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    if result.exit_code == 2:
        assert "there is no deck here" in result.stderr
        return
    answer = json.loads(result.stdout)
    made = [place for place in folder.rglob("*") if place.is_file() and place.relative_to(folder).as_posix() not in files]
    decks = [place for place in made if place.name != MANIFEST]
    assert result.exit_code == int(answer["errors"] > 0)
    assert {place.resolve() for place in decks} == {Path(name).resolve() for name in answer["files"]}
    assert decks or answer["errors"]
    for one in answer["problems"]:
        assert (one["line"], one["column"]) >= (1, 1)
        assert (one["end_line"], one["end_column"]) >= (one["line"], one["column"])
        assert one["message"]
        assert in_its_file(one, files), one
    for deck in (place for place in decks if place.suffix == ".pptx"):
        assert [problem.message for problem in lint_package(deck.read_bytes(), "deck.pptx")] == []


def in_its_file(problem: dict[str, Any], files: Project) -> bool:
    """Whether the place of a problem is one that an editor can go to."""
    data = files.get(problem["file"])
    if data is None:
        return True  # A file that is not there, or a folder.
    rows = re.split("\r\n|[\r\n]", data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
    line, column = int(problem["line"]), int(problem["column"])
    return line <= len(rows) and column <= len(rows[line - 1]) + 1


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_raises_hangs_or_is_half_written(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strategy, share = KINDS[kind]
    monkeypatch.setenv("DECKMOTOR_CACHE", str(tmp_path / "cache"))
    end = time.monotonic() + SECONDS * share
    tried = 0

    @settings(
        max_examples=int(SECONDS * share * 100),
        derandomize=GIVEN is None,
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(files=strategy)
    def run(files: Project) -> None:
        nonlocal tried
        if time.monotonic() > end:
            raise Enough
        tried += 1
        examine(tmp_path / "project", files)

    with suppress(Enough):
        run()
    print(f"{kind}: {tried} projects")
    assert tried > SECONDS * share / LONGEST / 10
