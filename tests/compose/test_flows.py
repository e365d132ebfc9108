"""Flows: boxes and labels never meet, no arrow runs through a box, all are glued; forty boxes are laid out in an instant."""

import time
from collections import Counter
from itertools import combinations, pairwise
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace

from deckmotor.browsed import presentation
from deckmotor.build import Pipeline
from deckmotor.compose import setting
from deckmotor.compose.kinds.flow import texts
from deckmotor.compose.kinds.flow.across import Across
from deckmotor.compose.kinds.flow.folded import folded, laid_in_rows
from deckmotor.compose.kinds.flow.laid import Laid, laid
from deckmotor.compose.kinds.flow.layers import Link, planned
from deckmotor.compose.kinds.flow.legs import legs
from deckmotor.compose.kinds.flow.sizes import NARROW, Sizes
from deckmotor.compose.kinds.flow.stops import stops
from deckmotor.export.pptx import write
from deckmotor.importer import read_finished
from deckmotor.model.flows import Arrow, Flow
from deckmotor.model.text import Name
from deckmotor.scene.connect import drawn
from deckmotor.scene.page import ConnectorItem, GroupItem, Page, ShapeItem
from deckmotor.scene.presets import sites
from deckmotor.span import Span
from deckmotor.style import Box
from deckmotor.units import points
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.compose.test_hierarchies import through
from tests.compose.test_map_names import meet

LABEL = (points(40), points(16))
SPAN = Span("deck.yaml")


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


@pytest.mark.parametrize("most", [2, 3, 5])
def test_the_same_holds_where_layers_are_divided_and_there_is_little_room(most: int) -> None:
    random = Random(most)
    for _ in range(40):
        count, links = graph(random)
        plan = planned(count, links, most)
        assert max(map(len, plan.beside())) <= most
        assert all(plan.depth(one.begin) < plan.depth(one.end) for one, back in zip(links, plan.back, strict=True) if not back)
        used = replace(sizes(links, points(60), points(24)), lines=NARROW, breadth=points(random.choice((150, 300, 600))))
        made = laid(plan, used)
        boxes = [Box(*spot, used.long, used.wide) for spot in made.boxes]
        labels = [Box(*spot, *LABEL) for spot in made.labels if spot is not None]
        assert not any(meet(one, other) for one, other in combinations((*boxes, *labels), 2))
        assert all(min(box.x, box.y) >= 0 and box.bottom <= made.wide + 1 for box in (*boxes, *labels))
        check_ways(links, made, boxes)


