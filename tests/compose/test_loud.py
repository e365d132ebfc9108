"""Loud pages are loud, footers say what the deck asks for, and no title is smaller than what stands below it."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.drawing import Path
from deckmotor.scene.page import Page, Scene, TableItem, TextItem
from deckmotor.scene.paint import leaves, painted
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES, THEMES, study


def scene_of(deck: str) -> Scene:
    made = Pipeline.of(MemoryWorkspace({"deck.yaml": deck.encode(), **THEME_FILES}), "deck.yaml").compose()
    assert made.scene is not None, made.problems
    return made.scene


def texts(page: Page) -> dict[str, str]:
    items = [item for item in page.items if isinstance(item, TextItem)]
    return {item.slot or "": "".join(run.text for part in item.paragraphs for run in part.runs) for item in items}


def size(page: Page, slot: str) -> float:
    item = next(item for item in page.items if isinstance(item, TextItem) and item.slot == slot)
    return max(part.style.text.size for part in item.paragraphs) / 12700


SECTIONS = """
title: Årsmötet
date: 12 mars
slides:
  - cover: {}
  - section: Ett
  - {title: A, bullets: [b]}
  - section: Två
    subtitle: Med en rad till
  - section: Tre
"""


def test_section_pages_carry_their_number_and_a_part_for_each_section() -> None:
    pages = [page for page in scene_of(SECTIONS).pages if page.layout.startswith("section")]
    assert [texts(page)["ordinal"] for page in pages] == ["1", "2", "3"]
    assert [page.layout for page in pages] == ["section", "section-lead", "section"]
    for page in pages:
        assert sum("/gauge-" in item.name for item in page.items) == 3


def test_a_section_alone_has_no_number() -> None:
    page = scene_of("title: T\nslides: [{section: Enda}]\n").pages[0]
    assert set(texts(page)) == {"title"}
    assert len(page.items) == 1


@pytest.mark.parametrize("theme", THEMES)
def test_a_cover_s_line_of_two_lines_is_no_part_of_its_credits(theme: str) -> None:
    head = "title: T\nsubtitle: |-\n  En studie av sex kommuner\n  och deras lärcentrum\nauthors: [Åsa Öberg]\n"
    head += f"commissioned_by: [Sjöby]\ntheme: {theme}\n"
    items = {
        item.slot: item for item in scene_of(head + "slides: [{cover: {}}]\n").pages[0].items if isinstance(item, TextItem)
    }
    said, credits = items["subtitle"].paragraphs, items["credits"].paragraphs
    assert len(said[0].lines) == 2
    assert credits[0].lines[0].baseline - said[0].lines[1].baseline > 1.5 * said[0].style.text.size


@pytest.mark.parametrize("theme", THEMES)
def test_the_cover_is_the_largest_type_of_the_deck_but_for_sections(theme: str) -> None:
    scene = study(theme=theme).scene
    assert scene is not None
    cover = next(page for page in scene.pages if page.layout == "cover")
    assert size(cover, "title") >= 50
    assert theme == "punkt" or size(cover, "title") >= 58
    assert all(size(page, "title") < size(cover, "title") for page in scene.pages if page.layout == "content")


@pytest.mark.parametrize(
    ("footer", "expected"),
    [
        ("", ("Årsmötet", "12 mars", True)),
        ("footer: Bara för styrelsen", ("Bara för styrelsen", "12 mars", True)),
        ("footer: {text: Utkast, date: false}", ("Utkast", None, True)),
        ("footer: {title: false, number: false}", (None, "12 mars", False)),
    ],
)
def test_footers_say_what_the_head_asks_for(footer: str, expected: tuple[str | None, str | None, bool]) -> None:
    page = next(page for page in scene_of(f"{footer}\n{SECTIONS}").pages if page.layout == "content")
    found = texts(page)
    assert (found.get("footer"), found.get("date"), "number" in found) == expected


def test_where_title_and_date_share_a_place_the_date_stands_last_and_is_kept() -> None:
    deck = f"title: {'Ett mycket långt namn på ett årsmöte ' * 4}\ndate: 12 mars\nslides: [{{title: Q, questions: [Vad?]}}]\n"
    found = texts(scene_of(deck).pages[0])
    both = found["footer"] + found.get("date", "")
    assert "…" in both
    assert both.endswith("12 mars")


@pytest.mark.parametrize("words", [3, 12, 20, 26])
def test_no_title_is_smaller_than_the_list_below_it(words: int) -> None:
    title = " ".join(["utbildning"] * words)
    page = scene_of(f"title: T\nslides: [{{title: {title}, look: plain, bullets: [kort, också kort]}}]\n").pages[0]
    assert size(page, "title") >= size(page, "body")


def test_a_title_is_made_smaller_rather_than_cut_in_a_word() -> None:
    page = scene_of("title: T\nslides: [{section: Samverkansnätverket}]\n").pages[0]
    assert "\u00ad" not in texts(page)["title"]


def test_a_table_has_a_strong_rule_below_its_header_quiet_ones_between_rows_and_none_after_the_last() -> None:
    scene = scene_of("title: T\nslides: [{title: Q, table: [[a, b], [c, d], [e, f]]}]\n")
    page = scene.pages[0]
    layout = next(layout for layout in scene.layouts if layout.name == page.layout)
    table = next(item for item in page.items if isinstance(item, TableItem))
    assert table.rule is not None
    assert table.header_rule is not None
    assert table.header_rule.width > table.rule.width
    drawn = (leaf for element in painted(table, layout, 1) for leaf in leaves(element))
    lines = [leaf.line for leaf in drawn if isinstance(leaf, Path) and leaf.line is not None]
    assert lines == [table.header_rule, table.rule]
    assert [row[0].paragraphs[0].style.text.bold for row in table.rows] == [True, True, True]
    assert [row[1].paragraphs[0].style.text.bold for row in table.rows] == [True, False, False]


def test_the_footer_of_questions_stands_beside_the_motif() -> None:
    page = scene_of("title: T\ndate: 12 mars\nslides: [{title: Q, questions: [Vad?]}]\n").pages[0]
    placed = {item.slot: item.box.x for item in page.items if isinstance(item, TextItem)}
    assert placed["footer"] == placed["body"]


@pytest.mark.parametrize("theme", THEMES)
def test_the_title_of_every_page_is_read_first(theme: str) -> None:
    """Before a section's number, a cover's organisation, a quotation: PowerPoint's checker and screen readers want it so."""
    scene = scene_of(f"theme: {theme}\norganisation: APeL\n{SECTIONS.strip()}{QUOTED}")
    first = [next(item.slot for item in page.items if isinstance(item, TextItem)) for page in scene.pages]
    assert set(first) == {"title"}


QUOTED = """
  - {title: Q, quote: {text: Ord, by: Någon}}
"""
