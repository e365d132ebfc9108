"""Emoji: one warning in all outputs, measured, and PowerPoint is told the font that it has for them."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.build import ComposedDeck, Pipeline
from deckmotor.export.pptx import write
from deckmotor.finished import words_of
from deckmotor.importer import read_finished
from deckmotor.workspace import MemoryWorkspace
from tests import oracles
from tests.built import THEME_FILES

FONT = '<a:latin typeface="Segoe UI Emoji"/><a:ea typeface="Segoe UI Emoji"/>'


def made(*texts: str) -> ComposedDeck:
    slides = "".join(f'  - {{title: "{text}", bullets: ["{text}", Ord, Ord, Ord]}}\n' for text in texts)
    deck = f"title: T\nlanguage: sv\nslides:\n{slides}"
    return Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").compose()


def pages(deck: ComposedDeck) -> list[str]:
    assert deck.scene is not None
    package = zipfile.ZipFile(io.BytesIO(write(deck.scene)))
    return [package.read(name).decode() for name in sorted(package.namelist()) if name.startswith("ppt/slides/slide")]


@pytest.mark.parametrize("emoji", ["😀", "👩‍🏫", "👍🏽", "🇸🇪", "🎓📚", "1️⃣"])
def test_a_row_of_signs_is_a_run_in_powerpoints_own_font(emoji: str) -> None:
    (page,) = pages(made(f"Hej {emoji} du"))
    assert page.count(FONT) == 2, "in the title and in the list"
    assert f"<a:t>{emoji}</a:t>" in page and "<a:t>Hej </a:t>" in page


def test_text_without_them_has_none_of_it() -> None:
    assert all(FONT not in page for page in pages(made("Hej → du", "Ord")))


def test_they_are_told_once_and_read_back_whole() -> None:
    deck = made("Hej 😀", "Du **👍🏽** där")
    assert [one.code for one in deck.problems] == ["emoji"]
    assert deck.scene is not None
    data = write(deck.scene)
    assert oracles.audit(data) == [] and oracles.flaws(data) == []
    finished, problems = read_finished(data, "a.pptx")
    assert finished is not None and problems == ()
    assert [slide.title for slide in finished.slides] == ["Hej 😀", "Du 👍🏽 där"]
    assert all("Ord" in words_of(slide) for slide in finished.slides)


@settings(max_examples=25)
@given(st.text(st.sampled_from("a1 😀👍🏽\u200d\ufe0f🇸🇪é"), min_size=1).filter(str.strip))
def test_no_character_is_lost(text: str) -> None:
    deck = made(f"Ord {text}.")
    assert deck.scene is not None
    item = deck.scene.pages[0].items[0]
    wanted = "".join(run.text for part in getattr(item, "paragraphs", ()) for run in part.runs)
    (page,) = pages(deck)
    title = page.partition("</p:sp>")[0]
    said = "".join(part.partition("</a:t>")[0] for part in title.split("<a:t>")[1:])
    assert said == wanted.replace("\u00ad", "-")
