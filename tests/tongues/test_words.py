"""Words of the product's own on slides, as a deck says them otherwise (`words:`)."""

import json
from functools import cache

import pytest

from deckmotor.build import Pipeline
from deckmotor.edition import Edition
from deckmotor.model.deck import Words
from deckmotor.scene.page import all_paragraphs
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

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


def test_all_are_tried() -> None:
    assert set(OWN) == set(Words.__struct_fields__) - {"span"}
