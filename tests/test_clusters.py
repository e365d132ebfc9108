"""What a reader sees as one character is never cut: in lines, in what is lit, in no output."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmotor.clusters import begins_cluster
from deckmotor.edition import BASE
from deckmotor.model.highlight import highlighted
from deckmotor.model.read import read_deck
from deckmotor.source.parse import parse
from deckmotor.style import TextStyle
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.typeset.lines import break_text
from tests.typeset.boxes import INK, Piece

WHOLE = (
    "🇸🇪", "🇳🇴", "👍🏽", "👋🏿", "1️⃣", "#️⃣", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "❤️", "e\u0301", "t\u032d\u0303", "å", "ä", "a",
    "\u0928\u093f", "\u0915\u094d\u0937", "\u1112\u1161\u11ab", "か\u3099", "汉",
)  # fmt: skip
"""Flags, skin tones, keycaps, families, tags, letters with marks, Devanagari with a virama, conjoining jamo, kana."""


def clusters(text: str) -> list[str]:
    starts = [at for at in range(len(text)) if begins_cluster(text, at)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@given(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=12))
def test_what_is_one_stays_one(parts: list[str]) -> None:
    assert clusters("".join(parts)) == parts


@given(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=40), st.integers(1, 400_000))
def test_no_line_ends_inside_one_however_narrow_its_place(parts: list[str], width: int) -> None:
    text = "".join(parts)
    style = TextStyle(family="Arial", size=254_000, color=INK)
    lines, _ = break_text((Piece(text, style),), width, width, shipped_fonts())
    assert all(begins_cluster(text, line.start) for line in lines)
    assert lines[-1].end == len(text)


@pytest.mark.parametrize(
    ("text", "phrase"), [("cafe\u0301 här", "cafe"), ("🇸🇪🇳🇴", "🇪🇳"), ("👍🏽 bra", "👍"), ("1\u20e3 ett", "1")]
)
def test_nothing_is_lit_inside_one(text: str, phrase: str) -> None:
    node, _ = parse(f'title: T\nslides:\n  - title: a\n    text: "{text}"\n'.encode(), "deck.yaml")
    assert node is not None
    deck, _ = read_deck(node, BASE, "deck", {})
    assert deck is not None
    assert highlighted(deck.slides[0], phrase) is deck.slides[0]
