"""What a table is read into, whatever file it stands in: rows of texts with their places."""

from typing import TYPE_CHECKING

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.source.nodes import Scalar

if TYPE_CHECKING:  # Text has none.
    from deckmotor.source.area import Area

Row = tuple[Scalar, ...]


class Wanted(Struct, frozen=True, kw_only=True):
    """A table as a deck names it, and what it is for."""

    named: Scalar
    """Its file's path, as written."""
    path: str
    """The same from the project's folder."""
    sheet: Scalar | None = None
    """Which sheet of a workbook; the first that is not hidden if it is None."""
    range: Scalar | None = None
    """Which cells of it; all if it is None."""
    as_shown: bool = False
    """Whether numbers of a workbook have the decimals that it shows, not all that it stores."""
    bare: bool = False
    """Whether percentages are wanted without their sign."""


class Cells(Struct, frozen=True):
    """What a file holds: texts exactly as they stand there."""

    rows: tuple[Row, ...]
    """Those that are not empty, the head among them."""
    separator: str
    problems: tuple[Diagnostic, ...]
    merged: tuple["Area", ...] = ()
    """Cells of a sheet that are merged, by its rows and columns. Each row has the value of one that goes down."""