def test_the_longest_way_is_first_where_layers_are_divided() -> None:
    """Four that lead nowhere and a chain of four, two beside each other: the chain does not wait for the others."""
    ends = [(0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (5, 6), (6, 7), (7, 8)]
    assert len(planned(9, [Link(*one) for one in ends], 2).beside()) == 5


def test_nothing_stands_further_apart_than_there_is_room_for() -> None:
    """Ten boxes that each lead to three are drawn to their middle; where there is less room, as near as they have to be."""
    links = [Link(0, at) for at in range(1, 5)] + [Link((at - 2) // 3, at) for at in range(5, 17)]
    free = laid(planned(17, links), sizes(links, points(60), points(24)))
    tight = laid(planned(17, links), replace(sizes(links, points(60), points(24)), breadth=points(12 * 24 + 11 * 12)))
    assert tight.wide == points(12 * 24 + 11 * 12)
    assert free.wide >= tight.wide


STRAIGHT = {
    "what is joined to one that leads nowhere": (5, [(0, 1), (1, 2), (2, 3), (1, 4)], [[0, 1, 2, 3]]),
    "past a shorter way": (6, [(0, 1), (1, 2), (2, 3), (3, 4), (1, 5), (5, 4)], [[0, 1, 2, 3, 4]]),
    "two as long stand around it": (6, [(0, 1), (1, 2), (1, 3), (2, 4), (3, 5)], [[0, 1], [2, 4], [3, 5]]),
    "short ways fork around the middle": (5, [(0, 1), (1, 2), (0, 3), (0, 4)], [[1, 2]]),
    "with a way back": (5, [(0, 1), (1, 2), (2, 3), (2, 0), (1, 4)], [[0, 1, 2, 3]]),
}


@pytest.mark.parametrize("name", STRAIGHT)
def test_the_longest_way_is_straight(name: str) -> None:
    count, ends, ways = STRAIGHT[name]
    links = [Link(*one, at % 2 == 0) for at, one in enumerate(ends)]
    made = laid(planned(count, links), sizes(links, points(60), points(24)))
    lines: dict[int, list[int]] = {}
    for box, (_, across) in enumerate(made.boxes):
        lines.setdefault(across, []).append(box)
    assert [way for way in lines.values() if len(way) > 1] == ways


def test_a_way_bends_where_it_would_need_more_room() -> None:
    """Two of the three boxes in a layer stand before it, then two after it."""
    links = [Link(*one) for one in [(0, 1), (0, 2), (0, 3), (3, 4), (4, 5), (5, 6), (4, 7), (4, 8)]]
    used = sizes(links, points(60), points(24))
    free = laid(planned(9, links), used)
    tight = laid(planned(9, links), replace(used, breadth=points(3 * 24 + 2 * 12)))
    assert len({free.boxes[at][1] for at in (0, 3, 4, 5, 6)}) == 1
    assert tight.wide <= points(3 * 24 + 2 * 12) < free.wide


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
        check_lanes(links, made)
    assert seen > 20


@pytest.mark.parametrize("labelled", [False, True])
def test_what_leads_on_to_the_next_row_and_what_leads_back_from_it_lie_beside_each_other(labelled: bool) -> None:
    """Each of the two would have to run above the other."""
    links = [*(Link(at, at + 1) for at in range(7)), Link(7, 0, labelled)]
    flow = folded(planned(8, links), 2)
    made = None if flow is None else laid_in_rows(flow, sizes(links, points(60), points(24)), 3.0)
    assert made is not None
    check_lanes(links, made)


def test_no_arrow_lies_on_another_that_leads_between_the_same_places_crosswise() -> None:
    """The third of these graphs had two such, where all its ways stood straight."""
    random = Random(15)
    for _ in range(3):
        count, links = graph(random)
        used = sizes(links, points(random.choice((30, 90))), points(random.choice((24, 70))))
    flow = folded(planned(count, links), 3)
    made = None if flow is None else laid_in_rows(flow, used, 3.0)
    assert made is not None
    for (one, way), (other, beside) in combinations(zip(links, made.ways, strict=True), 2):
        if one.begin != other.begin and one.end != other.end:
            legs = [(leg, far) for leg in pairwise(way.corners) for far in pairwise(beside.corners)]
            assert not any(along(leg, far, axis) for leg, far in legs for axis in (0, 1)), (one, other)


def check_lanes(links: list[Link], made: Laid) -> None:
    """No arrow from row to row runs along another that has neither end in common with it."""
    ways = [(link, way) for link, way in zip(links, made.ways, strict=True) if way.labelled is not None]
    for (one, way), (other, beside) in combinations(ways, 2):
        if one.begin != other.begin and one.end != other.end:
            legs = [(leg, far) for leg in pairwise(way.corners) for far in pairwise(beside.corners)]
            assert not any(along(leg, far, axis) for leg, far in legs for axis in (0, 1)), (one, other)


Leg = tuple[tuple[int, int], tuple[int, int]]


def along(one: Leg, other: Leg, axis: int) -> bool:
    """Whether two legs lie on one line, on which this axis has one value, and have a part of it in common."""
    if len({corner[axis] for corner in (*one, *other)}) > 1:
        return False
    low, high = (sorted(corner[1 - axis] for corner in leg) for leg in (one, other))
    return max(low[0], high[0]) < min(low[1], high[1])


CHAIN = [(at, at + 1) for at in range(8)]
FOLDS = {
    "the first rows are longest": (7, CHAIN[:6], (), 2, [4, 3]),
    "a label is better within a row": (7, CHAIN[:6], ((3, 4),), 2, [3, 4]),
    "where one arrow leads on, not two": (6, [*CHAIN[:5], (2, 4)], (), 2, [3, 3]),
    "alike in length first": (8, [*CHAIN[:7], (3, 5)], (), 2, [4, 4]),
    "alike in length": (10, [(at, at + 1) for at in range(9)], (), 4, [3, 3, 2, 2]),
    "three rows": (8, CHAIN[:7], (), 3, [3, 3, 2]),
    "shorter by a label in three rows": (8, CHAIN[:7], ((2, 3),), 3, [2, 3, 3]),
    "what stands beside it stays with it": (7, [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 5), (4, 6)], (), 2, [4, 3]),
}


@pytest.mark.parametrize("name", FOLDS)
def test_where_rows_end(name: str) -> None:
    count, ends, labelled, rows, expected = FOLDS[name]
    flow = folded(planned(count, [Link(*one, one in labelled) for one in ends]), rows)
    assert flow is not None and [len(row.boxes) for row in flow.rows] == expected
    assert sorted(box for row in flow.rows for box in row.boxes) == list(range(count))


def test_how_many_arrows_lead_from_row_to_row() -> None:
    chain = [Link(*one) for one in CHAIN]
    for more, rows, expected in ((0, 2, 1), (0, 3, 1), (1, 2, 2), (4, 2, 5)):
        flow = folded(planned(9, [*chain, *(Link(0, at) for at in range(5, 5 + more))]), rows)
        assert flow is not None and flow.between == expected


def test_rows_are_read_like_lines_of_text_where_they_can_be() -> None:
    """Where one arrow leads from each to the next, though others would be larger: what leads back stays in its row."""
    chain = "Samtal -> Kartläggning -> Validering -> Studieplan -> Ansökan -> Antagning -> Introduktion -> Kurs -> Prövning"
    flow = f"[{chain} -> Praktik -> Examen -> Uppföljning, 'Prövning -> Kurs: inte än', 'Antagning -> Studieplan: reservplats']"
    (group,) = (item for item in page(flow, "16:9").items if isinstance(item, GroupItem))
    shapes = [item for item in group.items if isinstance(item, ShapeItem) and item.paragraphs]
    rows = {item.paragraphs[0].runs[0].text: item.box.y for item in shapes}
    assert rows["Prövning"] == rows["Kurs"] > rows["Antagning"] == rows["Studieplan"]


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
    "[A -> B?, 'B? -> C: ja', 'B? -> D: nej', D -> A]",
)


def page(flow: str, shape: str) -> Page:
    return pages(flow, shape)[0]


def pages(flow: str, shape: str, fit: str = "split") -> tuple[Page, ...]:
    deck = f"title: A\nlanguage: sv\nsize: '{shape}'\nslides:\n  - {{title: T, fit: {fit}, flow: {flow}}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor").compose()
    assert made.problems == (), made.problems
    assert made.scene is not None
    return made.scene.pages


