"""Outlines by their name, and the way of connectors: the same in our drawing as in the file that PowerPoint reads."""

import itertools
from math import cos, pi, sin
from typing import Literal, get_args
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from deckmotor.export.pptx import write
from deckmotor.ooxml.names import DRAWING
from deckmotor.scene.connect import bounds, drawn, glued
from deckmotor.scene.page import ConnectorItem, End, Preset, ShapeItem
from deckmotor.scene.presets import outline, rectangle, sites, text_area
from deckmotor.style import Box, Line
from tests.export import natives, sample
from tests.export.package import find_all, opened, tree

PLACE = Box(1_000_000, 2_000_000, 1_800_000, 900_000)
PRESETS: tuple[Preset, ...] = get_args(Preset)
LINE = Line(color=sample.BRAND, width=12_700)
KINDS: tuple[Literal["straight", "elbow", "curved"], ...] = ("straight", "elbow", "curved")


def shape(preset: Preset, *adjust: int) -> ShapeItem:
    return ShapeItem(name="s/shape", box=PLACE, outline=preset, adjust=adjust)


def points_of(item: ShapeItem) -> list[tuple[int, int]]:
    numbers = [[int(number) for number in command[1:]] for command in outline(item)]
    return [pair for row in numbers for pair in zip(row[::2], row[1::2], strict=True)]


@pytest.mark.parametrize("preset", PRESETS)
def test_an_outline_fills_its_box_and_holds_its_text_and_sites(preset: Preset) -> None:
    item = shape(preset)
    xs, ys = zip(*points_of(item), strict=True)
    assert (min(xs), min(ys), max(xs), max(ys)) == (PLACE.x, PLACE.y, PLACE.right, PLACE.bottom)
    area = text_area(item)
    assert PLACE.x <= area.x < area.right <= PLACE.right
    assert PLACE.y <= area.y < area.bottom <= PLACE.bottom
    assert len(sites(item)) == {"ellipse": 8, "triangle": 6}.get(preset, 4)
    assert len(set(sites(item))) == len(sites(item))


@pytest.mark.parametrize(
    ("preset", "adjust", "left", "top", "right", "bottom"),
    [
        ("rect", (), 0, 0, 0, 0),
        ("roundRect", (), 43_934, 43_934, 43_934, 43_934),
        ("roundRect", (50_000,), 131_800, 131_800, 131_800, 131_800),
        ("ellipse", (), 263_604, 131_802, 263_604, 131_802),
        ("diamond", (), 450_000, 225_000, 450_000, 225_000),
        ("triangle", (), 450_000, 450_000, 450_000, 0),
        ("triangle", (20_000,), 180_000, 450_000, 720_000, 0),
        ("chevron", (), 450_000, 0, 450_000, 0),
        ("homePlate", (), 0, 0, 225_000, 0),
        ("rightArrow", (), 0, 225_000, 225_000, 225_000),
    ],
)
def test_text_stands_as_far_inside_as_drawingml_says(
    preset: Preset, adjust: tuple[int, ...], left: int, top: int, right: int, bottom: int
) -> None:
    """By hand from the `rect` of each definition: the box is 1,800,000 by 900,000."""
    area = text_area(shape(preset, *adjust))
    found = (area.x - PLACE.x, area.y - PLACE.y, PLACE.right - area.right, PLACE.bottom - area.bottom)
    assert found == pytest.approx((left, top, right, bottom), abs=2)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("adjust", [-5, 0, 30_000, 50_000, 100_000, 10_000_000])
def test_no_adjust_value_leads_outside_of_the_box(preset: Preset, adjust: int) -> None:
    if preset in ("rect", "ellipse", "diamond"):
        return
    inside = [PLACE.x <= x <= PLACE.right and PLACE.y <= y <= PLACE.bottom for x, y in points_of(shape(preset, adjust))]
    assert all(inside)


def test_a_path_of_its_own_is_drawn_as_it_is() -> None:
    item = ShapeItem(name="s/path", box=PLACE, outline=rectangle(PLACE))
    assert outline(item) == rectangle(PLACE)
    assert sites(item) == sites(shape("rect"))


# Connectors


DIRECTIONS = list(itertools.product((-2_000_001, 0, 3_000_000), (-1_000_000, 0, 700_001)))
BENDS = (None, 50_000, 20_000, 130_000)


def connector(
    kind: Literal["straight", "elbow", "curved"], across: int, down: int, *, upright: bool, bend: int | None
) -> ConnectorItem:
    begin, end = End(x=4_000_000, y=3_000_000), End(x=4_000_000 + across, y=3_000_000 + down)
    return ConnectorItem(name="s/line", kind=kind, begin=begin, end=end, upright=upright, bend=bend, line=LINE)


