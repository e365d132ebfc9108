"""Changes of a project's files, told as soon as they have settled."""

from collections.abc import AsyncIterator
from pathlib import Path

IGNORED = {"build", "dist", "node_modules", "__pycache__"}
"""Folders whose files are no part of a deck."""

SETTLED, STEP = 50, 5
"""Milliseconds in which changes count as one, and between two looks."""


def is_ours(root: Path, path: str) -> bool:
    """Whether a changed file may be a part of a deck."""
    try:
        parts = Path(path).relative_to(root).parts
    except ValueError:
        return False
    return not any(part in IGNORED or part.startswith(".") or part.endswith((".part", "~", ".swp")) for part in parts)


async def changes(root: Path) -> AsyncIterator[list[Path]]:
    """After each change of files in a folder: which."""
    from watchfiles import awatch

    async for found in awatch(root, watch_filter=lambda _, path: is_ours(root, path), debounce=SETTLED, step=STEP):
        yield [Path(path) for _, path in found]
