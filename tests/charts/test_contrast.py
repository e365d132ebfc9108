"""Names and values of lines can be read on the page in every theme, whatever the colour of their line (WCAG 2.2, 1.4.3)."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.color import contrast
from deckmotor.scene.page import ChartItem, TextItem, inside
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES, THEMES

DECK = b"""title: Linjer
slides:
  - title: Lutning
    chart: {slope: {A: {F: 120, E: 142}, B: {F: 41, E: 52}, C: {F: 17, E: 18}}, highlight: B}
  - title: Linjer
    chart: {line: {"2023": {A: 214, B: 187, C: 99}, "2024": {A: 209, B: 201, C: 80}}}
"""


@pytest.mark.parametrize("theme", THEMES)
def test_words_at_lines_can_be_read(theme: str) -> None:
    scene = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": DECK}), "deck.yaml", theme=theme).compose().scene
    assert scene is not None
    papers = {layout.name: layout.background.rgb for layout in scene.layouts}
    said = []
    for page in scene.pages:
        for chart in (item for item in page.items if isinstance(item, ChartItem)):
            texts = [item for item in inside(chart.drawing) if isinstance(item, TextItem)]
            said += [(run, papers[page.layout]) for text in texts for part in text.paragraphs for run in part.runs]
    assert {"A", "B", "C"} <= {run.text for run, _ in said}
    assert [run.text for run, paper in said if contrast(run.style.color.rgb, paper) < 4.5] == []
