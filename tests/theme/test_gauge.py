"""The gauge of section pages: a part for each section, none of which touches another."""

from itertools import pairwise

import pytest

from deckmotor.color import Color
from deckmotor.scene.page import PathShape
from deckmotor.span import Span
from deckmotor.theme.gauge import Gauge, Ring, Row, Way
from deckmotor.theme.read import read_theme
from deckmotor.workspace import DiskWorkspace
from tests.built import ROOT, THEMES

DONE, NOW, COMING = Color("111111"), Color("222222"), Color("333333")
SHAPES: list[Ring | Row | Way] = [
    Ring(1_000_000, 1_000_000, 900_000, 600_000, 207, 126, 2.6, 30),
    Row(0, 0, 9_000_000, 100_000, 80_000, 9_000_000),
    Way(0, 0, 9_000_000, 0, 10_000),
]


def bounds(shape: PathShape) -> tuple[int, int]:
    across = [int(x) for command in shape.commands for x in command[1::2]]
    return min(across), max(across)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 2, 5, 8, 40])
def test_each_section_has_its_part_and_this_one_lies_on_top(shape: Ring | Row | Way, count: int) -> None:
    gauge = Gauge(shape, DONE, NOW, COMING)
    for place in {1, (count + 1) // 2, count}:
        drawn = gauge.shapes(place, count, "s/gauge")
        assert sorted(int(part.name.rpartition("-")[2]) for part in drawn) == list(range(1, count + 1))
        fills = [part.fill for part in sorted(drawn, key=lambda part: int(part.name.rpartition("-")[2]))]
        assert fills == [DONE] * (place - 1) + [NOW] + [COMING] * (count - place)
        assert drawn[-1].fill == NOW


@pytest.mark.parametrize("count", [2, 5, 40])
def test_the_parts_of_a_row_fill_it_and_leave_gaps(count: int) -> None:
    parts = [bounds(part) for part in Gauge(SHAPES[1], DONE, NOW, COMING).shapes(count, count, "s/gauge")]
    assert (parts[0][0], parts[-1][1]) == (0, 9_000_000)
    assert all(one[1] < other[0] for one, other in pairwise(parts))


def test_without_a_colour_sections_before_and_after_are_not_drawn() -> None:
    assert [part.fill for part in Gauge(SHAPES[2], None, NOW, None).shapes(2, 4, "s/gauge")] == [NOW]


@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("name", THEMES)
def test_no_gauge_and_no_motif_of_a_loud_page_touches_its_texts(name: str, size: str) -> None:
    theme, _ = read_theme(DiskWorkspace(ROOT), name, size, Span(""))
    assert theme is not None
    assert theme.gauge is not None
    for layout_name in ("section", "section-lead"):
        layout = theme.layout(layout_name)
        assert layout is not None
        texts = [slot.box for slot in layout.slots]
        for place in (1, 2, 3, 4):
            shape = next(part for part in theme.gauge.shapes(place, 4, "s/gauge") if part.name == f"s/gauge-{place}")
            points = [(int(x), int(y)) for command in shape.commands for x, y in zip(command[1::2], command[2::2], strict=True)]
            inside = [(x, y) for x, y in points for box in texts if box.x < x < box.right and box.y < y < box.bottom]
            assert inside == [], (layout_name, place)


@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("name", ["motor", "natt", "punkt"])
def test_titles_of_loud_pages_end_well_before_what_is_drawn_beside_them(name: str, size: str) -> None:
    theme, _ = read_theme(DiskWorkspace(ROOT), name, size, Span(""))
    assert theme is not None and theme.gauge is not None
    for layout in (one for one in theme.layouts if one.name in ("cover", "section", "section-lead", "closing")):
        title = layout.slot("title")
        assert title is not None
        parts = theme.gauge.shapes(1, 4, "s/gauge") if layout.name.startswith("section") else ()
        shapes = [*(shape for shape in layout.decoration if isinstance(shape, PathShape)), *parts]
        pairs = [pair for shape in shapes for one in shape.commands for pair in zip(one[1::2], one[2::2], strict=True)]
        points = [(int(x), int(y)) for x, y in pairs]
        beside = [x for x, y in points if title.box.y < y < title.box.bottom and x > title.box.x]
        assert min(beside, default=theme.width) >= title.box.right + theme.width // 40, layout.name


@pytest.mark.parametrize("count", [1, 2, 4, 13])
def test_a_trace_is_one_mark_no_wider_than_its_part_and_begins_where_its_section_does(count: int) -> None:
    trace = Gauge(Row(0, 0, 9_000_000, 100_000, 80_000, 500_000), None, NOW, None)
    marks = [bounds(trace.shapes(place, count, "s/trace")[0]) for place in range(1, count + 1)]
    assert [left for left, _ in marks] == [round(9_080_000 * place / count) for place in range(count)]
    assert all(right - left <= 500_000 for left, right in marks)
