"""What two parts of our own work cost: measuring text in a build of 1,000 slides, and our part of a PDF beside typst's.

`python bench/inside.py`: CPU seconds, the least of some rounds, each in a process of its own; printed, and written to
`bench/INSIDE.md`. Time is taken around calls, which itself counts a little as measuring.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from types import FunctionType
from typing import Any

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent
ROUNDS = 7

sys.path[:0] = [str(ROOT / "src"), str(BENCH)]


def main() -> int:
    """Measure both, or (as a process of its own) one round of one."""
    if len(sys.argv) == 2:
        print(json.dumps(PARTS[sys.argv[1]]()))
        return 0
    tables = (table for part in PARTS for table in (*_table(part, _best(part)), ""))
    page = "\n".join(["# Where our own time goes", "", *tables])
    (BENCH / "INSIDE.md").write_text(page, encoding="utf-8")
    print(page)
    return 0


def _best(part: str) -> dict[str, float]:
    """The round that took the least time in all."""
    rounds = []
    for _ in range(ROUNDS):
        done = subprocess.run([sys.executable, __file__, part], capture_output=True, check=True, text=True)
        rounds.append(json.loads(done.stdout))
    best: dict[str, float] = min(rounds, key=lambda one: float(one["all"]))
    return best


def _table(part: str, took: dict[str, float]) -> list[str]:
    what, rest, added = WORDS[part]
    without = took["all"] - took["added"]
    return [
        f"| {what} | CPU, s | |",
        "|---|--:|--:|",
        f"| {rest} | {without:.3f} | 100% |",
        f"| {added} | {took['added']:.3f} | {took['added'] / without:.0%} |",
    ]


class _Timed:
    """A function, and the time spent in it, counted once where it calls itself or another that is timed."""

    inside = False
    spent = 0.0

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def __call__(self, *given: Any, **named: Any) -> Any:
        if _Timed.inside:
            return self.function(*given, **named)
        _Timed.inside, start = True, process_time()
        try:
            return self.function(*given, **named)
        finally:
            _Timed.inside = False
            _Timed.spent += process_time() - start


def _measuring() -> dict[str, float]:
    import gc

    import decks
    from deckmotor.build import Pipeline
    from deckmotor.typeset import face
    from deckmotor.typeset.fonts import Fonts
    from deckmotor.workspace import MemoryWorkspace, builtin_themes

    files = {f"themes/{place.parent.name}/theme.yaml": place.read_bytes() for place in builtin_themes().glob("*/theme.yaml")}
    files["deck.yaml"] = decks.deck_yaml(decks.content(1_000)).encode()
    gc.disable()  # As the command does.
    for name, module in sorted(sys.modules.items()):
        if name.startswith("deckmotor.compose"):
            _time_functions(module, lambda function: function.__module__.startswith("deckmotor.typeset"))
    for cls in (Fonts, face.Face):
        _time_functions(cls, lambda function: not function.__name__.startswith("_"))
    for table in [cls for cls in vars(face).values() if isinstance(cls, type) and issubclass(cls, dict)]:
        _time_functions(table, lambda function: function.__name__ == "__missing__")  # What is looked up is measured once.
    start = process_time()
    built = Pipeline.of(MemoryWorkspace(files), "deck.yaml").build()
    whole = process_time() - start
    assert built.files and _Timed.spent
    return {"all": whole, "added": _Timed.spent}


def _time_functions(holder: Any, is_measuring: Callable[[FunctionType], bool]) -> None:
    """Take the time of what measures among the functions of a module or a class: in compose, all that comes from `typeset`."""
    for name, function in list(vars(holder).items()):
        if isinstance(function, FunctionType) and is_measuring(function):
            timed = _Timed(function)
            setattr(holder, name, lambda *given, timed=timed, **named: timed(*given, **named))


def _pdf() -> dict[str, float]:
    from deckmotor.build import Pipeline
    from deckmotor.drawn import press
    from deckmotor.export.typst.document import source
    from deckmotor.workspace import DiskWorkspace, builtin_themes

    scene = Pipeline.of(DiskWorkspace(ROOT, builtin_themes()), "deck/deck.yaml").compose().scene
    assert scene is not None
    drawing = press()
    start = process_time()
    source(scene)
    ours = process_time() - start
    start = process_time()
    drawing.pdf(scene)
    whole = process_time() - start
    return {"all": whole, "added": ours}


PARTS = {"measuring": _measuring, "pdf": _pdf}
WORDS = {
    "measuring": ("a build of 1,000 slides, in one process, the theme made anew", "without measuring", "measuring adds"),
    "pdf": ("the PDF of the study, from its scene", "typst alone, for the same pages", "our document for it adds"),
}
"""What is measured, and the two rows of each table."""

if __name__ == "__main__":
    sys.exit(main())
