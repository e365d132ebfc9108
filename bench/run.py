"""Compare the cold command with its rivals; print a table and write it to `bench/RESULTS.md`.

`python bench/run.py [--quick] [--only deckmotor,pandoc] [--sizes start,15,1000,5000,variants] [--rounds 7]`. The rivals come
from `bench/setup.py`; one that is missing or fails is told in its row, and the others go on.
"""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from contenders import BENCH, CONTENDERS, OUR_PYTHON, PYTHON, RIVALS, ROOT, WORK, Contender, Task, command
from measure import Run, output_of, run
from report import Outcome, Result, markdown

SIZES = ("start", "15", "1000", "5000", "variants")
QUICK_SIZES = ("start", "15", "1000")
RESULTS = BENCH / "RESULTS.md"
PARTIAL = WORK / "RESULTS.md"
"""Where a run goes that left something out: the docs show the whole comparison, not a part of it."""


class Cell(msgspec.Struct, kw_only=True):
    """One contender at one task while it is being measured."""

    contender: Contender
    task: Task
    runs: list[Run] = []
    spent: float = 0.0
    failure: str = ""
    outcome: Outcome | None = None
    memory: int = 0
    done: bool = False

    def result(self) -> Result:
        """What it came to."""
        return Result(
            contender=self.contender,
            task=self.task,
            runs=tuple(self.runs),
            failure=self.failure.replace(f"{ROOT}/", ""),  # The table is committed, and names no machine's folders.
            outcome=self.outcome,
            memory=self.memory,
        )


def main() -> int:
    """Measure what the command line asks for."""
    options = _options()
    contenders = [contender for contender in CONTENDERS if not options.only or contender.key in options.only]
    facts = _facts(options)
    results: list[Result] = []
    for task in (_task(size, options.decks) for size in options.sizes):
        _tell(task.title)
        _make_decks(task)
        results += _measure(task, contenders, options)
    versions = [(contender, output_of(contender.version, _environment(contender), WORK / "log")) for contender in contenders]
    page = markdown(results, facts, versions)
    whole = not options.only and set(options.sizes) >= set(SIZES) and options.decks == 290
    place = options.output or (RESULTS if whole else PARTIAL)
    place.write_text(page, encoding="utf-8")
    print(page)
    _tell(f"Written to {os.path.relpath(place)}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare deckmotor with its rivals.")
    keys = [contender.key for contender in CONTENDERS]
    parser.add_argument("--quick", action="store_true", help="few rounds, and neither 5,000 slides nor variants")
    parser.add_argument("--only", type=_names(keys), metavar="NAMES", help=f"these contenders alone: {', '.join(keys)}")
    parser.add_argument("--sizes", type=_names(SIZES), metavar="SIZES", help=f"these tasks alone: {', '.join(SIZES)}")
    parser.add_argument("--rounds", type=int, help="rounds after the warm-up (7; 3 when quick)")
    parser.add_argument(
        "--budget", type=float, help="seconds after which a contender's task gets no more rounds (12; 6 when quick)"
    )
    parser.add_argument("--limit", type=float, default=600.0, help="seconds after which one run is killed")
    parser.add_argument("--decks", type=int, default=290, help="how many variants")
    parser.add_argument("--output", type=Path, help="where the table goes, instead of bench/RESULTS.md")
    options = parser.parse_args()
    options.sizes = options.sizes or (QUICK_SIZES if options.quick else SIZES)
    options.rounds = options.rounds or (3 if options.quick else 7)
    options.budget = options.budget or (6.0 if options.quick else 12.0)
    return options


class _names:  # noqa: N801  (argparse shows its name in messages)
    """Reads a list of names divided by commas, of those there are."""

    def __init__(self, known: Sequence[str]) -> None:
        self.known = known

    def __call__(self, text: str) -> tuple[str, ...]:
        names = tuple(name.strip().replace("\N{NO-BREAK SPACE}", "") for name in text.split(","))
        unknown = [name for name in names if name not in self.known]
        if unknown:
            raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: not one of {', '.join(self.known)}")
        return names


