"""Where a finding stands, as programs want it: its path, and the line and column after its last character."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from deckmotor.cli.gather import Finding
from deckmotor.cli.report import read_text, rows_of
from deckmotor.span import CellSpan, Span


class Placed(Struct, frozen=True, kw_only=True):
    """A finding at its place. Lines and columns count from 1; columns count characters (Unicode code points)."""

    finding: Finding
    path: str
    """From the current folder, with forward slashes, where the file lies in it."""
    end_line: int
    end_column: int
    """The column after the last character."""
    row: str
    """The line on which it begins; empty where the file can't be read."""


class Written(Struct, frozen=True, kw_only=True):
    """What a build has made."""

    files: tuple[str, ...] = ()
    """Paths of the files that stand."""
    failed: tuple[str, ...] = ()
    """Paths of those that could not be made or written."""
    failed_decks: tuple[str, ...] = ()
    """Names of the decks that are not as they should be, also for their errors; the base deck's is empty."""


class Run(Struct, frozen=True, kw_only=True):
    """What a command has found and made."""

    problems: tuple[Placed, ...]
    more: str
    """What is said about problems beyond the limit; empty where all are told."""
    errors: int
    """How many there are, told or not."""
    warnings: int
    written: Written


def placed(findings: Sequence[Finding], read: Callable[[str], bytes], path_of: Callable[[str], str]) -> tuple[Placed, ...]:
    """Each finding at its place. `read` gives a file's bytes, `path_of` the path to show for it."""
    texts: dict[str, str | None] = {}
    found = []
    for finding in findings:
        span = finding.problem.span
        if span.file not in texts:
            texts[span.file] = None if isinstance(span, CellSpan) else read_text(read, span.file)
        text = texts[span.file]
        end_line, end_column = _end(span, text or "")
        rows = rows_of(text or "")
        row = rows[span.line - 1] if 1 <= span.line <= len(rows) else ""
        found.append(Placed(finding=finding, path=path_of(span.file), end_line=end_line, end_column=end_column, row=row))
    return tuple(found)


def _end(span: Span, text: str) -> tuple[int, int]:
    """The line and column after the last character; the place itself where nothing is known of its end."""
    rows = rows_of(text[span.start : span.end].rstrip())
    if len(rows) > 1:
        return span.line + len(rows) - 1, len(rows[-1]) + 1
    return span.line, span.column + len(rows[0])
