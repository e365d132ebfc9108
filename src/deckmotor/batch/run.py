"""A batch: which decks have to be made, by how many processes, and what became of each, in their order."""

import os
from collections.abc import Iterator, Sequence
from itertools import groupby

from deckmotor.batch.keys import Keys
from deckmotor.batch.ledger import Ledger
from deckmotor.batch.maker import Maker, Outcome
from deckmotor.batch.order import Order
from deckmotor.batch.shows import Shows
from deckmotor.edition import Edition

PAYS = 60
"""Decks for each further process: its start costs as much as it saves with some thirty of them."""

DRAWN_PAYS = 4
"""The same where pages are drawn as well."""

CHUNK = 16
"""Decks that a process gets at once; those of a variant stay together, because they share slides, and neighbours share maps."""


class Batch:
    """Decks of one order.

    `jobs` are the most processes; 0: as many as pay. `cluster`: the Dask cluster that makes them instead.
    """

    def __init__(self, order: Order, wanted: Sequence[Edition], jobs: int = 0, cluster: str = "") -> None:
        self._order = order
        self._wanted = wanted
        self._jobs = jobs
        self._cluster = cluster
        self._maker, self._witness = order.maker()
        target = order.target
        kind = ",".join(target.outputs)
        workspace, path = order.project.workspace, order.project.path
        place = f"{getattr(workspace, 'root', '')}/{path}"
        self._ledger = Ledger(order.cache, workspace, target.folder, place, kind)
        self._keys = Keys(order.project, target, order.theme)
        self._outcomes: dict[Edition, Outcome] = {}

    @property
    def maker(self) -> Maker:
        """What makes decks in this process."""
        return self._maker

    def run(self) -> Iterator[Outcome]:
        """What becomes of each deck, in order. What was made is remembered, wherever this is left."""
        try:
            left = list(reversed(self._wanted))
            for made in self._made(self._missing()):
                self._outcomes[made.edition] = made
                if made.held is None:
                    self.remember(made)
                yield from self._next(left)
            yield from self._next(left)
        finally:
            self.save()

    def save(self) -> None:
        """Keep what is remembered."""
        self._ledger.save(self._witness.seen, {*self._order.project.versions})

    def remember(self, made: Outcome) -> None:
        """Remember a deck that stands now."""
        project = self._order.project
        if project.deck is not None and made.edition in project.versions:
            self._ledger.add(self._keys.of(made.edition), made)

    def _missing(self) -> list[Edition]:
        """The decks that have to be made; what became of all others is known."""
        project = self._order.project
        if project.deck is None:
            return [*self._wanted]
        shows = Shows(self._maker.pipeline, self._order.target, self._order.theme)
        missing = []
        for edition in self._wanted:
            known = self._ledger.find(edition, self._keys, shows) if edition in project.versions else None
            if known is None:
                missing.append(edition)
            else:
                self._outcomes[edition] = known
                self._maker.tidy(made.name for made in known.files)
        return missing

    def _made(self, missing: list[Edition]) -> Iterator[Outcome]:
        jobs = self._worth(len(missing))
        if self._cluster and missing and self._order.project.deck is not None:
            self._maker.pipeline.compose()  # What it reads, all others need.
            from deckmotor.batch.cluster import Cluster  # It takes longer to import than most builds.

            for outcomes in Cluster(self._order, self._cluster, self._maker, self._witness).make(_chunks(missing)):
                yield from outcomes
            return
        if jobs < 2:
            from deckmotor.batch.writers import writers  # Threads too.

            with writers(self._maker) as hands:
                yield from hands.make(missing)
            return
        chunks = _chunks(missing)
        for edition in chunks[0]:  # What these need, nearly all do, so it is made before the process is copied.
            self._maker.pipeline.compose(edition)
        from deckmotor.batch.crew import Crew  # Processes take a while to import.

        for outcomes, seen in Crew(self._order, jobs, self._maker).make(chunks):
            self._witness.seen.update(seen)
            yield from outcomes

    def _next(self, left: list[Edition]) -> Iterator[Outcome]:
        """Those of which all before them are done. `left` are the decks that were not told yet, the next one last."""
        while left and left[-1] in self._outcomes:
            yield self._outcomes.pop(left.pop())

    def _worth(self, decks: int) -> int:
        """How many processes to use for so many decks."""
        if self._jobs:
            return min(self._jobs, decks)
        drawn = any(output != "pptx" for output in self._order.target.outputs)
        return min(_processors(), 1 + decks // (DRAWN_PAYS if drawn else PAYS))


def _chunks(editions: Sequence[Edition]) -> list[tuple[Edition, ...]]:
    chunks: list[tuple[Edition, ...]] = []
    for _, group in groupby(editions, lambda edition: edition.variant):
        some = tuple(group)
        if chunks and len(chunks[-1]) + len(some) <= CHUNK:
            chunks[-1] += some
        else:
            chunks.append(some)
    return chunks


def _processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
