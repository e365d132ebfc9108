"""Steps in a row and round a circle: what is lit has its bar; words stand on their side of the ring, clear of each other."""

from itertools import pairwise
from math import atan2, pi

import pytest

from deckmotor.build import Pipeline
from deckmotor.compose.kinds.cycle.ring import Ring
from deckmotor.scene.page import Page, ShapeItem, TextItem, inside
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES


def page(typed: str, size: str = "16:9") -> Page:
    deck = f"title: A\nlanguage: sv\nsize: '{size}'\nslides:\n  - {{title: T, {typed}}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor").compose()
    assert made.problems == () and made.scene is not None, made.problems
    return made.scene.pages[0]


def test_the_step_that_is_lit_has_a_bar_above_it_that_says_so() -> None:
    made = page("process: {items: [Söka, Samtala, Börja], highlight: Samtala}")
    (bar,) = (item for item in made.items if isinstance(item, ShapeItem) and item.name.endswith("-lit"))
    (words,) = (item for item in made.items if isinstance(item, TextItem) and "Samtala" in item.paragraphs[-1].text)
    assert bar.alt == "Framhävt: Samtala"
    assert words.box.x <= bar.box.x + bar.box.width // 2 <= words.box.right and bar.box.bottom <= words.box.y


@pytest.mark.parametrize("count", [3, 5, 7, 8])
def test_the_words_of_a_cycle_stand_beside_its_ring_clockwise(count: int) -> None:
    steps = ", ".join(f"{{label: Steg {at}, text: Det som görs i steg {at} av många}}" for at in range(count))
    made = page(f"cycle: [{steps}]")
    texts = [item for item in made.items if isinstance(item, TextItem) and item.paragraphs[0].text.startswith("Steg")]
    ring = [item.box for item in made.items if isinstance(item, ShapeItem) and "-part-" in item.name]
    left, right = min(box.x for box in ring), max(box.right for box in ring)
    order = [item.paragraphs[0].text.split("\n")[0].split("Det")[0].strip() for item in texts]
    assert [name[:6] for name in order] == [f"Steg {at}" for at in range(count)]
    sides = [item.box.x >= right for item in texts]
    assert sides == [at < (count + 1) // 2 for at in range(count)]
    assert all(item.box.x >= right or item.box.right <= left for item in texts)
    foot = next(item.box.y for item in made.items if isinstance(item, TextItem) and item.slot == "number")
    for side in (True, False):
        boxes = sorted((item.box for item, on in zip(texts, sides, strict=True) if on is side), key=lambda box: box.y)
        assert all(one.bottom <= other.y for one, other in pairwise(boxes))
        assert all(box.bottom <= foot for box in boxes)


@pytest.mark.parametrize("count", [3, 4, 8])
def test_a_part_of_a_ring_lies_about_its_middle(count: int) -> None:
    ring = Ring(0, 0, 1_000_000, 700_000, count)
    for at, middle in enumerate(ring.middles):
        spots = [(int(one[-2]), int(one[-1])) for one in ring.part(at) if len(one) > 1]
        turns = [(atan2(x, -y) * 180 / pi - middle + 180) % 360 - 180 for x, y in spots]
        assert abs(min(turns) + max(turns)) < 0.1


LIT = {
    "roadmap": ("{periods: [Q1, Q2], lanes: {A: [{text: Home, from: Q1}, {text: Away, from: Q2}]}%s}", "Away"),
    "flow": ("{arrows: [a -> b, b -> c], nodes: {a: Start, b: Board, c: End}%s}", "Board"),
    "hierarchy": ("{items: [{label: Chief, items: [{label: Left}, {label: Right}]}]%s}", "Right"),
    "comparison": ("{items: [{title: Before, points: [One]}, {title: After, points: [Two]}]%s}", "After"),
    "process": ("{items: [Ask, Try, Tell]%s}", "Try"),
    "cycle": ("{items: [Ask, Try, Tell]%s}", "Try"),
}


@pytest.mark.parametrize("kind", LIT)
def test_what_the_slide_picks_out_is_lit_as_if_its_block_said_so(kind: str) -> None:
    body, name = LIT[kind]

    def grounds(typed: str) -> list[object]:
        return [(item.name, getattr(item, "fill", None)) for item in inside(page(typed).items)]

    own = grounds(f"{kind}: {body % f', highlight: {name}'}")
    assert own != grounds(f"{kind}: {body % ''}")
    assert own == grounds(f"{kind}: {body % ''}, highlight: {name}")
