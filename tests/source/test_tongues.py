"""Dates, numbers and shares as languages write them, held against what Babel makes of CLDR.

`cldr.txt` is recorded, as Babel is no part of the environment: a line a language, its fields parted by bars.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from deckmotor.model.dates import Date, date_of
from deckmotor.source.formats import in_percent, written_number
from deckmotor.source.months import ALONE, MONTHS, long_date, short_date

RECORDED = [line.split("|") for line in Path(__file__).with_name("cldr.txt").read_text("utf-8").splitlines()[1:]]

OTHERWISE = {
    # A space of a half of the width, which many fonts lack.
    "\u202f": "\u00a0",
    # A full stop behind a word that is whole.
    "gada. ": "gada ",
    # A hyphen for a minus.
    "-1": "\u22121",
}
"""What is CLDR's and not ours."""

SHORT = {"en": "2026-03-04", "es": "04/03/2026"}
"""English of nowhere is read as two dates; a day of one digit stood so before there were others."""


def ours(text: str) -> str:
    for theirs, mine in OTHERWISE.items():
        text = text.replace(theirs, mine)
    return text


def test_there_are_dates_in_all_languages_that_the_product_speaks() -> None:
    assert {line[0].partition("-")[0] for line in RECORDED} == {*MONTHS} == {*ALONE}


@pytest.mark.parametrize("line", RECORDED, ids=[line[0] for line in RECORDED])
def test_a_language_writes_as_cldr_has_it(line: list[str]) -> None:
    tag, days, months, (short, part, million, share) = line[0], line[1:13], line[13:25], line[25:]
    tongue = tag.partition("-")[0]
    assert [long_date(2026, month, 4, tag) for month in range(1, 13)] == [ours(text) for text in days]
    assert [long_date(2026, month, None, tag) for month in range(1, 13)] == [ours(text) for text in months]
    assert short_date(2026, 3, 4, tag) == SHORT.get(tag, ours(short))
    assert written_number(Decimal("1250.5"), 1, tongue) == ours(part)
    assert written_number(Decimal(-1234567), 0, tongue) == ours(million)
    assert in_percent("50", tongue) == share


def test_the_first_of_a_month_is_one_in_french() -> None:
    assert [long_date(2026, 5, day, "fr-CA") for day in (1, 2, 21)] == ["1er mai 2026", "2 mai 2026", "21 mai 2026"]


def test_a_month_that_is_another_one_elsewhere_is_no_date() -> None:
    for text in ("listopad 2026", "4 listopada 2026"):  # October in Croatian, November in Polish and Czech.
        assert date_of(text) is None
    for text in ("toukokuu 2026", "květen 2026", "május 2026", "mai 2026"):
        found = date_of(text)
        assert isinstance(found, Date) and (found.year, found.month) == (2026, 5)
