"""Hierarchies: boxes never overlap, no connector runs through one, all are glued; and forty are laid out in an instant."""

import time
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.build import Pipeline
from deckmotor.compose.kinds.hierarchy.tree import Node, placed
from deckmotor.scene.connect import drawn
from deckmotor.scene.page import ConnectorItem, GroupItem, Page, ShapeItem
from deckmotor.style import Box
from deckmotor.units import points
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.compose.test_map_names import meet

AREA = Box(points(54), points(130), points(852), points(320))

Shape = list["Shape"]
"""A box as the boxes below it."""

SHAPES: st.SearchStrategy[Shape] = st.recursive(st.just([]), lambda below: st.lists(below, max_size=4), max_leaves=20)


def nodes(shapes: list[Shape], begin: int = 0) -> tuple[Node, ...]:
    made = []
    at = begin
    for shape in shapes:
        below = nodes(shape, at + 1)
        made.append(Node(at, below))
        at += 1 + sum(map(size, shape))
    return tuple(made)


def size(shape: Shape) -> int:
    return 1 + sum(map(size, shape))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(SHAPES, min_size=1, max_size=3), st.integers(1, 5))
def test_boxes_never_overlap(shapes: list[Shape], hang: int) -> None:
    tree = placed(nodes(shapes), hang, AREA, points(12), lambda at, width: points(16 + at % 3 * 10))
    assert len(tree.spots) == sum(map(size, shapes))
    if min(spot.box.width for spot in tree.spots) <= 0:
        return  # Nothing is set in such places.
    assert not any(meet(one.box, other.box) for one, other in combinations(tree.spots, 2))
    for spot in tree.spots:
        assert AREA.x <= spot.box.x and spot.box.right <= AREA.right
        assert AREA.y <= spot.box.y and spot.box.bottom <= AREA.y + tree.height


def page(hierarchy: str, size: str = "16:9") -> Page:
    deck = f"title: A\nlanguage: sv\nsize: '{size}'\nslides:\n  - {{title: T, hierarchy: {hierarchy}}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor").compose()
    assert made.problems == (), made.problems
    assert made.scene is not None
    return made.scene.pages[0]


def forty() -> str:
    groups = [", ".join(f"Grupp {at}{one}" for one in range(5 if at else 4)) for at in range(5)]
    return f"[Chef: [{', '.join(f'Enhet {at}: [{group}, Del {at}: [A{at}]]' for at, group in enumerate(groups))}]]"


def through(box: Box, begin: tuple[int, int], end: tuple[int, int]) -> bool:
    """Whether a line along an axis runs through the inside of a box."""
    (left, right), (top, bottom) = sorted((begin[0], end[0])), sorted((begin[1], end[1]))
    return left < box.right - 1 and right > box.x + 1 and top < box.bottom - 1 and bottom > box.y + 1


def test_no_line_runs_through_a_box() -> None:
    charts = ("[A: [B: [C, D], E, F: [G]]]", "[A: Ett, B: [C: [D: [E, F], G]], H]", forty())
    for chart, shape in ((chart, shape) for chart in charts for shape in ("16:9", "4:3")):
        (group,) = (item for item in page(chart, shape).items if isinstance(item, GroupItem))
        boxes = {item.name: item for item in group.items if isinstance(item, ShapeItem)}
        lines = [item for item in group.items if isinstance(item, ConnectorItem)]
        assert len(boxes) - len(lines) == (3 if chart.startswith("[A: Ett") else 1)
        for line in lines:
            assert line.begin.item in boxes and line.end.item in boxes
            path = next(iter(drawn(line))).commands
            spots = [(int(one[-2]), int(one[-1])) for one in path]
            said = {name: item for name, item in boxes.items() if item.paragraphs}
            crossed = [name for name, item in said.items() for leg in pairwise(spots) if through(item.box, *leg)]
            assert crossed == [], (chart, line.name)


def test_lines_bend_where_all_programs_bend_them() -> None:
    """In the middle between sides that face each other, else in one corner: LibreOffice bends others as it likes."""
    (group,) = (item for item in page(forty()).items if isinstance(item, GroupItem))
    lines = [item for item in group.items if isinstance(item, ConnectorItem)]
    assert {line.bend for line in lines} == {None, 50_000}
    assert all(line.begin.x < line.end.x and line.begin.y < line.end.y for line in lines if line.bend is None)


def test_forty_boxes_are_laid_out_in_an_instant() -> None:
    one: Shape = [[], [], [], [], [], [[]]]
    other: Shape = [[], [], [], [], [[]]]
    shape: list[Shape] = [[one, one, one, one, other]]
    times = []
    for _ in range(3):
        start = time.process_time()
        for hang in range(4, 0, -1):
            placed(nodes(shape), hang, AREA, points(12), lambda at, width: points(20))
        times.append(time.process_time() - start)
    assert sum(map(size, shape)) == 40
    assert min(times) < 0.05


def test_stacks_begin_higher_where_that_saves_height() -> None:
    """Level below level this is too high at its size, with stacks from the third level on it has room."""
    chart = "[Nämnden: [Lärande: [Förvaltning för utbildning, Kultur: [Vuxnas lärande i kommunen], Kultur i länet]]]"
    chart = chart.replace("Lärande:", "Vuxnas lärande i kommunen:")
    (group,) = (item for item in page(chart).items if isinstance(item, GroupItem))
    boxes = [item for item in group.items if isinstance(item, ShapeItem) and item.paragraphs]
    assert boxes[0].paragraphs[0].style.text.size >= points(20)


def test_words_stand_in_the_middle_where_a_line_leads_to_it_and_begin_together_in_a_stack() -> None:
    (group,) = (
        item
        for item in page("[Chef: [Bibliotek: [Barn, Vuxna], Centrum: [Kurser, Samtal och vägledning], Kultur]]").items
        if isinstance(item, GroupItem)
    )
    said = [item for item in group.items if isinstance(item, ShapeItem) and item.paragraphs]
    boxes = {"".join(run.text for run in box.paragraphs[0].runs): box for box in said}
    middle = {name for name, box in boxes.items() if box.paragraphs[0].style.align == "center"}
    assert middle == {"Chef", "Bibliotek", "Centrum", "Kultur"}
    for name in middle:
        (line,) = boxes[name].paragraphs[0].lines
        assert abs(2 * line.x + line.width - 2 * boxes[name].box.x - boxes[name].box.width) <= points(1)
