"""Where lines may break. `|` marks each place; LibreOffice 7.4 breaks at all of them."""

from itertools import pairwise

import pytest

from deckmotor.typeset.breaks import inner_breaks, pieces

CASES = (
    "en |två |tre",
    "en  |två   |tre ",
    " |ett |indrag",
    "rad |ett\n|rad |två\n|\n|rad |fyra",
    "rad |ett \n|rad |två",
    "3M-|nätverket |är",
    "AVA-|gruppen, |LSS-|boende |och |CD-|ROM",
    "2030-|målen |men |inte |COVID-19 |eller |2024-01-01",
    "minus |-5 |och |-abc",
    "state-|of-|the-|art",
    "pre- |och |postoperativ",
    "a--b",
    "2024–|2025 |och |a—|b",
    "tanke |– |streck",
    "»ab–», |cd–, |ef",
    "och/eller |km/h |https://deckmotor.se/a/b?c=d",
    "25\u00a0000\u202fkr |är\u2007mycket",
    "e-|post: |namn@exempel.se",
    "Ja! |Nej? |(kanske) |”så”",
    "1,5 |2.5 |3:45 |1/2",
    "mjuk\u00ad|delning |och\u200b|osynligt |mellanslag",
    "fast\u2011bindestreck |och |ord\u2010|delning",
    "smal\u2009|luft |och\u2003|bred",
    "tabb\t|stopp",
    "中|文。|混|abc|中, |문자 |중",
    "フォー|ム|は、|し|て|いっ|た。「中」|で",
    "กา|ร|ศึ|ก|ษา|ไท|ย |เป็|น",
    "ខ្មែ|រ|និ|ង",
    "👍🏽 |👩‍👩‍👧‍👦 |a😀b",
    "",
    "-",
    "–",
    "\n",
)


@pytest.mark.parametrize("case", CASES)
def test_lines_may_break_at_each_mark_and_nowhere_else(case: str) -> None:
    assert "|".join(pieces(case.replace("|", ""))) == case


@pytest.mark.parametrize("case", CASES)
def test_breaks_inside_words_are_the_same_ones(case: str) -> None:
    for word in case.split(" "):
        if not any(space in word for space in "\n\t"):
            plain = word.replace("|", "")
            cuts = (0, *inner_breaks(plain), len(plain))
            assert "|".join(plain[i:j] for i, j in pairwise(cuts)) == word.strip("|")
