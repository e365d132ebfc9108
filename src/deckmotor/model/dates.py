"""Dates of timelines: years, months and days as people type them, and in words."""

import re
from functools import cache

from msgspec import Struct

from deckmotor.source.months import ALONE, MONTHS, long_date

_WRITTEN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_IN_WORDS = re.compile(r"(?:(?P<day>\d{1,2})\.? )?(?P<month>[^\W\d]+) (?P<year>\d{4})")


class Date(Struct, frozen=True):
    """A day, a month or a year: from its first day to the one after its last, as ordinals of days."""

    first: int
    after: int
    year: int
    month: int | None = None
    day: int | None = None


def date_of(text: str) -> Date | None:
    """The date that a text is: `2024`, `2024-05`, `2024-05-17`, `maj 2024`, `17 maj 2024`; None where it is none."""
    text = text.strip()
    found = _WRITTEN.fullmatch(text)
    if found is not None:
        return _date(*(None if part is None else int(part) for part in found.group("year", "month", "day")))
    found = _IN_WORDS.fullmatch(text)
    month = None if found is None else _months().get(found["month"].lower())
    if found is None or month is None:
        return None
    return _date(int(found["year"]), month, None if found["day"] is None else int(found["day"]))


@cache
def _months() -> dict[str, int]:
    """The number of each month by its names in all languages, but for those that are another month elsewhere: `listopad`."""
    found: dict[str, set[int]] = {}
    for names in (*MONTHS.values(), *ALONE.values()):
        for number, name in enumerate(names, 1):
            found.setdefault(name.lower(), set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


def _date(year: int | None, month: int | None, day: int | None) -> Date | None:
    if not year or not 1 <= (month or 1) <= 12:
        return None
    first = _ordinal(year, month or 1, 1)
    ends = _ordinal(year + 1, 1, 1) if month is None else _ordinal(year + month // 12, month % 12 + 1, 1)
    if day is None:
        return Date(first, ends, year, month)
    at = first + day - 1
    return Date(at, at + 1, year, month, day) if first <= at < ends else None


def _ordinal(year: int, month: int, day: int) -> int:
    """The number of a day in the Gregorian calendar, counted from a year that begins in March, whose leap day is its last."""
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day


def shown(text: str, language: str) -> str:
    """How a date is shown: with the name of its month where it was typed in figures, else as it was typed."""
    found = date_of(text) if _WRITTEN.fullmatch(text.strip()) else None
    if found is None or found.month is None:
        return text
    return long_date(found.year, found.month, found.day, language) or text
