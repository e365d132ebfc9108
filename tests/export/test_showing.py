"""How a deck is shown: clicks, transitions and hidden slides in the files of all outputs, read by others' eyes."""

import io
import re
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pypdf
import pytest
from pptx import Presentation

from deckmotor.build import Pipeline
from deckmotor.built import USUAL, How, Output
from deckmotor.diff import compare
from deckmotor.diff.tell import tell
from deckmotor.edition import BASE, Edition
from deckmotor.finished import Finished
from deckmotor.importer import read_finished
from deckmotor.workspace import MemoryWorkspace
from tests import oracles
from tests.built import THEME_FILES

DECK = """
title: Studien
language: sv
transition: fade
slides:
  - {title: Ett, build: items, bullets: [a, {text: b, bullets: [under]}, c], notes: Säg det.}
  - {id: gömd, title: Två, hidden: true, text: "Se [tre](#tre)."}
  - {title: Tre, transition: push, build: blocks, chart: {bars: {x: 1, y: 2}}, bullets: ["[gömd](#gömd)"]}
  - {title: Fyra, transition: morph, build: none, bullets: [a, b]}
  - {title: Fem, transition: none, build: together, table: [[a, b], [1, 2]], text: Hit.}
"""
PLAIN = re.sub(r" (build|transition|hidden): \w+,", "", DECK.replace("transition: fade\n", ""))
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@cache
def built(deck: str, output: Output, how: How = USUAL) -> tuple[bytes, ...]:
    workspace = MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()})
    made = Pipeline.of(workspace, "deck.yaml").build(outputs=(output,), how=how)
    assert made.problems == ()
    return tuple(file.data for file in made.files)


def finished(deck: str) -> Finished:
    read, problems = read_finished(built(deck, "pptx")[0], "a.pptx")
    assert read is not None and problems == ()
    return read


def outline(reader: pypdf.PdfReader) -> list[tuple[str, int | None]]:
    return [
        (str(entry.title), reader.get_destination_page_number(entry)) for entry in reader.outline if not isinstance(entry, list)
    ]


def test_powerpoint_gets_what_it_writes_itself() -> None:
    data = built(DECK, "pptx")[0]
    assert oracles.flaws(data) == []
    roots = [slide._element for slide in Presentation(io.BytesIO(data)).slides]
    assert [root.get("show") for root in roots] == [None, "0", None, None, None]
    ways = [[child.tag.rpartition("}")[2] for found in root.iter(f"{P}transition") for child in found] for root in roots]
    assert ways == [["fade", "fade"], ["fade", "fade"], ["push"], ["morph", "fade"], []]
    for root in roots:  # ECMA-376 part 1, 19.3.1.38: the order of a slide's children.
        children = [child.tag.rpartition("}")[2] for child in root]
        assert children in (
            [name for name in ("cSld", "clrMapOvr", way, "timing") if name in children]
            for way in ("AlternateContent", "transition")
        )


BOXES = """
title: Studien
language: sv
slides:
  - {title: Ett, flow: ["Ansökan -> Beslut: ja", Beslut -> Kurs/prov], hierarchy: [Chef: [Lärare, Lärare]]}
  - {title: Två, transition: morph, flow: [Möte -> Ansökan, "Ansökan -> Beslut: ja", Beslut -> Kurs/prov -> Slut]}
  - {title: Tre, flow: [Slut -> Ansökan]}
"""


def test_boxes_that_both_sides_of_a_morph_have_move_one_by_one() -> None:
    made = Presentation(io.BytesIO(built(BOXES, "pptx")[0]))
    assert oracles.flaws(built(BOXES, "pptx")[0]) == []
    named: list[dict[str, str]] = []
    for slide in made.slides:
        (group,) = (shape for shape in slide.shapes if shape.name.endswith("flow"))
        ids = {shape.shape_id for shape in group.shapes}
        ends = [int(end.get("id")) for end in group._element.iter() if end.tag.endswith(("}stCxn", "}endCxn"))]
        assert ends and set(ends) <= ids
        named.append(
            {shape.text_frame.text: shape.name for shape in group.shapes if shape.has_text_frame and shape.text_frame.text}
        )
    paired = {"Ansökan": "!!flow-box-Ansökan", "Beslut": "!!flow-box-Beslut", "Kurs/prov": "!!flow-box-Kurs-prov"}
    paired |= {"ja": "!!flow-label-Ansökan-Beslut"}
    for one in named[:2]:
        assert {text: name for text, name in one.items() if name.startswith("!!")} == paired
    assert not any(name.startswith("!!") for name in named[2].values()), "no morph leads to it or from it"
    names = [shape.name for slide in made.slides for shape in slide.shapes]
    assert not any("Lärare" in name and name.startswith("!!") for name in names)


def effects(data: bytes) -> list[int]:
    """How many clicks each slide has; all that appears is a shape, or a paragraph, that is there, and comes once."""
    clicks = []
    for slide in Presentation(io.BytesIO(data)).slides:
        shapes: dict[int, Any] = {shape.shape_id: shape for shape in slide.shapes}
        came: list[tuple[int, int | None]] = []
        for behaviour in slide._element.iter(f"{P}set"):
            (target,) = behaviour.iter(f"{P}spTgt")
            shape = shapes[int(target.get("spid"))]
            spans = [range(int(span.get("st")), int(span.get("end")) + 1) for span in target.iter(f"{P}pRg")]
            came += [(shape.shape_id, at) for span in spans for at in span] or [(shape.shape_id, None)]
            assert all(span and span[-1] < len(shape.text_frame.paragraphs) for span in spans)
        assert len(came) == len(set(came))
        assert {int(one.get("spid")) for one in slide._element.iter(f"{P}bldP")} <= set(shapes)
        clicks.append([step.get("nodeType") for step in slide._element.iter(f"{P}cTn")].count("clickEffect"))
    return clicks


