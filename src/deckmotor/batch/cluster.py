"""The same work on a Dask cluster, whose machines need not share a disk: a worker gets the order with the answers to all that
the base deck asks, says what else it wants to know, and gives back finished decks, which are written here.

Dask gives the work of a worker that dies to another one. A deck that they die of again and again has failed; no other has.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version
from threading import Lock
from typing import Any
from uuid import uuid4

from distributed import Client, Future, KilledWorker, WorkerPlugin, as_completed, get_worker
from msgspec import Struct
from msgspec.structs import replace

from deckmotor import __version__
from deckmotor.batch.carried import Answers, Carried, UnansweredError, answers
from deckmotor.batch.maker import Maker, Outcome
from deckmotor.batch.order import ClusterError, Order
from deckmotor.cache import Cache, digest_of
from deckmotor.edition import Edition
from deckmotor.witness import Witness

PATIENCE = 10
"""Seconds in which the scheduler has to answer."""

AHEAD = 3
"""Pieces of work for each thread of the cluster that are on their way at once."""

LIBRARIES = ("msgspec", "PyYAML", "uharfbuzz", "pyphen", "Pillow", "typst")
"""What has a part in the bytes of files, by the names under which it is installed."""


class Chunk(Struct, frozen=True):
    """Decks that a worker gets at once, with what it has asked about them so far."""

    editions: tuple[Edition, ...]
    lent: Answers


class Done(Struct, frozen=True):
    """What a worker gives back: decks that are made and not written, and questions about the others."""

    made: tuple[Outcome, ...] = ()
    left: tuple[Edition, ...] = ()
    questions: tuple[str, ...] = ()
    other: str = ""
    """What is not the same there as here, where that is so; then nothing is made."""


class Hand(WorkerPlugin):  # type: ignore[misc]
    """An order at one worker: what it has read and made there is kept until the build is done."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._program = program()

    def setup(self, worker: Any) -> None:
        """Begin at a worker; nothing is made before the first piece of work."""
        self._lock = Lock()  # Two threads would not be faster: Python's own lock lets one run.
        self._maker: Maker | None = None
        self._other = unlike(self._program, program())

    def make(self, chunk: Chunk) -> Done:
        """Make decks, as far as all that they ask is known."""
        if self._other:
            return Done(other=self._other)
        with self._lock:
            self._maker = self._maker or self._order.maker()[0]
            carried = self._order.project.workspace
            assert isinstance(carried, Carried), "an order goes to other machines with its files"
            carried.lent = chunk.lent
            made, left, questions = [], [], []
            for edition in chunk.editions:
                try:
                    made.append(self._maker.make(edition))
                except UnansweredError as asked:
                    left.append(edition)
                    questions.append(asked.question)
            return Done(made=tuple(made), left=tuple(left), questions=tuple(dict.fromkeys(questions)))


def _make(name: str, chunk: Chunk) -> Done:
    """What Dask calls at a worker."""
    hand: Hand = get_worker().plugins[name]
    return hand.make(chunk)


