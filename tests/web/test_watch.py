"""What of a folder is told as changed."""

import asyncio
import errno
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from deckmotor.preview import watch
from deckmotor.preview.watch import changes


def ran(told: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run what waits for changes: Playwright's own loop runs in this thread."""
    with ThreadPoolExecutor() as thread:
        thread.submit(lambda: asyncio.run(told())).result()


def test_what_is_saved_before_a_folder_that_is_there_again_is_watched_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    folder.mkdir()

    async def told() -> None:
        found = changes(folder)
        first = asyncio.ensure_future(anext(found))
        await asyncio.sleep(0.2)
        folder.rename(tmp_path / "old")
        folder.mkdir()
        while await asyncio.wait_for(first, 10) is not None:  # That it went may be told before that another is there.
            first = asyncio.ensure_future(anext(found))
        (folder / "deck.yaml").write_text("title: A", "utf-8")
        assert await asyncio.wait_for(anext(found), 10) is None

    ran(told)


def test_a_folder_beside_it_that_the_deck_reads_from_is_watched(tmp_path: Path) -> None:
    folder, other = tmp_path / "talk", tmp_path / "shared"
    folder.mkdir()
    other.mkdir()

    async def told() -> None:
        found = changes(folder, lambda: (other, tmp_path / "missing"))
        first = asyncio.ensure_future(anext(found))
        await asyncio.sleep(0.2)
        for ignored in (other / ".bild.svg.swp", tmp_path / "bild.svg"):
            ignored.write_text("x", "utf-8")
        (other / "bild.svg").write_text("x", "utf-8")
        assert await asyncio.wait_for(first, 10) == [other / "bild.svg"]

    ran(told)


def test_where_a_system_watches_no_more_folders_they_are_looked_at_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    async def few(roots: Sequence[Path], polling: bool) -> AsyncIterator[list[Path]]:
        asked.append(polling)
        if not polling:
            raise OSError(errno.ENOSPC, "OS file watch limit reached")
        yield []
        yield [tmp_path / "deck.yaml"]

    monkeypatch.setattr(watch, "_watched", few)

    async def told() -> None:
        found = changes(tmp_path)
        assert [await anext(found), await anext(found), await anext(found)] == [None, None, [tmp_path / "deck.yaml"]]

    ran(told)
    assert asked == [False, True]
