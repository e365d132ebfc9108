"""Hyphens at the ends of lines: letters in the file that every program draws, and no part of the text when it is read."""

import re

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
