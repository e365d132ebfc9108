"""How decks are written where many are made: one by one while the disk is quick, else by threads while the next ones are made.
A slow disk takes several at once."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Thread
from time import perf_counter

from deckmotor.batch.maker import Maker, Outcome
from deckmotor.edition import Edition

QUICK, GRACE = 0.5, 0.05
"""A disk is quick where writing takes less than half of the time that making does, but for so many seconds: threads take Python
from each other, which is slower than such a disk."""

THREADS, WAITING = 8, 4
"""The most threads, and the decks for each that wait before there is another."""

MOST_HELD = 64_000_000
"""Bytes of files that wait to be written."""

SWITCH = 0.0005
"""Seconds after which one that has been written for is heard; Python's own ten times as many are longer than a deck takes."""


class Writers:
    """Threads of one maker."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        self._drafts: SimpleQueue[tuple[int, Outcome] | None] = SimpleQueue()
        self._written: SimpleQueue[tuple[int, Outcome | BaseException]] = SimpleQueue()
        self._threads: list[Thread] = []
        self._is_over = False
        self._sizes: dict[int, int] = {}
        """Bytes of the decks that are being written, by their numbers."""
        self._done: dict[int, Outcome | BaseException] = {}
        """Those that are written and not given yet."""
        self._begun = self._given = 0
        self._making = self._writing = 0.0
        """Seconds that it took to make decks, and to write those that no thread wrote."""

    def make(self, editions: Iterable[Edition | None]) -> Iterator[Outcome]:
        """Make decks and write them; each is given, in their order, as soon as it is written.

        Where None stands among them no further one is asked for before all so far are given.
        """
        if self._maker.holds:
            yield from (self._maker.make(edition) for edition in editions if edition is not None)
            return
        for edition in editions:
            if edition is None:
                yield from self._rest()
                continue
            self._begin(edition)
            while not self._written.empty():
                self._wait()
            yield from self._next()
        yield from self._rest()

    def _begin(self, edition: Edition) -> None:
        """Make a deck, and have it written."""
        began = perf_counter()
        draft = self._maker.draft(edition)
        made = perf_counter()
        self._making += made - began
        if self._writing <= QUICK * self._making + GRACE:
            self._done[self._begun] = self._maker.write(draft)
            self._writing += perf_counter() - made
            self._begun += 1
            return
        size = sum([len(file.data) for file in draft.held.files]) if draft.held else 0
        while self._sizes and sum(self._sizes.values()) + size > MOST_HELD:
            self._wait()
        if len(self._threads) < THREADS and len(self._sizes) >= WAITING * len(self._threads):
            self._threads.append(Thread(target=self._work))
            self._threads[-1].start()
        self._sizes[self._begun] = size
        self._drafts.put((self._begun, draft))
        self._begun += 1

    def _wait(self) -> None:
        number, made = self._written.get()
        self._done[number] = made
        del self._sizes[number]

    def _next(self) -> Iterator[Outcome]:
        """Those that are written, and all before them."""
        while self._given in self._done:
            made = self._done.pop(self._given)
            self._given += 1
            if isinstance(made, BaseException):
                raise made
            yield made

    def _rest(self) -> Iterator[Outcome]:
        while self._sizes:
            self._wait()
        yield from self._next()

    def _work(self) -> None:
        while (given := self._drafts.get()) is not None and not self._is_over:
            number, draft = given
            try:
                self._written.put((number, self._maker.write(draft)))
            except BaseException as error:
                self._written.put((number, error))

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
