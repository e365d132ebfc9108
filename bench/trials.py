"""The long forms of what the suite tries briefly: kill -9 at random moments, an hour of fuzz, trials of limits. `make trials`.

    python bench/trials.py                    200 kills, an hour of fuzz (FUZZ_SECONDS says otherwise), all limits
    python bench/trials.py kills 50           so many kills
    python bench/trials.py fuzz
    python bench/trials.py limits             what checks and builds of hostile decks take

It needs nobody and one core, prints what it did, writes the same into `trials.log` of the checkout, each line as it comes, and
its exit code is 1 where a promise of SECURITY.md was broken.
"""

import io
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

TOP = Path(__file__).parents[1]
KILLS = 200
FUZZ_SECONDS = "3600"
COMMAND = ("build", "--all", "--to", "pptx,png", "--resolution", "20", "--jobs", "2")
WAIT = 300
LOG = TOP / "trials.log"
LONG = {
    "fuzz": ("-m", "pytest", "-q", "-x", "-s", "-p", "no:cacheprovider", "tests/hostile/test_fuzz.py"),
    "limits": ("bench/limits.py", "--builds"),
}
"""Programs, by what they try."""


def main() -> None:
    """Run what is asked for, on one core."""
    what = sys.argv[1] if len(sys.argv) > 1 else "all"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=TOP, capture_output=True, text=True, check=False).stdout.strip()
    broken = []
    with LOG.open("a", encoding="utf-8") as log:
        say(f"begun, {what}, commit {commit or 'unknown'}", log)
        if what in ("all", "kills"):
            broken += ["kills"] * (kills(int(sys.argv[2]) if len(sys.argv) > 2 else KILLS, log=log) > 0)
        for name, words in LONG.items():
            if what in ("all", name):
                broken += [name] * (not passes(words, log))
        say(f"ended; broken: {', '.join(broken) or 'nothing'}", log)
    sys.exit(bool(broken))


def say(line: str, log: TextIO) -> None:
    """Print a line, and write it down."""
    told = f"{time.strftime('%H:%M:%S')} {line.rstrip()}"
    print(told, flush=True)
    log.write(f"{told}\n")
    log.flush()


def passes(words: Sequence[str], log: TextIO) -> bool:
    """Whether a program of this folder says that all is well; what it prints is written down."""
    environment = {"FUZZ_SECONDS": FUZZ_SECONDS, **os.environ}
    child = subprocess.Popen(
        [sys.executable, *words], cwd=TOP, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert child.stdout is not None
    for line in child.stdout:
        say(line, log)
    return child.wait() == 0


def kills(count: int, seed: int = 1, log: TextIO | None = None) -> int:
    """Kill builds at random moments. Gives how many left a torn file; says so too where a later build does not tidy up."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        project, cache = Path(scratch) / "talk", Path(scratch) / "cache"
        environment = {**os.environ, "DECKMOTOR_CACHE": str(cache)}
        run(("init", str(project)), environment)
        whole = built(project, environment)
        longest = whole.seconds
        torn = 0
        for _ in range(count):
            if chance.random() < 0.3:  # Some begin with no cache, and so write it.
                for entry in cache.iterdir():
                    entry.unlink()
            child = subprocess.Popen(
                words(COMMAND, project), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            time.sleep(chance.uniform(0, longest))
            child.send_signal(signal.SIGKILL)
            child.wait(WAIT)
            torn += bool(differing(project, whole.files))
        again = built(project, environment)
        left = [*project.rglob("*.part"), *cache.glob("*.part")]
    told = (
        f"{count} kills: {torn} left a file that is neither the old nor the new, or none; the next build differs: "
        f"{again.files != whole.files}; left lying about: {len(left)}"
    )
    say(told, log or io.StringIO())
    return torn + (again.files != whole.files) + len(left)


class Whole:
    """What a build that was let alone has made."""

    def __init__(self, files: dict[str, bytes], seconds: float) -> None:
        self.files = files
        self.seconds = seconds


def words(command: tuple[str, ...], *more: object) -> list[str]:
    """A command line of this checkout."""
    return [sys.executable, str(TOP / "make_deck.py"), *command, *map(str, more)]


def run(command: tuple[str, ...], environment: dict[str, str], *more: object) -> None:
    """Run a command that has to succeed."""
    subprocess.run(words(command, *more), env=environment, check=True, stdout=subprocess.DEVNULL, timeout=WAIT)


def built(project: Path, environment: dict[str, str]) -> Whole:
    """Build, and give what came of it."""
    start = time.perf_counter()
    run(COMMAND, environment, project)
    return Whole(finished(project), time.perf_counter() - start)


def finished(project: Path) -> dict[str, bytes]:
    """The finished files by name; temporary ones are none."""
    folder = project / "build"
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".part")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def differing(project: Path, whole: dict[str, bytes]) -> list[str]:
    """The names of files that are not there any more, or not byte for byte what a build makes."""
    there = finished(project)
    return [name for name in {**there, **whole} if there.get(name) != whole.get(name)]


if __name__ == "__main__":
    main()
