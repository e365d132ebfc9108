"""Numbers by name, as a chart shows them."""

from msgspec import Struct

from deckmotor.span import Span


class Datum(Struct, frozen=True, gc=False):
    """A name with its numbers: one for each series, None for one that is missing."""

    name: str
    values: tuple[float | None, ...]
    span: Span


class Data(Struct, frozen=True):
    """Numbers by name, in the order they are written; all have as many numbers."""

    rows: tuple[Datum, ...]
    series: tuple[str, ...]
    """The names of the series where they are written beside the numbers; else empty."""
    span: Span
