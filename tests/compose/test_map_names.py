"""Names on maps: never over each other, a dot or the edge, on generated maps and on real ones."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.build import Pipeline
from deckmotor.compose.kinds.map.names import Named, placed
from deckmotor.edition import BASE
from deckmotor.geo.sweden import names
from deckmotor.scene.page import GroupItem, ShapeItem, TextItem
from deckmotor.style import Box
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

AREA = Box(100, 200, 4_000_000, 6_000_000)
DOTS = st.builds(
    Named,
    x=st.integers(AREA.x, AREA.right),
    y=st.integers(AREA.y, AREA.bottom),
    radius=st.integers(60_000, 110_000),
    width=st.integers(200_000, 1_500_000),
    height=st.just(213_360),
)


def meet(one: Box, other: Box) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(DOTS, min_size=1, max_size=14), st.booleans())
def test_names_never_meet(dots: list[Named], legend: bool) -> None:
    taken = [Box(AREA.x, AREA.y, 900_000, 1_200_000)] if legend else []
    boxes = placed(dots, AREA, taken)
    if boxes is None:
        return
    assert len(boxes) == len(dots)
    assert not any(meet(one, other) for one, other in combinations((*boxes, *taken), 2))
    for at, box in enumerate(boxes):
        assert AREA.x <= box.x and box.right <= AREA.right and AREA.y <= box.y and box.bottom <= AREA.bottom
        others = [Box(dot.x - dot.radius, dot.y - dot.radius, 2 * dot.radius, 2 * dot.radius) for dot in dots]
        assert not any(meet(box, other) for number, other in enumerate(others) if number != at)


def test_one_name_has_room_anywhere_inside() -> None:
    for x in range(AREA.x, AREA.right, 500_000):
        for y in range(AREA.y + 300_000, AREA.bottom - 300_000, 500_000):
            assert placed([Named(x, y, 80_000, 900_000, 213_360)], AREA, []) is not None


@settings(max_examples=6, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from(names("municipality")), min_size=1, max_size=8, unique=True),
    st.sampled_from(("", "bullets: [Ett]")),
)
def test_names_on_real_maps(towns: list[str], beside: str) -> None:
    deck = f"title: A\nlanguage: sv\nslides:\n  - title: B\n    {beside}\n    map: {{places: [{', '.join(towns)}]}}\n"
    composed = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").compose(BASE)
    codes = [one.code for one in composed.problems]
    assert composed.scene is not None and codes in ([], ["map-crowded"])
    if codes:
        return
    group = next(item for item in composed.scene.pages[0].items if isinstance(item, GroupItem))
    assert group.box.x >= 0 and group.box.bottom <= composed.scene.height
    assert all(isinstance(item, ShapeItem | TextItem) for item in group.items)
    texts = [item for item in group.items if isinstance(item, TextItem)]
    assert [item.paragraphs[0].runs[0].text for item in texts] == towns
    assert [len(item.paragraphs[0].lines) for item in texts] == [1] * len(towns)
    dots = [item for item in group.items if isinstance(item, ShapeItem) and item.outline == "ellipse"]
    boxes = [*(item.box for item in texts), *(item.box for item in dots)]
    for at, item in enumerate(texts):
        others = [box for number, box in enumerate(boxes) if number not in (at, at + len(texts))]
        assert not any(meet(item.box, other) for other in others)
