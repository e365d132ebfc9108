"""Changes of a project's files, told as soon as they have settled."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

IGNORED = {"build", "dist", "node_modules", "__pycache__"}
"""Folders whose files are no part of a deck."""

SETTLED, STEP = 50, 5
"""Milliseconds in which changes count as one, and between two looks."""

LOOK = 1000
"""Milliseconds without a change after which it is looked whether the folder is still the one that is watched."""


def is_ours(roots: Sequence[Path], path: str) -> bool:
    """Whether a changed file may be a part of a deck."""
    for root in roots:
        if Path(path).is_relative_to(root):
            parts = Path(path).relative_to(root).parts
            return not any(part in IGNORED or part.startswith(".") or part.endswith((".part", "~", ".swp")) for part in parts)
    return False


async def changes(root: Path, beside: Callable[[], Sequence[Path]] = tuple) -> AsyncIterator[list[Path] | None]:
    """After each change of files in a folder, and in those beside it that a deck may read from: which.

    None where it is watched anew, as after a folder was taken away and is there again: any of them.
    """
    anew = polling = False
    while True:
        others = tuple(beside())
        roots = (root, *(folder for folder in others if folder.is_dir()))
        try:
            with os.scandir(root):  # Held open: else another folder could be given its number.
                watched = root.stat()
                async for found in _watched(roots, polling):
                    if anew:
                        anew = False
                        yield None  # Something may have been saved before this watch began.
                    elif found:
                        yield found
                    elif root.is_dir() and (not os.path.samestat(root.stat(), watched) or tuple(beside()) != others):
                        break  # What is watched is not what stands there now, as after a clone.
        except FileNotFoundError:
            await asyncio.sleep(LOOK / 1000)
        except OSError:
            if polling:
                raise
            polling = True  # The system watches no more folders, or not on this disk: they are looked at again and again.
        anew = True
        yield None


async def _watched(roots: Sequence[Path], polling: bool) -> AsyncIterator[list[Path]]:
    """What has changed below some folders, and nothing each time that nothing did for a while."""
    from watchfiles import awatch

    async for found in awatch(
        *roots,
        watch_filter=lambda _, path: is_ours(roots, path),
        debounce=SETTLED,
        step=STEP,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        force_polling=polling,
    ):
        yield [Path(path) for _, path in found]
