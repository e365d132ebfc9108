"""What a text of a table stands for: a number, a date, yes or no. Everything stays text until something asks for more."""

import re
from collections.abc import Iterable

from msgspec import Struct

MINUS = "−"

# A pattern is compiled when it is first needed: each costs a millisecond of start-up.
_PLAIN = r"[-+−]?(?:\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+|\d{1,15})(?:[.,]\d{1,12})?"
"""Digits, perhaps in groups, and perhaps with decimals: `1 250,5`."""
_COMMA_GROUPS = r"[-+−]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,12})?"
"""`1,250` and `1,250.5`."""
_POINT_GROUPS = r"[-+−]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,12})?"
"""`1.250` and `1.250,5`."""
_EITHER = r"[-+−]?[1-9]\d{0,2}[.,]\d{3}"
"""What can be groups as well as decimals."""

_ISO = r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?"
_WRITTEN = r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})"

YES = ("ja", "yes", "true", "sant", "kyllä", "joo", "j", "y", "x")
NO = ("nej", "no", "false", "falskt", "falsk", "ei", "nei", "nein", "n", "")
_FLAGS = dict.fromkeys(YES, True) | dict.fromkeys(NO, False)

Date = tuple[int, int, int]
"""Year, month, day."""


class Habit(Struct, frozen=True):
    """How the values of one column are written, where some of them show it."""

    decimals: str = ""
    """The sign before decimals: `,` or `.`; empty where no value shows which."""
    day_first: bool | None = None
    """Whether `4/5/2026` is in May; None where no value shows it."""


NO_HABIT = Habit()


def habit_of(values: Iterable[str]) -> Habit:
    """How a column's values are written, as far as those show it that can only be read in one way."""
    decimals, day_first = "", None
    for value in values:
        text = value.strip()
        if not ("," in text or "." in text or "/" in text) or not any(map(str.isdigit, text[-4:])):
            continue
        decimals = decimals or _decimals(text)
        if (written := re.fullmatch(_WRITTEN, text)) and day_first is None:
            first, second = int(written[1]), int(written[3])
            day_first = True if first > 12 or written[2] == "." else False if second > 12 else None
    return Habit(decimals, day_first)


def _decimals(text: str) -> str:
    """The sign before decimals that a number shows; empty where it shows none."""
    if re.fullmatch(_EITHER, text):
        return ""
    if re.fullmatch(_COMMA_GROUPS, text):
        return "."
    if re.fullmatch(_POINT_GROUPS, text):
        return ","
    return next((sign for sign in ",." if sign in text), "") if re.fullmatch(_PLAIN, text) else ""


def number(text: str, habit: Habit) -> float | None:
    """The number that a text is; None where it is none, or where it may be two (`unclear_number`)."""
    plain = digits(text, habit)
    return None if plain is None else float(plain)


def digits(text: str, habit: Habit) -> str | None:
    """The same as programs write it: `1250.50`, with the decimals that it is written with."""
    text = text.strip()
    if unclear_number(text, habit):
        return None
    if habit.decimals != "," and re.fullmatch(_COMMA_GROUPS, text):
        text = text.replace(",", "")
    elif re.fullmatch(_POINT_GROUPS, text) and (habit.decimals == "," or text.count(".") > 1 or "," in text):
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(_PLAIN, text):
        text = re.sub("[ \u00a0\u2009\u202f'’]", "", text).replace(",", ".")
    else:
        return None
    return text.replace(MINUS, "-")


def unclear_number(text: str, habit: Habit) -> tuple[str, str] | None:
    """The two numbers that a text may be: `1,250` is 1250 or 1.25. None where it is clear.

    A point is taken for decimals where nothing speaks against it: programs write it so.
    """
    text = text.strip()
    if habit.decimals or "," not in text or not re.fullmatch(_EITHER, text):
        return None
    return text.replace(",", ""), text.replace(",", ".")


def date(text: str, habit: Habit) -> Date | None:
    """The date that a text is; None where it is none, or where day and month may be either (`unclear_date`)."""
    text = text.strip()
    if iso := re.fullmatch(_ISO, text):
        return _real(int(iso[1]), int(iso[2]), int(iso[3]))
    written = re.fullmatch(_WRITTEN, text)
    if written is None:
        return None
    first, second, year = int(written[1]), int(written[3]), int(written[4])
    day_first = True if written[2] == "." or first > 12 else False if second > 12 else habit.day_first
    if day_first is None:
        return _real(year, first, second) if first == second else None
    return _real(year, second, first) if day_first else _real(year, first, second)


def unclear_date(text: str, habit: Habit) -> tuple[str, str] | None:
    """The two dates that a text may be: `4/5/2026`. None where it is clear, or is none."""
    written = re.fullmatch(_WRITTEN, text.strip())
    if written is None or date(text, habit) is not None:
        return None
    first, second, year = int(written[1]), int(written[3]), int(written[4])
    if not (_real(year, first, second) and _real(year, second, first)):
        return None
    return f"{year}-{second:02d}-{first:02d}", f"{year}-{first:02d}-{second:02d}"


def _real(year: int, month: int, day: int) -> Date | None:
    """The date, if the calendar has it."""
    if not 1 <= month <= 12 or not 1 <= day <= _days(year, month) or year < 1:
        return None
    return year, month, day


def _days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def flag(text: str) -> bool | None:
    """Yes or no; None where it is neither."""
    return _FLAGS.get(text.strip().casefold())
