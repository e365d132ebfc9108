"""Places of a map, and what must hold of a map: names that there are, positions in Sweden, values of one level."""

import re
from collections.abc import Callable
from math import dist
from typing import Any

from deckmotor.geo.projection import Centre, projected
from deckmotor.geo.sweden import Ring, areas, inside, names, outline_of, sweden
from deckmotor.messages import nearest
from deckmotor.model.data import Data, Datum, Outlines, Places, Spot
from deckmotor.model.figures import Map
from deckmotor.model.numbers import number
from deckmotor.model.reading import FAILED, Kind, Reading, wrong_type
from deckmotor.model.text import Text, TextRun
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.span import Span

SOUTH, NORTH, WEST, EAST = 55.0, 69.5, 10.5, 24.5
"""Sweden in degrees. Latitudes and longitudes have nothing in common, so either may be written first."""

NEAR_SWEDEN, NEAR_OWN = 45_000.0, 0.1
"""How far from the land of a map a place may lie: metres from Sweden's; a share of the longer side of other maps."""

MOST = 60
"""Places on a map; more have no room for their names."""

TO_PLACES = "places"
"""The word that zooms to the places."""

ALL = "none"
"""The word that zooms to nothing: all of Sweden is shown."""


class PlacesKind(Kind, frozen=True):
    """Names with their positions, or a list of municipalities, whose positions are known."""

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return "a list of municipalities, or names with their positions"

    def hints(self, node: Node) -> tuple[str, ...]:
        """How they are written."""
        return ("write `[Kalix, Motala]`, or for instance `{Storforsen: [65.85, 20.40]}`",)

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A Places, or FAILED."""
        if type(node) is Mapping and node.entries:
            spots = [_spot(name, value, reading) for name, value in node.entries]
        elif type(node) is Sequence and node.items:
            spots = [_municipality(one, self, reading) for one in node.items]
        else:
            return wrong_type(node, of, self, reading)
        if len(spots) > MOST:
            return reading.report("wrong-length", node.span, of=of, expected=f"at most {MOST} places", found=len(spots))
        if FAILED in spots:
            return FAILED
        for at, spot in enumerate(spots):
            if spot.name.plain in [other.name.plain for other in spots[:at]]:
                return reading.report("map-twice", spot.span, name=shortened(spot.name.plain))
        return Places(tuple(spots), node.span)


class OutlinesKind(Kind, frozen=True):
    """Areas that loading has put in place of their file (`load.outlines`)."""

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return "a file with areas"

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """An Outlines, or FAILED."""
        entries = node.entries if type(node) is Mapping else ()
        if len(entries) < 2 or entries[0][0].text:
            return wrong_type(node, of, self, reading)
        latitude, longitude = map(float, _words(entries[0][1]))
        return Outlines((latitude, longitude), tuple([(name.text, _rings(value)) for name, value in entries[1:]]))


def _rings(value: Node) -> tuple[tuple[tuple[int, int], ...], ...]:
    text = value.text if type(value) is Scalar else ""
    return tuple([tuple(_points([int(one) for one in ring.split()])) for ring in text.split(";")])


def _points(numbers: list[int]) -> list[tuple[int, int]]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _words(value: Node) -> list[str]:
    return value.text.split() if type(value) is Scalar else []


def _municipality(node: Node, kind: Kind, reading: Reading) -> Any:
    """A place that is a municipality, by its name or code."""
    if type(node) is not Scalar:
        return wrong_type(node, "a place", kind, reading)
    area = areas().get(node.text.strip())
    if area is None or area.at is None:
        hints = _meant(node.text.strip(), names("municipality"))
        return reading.report("map-unknown", node.span, hints, name=shortened(node.text))
    return Spot(_text(area.name, node.span), None, area.code, node.span)


def _meant(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The area that a name probably means: its own with a word that says what it is, or without one; or the nearest."""
    short = re.fullmatch(r"(?:Region )?(.+?)(?:s?(?: kommun| stad))?", name)
    plain = short[1] if short else name
    ways = (plain, plain.removesuffix("s"), f"{plain} län", f"{plain}s län")
    meant = next((way for way in ways if way in known), None)
    return nearest(name, known) if meant is None else (f"did you mean `{meant}`?",)


def _spot(name: Scalar, value: Node, reading: Reading) -> Any:
    """A place with its position; without one it is a municipality."""
    if type(value) is Scalar and (value.is_null or not value.text.strip()):
        return _municipality(name, PlacesKind(), reading)
    parts = value.items if type(value) is Sequence else ()
    found = [number(part.text) if type(part) is Scalar else None for part in parts]
    known = [one for one in found if one is not None]
    if len(found) == len(known) == 2 and abs(known[0]) <= 90 and abs(known[1]) <= 180:
        return Spot(_text(" ".join(name.text.split()), name.span), (known[0], known[1]), "", value.span)
    return reading.report("map-position", value.span, name=shortened(name.text))


