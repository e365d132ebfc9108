"""Handouts: what is said on a slide stands below it whole and as it was marked, on the paper of where the deck is from."""

import io
from functools import cache
from pathlib import Path

import pypdf
import pytest
from msgspec.structs import replace

from deckmotor.export.typst import Press
from deckmotor.workspace import fonts_folder
from tests.inline.test_footnotes import scene
from tests.typst.reading import Document
from tests.typst.test_accessibility import findings

PARTS = 40

LONG = f"""\
  - title: Mycket att säga
    text: Ord
    notes: |
{"".join(f"      Stycke {number}: {'allt det som sägs till sidan här. ' * 6}{chr(10)}{chr(10)}" for number in range(PARTS))}
  - title: Lite att säga
    text: Ord
    notes: |
      Se **fet** och *lutad* text, [källan](https://example.org/kalla), `kod`, [all words]{{lang=en}}.

      - H~2~O
        - [[Ctrl]]

      [början](#mycket-att-saga)
"""


@cache
def with_notes() -> bytes:
    made, refused = Press(fonts_folder()).pdf(scene(LONG), "notes")
    assert refused == ""
    return made


def test_long_notes_go_on_on_the_next_sheets() -> None:
    sheets = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(with_notes())).pages]
    assert len(sheets) > 3
    assert all(sum(f"Stycke {number}:" in sheet for sheet in sheets) == 1 for number in range(PARTS))
    assert all(sheet.startswith("Mycket att säga") for sheet in sheets[1:-1]), "they say whose notes they have"
    assert "Lite att säga" in sheets[-1] and sheets[-1].endswith(f"Studien {len(sheets)}")


def test_nothing_of_notes_stands_outside_the_sheet() -> None:
    heights: list[float] = []

    def seen(text: str, around: list[float], place: list[float], *_: object) -> None:
        if "Stycke" in text:
            heights.append(around[3] * place[5] + around[5])

    for page in pypdf.PdfReader(io.BytesIO(with_notes())).pages:
        page.extract_text(visitor_text=seen)
    assert len(heights) == PARTS and min(heights) > 40 and max(heights) < 800


def test_notes_keep_what_was_marked_in_them() -> None:
    document = Document(with_notes())
    page = document.reader.pages[-1]
    fonts = {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in page["/Resources"]["/Font"].values()}  # type: ignore[index]
    assert {"Arimo-Bold", "Arimo-Italic", "Cousine-Regular"} <= fonts
    (link,) = document.tags().all("Link")
    assert link.text == "källan"
    assert [shown.language for shown in document.pages[-1] if shown.text == "all words"] == ["en"]


def test_two_checkers_find_nothing_in_them(tmp_path: Path) -> None:
    assert findings(with_notes(), tmp_path) == []


PAPERS = {"sv": (595, 842), "es": (595, 842), "en": (595, 842), "en-US": (612, 792), "fr-CA": (612, 792), "pa": (595, 842)}
"""`sv` and `pa` are languages, SV and PA countries."""


@pytest.mark.parametrize("tag", PAPERS)
@pytest.mark.parametrize("form", ["2", "notes"])
def test_paper_is_that_of_the_region(tag: str, form: str) -> None:
    made = scene("  - title: Rubrik\n    text: Ord\n")
    made = replace(made, properties=replace(made.properties, language=tag))
    data, _ = Press(fonts_folder()).pdf(made, form)  # type: ignore[arg-type]
    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    assert tuple(round(float(side)) for side in page.mediabox[2:]) == PAPERS[tag]
