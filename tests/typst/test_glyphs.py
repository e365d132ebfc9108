"""Characters that a font lacks: others lend them; where none can, no PDF for screen readers is made, and the place is told."""

import io
import re

import pytest
from pypdf import PdfReader

from deckmotor.build import Built, Pipeline
from deckmotor.edition import BASE
from deckmotor.workspace import MemoryWorkspace, builtin_themes

HEAD = "title: {title}\nlanguage: sv\ntheme: motor\nfile: prov\nslides:\n- cover: {{}}\n"


def built(slides: str, *outputs: str, title: str = "Prov") -> Built:
    files = {f"themes/{place.parent.name}/theme.yaml": place.read_bytes() for place in builtin_themes().glob("*/*.yaml")}
    workspace = MemoryWorkspace({"deck.yaml": (HEAD.format(title=title) + slides).encode(), **files})
    return Pipeline.of(workspace, "deck.yaml").build(BASE, outputs)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("slides", "line", "column"),
    [
        ("- title: Klart 𒀀\n  bullets: [Ett]\n", 7, 10),
        ("- title: Prov\n  bullets:\n  - Ett\n  - text: Två\n    bullets: [Under, Klart 𒀀]\n", 11, 22),
        ("- title: Prov\n  table:\n  - [A, B]\n  - [c, 𒀀]\n", 10, 9),
        ("- title: Prov\n  columns:\n  - {heading: Så 𒀀, bullets: [a]}\n  - {heading: Nej, text: b}\n", 9, 15),
    ],
)
def test_it_is_an_error_with_its_place(slides: str, line: int, column: int) -> None:
    made = built(slides, "pptx", "pdf")
    assert made.files == ()
    (found,) = (one for one in made.problems if one.severity == "error")
    assert found.code == "pdf-glyph"
    assert "the font Arial has no character `𒀀` (U+12000)" in found.message
    assert (found.span.line, found.span.column) == (line, column)
    assert found.advice


def test_all_are_told_at_once() -> None:
    found = built("- title: Klart 𒀀\n  text: Så 𐘀 bra\n- title: Mer\n  text: 𒀁𒀂\n", "pdf").problems
    told = [(re.findall("`(.)`", one.message), one.span.line) for one in found if one.code == "pdf-glyph"]
    assert told == [(["𒀀"], 7), (["𐘀"], 8), (["𒀁", "𒀂"], 10)]


def test_a_shipped_font_lends_what_another_lacks() -> None:
    made = built("- title: Klart ✓\n  bullets: [Så 😀 och Հայաստան, 'f → g']\n", "pptx", "pdf", "png")
    assert [file.name for file in made.files][:2] == ["prov.pptx", "prov.pdf"]
    assert {(one.code, one.severity) for one in made.problems} == {("missing-glyph", "warning")}
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made.files[1].data)).pages)
    for word in ("✓", "😀", "Հայաստան"):
        assert word in text


def test_a_title_of_the_deck_is_told_in_the_head() -> None:
    assert {one.span.line for one in built("", "pdf", title="Klart 𒀀").problems} == {1}


def test_powerpoint_and_pictures_are_made_with_a_warning() -> None:
    made = built("- title: Klart 𒀀\n  bullets: [Ett]\n", "pptx", "png")
    assert [file.name for file in made.files] == ["prov.pptx", "prov/prov-01.png", "prov/prov-02.png"]
    assert {one.severity for one in made.problems} == {"warning"}


def test_invisible_characters_are_no_reason() -> None:
    made = built('- title: "Ett\\u200d och\\ufe0f två\\u2060\\u00ad"\n  bullets: ["a\\u200bb"]\n', "pdf")
    assert made.files[0].name == "prov.pdf"
