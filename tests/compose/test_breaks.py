"""What belongs together stays on one line; words wider than their place break where a reader would."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from deckmotor.build import Pipeline
from deckmotor.color import Color
from deckmotor.compose.breaks import SOFT_HYPHEN, hyphenated, kept_together, only_needed
from deckmotor.scene.page import Paragraph, Run, all_paragraphs
from deckmotor.style import ParagraphStyle, TextStyle
from deckmotor.typeset.flow import Flow, FlowParagraph, flow
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.units import points
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

FONTS = shipped_fonts()
STYLE = ParagraphStyle(text=TextStyle(family="Arial", font_role="body", size=points(20), color=Color("000000")))


def paragraph(text: str, language: str = "sv") -> Paragraph:
    return Paragraph(runs=(Run(text=text, style=STYLE.text, language=language),), style=STYLE, language=language)


def measured(part: Paragraph, width: int) -> Flow:
    return flow([FlowParagraph(runs=part.runs, style=part.style)], width, FONTS)


def lines(text: str, width: float) -> list[str]:
    """The lines of a text in a width (points) once what belongs together is kept together."""
    part = paragraph(text)
    for _ in range(4):
        kept = kept_together((part,), measured(part, points(width)))
        if kept is None:
            break
        (part,) = kept
    return [line.text for line in measured(part, points(width)).paragraphs[0]]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Träffen är den 12 mars 2026 i Kalix", "12\u00a0mars"),
        ("Det kom 1 210 personer till träffen", "1\u00a0210"),
        ("Andelen är nu 25 procent av alla", "25\u00a0procent"),
        ("Se vidare på s. 14 i studien", "s.\u00a014"),
        ("Uppdraget kom från 3M-nätverket och NTG Lär", "3M\u2011nätverket"),
        ("Ett av alla våra EU-projekt i länet", "EU\u2011projekt"),
        ("Vi gör det enligt § 35 Satz 1 i avtalet", "§\u00a035\u00a0Satz\u00a01"),
        ("Das regelt § 8 Abs. 2 Satz 3 des Gesetzes", "§\u00a08\u00a0Abs.\u00a02\u00a0Satz\u00a03"),
        ("Det står i 3 a § och i 4 §", "3\u00a0a\u00a0§"),
        ("Se förordningen art. 6 och bilagan", "art.\u00a06"),
        ("Kvällskursen i Programmering 1", "Programmering\u00a01"),
        ("Logga sedan in med ditt bank-id i datorn", "bank\u2011id"),
        ("Det går att läsa många e-lån hemma", "e\u2011lån"),
    ],
)
def test_kept_together_in_every_width(text: str, together: str) -> None:
    plain = together.replace("\u00a0", " ").replace("\u2011", "-")
    for width in range(int(FONTS.width(plain, STYLE.text) / 12700) + 4, 400, 7):
        joined = [line.replace("\u00a0", " ").replace("\u2011", "-") for line in lines(text, width)]
        assert any(plain in line for line in joined), (width, joined)


@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("fr", "12 mars 2026"), ("es", "12 de mayo de 2026"), ("pl", "3 maja 2026"), ("ru", "9 мая 2026"),
        ("cs", "1. dubna 2026"),
        ("el", "25 Μαρτίου 2026"), ("tr", "29 Ekim 2026"), ("nl", "5 mei 2026"),
        ("et", "24. veebruar 2026"), ("is", "17. júní"),
    ],
)  # fmt: skip
def test_dates_stay_together_in_their_language(language: str, date: str) -> None:
    part = paragraph(f"Lorem {date} ipsum", language)
    for width in range(int(FONTS.width(date, STYLE.text) / 12700) + 4, 300, 7):
        kept = kept_together((part,), measured(part, points(width)))
        ends = [line.text for line in measured((kept or (part,))[0], points(width)).paragraphs[0]]
        assert any(date in line.replace("\u00a0", " ") for line in ends), (width, ends)


@given(st.text(alphabet="abc 123-%kr mars3M\n", max_size=60), st.integers(min_value=60, max_value=400))
def test_only_spaces_and_hyphens_change(text: str, width: int) -> None:
    assert "".join(lines(text, width)).replace("\u00a0", " ").replace("\u2011", "-").replace(" ", "") == "".join(text.split())


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("kompetensutvecklingsinsatser", "sv", "kompetensut\u00advecklingsin\u00adsatser"),
        ("Donaudampfschifffahrtsgesellschaft", "de", "Donaudampf\u00adschifffahrtsge\u00adsellschaft"),
    ],
)
def test_a_long_word_gets_soft_hyphens_only_where_lines_end(word: str, language: str, expected: str) -> None:
    part = paragraph(word, language)
    width = points(130)
    flowed = measured(part, width)
    assert flowed.broken_words == (word,)
    softened = hyphenated((part,), flowed.broken_words)
    assert softened is not None
    (needed,) = only_needed(softened, measured(softened[0], width))
    assert needed.runs[0].text == expected
    assert measured(needed, width).broken_words == ()


@pytest.mark.parametrize(
    ("text", "language", "cut"),
    [
        ("Vi besöker Kompetensutvecklingsstad", "sv", False),
        ("Kompetensutvecklingsinsatser", "sv", True),
        ("Nytt. (Kompetensutvecklingsinsatser", "sv", True),
        ("kompetensutvecklingsinsatser", "mt", False),
        ("Die Weiterbildungsberatungsstelle", "de", True),
        ("kompetens" * 11, "sv", True),
        ("kompetens" * 12, "sv", False),
    ],
)
def test_names_get_no_hyphen_nor_words_of_a_language_without_patterns(text: str, language: str, cut: bool) -> None:
    part = paragraph(text, language)
    assert (hyphenated((part,), measured(part, points(130)).broken_words) is not None) == cut


def test_what_is_said_to_be_a_name_takes_no_hyphen_wherever_it_stands() -> None:
    part = paragraph("Kompetensutvecklingsinsatser", "sv")
    broken = measured(part, points(130)).broken_words
    assert hyphenated((part,), broken) is not None
    assert hyphenated((replace(part, is_name=True),), broken) is None


@pytest.mark.parametrize(
    ("words", "said", "maker", "language", "cut"),
    [
        ("Vuxenutbildningsförbundet", "Läs mer hos Vuxenutbildningsförbundet.", "", "sv", False),
        ("Vuxenutbildningsförbundets", "Läs mer hos Vuxenutbildningsförbundet.", "", "sv", False),
        ("Vuxenutbildningsförbundet", "", "Vuxenutbildningsförbundet", "sv", False),
        ("Vuxenutbildningsförbundet", "Vuxenutbildningsförbundet vet mer.", "", "sv", True),
        ("Vuxenutbildningsförbundet", "Läs om vuxenutbildningsförbundet.", "", "sv", True),
        ("Weiterbildungsberatungsstelle", "Fragen Sie die Weiterbildungsberatungsstelle.", "", "de", True),
    ],
)
def test_a_heading_that_begins_with_a_name_takes_no_hyphen_where_its_slide_or_deck_says_that_it_is_one(
    words: str, said: str, maker: str, language: str, cut: bool
) -> None:
    columns = [{"heading": words, "text": said or "a"}, {"heading": "A", "text": "b"}, {"heading": "A", "text": "b"}]
    four = [*columns, {"heading": "A", "text": "b"}]
    deck = json.dumps(
        {
            "title": "T",
            "language": language,
            "size": "4:3",
            "organisation": maker or "A",
            "slides": [{"title": "T", "layout": "compare-4", "columns": four}],
        }
    )
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").compose()
    assert made.scene is not None
    (heading,) = [part for part in all_paragraphs(made.scene.pages[0].items) if part.text.startswith(words[:4])][:1]
    assert (SOFT_HYPHEN in heading.text) == cut
    assert ("word-too-wide" in [found.code for found in made.problems]) != cut


def test_a_language_without_patterns_is_left_alone() -> None:
    part = paragraph("kompetensutvecklingsinsatser", "xx")
    assert hyphenated((part,), ("kompetensutvecklingsinsatser",)) is None
