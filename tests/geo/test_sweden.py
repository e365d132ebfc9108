"""The map of Sweden: all counties and municipalities, whole, beside each other, where they are."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from deckmotor.geo import sweden as module
from deckmotor.geo.projection import projected
from deckmotor.geo.sweden import Ring, areas, county_at, inside, sweden

LARGEST = 150_000
"""Bytes."""

KNOWN = {
    "Norrbottens län": 97_200, "Gotlands län": 3_100, "Skåne län": 11_000, "Västra Götalands län": 23_800,
    "Dalarnas län": 28_000,
}  # fmt: skip
"""Land of counties in square kilometres, as Statistics Sweden has it."""


def area(ring: Ring) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise((*ring, ring[0]))) / 2


def test_it_is_whole_and_small() -> None:
    assert (len(sweden().counties), len(sweden().municipalities)) == (21, 290)
    assert (Path(module.__file__).parent / "sweden.json").stat().st_size < LARGEST


def test_names_and_codes_are_of_one_area_each() -> None:
    assert len(areas()) == 2 * (21 + 290)
    assert {one.code[:2] for one in sweden().municipalities} == {one.code for one in sweden().counties}


@pytest.mark.parametrize(("name", "known"), KNOWN.items())
def test_counties_are_as_large_as_they_are(name: str, known: int) -> None:
    measured = sum(map(area, sweden().outline(areas()[name]))) / 1e6
    assert measured == pytest.approx(known, rel=0.12)


def test_a_municipality_stands_inside_itself_and_its_county() -> None:
    for one in sweden().municipalities:
        at = sweden().middle(one)
        assert sum(inside(at, ring) for ring in sweden().outline(one)) % 2, one.name
        county = county_at(at)
        assert county is not None and county.code == one.code[:2], one.name


def test_neighbours_share_their_borders() -> None:
    used = Counter(arc for one in sweden().municipalities for ring in one.rings for arc in ring)
    assert max(used.values()) == 1
    shared = sum(-1 - arc in used for arc in used if arc >= 0)
    assert shared > len(sweden().arcs) * 0.6


def test_a_county_is_the_sum_of_its_municipalities() -> None:
    for county in sweden().counties:
        parts = [one for one in sweden().municipalities if one.code[:2] == county.code]
        whole = sum(area(ring) for one in parts for ring in sweden().outline(one))
        assert sum(map(area, sweden().outline(county))) == pytest.approx(whole, rel=0.002)


@pytest.mark.parametrize(
    ("latitude", "longitude", "east", "north"),
    [
        (66.0, 24.0, 907_351.982, 7_349_217.668),
        (55.0, 12.75, 356_083.438, 6_097_106.672),
        (60.0, 15.0, 500_000.0, 6_651_411.190),
    ],
)
def test_the_projection_is_as_proj_has_it(latitude: float, longitude: float, east: float, north: float) -> None:
    assert projected(latitude, longitude) == pytest.approx((east, north), abs=0.01)
