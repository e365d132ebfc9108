"""Flows: boxes and labels never meet, no arrow runs through a box, all are glued; forty boxes are laid out in an instant."""

import time
from collections import Counter
from itertools import combinations, pairwise
from random import Random

import pytest

from deckmotor.browsed import presentation
from deckmotor.build import Pipeline
from deckmotor.compose.kinds.flow.folded import folded, laid_in_rows
from deckmotor.compose.kinds.flow.laid import Laid, Sizes, laid
from deckmotor.compose.kinds.flow.layers import Link, planned
from deckmotor.compose.kinds.flow.stops import stops
from deckmotor.export.pptx import write
from deckmotor.importer import read_finished
from deckmotor.scene.connect import drawn
from deckmotor.scene.page import ConnectorItem, GroupItem, Page, ShapeItem
from deckmotor.scene.presets import sites
from deckmotor.style import Box
from deckmotor.units import points
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.compose.test_hierarchies import through
from tests.compose.test_map_names import meet

LABEL = (points(40), points(16))


def graph(random: Random) -> tuple[int, list[Link]]:
    """Up to forty boxes, most arrows on and some back, a third of them with labels, each box met by one at least."""
    boxes = random.randint(2, 40 if random.random() < 0.3 else 16)
    ends = {(random.randrange(at), at) for at in range(1, boxes)}
    for _ in range(random.randint(0, boxes // 2)):
        begin, end = sorted(random.sample(range(boxes), 2))
        ends.add((begin, end) if random.random() < 0.7 else (end, begin))
    return boxes, [Link(begin, end, random.random() < 0.3) for begin, end in sorted(ends)]


def sizes(links: list[Link], long: int, wide: int) -> Sizes:
    labels = tuple(LABEL if link.labelled else None for link in links)
    return Sizes(long=long, wide=wide, labels=labels, row=points(12), length=points(850))


@pytest.mark.parametrize("seed", range(6))
def test_boxes_labels_and_arrows_keep_clear_of_each_other(seed: int) -> None:
    random = Random(seed)
    for _ in range(50):
        count, links = graph(random)
        used = sizes(links, points(random.choice((30, 90))), points(random.choice((24, 70))))
        made = laid(planned(count, links), used)
        boxes = [Box(*spot, used.long, used.wide) for spot in made.boxes]
        labels = [Box(*spot, *LABEL) for spot in made.labels if spot is not None]
        assert len(labels) == sum(link.labelled for link in links)
        assert not any(meet(one, other) for one, other in combinations((*boxes, *labels), 2))
        assert all(min(box.x, box.y) >= 0 and box.bottom <= made.wide + 1 for box in (*boxes, *labels))
        check_ways(links, made, boxes)


@pytest.mark.parametrize("rows", [2, 3, 4])
def test_the_same_holds_of_flows_in_rows(rows: int) -> None:
    random = Random(rows)
    seen = 0
    for _ in range(60):
        count, links = graph(random)
        flow = folded(planned(count, links), rows)
        used = sizes(links, points(random.choice((30, 90))), points(random.choice((24, 70))))
        made = None if flow is None else laid_in_rows(flow, used, 3.0)
        if flow is None or made is None:
            continue
        seen += 1
        boxes = [Box(*spot, used.long, used.wide) for spot in made.boxes]
        labels = [Box(*spot, *LABEL) for spot in made.labels if spot is not None]
        assert len(labels) == sum(link.labelled for link in links)
        assert not any(meet(one, other) for one, other in combinations((*boxes, *labels), 2))
        assert all(min(box.x, box.y) >= 0 and box.bottom <= made.wide + 1 for box in (*boxes, *labels))
        check_ways(links, made, boxes)
        across = [label for label, way in zip(made.labels, made.ways, strict=True) if label and way.labelled is not None]
        for label in (Box(*spot, *LABEL) for spot in across):
            own = made.labels.index((label.x, label.y))
            legs = [leg for at, way in enumerate(made.ways) if at != own for leg in pairwise(way.corners)]
            assert not any(through(label, *leg) for leg in legs)
    assert seen > 20


def check_ways(links: list[Link], made: Laid, boxes: list[Box]) -> None:
    """Each arrow begins and ends at its boxes, and no leg of it is in any box."""
    for link, way, label in zip(links, made.ways, made.labels, strict=True):
        begin, end = boxes[link.begin], boxes[link.end]
        (x, y), (far, low) = way.corners[0], way.corners[-1]
        if way.under:
            assert (y, low) == (begin.bottom, end.bottom)
        else:
            assert (x, far) == (begin.right, end.x)
            assert (y, low) == (begin.y + begin.height // 2, end.y + end.height // 2)
        assert not any(through(box, *leg) for box in boxes for leg in pairwise(way.corners)), (link, way)
        met = stops(way, None if label is None else (label[0], label[0] + LABEL[0]))
        assert sum(stop.at is None for stop in met) == link.labelled


def test_forty_boxes_are_laid_out_in_an_instant() -> None:
    links = [Link((at - 1) // 3, at, at % 4 == 0) for at in range(1, 40)] + [Link(at, at - 7) for at in range(9, 39, 4)]
    times = []
    for _ in range(3):
        start = time.process_time()
        laid(planned(40, links), sizes(links, points(90), points(24)))
        times.append(time.process_time() - start)
    assert min(times) < 0.05


# On pages

FLOWS = (
    "[A -> B]",
    "[A -> B -> C -> A, 'B -> D: ja', 'A -> D: nej', D -> E, 'E -> A: om', A -> E]",
    "[A -> B, A -> C, A -> D, B -> E, C -> E, D -> E, 'E -> B: igen', D -> F, F -> C]",
    "[A <-> B, C -> D, 'C -> B: både och']",
)


def page(flow: str, shape: str) -> Page:
    deck = f"title: A\nlanguage: sv\nsize: '{shape}'\nslides:\n  - {{title: T, flow: {flow}}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor").compose()
    assert made.problems == (), made.problems
    assert made.scene is not None
    return made.scene.pages[0]


@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("shape", ["16:9", "4:3"])
def test_connectors_are_glued_where_they_are_drawn_and_run_through_no_box(flow: str, shape: str) -> None:
    (group,) = (item for item in page(flow, shape).items if isinstance(item, GroupItem))
    shapes = {item.name: item for item in group.items if isinstance(item, ShapeItem)}
    boxes = [item for item in shapes.values() if item.outline == "roundRect"]
    assert len(boxes) == len({*filter(str.isupper, flow)})
    for line in (item for item in group.items if isinstance(item, ConnectorItem)):
        for end in (line.begin, line.end):
            assert (end.x, end.y) == sites(shapes[end.item or ""])[end.site]
        assert line.bend in (None, 50_000), "LibreOffice draws no other"
        path = next(iter(drawn(line))).commands
        spots = [(int(one[-2]), int(one[-1])) for one in path]
        assert [box.name for box in boxes for leg in pairwise(spots) if through(box.box, *leg)] == []
    tips = Counter(item.end.item for item in group.items if isinstance(item, ConnectorItem) and item.end.arrow)
    assert set(tips) <= {box.name for box in boxes}
    assert sum(tips.values()) == flow.count("->")


def test_what_leads_to_what_is_a_list_on_a_web_page_and_read_back_from_a_finished_file() -> None:
    deck = "title: A\nlanguage: sv\nslides:\n  - {title: T, flow: ['a -> b: ja', b -> c]}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor").compose()
    assert made.scene is not None
    assert "<li>Flöde: a leder till b (ja)</li><li>b leder till c</li>" in presentation(made.scene).decode()
    finished, _ = read_finished(write(made.scene), "a.pptx")
    assert finished is not None
    assert "Flöde: a leder till b (ja). b leder till c." in [part.alt for part in finished.slides[0].parts]
