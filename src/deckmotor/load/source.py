"""What a file of rows holds, and what has been worked out of all of it: many slides may name one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from deckmotor.diagnostics import Diagnostic
from deckmotor.source.cells import Row

if TYPE_CHECKING:  # Text has none.
    from deckmotor.source.area import Area


class Source(Struct, frozen=True):
    """A file's rows. What is worked out of them is kept, and never changes what comes of it."""

    head: tuple[str, ...]
    """The names of its columns."""
    names: Row
    """The same with their places."""
    rows: tuple[Row, ...]
    """All of them as long as the head at least."""
    separator: str
    """Between its cells; a comma where numbers have a point for their decimals."""
    problems: tuple[Diagnostic, ...]
    merged: tuple["Area", ...] = ()
    """Cells of a sheet that are merged, by its rows and columns."""
    over: tuple[Row, ...] = ()
    """The two rows of a header in which cells go over several columns; `names` are both together."""
    memo: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def once(self, key: tuple[Any, ...], make: Callable[[], Any]) -> Any:
        """What `make` makes, made once for a key."""
        if key not in self.memo:
            self.memo[key] = make()
        return self.memo[key]

    def texts(self, at: int) -> dict[str, tuple[int, ...]]:
        """By the texts of a column: the numbers of the rows that have them."""

        def grouped() -> dict[str, tuple[int, ...]]:
            found: dict[str, list[int]] = {}
            for number, row in enumerate(self.rows):
                found.setdefault(row[at].text.strip(), []).append(number)
            return {text: tuple(numbers) for text, numbers in found.items()}

        made: dict[str, tuple[int, ...]] = self.once(("texts", at), grouped)
        return made
