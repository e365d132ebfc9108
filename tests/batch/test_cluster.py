"""A Dask cluster: real workers, without the project's files, make the same bytes, whoever dies on the way."""

import asyncio
import os
import signal
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import dask
import pytest
from click.testing import CliRunner
from distributed import Client
from PIL import Image

from deckmotor.batch import cluster as dasked
from deckmotor.batch.cluster import Cluster, unlike
from deckmotor.batch.maker import Maker, Outcome
from deckmotor.batch.order import ClusterError, Order
from deckmotor.batch.run import Batch
from deckmotor.cli.commands import commands
from deckmotor.edition import Edition
from deckmotor.witness import Witness
from tests.batch.trial import FILES, differing, fresh, order, standing, workspace
from tests.pictures.made import png

ROWS = {path: text for path, text in FILES.items() if "kalix" not in path} | {
    "table.csv": "id;name;kind;folk\n" + "".join(f"o{n};Ort {n};kort;{n}\n" for n in range(12)),
    "variants/o3.yaml": "changes: {bild: {picture: {file: o3.png, alt: Egen}}}",
    "variants/o3.png": png(Image.new("RGB", (300, 900), "teal")),
    "variants/o4.yaml": "changes: {bild: {picture: {file: o4.png, alt: Borta}}}",
    "variants/o5.yaml": "changes: {text: {text: Egen}, tal: {chart: {file: o5.csv}}}",
    "variants/o5.csv": "ort;tal\nC;3\nD;4\n",
}
WORKERS = 4


def schedule(pipe: Any) -> None:
    from distributed import Scheduler

    async def run() -> None:
        async with Scheduler(port=0, host="127.0.0.1", dashboard=False) as scheduler:
            pipe.send(scheduler.address)
            await scheduler.finished()

    with dask.config.set({"distributed.scheduler.allowed-failures": 0}):
        asyncio.run(run())


def serve(address: str, folder: str) -> None:
    from distributed import Worker

    async def run() -> None:
        async with Worker(address, nthreads=1, dashboard=False, local_directory=folder, heartbeat_interval="100 ms") as worker:
            await worker.finished()

    asyncio.run(run())


class Running:
    """A scheduler and its workers, all copies of this process."""

    def __init__(self, folder: Path) -> None:
        self._context: Any = get_context("fork")
        ours, theirs = self._context.Pipe()
        self._scheduler = self._context.Process(target=schedule, args=(theirs,))
        self._scheduler.start()
        assert ours.poll(20)
        self.address: str = ours.recv()
        self.workers = [self._context.Process(target=serve, args=(self.address, str(folder))) for _ in range(WORKERS)]
        for worker in self.workers:
            worker.start()

    def kill(self) -> None:
        """End one worker at once."""
        next(worker for worker in self.workers if worker.is_alive()).kill()

    def end(self) -> None:
        for process in (*self.workers, self._scheduler):
            process.kill()
            process.join()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    started = Running(tmp_path_factory.mktemp("dask"))
    yield started
    started.end()


def crew_of(asked: Order, address: str) -> tuple[Cluster, Witness]:
    maker, witness = asked.maker()
    maker.pipeline.compose()
    return Cluster(asked, address, maker, witness), witness


def chunks(editions: Sequence[Edition]) -> list[tuple[Edition, ...]]:
    return [tuple(editions[at : at + 3]) for at in range(0, len(editions), 3)]


def test_a_cluster_without_the_files_makes_the_same_though_a_worker_dies(tmp_path: Path, running: Running) -> None:
    asked = order(ROWS, tmp_path / "out", tmp_path / "cache")
    made: dict[Edition, Outcome] = {}
    for one in Batch(asked, asked.project.editions, cluster=running.address).run():
        if not made:
            running.kill()
        made[one.edition] = one
    alone = order(ROWS, tmp_path / "alone", None)
    maker = alone.maker()[0]
    expected = {edition: maker.make(edition) for edition in alone.project.editions}
    assert list(made) == list(expected)
    assert differing(standing(tmp_path / "out"), standing(tmp_path / "alone")) == {}
    for edition, one in made.items():
        same = expected[edition]
        assert (one.problems, one.shown, one.is_failed) == (same.problems, same.shown, same.is_failed)
    assert {one.edition.variant for one in made.values() if one.is_failed} == {"o4"}
    assert not any(one.touched for one in Batch(asked, asked.project.editions, cluster=running.address).run())


class Dying(Maker):
    """Ends its worker at one deck."""

    def make(self, edition: Edition) -> Outcome:
        if edition == Edition("o7"):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().make(edition)


