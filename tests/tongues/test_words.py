"""Words of the product's own on slides, as a deck says them otherwise (`words:`)."""

import json
import zlib
from functools import cache

import pytest

from deckmotor.build import Pipeline
from deckmotor.edition import Edition
from deckmotor.model.deck import Words
from deckmotor.scene.page import all_paragraphs, inside
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.fit.generated import deck

OWN = {
    "conjunction": "samt", "made_by": "gjord av {names}", "made_by_one": "bara av {names}", "asked_by": "köpt av {names}",
    "asked_by_one": "beställd av {names}", "continued": "del {part} av {parts}", "source": "Underlag",
    "sources": "Flera underlag",
    "now": "i dag", "missing": "inga svar", "note": "Obs!", "tip": "Gör så här", "warning": "Se upp", "law": "Lagen säger",
}  # fmt: skip

SAID = {
    "conjunction": "gjord av Åsa samt Ivo", "asked_by_one": "beställd av Motala", "continued": "Lång del 1 av 3",
    "source": "Underlag: SCB", "sources": "Flera underlag: A; B", "now": "i dag", "missing": "inga svar",
    **{kind: OWN[kind] for kind in ("note", "tip", "warning", "law")},
}  # fmt: skip
"""What is read of them on the pages of the deck."""

USUAL = ("av Åsa och Ivo", "på uppdrag av Motala", "Lång (1/3)", "Källa: SCB", "Källor: A; B", "nu", "saknas", "Observera")

SLIDES = """
- {id: omslag, cover: {}}
- {title: Lång, text: "%s"}
- {title: Karta, map: {values: {Kalix: 3, Motala: –, Varberg: 9}, source: SCB}}
- {title: Källor, bullets: [a], sources: [A, B]}
- {title: Tider, timeline: {now: 2026-03-01, items: [2026-01-01: Start, 2026-12-01: Slut]}}
- {title: Rutor, columns: [{callout: Ett}, {callout: {kind: tip, text: Två}}]}
- {title: Lagar, columns: [{callout: {kind: warning, text: Tre}}, {callout: {kind: law, text: Fyra}}]}
- {title: Number, language: en, fact: {value: 3, text: people, source: SCB}}
""" % ("En mening som är ganska lång och som handlar om hur det gick. " * 40)


@cache
def said(*, own: bool) -> tuple[str, ...]:
    """All paragraphs of the deck, with words of its own or without."""
    head = {"title": "T", "language": "sv", "authors": ["Åsa", "Ivo"], "commissioned_by": "Motala", "words": OWN if own else {}}
    lines = [f"{key}: {json.dumps(value)}" for key, value in head.items() if value]
    deck = "\n".join([*lines, f"slides: {SLIDES}"]).encode()
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck}), "deck.yaml").compose()
    assert made.problems == (), made.problems
    assert made.scene is not None
    return tuple(part.text.replace("\u00a0", " ") for page in made.scene.pages for part in all_paragraphs(page.items))


@pytest.mark.parametrize("name", SAID)
def test_a_word_is_said_as_the_deck_has_it(name: str) -> None:
    assert SAID[name] in said(own=True)
    assert SAID[name] not in said(own=False)


def test_the_usual_ones_are_said_where_it_has_none() -> None:
    assert [text for text in USUAL if text not in said(own=False)] == []
    assert [text for text in USUAL if text in said(own=True)] == []


def test_a_slide_in_another_language_keeps_that_ones_words() -> None:
    assert "Source: SCB" in said(own=True)


def test_each_variant_says_them_with_its_own_values() -> None:
    deck = """title: T
language: sv
authors: [Åsa]
variables: {ort: ingenstans}
words: {made_by_one: "i ${ort} av {names}", source: "Källa i ${ort}"}
slides: [{id: omslag, cover: {}}, {title: A, fact: {value: 3, text: folk, source: SCB}}]
"""
    layers = "variants: {a: {set: {ort: Kalix}}, b: {set: {ort: Motala}}}\n"
    files = {**THEME_FILES, "deck.yaml": deck.encode(), "variants.yaml": layers.encode()}
    pipeline = Pipeline.of(MemoryWorkspace(files), "deck.yaml")
    for edition, place in ((Edition(), "ingenstans"), (Edition("a"), "Kalix"), (Edition("b"), "Motala")):
        made = pipeline.compose(edition)
        assert made.scene is not None
        told = [part.text.replace("\u00a0", " ") for page in made.scene.pages for part in all_paragraphs(page.items)]
        assert f"i {place} av Åsa" in told
        assert f"Källa i {place}: SCB" in told


