"""What a map shows, before it has a size: which areas, in which tones, and the dots on them."""

from msgspec import Struct

from deckmotor.compose.kinds.map.ground import Bounds, Ground, ground_of
from deckmotor.geo.sweden import Area, Point, Ring
from deckmotor.model.data import Spot
from deckmotor.model.figures import Map

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
    frames: tuple[Bounds, ...] = ()
    """Frames around areas that were moved nearer to the rest (`inset`)."""

    @property
    def extent(self) -> tuple[int, int, int, int]:
        """West, south, east and north ends."""
        points = [point for shade in self.shades for ring in shade.rings for point in ring]
        points += [corner for west, south, east, north in self.frames for corner in ((west, south), (east, north))]
        xs, ys = (
            [x for x, _ in points] + [dot.at[0] for dot in self.dots],
            [y for _, y in points] + [dot.at[1] for dot in self.dots],
        )
        return min(xs), min(ys), max(xs), max(ys)


def shown(block: Map) -> Shown:
    """What a map shows."""
    ground = ground_of(block)
    dots = () if block.places is None else tuple(_dot(spot, block, ground) for spot in block.places.spots)
    holding = {area.code for dot in dots if (area := ground.holding(dot.at)) is not None}
    named = [(area, row) for row in _rows(block) if (area := ground.area(row.name.plain)) is not None]
    numbers = {area.code: row.values[0] for area, row in named}
    limits = _limits(block, [value for value in numbers.values() if value is not None])
    above = {area.code: area for area, row in named if any(run.lit for run in row.name.runs)}
    if not any(dot.lit for dot in dots) and (one := ground.area(block.highlight)) is not None:
        above[one.code] = one
    found = ground.drawn(block, holding, numbers)
    every = [*found, *(area for code, area in above.items() if code not in {area.code for area in found})]
    shades = [_shade(area, ground, numbers, limits, holding, above) for area in every]
    shades.sort(key=lambda shade: shade.lit)  # Its border lies over its neighbours'.
    return Shown(tuple(shades), dots, limits, tuple([(area.name, row.values[0]) for area, row in named]))


def _rows(block: Map) -> tuple:  # type: ignore[type-arg]
    return () if block.values is None else block.values.rows


def _dot(spot: Spot, block: Map, ground: Ground) -> Dot:
    at = ground.at(spot)
    name = spot.name.plain
    lit = block.highlight is not None and block.highlight in (name, spot.code)
    return Dot(name, (round(at[0]), round(at[1])), lit or any(run.lit for run in spot.name.runs))


def _shade(
    area: Area,
    ground: Ground,
    numbers: dict[str, float | None],
    limits: tuple[float, ...],
    holding: set[str],
    lit: dict[str, Area],
) -> Shade:
    value = numbers.get(area.code)
    tone = None if value is None else sum(value >= limit for limit in limits)
    holds = not numbers and area.code in holding
    return Shade(area=area, rings=ground.outline(area), tone=tone, holds=holds, lit=area.code in lit)


def _limits(block: Map, values: list[float]) -> tuple[float, ...]:
    """Where tones begin: as given, or so that each has as many areas (quantiles), at numbers that are there."""
    if block.limits or not values:
        return block.limits if values else ()
    different = sorted(set(values))
    count = min(MOST_TONES, len(different))
    ordered = sorted(values)
    found = {ordered[len(ordered) * at // count] for at in range(1, count)}
    return tuple(sorted(found - {different[0]}))
