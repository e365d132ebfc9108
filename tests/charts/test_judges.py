"""What others say of charts of every kind: the linter, openxml-audit, Microsoft's validator; and LibreOffice's drawing."""

import io
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from deckmotor.build import Pipeline
from deckmotor.scene.page import ChartItem, PathShape, Scene
from deckmotor.style import Box
from deckmotor.units import EMU_PER_INCH
from deckmotor.workspace import MemoryWorkspace
from tests import oracles
from tests.built import THEME_FILES

DECK = """
title: Diagram
language: sv
slides:
  - {title: A, chart: {bars: {2022: 310, 2023: 355, 2024: 420}, unit: studerande, highlight: 2024, source: SCB}}
  - {title: B, chart: {bars: {Kalix: 31, Motala: 24.5, Folkhögskola på distans i norra länet: -8}, unit: "%"}}
  - {title: C, chart: {bars: {2021: [120, 80, 40], 2022: [130, 90, 55]}, series: [A, B, C], stacked: values}}
  - {title: D, chart: {bars: {2021: [120, 80, 40], 2022: [130, 90, 55]}, series: [A, B, C], stacked: percent}}
  - {title: E, chart: {bars: {Kalix: [210, 100], Motala: [150, 90]}, series: [Kvinnor, Män]}}
  - {title: F, chart: {bars: {2021: 20, 2022: 24}, line: {2021: 18, 2022: 25}, series: [Utfall, Budget], unit: mnkr}}
  - {title: G, chart: {line: {2020: [1, 5], 2021: [4, 6], 2022: [5, 5.5]}, series: [Kalix, Sala]}}
  - {title: H, chart: {area: {2020: [10, 20], 2021: [15, 24]}, series: [Komvux, Högskola]}}
  - {title: I, chart: {pie: {Kalix: 40, Motala: 30, Varberg: 25, Sala: 3, Åre: 2}, unit: "%"}}
  - {title: J, chart: {doughnut: {Kalix: 40, Motala: 30, Sala: 1}}}
  - {title: K, chart: {scatter: {Kalix: [15600, 320], Motala: [43000, 560]}, series: [Invånare, Studerande]}}
  - {title: L, chart: {slope: {Kalix: [12, 31], Sala: [11, 12.5]}, series: [2019, 2024], unit: "%"}}
  - {title: M, fact: {value: 4, of: 6, label: kommuner, source: APeL}}
  - {title: N, fact: [{value: 31, unit: "%", of: 100, label: läser vidare}, 6]}
"""

DOTS = 96
NEAR = 3
"""Pixels of 96 an inch that an edge may stand elsewhere: two points."""

ALIKE = 40
"""How much the pixels of one colour may differ, of 255: LibreOffice works out tones by itself."""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": DECK.encode()}), "deck.yaml")


def test_nobody_finds_a_flaw(pipeline: Pipeline) -> None:
    built = pipeline.build()
    assert built.problems == ()
    assert oracles.flaws(built.data) == []


def test_libreoffice_draws_the_same_bars_and_areas(pipeline: Pipeline, tmp_path: Path) -> None:
    pdf = oracles.to_pdf(pipeline.build().data)
    (tmp_path / "deck.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", "deck.pdf", "page"], cwd=tmp_path, check=True)
    scene = pipeline.compose().scene
    assert scene is not None
    pages = sorted(tmp_path.glob("page*.png"))
    seen = 0
    for drawn, (name, bars) in zip(pages, _bars(scene), strict=True):
        picture = Image.open(io.BytesIO(drawn.read_bytes())).convert("RGB")
        for box, color in bars:
            left, top, right, bottom = (round(edge * DOTS / EMU_PER_INCH) for edge in (box.x, box.y, box.right, box.bottom))
            if right - left < 4 * NEAR or bottom - top < 4 * NEAR:
                continue
            corners = [(x, y) for x in (left + NEAR, right - NEAR) for y in (top + NEAR, bottom - NEAR)]
            outside = [(left - NEAR, (top + bottom) // 2), (right + NEAR, (top + bottom) // 2)]
            assert all(_alike(picture.getpixel(spot), color) for spot in corners), f"page {name}: {box}"
            assert not all(_alike(picture.getpixel(spot), color) for spot in outside), f"page {name}: {box}"
            seen += 1
    assert seen >= 20


def _bars(scene: Scene) -> list[tuple[str, list[tuple[Box, str]]]]:
    """The rectangles of the bars on each page, and their colours."""
    found = []
    for page in scene.pages:
        shapes = [part for item in page.items if isinstance(item, ChartItem) for part in item.drawing]
        bars = [part for part in shapes if isinstance(part, PathShape) and part.name == "bar" and part.fill is not None]
        found.append((page.id, [(_box(bar), bar.fill.rgb) for bar in bars if bar.fill is not None]))
    return found


def _box(shape: PathShape) -> Box:
    numbers = [[int(value) for value in command[1:]] for command in shape.commands if len(command) > 1]
    xs, ys = [pair[0] for pair in numbers], [pair[1] for pair in numbers]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _alike(pixel: object, color: str) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - int(color[at : at + 2], 16)) <= ALIKE for one, at in zip(pixel, (0, 2, 4), strict=True))
