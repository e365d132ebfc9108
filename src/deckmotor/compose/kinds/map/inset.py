"""Areas that lie far from the rest of a map, moved nearer in a frame of their own, so that the rest is drawn larger.

They keep their scale. Lengths are metres; bounds are west, south, east and north ends.
"""

from collections.abc import Iterator, Sequence
from math import ceil, dist, hypot

from msgspec.structs import replace

from deckmotor.compose.kinds.map.ground import Bounds, around, bounds_of, meet
from deckmotor.compose.kinds.map.shown import Shade, Shown
from deckmotor.geo.sweden import Point, Ring, inside
from deckmotor.style import Box

FAR = 0.07
"""How far from all others an area lies that is moved: a share of the map's longer side."""

GAIN = 1.15
"""So many times larger the rest has to become."""

MOST = 3
"""Frames on a map; what needs more is an archipelago, and stays as it is."""

PAD, CLEAR = 0.03, 0.015
"""Between areas and their frame, and a frame and the land outside: shares of the longer side of the rest."""

STEPS = 32
"""Places along each side of the rest where a frame is tried."""

HIGHER, AWAY = 2.0, 0.3
"""What it weighs that a map grows higher, beside wider, and that a frame stands elsewhere than its areas lie."""


def roomier(map_of: Shown, box: Box) -> Shown:
    """The map for a place on the page: with what lies far away in frames, if the rest is then clearly larger."""
    nearer = _with_frames(map_of)
    return nearer if _scale(nearer.extent, box) >= GAIN * _scale(map_of.extent, box) else map_of


def _scale(extent: Bounds, box: Box) -> float:
    west, south, east, north = extent
    return min(box.width / (east - west), box.height / (north - south))


def _with_frames(map_of: Shown) -> Shown:
    boxes = [bounds_of(shade.rings) for shade in map_of.shades]
    groups = _groups(boxes, FAR * _longer(map_of.extent))
    groups.sort(key=lambda group: (len(group), _longer(around([boxes[at] for at in group]))), reverse=True)
    if not 1 < len(groups) <= MOST + 1:
        return map_of
    extent = around([boxes[at] for at in groups[0]])
    longer = _longer(extent)
    rings = [ring for at in groups[0] for ring in map_of.shades[at].rings]
    shades, dots = list(map_of.shades), list(map_of.dots)
    frames: list[Bounds] = []
    telling = [group for group in groups if _tells(map_of, [map_of.shades[at] for at in group])]
    silent = {at for group in groups[1:] if telling and group not in telling for at in group}
    for group in (group for group in groups[1:] if silent.isdisjoint(group)):
        whole = _wider(around([boxes[at] for at in group]), PAD * longer)
        shift = _shift(whole, extent, [*rings, *map(_ring, frames)], longer)
        for at in group:
            shades[at] = replace(shades[at], rings=_moved(shades[at], shift))
        dots = [replace(dot, at=_by(dot.at, shift)) if _holds(whole, dot.at) else dot for dot in dots]
        frames.append(_shifted(whole, shift))
        extent = around([extent, frames[-1]])
    kept = tuple([shade for at, shade in enumerate(shades) if at not in silent])
    return replace(map_of, shades=kept, dots=tuple(dots), frames=tuple(frames))


def _tells(map_of: Shown, shades: Sequence[Shade]) -> bool:
    """Whether some areas have a number, are lit or hold a place."""
    whole = around([bounds_of(shade.rings) for shade in shades])
    holds = any(_holds(whole, dot.at) for dot in map_of.dots)
    return holds or any(shade.lit or shade.holds or shade.tone is not None for shade in shades)


def _groups(boxes: Sequence[Bounds], far: float) -> list[list[int]]:
    """The areas, by their numbers, in groups that lie further than `far` from each other."""
    groups: list[list[int]] = []
    for at, box in enumerate(boxes):
        near = [group for group in groups if any(meet(boxes[other], _wider(box, far)) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(one for group in near for one in group), at])
    return groups


# Where a frame stands


def _shift(whole: Bounds, extent: Bounds, rings: Sequence[Ring], longer: float) -> Point:
    """How far areas are moved east and north: to where no land is, the map grows least, and near to where they lie."""
    cell = longer / (2 * STEPS)
    solid = {(int(x // cell), int(y // cell)) for ring in rings for x, y in _along(ring, cell)}
    tried = sorted((_cost(shift, whole, extent, longer), shift) for shift in _shifts(whole, extent, longer / STEPS))
    for _, shift in tried:
        west, south, east, north = _wider(_shifted(whole, shift), CLEAR * longer)
        columns, rows = range(int(west // cell), int(east // cell) + 1), range(int(south // cell), int(north // cell) + 1)
        middle = round((west + east) / 2), round((south + north) / 2)
        if not any((x, y) in solid for x in columns for y in rows) and not any(inside(middle, ring) for ring in rings):
            return shift
    return 0, 0


def _shifts(whole: Bounds, extent: Bounds, step: float) -> Iterator[Point]:
    """Ways to each place of a frame around and within the rest of the map."""
    wide, high = whole[2] - whole[0], whole[3] - whole[1]
    columns = range(ceil((extent[2] - extent[0] + 2 * wide) / step) + 1)
    rows = range(ceil((extent[3] - extent[1] + 2 * high) / step) + 1)
    for column in columns:
        for row in rows:
            west, south = extent[0] - wide + column * step, extent[1] - high + row * step
            yield round(west - whole[0]), round(south - whole[1])


def _cost(shift: Point, whole: Bounds, extent: Bounds, longer: float) -> float:
    grown = around([extent, _shifted(whole, shift)])
    wider = (grown[2] - grown[0]) / (extent[2] - extent[0]) - 1
    higher = (grown[3] - grown[1]) / (extent[3] - extent[1]) - 1
    return wider + HIGHER * higher + AWAY * hypot(*shift) / longer


# On the plane


def _longer(extent: Bounds) -> int:
    return max(extent[2] - extent[0], extent[3] - extent[1])


def _wider(bounds: Bounds, by: float) -> Bounds:
    west, south, east, north = bounds
    return round(west - by), round(south - by), round(east + by), round(north + by)


def _shifted(bounds: Bounds, shift: Point) -> Bounds:
    west, south, east, north = bounds
    return west + shift[0], south + shift[1], east + shift[0], north + shift[1]


def _by(point: Point, shift: Point) -> Point:
    return point[0] + shift[0], point[1] + shift[1]


def _moved(shade: Shade, shift: Point) -> tuple[Ring, ...]:
    return tuple([tuple([_by(point, shift) for point in ring]) for ring in shade.rings])


def _holds(bounds: Bounds, point: Point) -> bool:
    return bounds[0] <= point[0] <= bounds[2] and bounds[1] <= point[1] <= bounds[3]


def _ring(bounds: Bounds) -> Ring:
    west, south, east, north = bounds
    return (west, south), (east, south), (east, north), (west, north)


def _along(ring: Ring, step: float) -> Iterator[tuple[float, float]]:
    """Points along a ring, no further apart than a step."""
    before = ring[-1]
    for point in ring:
        parts = max(1, ceil(dist(before, point) / step))
        for part in range(parts):
            share = part / parts
            yield before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share
        before = point
