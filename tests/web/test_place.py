"""A click in the preview leads to what is written, also where a page puts its words together."""

from pathlib import Path

import pytest

from deckmotor.preview.deck import Preview
from deckmotor.preview.shown import View
from deckmotor.workspace import DiskWorkspace
from tests.built import ROOT

DECK = """\
title: Studien
language: sv
slides:
  - title: Siffror
    id: siffror
    chart:
      bars: {Vuxna: 3, Barn: 4}
      source: Påhittade tal
  - title: Bild
    id: bild
    picture: {file: bild.svg, alt: En ruta}
  - title: Året
    id: cykel
    cycle:
      - {label: Budget, text: Nämnden beslutar}
      - {label: Utbud, text: Kurserna läggs ut}
      - {label: Start, text: I augusti}
  - title: Tal
    id: tal
    fact:
      - {value: "46", of: 100, label: av alla}
      - {value: "1,9", unit: mnkr, label: till böcker}
  - title: Ruta
    id: ruta
    callout: {kind: tip, text: Fråga gärna.}
  - title: Båda
    id: bada
    text: Öppna webbplatsen först.
    callout: {kind: tip, text: Den är öppen för alla.}
  - title: Koder
    id: koder
    text: Tre vägar.
    qr: {address: "https://example.org/ljud", caption: Ljudböcker}
"""

WORDS = {
    "a source": ("siffror", "Källa: Påhittade tal", "", 8),
    "what is read of a chart": ("siffror", "Staplar: Vuxna 3, Barn 4", "", 7),
    "a line on a chart": ("siffror", "Staplar: Vuxna 3, Barn 4", "Påhittade tal", 8),
    "a number on a chart": ("siffror", "Staplar: Vuxna 3, Barn 4", "4", 7),
    "what is read of a picture": ("bild", "En ruta", "", 11),
    "a label and its text": ("cykel", "Utbud Kurserna läggs ut", "", 16),
    "a number with what it is of": ("tal", "46 av 100", "", 21),
    "a number with its unit": ("tal", "1,9 mnkr", "", 22),
    "a word that the program says": ("ruta", "Tips", "", 25),
    "the same beside something else": ("bada", "Tips", "", 29),
    "a code": ("koder", "QR-kod till example.org/ljud", "", 33),
    "a footer": ("bada", "", "Studien", 1),
    "nothing": ("ruta", "", "", 23),
}


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    folder: Path = tmp_path_factory.mktemp("place")
    (folder / "deck.yaml").write_text(DECK, "utf-8")
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><path d="M0 0h9v9z"/></svg>'
    (folder / "bild.svg").write_text(picture, "utf-8")
    return Preview(DiskWorkspace(folder, ROOT / "themes"), "deck.yaml")


@pytest.mark.parametrize("case", WORDS)
def test_words_lead_to_their_line(case: str, preview: Preview) -> None:
    page, words, drawn, line = WORDS[case]
    span = preview.place(View(), page, words, drawn)
    assert span is not None and (span.file, span.line) == ("deck.yaml", line)
