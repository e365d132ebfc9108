"""The map of Sweden, read when a deck first has a map."""

from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct, json

from deckmotor.workspace import read_package_file

Point = tuple[int, int]
"""Metres east and north, SWEREF 99 TM."""

Ring = tuple[Point, ...]
"""A closed line, its first point not said again: anticlockwise around land, clockwise around a lake."""

Level = Literal["county", "municipality"]


class Area(Struct, frozen=True, kw_only=True):
    """A county or a municipality."""

    code: str
    """Of Statistics Sweden: two digits of a county, four of a municipality, whose first two are its county's."""
    name: str
    rings: list[list[int]]
    """The arcs around it; `-1 - n` is arc n backwards."""
    at: tuple[int, int] | None = None
    """A point well inside a municipality, in steps."""

    @property
    def level(self) -> Level:
        """What it is."""
        return "county" if len(self.code) == 2 else "municipality"


class Country(Struct, frozen=True):
    """All of it."""

    step: int
    """Metres between two coordinates."""
    arcs: list[list[int]]
    """Lines between points where areas meet: the first point, and from there the ways from point to point."""
    counties: list[Area]
    municipalities: list[Area]

    def outline(self, area: Area) -> tuple[Ring, ...]:
        """The rings around an area."""
        return tuple([tuple([point for arc in ring for point in self._arc(arc)[:-1]]) for ring in area.rings])

    def middle(self, area: Area) -> Point:
        """A point inside a municipality, where it stands as a place."""
        x, y = area.at or (0, 0)
        return x * self.step, y * self.step

    def _arc(self, number: int) -> list[Point]:
        flat = self.arcs[number if number >= 0 else -1 - number]
        x = y = 0
        points = []
        for at in range(0, len(flat), 2):
            x, y = x + flat[at], y + flat[at + 1]
            points.append((x * self.step, y * self.step))
        return points if number >= 0 else points[::-1]


@cache
def sweden() -> Country:
    """The map."""
    return json.decode(read_package_file("geo/sweden.json"), type=Country)


@cache
def areas() -> dict[str, Area]:
    """Counties and municipalities by name and by code."""
    found = (*sweden().counties, *sweden().municipalities)
    return {key: area for area in found for key in (area.code, area.name)}


@cache
def names(level: Level) -> tuple[str, ...]:
    """The names of all counties, or of all municipalities."""
    return tuple([area.name for area in (sweden().counties if level == "county" else sweden().municipalities)])


@cache
def outline_of(code: str) -> tuple[Ring, ...]:
    """The rings around a county or a municipality."""
    return sweden().outline(areas()[code])


@lru_cache(10_000)
def county_at(point: Point) -> Area | None:
    """The county that a point is in, None at sea."""
    return next((one for one in sweden().counties if sum(inside(point, ring) for ring in outline_of(one.code)) % 2), None)


def inside(point: Point, ring: Ring) -> bool:
    """Whether a point is in a ring."""
    x, y = point
    crossed = False
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
        x1, y1 = x2, y2
    return crossed
