"""GeoJSON (RFC 7946), anybody's, to areas on a plane: simplified, with borders that neighbours share, in bounded work."""

from collections.abc import Iterator
from math import isfinite
from typing import Any

from msgspec import DecodeError, Struct, json

from deckmotor.geo.projection import Centre

MOST_AREAS, MOST_POINTS, MOST_SHOWN = 500, 250_000, 8_000
"""Areas of a map; corners that a file may have; and those that are shown."""

FINEST, COARSEST = 2_000, 60
"""Steps of the grid that corners are moved to, along the longer side of a map: from here down, until there are few enough."""

NAMES = ("name", "namn", "NAME", "Name", "NAMN", "navn", "nimi")
"""Properties that are taken as names where none is said."""

Point = tuple[int, int]
Ring = tuple[Point, ...]
Degrees = list[tuple[float, float]]


class NoMapError(Exception):
    """A file that is no map of areas: why, in plain words, after "it is"."""

    def __init__(self, reason: str, *hints: str) -> None:
        super().__init__(reason)
        self.reason, self.hints = reason, hints


class Drawn(Struct, frozen=True):
    """Areas on a plane."""

    centre: Centre
    areas: tuple[tuple[str, tuple[Ring, ...]], ...]
    """By name, in the order of the file: rings in metres, land anticlockwise."""


def drawn(data: bytes, named: str) -> Drawn:
    """The areas of a file, under the property `named`, or one that usually is their name. Raises NoMapError."""
    features = _features(data)
    key = named or next((one for one in NAMES if any(one in _properties(feature) for feature in features)), "")
    if not key or not any(key in _properties(feature) for feature in features):
        there = sorted({str(one) for feature in features[:50] for one in _properties(feature)})[:12]
        wanted = f"a map whose areas have no `{named}`" if named else "a map whose areas have no names"
        hints = (f"say which of these is their name: `areas: {{file: …, name: …}}`: {', '.join(there)}",) if there else ()
        raise NoMapError(wanted, *hints)
    shapes: dict[str, list[Degrees]] = {}
    said: dict[str, list[tuple[int, dict[str, Any]]]] = {}
    count = 0
    for number, feature in enumerate(features, 1):
        name = " ".join(str(_properties(feature).get(key) or "").split())
        said.setdefault(name, []).append((number, _properties(feature)))
        for ring in _rings(feature.get("geometry")):
            count += len(ring)
            if count > MOST_POINTS:
                raise NoMapError(
                    f"a map of more than {MOST_POINTS:,} corners", "simplify it first, at mapshaper.org for instance"
                )
            if name:
                shapes.setdefault(name[:100], []).append(ring)
    if not shapes:
        raise NoMapError("GeoJSON without areas: none of its features is a polygon")
    if len(shapes) > MOST_AREAS:
        raise NoMapError(f"a map of {len(shapes):,} areas, and a slide shows {MOST_AREAS} at most")
    _check_twins({name: said[name] for name in said if name in shapes}, key)
    return _on_plane(shapes)


def _check_twins(said: dict[str, list[tuple[int, dict[str, Any]]]], key: str) -> None:
    """Two areas of one name can't be told apart by it."""
    from deckmotor.geo.twins import twins  # Only for areas of a file: most maps are of Sweden.

    for name, features in said.items():
        found = twins(features, key)
        if found is None:
            continue
        numbers, apart, values = found
        where = f"{', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
        if apart:
            there = " and ".join([f"`{one}`" for one in values])
            how = f"`areas: {{file: …, name: {apart}}}` tells them apart: there they are {there}"
        else:
            how = "give each a name of its own, or make them one feature (a MultiPolygon) if they are parts of one area"
        raise NoMapError(f"a map with {len(numbers)} areas named `{name}`: its features {where}", how)


# What a file says


