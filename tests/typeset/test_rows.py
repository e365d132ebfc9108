"""Rows of words: what is found of them in little time is what measuring them says."""

import random

import pytest

from deckmotor.color import Color
from deckmotor.style import TextStyle
from deckmotor.typeset.face import NO_BREAK_SPACE, Face
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.typeset.lines import count_lines, filled
from deckmotor.units import points

WORDS = (
    *("AVA", "Te", "Vi", "av", "och", "på", "e-post", "(för", "ungdomar,", "Yta", "Åre", "–", "kommunen", "samverkan"),
    *("utbildning", "12", "mnkr", "Varberg"),
)


def face(family: str) -> Face:
    """A regular one, kerned."""
    return shipped_fonts().face(TextStyle(family=family, size=points(20), color=Color("000000")))[0]


@pytest.mark.parametrize("family", ["Arial", "Calibri", "Cambria", "Georgia"])
def test_joined_words_are_measured_as_they_stand(family: str) -> None:
    chance, using = random.Random(family), face(family)
    for _ in range(60):
        words = chance.choices(WORDS, k=chance.randint(2, 9))
        at = chance.randrange(1, len(words))
        joined = [*words[: at - 1], f"{words[at - 1]}{NO_BREAK_SPACE}{words[at]}", *words[at + 1 :]]
        assert using.joined_row(using.row(words), at) == using.row(joined)


@pytest.mark.parametrize("family", ["Arial", "Georgia"])
def test_what_surely_takes_two_lines_takes_two(family: str) -> None:
    chance, using, surely = random.Random(family), face(family), 0
    for _ in range(300):
        words = chance.choices(WORDS, k=chance.randint(3, 20))
        row, widest = using.row(words), max(using.width(word) for word in WORDS)
        first, rest = widest * chance.uniform(1, 4), widest * chance.uniform(1, 4)
        wide = row.ends[-1] - row.begins[0]
        if wide > first and using.takes_two(wide, first, rest):
            surely += 1
            assert count_lines(" ".join(words), using, first, rest, 0) == 2
    assert surely > 10


@pytest.mark.parametrize("family", ["Arial", "Georgia"])
def test_lines_are_counted_as_they_are_filled(family: str) -> None:
    chance, using, counts = random.Random(family), face(family), set()
    whole = [word for word in WORDS if "-" not in word]
    for _ in range(300):
        words = chance.choices(whole, k=chance.randint(1, 20))
        row, widest = using.row(words), max(using.width(word) for word in whole)
        first, rest = widest * chance.uniform(0.8, 4), widest * chance.uniform(0.8, 4)
        cuts = filled(row, first, rest)
        counts.add(count := 0 if cuts is None else len(cuts) + 1)
        assert count_lines(" ".join(words), using, first, rest, 0) == count
    assert counts > {0, 1, 2, 3}
