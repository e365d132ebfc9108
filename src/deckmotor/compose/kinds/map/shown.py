"""What a map shows, before it has a size: which areas, in which tones, and the dots on them."""

from msgspec import Struct

from deckmotor.compose.look import Look
from deckmotor.geo.projection import projected
from deckmotor.geo.sweden import Area, Point, Ring, areas, county_at, sweden
from deckmotor.model.blocks import Map
from deckmotor.model.data import Spot

MOST_TONES = 4
"""Tones that can be told apart, in greyscale too, and matched with their legend."""


class Shade(Struct, frozen=True, kw_only=True):
    """An area in its tone."""

    area: Area
    rings: tuple[Ring, ...]
    tone: int | None
    """Which of the tones of the numbers it has, from 0; None where it has no number."""
    holds: bool
    """Whether a place is in it."""
    lit: bool


class Dot(Struct, frozen=True):
    """A place."""

    name: str
    at: Point
    lit: bool


class Shown(Struct, frozen=True):
    """All that a map shows, in metres."""

    shades: tuple[Shade, ...]
    dots: tuple[Dot, ...]
    limits: tuple[float, ...]
    """Where each tone but the first begins; empty without numbers."""
    values: tuple[tuple[str, float | None], ...]
    """The numbers by the names of their areas."""

    @property
    def extent(self) -> tuple[int, int, int, int]:
        """West, south, east and north ends."""
        points = [point for shade in self.shades for ring in shade.rings for point in ring]
        xs, ys = (
            [x for x, _ in points] + [dot.at[0] for dot in self.dots],
            [y for _, y in points] + [dot.at[1] for dot in self.dots],
        )
        return min(xs), min(ys), max(xs), max(ys)


def shown(block: Map, look: Look) -> Shown:
    """What a map shows."""
    dots = () if block.places is None else tuple(_dot(spot, block, look) for spot in block.places.spots)
    holding = {area.code for dot in dots if (area := county_at(dot.at)) is not None}
    numbers = {} if block.values is None else {areas()[row.name.plain].code: row.values[0] for row in block.values.rows}
    limits = _limits(block, [value for value in numbers.values() if value is not None])
    named = block.highlight in areas() and not any(dot.lit for dot in dots)
    lit = {areas()[block.highlight or ""].code} if named else set()
    lit |= {areas()[row.name.plain].code for row in _rows(block) if any(run.lit for run in row.name.runs)}
    found = _areas(block, holding, numbers)
    shades = [_shade(area, numbers, limits, holding, lit) for area in found]
    above = [areas()[code] for code in lit if code not in {area.code for area in found}]
    shades += [_shade(area, numbers, limits, holding, lit) for area in above]
    shades.sort(key=lambda shade: shade.lit)  # Its border lies over its neighbours'.
    values = tuple((areas()[code].name, value) for code, value in numbers.items())
    return Shown(tuple(shades), dots, limits, values)


def _rows(block: Map) -> tuple:  # type: ignore[type-arg]
    return () if block.values is None else block.values.rows


def _dot(spot: Spot, block: Map, look: Look) -> Dot:
    at = sweden().middle(areas()[spot.code]) if spot.position is None else projected(*spot.position)
    name = spot.name.plain
    lit = block.highlight is not None and block.highlight in (name, spot.code)
    return Dot(name, (round(at[0]), round(at[1])), lit or any(run.lit for run in spot.name.runs))


def _areas(block: Map, holding: set[str], numbers: dict[str, float | None]) -> list[Area]:
    """The areas that are drawn: counties, or municipalities where they have numbers or one county is all there is."""
    country = sweden()
    only = {areas()[block.zoom].code} if block.zoom in areas() else holding if block.zoom is not None else None
    by_municipality = any(len(code) == 4 for code in numbers) or (block.zoom in areas() and not numbers)
    kept = country.municipalities if by_municipality else country.counties
    return [area for area in kept if only is None or area.code[:2] in only]


def _shade(area: Area, numbers: dict[str, float | None], limits: tuple[float, ...], holding: set[str], lit: set[str]) -> Shade:
    value = numbers.get(area.code)
    tone = None if value is None else sum(value >= limit for limit in limits)
    holds = not numbers and area.code in holding
    return Shade(area=area, rings=sweden().outline(area), tone=tone, holds=holds, lit=area.code in lit)


def _limits(block: Map, values: list[float]) -> tuple[float, ...]:
    """Where tones begin: as given, or so that each has as many areas (quantiles), at numbers that are there."""
    if block.limits or not values:
        return block.limits if values else ()
    different = sorted(set(values))
    count = min(MOST_TONES, len(different))
    ordered = sorted(values)
    found = {ordered[len(ordered) * at // count] for at in range(1, count)}
    return tuple(sorted(found - {different[0]}))
