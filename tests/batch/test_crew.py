"""Several processes: the same bytes, whoever dies on the way."""

import os
import resource
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from threading import Event
from time import sleep
from typing import Any

import pytest

from deckmotor.batch import writers
from deckmotor.batch.crew import Crew
from deckmotor.batch.maker import Maker, Outcome
from deckmotor.batch.target import MANIFEST
from deckmotor.edition import Edition
from tests.batch.trial import FILES, build, build_whole, differing, fresh, order, standing

ROWS = {path: text for path, text in FILES.items() if "kalix" not in path} | {
    "table.csv": "id;name;kind;folk\n" + "".join(f"o{n};Ort {n};kort;{n}\n" for n in range(12))
}
KILLS = 25


@pytest.fixture(scope="module")
def expected() -> dict[str, bytes]:
    """What stands at the end, however it came to be."""
    return fresh(ROWS)


@pytest.mark.parametrize(("method", "jobs"), [("fork", 1), ("fork", 4), ("spawn", 2)])
def test_the_same_bytes_in_any_number_of_processes(tmp_path: Path, expected: dict[str, bytes], method: str, jobs: int) -> None:
    asked = order(ROWS, tmp_path / "out", tmp_path / "cache")
    editions = asked.project.editions
    crew = Crew(asked, jobs, asked.maker()[0], method)
    made = [one for some, _ in crew.make([editions[:9], editions[9:10], editions[10:]]) for one in some]
    assert {one.edition for one in made} == {*editions} and not any(one.failed for one in made)
    assert differing(standing(tmp_path / "out"), expected) == {}


class Dying(Maker):
    """Ends its process at one deck, while it writes another: each time, or where a file is not there yet, which it makes."""

    once: Path | None = None

    def draft(self, edition: Edition) -> Outcome:
        if edition == Edition("o7", "politiker") and not (self.once and self.once.exists()):
            if self.once:
                self.once.write_bytes(b"")
            self.target.folder.mkdir(exist_ok=True)
            (self.target.folder / ".hej-ort-6-o6.pptx.0123456789ab.part").write_bytes(b"P")
            os.kill(os.getpid(), signal.SIGKILL)
        return super().draft(edition)


@pytest.mark.parametrize("always", [True, False])
def test_a_process_that_dies_takes_no_other_deck_with_it(tmp_path: Path, expected: dict[str, bytes], always: bool) -> None:
    asked = order(ROWS, tmp_path / "out", None)
    maker = Dying(asked.maker()[0].pipeline, asked.target)
    maker.once = None if always else tmp_path / "died"
    maker.tidy([MANIFEST])  # As where decks stand already: its copies do it no more.
    editions = asked.project.editions
    chunks = [editions[at : at + 8] for at in range(0, len(editions), 8)]
    made = {one.edition: one for some, _ in Crew(asked, 2, maker, "fork").make(chunks) for one in some}
    failed = [one for one in made.values() if one.is_failed]
    assert made.keys() == {*editions}
    assert [(one.edition.name, one.failed[0][0]) for one in failed] == (
        [("o7/politiker", "hej-ort-7-o7-politiker.pptx")] if always else []
    )
    stands = standing(tmp_path / "out")
    assert differing(stands, expected) == {one.failed[0][0]: "is not there" for one in failed}


class Late(Maker):
    """Writes one deck when another is written, and can't write a third."""

    waits = awaited = wrong = Edition("nobody")
    written: list[Edition]
    there: Event

    def write(self, made: Outcome) -> Outcome:
        if made.edition == self.wrong:
            raise ValueError(self.wrong.name)
        if made.edition == self.waits:
            assert self.there.wait(60)
        self.written.append(made.edition)
        if made.edition == self.awaited:
            self.there.set()
        return super().write(made)


@pytest.mark.parametrize("holds", [True, False])
def test_decks_come_in_their_order_however_they_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, holds: bool
) -> None:
    monkeypatch.setattr(writers, "GRACE", -60.0)  # A slow disk from the beginning.
    asked = order(ROWS, tmp_path, None)
    maker = Late(asked.maker()[0].pipeline, asked.target)
    maker.written, maker.there = [], Event()
    editions = asked.project.editions[:12]
    if holds:
        maker.waits, maker.awaited = editions[0], editions[-1]
    else:
        monkeypatch.setattr(writers, "MOST_HELD", 0)
    with writers.writers(maker) as hands:
        assert [one.edition for one in hands.make(editions)] == [*editions]
        maker.wrong = editions[2]
        with pytest.raises(ValueError, match=maker.wrong.name):
            [*hands.make(editions)]
    if holds:  # Several threads: which of the others come before it is theirs.
        assert maker.written.index(editions[0]) > maker.written.index(editions[-1])
    else:
        assert maker.written[:12] == [*editions]


