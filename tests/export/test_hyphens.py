"""Hyphens at the ends of lines: letters in the file that every program draws, and no part of the text when it is read."""

import io
import re

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
