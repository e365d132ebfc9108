"""Areas far from the rest of a map: in a frame in no other land, with their places, so that the rest is larger."""

import json

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.page import GroupItem, ShapeItem
from deckmotor.style import Box
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

NEIGHBOURS = "Sverige: 10.5, Norge: 5.5, Danmark: 6, Finland: 5.6"


def shapes(map_of: str, more: str = "", **files: bytes) -> list[ShapeItem]:
    deck = f"title: A\nlanguage: sv\n{more}slides:\n  - {{title: B, map: {map_of}}}\n"
    named = {f"{name}.json": data for name, data in files.items()}
    space = MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode(), **named})
    composed = Pipeline.of(space, "deck.yaml").compose()
    assert composed.problems == ()
    assert composed.scene is not None
    group = next(item for item in composed.scene.pages[0].items if isinstance(item, GroupItem))
    return [item for item in group.items if isinstance(item, ShapeItem)]


def frames(found: list[ShapeItem]) -> list[Box]:
    return [item.box for item in found if item.outline == "rect" and item.fill is None]


def inside(box: Box, whole: Box) -> bool:
    return whole.x <= box.x and whole.y <= box.y and box.right <= whole.right and box.bottom <= whole.bottom


@pytest.mark.parametrize("more", ["size: '4:3'\n", "theme: flik\n"])
def test_iceland_stands_in_a_frame_beside_norway(more: str) -> None:
    alone = shapes(f"{{areas: nordic, values: {{{NEIGHBOURS}}}}}", more)
    found = shapes(f"{{areas: nordic, values: {{{NEIGHBOURS}, Island: 0.4}}}}", more)
    (frame,) = frames(found)
    land = [item.box for item in found if isinstance(item.outline, tuple)]
    (iceland,) = [box for box in land if inside(box, frame)]
    highest = max(box.height for box in land)
    assert highest > 0.7 * max(item.box.height for item in alone)
    assert 0.1 < iceland.height / highest < 0.3
    corners = [
        (command[1], command[2])
        for item in found
        if isinstance(item.outline, tuple) and item.box != iceland
        for command in item.outline
        if len(command) > 2
    ]
    assert not any(frame.x <= int(x) <= frame.right and frame.y <= int(y) <= frame.bottom for x, y in corners)


def test_what_says_nothing_far_away_has_no_frame_and_a_place_takes_its_island_with_it() -> None:
    assert frames(shapes("{areas: nordic, highlight: Norge}")) == []
    found = shapes("{areas: nordic, places: {Reykjavik: [64.15, -21.94], Kalix: [65.85, 23.15]}}")
    (frame,) = frames(found)
    dots = [item.box for item in found if item.outline == "ellipse"]
    assert [inside(dot, frame) for dot in dots].count(True) == 1


def test_the_legend_of_a_map_beside_a_list_leaves_it_room() -> None:
    found = shapes(
        f"{{areas: nordic, values: {{{NEIGHBOURS}}}}}, bullets: [Ett och annat om grannarna, Två, Tre]", "size: '4:3'\n"
    )
    assert max(item.box.height for item in found if isinstance(item.outline, tuple)) > 2_000_000  # A fingertip, beside it.


def test_an_archipelago_stays_as_it_is() -> None:
    rings = [[[x, 60], [x + 1, 60], [x + 1, 61]] for x in range(0, 50, 10)]
    islands = [
        {"properties": {"name": f"Ö{at}"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for at, ring in enumerate(rings)
    ]
    data = json.dumps({"type": "FeatureCollection", "features": islands}).encode()
    assert frames(shapes("{areas: own.json, highlight: Ö1}", own=data)) == []


FEW = "values: {Lund: 3, Lomma: 5}"
LANDS = {"": 33, ", zoom: none": 290, ", highlight: Karlshamn": 38, ", places: [Kiruna]": 290}
"""How many municipalities there are where only two of Skåne's have numbers, by what else the map says."""


@pytest.mark.parametrize(("more", "count"), LANDS.items())
def test_municipalities_that_could_hardly_be_seen_in_all_of_sweden_are_shown_in_their_counties(more: str, count: int) -> None:
    land = [item for item in shapes(f"{{{FEW}{more}}}") if isinstance(item.outline, tuple)]
    assert len(land) == count


def test_a_map_is_of_what_it_shows() -> None:
    said = {}
    for more in ("", ", zoom: none", ", highlight: Karlshamn"):
        deck = f"title: A\nlanguage: sv\nslides:\n  - {{title: B, map: {{{FEW}{more}}}}}\n"
        scene = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").compose().scene
        assert scene is not None
        said[more] = next(item.alt or "" for item in scene.pages[0].items if isinstance(item, GroupItem)).partition(":")[0]
    assert said == {
        "": "Karta över Skåne län",
        ", zoom: none": "Karta över Sverige",
        ", highlight: Karlshamn": "Karta över Blekinge län, Skåne län",
    }
