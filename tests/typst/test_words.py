"""What is copied from the PDF, searched in it, or read out: the words of the YAML, in reading order, and no others."""

import io
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader

from deckmotor.scene.page import GroupItem, Item, Paragraph, Run, ShapeItem, TableItem, TextItem
from deckmotor.style import Box
from deckmotor.units import points
from tests.built import THEMES
from tests.oracles import missing
from tests.typst.drawn import DECKS, PLAIN, TEXT, document_of, measured, page, pdf, pdf_of, scene, scene_of, text
from tests.typst.reading import Annotation, Document, Marked, Tag

STUDY_TEXT = Path(__file__).parents[1] / "study.txt"
FOOTERS = ("footer", "date", "number")
SOFT_HYPHEN = "\u00ad"


def said(items: Sequence[Item], *, drawn: bool = False) -> list[str]:
    """The words of some items as they are written, footers left out; `drawn`: those in groups too that alt texts tell."""
    words: list[str] = []
    for item in items:
        if isinstance(item, ShapeItem) or (isinstance(item, TextItem) and item.slot not in FOOTERS):
            words += in_paragraphs(item.paragraphs)
        elif isinstance(item, TableItem):
            words += (word for row in item.rows for cell in row for word in in_paragraphs(cell.paragraphs))
        elif isinstance(item, GroupItem) and (drawn or not item.alt):
            words += said(item.items, drawn=drawn)
    return words


def in_paragraphs(parts: Sequence[Paragraph]) -> list[str]:
    return [word for part in parts for word in "".join(run.text for run in part.runs).replace(SOFT_HYPHEN, "").split()]


def read_out(tag: Tag, number: int) -> Iterator[str]:
    """The text of each tag that holds some, on one page; marks of lists left out."""
    text = ""
    for child in tag.below:
        if isinstance(child, Marked):
            text += child.text if child.page == number else ""
        elif isinstance(child, Tag) and child.kind in ("Span", "Link"):
            text += "".join(read_out(child, number))
        elif isinstance(child, Tag) and child.kind not in ("Lbl", "Figure"):
            yield from read_out(child, number)
        else:
            assert isinstance(child, Annotation | Tag)
    if text:
        yield text


def words_of(document: Document, number: int) -> list[str]:
    return [word for text in read_out(document.tags(), number) for word in text.replace(SOFT_HYPHEN, "").split()]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("deck", DECKS)
def test_the_words_of_every_page_in_reading_order(deck: str, theme: str) -> None:
    document = document_of(deck, theme)
    for number, made in enumerate(scene_of(deck, theme).pages):
        assert words_of(document, number) == said(made.items)


def test_the_study_to_the_letter() -> None:
    document = document_of("study")
    told = STUDY_TEXT.read_text(encoding="utf-8").replace("\n- ", "\n").split()
    shown = iter([word for number in range(len(document.pages)) for word in words_of(document, number)])
    assert [word for word in told if word not in shown] == []


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("program", ["pypdf", "pdftotext"])
def test_extracting_programs_find_the_same_words(deck: str, program: str) -> None:
    texts = extracted(program, pdf_of(deck))
    for made, found in zip(scene_of(deck).pages, texts, strict=True):
        footers = [
            word
            for item in made.items
            if isinstance(item, TextItem) and item.slot in FOOTERS
            for word in in_paragraphs(item.paragraphs)
            if word != "‹#›"
        ]
        marks = {"•", "–", "◦", *(f"{number}." for number in range(1, 13))}
        words = [word for word in found.split() if word not in marks and not word.isdigit()]
        given = [word for word in (*said(made.items, drawn=True), *footers) if not word.isdigit()]
        if any(isinstance(item, GroupItem) for item in made.items):  # Names in drawings have no line that they end.
            words, given = list("".join(words)), list("".join(given))
        assert sorted(words) == sorted(given)


def extracted(program: str, data: bytes) -> list[str]:
    if program == "pypdf":
        return [one.extract_text() for one in PdfReader(io.BytesIO(data)).pages]
    try:
        done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True)
    except FileNotFoundError:
        missing("pdftotext (poppler) is not installed")
    return done.stdout.decode().split("\f")[:-1]


# Words that break over lines


def drawn(part: Paragraph, width: float) -> Document:
    return Document(pdf(scene(page(measured([part], Box(points(50), points(100), points(width), points(300)))))))


def test_a_hyphen_that_only_a_break_draws_is_read_as_none() -> None:
    document = drawn(text("För kompetens\u00adutveckling här"), 150)
    lines = [one.text for one in document.pages[0] if one.baseline > 100]
    # The last letter before the hyphen is read with a soft one, and so is the hyphen that is drawn.
    assert "".join(lines) == "För kompetens\u00ad\u00adutveckling här"
    assert len({round(one.baseline) for one in document.pages[0] if one.baseline > 100}) == 2
    assert words_of(document, 0) == ["Rubrik", "För", "kompetensutveckling", "här"]


def test_the_hyphen_is_drawn_behind_its_word() -> None:
    document = drawn(text("För kompetens\u00adutveckling här"), 150)
    hyphen = next(one for one in document.pages[0] if one.text == SOFT_HYPHEN)
    plain = drawn(text("För kompetens- utveckling här"), 150)
    (line,) = [one for one in plain.pages[0] if one.text.startswith("För")]
    assert hyphen.baseline == line.baseline
    assert hyphen.x == pytest.approx(50 + width_of("För kompetens"), abs=0.05)


def width_of(words: str) -> float:
    from tests.typst.drawn import FONTS

    return FONTS.width(words, TEXT) / 12_700


def test_hyphens_of_the_text_stay_hyphens() -> None:
    document = drawn(text("Ett 3M-nätverk och e-post\u00adadresser med sista-"), 90)
    assert words_of(document, 0) == ["Rubrik", "Ett", "3M-nätverk", "och", "e-postadresser", "med", "sista-"]


def test_a_word_that_is_cut_stays_one_word() -> None:
    document = drawn(text("Kommunalförbundsdirektörsassistentutbildning klar"), 120)
    assert len({round(one.baseline) for one in document.pages[0]}) > 3
    assert words_of(document, 0) == ["Rubrik", "Kommunalförbundsdirektörsassistentutbildning", "klar"]


def test_lines_that_are_broken_by_hand_do_not_join_words() -> None:
    assert words_of(drawn(text("Ett\nTvå\n\nTre"), 300), 0) == ["Rubrik", "Ett", "Två", "Tre"]


def test_words_of_several_runs_stay_one_word() -> None:
    runs = tuple(Run(text=piece, style=TEXT, language="sv") for piece in ("sam", "verkan", "s", "partner och mer text här"))
    document = drawn(Paragraph(runs=runs, style=PLAIN, language="sv"), 110)
    assert words_of(document, 0) == ["Rubrik", "samverkanspartner", "och", "mer", "text", "här"]
