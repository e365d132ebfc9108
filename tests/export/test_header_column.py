"""A column that names its rows is one in PowerPoint, in HTML, and nowhere else."""

import io

import pytest
from pptx import Presentation

from deckmotor.browsed import presentation
from deckmotor.build import Pipeline
from deckmotor.edition import BASE
from deckmotor.workspace import MemoryWorkspace
from tests import oracles
from tests.built import THEME_FILES

DECK = "title: T\nlanguage: sv\nslides:\n  - {{title: A, table: {{{keys}rows: [[Ort, Antal], [Kalix, 12], [Sala, 3]]}}}}\n"


@pytest.mark.parametrize(
    ("keys", "named"), [("", 0), ("header_column: true, ", 2), ("header_column: true, header: false, ", 3)]
)
def test_a_header_column(keys: str, named: int) -> None:
    workspace = MemoryWorkspace({**THEME_FILES, "deck.yaml": DECK.format(keys=keys).encode()})
    pipeline = Pipeline.of(workspace, "deck.yaml")
    scene = pipeline.compose(BASE).scene
    data = pipeline.build(BASE).data
    assert scene is not None
    assert data is not None
    page = presentation(scene).decode()
    assert page.count('<th scope="row">') == named
    assert page.count('<th scope="col">') == (0 if "header: false" in keys else 2)
    (table,) = [shape.table for shape in Presentation(io.BytesIO(data)).slides[0].shapes if shape.has_table]
    assert table.first_col == bool(named)
    assert oracles.flaws(data) == []