def map_rule(block: Map, node: Node, reading: Reading) -> None:
    """What is lit and zoomed to is there; values are numbers of counties, or of municipalities; limits rise."""
    spots = [] if block.places is None else [spot.name.plain for spot in block.places.spots]
    if block.areas is not None:
        _check_own(block, block.areas, spots, node, reading)
        return
    for spot in () if block.places is None else block.places.spots:
        if spot.position is not None and not is_swedish(spot.position):
            reading.report("map-position", spot.span, name=shortened(spot.name.plain))
        elif spot.position is not None:
            _check_near(spot, projected(max(spot.position), min(spot.position)), _sweden(), NEAR_SWEDEN, reading)
    if block.highlight is not None and block.highlight not in spots and block.highlight not in areas():
        hints = _meant(block.highlight, (*spots, *names("municipality"), *names("county")))
        reading.report("map-unknown", _place(node, "highlight"), hints, name=shortened(block.highlight))
    if block.zoom is not None:
        _check_zoom(block, block.zoom, node, reading)
    if block.values is not None:
        _check_values(block, reading)
    _check_limits(block, node, reading)


def is_swedish(position: tuple[float, float]) -> bool:
    """Whether a place may be in Sweden, whichever of its degrees is written first."""
    return SOUTH <= max(position) <= NORTH and WEST <= min(position) <= EAST


def _sweden() -> list[Ring]:
    return [ring for county in sweden().counties for ring in outline_of(county.code)]


def _check_near(spot: Spot, at: tuple[float, float], rings: list[Ring], near: float, reading: Reading) -> None:
    """A place is on the map, or as near to it, in metres, as the sea around it."""
    point = round(at[0]), round(at[1])
    if sum(inside(point, ring) for ring in rings) % 2:
        return
    away = min(dist(point, corner) for ring in rings for corner in ring)
    if away > near:
        reading.report("map-away", spot.span, name=shortened(spot.name.plain), away=f"{round(away / 1000):,}")


def _check_own(block: Map, own: Outlines, spots: list[str], node: Node, reading: Reading) -> None:
    """What is named on a map of one's own is there; places have their positions."""
    names = own.names
    centre, rings = Centre(*own.centre), [ring for _, rings in own.areas for ring in rings]
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    near = NEAR_OWN * max(max(xs) - min(xs), max(ys) - min(ys))
    for spot in () if block.places is None else block.places.spots:
        if spot.position is None:
            reading.report("map-place", spot.span, name=shortened(spot.name.plain))
        else:
            _check_near(spot, centre.projected(*spot.position), rings, near, reading)
    for key, name, known in (("highlight", block.highlight, (*spots, *names)), ("zoom", block.zoom, (*names, TO_PLACES))):
        if name is not None and name not in known:
            reading.report("map-area", _place(node, key), nearest(name, known), name=shortened(name))
    if block.values is not None:
        _check_rows(block.values, lambda name: name if name in names else None, names, "map-area", reading)
    _check_limits(block, node, reading)


def _check_limits(block: Map, node: Node, reading: Reading) -> None:
    if any(one >= following for one, following in zip(block.limits, block.limits[1:], strict=False)):
        reading.report("map-limits", _place(node, "limits"))


def _check_rows(data: Data, known: Callable[[str], str | None], names: tuple[str, ...], code: str, reading: Reading) -> None:
    """Each area is there, once, with one number; and some have one."""
    seen: set[str] = set()
    for row in data.rows:
        name = row.name.plain
        area = known(name)
        if area is None:
            reading.report(code, row.name.span, _meant(name, names), name=shortened(name))
        elif area in seen:
            reading.report("map-twice", row.name.span, name=shortened(area))
        elif len(row.values) != 1:
            reading.report("wrong-length", row.span, of=f"`{shortened(name)}`", expected="1 number", found=len(row.values))
        else:
            seen.add(area)
    if all(value is None for row in data.rows for value in row.values):
        reading.report("chart-empty", data.span, key="values")


def _check_zoom(block: Map, zoom: str, node: Node, reading: Reading) -> None:
    area = areas().get(zoom)
    if zoom == TO_PLACES and block.places is None:
        reading.report("missing-key", node.span, of="a map that zooms to its places", keys="`places:`")
    elif zoom not in (TO_PLACES, ALL) and (area is None or area.level != "county"):
        reading.report("map-zoom", _place(node, "zoom"), _meant(zoom, names("county")), name=shortened(zoom))


def _check_values(block: Map, reading: Reading) -> None:
    assert block.values is not None
    every = (*names("county"), *names("municipality"))
    _check_rows(block.values, _known, every, "map-unknown", reading)
    levels: dict[str, Datum] = {}
    for row in block.values.rows:
        area = areas().get(row.name.plain)
        if area is not None and levels.setdefault(area.level, row) is row and len(levels) > 1:
            reading.report("map-levels", row.name.span, name=shortened(row.name.plain))
            return


def _known(name: str) -> str | None:
    """The name of a county or municipality, which may be given by its code."""
    area = areas().get(name)
    return None if area is None else area.name


def _place(node: Node, key: str) -> Span:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.span if value else node.span


def _text(name: str, span: Span) -> Text:
    return Text(runs=(TextRun(text=name),), span=span)
