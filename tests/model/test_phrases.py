import pytest

from deckmotor.model.deck import Head
from deckmotor.model.phrases import PHRASES, continued, credits, join, phrases
from deckmotor.model.text import Text, TextRun
from deckmotor.span import Span

SPAN = Span("deck.yaml")
TITLE = Text(runs=(TextRun(text="Studien"),), span=SPAN)


def head(language: str, authors: tuple[str, ...] = (), organisation: str | None = None, asked: tuple[str, ...] = ()) -> Head:
    return Head(title=TITLE, language=language, authors=authors, organisation=organisation, commissioned_by=asked, span=SPAN)


def test_the_studys_own_words() -> None:
    assert credits(head("sv", ("Malin Ljungzell", "Marie Davoust"), "APeL", ("3M-nätverket", "NTG Lär"))) == (
        "genomförd av APeL, Malin Ljungzell och Marie Davoust",
        "på uppdrag av 3M-nätverket och NTG Lär",
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "by A and B"), ("fi", "tekijät: A ja B"), ("nb-NO", "gjennomført av A og B"), ("de-CH", "erstellt von A und B")],
)
def test_other_languages(language: str, line: str) -> None:
    assert credits(head(language, ("A", "B"))) == (line,)


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


def test_continued() -> None:
    assert continued(1, 2) == "(1/2)"