@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("shape", ["16:9", "4:3"])
def test_connectors_are_glued_where_they_are_drawn_and_run_through_no_box(flow: str, shape: str) -> None:
    (group,) = (item for item in page(flow, shape).items if isinstance(item, GroupItem))
    shapes = {item.name: item for item in group.items if isinstance(item, ShapeItem)}
    boxes = [item for item in shapes.values() if item.outline == "roundRect" or not isinstance(item.outline, str)]
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


@pytest.mark.parametrize("shape", ["16:9", "4:3"])
@pytest.mark.parametrize(
    ("asks", "corners"), [("Klar?", (4, 6)), ("Har du betyg från en gymnasieskola?", (0, 6)), ("Klar", (0,))]
)
def test_what_asks_has_points_that_keep_clear_of_its_text(asks: str, corners: tuple[int, ...], shape: str) -> None:
    found = page(f"['Anmälan -> {asks}', '{asks} -> Prov: ja', '{asks} -> Samtal: nej', 'Samtal -> Om?']", shape)
    (group,) = (item for item in found.items if isinstance(item, GroupItem))
    boxes = {said(item): item for item in group.items if isinstance(item, ShapeItem) and item.outline != "rect"}
    asked = boxes.pop(asks)
    assert {(box.outline, box.box.width, box.box.height) for box in boxes.values()} == {
        ("roundRect", asked.box.width, asked.box.height)
    }, "one that leads on in one way is a step"
    path = () if isinstance(asked.outline, str) else asked.outline[:-1]
    assert len(path) in corners
    lines = asked.paragraphs[0].lines
    middle = asked.box.y + asked.box.height // 2
    depth = max(sorted(int(x) for _, x, _ in path)[1] - asked.box.x, 1) if path else 1
    for line in lines:
        size = asked.paragraphs[0].runs[0].style.size
        away = max(abs(line.baseline - middle), abs(line.baseline - 0.7 * size - middle))
        assert (asked.box.width - line.width) / 2 > depth * away / (asked.box.height / 2)


def said(item: ShapeItem) -> str:
    return "".join(run.text for part in item.paragraphs for run in part.runs)


