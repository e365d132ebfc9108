"""Places of a map, and what must hold of a map: names that there are, positions in Sweden, values of one level."""

from typing import Any

from deckmotor.geo.sweden import areas, names
from deckmotor.messages import nearest
from deckmotor.model.blocks import Map
from deckmotor.model.data import Places, Spot
from deckmotor.model.kinds import FAILED, Kind, Reading, wrong_type
from deckmotor.model.numbers import number
from deckmotor.model.text import Text, TextRun
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.span import Span

SOUTH, NORTH, WEST, EAST = 55.0, 69.5, 10.5, 24.5
"""Sweden in degrees. Latitudes and longitudes have nothing in common, so either may be written first."""

MOST = 60
"""Places on a map; more have no room for their names."""

TO_PLACES = "places"
"""The word that zooms to the places."""


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


def _municipality(node: Node, kind: Kind, reading: Reading) -> Any:
    """A place that is a municipality, by its name or code."""
    if type(node) is not Scalar:
        return wrong_type(node, "a place", kind, reading)
    area = areas().get(node.text.strip())
    if area is None or area.at is None:
        return reading.report(
            "map-unknown", node.span, nearest(node.text.strip(), names("municipality")), name=shortened(node.text)
        )
    return Spot(_text(area.name, node.span), None, area.code, node.span)


def _spot(name: Scalar, value: Node, reading: Reading) -> Any:
    """A place with its position; without one it is a municipality."""
    if type(value) is Scalar and (value.is_null or not value.text.strip()):
        return _municipality(name, PlacesKind(), reading)
    parts = value.items if type(value) is Sequence else ()
    found = [number(part.text) if type(part) is Scalar else None for part in parts]
    known = [one for one in found if one is not None]
    if len(found) == len(known) == 2:
        latitude, longitude = max(known), min(known)
        if SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST:
            return Spot(_text(" ".join(name.text.split()), name.span), (latitude, longitude), "", value.span)
    return reading.report("map-position", value.span, name=shortened(name.text))


def map_rule(block: Map, node: Node, reading: Reading) -> None:
    """What is lit and zoomed to is there; values are numbers of counties, or of municipalities; limits rise."""
    spots = [] if block.places is None else [spot.name.plain for spot in block.places.spots]
    if block.highlight is not None and block.highlight not in spots and block.highlight not in areas():
        hints = nearest(block.highlight, (*spots, *names("municipality"), *names("county")))
        reading.report("map-unknown", _place(node, "highlight"), hints, name=shortened(block.highlight))
    if block.zoom is not None:
        _check_zoom(block, block.zoom, node, reading)
    if block.values is not None:
        _check_values(block, reading)
    if any(one >= following for one, following in zip(block.limits, block.limits[1:], strict=False)):
        reading.report("map-limits", _place(node, "limits"))


def _check_zoom(block: Map, zoom: str, node: Node, reading: Reading) -> None:
    area = areas().get(zoom)
    if zoom == TO_PLACES and block.places is None:
        reading.report("missing-key", node.span, of="a map that zooms to its places", keys="`places:`")
    elif zoom != TO_PLACES and (area is None or area.level != "county"):
        reading.report("map-zoom", _place(node, "zoom"), nearest(zoom, names("county")), name=shortened(zoom))


def _check_values(block: Map, reading: Reading) -> None:
    assert block.values is not None
    seen: dict[str, str] = {}
    levels: set[str] = set()
    for row in block.values.rows:
        name = row.name.plain
        area = areas().get(name)
        if area is None:
            reading.report(
                "map-unknown", row.name.span, nearest(name, (*names("county"), *names("municipality"))), name=shortened(name)
            )
        elif area.code in seen:
            reading.report("map-twice", row.name.span, name=shortened(area.name))
        elif len(row.values) != 1:
            reading.report("wrong-length", row.span, of=f"`{shortened(name)}`", expected="1 number", found=len(row.values))
        else:
            seen[area.code] = name
            levels.add(area.level)
            if len(levels) > 1:
                reading.report("map-levels", row.name.span, name=shortened(name))
                return
    if all(value is None for row in block.values.rows for value in row.values):
        reading.report("chart-empty", block.values.span, key="values")


def _place(node: Node, key: str) -> Span:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.span if value else node.span


def _text(name: str, span: Span) -> Text:
    return Text(runs=(TextRun(text=name),), span=span)
