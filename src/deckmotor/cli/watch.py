"""Changes of a project's files, seen by looking again: for those who build without a browser."""

import os
from collections.abc import Iterator
from pathlib import Path
from time import sleep

PAUSE = 0.3
"""Seconds between two looks."""

SKIPPED = ("build", "dist", "node_modules")
"""Folders whose files are no part of a deck."""


def changes(root: Path) -> Iterator[None]:
    """Once after each change of files in a folder, for ever."""
    seen = _look(root)
    while True:
        sleep(PAUSE)
        now = _look(root)
        if now != seen:
            seen = now
            yield


def _look(root: Path) -> dict[str, tuple[int, int]]:
    """Time and size of every file."""
    found: dict[str, tuple[int, int]] = {}
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in SKIPPED]
        for name in files:
            path = os.path.join(folder, name)
            try:
                stat = os.stat(path)
            except OSError:
                continue
            if not name.endswith(".part"):
                found[path] = (stat.st_mtime_ns, stat.st_size)
    return found