def test_every_effect_is_of_a_shape_and_a_paragraph_that_are_there() -> None:
    assert effects(built(DECK, "pptx")[0]) == [3, 0, 2, 0, 1]


MANY = {
    "bullets": lambda at: f"{{text: Punkt {at}, bullets: [under {at}, mer]}}" if at % 3 == 0 else f"Punkt {at} som är lång",
    "numbered": lambda at: f"Steg {at} av alla",
    "table": lambda at: f"[Rad {at}, {at}]",
    "questions": lambda at: f"Vad är fråga {at}?",
    "definitions": lambda at: f"{{Ord {at}: Vad ordet {at} betyder}}",
    "fact": lambda at: f"{{value: {at}, label: Antal {at}}}",
}  # fmt: skip
"""Kinds of which there may be any number, and one of them."""


def amounts(random: Random, ways: str) -> Iterator[str]:
    """A slide of each kind, with so much on it that some are split, and its own way where `ways` names some."""
    for kind, one in MANY.items():
        count = random.choice((2, 5, 14, 30)) if kind != "fact" else random.randint(1, 4)
        way = f"build: {random.choice(ways.split())}, " if ways else ""
        yield f"{kind}: {{{way}title: Om {kind}, {kind}: [{', '.join(map(one, range(count)))}]}}"


@pytest.mark.parametrize("seed", range(3))
def test_the_same_holds_of_parts_of_slides_that_are_split_and_of_variants(seed: int) -> None:
    """Variants have other amounts, so that they are split elsewhere, or not at all."""
    random = Random(seed)
    slides = "".join(f"  - {{id: {slide.replace(': {', ', ', 1)}\n" for slide in amounts(random, "items blocks together"))
    changes = "".join(f"  {slide}\n" for slide in amounts(random, ""))
    files = {
        "deck.yaml": f"title: T\nlanguage: sv\nbuild: items\nslides:\n{slides}", "variants.yaml": "each: [{id: v, name: V}]\n",
        "variants/v.yaml": f"changes:\n{changes}",
    }  # fmt: skip
    workspace = MemoryWorkspace({**THEME_FILES, **{name: text.encode() for name, text in files.items()}})
    pipeline = Pipeline.of(workspace, "deck.yaml", theme="motor")
    for edition in (BASE, Edition("v")):
        scene, made = pipeline.compose(edition).scene, pipeline.build(edition, ("pptx",))
        assert scene is not None and len(scene.pages) > len(MANY)
        assert effects(made.files[0].data) == [page.clicks for page in scene.pages]
        assert all(page.clicks for page in scene.pages)


def test_what_differs_is_told() -> None:
    old, new = finished(PLAIN), finished(DECK)
    told = tell(old, new, compare(old, new)).slides
    lines = [(slide.after, line.what, line.old, line.new) for slide in told for line in slide.lines]
    assert lines == [
        (1, "transition", "none", "fade"), (1, "clicks", "0", "3"),
        (2, "hidden", "no", "yes"), (2, "transition", "none", "fade"),
        (3, "transition", "none", "push"), (3, "clicks", "0", "2"),
        (4, "transition", "none", "morph"),
        (5, "clicks", "0", "1"),
    ]  # fmt: skip


def test_hidden_slides_are_in_powerpoint_alone_and_the_others_keep_their_numbers() -> None:
    reader = pypdf.PdfReader(io.BytesIO(built(DECK, "pdf")[0]))
    assert [page.extract_text().split()[-1] for page in reader.pages] == ["1", "3", "4", "5"]
    assert not any("/Annots" in page for page in reader.pages)
    html = built(DECK, "html")[0].decode()
    assert re.findall(r'class="slide" role="group" aria-label="(\d)', html) == ["1", "3", "4", "5"]
    assert "#gömd" not in html
    assert len(built(DECK, "svg")) == 4


def test_a_pdf_of_steps_has_a_page_a_click_and_the_bookmarks_of_one_without() -> None:
    plain, steps = (pypdf.PdfReader(io.BytesIO(built(DECK, "pdf", How(steps=steps))[0])) for steps in (False, True))
    words = [page.extract_text().split() for page in steps.pages]
    assert [found[-1] for found in words] == ["1"] * 4 + ["3"] * 3 + ["4"] + ["5"] * 2
    assert ["a" in found for found in words[:2]] == [False, True]
    assert words[3] == plain.pages[0].extract_text().split()
    assert [title for title, _ in outline(steps)] == [title for title, _ in outline(plain)]
    assert [page for _, page in outline(steps)] == [0, 4, 7, 8]


def test_what_a_plain_deck_loads_knows_nothing_of_it() -> None:
    assert [page.clicks for page in _pages(PLAIN)] == [0] * 5
    assert not any(b"p:timing" in data or b"p:transition" in data for data in built(PLAIN, "pptx"))


def _pages(deck: str) -> tuple[Any, ...]:
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").compose().scene
    assert made is not None
    return made.pages


@pytest.mark.parametrize("theme", ["natt"])
def test_pages_look_as_they_do_without(theme: str) -> None:
    assert built(DECK, "png", How(resolution=20)) == tuple(
        data for at, data in enumerate(built(PLAIN, "png", How(resolution=20))) if at != 1
    )
