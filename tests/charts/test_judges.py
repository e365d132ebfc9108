"""What others say of charts of every kind: the linter, openxml-audit, Microsoft's validator; and LibreOffice's drawing."""

import io
import os
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from deckmotor.build import Pipeline
from deckmotor.scene.page import ChartItem, Page, PathShape, Scene, TextItem
from deckmotor.style import Box
from deckmotor.units import EMU_PER_INCH, to_points
from deckmotor.workspace import MemoryWorkspace
from tests import oracles
from tests.built import THEME_FILES, THEMES
from tests.fit.drawn import pages_of

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
  - {title: K, chart: {scatter: {Kalix: [15600, 320], Motala: [43000, 560], Åre: [66000, 910]}, series: [Invånare, Studerande]}}
  - {title: L, chart: {slope: {Kalix: [12, 31], Sala: [11, 12.5]}, series: [2019, 2024], unit: "%"}}
  - {title: L2, chart: {bars: {2021: [12, 8, 4], 2022: [13, 9, 5]}, series: [Distanskurser, Skolhus i Sala, Uppdragen där]}}
  - {title: L3, chart: {bars: {Kalix: [21, 9], Sala: [5, 4]}, series: [Kvinnor, Män], stacked: values, direction: across}}
  - {title: M, fact: {value: 4, of: 6, label: kommuner, source: APeL}}
  - {title: N, fact: [{value: 31, unit: "%", of: 100, label: läser vidare}, 6]}
"""

MAPS = """
  - {title: O, map: {places: [Kalix, Motala, Varberg, Sala], highlight: Kalix}}
  - {title: P, map: {values: {Hallands län: 12, Norrbottens län: 31, Skåne län: 22, Dalarnas län: 8}, unit: "%"}}
  - {title: Q, map: {values: {Kalix: 12, Luleå: 31, Piteå: 22}, zoom: Norrbottens län, highlight: Luleå}}
  - {title: R, map: {areas: nordic, values: {Sverige: 10.5, Norge: 5.5, Danmark: 6, Finland: 5.6}, unit: milj}}
  - {title: S, map: {areas: nordic, places: {Reykjavik: [64.15, -21.94], Kalix: [65.85, 23.15]}, source: Natural Earth}}
  - {title: T, table: [[{text: Kommun, rows: 2}, {text: År, columns: 2}], [Före, Efter], [Kalix, "1", "2"]]}
  - {title: U, map: {places: {Storforsen: [65.85, 20.40], Kalix: [65.85, 23.15]}, zoom: places}, bullets: [a, b]}
""".lstrip("\n")

LOOKS = [(theme, size) for theme in THEMES for size in ("16:9", "4:3")]
LOOKS = LOOKS if os.environ.get("DECKMOTOR_ALL_COMBINATIONS") else [("flik", "4:3")]

DOTS = 96
NEAR = 3
"""Pixels of 96 an inch that an edge may stand elsewhere: two points."""

ALIKE = 40
"""How much the pixels of one colour may differ, of 255: LibreOffice works out tones by itself."""


MOST_CORNERS = 8
"""Of a shape whose middle lies in it."""

FAR = 16.0
"""Points, left and down together, that a label of an axis or of a line may stand elsewhere: half a line and a letter or two."""


AWAY = 2
"""Pixels from the middle of a point that are its own too."""

ROW, SPACED = 9.0, 24.0
"""Points, up or down and across, that a name of a legend may stand elsewhere."""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": DECK.encode()}), "deck.yaml")


@pytest.fixture(scope="module")
def drawing(pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with LibreOffice's drawing, as a PDF and a picture a page."""
    folder = tmp_path_factory.mktemp("charts")
    (folder / "deck.pdf").write_bytes(oracles.to_pdf(pipeline.build().data))
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", "deck.pdf", "page"], cwd=folder, check=True)
    return folder


def test_nobody_finds_a_flaw(pipeline: Pipeline) -> None:
    built = pipeline.build()
    assert built.problems == ()
    assert oracles.flaws(built.data) == []


@pytest.mark.parametrize(("theme", "size"), LOOKS)
def test_nobody_finds_a_flaw_in_charts_and_maps_of_any_theme(theme: str, size: str) -> None:
    text = DECK.replace("language: sv", f"language: sv\ntheme: {theme}\nsize: '{size}'") + MAPS
    built = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": text.encode()}), "deck.yaml").build()
    assert built.problems == ()
    assert oracles.flaws(built.data) == []


def test_libreoffice_draws_the_same_bars(pipeline: Pipeline, drawing: Path) -> None:
    scene = pipeline.compose().scene
    assert scene is not None
    pages = sorted(drawing.glob("page*.png"))
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


def test_libreoffice_draws_the_same_lines_areas_and_parts(pipeline: Pipeline, drawing: Path) -> None:
    scene = pipeline.compose().scene
    assert scene is not None
    seen = {"line": 0, "area": 0, "part": 0}
    for picture, page in zip(sorted(drawing.glob("page*.png")), scene.pages, strict=True):
        drawn = Image.open(io.BytesIO(picture.read_bytes())).convert("RGB")
        for shape in _shapes(page):
            for x, y in _inside(shape):
                spot = round(x * DOTS / EMU_PER_INCH), round(y * DOTS / EMU_PER_INCH)
                around = [(spot[0] + dx, spot[1] + dy) for dx in range(-NEAR, NEAR + 1) for dy in range(-NEAR, NEAR + 1)]
                color = shape.line.color.rgb if shape.name == "line" and shape.line else shape.fill.rgb if shape.fill else ""
                assert any(_alike(drawn.getpixel(one), color) for one in around), f"page {page.id}: {shape.name} at {spot}"
                seen[shape.name] += 1
    assert seen["line"] >= 20
    assert seen["area"] >= 2
    assert seen["part"] >= 5


