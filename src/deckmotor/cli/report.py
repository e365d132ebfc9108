"""Diagnostics as a person reads them: the place, what is wrong, the line with a mark under it, what to do."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import click
from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.span import Span

LINE_BREAK = re.compile("\r\n|[\n\r]")
"""What ends a line, here as in the parser. What Unicode also calls a line break, no editor does."""

COLOURS = {"error": "red", "warning": "yellow"}
MOST_BESIDE = 1_000
"""Characters of a line that are looked at before a place; twice as many after it."""

MOST_TOLD = 1_000
"""Problems of a run that are told one by one: who has more is not helped by the rest."""

NAMED_VARIANTS = 3
"""As many variants are named one by one; more are counted."""


class Finding(Struct, frozen=True):
    """A problem, once, with the variants that have it."""

    problem: Diagnostic
    variants: tuple[str, ...]
    """In the order of the project; empty where every deck that was looked at has it."""
    all_but_base: bool = False
    """Whether only the base deck is without it."""
    worst: str | None = None
    """The variant that has it most, where some have it less; empty for the base deck."""


def gather(problems: Iterable[Diagnostic], looked_at: Sequence[str | None]) -> tuple[Finding, ...]:
    """Each problem once, by file, line and column; at one place as they were found.

    `looked_at` are the decks that could have had it (None: the base deck).
    """
    who: dict[Any, list[Diagnostic]] = {}
    for problem in problems:
        who.setdefault(problem.same, []).append(problem)
    order = {variant: index for index, variant in enumerate(looked_at)}
    findings = []
    for same in who.values():
        having: dict[str | None, int] = {}
        for problem in same:
            having[problem.variant] = max(problem.over, having.get(problem.variant, 0))
        everywhere = None in having or having.keys() >= set(looked_at)
        named = () if everywhere else sorted((variant for variant in having if variant), key=lambda one: order.get(one, 0))
        all_but_base = bool(named) and having.keys() == {variant for variant in looked_at if variant}
        most = max(same, key=lambda problem: problem.over)
        worst = most.variant or "" if min(having.values()) < most.over else None
        findings.append(Finding(most, tuple(named), all_but_base, worst))
    return tuple(sorted(findings, key=lambda finding: _place(finding.problem)))


def _place(problem: Diagnostic) -> tuple[str, int, int]:
    return problem.span.file, problem.span.line, problem.span.column


def told(findings: Sequence[Finding]) -> tuple[Sequence[Finding], str]:
    """Those of a run that are told one by one, errors before warnings, in their order; and a word about the others."""
    if len(findings) <= MOST_TOLD:
        return findings, ""
    is_error = [finding.problem.severity == "error" for finding in findings]
    chosen = set(sorted(range(len(findings)), key=lambda index: not is_error[index])[:MOST_TOLD])
    rest = [finding for index, finding in enumerate(findings) if index not in chosen]
    return [findings[index] for index in sorted(chosen)], f"and {len(rest):,} more: {count(rest)}"


def render(finding: Finding, text: str | None, path: str, width: int) -> str:
    """A finding as lines of about `width` characters at most, with ANSI colours. `text` is the whole file, None if unread."""
    problem = finding.problem
    span = problem.span
    kind = click.style(problem.severity, fg=COLOURS[problem.severity], bold=True)
    where = click.style(f"{plain(path)}:{span.line}:{span.column}:", bold=True)
    lines = [f"{where} {kind}: {plain(problem.message)} {click.style(f'[{problem.code}]', dim=True)}"]
    gutter = " " * max(len(str(span.line)), 4)
    if text is not None:
        lines += _quote(span, text, gutter, width, COLOURS[problem.severity])
    lines += [_wrapped(plain(note), f"{gutter} = ", width) for note in notes(finding)]
    return "\n".join(lines)


def notes(finding: Finding) -> tuple[str, ...]:
    """What follows a finding's message: its hints, and who has it where not all have."""
    return (*finding.problem.advice, *_only(finding))


def _only(finding: Finding) -> tuple[str, ...]:
    variants, worst = finding.variants, finding.worst
    told = []
    if variants and len(variants) <= NAMED_VARIANTS:
        told.append(f"only in {', '.join(variants)}")
    elif variants:
        told.append(f"in all {len(variants)} variants" if finding.all_but_base else f"only in {len(variants)} variants")
    if worst is not None:
        told.append(f"worst in {worst or 'the deck itself'}")
    return ("; ".join(told),) if told else ()