def test_a_process_makes_its_next_decks_while_a_slow_disk_has_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writers, "GRACE", -60.0)
    asked = order(ROWS, tmp_path, None)
    maker = Late(asked.maker()[0].pipeline, asked.target)
    maker.written, maker.there = [], Event()
    editions = asked.project.editions[:9]
    maker.waits, maker.awaited = editions[0], editions[writers.WAITING]
    chunks = [editions[:4], editions[4:8], editions[8:]]
    assert [one.edition for some, _ in Crew(asked, 1, maker, "fork").make(chunks) for one in some] == [*editions]


def torn(folder: Path, expected: dict[str, bytes]) -> dict[str, str]:
    """What is wrong with the decks that stand where others are still to come, or never do."""
    decks = {name: data for name, data in standing(folder).items() if name.endswith(".pptx")}
    return differing(decks, {name: data for name, data in expected.items() if name in decks})


def child(work: Callable[[], Any]) -> Any:
    """A process of its own that does some work."""
    process = get_context("fork").Process(target=work)
    process.start()
    return process


def test_builds_that_are_killed_at_any_moment_leave_whole_files(tmp_path: Path, expected: dict[str, bytes]) -> None:
    chance = Random(11)
    out, cache = tmp_path / "out", tmp_path / "cache"
    for number in range(KILLS):
        if number % 5 == 0:
            for path in [*out.glob("*.pptx"), *cache.glob("*")][number % 3 :: 2]:
                path.unlink(missing_ok=True)  # Processes of the last build may still be at work.
        process = child(partial(build, ROWS, out, cache, 1 + number % 2))
        sleep(chance.uniform(0, 0.08))
        process.kill()
        process.join()
        assert torn(out, expected) == {}
    build_whole(ROWS, out, cache)
    assert differing({name: data for name, data in standing(out).items() if not name.endswith(".part")}, expected) == {}


def test_two_builds_into_one_folder(tmp_path: Path, expected: dict[str, bytes]) -> None:
    out, cache = tmp_path / "out", tmp_path / "cache"
    both = [child(lambda: build_whole(ROWS, out, cache, 2)) for _ in range(2)]
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    assert differing(standing(out), expected) == {}
    assert not any(one.touched for one in build(ROWS, out, cache).values())


def test_a_full_disk_is_told_and_the_next_build_is_right(tmp_path: Path, expected: dict[str, bytes]) -> None:
    least = min(map(len, expected.values()))

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (least, least))
        made = build(ROWS, tmp_path / "out", tmp_path / "cache", 2)
        failed = [one for one in made.values() if one.failed]
        assert failed and all("Can't write" in why for one in failed for _, why in one.failed)

    process = child(full)
    process.join()
    assert process.exitcode == 0
    assert torn(tmp_path / "out", expected) == {}
    build_whole(ROWS, tmp_path / "out", tmp_path / "cache")
    assert differing(standing(tmp_path / "out"), expected) == {}


def test_a_folder_that_nobody_may_write_to_is_told(tmp_path: Path) -> None:
    """Not by permissions, which do not hold for root: a file system that takes no files."""
    places = [place for place in (Path("/sys/kernel"), Path("/proc/self")) if place.is_dir()]
    for place in places or [pytest.skip("no such file system here")]:
        made = build(ROWS, place, tmp_path / "cache", 2)
        assert all(one.failed and not one.files for one in made.values())
        assert {why for one in made.values() for _, why in one.failed} <= {
            "Can't write {}: Permission denied.", "Can't write {}: Operation not permitted.",
            "Can't write {}: Read-only file system.", "Can't write {}: No such file or directory.",
        }  # fmt: skip


def works(number: int) -> bool:
    """Whether there is a process of that number that has not ended."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def test_a_crew_ends_with_its_parent(tmp_path: Path) -> None:
    """Killed or not: no process is left over."""
    ids = tmp_path / "ids"

    class Slow(Maker):
        def draft(self, edition: Edition) -> Outcome:
            with ids.open("a") as file:
                file.write(f"{os.getpid()}\n")
            sleep(0.05)
            return super().draft(edition)

    def work() -> None:
        asked = order(ROWS, tmp_path / "out", None)
        maker = Slow(asked.maker()[0].pipeline, asked.target)
        for _ in Crew(asked, 2, maker, "fork").make([(edition,) for edition in asked.project.editions]):
            pass

    process = child(work)
    while not ids.exists() or len({*ids.read_text().split()}) < 2:
        sleep(0.01)
    process.kill()
    process.join()
    left = {int(id) for id in ids.read_text().split()}
    for _ in range(3_000):
        if not any(map(works, left)):
            break
        sleep(0.02)
    else:
        pytest.fail("a process outlived its parent")
    assert MANIFEST not in standing(tmp_path / "out")
