"""Changes of a project's files, told as soon as they have settled."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

IGNORED = {"build", "dist", "node_modules", "__pycache__"}
"""Folders whose files are no part of a deck."""

SETTLED, STEP = 50, 5
"""Milliseconds in which changes count as one, and between two looks."""

LOOK = 1000
"""Milliseconds without a change after which it is looked whether the folder is still the one that is watched."""


def is_ours(root: Path, path: str) -> bool:
    """Whether a changed file may be a part of a deck."""
    try:
        parts = Path(path).relative_to(root).parts
    except ValueError:
        return False
    return not any(part in IGNORED or part.startswith(".") or part.endswith((".part", "~", ".swp")) for part in parts)


async def changes(root: Path) -> AsyncIterator[list[Path] | None]:
    """After each change of files in a folder: which. None where the folder was taken away and is there again: any of them."""
    from watchfiles import awatch

    anew = False
    while True:
        watched = root.stat()
        with os.scandir(root):  # Held open: else another folder could be given its number.
            async for found in awatch(
                root,
                watch_filter=lambda _, path: is_ours(root, path),
                debounce=SETTLED,
                step=STEP,
                rust_timeout=LOOK,
                yield_on_timeout=True,
            ):
                if anew:
                    anew = False
                    yield None  # Something may have been saved before this watch began.
                elif found:
                    yield [Path(path) for _, path in found]
                elif root.is_dir() and not os.path.samestat(root.stat(), watched):
                    break  # What is watched is not what stands there now, as after a clone.
        anew = True
        yield None
