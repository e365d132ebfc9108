"""The study itself: its words to the letter, in placeholders, in order, in Swedish; each municipality only in its own deck."""

import io
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR

from deckmotor.edition import Edition
from tests.built import MUNICIPALITIES, STUDY, THEMES, pipeline

ACCENT = MSO_THEME_COLOR.ACCENT_2
STUDY_TEXT = Path(__file__).parent / "study.txt"
NAMES = {
    "kalix": "Kalix",
    "soderhamn": "Söderhamn",
    "lindesberg": "Lindesberg",
    "motala": "Motala",
    "vaggeryd": "Vaggeryd",
    "varberg": "Varberg",
}


@cache
def presentation(variant: str | None, theme: str | None = None, audience: str = "") -> Any:
    built = pipeline(STUDY, "deck/deck.yaml", theme).build(Edition(variant or "", audience))
    assert built.data, built.problems
    return Presentation(io.BytesIO(built.data))


def words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def slide_text(slide: Any, *, placeholders_only: bool = True) -> str:
    shapes = [shape for shape in slide.shapes if shape.has_text_frame and (shape.is_placeholder or not placeholders_only)]
    kinds = ("FOOTER", "SLIDE_NUMBER", "DATE")
    shapes = [shape for shape in shapes if not str(shape.placeholder_format.type).startswith(kinds)]
    return "\n".join(shape.text_frame.text.replace("\v", "\n").replace("\u00a0", " ") for shape in shapes)


def test_all_words_of_the_study_in_order_in_placeholders() -> None:
    told = words(STUDY_TEXT.read_text(encoding="utf-8").replace("\n- ", "\n"))
    shown = words("\n".join(slide_text(slide) for slide in presentation(None).slides))
    # The deck adds section pages and a closing one, so the study is a subsequence of it, without a word left out.
    rest = iter(shown)
    missing = [word for word in told if word not in rest]
    assert missing == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("variant", [None, *MUNICIPALITIES])
def test_every_slide_has_a_title_and_every_run_its_language(variant: str | None, theme: str) -> None:
    for slide in presentation(variant, theme).slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text.strip()
        xml = slide._element.xml
        properties = re.findall(r"<a:(?:rPr|endParaRPr)\b[^>]*>", xml)
        assert properties
        assert [found for found in properties if 'lang="sv' not in found] == []
        assert len(re.findall(r"<a:(?:r|fld|br)>|<a:fld ", xml)) <= len(properties)


@pytest.mark.parametrize("variant", MUNICIPALITIES)
def test_a_municipality_is_named_in_its_own_deck_only(variant: str) -> None:
    slides = list(presentation(variant).slides)
    own = NAMES[variant]
    assert f"Nätverksträff i {own}" in slide_text(slides[0])
    assert any(f"Vad betyder det för {own}?" in slide_text(slide) for slide in slides)
    elsewhere = "\n".join(slide_text(slide) for slide in slides if "Urval av kommuner" not in slide_text(slide))
    for other, name in NAMES.items():
        assert (name in elsewhere) == (other == variant), name


def test_the_base_deck_speaks_to_no_municipality() -> None:
    slides = [slide for slide in presentation(None).slides if "Urval av kommuner" not in slide_text(slide)]
    assert not any(name in slide_text(slide) for slide in slides for name in NAMES.values())


@pytest.mark.parametrize("variant", MUNICIPALITIES)
def test_its_own_municipality_is_picked_out_in_the_selection(variant: str) -> None:
    (page,) = [slide for slide in presentation(variant).slides if "Urval av kommuner" in slide_text(slide)]
    runs = [run for shape in page.placeholders for part in shape.text_frame.paragraphs for run in part.runs]
    lit = [run.text for run in runs if run.font.color.type is not None and run.font.color.theme_color == ACCENT]
    assert lit == [NAMES[variant]], "Kalix UniverCity bears the name too, after it: once is enough"


@pytest.mark.parametrize(("audience", "asked"), [("politiker", "besluta om?"), ("larcentrum", "tillsammans med?")])
def test_each_audience_has_its_own_question(audience: str, asked: str) -> None:
    for variant in ("", *MUNICIPALITIES):
        shown = "\n".join(slide_text(slide) for slide in presentation(variant, audience=audience).slides)
        assert (asked in shown) == (variant != "")
        assert not any(other in shown for other in {"besluta om?", "tillsammans med?"} - {asked})
