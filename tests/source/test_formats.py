"""Dates as each language writes them, with and without a day, and the first of a month."""

import pytest

from deckmotor.source.formats import dated
from deckmotor.source.months import long_date
from deckmotor.source.values import NO_HABIT

WRITTEN = {
    "sv": ("1 mars 2026", "12 mars 2026", "mars 2026", "2026-03-12"),
    "fi": ("1. maaliskuuta 2026", "12. maaliskuuta 2026", "maaliskuu 2026", "12.3.2026"),
    "de": ("1. März 2026", "12. März 2026", "März 2026", "12.03.2026"),
    "en-US": ("March 1, 2026", "March 12, 2026", "March 2026", "3/12/2026"),
    "fr": ("1er mars 2026", "12 mars 2026", "mars 2026", "12/03/2026"),
    "es": ("1 de marzo de 2026", "12 de marzo de 2026", "marzo de 2026", "12/03/2026"),
    "pt-BR": ("1 de março de 2026", "12 de março de 2026", "março de 2026", "12/03/2026"),
    "it": ("1 marzo 2026", "12 marzo 2026", "marzo 2026", "12/03/2026"),
    "nl": ("1 maart 2026", "12 maart 2026", "maart 2026", "12-03-2026"),
}


@pytest.mark.parametrize("language", WRITTEN)
def test_dates_are_written_as_the_language_writes_them(language: str) -> None:
    days = (long_date(2026, 3, day, language) for day in (1, 12, None))
    assert (*days, dated("2026-03-12", "short", NO_HABIT, language)) == WRITTEN[language]
