"""Hyphens at the ends of lines: letters in the file that every program draws, and no part of the text when it is read."""

import re

from deckmotor.build import Pipeline
from deckmotor.importer.text import as_read
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


def test_hyphens_at_line_ends_are_drawn_everywhere_and_are_not_read_back() -> None:
    built = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": DECK.encode()}), "deck.yaml").build()
    slide = opened(built.data).read("ppt/slides/slide1.xml").decode()
    texts = re.findall(r"<a:t>([^<]*)</a:t>", slide)
    (cut,) = (text for text in texts if text.startswith("arbets"))
    assert "-\u200b" in cut
    assert as_read(cut) == WORD
    assert "\u00ad" not in slide
    assert "mjukt-\u200bbindestreck" in texts or "mjuktbindestreck" in texts
