"""What a command line of `build` asks for, as one value."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from deckmotor.batch.target import Target
from deckmotor.cli.choice import Choice
from deckmotor.cli.place import Place
from deckmotor.edition import Edition


class Asked(Struct, frozen=True, kw_only=True):
    """What a command line asks for."""

    place: Place
    choice: Choice
    theme: str | None
    closed: bool
    target: Target
    form: str
    jobs: int = 0
    strict: bool = False
    prune: bool = False
    report: Path | None = None
    dask: str = ""

    def is_batch(self, wanted: Sequence[Edition]) -> bool:
        """Whether it is about more than a deck, so that what was made before is remembered."""
        return len(wanted) > 1 or self.prune or self.report is not None or bool(self.dask)
