"""Problems as one JSON document. `docs/errors.md` tells its keys; within one `format` they only become more."""

from typing import Any

import msgspec

from deckmotor import __version__
from deckmotor.cli.formats.place import Placed, Run
from deckmotor.span import CellSpan

FORMAT = 1
"""Raised when a key is taken away or means something else."""


def write(run: Run) -> str:
    """The document, indented for people who look into it."""
    document = {
        "format": FORMAT,
        "tool": "deckmotor",
        "version": __version__,
        "errors": run.errors,
        "warnings": run.warnings,
        "files": run.written.files,
        "failed": run.written.failed,
        "failed_decks": run.written.failed_decks,
        "problems": [_problem(one) for one in run.problems],
        "more": run.more,
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _problem(one: Placed) -> dict[str, Any]:
    problem = one.finding.problem
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "file": one.path,
        "line": problem.span.line,
        "column": problem.span.column,
        "end_line": one.end_line,
        "end_column": one.end_column,
        **({"sheet": problem.span.sheet, "cell": problem.span.cell} if isinstance(problem.span, CellSpan) else {}),
        "hints": problem.advice,
        "variants": one.finding.variants,
    }
