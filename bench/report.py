"""The tables: what was measured, as Markdown."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from contenders import Contender, Task
from measure import Run

OURS = "deckmotor"
"""Ratios are against this contender."""
MEGABYTE = 1_000_000


class Outcome(Struct, frozen=True, kw_only=True):
    """What `verify.py` found in a contender's files."""

    files: int
    bytes: int
    deflated: bool
    problems: tuple[str, ...]
    texts: int
    in_placeholders: int


class Result(Struct, frozen=True, kw_only=True):
    """What one contender did at one task."""

    contender: Contender
    task: Task
    runs: tuple[Run, ...] = ()
    failure: str = ""
    outcome: Outcome | None = None
    memory: int = 0
    """Bytes at the peak of all its processes together, from the run where they were sampled."""

    @property
    def wall(self) -> float:
        """Median seconds."""
        return median(run.wall for run in self.runs)


HEAD = """# What a build costs

Made by `make bench` (`bench/run.py`); `bench/setup.py` installs the rivals. All build the same Swedish deck: a cover, and
slides of a title and five bullets, each in the plain way of its own guide. Every figure is of whole processes, from their
start to their end. The contenders take turns, round by round, so that a busy moment of the machine meets them all; figures
are medians after a warm-up round, whose files are read back. Compare ratios, not seconds; under 10 ms at 15 slides is noise.
"""

NOTES = """CPU is user and system time of all processes of a run. Peak memory is that of the largest process, or of all of them
together where there are several; blank where it is less than the measuring program's own, 20 MB. A contender that has used
up its time for a task gets no more rounds, so the slowest run once.
"""

TABLE = (
    "| | wall, s | from – to | times ours | CPU, s | peak, MB | files, MB | runs | what came out |",
    "|---|--:|--:|--:|--:|--:|--:|--:|---|",
)


def markdown(results: Sequence[Result], facts: Sequence[str], versions: Sequence[tuple[Contender, str]]) -> str:
    """The whole page."""
    tasks = list(dict.fromkeys(result.task.key for result in results))
    parts = [HEAD, "\n".join(f"- {fact}" for fact in facts) + "\n"]
    parts += [_table([result for result in results if result.task.key == key]) for key in tasks]
    parts += [_straightness(results), _outcomes(results), NOTES, _contenders(versions)]
    return "\n".join(part for part in parts if part)


def _table(results: Sequence[Result]) -> str:
    ours = next((result for result in results if result.contender.key == OURS and result.runs), None)
    rows = [_row(result, ours) for result in sorted(results, key=_rank)]
    return "\n".join((f"## {results[0].task.title}\n", *TABLE, *rows)) + "\n"


def _rank(result: Result) -> float:
    return result.wall if result.runs else float("inf")


def _row(result: Result, ours: Result | None) -> str:
    name = f"**{result.contender.name}**" if result.contender.key.startswith(OURS) else result.contender.name
    if not result.runs:
        return f"| {name} | | | | | | | | {_one_cell(result.failure)} |"
    walls = [run.wall for run in result.runs]
    memory = max(median(run.memory for run in result.runs), result.memory)
    cells = (
        name,
        _seconds(result.wall),
        f"{_seconds(min(walls))} – {_seconds(max(walls))}",
        f"{result.wall / ours.wall:.2f}" if ours else "",
        _seconds(median(run.cpu for run in result.runs)),
        f"{memory / MEGABYTE:.0f}" if memory else "",
        f"{result.outcome.bytes / MEGABYTE:.2f}" if result.outcome else "",
        str(len(walls)),
        _one_cell(_verdict(result)),
    )
    return f"| {' | '.join(cells)} |"


def _seconds(value: float) -> str:
    return f"{value:.3f}" if value < 10 else f"{value:.1f}"


def _verdict(result: Result) -> str:
    if result.failure:
        return result.failure
    if result.outcome is None:
        return ""
    problems = result.outcome.problems
    if problems:
        return f"{problems[0]}" + (f" (and {len(problems) - 1} more)" if len(problems) > 1 else "")
    return "all texts" if result.outcome.files == 1 else f"{result.outcome.files} files, all texts"


def _one_cell(text: str) -> str:
    """Text made safe for a table's cell."""
    short = text if len(text) <= 120 else text[:119] + "…"
    return short.replace("|", "\\|").replace("\n", " ")


def _straightness(results: Sequence[Result]) -> str:
    """What one more slide costs between one size and the next: the same where time grows in a straight line."""
    sized = [result for result in results if result.task.decks == 1 and result.runs]
    sizes = sorted({result.task.slides for result in sized})
    if len(sizes) < 2:
        return ""
    steps = list(pairwise(sizes))
    rows = []
    for contender in dict.fromkeys(result.contender.key for result in sized):
        walls = {result.task.slides: result.wall for result in sized if result.contender.key == contender}
        name = next(result.contender.name for result in sized if result.contender.key == contender)
        costs = [
            f"{(walls[high] - walls[low]) / (high - low) * 1000:.3f}" if low in walls and high in walls else ""
            for low, high in steps
        ]
        rows.append(f"| {name} | {' | '.join(costs)} |")
    heads = " | ".join(f"{low:,} to {high:,}" for low, high in steps)
    line = "|---|" + "--:|" * len(steps)
    return "\n".join(("## One more slide, in milliseconds\n", f"| slides | {heads} |", line, *rows)) + "\n"


def _outcomes(results: Sequence[Result]) -> str:
    """What the files are like, from the first task that each contender did."""
    first = {result.contender.key: result for result in reversed(results) if result.outcome is not None}
    rows = []
    for result in results:
        if first.get(result.contender.key) is result and result.outcome is not None and result.outcome.texts:
            share = result.outcome.in_placeholders / result.outcome.texts
            rows.append(f"| {result.contender.name} | {share:.0%} | {'deflated' if result.outcome.deflated else 'stored'} |")
    if not rows:
        return ""
    return "\n".join(("## What the files are like\n", "| | texts in placeholders | parts |", "|---|--:|---|", *rows)) + "\n"


def _contenders(versions: Sequence[tuple[Contender, str]]) -> str:
    rows = [f"| {contender.name} | {version} | {contender.how} |" for contender, version in versions]
    return "\n".join(("## Who and how\n", "| | version | how |", "|---|---|---|", *rows)) + "\n"
