"""What the judge has found, each once, so that it is found again in a second and not in a minute."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from deckmotor.build import ComposedDeck, Pipeline
from deckmotor.scene.page import Page, Paragraph, PictureItem, TableItem, TextItem, inside
from deckmotor.workspace import MemoryWorkspace
from tests.fit.generated import deck

LONG = "Att arbeta med regional utveckling tillsammans med näringslivet"


def composed(*slides: dict[str, Any], title: str = "T", size: str = "16:9", **more: str) -> ComposedDeck:
    """A Swedish deck of some slides."""
    head = {"title": title, "language": "sv", "size": size, **more}
    lines = [f"{key}: {json.dumps(value)}" for key, value in head.items()] + ["slides:"]
    lines += [f"- {json.dumps({'title': 'Rubrik', **slide})}" for slide in slides]
    files = deck(1, 1).workspace().files
    return Pipeline.of(MemoryWorkspace({**files, "deck.yaml": "\n".join(lines).encode()}), "deck.yaml").compose()


def pages_of(*slides: dict[str, Any], **head: str) -> tuple[Page, ...]:
    made = composed(*slides, **head)
    assert made.scene is not None
    assert [found for found in made.problems if found.severity == "error"] == []
    return made.scene.pages


def texts(page: Page, slot: str) -> list[str]:
    items = [item for item in page.items if isinstance(item, TextItem) and item.slot == slot]
    return ["".join(run.text for run in part.runs) for item in items for part in item.paragraphs]


def paragraphs_in(page: Page) -> Iterator[Paragraph]:
    """All paragraphs of a page, those of tables and groups too."""
    for item in inside(page.items):
        yield from getattr(item, "paragraphs", ())
        if isinstance(item, TableItem):
            yield from (part for row in item.rows for cell in row for part in cell.paragraphs)


def test_a_list_beside_a_picture_goes_on_beside_it() -> None:
    pages = pages_of({"bullets": [LONG] * 14, "picture": {"file": "wide.png", "decorative": True}})
    assert len(pages) > 1
    assert all(sum(isinstance(item, PictureItem) for item in page.items) == 1 for page in pages)
    assert [text for page in pages for text in texts(page, "body")] == [LONG] * 14


def test_a_column_that_is_too_full_goes_on_under_its_heading() -> None:
    full, short = {"heading": "Full", "bullets": [LONG] * 12}, {"heading": "Kort", "bullets": ["En punkt"]}
    pages = pages_of({"columns": [full, short]})
    assert len(pages) > 1
    assert all(texts(page, "heading") == ["Full"] for page in pages)
    assert [(texts(page, "heading-2"), texts(page, "body-2")) for page in pages] == [
        (["Kort"], ["En punkt"]), *(([], []) for _ in pages[1:])
    ]  # fmt: skip
    assert [text for page in pages for text in texts(page, "body")] == [LONG] * 12


def test_a_column_that_asks_for_it_stands_again_on_every_part() -> None:
    full, short = {"heading": "Full", "bullets": [LONG] * 12}, {"heading": "Kort", "bullets": ["En punkt"], "repeat": True}
    pages = pages_of({"columns": [full, short]})
    assert len(pages) > 1
    assert all((texts(page, "heading-2"), texts(page, "body-2")) == (["Kort"], ["En punkt"]) for page in pages)


@pytest.mark.parametrize("counts", [(7, 7, 7, 7), (9, 3, 2), (14, 11)])
def test_columns_are_cut_in_parts_of_like_height(counts: tuple[int, ...]) -> None:
    """No part holds less than a third of the one before it, and four columns of seven items are not seven slides."""
    columns = [{"heading": f"H{at}", "bullets": [f"{LONG} {n}" for n in range(count)]} for at, count in enumerate(counts)]
    pages = pages_of({"columns": columns})
    held = [[len(texts(page, slot)) for slot in ("body", "body-2", "body-3", "body-4")] for page in pages]
    most = [max(page) for page in held]
    assert all(after * 3 >= before for before, after in pairwise(most)), held
    assert 2 * len(pages) <= max(counts) + 1
    assert [sum(page[at] for page in held) for at in range(len(counts))] == list(counts)


def test_a_picture_keeps_its_place_in_a_full_column() -> None:
    column = {"bullets": [LONG] * 9, "picture": {"file": "wide.png", "decorative": True}}
    pages = pages_of({"columns": [column, {"bullets": ["En punkt"]}]})
    pictures = [item for page in pages for item in page.items if isinstance(item, PictureItem)]
    assert len(pictures) == len(pages)
    assert all(item.box.height > 900_000 for item in pictures)


def test_an_item_longer_than_a_page_stands_above_the_rest_of_its_items() -> None:
    below = [f"{LONG} {number}" for number in range(24)]
    pages = pages_of({"numbered": ["Först", {"text": "Sedan", "bullets": below}, "Sist"]})
    assert len(pages) > 1
    told = [text for page in pages for text in texts(page, "body")]
    assert [text for text in told if text.startswith(LONG)] == below
    assert all(texts(page, "body")[0] in ("Först", "Sedan") for page in pages)
    starts = [item.paragraphs[0].start for page in pages for item in page.items if item.name.endswith("/numbered")]  # type: ignore[union-attr]
    assert starts == [1, *(2 for _ in pages[1:])]


def test_an_item_two_levels_deep_goes_on_in_its_numbers() -> None:
    deep = [f"{LONG} {number}" for number in range(30)]
    pages = pages_of({"bullets": [{"text": "Ovan", "numbered": ["Ett", {"text": "Två", "numbered": deep, "start": 7}, "Tre"]}]})
    assert len(pages) > 2
    bodies = [item for page in pages for item in page.items if isinstance(item, TextItem) and item.slot == "body"]
    told = [("".join(run.text for run in part.runs), part.start) for item in bodies for part in item.paragraphs]
    assert [text for text, _ in told if text.startswith(LONG)] == deep
    for body in bodies[1:]:
        above, number, first = body.paragraphs[:3]
        assert ("".join(run.text for run in above.runs), number.start) == ("Ovan", 2)
        assert first.start == 7 + deep.index("".join(run.text for run in first.runs))


def test_sentences_that_stay_on_a_page_stay_one_paragraph() -> None:
    paragraph = " ".join(f"{LONG} {number + 100}." for number in range(60))
    pages = pages_of({"text": paragraph})
    assert [len(texts(page, "body")) for page in pages] == [1] * len(pages)
    assert " ".join(text for page in pages for text in texts(page, "body")) == paragraph


def test_links_are_cut_where_lines_end() -> None:
    (page,) = pages_of({"bullets": [f"Läs mer i [{LONG} och mycket mer]( https://example.org) i dag".replace("( ", "(")]})
    (part,) = next(item for item in page.items if isinstance(item, TextItem) and item.slot == "body").paragraphs
    ends = [line.text.split()[-1] for line in part.lines[:-1]]
    links = [run.text for run in part.runs if run.link is not None]
    assert [link.split()[-1] for link in links[:-1]] == ends[: len(links) - 1]
    assert "".join(run.text for run in part.runs) == f"Läs mer i {LONG} och mycket mer i dag"


def test_short_columns_of_a_full_table_keep_their_words_whole() -> None:
    word = "vuxenutbildningsförvaltningens"
    (page,) = pages_of({"table": [["År", *(word for _ in range(6))], ["2026", *(word for _ in range(6))]]}, size="4:3")
    table = next(item for item in page.items if isinstance(item, TableItem))
    assert [line.text for row in table.rows for line in row[0].paragraphs[0].lines] == ["År", "2026"]
    assert max(table.widths[1:]) - min(table.widths[1:]) <= 6


def test_a_footer_takes_one_line() -> None:
    (page,) = pages_of({"bullets": ["En"]}, title=f"{LONG} {LONG} {LONG}", size="4:3")
    (footer,) = [item for item in page.items if isinstance(item, TextItem) and item.slot == "footer"]
    assert len(footer.paragraphs[0].lines) == 1
    assert footer.paragraphs[0].lines[0].text.endswith("…")


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_titles_take_a_hyphen_only_at_the_smallest_step(size: str) -> None:
    word = "kompetensförsörjningsutvecklingsstrategi"
    titles = [word, f"{word}arbetet", f"Regionens {word}arbete", word * 2, f"{word * 2}arbetet", f"Om {word * 2} i dag"]
    pages = pages_of(*({"title": title, "bullets": ["a"]} for title in titles), size=size)
    items = [item for page in pages for item in page.items if isinstance(item, TextItem) and item.slot == "title"]
    cut = [any("\u00ad" in run.text for part in item.paragraphs for run in part.runs) for item in items]
    assert cut == [False, False, False, True, True, True]
    assert items[0].step < items[1].step < items[3].step
    assert len({item.step for item in items[3:]}) == 1


@pytest.mark.parametrize("word", ["`kompetensutvecklingsinsatser`", "example.org/kompetensutvecklingsinsatser"])
def test_no_hyphen_stands_in_code_and_addresses(word: str) -> None:
    column = {"bullets": [word]}
    made = composed({"columns": [column] * 4}, size="4:3")
    assert made.scene is not None
    assert "\u00ad" not in "".join(texts(made.scene.pages[0], "body"))
    assert {found.code for found in made.problems} == {"word-too-wide"}


def test_the_parts_of_a_table_are_aligned_as_the_whole() -> None:
    rows = [["Kommun", "Antal"], *([f"Kommun {number}", str(number)] for number in range(40)), ["Kommun 40", "saknas"]]
    pages = pages_of({"table": rows})
    tables = [item for page in pages for item in page.items if isinstance(item, TableItem)]
    assert len(tables) > 1
    assert {cell.paragraphs[0].style.align for table in tables for row in table.rows for cell in row} == {"left"}


def test_names_of_people_speakers_logos_and_makers_take_no_hyphen() -> None:
    """Not even where they begin their paragraph, and their letters say nothing."""
    long = "Kompetensutvecklingsstadsson"
    made = composed(
        {"cover": {}, "title": "Rubrik"},
        {"people": [{"name": f"{long} {long}", "role": "Lärare"}] * 8},
        {"columns": [{"quote": {"text": "Ja", "by": long}}] * 4},
        {"quote": {"text": "Ja", "by": long * 3}},
        {"agenda": [{"time": "9.00", "text": long * 2, "by": f"{long} {long}"}] * 2},
        {"logos": {"items": [{"file": "wide.png", "name": long}] * 8, "names": True}},
        size="4:3",
        authors=long * 3,
    )
    assert made.scene is not None
    assert "word-too-wide" in [found.code for found in made.problems]
    names = [part for page in made.scene.pages for part in paragraphs_in(page) if part.is_name]
    assert len(names) > 20
    assert [part.text for part in names if "\u00ad" in part.text] == []
