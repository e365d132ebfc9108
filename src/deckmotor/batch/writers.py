"""Threads that write decks while the next ones are made: a file is on the disk only after longer than it takes to make one,
but a disk takes several at once."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Thread

from deckmotor.batch.maker import Maker, Outcome
from deckmotor.edition import Edition

THREADS = 8

MOST_HELD = 64_000_000
"""Bytes of files that wait to be written."""

SWITCH = 0.0005
"""Seconds after which one that has been written for is heard; Python's own ten times as many are longer than a deck takes."""


class Writers:
    """Threads of one maker."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        self._drafts: SimpleQueue[tuple[int, Outcome] | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[int, Outcome | BaseException]] = SimpleQueue()
        self._threads: list[Thread] = []
        self._is_over = False

    def make(self, editions: Iterable[Edition]) -> Iterator[Outcome]:
        """Make decks and write them, all at last as they are given."""
        if self._maker.holds:
            yield from map(self._maker.make, editions)
            return
        sizes: list[int] = []
        """Of the files of each deck, 0 once they are written."""
        done: dict[int, Outcome | BaseException] = {}
        for number, edition in enumerate(editions):
            draft = self._maker.draft(edition)
            sizes.append(sum([len(file.data) for file in draft.held.files]) if draft.held else 0)
            while len(done) < number and sum(sizes) > MOST_HELD:
                self._wait(sizes, done)
            if number == len(self._threads) < THREADS:
                self._threads.append(Thread(target=self._work))
                self._threads[-1].start()
            self._drafts.put((number, draft))
        while len(done) < len(sizes):
            self._wait(sizes, done)
        for _, one in sorted(done.items()):
            if isinstance(one, BaseException):
                raise one
            yield one

    def _wait(self, sizes: list[int], done: dict[int, Outcome | BaseException]) -> None:
        number, made = self._done.get()
        sizes[number], done[number] = 0, made

    def _work(self) -> None:
        while (given := self._drafts.get()) is not None and not self._is_over:
            number, draft = given
            try:
                self._done.put((number, self._maker.write(draft)))
            except BaseException as error:
                self._done.put((number, error))

    def end(self) -> None:
        """Once what is being written is there, write no more."""
        self._is_over = True
        for _ in self._threads:
            self._drafts.put(None)
        for thread in self._threads:
            thread.join()


@contextmanager
def writers(maker: Maker) -> Iterator[Writers]:
    """Threads that end with what they are for."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    made = Writers(maker)
    try:
        yield made
    finally:
        made.end()
        sys.setswitchinterval(before)