class Poisoned(Order, frozen=True):
    """An order with a deck that workers die of."""

    def maker(self) -> tuple[Maker, Witness]:
        maker, witness = super().maker()
        return Dying(maker.pipeline, maker.target, holds=maker.holds), witness


def test_a_deck_that_workers_die_of_has_failed_and_no_other(tmp_path: Path, running: Running) -> None:
    plain = order(ROWS, tmp_path / "out", None)
    asked = Poisoned(project=plain.project, theme=None, cache=plain.cache, target=plain.target)
    some = [edition for edition in asked.project.editions if edition.variant in ("o6", "o7", "o8")]
    pieces = [(edition,) for edition in some]  # So that several wait at a worker when it dies, and look as if it died of them.
    made = [one for outcomes in crew_of(asked, running.address)[0].make(pieces) for one in outcomes]
    assert {one.edition for one in made} == {*some}
    assert [(one.edition.name, one.failed[0][0]) for one in made if one.is_failed] == [("o7", "hej-ort-7-o7.pptx")]


def test_a_build_that_is_left_leaves_nothing_behind(tmp_path: Path, running: Running) -> None:
    asked = order(ROWS, tmp_path / "out", None)
    begun = crew_of(asked, running.address)[0].make(chunks(asked.project.editions))
    next(begun)
    del begun  # As Ctrl-C does.
    assert all(fresh(ROWS)[name] == data for name, data in standing(tmp_path / "out").items())
    with Client(running.address, set_as_default=False) as client:
        plugins = client.run(lambda dask_worker: [name for name in dask_worker.plugins if name.startswith("deckmotor")])
    assert [*plugins.values()] == [[]] * len(plugins)


def test_what_a_cluster_lacks_is_said(tmp_path: Path, running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = order(ROWS, tmp_path / "out", None)
    monkeypatch.setattr(dasked, "program", lambda: {"deckmotor": "0.0", "Python": "2.7"})
    with pytest.raises(ClusterError, match=r"have deckmotor 0\..* instead of 0\.0: decks would come out otherwise"):
        list(crew_of(asked, running.address)[0].make(chunks(asked.project.editions)))
    monkeypatch.setattr(dasked, "PATIENCE", 0.3)
    with pytest.raises(ClusterError, match=r"no scheduler of Dask answers at tcp://127\.0\.0\.1:9"):
        list(crew_of(asked, "tcp://127.0.0.1:9")[0].make(chunks(asked.project.editions)))
    assert standing(tmp_path / "out") == {}


@pytest.mark.parametrize(
    ("there", "said"),
    [({"a": "1", "b": "2"}, ""), ({"a": "1", "b": "3"}, "b 3 instead of 2"), ({"a": "1"}, "no b"), ({"b": "2"}, "no a")],
)
def test_the_first_difference_of_two_machines_is_named(there: dict[str, str], said: str) -> None:
    assert unlike({"a": "1", "b": "2"}, there) == said


def test_the_command_says_what_dask_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deck.yaml").write_text("title: Hej\nslides: [{cover: {}}]\n", "utf-8")
    words = ["build", str(tmp_path), "--dask", "tcp://127.0.0.1:9"]
    assert "leave out one" in CliRunner().invoke(commands, [*words, "--jobs", "2"]).output
    monkeypatch.setattr(dasked, "PATIENCE", 0.3)
    away = CliRunner().invoke(commands, words)
    assert (away.exit_code, away.output) == (1, "Error: no scheduler of Dask answers at tcp://127.0.0.1:9\n")
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    missing = CliRunner().invoke(commands, words)
    assert (missing.exit_code, "pip install 'deckmotor[dask]'" in missing.output) == (2, True)


def test_answers_travel_with_what_they_raise() -> None:
    from deckmotor.batch.carried import Carried, UnansweredError, answers
    from deckmotor.workspace import OutsideProjectError, TooLargeError

    here = workspace({"a.txt": "abc", "mapp/b.txt": "b"})
    asked = [
        "text a.txt",
        "2 a.txt",
        "text borta.txt",
        "text ../x",
        "entries mapp",
        "names mapp",
        "exists a.txt",
        "outside ../x",
    ]
    there = Carried(here, answers(here, asked))
    assert (there.read("a.txt"), there.entries("mapp"), there.names("mapp")) == (b"abc", ("b.txt",), ("b.txt",))
    assert (there.exists("a.txt"), there.is_outside("../x")) == (True, True)
    with pytest.raises(TooLargeError) as large:
        there.read("a.txt", 2)
    assert (large.value.path, large.value.size, large.value.limit) == ("a.txt", 3, 2)
    with pytest.raises(FileNotFoundError):
        there.read("borta.txt")
    with pytest.raises(OutsideProjectError):
        there.read("../x")
    with pytest.raises(UnansweredError):
        there.read("annan.txt")
