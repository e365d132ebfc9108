"""What is looked for in an agenda is larger than what stands beside it: times, and the numerals of a few points."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.page import Scene, TableItem, TextItem
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES, THEMES

DECK = """\
title: T
language: sv
slides:
  - {id: led, title: Dag, agenda: [9.00: Välkomna, {time: 9.15, text: Samtal, by: Åsa Öberg}]}
  - {id: alone, title: Dag, agenda: [9.00: Välkomna, 11.45: Lunch]}
  - {id: few, title: I kväll, agenda: [Läget i dag, Vad vi vill, Vem gör vad]}
  - {id: many, title: Dag, agenda: [a, b, c, d, e, f, g]}
  - {id: table, title: Dag, table: {header: false, rows: [[9.00, Välkomna], [11.45, Lunch]]}}
"""


@pytest.fixture(scope="module", params=THEMES)
def scene(request: pytest.FixtureRequest) -> Scene:
    files = {"deck.yaml": DECK.replace("slides:", f"theme: {request.param}\nslides:", 1).encode(), **THEME_FILES}
    made = Pipeline.of(MemoryWorkspace(files), "deck.yaml").compose()
    assert made.problems == () and made.scene is not None
    return made.scene


def table(scene: Scene, page: str) -> TableItem:
    (found,) = (one for at in scene.pages if at.id == page for one in at.items if isinstance(one, TableItem))
    return found


@pytest.mark.parametrize("page", ["led", "alone"])
def test_times_are_larger_than_points_and_have_what_they_need(scene: Scene, page: str) -> None:
    item = table(scene, page)
    time, point, *names = (cell.paragraphs[0].runs[0].style for cell in item.rows[1])
    assert time.bold and time.size > point.size and time.color != point.color
    assert all(name.color not in (time.color, point.color) for name in names)
    assert item.widths[0] < item.widths[1]


def test_other_tables_are_left_alone(scene: Scene) -> None:
    first, second = (cell.paragraphs[0].runs[0].style for cell in table(scene, "table").rows[0])
    assert first.size == second.size


@pytest.mark.parametrize(("page", "large"), [("few", True), ("many", False)])
def test_few_points_have_large_numerals(scene: Scene, page: str, large: bool) -> None:
    (text,) = (
        one for at in scene.pages if at.id == page for one in at.items if isinstance(one, TextItem) and len(one.paragraphs) > 2
    )
    bullets = [part.style.bullet for part in text.paragraphs]
    assert all(bullet is not None and (bullet.size > 100) == large for bullet in bullets)
