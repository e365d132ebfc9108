"""What one entry of the catalogue has, and how its words are made."""

from typing import Any, Literal
from unicodedata import category

from msgspec import Struct

Severity = Literal["error", "warning"]

LONGEST = 300
"""Characters of a value that are shown."""

MOST_CHARACTERS = 8
"""As many of the characters that a problem is about are named."""


class Entry(Struct, frozen=True):
    """All that is said about one code. Braces of `sentence` and `hint` are filled with a problem's values."""

    severity: Severity
    sentence: str
    """What is wrong and what was expected, in the words of the language."""
    explanation: str
    """The same for someone who has never met it, in a sentence or two: for `docs/errors.md` and for code scanners."""
    hint: str = ""
    """What to do about it, where that is always the same; other hints come with the problem."""
    source: str = ""
    """Where it is written that it is wrong, for what is not our own language: a standard, or what was seen."""


def error(sentence: str, explanation: str, *, hint: str = "") -> Entry:
    """What keeps a deck from being built."""
    return Entry("error", sentence, explanation, hint)


def warning(sentence: str, explanation: str, *, hint: str = "") -> Entry:
    """What is told, and built all the same."""
    return Entry("warning", sentence, explanation, hint)


def filled(text: str, values: tuple[tuple[str, Any], ...]) -> str:
    """A sentence or hint with a problem's values in its braces. A tuple among them is characters."""
    return text.format(**{name: _characters(value) if isinstance(value, tuple) else _short(value) for name, value in values})


def _short(value: Any) -> Any:
    """A value that can be read at a glance: what a file names may have a million letters."""
    return f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST else value


def _characters(characters: tuple[str, ...]) -> str:
    if len(characters) == 1:
        shown, code = _shown(characters[0]), _code(characters[0])
        return f"character {code}" if shown == code else f"character {shown} ({code})"
    first, others = characters[:MOST_CHARACTERS], len(characters) - MOST_CHARACTERS
    return f"characters {', '.join(map(_shown, first))}{f' and {others} others' if others > 0 else ''}"


def _shown(character: str) -> str:
    """In backticks; by its number where it can't be seen alone: a mark over another one, or one for private use."""
    return f"`{character}`" if character.isprintable() and category(character)[0] != "M" else _code(character)


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