class Cluster:
    """A Dask cluster that makes the decks of an order. `maker` writes them here, and its workspace answers what is asked."""

    def __init__(self, order: Order, address: str, maker: Maker, witness: Witness) -> None:
        self._order = order
        self._address = address
        self._maker = maker
        self._witness = witness
        self._name = f"deckmotor-{uuid4().hex}"

    def make(self, chunks: Sequence[tuple[Edition, ...]]) -> Iterator[tuple[Outcome, ...]]:
        """What becomes of the decks of each chunk, as they are done. Raises ClusterError."""
        client = self._client()
        try:
            self._hand_out(client)
            yield from self._made(client, [Chunk(editions, {}) for editions in reversed(chunks)])
        finally:
            with suppress(Exception):  # It may be gone; what it still has goes with it.
                client.unregister_worker_plugin(self._name)
            client.close(timeout=PATIENCE)

    def _client(self) -> Client:
        try:
            return Client(self._address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise ClusterError(f"no scheduler of Dask answers at {self._address}") from error

    def _hand_out(self, client: Client) -> None:
        """Give all workers the order, those that come later too."""
        known = answers(self._witness, tuple(self._witness.seen))
        project = replace(self._order.project, workspace=Carried(self._witness, known))
        order = replace(self._order, project=project, cache=Cache(None), holds=True)
        try:
            client.register_plugin(Hand(order), name=self._name)
        except Exception as error:  # What a worker raised comes as an exception of no kind in particular.
            why = (
                "have no deckmotor: install the same one there" if "No module named" in str(error) else f"can't begin: {error}"
            )
            raise ClusterError(f"the workers at {self._address} {why}") from error

    def _made(self, client: Client, left: list[Chunk]) -> Iterator[tuple[Outcome, ...]]:
        """`left` are the pieces of work yet to do, the next one last.

        Whatever a worker had in its hands when it died may be what it died of, or not. So each of these decks is made by itself
        at the end, with no other beside it.
        """
        running = as_completed(loop=client.loop)
        chunk_of: dict[Any, Chunk] = {}
        suspects: list[Chunk] = []
        alone: Chunk | None = None
        while left or chunk_of or suspects:
            if not left and not chunk_of:
                alone = suspects.pop()
                left.append(alone)
            while left and len(chunk_of) < max(1, AHEAD * sum(client.nthreads().values())):
                chunk = left.pop()
                future = client.submit(_make, self._name, chunk, pure=False)
                chunk_of[future.key] = chunk
                running.add(future)
            future = next(running)
            chunk = chunk_of.pop(future.key)
            done = self._result(future)
            if done is not None:
                left += self._asked(chunk, done)
                yield tuple(one if self._order.holds else self._maker.write(one) for one in done.made)
            elif chunk is alone:
                yield (lost(self._order, chunk.editions[0]),)
            else:
                suspects += [Chunk((edition,), chunk.lent) for edition in chunk.editions]

    def _result(self, future: Future) -> Done | None:
        """What a worker has given back; None where one after the other has died of it."""
        try:
            done: Done = future.result()
        except KilledWorker:
            return None
        except (CancelledError, OSError) as error:
            why = f"the cluster at {self._address} is gone; the files written are whole, and the same command makes the others"
            raise ClusterError(why) from error
        if done.other:
            raise ClusterError(f"the workers at {self._address} have {done.other}: decks would come out otherwise than here")
        return done

    def _asked(self, chunk: Chunk, done: Done) -> Iterator[Chunk]:
        """The rest of a piece of work, with answers to what was asked."""
        if done.left:
            lent = {**chunk.lent, **answers(self._witness, done.questions)}
            yield Chunk(done.left, lent)


def lost(order: Order, edition: Edition) -> Outcome:
    """A deck of which the workers die."""
    name = f"{order.project.versions[edition].file}.{order.target.outputs[0]}"
    why = "Can't make {}: each worker that was to make it died, perhaps because its memory is full."
    return Outcome(edition=edition, failed=((name, why),))


def program() -> dict[str, str]:
    """What makes decks here, by name: this program, Python, and libraries that have a part in the bytes."""
    found = {"deckmotor": f"{__version__} ({_sources()})", "Python": ".".join(python_version().split(".")[:2])}
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def unlike(here: dict[str, str], there: dict[str, str]) -> str:
    """The first thing that is not the same at two machines, as words; empty where all is."""
    for name in here:
        if here[name] != there.get(name):
            return f"{name} {there[name]} instead of {here[name]}" if name in there else f"no {name}"
    return ""


def _sources() -> str:
    """Some digits that change with any line of this program."""
    package = Path(__file__).parents[1]
    files = sorted(package.rglob("*.py"))
    return digest_of(b"".join(digest_of(file.read_bytes()).encode() for file in files))[:8]
