"""Formats of values in texts: `${population|number}`, `${share|percent 1}`, `${date|long}`, `${x|default –}`.

They are written as the deck's language writes them, from tables of our own for the languages that decks are in here. Spaces
within a number are no-break spaces, as in CLDR for these languages.
"""

from collections.abc import Callable
from collections.abc import Mapping as Values
from decimal import ROUND_HALF_UP, Decimal

from deckmotor.messages import nearest
from deckmotor.source.values import (
    MINUS,
    NO_HABIT,
    Date,
    Habit,
    date,
    digits,
    unclear_date,
    unclear_number,
)
from deckmotor.source.voice import Trouble, Voice, missing_value

SPACE = "\u00a0"
"""Between groups of three digits, and before a sign: the line never breaks there."""

SEPARATORS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("sv", "nb", "nn", "no", "fi", "fr", "pl", "cs", "bg", "et", "hu", "lt", "lv", "ru", "sk", "uk"), (SPACE, ",")
    ),
    **dict.fromkeys(("da", "de", "nl", "es", "it", "pt", "el", "hr", "is", "ro", "sl", "tr"), (".", ",")),
}
"""By language what stands between groups of three digits, and before decimals. Others write `1,250.5`."""

CLOSE = ("en", "nl", "it", "pt", "bg", "el", "et", "ga", "hu", "is", "lv", "mt", "pl", "uk")
"""Languages whose percent sign stands close to its number."""

MOST_DECIMALS = 6


def formatted(inner: str, variables: Values[str, str], voice: Voice) -> str | Trouble | None:
    """The text of a variable with its formats, one after the other; None where there is no such variable."""
    name, *formats = (part.strip() for part in inner.split("|"))
    text = variables.get(name)
    if text is None and name not in voice.missing and name not in voice.elsewhere:
        return None
    habit = voice.habits.get(name, NO_HABIT)
    for written in formats:
        word, _, detail = written.partition(" ")
        detail = detail.strip()
        if word == "default":
            if text in (None, ""):
                return detail.strip("\"'")  # It is shown as it is written, whatever the value would have been shown as.
            continue
        make = FORMATS.get(word)
        if make is None:
            return "unknown-format", nearest(word, [*FORMATS, "default"]), (("name", word),)
        if text is None:
            continue  # There may be a default yet.
        made = make(_Asked(name, text, word, detail, written, habit, voice.language.casefold()))
        if not isinstance(made, str):
            return made
        text = made
    return text if text is not None else missing_value(name) if name in voice.missing else None


class _Asked:
    """A value, and the format that is asked for."""

    def __init__(self, name: str, text: str, word: str, detail: str, written: str, habit: Habit, language: str) -> None:
        self.name, self.text, self.word, self.detail = name, text, word, detail
        self.written, self.habit, self.language = written, habit, language

    @property
    def short_language(self) -> str:
        """Without its region: `sv` of `sv-FI`."""
        return self.language.partition("-")[0]

    def wrong(self, *hints: str) -> Trouble:
        """What stands after the format's name is not known there."""
        return "wrong-format", hints, (("written", self.written), ("name", self.word))

    def none(self, code: str) -> Trouble:
        """The value is no number, or no date."""
        return code, (), (("name", self.name), ("text", self.text))


def _number(asked: _Asked, sign: str = "") -> str | Trouble:
    text = asked.text.strip()
    if two := unclear_number(text, asked.habit):
        return "unclear-number", (f"write {two[0]}, or {two[1]}, in the table",), (("text", text),)
    has_sign = bool(sign) and text.endswith("%")
    plain = digits(text[:-1] if has_sign else text, asked.habit)
    if plain is None:
        return asked.none("not-a-number")
    if asked.detail and not (asked.detail.isdecimal() and len(asked.detail) == 1 and int(asked.detail) <= MOST_DECIMALS):
        return asked.wrong(f"it takes a number of decimals, from 0 to {MOST_DECIMALS}: `{asked.word} 1`")
    value = Decimal(plain) * (100 if sign and not has_sign else 1)
    decimals = int(asked.detail) if asked.detail else 0 if sign else max(-int(value.as_tuple().exponent), 0)
    number = written_number(value, decimals, asked.short_language)
    return in_percent(number, asked.short_language) if sign else number


def written_number(value: Decimal, decimals: int, language: str, *, grouped: bool = True) -> str:
    """A number as a language writes it, with its digits in groups of three or without."""
    group, comma = SEPARATORS.get(language, (",", "."))
    group = group if grouped else ""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole, _, part = f"{abs(rounded):,f}".partition(".")
    return (MINUS if rounded < 0 else "") + whole.replace(",", group) + (comma + part if part else "")


def _percent(asked: _Asked) -> str | Trouble:
    return _number(asked, "%")


def in_percent(number: str, language: str) -> str:
    """A number with its sign."""
    return f"%{number}" if language == "tr" else f"{number}%" if language in CLOSE else f"{number}{SPACE}%"


def dated(text: str, style: str, habit: Habit, language: str) -> str | Trouble:
    """A date, `long` or `short`, as a language writes it."""
    return _dated(_Asked("", text, style, "", style, habit, language.casefold()), style)


def _dated(asked: _Asked, style: str) -> str | Trouble:
    text = asked.text.strip()
    if two := unclear_date(text, asked.habit):
        return "unclear-date", (f"write {two[0]}, or {two[1]}, in the table",), (("text", text),)
    found = date(text, asked.habit)
    if found is None:
        return asked.none("not-a-date")
    if style == "short":
        from deckmotor.source.months import short_date  # Few decks have dates in their tables.

        return short_date(*found, asked.language)
    return _long(found, asked)


def _long(found: Date, asked: _Asked) -> str | Trouble:
    from deckmotor.source.months import MONTHS, long_date

    written = long_date(*found, asked.language)
    if written is None:
        return asked.wrong(f"long dates are written in {', '.join(sorted(MONTHS))}, not yet in `{asked.language}`; `short` is")
    return written


def _date(asked: _Asked) -> str | Trouble:
    if asked.detail not in ("", "long", "short"):
        return asked.wrong("a date is `long` (4 maj 2026) or `short` (2026-05-04)")
    return _dated(asked, asked.detail or "long")


def _styled(asked: _Asked) -> str | Trouble:
    return asked.wrong("nothing stands after it") if asked.detail else _dated(asked, asked.word)


FORMATS: dict[str, Callable[[_Asked], str | Trouble]] = {
    "number": _number,
    "percent": _percent,
    "date": _date,
    "long": _styled,
    "short": _styled,
}
"""By name; `default` stands beside them."""
