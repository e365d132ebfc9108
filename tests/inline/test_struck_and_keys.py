"""Struck text and keys in every output, and read back."""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from deckmotor.build import Pipeline
from deckmotor.diff import compare
from deckmotor.diff.tell import tell
from deckmotor.export.pptx import write
from deckmotor.export.web import Shell, html
from deckmotor.finished import Finished, Mark, Words
from deckmotor.importer import read_finished
from deckmotor.scene.page import Scene
from deckmotor.workspace import MemoryWorkspace, fonts_folder
from tests.built import THEME_FILES

DECK = """
title: Priser
language: sv
slides:
  - title: Pris
    look: plain
    bullets:
      - {text}
      - Något annat
"""


@cache
def scene(text: str, theme: str = "motor") -> Scene:
    files = {**THEME_FILES, "deck.yaml": DECK.replace("{text}", text).encode()}
    made = Pipeline.of(MemoryWorkspace(files), "deck.yaml", theme=theme).compose()
    assert made.problems == () and made.scene is not None
    return made.scene


def read(text: str) -> Finished:
    deck, problems = read_finished(write(scene(text)), "a.pptx")
    assert deck is not None and problems == ()
    return deck


def marks(text: str) -> tuple[str, tuple[Mark, ...]]:
    body = next(part for part in read(text).slides[0].parts if isinstance(part, Words) and part.role == "body")
    return body.paragraphs[0].text, body.paragraphs[0].marks


def test_powerpoint_has_them_natively() -> None:
    with zipfile.ZipFile(BytesIO(write(scene("Tryck ~~Ctrl~~ [[Esc]]")))) as package:
        slide = package.read("ppt/slides/slide1.xml").decode()
    assert '<a:rPr lang="sv-SE" strike="sngStrike"/><a:t>Ctrl</a:t>' in slide
    assert '<a:highlight><a:schemeClr val="bg2"><a:lumMod val="90000"/></a:schemeClr></a:highlight>' in slide
    assert "<a:t>\u00a0Esc\u00a0</a:t>" in slide


def test_they_are_read_back() -> None:
    assert marks("Pris ~~450 kr~~ nu") == ("Pris 450 kr nu", (Mark(5, 11, struck=True),))
    assert marks("Tryck på [[Esc]]") == ("Tryck på  Esc ", (Mark(9, 14, ground="bg2"),))


def test_diff_tells_them() -> None:
    old, new = read("Pris 450 kr nu"), read("Pris ~~450 kr~~ nu")
    told = tell(old, new, compare(old, new))
    assert [(line.what, line.old, line.new) for slide in told.slides for line in slide.lines] == [
        ("emphasis", "none", "“450 kr” struck out")
    ]


def test_html_says_what_they_are() -> None:
    made = html(scene("~~Tryck~~ på [[Esc]]"), lambda name: (Path(fonts_folder()) / name).read_bytes(), Shell("", ""))
    assert ">Tryck</s>" in made and "<kbd class=" in made and ">\u00a0Esc\u00a0</kbd>" in made