def _task(size: str, decks: int) -> Task:
    if size == "start":
        return Task(key=size, title="Start-up alone")
    if size == "variants":
        return Task(key=size, title=f"{decks} variants of 15 slides", slides=15, decks=decks)
    return Task(key=size, title=f"{int(size):,} slides", slides=int(size), decks=1)


def _make_decks(task: Task) -> None:
    """Write the task's decks anew, in a process of its own so that this one stays small."""
    if not task.decks:
        return
    shutil.rmtree(task.folder, ignore_errors=True)
    several = ("--decks", str(task.decks)) if task.decks > 1 else ()
    program = (sys.executable, str(BENCH / "decks.py"), str(task.folder), "--slides", str(task.slides), *several)
    WORK.mkdir(exist_ok=True)
    ended = run(program, os.environ, WORK / "log", 120.0, sample=False)
    if ended.failure:
        raise SystemExit(f"The decks could not be written: {ended.failure}")


def _measure(task: Task, contenders: Sequence[Contender], options: argparse.Namespace) -> list[Result]:
    """Round by round, every contender in turn. Round 0 warms the machine's caches, and its output is read back."""
    takes_part = [contender for contender in contenders if (contender.starts if not task.decks else contender.reads)]
    cells = [Cell(contender=contender, task=task) for contender in takes_part]
    # What takes a tenth of a second needs more runs to be told from noise, and can have them.
    rounds = options.rounds if task.slides > 15 or task.decks > 1 else max(options.rounds, 15)
    for number in range(rounds + 1):
        for cell in cells:
            if not cell.done:
                _step(cell, options, warming=number == 0)
        _tell(f"  round {number} of {rounds}: {sum(not cell.done for cell in cells)} go on")
    return [cell.result() for cell in cells]


def _step(cell: Cell, options: argparse.Namespace, *, warming: bool) -> None:
    """One run of one contender. A warm-up counts only where it has used up the contender's time alone."""
    out = WORK / "out" / cell.contender.key
    _clear(out)
    if not cell.contender.keeps_cache:
        _clear(_home(cell.contender))
    os.sync()  # So that nobody pays for writing what the one before has left to the disk.
    program = command(cell.contender, cell.task, out)
    several = warming and cell.task.decks > 1
    ended = run(program, _environment(cell.contender), WORK / "log", options.limit, sample=several)
    cell.spent += ended.wall
    cell.failure = ended.failure
    if warming and not ended.failure and cell.task.decks:
        cell.outcome, cell.failure = _verify(out, cell.task)
    cell.memory = max(cell.memory, ended.memory if several else 0)
    cell.done = bool(cell.failure) or cell.spent >= options.budget
    if not cell.failure and (not warming or cell.done):
        cell.runs.append(ended)


def _verify(out: Path, task: Task) -> tuple[Outcome | None, str]:
    log = WORK / "verified"
    program = (PYTHON, str(BENCH / "verify.py"), str(out), str(task.folder / "json"))
    ended = run(program, os.environ, log, 600.0, sample=False)
    if ended.failure:
        return None, f"could not be read back: {ended.failure}"
    return msgspec.json.decode(log.read_bytes(), type=Outcome), ""


def _home(contender: Contender) -> Path:
    return WORK / "home" / contender.key


def _environment(contender: Contender) -> dict[str, str]:
    """As little as the programs need, with a home of their own so that no cache of this machine's user helps anybody."""
    home = _home(contender)
    home.mkdir(parents=True, exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LANG": "C.UTF-8",
        "NODE_PATH": str(RIVALS / "node_modules"),
    }


def _clear(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _facts(options: argparse.Namespace) -> list[str]:
    """What the figures depend on. No names of machines."""
    WORK.mkdir(exist_ok=True)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = output_of((OUR_PYTHON, "--version"), os.environ, WORK / "log")
    node = output_of(("node", "--version"), os.environ, WORK / "log")
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    return [
        f"{today}; {platform.system()}, {_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory",
        f"{python}, Node {node or 'missing'}",
        f"{options.rounds} rounds (at least 15 for start-up and 15 slides), up to {options.budget:.0f} s a contender and task",
        f"load of the machine when it began: {os.getloadavg()[0]:.1f}",
    ]


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
