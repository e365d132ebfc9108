"""Cells of a file as texts of a slide; dates and truth values as the deck's language writes them."""

from deckmotor.load.chosen import Reading
from deckmotor.source.formats import dated
from deckmotor.source.nodes import Put, Scalar
from deckmotor.source.values import Date, Habit, date, flag, habit_of

FORMATS = ("long", "short", "yes/no")
"""How dates are written, as in `${date|long}`, and truth values."""

ANSWERS = {
    **dict.fromkeys(("sv", "da"), ("Ja", "Nej")), **dict.fromkeys(("nb", "nn", "no"), ("Ja", "Nei")),
    "fi": ("Kyllä", "Ei"), "de": ("Ja", "Nein"), "nl": ("Ja", "Nee"), "fr": ("Oui", "Non"), "es": ("Sí", "No"),
    "it": ("Sì", "No"), "pl": ("Tak", "Nie"), "pt": ("Sim", "Não"), "en": ("Yes", "No"),
}  # fmt: skip
"""By language what is true, and what is not."""

MISSING = "–"
"""What is not there."""

NONE = ("", "–", "—", "-")
"""How a file says so."""


def plain(cell: Scalar) -> Scalar:
    """A text of a file: all of it is a value, in which nothing acts."""
    return as_value(cell.text, cell)


def as_value(text: str, at: Scalar) -> Scalar:
    """A text in which nothing acts, that stands at a cell."""
    text = text.replace("\t", " ").strip()
    return Scalar(text, at.span, True, (Put(0, len(text), 0, 0),) if text else ())


def written(cell: Scalar, format: str, habit: Habit, reading: Reading) -> Scalar:
    """A date or a truth value as the language writes it; what is neither is told at its cell."""
    text = cell.text.strip()
    shown = MISSING if text in NONE else _answer(cell, reading) if format == "yes/no" else _day(cell, format, habit, reading)
    return as_value(shown, cell)


def _answer(cell: Scalar, reading: Reading) -> str:
    held = flag(cell.text)
    if held is None:
        reading.report("wrong-value", cell, value=cell.text, expected="a value that is true or false, yes or no")
    yes, no = ANSWERS.get(reading.language.partition("-")[0].lower(), ANSWERS["en"])
    return yes if held else no


def _day(cell: Scalar, format: str, habit: Habit, reading: Reading) -> str:
    text = cell.text.strip()
    found = dated(text, format, habit, reading.language)
    if isinstance(found, str):
        return found
    code, hints, values = found
    if code == "not-a-date":
        reading.report("wrong-value", cell, value=text, expected="a date, such as 2026-05-04")
    else:
        reading.report(code, cell, *hints, **{key: str(value) for key, value in values})
    return text


def days_of(texts: list[str]) -> dict[str, Date] | None:
    """The dates of a column by their texts; None where one of them is none."""
    habit = habit_of(texts)
    found = {text: date(text, habit) for text in texts if text not in NONE}
    days = {text: day for text, day in found.items() if day is not None}
    return days if len(days) == len(found) else None
