"""Footnotes and sources: numbers in the order of the text, room at the foot, parts of a slide, outputs."""

import io
import re
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.build import Pipeline
from deckmotor.export.pptx import write
from deckmotor.export.typst import Press
from deckmotor.export.web import Shell, html
from deckmotor.finished import Words
from deckmotor.importer import read_finished
from deckmotor.scene.page import Page, Scene, TextItem
from deckmotor.workspace import MemoryWorkspace, fonts_folder
from tests.built import THEME_FILES, THEMES

HEAD = "title: Studien\nlanguage: sv\nslides:\n"


def scene(slides: str, theme: str = "motor", size: str = "16:9") -> Scene:
    deck = f"{HEAD}{slides}"[:-1] + f"\nsize: '{size}'\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme=theme).compose()
    assert made.problems == () and made.scene is not None
    return made.scene


def texts(page: Page, name: str) -> list[str]:
    (item,) = (item for item in page.items if isinstance(item, TextItem) and item.name == f"{page.id}/{name}")
    return [part.text for part in item.paragraphs]


@settings(max_examples=15)
@given(st.permutations(["a", "b", "c"]), st.permutations([*"abcab"]))
def test_numbers_are_given_in_the_order_of_the_text(order: list[str], named: list[str]) -> None:
    notes = ", ".join(f"{name}: Not {name}" for name in order)
    items = "".join(f"\n      - Punkt[^{name}]" for name in named)
    (page,) = scene(f"  - title: Rubrik\n    bullets:{items}\n    footnotes: {{{notes}}}\n").pages
    first = list(dict.fromkeys(named))
    assert texts(page, "foot") == [f"{number}\u00a0Not {name}" for number, name in enumerate(first, 1)]
    assert [text[-1] for text in texts(page, "bullets")] == [str(first.index(name) + 1) for name in named]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_nothing_stands_in_the_foot(theme: str, size: str) -> None:
    slide = "  - title: Rubrik[^1]\n    look: plain\n    bullets: [Ett, Två, Tre]\n    footnotes: {1: Not}\n    sources: SCB\n"
    (page,) = scene(slide, theme, size).pages
    items = {item.name.partition("/")[2]: item for item in page.items if isinstance(item, TextItem)}
    foot = items["foot"]
    assert items["bullets"].moved and items["bullets"].box.bottom < foot.box.y
    assert foot.box.bottom <= min(item.box.y for name, item in items.items() if name in ("footer", "number"))
    assert min(run.style.size for part in foot.paragraphs for run in part.runs) >= 12 * 12_700
    assert [name for name in items if name in ("title", "bullets", "foot", "number")] == ["title", "bullets", "foot", "number"]
    assert (page.id, page.title) == ("rubrik", "Rubrik")


def test_each_part_of_a_slide_has_the_notes_that_it_names() -> None:
    items = "".join(
        f"\n      - Punkt {number} som är lång nog för att sidan ska bli full och fortsätta på en ny, med en rad till"
        f"{'[^a]' if number == 1 else '[^b]' if number == 15 else ''}"
        for number in range(1, 16)
    )
    pages = scene(f"  - title: Full\n    bullets:{items}\n    footnotes: {{a: Först, b: Sist}}\n    sources: SCB\n").pages
    assert len(pages) > 1
    assert texts(pages[0], "foot") == ["1\u00a0Först", "Källa: SCB"]
    assert texts(pages[-1], "foot") == ["2\u00a0Sist", "Källa: SCB"]


def test_they_are_notes_in_html_and_are_read_back() -> None:
    made = scene('  - title: Rubrik\n    text: Ett ord[^1] till\n    footnotes: {1: "Se [här](https://example.org)"}\n')
    page = html(made, lambda name: (Path(fonts_folder()) / name).read_bytes(), Shell("", ""))
    assert re.search(r'<div role="doc-footnote"><p>.*>1<.*</p></div>', page)
    assert re.search(r'<a id="rubrik-ref-1" role="doc-noteref" href="#rubrik-note-1"><span[^>]*>1</span></a>', page)
    assert re.search(r'<a id="rubrik-note-1" role="doc-backlink" href="#rubrik-ref-1"><span[^>]*>1</span></a>', page)
    deck, problems = read_finished(write(made), "a.pptx")
    assert deck is not None and problems == ()
    words = [one.text for part in deck.slides[0].parts if isinstance(part, Words) for one in part.paragraphs]
    assert words == ["Rubrik", "Ett ord1 till", "1 Se här"]


def test_numbers_and_notes_lead_to_each_other() -> None:
    """In HTML every id is there once, and every link leads to one; in PDF links lead to where the others stand."""
    slide = (
        '  - title: Rubrik[^b]\n    table: [["Ort[^a]", Tal], ["Kalix[^a]", "5[^a][^b]"]]\n    footnotes: {a: Ett, b: Två}\n'
    )
    made = scene(f"  - title: Först\n    text: Ord\n{slide}")
    page = html(made, lambda name: (Path(fonts_folder()) / name).read_bytes(), Shell("", ""))
    ids = re.findall(r' id="(rubrik-\w+-\d)"', page)
    assert sorted(ids) == ["rubrik-note-1", "rubrik-note-2", "rubrik-ref-1", "rubrik-ref-2"]
    assert set(re.findall(r' href="#(rubrik-\w+-\d)"', page)) == set(ids)
    data, refused = Press(fonts_folder()).pdf(made)
    links = list(pypdf.PdfReader(io.BytesIO(data)).pages[1].annotations or ())
    assert refused == "" and len(links) == 7