STEPS = [
    "Ansökan kommer in", "Registrera ärendet", "Kontrollera uppgifter", "Begär komplettering", "Bedöm behörighet",
    "Bedöm behov", "Rektor beslutar", "Meddela beslut", "Anta eleven", "Avslå ansökan", "Boka samtal", "Kartlägg kunskaper",
    "Gör studieplan", "Välj kurser", "Placera i grupp", "Beställ dator", "Skapa konto", "Välkomstbrev", "Introduktion",
    "Kursstart", "Följ upp", "Anpassa stöd", "Nytt samtal", "Betyg",
]  # fmt: skip
AGAIN = [f"{step} igen" for step in STEPS]
LARGE = {
    "a chain": (8, CHAIN[:7], "16:9", 26),
    "with a way back": (8, [*CHAIN[:7], (5, 2)], "16:9", 18),
    "a narrower page": (8, CHAIN[:7], "4:3", 24),
    "many": (24, [(at, at + 1) for at in range(23)], "16:9", 16),
    "close to each other": (12, [((at - 1) // 2, at) for at in range(1, 12)], "4:3", 16),
    "branches": (24, [((at - 1) // 2, at) for at in range(1, 24)], "16:9", 14),
    "branches on a narrower page": (24, [((at - 1) // 3, at) for at in range(1, 24)], "4:3", 12),
    "forty in a chain": (40, [(at, at + 1) for at in range(39)], "16:9", 12),
    "forty of which many are alike": (40, [((at - 1) // 6, at) for at in range(1, 40)], "16:9", 12),
}
"""By name boxes, arrows, a page, and how large its words are at least, points."""


@pytest.mark.parametrize("name", LARGE)
def test_words_are_large(name: str) -> None:
    count, ends, shape, least = LARGE[name]
    names = [*STEPS, *AGAIN]
    flow = ", ".join(f"{names[begin]} -> {names[end]}" for begin, end in ends)
    (group,) = (item for item in page(f"[{flow}]", shape).items if isinstance(item, GroupItem))
    boxes = [item for item in group.items if isinstance(item, ShapeItem) and item.outline == "roundRect"]
    assert len(boxes) == count
    assert min(run.style.size for box in boxes for run in box.paragraphs[0].runs) >= points(least)


def test_what_leads_to_what_is_a_list_on_a_web_page_and_read_back_from_a_finished_file() -> None:
    deck = "title: A\nlanguage: sv\nslides:\n  - {title: T, flow: ['a -> b: ja', b -> c]}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor").compose()
    assert made.scene is not None
    assert "<li>Flöde: a leder till b (ja)</li><li>b leder till c</li>" in presentation(made.scene).decode()
    finished, _ = read_finished(write(made.scene), "a.pptx")
    assert finished is not None
    assert "Flöde: a leder till b (ja). b leder till c." in [part.alt for part in finished.slides[0].parts]


def test_where_boxes_lead_may_stand_below_their_names() -> None:
    arrows = "arrows: [a -> b, b -> c]"
    below = "nodes: {a: {text: Ett, link: 'https://example.org'}, b: {link: 'https://example.org/b'}, c: Tre}"
    listed = "nodes: [{name: a, text: Ett, link: 'https://example.org'}, {name: b, link: 'https://example.org/b'}, c: Tre]"
    (one,), (other,) = (
        [item for item in page(f"{{{arrows}, {nodes}}}", "16:9").items if isinstance(item, GroupItem)]
        for nodes in (below, listed)
    )
    assert one == other
    assert len({item.link for item in one.items if isinstance(item, ShapeItem) and item.link is not None}) == 2


PARTED = {
    "branches": [((at - 1) // 3, at) for at in range(1, 40)],
    "a chain with ways back": [*((at, at + 1) for at in range(39)), *((at, at - 3) for at in range(4, 40, 5))],
    "what leads anywhere": [*((at // 3, at) for at in range(1, 28)), *((at, at - 11) for at in range(13, 27, 3))],
}


@pytest.mark.parametrize("name", PARTED)
def test_what_can_not_be_read_on_one_page_goes_on_on_further_ones(name: str) -> None:
    """Each arrow stands on one of them, and boxes that stand on several are open on all."""
    names = [*STEPS, *AGAIN]
    flow = f"[{', '.join(f'{names[begin]} -> {names[end]}' for begin, end in PARTED[name])}]"
    found = pages(flow, "4:3")
    groups = [item for one in found for item in one.items if isinstance(item, GroupItem)]
    assert len(groups) == len(found) > 1
    arrows, stand = Counter[tuple[str, str]](), Counter[str]()
    for group in groups:
        boxes = {item.name: item for item in group.items if isinstance(item, ShapeItem) and item.outline == "roundRect"}
        stand.update(map(said, boxes.values()))
        ends = [tuple(one.rpartition(" leder till ")[::2]) for one in group.said]
        arrows.update(((begin.removeprefix("Flöde: "), end) for begin, ends_ in ends for end in ends_.split(", ")))
        assert min(run.style.size for box in boxes.values() for run in box.paragraphs[0].runs) >= points(14)
    assert arrows == Counter((names[begin], names[end]) for begin, end in PARTED[name])
    for group in groups:
        boxes = {said(item): item for item in group.items if isinstance(item, ShapeItem) and item.outline == "roundRect"}
        opened = {text for text, box in boxes.items() if box.line is not None}
        assert opened == {text for text in boxes if stand[text] > 1} - {names[0]}
        strong = {box.fill for text, box in boxes.items() if text == names[0]}
        assert not strong & {box.fill for text, box in boxes.items() if text != names[0]}, "a flow begins once"


def test_a_flow_stands_on_one_page_where_that_is_asked() -> None:
    flow = f"[{', '.join(f'{STEPS[begin]} -> {[*STEPS, *AGAIN][end]}' for begin, end in PARTED['branches'])}]"
    assert len(pages(flow, "16:9", "shrink")) == 1


def test_a_flow_is_cut_where_fewest_boxes_stand_on_both_sides() -> None:
    """Level by level as it is written a tree would be cut through; as it is written where that is no worse."""
    tree = Flow(arrows=tuple(arrow(f"{(at - 1) // 2} -> {at}") for at in range(1, 15)), span=SPAN)
    assert [leg.arrows[0].names[0] for leg in legs(tree)] == ["0", "1", "3", "4", "2", "5", "6"]
    chain = Flow(arrows=(arrow("c -> d"), arrow("a -> b -> c -> a")), span=SPAN)
    assert [leg.arrows[0].names[0] for leg in legs(chain)] == ["c", "a", "b"]
    assert all(len(one.joints) == 1 for leg in legs(chain) for one in leg.arrows)


def arrow(said: str) -> Arrow:
    return Arrow(arrow=Name(said, SPAN), span=SPAN)


def test_rows_with_several_arrows_between_them_are_rows_to_the_eye() -> None:
    """Two boxes a row, close to each other, with ways back through them were larger, and could not be followed."""
    names = [*STEPS, *AGAIN]
    ways = [*((at, at + 1) for at in range(19)), *((at, at - 3) for at in range(4, 20, 5))]
    (found,) = pages(f"[{', '.join(f'{names[begin]} -> {names[end]}' for begin, end in ways)}]", "4:3")
    (group,) = (item for item in found.items if isinstance(item, GroupItem))
    rows = Counter(item.box.y for item in group.items if isinstance(item, ShapeItem) and item.outline == "roundRect")
    assert min(rows.values()) >= 3


def test_what_leads_only_to_each_other_stands_in_a_line_where_there_is_little_room_too() -> None:
    """The middle of all moved once lines were straight, and boxes at the edge stayed where they were."""
    ways = [(0, 1), (0, 7), (0, 10), (1, 2), (1, 5), (2, 3), (2, 4), (2, 9), (3, 6), (3, 8), (4, 10), (5, 8), (7, 9), (10, 11)]
    links = [Link(*one, one in ((2, 3), (4, 10))) for one in ways]
    made = laid(planned(12, links), replace(sizes(links, points(20), points(170)), breadth=points(612)))
    assert made.boxes[10][1] == made.boxes[11][1]


HARD = {
    "small": [*(((at - 1) // 3, at) for at in range(1, 20)), *((at, at - 7) for at in range(9, 19, 4))],
    "branches": [((at - 1) // 3, at) for at in range(1, 40)],
    "a chain": [(at, at + 1) for at in range(39)],
    "no room": [*(((at - 1) // 3, at) for at in range(1, 40)), *((at, at - 7) for at in range(9, 39, 4))],
}


@pytest.mark.parametrize("name", HARD)
def test_the_texts_of_forty_boxes_are_fitted_with_little_work(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: a layout takes two milliseconds, and a text a twentieth of one. It was two to ten times as many."""
    work: Counter[str] = Counter()
    places, set_text = Across.places, setting.set_text

    def counted(name: str, made: Any) -> Any:
        work[name] += 1
        return made

    monkeypatch.setattr(Across, "places", lambda across: counted("layouts", places(across)))
    monkeypatch.setattr(texts, "set_text", lambda *given: counted("texts", set_text(*given)))
    names = [*STEPS, *AGAIN]
    labelled = name == "small"
    flow = ", ".join(f"'{names[begin]} -> {names[end]}{': ja' * (labelled and end % 4 == 0)}'" for begin, end in HARD[name])
    deck = f"title: A\nlanguage: sv\nslides:\n  - {{title: T, flow: [{flow}]}}\n"
    Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor").compose()
    parted = name in ("branches", "no room")  # On two or three pages, each of them tried twice.
    assert work["layouts"] <= (48 if parted else 36)
    assert work["texts"] <= (950 if parted else 1_090 if labelled else 640)
