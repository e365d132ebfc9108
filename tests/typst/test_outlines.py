"""Outlines in a row look the same as one drawing as they do one by one."""

import shutil
import subprocess
from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageChops

from deckmotor.color import Color
from deckmotor.export.typst.document import prepared
from deckmotor.export.typst.draw import draw
from deckmotor.export.typst.outlines import LONG
from deckmotor.scene.drawing import Element
from deckmotor.scene.drawing import Path as Outline
from deckmotor.style import Fade, Line
from deckmotor.units import points
from tests import oracles
from tests.typst.drawn import page, scene, the_press

INK, PAPER = Color("0B5D5B"), Color("FBFAF6")


def star(x: int, y: int, corners: int) -> tuple[tuple[str | int, ...], ...]:
    """An outline of straight lines, with sharp corners; points."""
    turns = [(pi * turn / corners, 60 if turn % 2 else 20) for turn in range(2 * corners)]
    ends = [(points(x + far * sin(angle)), points(y - far * cos(angle))) for angle, far in turns]
    return (("M", *ends[0]), *(("L", *end) for end in ends[1:]), ("Z",))


def wave(x: int, y: int) -> tuple[tuple[str | int, ...], ...]:
    """An open one of curves."""
    steps = [(points(x + 15 * turn), points(y + 30 * (turn % 2))) for turn in range(20)]
    return (("M", *steps[0]), *(("C", a[0], b[1], b[0], a[1], *b) for a, b in pairwise(steps)))


OUTLINES = (
    Outline(star(100, 100, 12), fill=INK),
    Outline(star(300, 100, 15), fill=PAPER, line=Line(color=INK, width=points(3))),
    Outline(wave(500, 60), line=Line(color=INK, width=points(0.75))),
    Outline(star(300, 300, 20), fill=Fade(color=INK, opacity=40, full=0)),
    Outline(star(900, 500, 8), fill=Fade(color=INK, opacity=70)),  # It fades in, so it is no part of a drawing.
    Outline((*star(120, 300, 15), *star(120, 300, 5)), fill=INK),
    Outline(wave(900, 400), fill=INK),  # Over the edge of the page.
)


def test_long_outlines_look_as_they_do_alone(tmp_path: Path) -> None:
    if shutil.which("pdftoppm") is None:
        oracles.missing("poppler (pdftoppm) is not installed")
    assert all(len(outline.commands) < LONG for outline in OUTLINES)
    drawing = prepared(scene(page()), [1], read=lambda name: b"")
    together = draw(Element(role="artifact", children=OUTLINES), drawing.paper)
    alone = [draw(Element(role="artifact", children=(outline,)), drawing.paper) for outline in OUTLINES]
    assert together.count("<svg") == 2 and "<svg" not in "".join(alone)  # One before what fades in, one after it.
    pages = (f'#page({{head(1, 0, 0, 0, {{text("a")}}, true); {shown}}})' for shown in (together, "; ".join(alone)))
    (tmp_path / "two.pdf").write_bytes(the_press().compiled("\n".join([*drawing.lines(), *pages]).encode()))
    subprocess.run(["pdftoppm", "-r", "72", "-png", "two.pdf", "two"], cwd=tmp_path, check=True)
    one, other = (Image.open(file).convert("L") for file in sorted(tmp_path.glob("two-*.png")))
    assert max(ImageChops.difference(one, other).tobytes()) <= 8