def _quote(span: Span, text: str, gutter: str, width: int, colour: str) -> list[str]:
    """The source line, cut to the width around the place, and the mark under it."""
    rows = rows_of(text)
    row = rows[span.line - 1] if 1 <= span.line <= len(rows) else ""
    start = min(span.column - 1, len(row))
    # A line can have millions of characters, and a thousand problems.
    skipped = max(start - MOST_BESIDE, 0)
    row, start = row[skipped : start + 2 * MOST_BESIDE], start - skipped
    if not _is_readable(row):
        return []
    end = max(min(start + span.end - span.start, len(row.rstrip())), start + 1)
    before, marked, after = _window(row, start, end, max(width - len(gutter) - 3, 20))
    mark = " " * _columns(before) + click.style("^" * max(_columns(marked), 1), fg=colour, bold=True)
    number = str(span.line).rjust(len(gutter))
    return [f"{number} | {before}{marked}{after}".rstrip(), f"{gutter} | {mark}"]


def _is_readable(row: str) -> bool:
    """Whether there is something in a line that a person can read; in a line of a binary file there is not."""
    odd = sum(not character.isprintable() and character != "\t" for character in row)
    return bool(row.strip()) and odd * 4 <= len(row)


@lru_cache(maxsize=2)  # A file with a thousand problems is cut into its lines once.
def rows_of(text: str) -> list[str]:
    """The lines of a file, without what ends them."""
    return LINE_BREAK.split(text)


def _window(row: str, start: int, end: int, room: int) -> tuple[str, str, str]:
    """What of a row is shown: before, under and after the mark; what is cut off leaves `…`."""
    before, marked, after = plain(row[:start]), plain(row[start:end]), plain(row[end:])
    room -= not _columns(marked)  # The mark has at least one column, also after the last character.
    if _columns(before + marked + after) <= room:
        return before, marked, after
    if _columns(marked) > room // 2:
        marked = _cut(marked, room // 2) + "…"
        after = ""
    spare = room - _columns(marked)
    if _columns(before) > spare // 2:
        before = "…" + _cut(before[::-1], max(spare // 2, spare - _columns(after)) - 1)[::-1]
    if _columns(before + marked + after) > room:
        after = _cut(after, room - _columns(before + marked) - 1) + "…"
    return before, marked, after


def _cut(text: str, room: int) -> str:
    """As much of the beginning as takes `room` columns."""
    used = 0
    for index, character in enumerate(text):
        used += _columns(character)
        if used > room:
            return text[:index]
    return text


def _columns(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def plain(text: str) -> str:
    """Without what a terminal obeys: a stranger's deck must not move the cursor. All that is some kind of space becomes one."""
    return "".join(
        character if character.isprintable() else " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )


def _wrapped(text: str, first: str, width: int) -> str:
    return click.wrap_text(text, width=max(width, 40), initial_indent=first, subsequent_indent=" " * len(first))


def report(findings: Sequence[Finding], read: Callable[[str], bytes], path_of: Callable[[str], str], width: int) -> str:
    """All findings, a blank line between them. `read` gives a file's bytes, `path_of` the path to show for it."""
    texts: dict[str, str | None] = {}
    parts = []
    for finding in findings:
        file = finding.problem.span.file
        if file not in texts:
            texts[file] = read_text(read, file)
        parts.append(render(finding, texts[file], path_of(file), width))
    return "\n\n".join(parts)


def read_text(read: Callable[[str], bytes], file: str) -> str | None:
    """A file's text without its byte-order mark, None where it can't be read. What is no UTF-8 is shown as Windows-1252."""
    try:
        data = read(file)
    except OSError:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def count(findings: Sequence[Finding]) -> str:
    """`1 error, 2 warnings`; `no problems` where there are none."""
    errors = sum(finding.problem.severity == "error" for finding in findings)
    parts = [plural(errors, "error")] if errors else []
    if len(findings) > errors:
        parts.append(plural(len(findings) - errors, "warning"))
    return ", ".join(parts) or "no problems"


def plural(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
