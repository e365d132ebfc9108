"""A click in the preview leads to what is written, also where a page puts its words together."""

from pathlib import Path

import pytest

from deckmotor.preview.deck import Preview
from deckmotor.preview.place import Pointed
from deckmotor.preview.shown import View
from deckmotor.workspace import DiskWorkspace
from tests.built import ROOT

MAP = "Karta över Sverige (tusen lån): Skåne län 3, Uppsala län 4."
BARS = "Staplar (mnkr): Vuxna 1 638,2, Barn 3, Unga 3; störst är Vuxna, 1 638,2; minst är Barn, 3."

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
  - title: Mer
    id: mer
    table:
      - [Ort, Lån]
      - [Kalix, "28"]
      - [Mora, "28"]
      - [Hypotenusan $c$, $a^2$]
      - [Omkretsen, $b^2$]
  - title: Kod
    id: kod
    code:
      language: python
      text: |
        for bok in hyllan:
            lån += bok.lån
        print(lån)
  - title: Län
    id: lan
    map:
      values:
        "12": 3
        Uppsala län: 4
      unit: tusen lån
  - title: Rader
    id: rader
    chart:
      unit: mnkr
      bars:
        Vuxna: 1638.2
        Barn: 3
        Unga: 3
  - title: Två
    id: tva
    columns:
      - chart: {bars: {Vår: 1, Höst: 2}, alt: Vårens och höstens lån}
      - chart:
          alt: Vårens och höstens besök
          bars: {Vår: 3, Höst: 4}
  - title: Flöde
    id: flode
    flow:
      arrows:
        - Ansökan -> Samtal
        - "Samtal -> Kurs: ja"
      highlight: Kurs
  - title: Ställen
    id: stallen
    map:
      places:
        - Kalix
        - Mora
  - title: En rad
    id: rad
    chart: {bars: {Vår: 1, Höst: 2}, unit: kronor}
  - title: Långt
    id: langt
    table:
      - [Ort, Lån]
LONG      - [Kalix, lika]
  - title: De som frågar
    id: folk
    people:
      - Åsa Öberg: Chef
      - Maj Lind: Analys
""".replace("LONG", "      - [Mora, lika]\n" * 30)

POINTED = {
    "the second of two cells that say the same": ("mer", Pointed(words="28", nth=1), '- [Mora, "28"]'),
    "a cell that is a formula": ("mer", Pointed(words="a i kvadrat"), "- [Hypotenusan $c$, $a^2$]"),
    "another": ("mer", Pointed(words="b i kvadrat"), "- [Omkretsen, $b^2$]"),
    "a formula in a text": ("mer", Pointed(words="Hypotenusan c"), "- [Hypotenusan $c$, $a^2$]"),
    "a line of code": ("kod", Pointed(words="Python", line="lån += bok.lån"), "lån += bok.lån"),
    "an area of a map": ("lan", Pointed(words=MAP, shape=1), "Uppsala län: 4"),
    "another area": ("lan", Pointed(words=MAP, shape=9), '"12": 3'),
    "one without a number": ("lan", Pointed(words=MAP, shape=0), "values:"),
    "what numbers count": ("lan", Pointed(words="tusen lån"), "unit: tusen lån"),
    "a bar, by the name beside it": ("rader", Pointed(words=BARS, shape=1, near=("3", "Barn")), "Barn: 3"),
    "another that is as long": ("rader", Pointed(words=BARS, shape=2, near=("3", "Unga")), "Unga: 3"),
    "a number as it is shown": ("rader", Pointed(words=BARS, line="1 638,2"), "Vuxna: 1638.2"),
    "one that is shown twice": ("rader", Pointed(words=BARS, line="3", near=("Unga", "Barn")), "Unga: 3"),
    "the second of two charts": (
        "tva",
        Pointed(words="Vårens och höstens besök", shape=0, near=("Vår",)),
        "bars: {Vår: 3, Höst: 4}",
    ),
    "a box of a flow": ("flode", Pointed(line="Kurs"), '- "Samtal -> Kurs: ja"'),
    "a number of a step, by what stands beside it": (
        "cykel",
        Pointed(words="3", near=("Start", "Studien")),
        "- {label: Start, text: I augusti}",
    ),
    "somebody's letters": ("folk", Pointed(line="ML", near=("ÅÖ", "Maj Lind")), "- Maj Lind: Analys"),
    "the range of a tone": ("lan", Pointed(line="3–4", near=("Län",)), "values:"),
    "a dot of a map": ("stallen", Pointed(words="Karta över Sverige: Kalix, Mora.", shape=22), "- Mora"),
    "the county that holds it": ("stallen", Pointed(words="Karta över Sverige: Kalix, Mora.", shape=20), "- Kalix"),
    "a word on one line with more": ("rad", Pointed(words="kronor"), "chart: {bars: {Vår: 1, Höst: 2}, unit: kronor}"),
    "the last cell of the last page": ("langt~2", Pointed(words="lika", nth=14), "- [Kalix, lika]"),
    "an empty place": ("folk", Pointed(), "- title: De som frågar"),
}

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
    span = preview.place(View(), page, Pointed(words=words, line=drawn))
    assert span is not None and (span.file, span.line) == ("deck.yaml", line)


@pytest.mark.parametrize("case", POINTED)
def test_what_is_pointed_at_leads_to_its_line(case: str, preview: Preview) -> None:
    page, pointed, line = POINTED[case]
    span = preview.place(View(), page, pointed)
    assert span is not None and DECK.split("\n")[span.line - 1].strip() == line


@pytest.mark.parametrize("case", ["what numbers count", "a word on one line with more"])
def test_a_word_that_is_a_part_of_something_leads_to_its_column(case: str, preview: Preview) -> None:
    page, pointed, _ = POINTED[case]
    span = preview.place(View(), page, pointed)
    assert span is not None and DECK[span.start : span.end] == pointed.words
    assert DECK.split("\n")[span.line - 1][span.column - 1 :].startswith(pointed.words)
