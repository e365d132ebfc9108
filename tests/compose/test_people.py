"""People: contacts become links, initials are what readers see as letters, a round portrait is round in every output."""

import io
import zipfile

import pytest

from deckmotor.build import Pipeline
from deckmotor.compose.kinds.people.contacts import linked
from deckmotor.compose.kinds.people.grid import ways
from deckmotor.compose.kinds.people.words import initials, usual
from deckmotor.export.pptx import write
from deckmotor.model.text import Text, TextRun
from deckmotor.scene.drawing import Image
from deckmotor.scene.page import PictureItem
from deckmotor.scene.paint import leaves, paint
from deckmotor.span import Span
from deckmotor.style import Box
from deckmotor.units import points
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.casefile import BYTES


def test_no_row_is_nearly_empty_where_fewer_columns_take_as_many_rows() -> None:
    area = Box(0, 0, points(852), points(340))
    found = {count: {way.columns for way in ways(count, area)} for count in (3, 5, 7, 9)}
    assert found == {3: {3, 1, 2}, 5: {3, 2, 1}, 7: {4, 3, 2, 1}, 9: {3, 2, 1}}


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("asa.oberg@sjoby.se", ["mailto:asa.oberg@sjoby.se"]),
        ("Tel. +46 (0)970-123 45", ["tel:+4697012345"]),
        ("0970-123 45, asa@sjoby.se", ["tel:097012345", "mailto:asa@sjoby.se"]),
        ("www.sjoby.se", ["https://www.sjoby.se"]),
        ("https://sjoby.se/hus.", ["https://sjoby.se/hus"]),
        ("växeln, rum 12", []),
        ("Hus 3, 2024", []),
        ("@asa", []),
    ],
)
def test_contacts_are_links(line: str, links: list[str]) -> None:
    made = linked(Text(runs=(TextRun(text=line),), span=Span("deck.yaml")))
    assert made.plain == line
    assert [run.link for run in made.runs if run.link is not None] == links


def test_initials_are_letters() -> None:
    names = ("Åsa Öberg", "Nils-Erik af Bäck", "Cher", "åsa", "A\u030asa O\u0308berg", "“Kalle” Ek")
    assert [initials(name) for name in names] == ["ÅÖ", "NB", "C", "Å", "A\u030aO\u0308", "KE"]
    assert [usual(tag) for tag in ("sv", "sv-FI", "en-GB", "tlh")] == [
        "Porträtt av {name}", "Porträtt av {name}", "Portrait of {name}", "Portrait of {name}",
    ]  # fmt: skip


def test_a_round_portrait_is_round_in_every_output() -> None:
    deck = "title: A\nlanguage: sv\nslides:\n  - title: T\n    people: {shape: round, items: [{name: A, picture: a.jpg}, B]}\n"
    files = {**THEME_FILES, "deck.yaml": deck.encode(), "a.jpg": BYTES["photo"](b"900x600 1")}
    pipeline = Pipeline.of(MemoryWorkspace(files), "deck.yaml", theme="motor")
    made = pipeline.compose()
    assert made.scene is not None and made.problems == (), made.problems
    page = made.scene.pages[0]
    (item,) = (item for item in page.items if isinstance(item, PictureItem))
    assert item.round and item.box.width == item.box.height
    layout = next(one for one in made.scene.layouts if one.name == page.layout)
    (image,) = (one for element in paint(page, layout, 1) for one in leaves(element) if isinstance(one, Image))
    assert image.round
    with zipfile.ZipFile(io.BytesIO(write(made.scene))) as package:
        slide = package.read("ppt/slides/slide1.xml").decode()
    assert 'prst="ellipse"' in slide.partition("<p:pic>")[2].partition("</p:pic>")[0]
