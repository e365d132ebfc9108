"""Formulas in lines of text: what is money, how much room they take, every output, and reading back."""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmotor.build import Pipeline
from deckmotor.compose.setting import to_flow
from deckmotor.export.pptx import write
from deckmotor.export.typst import Press
from deckmotor.export.web import Shell, html
from deckmotor.finished import Table, Words
from deckmotor.importer import read_finished
from deckmotor.model.inline import parse_text
from deckmotor.scene.page import Scene, TextItem
from deckmotor.source.nodes import Put, Scalar
from deckmotor.span import Span
from deckmotor.typeset.flow import flow
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.workspace import MemoryWorkspace, fonts_folder
from tests.built import THEME_FILES

SPAN = Span("deck.yaml", 1, 1, 0, 0)
SUMS = st.one_of(
    st.builds("${}{}".format, st.integers(0, 10_000), st.sampled_from(["", "M", " mn", ",50", "/st", " per år"])),
    st.builds("{} $".format, st.integers(0, 10_000)),
    st.builds("{}$".format, st.integers(0, 10_000)),
    st.builds("{}$ {}".format, st.sampled_from(["US", "A", "CA"]), st.integers(0, 10_000)),
)
DECK = """
title: Kursen
language: sv
slides:
  - title: Fallet $h = \\frac{1}{2} g t^2$
    look: plain
    bullets:
      - Arean är $A = \\pi r^2$
      - Roten $\\sqrt{\\frac{\\frac{a}{b}}{\\frac{c}{d}}}$ och [länken $x$](https://example.org)
      - Inget
    notes: Säg $x^2$
  - title: Tabell
    table: [[Mått, Formel], [Medel, '$\\bar{x}$']]
"""


def formulas(text: str, puts: tuple[Put, ...] = ()) -> list[str]:
    parsed, _, _ = parse_text(Scalar(text, SPAN, puts=puts))
    return [run.formula for run in parsed.runs if run.formula is not None]


@given(st.lists(SUMS, min_size=1, max_size=4), st.sampled_from([" och ", ", ", " till ", "; "]))
def test_sums_are_money_whatever_stands_between_them(sums: list[str], between: str) -> None:
    assert formulas(f"Det kostar {between.join(sums)} i år") == []


@pytest.mark.parametrize("value", ["x", "5", "a$", "$", "\\frac", "5 $"])
def test_no_dollar_sign_of_a_value_acts(value: str) -> None:
    text = f"kostar {value} eller {value}"
    at = (text.index(value), text.rindex(value))
    assert formulas(text, tuple(Put(start, start + len(value), start, 4) for start in at)) == []


def test_a_value_may_stand_in_a_formula() -> None:
    assert formulas("att $n = 25$ räcker", (Put(9, 11, 9, 4),)) == ["n = 25"]


@cache
def scene() -> Scene:
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": DECK.encode()}), "deck.yaml", theme="motor").compose()
    assert made.problems == () and made.scene is not None
    return made.scene


def body() -> TextItem:
    return next(item for item in scene().pages[0].items if isinstance(item, TextItem) and item.name.endswith("/bullets"))


def test_a_high_formula_makes_its_line_higher_and_no_other() -> None:
    plain, high, last = (flow(to_flow([part]), 9_000_000, shipped_fonts()).paragraphs[0][0] for part in body().paragraphs)
    room = body().paragraphs[1].runs[1].style.room
    assert room is not None and plain.height == last.height and plain.baseline == last.baseline
    assert high.baseline == room.up > plain.baseline
    assert high.height >= room.up + room.down


def test_names_of_the_page_are_plain() -> None:
    page = scene().pages[0]
    assert (page.id, page.title) == ("fallet-h-1-2-g-t-2", "Fallet h = 1/2gt²")
    assert page.notes[0].text == "Säg x²"


def test_powerpoint_has_maths_and_others_a_line_of_characters() -> None:
    with zipfile.ZipFile(BytesIO(write(scene()))) as package:
        slides = [ElementTree.fromstring(package.read(f"ppt/slides/slide{number}.xml")) for number in (1, 2)]
    maths = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
    for slide, count in zip(slides, (4, 1), strict=True):
        compatibility = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
        choices, fallbacks = (list(slide.iter(compatibility + name)) for name in ("Choice", "Fallback"))
        assert sum(len(list(choice.iter(maths))) for choice in choices) == len(list(slide.iter(maths))) == count
        names = [[one.get("name") for one in way.iter() if one.tag.endswith("}cNvPr")] for way in (*choices, *fallbacks)]
        assert names[: len(choices)] == names[len(choices) :]
    assert "Arean är A\u00a0=\u00a0πr²" in ["".join(part.itertext()) for part in slides[0].iter() if part.tag.endswith("}p")]


def test_they_are_read_back_as_lines_of_characters() -> None:
    deck, problems = read_finished(write(scene()), "a.pptx")
    assert deck is not None and problems == ()
    words = [part for part in deck.slides[0].parts if isinstance(part, Words)]
    assert [part.role for part in words] == ["title", "body"]
    assert deck.slides[0].title == "Fallet h = 1/2gt²"
    assert [one.text for one in words[1].paragraphs] == ["Arean är A = πr²", "Roten √((a/b)/(c/d)) och länken x", "Inget"]
    (table,) = (part for part in deck.slides[1].parts if isinstance(part, Table))
    assert table.rows[1][1].text == "x̅"


def test_a_word_stands_on_the_line_of_what_it_means() -> None:
    deck = "title: A\nlanguage: sv\nslides:\n  - {title: T, definitions: {A: 'Delen $\\frac{a}{b}$', B: Resten}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").compose().scene
    assert made is not None
    (text,) = (item for item in made.pages[0].items if isinstance(item, TextItem) and len(item.paragraphs) == 4)
    lines = [part.lines[0].baseline for part in text.paragraphs]
    assert lines[0] == lines[1] < lines[2] == lines[3]


def test_html_has_mathml_and_pdf_reads_words() -> None:
    made = html(scene(), lambda name: (Path(fonts_folder()) / name).read_bytes(), Shell("", ""))
    assert '<math alttext="A är lika med pi r i kvadrat"><mrow><mi>A</mi>' in made
    pypdf = pytest.importorskip("pypdf")
    data, refused = Press(str(fonts_folder())).pdf(scene())
    assert refused == ""  # Screen readers are given words for every formula, or it is no PDF/UA.
    assert [entry.title for entry in pypdf.PdfReader(BytesIO(data)).outline] == ["Fallet h = 1/2gt²", "Tabell"]
