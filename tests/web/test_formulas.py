"""Formulas in a browser are as large as those of our own pictures: the same room around signs and between rows."""

import io
import json
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from deckmotor.browsed import presentation
from deckmotor.build import Pipeline
from deckmotor.export.typst import Press
from deckmotor.workspace import MemoryWorkspace, fonts_folder
from tests.built import THEME_FILES

FORMULAS = {
    "signs-in-scripts": r"\sum_{i = 1}^{n - 1} x_{i + 1, j = 2}",
    "aligned": r"\begin{aligned} a &= b + c \\ &= d \\ x &= \frac{y}{2} \\ z &= 1\end{aligned}",
    "cases": r"f(x) = \begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0\end{cases}",
    "matrix": r"\begin{pmatrix} a & b & c \\ d & e & f \\ g & h & i \end{pmatrix}",
    "brackets": r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} = A",
    "cases-of-two": r"|x| = \begin{cases} x & \text{om } x \geq 0 \\ -x & \text{annars}\end{cases}",
    "fractions-in-a-matrix": r"\begin{pmatrix} \frac{1}{2} & 0 \\ 0 & \frac{1}{3} \end{pmatrix}",
    "one-side": r"\left. \frac{x^3}{3} \right|_0^1",
    "marks": r"\hat{H} + \bar{X} + \vec{F} + \dot{M} + \tilde{N} + \hat{\beta}",
    "lines": r"\overline{AB} + \overline{CDE}",
    "primes": "f''(x) + g'(x)",
    "small-indices": r"x_{iiijjj} + y_{nnnmmm}",
    "arrow": r"A \xrightarrow{fgh} B",
}

NEAR = 0.06, 0.045
"""The part of a formula's width and height by which they may differ: the room before a sum's body, a line's thickness."""


def extent(picture: bytes) -> tuple[int, int]:
    """Width and height of what is dark below the title and beside the motif."""
    seen = Image.open(io.BytesIO(picture)).convert("L").crop((0, 90, 850, 480))
    box = seen.point([255 * (value < 120) for value in range(256)]).getbbox()
    assert box is not None
    return box[2] - box[0], box[3] - box[1]


def test_they_are_as_large_as_in_our_pictures(page: Page, tmp_path: Path) -> None:
    slides = "".join(f"- id: {id}\n  title: {id}\n  formula: {json.dumps(text)}\n" for id, text in FORMULAS.items())
    files = {**THEME_FILES, "deck.yaml": f"title: F\nslides:\n{slides}".encode()}
    scene = Pipeline.of(MemoryWorkspace(files), "deck.yaml", theme="motor").compose().scene
    assert scene is not None
    (tmp_path / "f.html").write_bytes(presentation(scene))
    page.goto(f"file://{tmp_path / 'f.html'}")
    unlike = []
    for id, data in zip(FORMULAS, Press(fonts_folder()).png(scene, 72), strict=True):
        page.evaluate("id => { location.hash = id }", id)
        page.wait_for_function("id => document.querySelector('.slide.on').id === id", arg=id)
        page.evaluate("document.fonts.ready")
        ours, seen = extent(data), extent(page.screenshot())
        if any(abs(one - other) > near * one for one, other, near in zip(ours, seen, NEAR, strict=True)):
            unlike.append((id, ours, seen))
    assert unlike == []
