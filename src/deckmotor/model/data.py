"""Numbers by name, as charts show them."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from deckmotor.model.text import Text
from deckmotor.span import Span


class Datum(Struct, frozen=True, gc=False):
    """A name with its numbers: one for each series, None for one that is missing."""

    name: Text
    values: tuple[float | None, ...]
    span: Span


class Data(Struct, frozen=True):
    """Numbers by name, in the order they are written; all have as many numbers."""

    read_as: ClassVar[str] = "numbers.DataKind"

    rows: tuple[Datum, ...]
    series: tuple[Text, ...]
    """The names of the series where they are written beside the numbers; else empty."""
    span: Span

    @property
    def width(self) -> int:
        """How many numbers each name has."""
        return len(self.rows[0].values)


class Loaded(Struct, frozen=True):
    """What loading has done by then: which rows and columns of a file are shown. Nothing of it is left in a deck."""


class Spot(Struct, frozen=True, gc=False):
    """A place on a map."""

    name: Text
    position: tuple[float, float] | None
    """Latitude and longitude in degrees; None of a municipality, whose position is known."""
    code: str
    """The municipality's code; empty of any other place."""
    span: Span


class Outlines(Struct, frozen=True):
    """The areas of a map of one's own, on a plane."""

    read_as: ClassVar[str] = "places.OutlinesKind"

    centre: tuple[float, float]
    """Latitude and longitude of the point where the plane touches the earth, in degrees."""
    areas: tuple[tuple[str, tuple[tuple[tuple[int, int], ...], ...]], ...]
    """By name: rings in metres east and north of the centre, anticlockwise around land."""

    @property
    def names(self) -> tuple[str, ...]:
        """Those of the areas."""
        return tuple([name for name, _ in self.areas])


class Places(Struct, frozen=True):
    """Places in the order they are written."""

    read_as: ClassVar[str] = "places.PlacesKind"

    spots: tuple[Spot, ...]
    span: Span
