import re

import pytest
from msgspec import structs

from deckmotor.model.deck import Head, Words
from deckmotor.model.phrases import PHRASES, credits, join, phrases
from deckmotor.model.text import Plain, Text, TextRun
from deckmotor.span import Span

SPAN = Span("deck.yaml")
TITLE = Text(runs=(TextRun(text="Studien"),), span=SPAN)


def head(language: str, authors: tuple[str, ...] = (), organisation: str | None = None, asked: tuple[str, ...] = ()) -> Head:
    made, ordered = (tuple(Plain(plain=name, span=SPAN) for name in names) for names in (authors, asked))
    own = None if organisation is None else Plain(plain=organisation, span=SPAN)
    return Head(title=TITLE, language=language, authors=made, organisation=own, commissioned_by=ordered, span=SPAN)


def test_a_line_says_nothing_of_what_was_done() -> None:
    assert credits(head("sv", ("Malin Ljungzell", "Marie Davoust"), "APeL", ("3M-nätverket", "NTG Lär"))) == (
        "av APeL, Malin Ljungzell och Marie Davoust",
        "på uppdrag av 3M-nätverket och NTG Lär",
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "by A and B"),
        ("fi", "tekijät: A ja B"),
        ("nb-NO", "av A og B"),
        ("de-CH", "von A und B"),
        ("pl", "A i B"),
        ("tr", "A ve B"),
    ],
)
def test_other_languages(language: str, line: str) -> None:
    assert credits(head(language, ("A", "B"))) == (line,)


EU = re.findall(r"\w+", "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv")


@pytest.mark.parametrize("language", [*EU, "nb", "nn", "no", "is", "uk", "tr"])
def test_every_official_language_of_the_union_and_its_neighbours_has_words(language: str) -> None:
    words = PHRASES[language]
    lines = [words.made_by, words.made_by_one or "{names}", words.asked_by, words.asked_by_one or "{names}"]
    assert words.conjunction and all(line.count("{names}") == 1 for line in lines)
    assert credits(head(language, ("A",), asked=("B",)))[1] != "B"


OWN = Words(made_by="genomförd av {names}", asked_by="tack vare", conjunction="&", span=SPAN)


@pytest.mark.parametrize(
    ("authors", "line"),
    [(("A",), "genomförd av A"), (("A", "B"), "genomförd av A & B"), (("A", "B", "C"), "genomförd av A, B & C")],
)
def test_the_head_says_it_otherwise(authors: tuple[str, ...], line: str) -> None:
    said = structs.replace(head("fi", authors, asked=("D",)), words=OWN)
    assert credits(said) == (line, "tack vare D")


def test_a_single_name_in_finnish() -> None:
    assert credits(head("fi", ("A",), asked=("B",))) == ("tekijä: A", "toimeksiantaja: B")


def test_what_the_head_does_not_say_has_no_line() -> None:
    assert credits(head("sv")) == ()
    assert credits(head("sv", asked=("NTG Lär",))) == ("på uppdrag av NTG Lär",)


def test_a_language_without_words_is_spoken_to_in_english() -> None:
    assert phrases("se") == PHRASES["en"]


def test_braces_in_a_name_are_text() -> None:
    assert credits(head("en", ("{names}",))) == ("by {names}",)


@pytest.mark.parametrize(
    ("names", "joined"), [((), ""), (("A",), "A"), (("A", "B"), "A och B"), (("A", "B", "C"), "A, B och C")]
)
def test_join(names: tuple[str, ...], joined: str) -> None:
    assert join(names, "sv-SE") == joined
