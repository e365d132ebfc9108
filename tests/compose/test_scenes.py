"""Whole scenes as readable dumps: what stands where, at which size, broken into which lines."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from deckmotor.scene.page import Page, PictureItem, Scene, Slot, TableItem, TextItem
from deckmotor.style import Box
from deckmotor.theme.grid import MARGIN
from tests.built import THEMES, every_slide, study
from tests.casefile import accepted
from tests.scene.dump import dump

GOLDEN = Path(__file__).parents[1] / "cases" / "compose"


def scene_of(name: str) -> Scene:
    composed = every_slide() if name == "every-slide" else study()
    assert composed.scene is not None, composed.problems
    return composed.scene


@pytest.mark.parametrize("name", ["every-slide", "study"])
def test_dump(name: str, request: pytest.FixtureRequest) -> None:
    file = GOLDEN / f"{name}.scene"
    actual = dump(scene_of(name))
    if request.config.getoption("--accept"):
        accepted(file, actual)
    assert actual == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("deck", ["every-slide", "study"])
def test_everything_stands_inside_its_place(deck: str, theme: str) -> None:
    composed = every_slide(theme=theme) if deck == "every-slide" else study(theme=theme)
    assert composed.problems == ()
    scene = composed.scene
    assert scene is not None
    slots = {layout.name: {slot.name: slot for slot in layout.slots} for layout in scene.layouts}
    for page in scene.pages:
        for item in page.items:
            if isinstance(item, TextItem):
                assert item.height <= item.box.height, (page.id, item.name)
                for line in (line for part in item.paragraphs for line in part.lines):
                    assert item.box.x <= line.x, (page.id, line)
                    assert line.x + line.width <= item.box.right, (page.id, line)
            if isinstance(item, TableItem | PictureItem) and item.slot is not None:
                place = _around(slots[page.layout].values(), slots[page.layout][item.slot].role)
                assert item.box.bottom <= place.bottom, (page.id, item.name)
                assert item.box.right <= max(place.right, scene.width - MARGIN), (page.id, item.name)


def _around(slots: Iterable[Slot], role: str) -> Box:
    """The place of a table, or of all pictures with their captions: which of them is large is for compose to say."""
    boxes = [slot.box for slot in slots if slot.role in (role, "caption")]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)


@pytest.mark.parametrize("theme", THEMES)
def test_slots_of_a_layout_do_not_overlap(theme: str) -> None:
    composed = study(theme=theme)
    assert composed.scene is not None
    for layout in composed.scene.layouts:
        if layout.shade is not None:  # Its words lie on its picture.
            continue
        slots = layout.slots
        pairs = [(a, b) for index, a in enumerate(slots) for b in slots[index + 1 :]]
        assert [(layout.name, a.name, b.name) for a, b in pairs if _overlap(a, b)] == []


def _overlap(a: Slot, b: Slot) -> bool:
    return a.box.x < b.box.right and b.box.x < a.box.right and a.box.y < b.box.bottom and b.box.y < a.box.bottom


def test_reading_order_is_title_then_the_order_of_keys_then_footers() -> None:
    page = _page("numbered")
    assert [item.name.split("/")[1] for item in page.items] == ["title", "lead", "numbered", "footer", "date", "number"]
    left = _page("picture-left")
    assert [item.name.split("/")[1] for item in left.items][:3] == ["title", "picture", "bullets"]


def _page(page_id: str) -> Page:
    return next(page for page in scene_of("every-slide").pages if page.id == page_id)
