"""What a map stands on: Sweden, or areas of one's own. Lengths are metres."""

from collections.abc import Sequence
from functools import cache, cached_property
from math import dist
from typing import Protocol

from deckmotor.geo.projection import Centre, projected
from deckmotor.geo.sweden import Area, Point, Ring, areas, county_at, inside, outline_of, sweden
from deckmotor.model.data import Outlines, Spot
from deckmotor.model.figures import Map
from deckmotor.model.places import TO_PLACES

Bounds = tuple[int, int, int, int]
"""West, south, east and north ends."""

APART = 0.15
"""How far from all areas that say something one is left out that says nothing: a share of the map's longer side."""

NEAR = 0.02
"""How far from an area a place may lie that is taken as in it: a share of the map's longer side."""


SMALL = 0.5
"""How high counties are together, over all of Sweden, that are shown alone where only municipalities of theirs have numbers."""


class Ground(Protocol):
    """Areas on a plane."""

    def area(self, name: str | None) -> Area | None:
        """The area of a name, or of a code."""

    def outline(self, area: Area) -> tuple[Ring, ...]:
        """The rings around it."""

    def holding(self, point: Point) -> Area | None:
        """The area that a point is in; of Sweden the county."""

    def at(self, spot: Spot) -> tuple[float, float]:
        """Where a place is."""

    def drawn(self, block: Map, holding: set[str], numbers: dict[str, float | None]) -> list[Area]:
        """The areas that are drawn, where those of some codes hold places."""


class Sweden:
    """Counties, or municipalities where they have numbers or one county is all there is."""

    def area(self, name: str | None) -> Area | None:
        """The county or municipality of a name or code."""
        return areas().get(name or "")

    def outline(self, area: Area) -> tuple[Ring, ...]:
        """The rings around it."""
        return outline_of(area.code)

    def holding(self, point: Point) -> Area | None:
        """The county that a point is in."""
        return county_at(point)

    def at(self, spot: Spot) -> tuple[float, float]:
        """Where a place is: latitudes are larger than longitudes here, so either may be written first."""
        if spot.position is None:
            return sweden().middle(areas()[spot.code])
        return projected(max(spot.position), min(spot.position))

    def drawn(self, block: Map, holding: set[str], numbers: dict[str, float | None]) -> list[Area]:
        """The areas that are drawn."""
        country, zoomed = sweden(), self.area(block.zoom)
        only = {zoomed.code} if zoomed is not None else holding if block.zoom == TO_PLACES else None
        if block.zoom is None and numbers and all(len(code) == 4 for code in numbers):
            lit = self.area(block.highlight)
            only = self._small({code[:2] for code in numbers} | holding | ({lit.code[:2]} if lit is not None else set()))
        by_municipality = any(len(code) == 4 for code in numbers) or (zoomed is not None and not numbers)
        if zoomed is not None and by_municipality:
            return [*_of_county(zoomed.code)]
        kept = country.municipalities if by_municipality else country.counties
        return [area for area in kept if only is None or area.code[:2] in only]

    def _small(self, counties: set[str]) -> set[str] | None:
        """Counties that are a small part of the land, in which some of their municipalities could hardly be seen; else None."""
        (_, low, _, high), (_, south, _, north) = (
            around([bounds_of(outline_of(code)) for code in codes])
            for codes in (counties, [one.code for one in sweden().counties])
        )
        return counties if high - low < SMALL * (north - south) else None


@cache
def _of_county(code: str) -> tuple[Area, ...]:
    """The municipalities of a county, found once for all the decks whose maps show it."""
    return tuple([area for area in sweden().municipalities if area.code[:2] == code])


class Own:
    """Areas of a file; their names are their codes."""

    def __init__(self, outlines: Outlines) -> None:
        self.rings = dict(outlines.areas)
        self.centre = Centre(*outlines.centre)

    @cached_property
    def all(self) -> dict[str, Area]:
        """By name."""
        return {name: Area(code=name, name=name, rings=[]) for name in self.rings}

    def area(self, name: str | None) -> Area | None:
        """The area of a name."""
        return self.all.get(name or "")

    def outline(self, area: Area) -> tuple[Ring, ...]:
        """The rings around it."""
        return self.rings[area.name]

    def holding(self, point: Point) -> Area | None:
        """The area that a point is in, or whose shore is near: a small island may have been simplified away."""
        found = next((one for one in self.all.values() if sum(inside(point, ring) for ring in self.rings[one.name]) % 2), None)
        return found or self.all.get(self._near(point))

    def _near(self, point: Point) -> str:
        every = [(dist(point, spot), name) for name, rings in self.rings.items() for ring in rings for spot in ring]
        xs, ys = zip(*(spot for rings in self.rings.values() for ring in rings for spot in ring), strict=True)
        away, name = min(every)
        return name if away < NEAR * max(max(xs) - min(xs), max(ys) - min(ys)) else ""

    def at(self, spot: Spot) -> tuple[float, float]:
        """Where a place is."""
        assert spot.position is not None, "places of other maps have positions"
        return self.centre.projected(*spot.position)

    def drawn(self, block: Map, holding: set[str], numbers: dict[str, float | None]) -> list[Area]:
        """The areas that are drawn."""
        only = None if block.zoom is None else {block.zoom} if block.zoom in self.rings else holding
        if not only:
            telling = {*numbers, *holding}
            only = self._near_to({*telling, block.highlight or ""}) if telling else set(self.rings)
        return [area for name, area in self.all.items() if name in only]

    def _near_to(self, telling: set[str]) -> set[str]:
        """The areas that say something, and those that don't lie far from all of these, as Iceland does from its neighbours."""
        boxes = {name: bounds_of(rings) for name, rings in self.rings.items()}
        near = telling.intersection(boxes)
        found = True
        while near and found:
            west, south, east, north = around([boxes[name] for name in near])
            far = APART * max(east - west, north - south)
            wider = (west - far, south - far, east + far, north + far)
            found = bool(more := {name for name, box in boxes.items() if name not in near and meet(box, wider)})
            near |= more
        return near or set(boxes)


def bounds_of(rings: tuple[Ring, ...]) -> Bounds:
    """Of some rings."""
    xs, ys = zip(*(spot for ring in rings for spot in ring), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def around(boxes: Sequence[Bounds]) -> Bounds:
    """Of several together."""
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return min(wests), min(souths), max(easts), max(norths)


def meet(one: Bounds, other: tuple[float, float, float, float]) -> bool:
    """Whether two have a point in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def ground_of(block: Map) -> Ground:
    """What a map stands on."""
    return Sweden() if block.areas is None else Own(block.areas)