def test_libreoffice_draws_the_same_points(pipeline: Pipeline, drawing: Path) -> None:
    scene = pipeline.compose().scene
    assert scene is not None
    seen = 0
    for picture, page in zip(sorted(drawing.glob("page*.png")), scene.pages, strict=True):
        drawn = Image.open(io.BytesIO(picture.read_bytes())).convert("RGB")
        parts = [part for item in page.items if isinstance(item, ChartItem) for part in item.drawing]
        if any(part.name == "line" for part in parts):
            continue  # Their points are looked for along the line.
        for point in (part for part in parts if isinstance(part, PathShape) and part.name == "point"):
            box, color = _box(point), point.fill.rgb if point.fill else ""
            middle = [
                round((edge + size / 2) * DOTS / EMU_PER_INCH) for edge, size in ((box.x, box.width), (box.y, box.height))
            ]
            corners = [(middle[0] + dx, middle[1] + dy) for dx in (-AWAY, AWAY) for dy in (-AWAY, AWAY)]
            assert all(_alike(drawn.getpixel(spot), color) for spot in corners), f"page {page.id}: {middle}"
            seen += 1
    assert seen >= 3


def test_libreoffice_writes_every_name_of_a_legend_after_its_sign(pipeline: Pipeline, drawing: Path) -> None:
    """It spaces them by itself, but in their order, on their line, each by its own colour, and none is left out."""
    scene = pipeline.compose().scene
    assert scene is not None
    compared = 0
    pictures = sorted(drawing.glob("page*.png"))
    for seen, page, picture in zip(pages_of(drawing / "deck.pdf"), scene.pages, pictures, strict=True):
        drawn = Image.open(io.BytesIO(picture.read_bytes())).convert("RGB")
        places = []
        for sign, label in _legend(page):
            line = label.paragraphs[0].lines[0]
            near = [
                word
                for word in seen.words
                if word.text == line.text.split()[0] and abs(word.baseline - to_points(line.baseline)) < ROW
            ]
            assert len(near) == 1, f"page {page.id}: {line.text}"
            assert abs(near[0].left - to_points(label.box.x)) < SPACED, f"page {page.id}: {line.text}"
            color = sign.fill.rgb if sign.fill else sign.line.color.rgb if sign.line else ""
            row = range(round((near[0].baseline - 2 * ROW) * DOTS / 72), round(near[0].baseline * DOTS / 72))
            before = range(round((near[0].left - SPACED) * DOTS / 72), round(near[0].left * DOTS / 72))
            assert any(_alike(drawn.getpixel((x, y)), color) for x in before for y in row), f"page {page.id}: {line.text}"
            places.append((round(near[0].baseline), near[0].left))
            compared += 1
        assert places == sorted(places), f"page {page.id}"
    assert compared >= 3


def _legend(page: Page) -> list[tuple[PathShape, TextItem]]:
    """The signs of a legend, each with its name: what stands nearest to its right."""
    drawn = [part for item in page.items if isinstance(item, ChartItem) for part in item.drawing]
    labels = [part for part in drawn if isinstance(part, TextItem)]
    found = []
    for sign in (part for part in drawn if isinstance(part, PathShape) and part.name == "sign"):
        box = _box(sign)
        beside = [one for one in labels if one.box.x >= box.right and one.box.y <= box.y + box.height // 2 <= one.box.bottom]
        found.append((sign, min(beside, key=lambda one: one.box.x)))
    return found


def test_libreoffice_writes_the_same_labels_at_axes_and_lines(pipeline: Pipeline, drawing: Path) -> None:
    scene = pipeline.compose().scene
    assert scene is not None
    compared = 0
    for seen, page in zip(pages_of(drawing / "deck.pdf"), scene.pages, strict=True):
        drawn = [part for item in page.items if isinstance(item, ChartItem) for part in item.drawing]
        if any(part.name == "sign" for part in drawn):
            continue  # LibreOffice lays legends out by itself.
        labels = [part for part in drawn if isinstance(part, TextItem)]
        firsts = [label.paragraphs[0].runs[0].text.split()[0] for label in labels]
        for label, first in zip(labels, firsts, strict=True):
            found = [word for word in seen.words if word.text.split()[0] == first]
            if firsts.count(first) != 1 or len(found) != 1:
                continue  # Which of them is which, nobody knows.
            line = label.paragraphs[0].lines[0]
            away = abs(found[0].left - to_points(label.box.x)) + abs(found[0].baseline - to_points(line.baseline))
            assert away < FAR, f"page {page.id}: {first}"
            compared += 1
    assert compared >= 45


def _shapes(page: Page) -> list[PathShape]:
    shapes = [part for item in page.items if isinstance(item, ChartItem) for part in item.drawing]
    return [part for part in shapes if isinstance(part, PathShape) and part.name in ("line", "area", "part")]


def _inside(shape: PathShape) -> list[tuple[float, float]]:
    """Points that a shape covers: along its line, or in its middle, unless it is bent around that."""
    spots = [(int(command[-2]), int(command[-1])) for command in shape.commands if len(command) > 1]
    if shape.name == "line":
        return [(a + (c - a) * at / 4, b + (d - b) * at / 4) for (a, b), (c, d) in pairwise(spots) for at in (1, 2, 3)]
    if len(spots) > MOST_CORNERS:
        return []
    return [(sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots))]


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
