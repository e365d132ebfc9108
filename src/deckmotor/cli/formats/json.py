"""Problems as one JSON document. `docs/errors.md` tells its keys; within one `format` they only become more."""

from typing import Any

import msgspec

from deckmotor import __version__
from deckmotor.cli.formats.place import Placed

FORMAT = 1
"""Raised when a key is taken away or means something else."""


def write(problems: tuple[Placed, ...], files: tuple[str, ...], failed: tuple[str, ...]) -> str:
    """The document, indented for people who look into it."""
    severities = [one.finding.problem.severity for one in problems]
    document = {
        "format": FORMAT,
        "tool": "deckmotor",
        "version": __version__,
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "files": files,
        "failed": failed,
        "problems": [_problem(one) for one in problems],
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
        "hints": problem.advice,
        "variants": one.finding.variants,
    }
