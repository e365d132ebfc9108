"""The problems of a run, taken in deck by deck: each is kept once, with those that have it."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic

MOST_TOLD = 1_000
"""Problems of a run that are told one by one: who has more is not helped by the rest."""

MOST_FOUND = 50_000
"""Errors of a run, each counted in every deck that has it. Then no further deck is looked at: nothing can be written anyway,
and 5,000 variants of a broken deck would take minutes to say the same."""


class Finding(Struct, frozen=True):
    """A problem, once, with the variants that have it."""

    problem: Diagnostic
    variants: tuple[str, ...]
    """In the order of the project; empty where every deck that was looked at has it."""
    all_but_base: bool = False
    """Whether only the base deck is without it."""
    worst: str | None = None
    """The variant that has it most, where some have it less; empty for the base deck."""


class _Kept:
    """A problem and who has it. A thousand problems of 5,000 variants would fill a gigabyte with names; bits are few."""

    __slots__ = ("base", "bits", "least", "worst")

    def __init__(self, problem: Diagnostic) -> None:
        self.worst = problem
        self.least = problem.over
        self.base = False
        self.bits = 0
        """One for each variant that has it, by its place among the decks."""


class Gathering:
    """Takes in problems. `decks` are those that may have them, in order (None: the base deck)."""

    def __init__(self, decks: Sequence[str | None]) -> None:
        self._decks = decks
        self._bit = {name: 1 << place for place, name in enumerate(decks)}
        self._kept: dict[Any, _Kept] = {}
        self._errors = self._looked_at = 0
        self._last: dict[int, tuple[Diagnostic, bool]] = {}
        """The problems of the deck before, by identity, and which are errors: what decks share is one object."""
        self._same: tuple[Iterable[Diagnostic], int] = (), 0
        """The problems of the deck before as they were given, and how many are errors: often all are those of the next."""

    @property
    def is_enough(self) -> bool:
        """Whether there are so many errors that no further deck is to be looked at."""
        return self._errors > MOST_FOUND

    @property
    def has_errors(self) -> bool:
        """Whether any deck has an error."""
        return self._errors > 0

    @property
    def unseen(self) -> int:
        """How many decks were not looked at."""
        return len(self._decks) - self._looked_at

    def add(self, problems: Iterable[Diagnostic], decks: int = 1) -> bool:
        """Take in all that is wrong with the next decks. Gives whether there are errors among it."""
        self._looked_at += decks
        before = self._errors
        if problems is self._same[0]:
            self._errors += self._same[1]
            return self._same[1] > 0
        highest: dict[tuple[Any, str | None], Diagnostic] = {}
        last, self._last = self._last, {}
        for problem in problems:
            known = last.get(id(problem))
            self._last[id(problem)] = seen = known or (problem, problem.severity == "error")
            self._errors += seen[1]
            if known is not None:
                continue
            key = (problem.same, problem.variant)
            if key not in highest or problem.over > highest[key].over:
                highest[key] = problem
        for (same, variant), problem in highest.items():
            kept = self._kept.get(same)
            if kept is None:
                kept = self._kept[same] = _Kept(problem)
            if problem.over > kept.worst.over:
                kept.worst = problem
            kept.least = min(kept.least, problem.over)
            kept.base = kept.base or variant is None
            kept.bits |= self._bit.get(variant, 0)
        self._same = problems, self._errors - before
        return self._errors > before

    def findings(self) -> tuple[Finding, ...]:
        """Each problem once, by file, line and column; at one place as they were found."""
        seen = self._decks[: self._looked_at]
        all_variants = sum(self._bit[name] for name in set(seen) if name is not None)
        names: dict[int, tuple[str, ...]] = {}
        found = []
        for kept in self._kept.values():
            everywhere = kept.base or (None not in seen and kept.bits == all_variants)
            bits = 0 if everywhere else kept.bits
            if bits not in names:
                names[bits] = tuple(name for name in seen if name is not None and self._bit[name] & bits)
            worst = kept.worst.variant or "" if kept.least < kept.worst.over else None
            found.append(Finding(kept.worst, names[bits], bool(bits) and bits == all_variants, worst))
        return tuple(sorted(found, key=lambda finding: _place(finding.problem)))


def gather(problems: Iterable[Diagnostic], decks: Sequence[str | None]) -> tuple[Finding, ...]:
    """The findings of decks that have all been looked at."""
    gathering = Gathering(decks)
    gathering.add(problems, len(decks))
    return gathering.findings()


def _place(problem: Diagnostic) -> tuple[str, int, int]:
    return problem.span.file, problem.span.line, problem.span.column


def told(findings: Sequence[Finding], unseen: int = 0) -> tuple[Sequence[Finding], str]:
    """Those of a run that are told one by one, errors before warnings, in their order; and a word about the rest.

    `unseen` is how many decks were not looked at.
    """
    also = f"; {plural(unseen, 'deck')} not looked at after so many errors" if unseen else ""
    if len(findings) <= MOST_TOLD:
        return findings, also.removeprefix("; ")
    is_error = [finding.problem.severity == "error" for finding in findings]
    chosen = set(sorted(range(len(findings)), key=lambda index: not is_error[index])[:MOST_TOLD])
    rest = [finding for index, finding in enumerate(findings) if index not in chosen]
    return [findings[index] for index in sorted(chosen)], f"and {len(rest):,} more: {count(rest)}{also}"


def count(findings: Sequence[Finding]) -> str:
    """`1 error, 2 warnings`; `no problems` where there are none."""
    errors = sum(finding.problem.severity == "error" for finding in findings)
    parts = [plural(errors, "error")] if errors else []
    if len(findings) > errors:
        parts.append(plural(len(findings) - errors, "warning"))
    return ", ".join(parts) or "no problems"


def plural(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
