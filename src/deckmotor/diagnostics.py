"""Problems in what a user wrote. Stages return them; only the command line prints them."""

from typing import Literal

from msgspec import Struct

from deckmotor.span import Span

Severity = Literal["error", "warning"]


class Diagnostic(Struct, frozen=True, kw_only=True):
    """One problem at one place."""

    severity: Severity
    code: str
    """Stable name of the kind of problem (`unknown-key`); all are listed in `messages`."""
    message: str
    """What is wrong and what was expected, in the words of the language."""
    span: Span
    hints: tuple[str, ...] = ()
    """What to do about it: the nearest right thing, the rule."""
    variant: str | None = None
    """The variant that has the problem, or None if the base deck has it too."""
    over: int = 0
    """How many points something is too high for its place. Of problems that differ in nothing else the worst is told."""


def has_errors(problems: "tuple[Diagnostic, ...] | list[Diagnostic]") -> bool:
    """Whether any of them keeps a deck from being built."""
    return any(problem.severity == "error" for problem in problems)
