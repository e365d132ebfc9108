"""Problems in what a user wrote. Stages return them; only the command line prints them."""

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from deckmotor.span import Span

if TYPE_CHECKING:  # The catalogue is read when a problem is weighed or shown: a build without problems has no use for it.
    from deckmotor.catalogue import Entry, Severity

MEASURE = "over"
"""The value that may differ where a problem is the same: by how many points something is too high for its place."""


class Diagnostic(Struct, frozen=True, cache_hash=True, kw_only=True):
    """One problem at one place, as values. Words are made of them when it is shown."""

    code: str
    """Stable name of the kind of problem (`unknown-key`); all are listed in `catalogue`."""
    values: tuple[tuple[str, Any], ...] = ()
    """What fills the braces of its sentence, by name: texts and numbers; characters as a tuple."""
    span: Span
    hints: tuple[str, ...] = ()
    """What to do about it, beside what the catalogue says for all of its kind: the nearest right thing, the rule."""
    variant: str | None = None
    """The variant that has the problem, or None if the base deck has it too."""

    @property
    def severity(self) -> "Severity":
        """Whether it keeps a deck from being built."""
        return self._entry.severity

    @property
    def message(self) -> str:
        """What is wrong and what was expected, in the words of the language: for people, never for comparing."""
        from deckmotor.catalogue import filled

        return filled(self._entry.sentence, self.values)

    @property
    def advice(self) -> tuple[str, ...]:
        """All hints: that of its kind, and its own."""
        from deckmotor.catalogue import filled

        general = self._entry.hint
        return (filled(general, self.values), *self.hints) if general else self.hints

    @property
    def over(self) -> int:
        """How many points something is too high for its place. Of problems that differ in nothing else the worst is told."""
        return next((value for name, value in self.values if name == MEASURE), 0)

    @property
    def same(self) -> tuple[Any, ...]:
        """What makes it the same problem in whatever deck and output it comes up. Hints may tell what else a deck has."""
        return self.code, tuple(value for value in self.values if value[0] != MEASURE), self.span

    @property
    def _entry(self) -> "Entry":
        from deckmotor.catalogue import entry

        return entry(self.code)


def has_errors(problems: "tuple[Diagnostic, ...] | list[Diagnostic]") -> bool:
    """Whether any of them keeps a deck from being built."""
    return any(problem.severity == "error" for problem in problems)