ALOUD = {
    "bars": "PELARE", "line": "EN LINJE", "lines": "TVÅ LINJER", "both": "PELARE OCH LINJE", "area": "YTOR", "pie": "TÅRTA",
    "doughnut": "MUNK", "scatter": "PRICKAR", "slope": "LUTNING", "of": "UTAV", "largest": "MEST {name} {value}",
    "smallest": "MINST {name} {value}", "from_to": "UR {start} IN I {end}", "highlighted": "LYSER {name} {0} {x",
    "map": "KARTBILD {name}", "map_of_sweden": "HELA LANDET", "portrait": "BILD PÅ {name}", "qr": "RUTA {name}", "flow": "VÄG",
    "leads_to": "GÅR TILL",
}  # fmt: skip
"""What is read aloud."""

HEARD = {
    **{kind: f"{ALOUD[kind]}: " for kind in ("bars", "line", "lines", "both", "area", "pie", "doughnut", "scatter", "slope")},
    "of": "4 UTAV 6", "largest": "MEST b 2", "smallest": "MINST a 1", "from_to": "UR n0 IN I n12",
    "highlighted": "LYSER Två {0} {x", "map": "KARTBILD Dalarna", "map_of_sweden": "HELA LANDET", "portrait": "BILD PÅ Åsa Ek",
    "qr": "RUTA example.org", "flow": "VÄG: ", "leads_to": "Ett GÅR TILL Två",
}  # fmt: skip

DRAWN = """
- {title: A, columns: [{chart: {bars: {a: 1, b: 2}}}, {chart: {pie: {a: 1, b: 2}}}, {chart: {doughnut: {a: 1, b: 2}}}]}
- {title: B, chart: {slope: {a: {F: 1, E: 2}, b: {F: 2, E: 1}}}}
- {title: Ba, chart: {scatter: {a: [1, 2], b: [2, 9]}, series: [X, Y]}}
- {title: C, columns: [{chart: {area: {"2023": 1, "2024": 2}}}, {chart: {line: {"2023": {A: 1, B: 2}, "2024": {A: 2, B: 1}}}}]}
- {title: D, chart: {line: {n0: 1, n1: 2, n2: 3, n3: 4, n4: 5, n5: 1, n6: 2, n7: 8, n8: 4, n9: 1, n10: 1, n11: 2, n12: 3}}}
- {title: E, columns: [{map: {zoom: Dalarnas län, values: {Mora: 3, Falun: 9}}}, {map: {values: {Kalix: 3, Motala: 9}}}]}
- {title: F, columns: [{qr: "https://example.org"}, {flow: {arrows: [Ett -> Två], highlight: Två}}]}
- {title: G, people: [{name: Åsa Ek, picture: {file: wide.png}}, Bo]}
- {title: H, fact: {value: 4, of: 6, label: kommuner}}
- {title: I, chart: {bars: {a: 1, b: 2}, line: {a: 1, b: 2}, series: [S, T]}}
"""


def heard(words: dict[str, str]) -> str:
    """All alternative texts of the drawn deck, and the problems that it has."""
    lines = [f"{key}: {json.dumps(value)}" for key, value in {"title": "T", "language": "sv", "words": words}.items() if value]
    files = {**deck(1, 1).workspace().files, "deck.yaml": "\n".join([*lines, f"slides: {DRAWN}"]).encode()}
    made = Pipeline.of(MemoryWorkspace(files), "deck.yaml").compose()
    assert made.scene is not None, made.problems
    alts = (getattr(item, "alt", None) for page in made.scene.pages for item in inside(page.items))
    return "\n".join([*(alt for alt in alts if alt), *(repr(found) for found in made.problems if found.severity == "error")])


def test_what_is_read_aloud_is_said_as_the_deck_has_it() -> None:
    own, usual = heard(ALOUD), heard({})
    assert [name for name, said in HEARD.items() if said not in own] == [], own
    assert [name for name, said in HEARD.items() if said in usual] == []


ASKED = {
    "lead": "FÖRST", "caption": "UNDER", "credits": "AV VILKA", "heading": "ÖVER", "organisation": "HUSET", "ordinal": "NR",
    "level": "STEG", "title": "NAMN",
}  # fmt: skip


def test_empty_places_ask_in_the_words_of_the_deck() -> None:
    def asked(words: dict[str, str]) -> bytes:
        lines = [f"{key}: {json.dumps(value)}" for key, value in {"title": "T", "words": words}.items() if value]
        files = {**THEME_FILES, "deck.yaml": "\n".join([*lines, "slides: [{title: A}]"]).encode()}
        made = Pipeline.of(MemoryWorkspace(files), "deck.yaml").compose()
        assert made.theme is not None
        parts = [part for part in made.theme.base.parts if "Layout" in part.name or "Master" in part.name]
        return b"".join(zlib.decompress(part.deflated, -15) for part in parts)

    own, usual = asked(ASKED), asked({})
    assert [said for said in ASKED.values() if f"<a:t>{said}".encode() not in own] == []
    assert b"<a:t>Caption</a:t>" not in own
    assert [said for said in ASKED.values() if said.encode() in usual] == []


def test_all_are_tried() -> None:
    assert set(OWN) | set(ALOUD) | set(ASKED) == set(Words.__struct_fields__) - {"span"}
