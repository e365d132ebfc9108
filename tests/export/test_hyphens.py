"""Hyphens at the ends of lines: letters in the file that every program draws, and no part of the text when it is read."""

import io
import re

import pypdf
from pptx import Presentation

from deckmotor.build import Pipeline
from deckmotor.importer import read_finished
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.export.package import opened

WORD = "arbetsmarknadspolitiskaomställningsinsatser"
DECK = f"""
title: T
language: sv
theme: motor
slides:
  - id: smal
    title: S
    columns: [{{bullets: [{WORD}]}}, {{bullets: ["mjukt\u00adbindestreck"]}}, {{bullets: [c]}}, {{bullets: [d]}}]
"""


def test_hyphens_at_line_ends_are_letters_and_are_not_read_back() -> None:
    built = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": DECK.encode()}), "deck.yaml").build()
    slide = opened(built.data).read("ppt/slides/slide1.xml").decode()
    parts = [re.findall(r"<a:t>([^<]*)</a:t>", part) for part in slide.split("<a:p>") if "<a:t>arbets" in part]
    assert parts
    assert "-" in parts[0]
    assert "".join(parts[0]).replace("-", "") == WORD
    assert "\u00ad" not in slide
    read, _ = read_finished(built.data, "deck.pptx")
    assert read is not None
    said = repr(read)
    assert WORD in said
    assert "mjuktbindestreck" in said


def test_a_soft_hyphen_in_code_is_a_character_of_it() -> None:
    deck = DECK.partition("slides:")[0] + 'slides:\n  - {title: S, code: "sam\u00adman"}\n  - {title: S, code: "a\u00adb 👍"}\n'
    built = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").build()
    shown = [[shape.text_frame.text for shape in slide.shapes] for slide in Presentation(io.BytesIO(built.data)).slides]
    assert "sam\u00adman" in shown[0]
    assert "a\u00adb 👍" in shown[1]


SHY = "hyp\u00adhen\u00ad"
PLACES = f"""
title: T{SHY}
subtitle: S{SHY}
language: sv
slides:
  - {{cover: {{}}, notes: "N{SHY}\\n- a{SHY}"}}
  - {{title: A{SHY}, chart: {{bars: {{a{SHY}: 3, b{SHY}: 4}}, unit: u{SHY}, source: s{SHY}, alt: l{SHY}}}}}
  - {{title: B, chart: {{line: [[x{SHY}, s{SHY}, t{SHY}], [2001, 2, 3], [2002, 3, 4]]}}}}
  - {{title: C, map: {{places: {{p{SHY}: [65.8, 20.4]}}, source: s{SHY}, alt: l{SHY}}}}}
  - {{title: D, table: [[h{SHY}, a], [c{SHY}, '3']]}}
  - {{title: E, flow: [a{SHY} -> b{SHY}, b{SHY} -> c]}}
  - {{title: F, hierarchy: {{a{SHY}: [b{SHY}, c]}}}}
  - {{title: G, people: [{{name: n{SHY}, role: r{SHY}}}, {{name: B}}]}}
  - {{title: H, columns: [{{icon: {{name: book, alt: l{SHY}}}}}, {{qr: {{address: 'https://example.org', caption: c{SHY}}}}}]}}
  - section: S{SHY}
"""


def test_a_soft_hyphen_is_nowhere_where_no_word_is_cut() -> None:
    """In names, labels, axes, alternative texts and notes: programs show it, or read it out."""
    built = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": PLACES.encode()}), "deck.yaml", theme="motor").build(
        outputs=("pptx", "html", "svg", "pdf")
    )
    assert built.problems == ()
    package, *others = built.files
    held = opened(package.data)
    parts = {name: held.read(name) for name in held.namelist()}
    sheets = {name: opened(data) for name, data in parts.items() if name.endswith(".xlsx")}
    books = {f"{name}/{one}": book.read(one) for name, book in sheets.items() for one in book.namelist()}
    drawn = {file.name: file.data for file in others}
    pdf = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(drawn.pop("thyphen.pdf"))).pages)
    assert [name for name, data in {**parts, **books, **drawn}.items() if "\u00ad".encode() in data] == []
    assert "\u00ad" not in pdf and "hyphen" in pdf
