"""GeoJSON, anybody's: areas that keep their borders, and a plain reason where there are none, in bounded time."""

import json
import time
from typing import Any

import pytest

from deckmotor.geo.geojson import MOST_POINTS, MOST_SHOWN, NoMapError, drawn


def feature(name: Any, *rings: Any, kind: str = "Polygon") -> dict[str, Any]:
    return {"type": "Feature", "properties": {"name": name}, "geometry": {"type": kind, "coordinates": rings}}


def collection(*features: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


SQUARE = [[15, 60], [16, 60], [16, 61], [15, 61], [15, 60]]

HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "not even JSON"),
    "broken off": (collection(feature("A", SQUARE))[:-9], "not even JSON"),
    "not a number": (collection(feature("A", SQUARE)).replace(b"15", b"NaN"), "not even JSON"),
    "a huge number": (collection(feature("A", SQUARE)).replace(b"15", b"1e300"), "not in degrees"),
    "too deep": (b"[" * 1_000_000, "nested too deeply"),
    "deep coordinates": (
        b'{"type":"Feature","geometry":{"type":"Polygon","coordinates":' + b"[" * 100_000,
        "nested too deeply",
    ),
    "null": (b"null", "no features"),
    "text": (b'"x"', "no features"),
    "features that are none": (b'{"type":"FeatureCollection","features":[1,null,"x",[]]}', "no features"),
    "features of a text": (b'{"type":"FeatureCollection","features":"abc"}', "no features"),
    "topology": (b'{"type":"Topology","objects":{}}', "TopoJSON"),
    "points only": (collection(feature("A", 15, 60, kind="Point")), "without areas"),
    "coordinates of a text": (
        collection({**feature("A"), "geometry": {"type": "Polygon", "coordinates": "x"}}),
        "without areas",
    ),
    "a ring of two": (collection(feature("A", SQUARE[:2])), "three points"),
    "a ring of texts": (collection(feature("A", ["a", "b", "c"])), "no longitude"),
    "truth values": (collection(feature("A", [[True, False]] * 3)), "no longitude"),
    "metres": (collection(feature("A", [[600_000, 6_500_000]] * 3)), "not in degrees"),
    "no names": (collection({**feature("A", SQUARE), "properties": [1]}), "no names"),
    "two of one name": (collection(feature("A", SQUARE), feature("B", SQUARE), feature("A", SQUARE)), "its features 1 and 3"),
    "too many areas": (collection(*(feature(f"A{at}", SQUARE) for at in range(501))), "501 areas"),
    "too many corners": (collection(feature("A", SQUARE * (MOST_POINTS // 5 + 1))), "corners"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_map_is_told(name: str) -> None:
    data, reason = HOSTILE[name]
    start = time.process_time()
    with pytest.raises(NoMapError, match=reason):
        drawn(data, "")
    assert time.process_time() - start < 3


def test_neighbours_keep_their_border_and_islands_too_small_to_see_go() -> None:
    jagged = [[15 + at / 4_000, 60 + (at % 2) / 900] for at in range(4_001)]
    south = [*jagged, [16, 59], [15, 59], [15, 60]]
    north = [*jagged[::-1], [15, 61], [16, 61], [16, 60]]
    speck = [[15.5, 59.5], [15.5001, 59.5], [15.5, 59.5001]]
    features = [feature("S", south), feature("N", north), feature("S", speck)]
    for made in features:
        made["properties"]["code"] = made["properties"]["name"] * 2  # The same is said of both parts of an area.
    found = drawn(collection(*features), "name")
    (name, (one,)), (_, (other,)) = found.areas
    assert name == "S"
    assert len(one) + len(other) <= MOST_SHOWN
    shared = set(one) & set(other)
    assert len(shared) > 100
    assert [len(set(ring) - shared) for ring in (one, other)] == [2, 2]  # Its two other corners.


def test_rings_run_one_way_whatever_the_file_says() -> None:
    hole = [[15.4, 60.4], [15.6, 60.4], [15.6, 60.6], [15.4, 60.6]]
    made = [
        drawn(collection(feature("A", outer, inner)), "") for outer in (SQUARE, SQUARE[::-1]) for inner in (hole, hole[::-1])
    ]
    for found in made:
        ((_, (outer, inner)),) = found.areas
        assert area(outer) > 0 > area(inner)


def area(ring: tuple[tuple[int, int], ...]) -> int:
    return sum(a * d - c * b for (a, b), (c, d) in zip(ring, (*ring[1:], ring[0]), strict=True))
