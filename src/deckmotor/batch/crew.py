"""Several processes that make decks: each gets some, gives back what became of them, and gets more before it has none.

Not `concurrent.futures`, which costs more to import than many a build takes, and whose processes outlive a parent that is
killed. Here a process ends with the pipe to its parent; one that dies takes no other with it, and its decks are made again.
"""

import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from deckmotor.batch.maker import Maker, Outcome
from deckmotor.batch.order import Order
from deckmotor.batch.writers import writers
from deckmotor.edition import Edition
from deckmotor.saving import clear_parts

AHEAD = 2
"""Chunks that a process has at once: while the decks of one are written it makes those of the next."""

Chunk = tuple[Edition, ...]
Answers = dict[str, str]


class _Hand:
    """One of the processes, and what it is at."""

    def __init__(self, process: Any, pipe: "Connection[Any, Any]") -> None:
        self.process = process
        self.pipe = pipe
        self.chunks: deque[Chunk] = deque()


class Crew:
    """Processes of one order. `started` is what they begin with where a process can be copied, so that it is not made again."""

    def __init__(self, order: Order, jobs: int, started: Maker | None = None, method: str = "") -> None:
        self._order = order
        self._jobs = jobs
        self._started = started
        # A copy of this process has all that was read and made so far; elsewhere a new one begins from the order.
        self._method = method or ("fork" if sys.platform == "linux" else "spawn")
        self._hands: list[_Hand] = []

    def make(self, chunks: Sequence[Chunk]) -> Iterator[tuple[tuple[Outcome, ...], Answers]]:
        """What becomes of the decks of each chunk, as they are done, with the answers that they were made from."""
        left = list(reversed(chunks))
        lost: set[Edition] = set()
        try:
            for _ in range(min(self._jobs, len(left))):
                self._give(self._hire(), left.pop())
            for hand in self._hands:
                self._fill(hand, left, lost)
            while self._hands:
                for pipe in wait([hand.pipe for hand in self._hands]):
                    hand = next(hand for hand in self._hands if hand.pipe is pipe)
                    try:
                        answer = hand.pipe.recv()
                    except (EOFError, OSError):
                        yield from self._replaced(hand, left, lost)
                        continue
                    if isinstance(answer, BaseException):
                        raise answer
                    yield answer
                    hand.chunks.popleft()
                    self._fill(hand, left, lost)
        finally:
            self._end()

    def _replaced(self, hand: _Hand, left: list[Chunk], lost: set[Edition]) -> Iterator[tuple[tuple[Outcome, ...], Answers]]:
        """After a process has died: its decks are made again, one by one; a deck that it dies of twice has failed.

        What it was writing meanwhile, another deck than the one that it died of, is taken away.
        """
        hand.process.join()
        clear_parts(self._order.target.folder)
        self._hands.remove(hand)
        held = [edition for chunk in hand.chunks for edition in chunk]
        if len(held) == 1 and held[0] in lost:
            yield ((died(self._order, held[0], hand.process.exitcode),), {})
        else:
            lost.update(held)
            left += [(edition,) for edition in reversed(held)]
        if left:
            self._fill(self._hire(), left, lost)

    def _fill(self, hand: _Hand, left: list[Chunk], lost: set[Edition]) -> None:
        """Give a process what it has too little of; one for which there is nothing more ends.

        What others died with stands alone, and the last chunks are for those that have none.
        """
        while left and len(hand.chunks) < AHEAD:
            if hand.chunks and (len(left) < self._jobs or not lost.isdisjoint((*left[-1], *hand.chunks[0]))):
                break
            self._give(hand, left.pop())
        if not hand.chunks:
            self._dismiss(hand)

    def _hire(self) -> _Hand:
        context: Any = get_context(self._method)
        ours, theirs = context.Pipe()
        copied = self._method == "fork"
        others = [hand.pipe for hand in self._hands] + [ours] if copied else []
        process = context.Process(target=_work, args=(theirs, self._order, self._started if copied else None, others))
        process.daemon = True
        process.start()
        theirs.close()
        self._hands.append(_Hand(process, ours))
        return self._hands[-1]

    def _give(self, hand: _Hand, chunk: Chunk) -> None:
        hand.chunks.append(chunk)
        with suppress(ConnectionError):  # It has died: this is seen where its answer is awaited.
            hand.pipe.send(chunk)

    def _dismiss(self, hand: _Hand) -> None:
        hand.pipe.close()
        hand.process.join()
        self._hands.remove(hand)

    def _end(self) -> None:
        """End those that still work. They take what they have half written away."""
        for hand in self._hands:
            hand.process.terminate()
        for hand in self._hands[:]:
            self._dismiss(hand)


def died(order: Order, edition: Edition, code: int | None) -> Outcome:
    """A deck whose process has ended before it was done."""
    by = f"signal {-code}" if code is not None and code < 0 else f"code {code}"
    name = f"{order.project.versions[edition].file}.{order.target.outputs[0]}"
    why = f"Can't make {{}}: the process that made it ended ({by}), perhaps because the memory is full."
    return Outcome(edition=edition, failed=((name, why),))


def _work(pipe: Any, order: Order, started: Maker | None, others: Sequence[Any]) -> None:
    """What one of the processes does until its parent has no more for it, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all of them; the parent knows what to do.
    signal.signal(signal.SIGTERM, _ended)
    for other in others:
        other.close()
    maker, witness = order.maker() if started is None else (started, started.pipeline.workspace)
    chunks: deque[Chunk] = deque()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError), writers(maker) as hands:
        try:
            done: list[Outcome] = []
            for one in hands.make(_given(pipe, chunks)):
                done.append(one)
                if len(done) == len(chunks[0]):
                    pipe.send((tuple(done), getattr(witness, "seen", {})))
                    chunks.popleft()
                    done = []
        except Exception as error:
            if isinstance(error, EOFError | ConnectionError):
                raise
            pipe.send(error)
            pipe.recv()


def _given(pipe: Any, chunks: deque[Chunk]) -> Iterator[Edition | None]:
    """The decks that a parent wants, until it is gone; None where it may be waiting for those that it has asked for."""
    while True:
        if not pipe.poll():
            yield None
        chunks.append(pipe.recv())
        yield from chunks[-1]


def _ended(number: int, frame: object) -> None:
    raise SystemExit(128 + number)