def written(item: ConnectorItem) -> ElementTree.Element:
    data = write(sample.scene(sample.page("s", "T", item, number=1)))
    (found,) = find_all(tree(opened(data), "ppt/slides/slide1.xml"), ".//p:cxnSp")
    return found


def way_in_file(element: ElementTree.Element) -> list[tuple[float, float]]:
    """The corners of an elbow as the file's preset has them: drawn in its own box, flipped, then turned about its middle."""
    (place,) = find_all(element, ".//a:xfrm")
    off, ext = place
    x, y, width, height = (int(one.attrib[name]) for one, name in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy")))
    geometry = element.find(f".//{{{DRAWING}}}prstGeom")
    assert geometry is not None
    bend = [int(guide.attrib["fmla"].removeprefix("val ")) for guide in geometry.iter(f"{{{DRAWING}}}gd")]
    match geometry.attrib["prst"]:
        case "straightConnector1":
            corners = [(0.0, 0.0), (width, height)]
        case "bentConnector2":
            corners = [(0.0, 0.0), (width, 0.0), (width, height)]
        case _:
            middle = width * bend[0] / 100_000
            corners = [(0.0, 0.0), (middle, 0.0), (middle, height), (width, height)]
    turn = int(place.get("rot", "0")) / 60_000 * pi / 180
    found = []
    for a, b in corners:
        u, v = a - width / 2, b - height / 2
        u, v = (-u if place.get("flipH") else u), (-v if place.get("flipV") else v)
        found.append((x + width / 2 + u * cos(turn) - v * sin(turn), y + height / 2 + u * sin(turn) + v * cos(turn)))
    return found


@pytest.mark.parametrize("kind", ["straight", "elbow"])
@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize("bend", BENDS)
def test_the_way_in_the_file_is_the_way_that_is_drawn(
    kind: Literal["straight", "elbow"], *, upright: bool, bend: int | None
) -> None:
    for across, down in DIRECTIONS:
        item = connector(kind, across, down, upright=upright, bend=bend)
        (path,) = drawn(item)
        ours = [(float(command[1]), float(command[2])) for command in path.commands]
        theirs = way_in_file(written(item))
        assert [(abs(a - c) < 2, abs(b - d) < 2) for (a, b), (c, d) in zip(ours, theirs, strict=True)] == [(True, True)] * len(
            ours
        )


@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize("bend", BENDS)
def test_a_curve_begins_and_ends_where_an_elbow_does_and_bends_where_it_bends(*, upright: bool, bend: int | None) -> None:
    for across, down in DIRECTIONS:
        elbow, curve = (next(drawn(connector(kind, across, down, upright=upright, bend=bend))) for kind in KINDS[1:])
        assert (elbow.commands[0], elbow.commands[-1][1:]) == (curve.commands[0], curve.commands[-1][-2:])
        if bend is not None:
            (_, one_x, one_y), (_, two_x, two_y) = elbow.commands[1:3]
            middle = ((int(one_x) + int(two_x)) // 2, (int(one_y) + int(two_y)) // 2)
            assert all(abs(int(a) - b) <= 1 for a, b in zip(curve.commands[1][-2:], middle, strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_arrowheads_point_along_the_line_and_touch_its_end(kind: Literal["straight", "elbow", "curved"]) -> None:
    for across, down in DIRECTIONS:
        item = connector(kind, across, down, upright=False, bend=50_000)
        item = replace(item, begin=replace(item.begin, arrow=True), end=replace(item.end, arrow=True))
        line, first, last = drawn(item)
        assert (first.commands[0][1:], last.commands[0][1:]) == ((item.begin.x, item.begin.y), (item.end.x, item.end.y))
        assert line.line == LINE
        assert line.fill is None
        assert first.fill == last.fill == LINE.color
        if across and down:
            assert line.commands[0][1:] != first.commands[0][1:]


def test_glue_leaves_a_shape_at_its_site() -> None:
    left, right = natives.shape("s/a", PLACE, "rect"), natives.shape("s/b", replace(PLACE, x=6_000_000, y=4_000_000), "ellipse")
    across = glued("s/1", (left, 3), (right, 2), LINE, "elbow")
    corner = glued("s/2", (left, 3), (right, 0), LINE, "elbow")
    down = glued("s/3", (left, 2), (right, 0), LINE, "elbow", arrow=False)
    assert [(one.upright, one.bend) for one in (across, corner, down)] == [(False, 50_000), (False, None), (True, 50_000)]
    assert (across.begin.x, across.begin.y, across.begin.item) == (*sites(left)[3], "s/a")
    assert (across.end.x, across.end.y, across.end.item, across.end.site) == (*sites(right)[2], "s/b", 2)
    assert (across.end.arrow, down.end.arrow, across.begin.arrow) == (True, False, False)
    assert bounds(across) == Box(left.box.right, PLACE.y + 450_000, 6_000_000 - left.box.right, 2_000_000)
