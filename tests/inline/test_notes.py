"""Lists in speaker notes: native in PowerPoint, lists in HTML and in handouts, and read back."""

import io
import zipfile
from pathlib import Path

import pypdf

from deckmotor.export.pptx import write
from deckmotor.export.typst import Press
from deckmotor.export.web import Shell, html
from deckmotor.importer import read_finished
from deckmotor.scene.said import on_lines, said
from deckmotor.workspace import fonts_folder
from tests.inline.test_footnotes import scene

SLIDE = """\
  - title: Rubrik
    text: Ord
    notes: |
      Fråga rummet:
      - Vad **gör** vi?
        - I år
      - Vad hindrar?
      3) Paus
      4) Grupper
"""
"""A paragraph, a list in a list, and one that counts from three."""


def test_they_are_lists_everywhere() -> None:
    made = scene(SLIDE)
    (page,) = made.pages
    assert list(on_lines(said(page.notes))) == [
        "Fråga rummet:", "• Vad gör vi?", "\u00a0\u00a0\u00a0\u00a0• I år", "• Vad hindrar?", "3) Paus", "4) Grupper",
    ]  # fmt: skip
    shown = html(made, lambda name: (Path(fonts_folder()) / name).read_bytes(), Shell("", ""))
    assert (
        "<p>Fråga rummet:</p><ul><li>Vad <strong>gör</strong> vi?<ul><li>I år</li></ul></li><li>Vad hindrar?</li></ul>"
        '<ol start="3"><li>Paus</li><li>Grupper</li></ol>'
    ) in shown


def test_they_are_native_and_read_back() -> None:
    data = write(scene(SLIDE))
    page = zipfile.ZipFile(io.BytesIO(data)).read("ppt/notesSlides/notesSlide1.xml").decode()
    assert '<a:pPr marL="457200" indent="-228600" lvl="1"><a:buFont' in page
    assert page.count('<a:buAutoNum type="arabicParenR" startAt="3"/>') == 2
    deck, problems = read_finished(data, "a.pptx")
    assert deck is not None and problems == ()
    assert [(one.marker, one.level, one.text) for one in deck.slides[0].notes] == [
        ("", 0, "Fråga rummet:"), ("bullet", 0, "Vad gör vi?"), ("bullet", 1, "I år"), ("bullet", 0, "Vad hindrar?"),
        ("number", 0, "Paus"), ("number", 0, "Grupper"),
    ]  # fmt: skip


def test_a_handout_has_them() -> None:
    made, refused = Press(fonts_folder()).pdf(scene(SLIDE), "notes")
    words = " ".join(pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text().split())
    assert refused == ""
    assert "Fråga rummet: • Vad gör vi? – I år • Vad hindrar? 3) Paus 4) Grupper" in words
