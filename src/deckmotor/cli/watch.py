"""Changes of a project's files, seen by looking again: for those who build without a browser."""

import gc
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from time import sleep

PAUSE = 0.3
"""Seconds between two looks."""

SKIPPED = ("build", "dist", "node_modules")
"""Folders whose files are no part of a deck."""


def changes(root: Path, made: Collection[Path]) -> Iterator[None]:
    """Now, and after each change of files in a folder, for ever. `made` are paths of files that are no part of a deck, known by
    the time that it is asked for the next change."""
    gc.enable()  # A command does without, but this one lives long.
    seen = _look(root)
    while True:
        yield
        ours, last = {os.path.abspath(path) for path in made}, seen
        while {path for path, _ in seen ^ last} <= ours:
            sleep(PAUSE)
            seen = _look(root)


def _look(root: Path) -> set[tuple[str, tuple[int, int]]]:
    """Every file that may be a part of a deck, with its time and size."""
    found: set[tuple[str, tuple[int, int]]] = set()
    for folder, folders, files in os.walk(os.path.abspath(root)):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in SKIPPED]
        for name in files:
            path = os.path.join(folder, name)
            try:
                stat = os.stat(path)
            except OSError:
                continue
            if not name.startswith(".") and not name.endswith(".part"):
                found.add((path, (stat.st_mtime_ns, stat.st_size)))
    return found
