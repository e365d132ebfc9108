"""What leads somewhere as a whole, in every kind of content that can: native, read back, and to be clicked in all outputs."""

import io
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from deckmotor.browsed import drawn_pages, presentation
from deckmotor.build import Pipeline
from deckmotor.finished import Picture, Words
from deckmotor.importer import read_finished
from deckmotor.scene.page import Scene
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.casefile import BYTES
from tests.typst.drawn import pdf
from tests.typst.reading import Document
from tests.typst.test_accessibility import findings
from tests.web.test_svg import HREF, SVG

AWAY, TO = "https://example.org/dit", "#flow"
BOXES = {
    "flow": "flow: {arrows: [a -> b, b -> c], nodes: [{name: a, link: %s}, {name: c, text: Ord, link: %s}]}",
    "hierarchy": "hierarchy: [{label: a, text: Ord, link: %s, items: [{label: b, link: %s}, c]}]",
    "roadmap": "roadmap: {periods: ['1', '2'], lanes: {L: [{text: a, from: '1', link: %s}, {text: b, at: '2', link: %s}]}}",
    "comparison": "comparison: [{title: a, points: [Ord], link: %s}, {title: b, text: Ord, link: %s}]",
    "matrix": "matrix: [{title: a, points: [Ord], link: %s}, {title: b, link: %s}, {title: c}, {title: d}]",
    "callout": "columns: [{callout: {text: Ord, link: %s}}, {callout: {text: Ord, link: %s}}]",
    "picture": "pictures: [{file: a.png, alt: a, link: %s}, {file: b.png, alt: b, link: %s}]",
    "icon": "columns: [{icon: {name: books, alt: a, link: %s}}, {icon: {name: book, alt: b, link: %s}}]",
    "logos": "logos: [{file: a.png, name: a, link: %s}, {file: b.png, name: b, link: %s}]",
}
"""Kinds whose boxes lead somewhere, each twice."""

WORDS = {
    "process": "process: [{label: a, text: Ord, link: %s}, {label: b, link: %s}, c]",
    "cycle": "cycle: [{label: a, text: Ord, link: %s}, {label: b, link: %s}, c]",
    "timeline": "timeline: [{date: 1998, text: a, link: %s}, {date: 2001, text: b, link: %s}]",
    "agenda": "agenda: [{text: a, link: %s}, {text: b, link: %s}]",
    "times": "agenda: [{text: a, time: '9.00', link: %s}, {text: b, time: '9.30', link: %s}]",
    "people": "people: [{name: a, role: Ord, link: %s}, {name: b, link: %s}]",
}
"""Kinds that have words where others have boxes."""


KINDS = BOXES | WORDS


@cache
def made() -> tuple[Scene, bytes]:
    """The deck as a scene and in PowerPoint."""
    slides = (f"  - {{id: {name}, title: {name}, {said % (AWAY, repr(TO))}}}\n" for name, said in KINDS.items())
    held = {**THEME_FILES, "a.png": BYTES["png"](b"40x30"), "b.png": BYTES["png"](b"41x30")}
    deck = f"title: A\nslides:\n{''.join(slides)}".encode()
    pipeline = Pipeline.of(MemoryWorkspace({**held, "deck.yaml": deck}), "deck.yaml", theme="motor")
    built, scene = pipeline.build(), pipeline.compose().scene
    assert scene is not None and built.files, built.problems
    return scene, built.files[0].data


def test_they_are_native_and_read_back() -> None:
    """As a link of the shape where there is a box, else of the words."""
    read, _ = read_finished(made()[1], "a.pptx")
    assert read is not None
    for slide in read.slides:
        if slide.identity.id == "times":
            continue  # Of cells the text is read.
        words = [part for part in slide.parts if isinstance(part, Words)]
        boxes = [part.link for part in slide.parts if isinstance(part, Words | Picture) and part.link]
        inside = [mark.link for part in words for text in part.paragraphs for mark in text.marks if mark.link]
        found = inside if slide.identity.id in WORDS else boxes
        assert set(found) == {AWAY, TO}, slide.identity.id


@cache
def areas() -> tuple[bytes, list[list[tuple[str, float, float]]]]:
    """What checkers say of the PDF, and for each of its pages where its areas lead, with their widths and heights, points."""
    data = pdf(made()[0])
    pages = []
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        links = [link.get_object() for link in page.get("/Annots", ())]
        boxes = [[float(at) for at in link["/Rect"]] for link in links]
        to = [str(link["/A"]["/URI"]) if "/A" in link else TO for link in links]
        pages.append([(one, box[2] - box[0], box[3] - box[1]) for one, box in zip(to, boxes, strict=True)])
    return data, pages


def test_a_pdf_has_an_area_for_each(tmp_path: Path) -> None:
    """Text is felt as high as it is: what typst makes by itself of a line that was measured has no height."""
    data, pages = areas()
    usual = ("TBL-001", "UA-15-003", "FIG-012", "LNK-003")  # Times of an agenda; short words; words of a figure in a link.
    assert [one for one in findings(data, tmp_path) if not any(rule in one for rule in usual)] == []
    for name, links in zip(KINDS, pages, strict=True):
        assert {to for to, _, _ in links} == {AWAY, TO}, name
        assert len(links) == (3 if name == "roadmap" else 2), "a milestone, and its words beside it"
        assert all(wide > 3 and high > 12 for _, wide, high in links), (name, links)


def test_a_link_moves_no_line() -> None:
    """Lines of a paragraph stand where they did, however far apart they are."""
    said = f"En %s som leder bort, {'och mycket mer att läsa ' * 5} $\\frac{{a^2}}{{b}}$ {'och mycket mer att läsa ' * 5}"
    tops = []
    for word in ("länk", "[länk](https://a.se)"):
        deck = f"title: A\nslides:\n  - {{id: a, title: A, lead: A, text: '{said % word}'}}\n".encode()
        composed = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck}), "deck.yaml", theme="motor").compose()
        assert composed.scene is not None
        tops.append([(shown.baseline, shown.x) for shown in Document(pdf(composed.scene)).pages[0] if len(shown.text) > 20])
    assert len(tops[0]) > 4 and tops[0][1:] == [pytest.approx(one, abs=0.01) for one in tops[1][1:]]  # The first is in parts.


FELT = """[...document.querySelectorAll('.slide')].map(slide => [slide.id, [...slide.querySelectorAll('a')].map(link => {
  const own = link.querySelector('.a, .l span, span') || link;
  own.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = own.getBoundingClientRect();
  const met = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return [link.getAttribute('href'), met !== null && met.closest('a') === link];
})])"""


def test_a_browser_feels_each(page: Page, shown: Path) -> None:
    file = shown / "links.html"
    file.write_bytes(presentation(made()[0]))
    page.goto(f"file://{file}")
    page.evaluate("document.body.className = ''")  # All pages below each other, as without a script.
    felt = {slide: {tuple(link) for link in links} for slide, links in page.evaluate(FELT)}
    assert felt == {name: {(AWAY, True), (TO, True)} for name in KINDS}
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []


def test_a_drawing_has_an_area_for_each_that_leads_out() -> None:
    for name, drawn in zip(KINDS, drawn_pages(made()[0]), strict=True):
        links = list(ElementTree.fromstring(drawn).iter(f"{SVG}a"))
        assert {link.get(HREF) for link in links} == {AWAY}
        if name in BOXES:
            assert all(link.find(f"{SVG}rect") is not None for link in links if link.get(HREF) == AWAY), name
