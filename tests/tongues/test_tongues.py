"""Ordinary prose in thirteen languages, in every block: how words break, what sizes stand together, which words are ours."""

from collections.abc import Iterator

import pytest

from deckmotor.compose.breaks import SOFT_HYPHEN
from deckmotor.compose.kinds.callout.words import WORDS as CALLOUTS
from deckmotor.compose.kinds.chart.tongues import TONGUES
from deckmotor.compose.kinds.chart.words import words
from deckmotor.compose.kinds.flow.words import SAID as FLOWS
from deckmotor.compose.kinds.map.words import MAPS
from deckmotor.compose.kinds.people.words import PORTRAITS
from deckmotor.compose.kinds.qr import WORDS as CODES
from deckmotor.compose.kinds.timeline.words import NOW
from deckmotor.model.phrases import PHRASES, credits
from deckmotor.model.sources import SOURCES
from deckmotor.scene.page import ChartItem, Page, Paragraph, TextItem, all_paragraphs
from deckmotor.theme.parts.prompts import PROMPTS, spoken
from tests.fit.drawn import drawn
from tests.fit.judge import Verdict, judge_page
from tests.tongues.tongues import LANGUAGES, composed, pipeline

THEMES = ("motor", "natt")

LONGEST = 24
"""Letters of a word that has room in any place of these decks at its smallest size: only longer ones may take a hyphen."""

NAMED = "bg cs da de el en es et fi fr ga hr hu is it lt lv mt nb nl nn pl pt ro ru sk sl sv tr uk"
"""All official languages of the EU, Norwegian, Icelandic, Russian, Turkish and Ukrainian."""

SAME_LINES = 0.985
"""Share of boxes that LibreOffice draws in as many lines as predicted; the others in fewer."""


def pages(language: str, theme: str) -> tuple[Page, ...]:
    made = composed(language, theme)
    assert made.scene is not None
    assert made.problems == (), made.problems
    return made.scene.pages


def test_every_slide_is_one_page() -> None:
    assert {len(pages(language, theme)) for language in LANGUAGES for theme in THEMES} == {15}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_cut_without_a_hyphen_and_few_take_one(language: str) -> None:
    for theme in THEMES:
        for page in pages(language, theme):
            for part in all_paragraphs(page.items):
                assert list(_cut(part)) == [], (page.id, part)


def _cut(part: Paragraph) -> Iterator[str]:
    """The words of a paragraph that lines end inside of, other than at a hyphen of their own, and that had room."""
    text = "".join(run.text for run in part.runs)
    for line in part.lines[:-1]:
        before, after = text[: line.end].split()[-1:], text[line.end :].split()[:1]
        if text[line.end - 1] in " \n-" or not before or not after:
            continue
        word = "".join((*before, *after)).replace(SOFT_HYPHEN, "")
        if text[line.end - 1] != SOFT_HYPHEN or len(word) <= LONGEST:
            yield word


@pytest.mark.parametrize("language", LANGUAGES)
def test_equal_columns_share_a_size_and_their_headings_too(language: str) -> None:
    for theme in THEMES:
        for page in pages(language, theme):
            if page.id in ("three", "four"):
                slots = {item.slot: item for item in page.items if isinstance(item, TextItem) and item.slot}
                largest = []
                for role in ("body", "heading"):
                    sizes = [item.paragraphs[0].style.text.size for slot, item in slots.items() if slot.startswith(role)]
                    assert len(sizes) == (3 if page.id == "three" else 4)
                    assert len(set(sizes)) == 1, (page.id, role, sizes)
                    largest.append(sizes[0])
                assert largest == sorted(largest), (page.id, largest)


def test_the_words_of_the_product_are_there_in_the_same_languages() -> None:
    said = set(PHRASES) - {"no"}
    assert " ".join(sorted(said)) == NAMED
    for table in (TONGUES, PROMPTS):
        rows = [row.split("|") for row in table.splitlines()]
        assert {row[0] for row in rows} == said
        assert {len(row) for row in rows} == {len(rows[0])}
        assert all(all(row) for row in rows)
    for words_of in (MAPS, CALLOUTS, FLOWS, PORTRAITS, NOW, SOURCES, CODES):
        assert set(words_of) - {"no"} == said
        assert words_of["no"] == words_of["nb"]
    assert all(words(language).source == one for language, (one, _) in SOURCES.items())
    assert words("no-NO") == words("nb")
    assert spoken("no") == "nb"
    assert spoken("cy") == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deck_speaks_its_language(language: str) -> None:
    deck = composed(language, "motor").deck
    assert deck is not None
    by_id = {page.id: page for page in pages(language, "motor")}
    cover = " ".join("".join(run.text for run in part.runs) for part in all_paragraphs(by_id["cover"].items))
    assert all(line in cover for line in credits(deck.head))
    chart = next(item for item in by_id["chart"].items if isinstance(item, ChartItem))
    assert chart.alt is not None
    assert chart.alt.startswith(words(language).kinds["bars"])
    sourced = "".join(run.text for part in all_paragraphs(by_id["fact"].items) for run in part.runs)
    assert f"{words(language).source}: SCB" in sourced
    if language != "en":
        english = {"by ", " and ", "commissioned", "Source", "Bars", "largest"} - {words(language).source}
        assert [word for word in english if word in f"{cover} {chart.alt} {sourced}"] == []


def test_libreoffice_draws_the_lines_that_were_predicted() -> None:
    """Every other language in the dark theme: sizes and places are those of the light one."""
    themes = {language: THEMES[at % 2] for at, language in enumerate(LANGUAGES)}
    decks = {language: pipeline(language, theme).build().data for language, theme in themes.items()}
    verdict = Verdict()
    for language, seen in drawn(decks).items():
        for number, (page, drawing) in enumerate(zip(pages(language, themes[language]), seen, strict=True), start=1):
            if page.id != "chart":  # LibreOffice draws its words.
                judge_page(page, number, drawing, verdict)
    assert verdict.unread == []
    assert verdict.outside == []
    assert verdict.more == []
    assert verdict.same >= SAME_LINES * verdict.boxes, (verdict.same, verdict.boxes)
