"""The catalogue: for each code its severity, sentence, hint and explanation. One file a theme.

Nothing of it is on the way of a build without problems: `Diagnostic` looks an entry up when somebody asks.
"""

from deckmotor.catalogue import code, diagrams, editions, files, formulas, language, numbers, pictures, slides, syntax
from deckmotor.catalogue.entry import Entry, Severity, filled

__all__ = ["ENTRIES", "Entry", "Severity", "entry", "filled", "warnings"]

ENTRIES: dict[str, Entry] = {
    **code.ENTRIES,
    **files.ENTRIES,
    **syntax.ENTRIES,
    **language.ENTRIES,
    **editions.ENTRIES,
    **slides.ENTRIES,
    **pictures.ENTRIES,
    **numbers.ENTRIES,
    **diagrams.ENTRIES,
    **formulas.ENTRIES,
}
"""What can be wrong with a deck, by code. The package linter's are beside them, in `package`, which only it needs."""


def entry(code: str) -> Entry:
    """All that is said about a code."""
    if code.startswith("package-"):
        from deckmotor.catalogue.package import ENTRIES as PACKAGE  # These hundred are read only when a file is checked.

        return PACKAGE[code]
    return ENTRIES[code]


def warnings() -> tuple[str, ...]:
    """The codes of all warnings: what a deck's `ignore:` may name."""
    return tuple(code for code, entry in ENTRIES.items() if entry.severity == "warning")
