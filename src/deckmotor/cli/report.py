"""Diagnostics as a person reads them: the place, what is wrong, the line with a mark under it, what to do."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

import click

from deckmotor.cli.gather import Finding
from deckmotor.cli.plain import plain
from deckmotor.span import CellSpan, Span

LINE_BREAK = re.compile("\r\n|[\n\r]")
"""What ends a line, here as in the parser. What Unicode also calls a line break, no editor does."""

COLOURS = {"error": "red", "warning": "yellow"}
MOST_BESIDE = 1_000
"""Characters of a line that are looked at before a place; twice as many after it."""

NAMED_VARIANTS = 3
"""As many variants are named one by one; more are counted."""


def render(finding: Finding, text: str | None, path: str, width: int) -> str:
    """A finding as lines of about `width` characters at most, with ANSI colours. `text` is the whole file, None if unread."""
    problem = finding.problem
    span = problem.span
    kind = click.style(problem.severity, fg=COLOURS[problem.severity], bold=True)
    where = click.style(f"{plain(path + span.at)}:", bold=True)
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


def _wrapped(text: str, first: str, width: int) -> str:
    return click.wrap_text(text, width=max(width, 40), initial_indent=first, subsequent_indent=" " * len(first))


def report(findings: Sequence[Finding], read: Callable[[str], bytes], path_of: Callable[[str], str], width: int) -> str:
    """All findings, a blank line between them. `read` gives a file's bytes, `path_of` the path to show for it."""
    texts: dict[str, str | None] = {}
    parts = []
    for finding in findings:
        file = finding.problem.span.file
        is_cell = isinstance(finding.problem.span, CellSpan)
        if file not in texts and not is_cell:
            texts[file] = read_text(read, file)
        parts.append(render(finding, None if is_cell else texts[file], path_of(file), width))
    return "\n\n".join(parts)


def read_text(read: Callable[[str], bytes], file: str) -> str | None:
    """A file's text without its byte-order mark, None where it can't be read, or is none. What is no UTF-8 is shown as
    Windows-1252."""
    try:
        data = read(file)
    except OSError:
        return None
    if data.startswith(b"PK\3\4"):  # A workbook.
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