def _features(data: bytes) -> list[dict[str, Any]]:
    try:
        found = json.decode(data)
    except RecursionError as error:
        raise NoMapError("nested too deeply to be GeoJSON") from error
    except (DecodeError, UnicodeDecodeError) as error:
        raise NoMapError("no GeoJSON: it is not even JSON, or it breaks off") from error
    if isinstance(found, dict) and found.get("type") == "Topology":
        raise NoMapError("TopoJSON", "save it as GeoJSON, at mapshaper.org for instance")
    listed = found.get("features") if isinstance(found, dict) and found.get("type") == "FeatureCollection" else [found]
    features = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    if not features or not any(isinstance(one.get("geometry"), dict) for one in features):
        raise NoMapError("no GeoJSON: it has no features with a geometry")
    return features


def _properties(feature: dict[str, Any]) -> dict[str, Any]:
    found = feature.get("properties")
    return found if isinstance(found, dict) else {}


def _rings(geometry: Any) -> Iterator[Degrees]:
    """The rings of a polygon or of several: land anticlockwise and holes clockwise, whichever way the file has them."""
    if not isinstance(geometry, dict):
        return
    kind, inside = geometry.get("type"), geometry.get("coordinates")
    polygons = [inside] if kind == "Polygon" else inside if kind == "MultiPolygon" else []
    for polygon in polygons if isinstance(polygons, list) else []:
        for number, ring in enumerate(polygon if isinstance(polygon, list) else []):
            points = [_point(one) for one in ring] if isinstance(ring, list) else []
            if len(points) < 3:
                raise NoMapError("GeoJSON with a ring that is no list of three points or more")
            is_left = sum(a * d - c * b for (a, b), (c, d) in zip(points, [*points[1:], points[0]], strict=True)) > 0
            yield points if is_left == (number == 0) else points[::-1]


def _point(one: Any) -> tuple[float, float]:
    if not isinstance(one, list) or len(one) < 2 or not all(type(part) in (int, float) for part in one[:2]):
        raise NoMapError("GeoJSON with a point that is no longitude and latitude")
    if not all(isfinite(part) for part in one[:2]) or abs(one[0]) > 180 or abs(one[1]) > 90:
        raise NoMapError("a map that is not in degrees", "save it with longitudes and latitudes (WGS 84, EPSG:4326)")
    return float(one[0]), float(one[1])


# On the plane


def _on_plane(shapes: dict[str, list[Degrees]]) -> Drawn:
    """The areas around their middle, moved to the finest grid on which they have few enough corners."""
    every = [point for rings in shapes.values() for ring in rings for point in ring]
    west, east = min(x for x, _ in every), max(x for x, _ in every)
    south, north = min(y for _, y in every), max(y for _, y in every)
    centre = Centre(round((south + north) / 2, 4), round((west + east) / 2, 4))
    plane = {name: [[centre.projected(y, x) for x, y in ring] for ring in rings] for name, rings in shapes.items()}
    flat = [point for rings in plane.values() for ring in rings for point in ring]
    across = max(max(at) - min(at) for at in zip(*flat, strict=True))
    steps = FINEST
    while True:
        unit = max(across / steps, 1.0)
        found = {name: _coarse(rings, unit) for name, rings in plane.items()}
        if steps <= COARSEST or sum(len(ring) for rings in found.values() for ring in rings) <= MOST_SHOWN:
            return Drawn(centre, tuple(found.items()))
        steps = steps * 3 // 4


def _coarse(rings: list[list[tuple[float, float]]], unit: float) -> tuple[Ring, ...]:
    """Rings with their corners on a grid, as neighbours have theirs; smaller islands are left out."""
    made = []
    for ring in rings:
        spots = [(round(round(x / unit) * unit), round(round(y / unit) * unit)) for x, y in ring]
        kept = [spot for at, spot in enumerate(spots) if spot != spots[at - 1]]
        kept = [spot for at, spot in enumerate(kept) if not _straight(kept[at - 1], spot, kept[(at + 1) % len(kept)])]
        if len(kept) > 2:
            made.append(tuple(kept))
    if made:
        return tuple(made)
    x, y = (round(part) for part in max(rings, key=len)[0])
    half = round(unit)
    return (((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)),)


def _straight(before: Point, at: Point, after: Point) -> bool:
    """Whether a corner is none."""
    (a, b), (c, d) = (at[0] - before[0], at[1] - before[1]), (after[0] - at[0], after[1] - at[1])
    return a * d == b * c and a * c + b * d > 0
