"""What all commands print alike: problems, and text in columns."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from deckmotor.cli.place import Place
from deckmotor.cli.report import Finding, report

PIPED_WIDTH = 120
"""Columns where nobody looks at a terminal."""


def width() -> int:
    """Columns of the terminal."""
    import shutil  # Only where something is printed in full: 2 ms of start-up.

    return shutil.get_terminal_size((PIPED_WIDTH, 24)).columns if sys.stdout.isatty() else PIPED_WIDTH


def show(findings: Sequence[Finding], place: Place, *, err: bool) -> None:
    """Print problems with their source lines. Paths are shown from the current folder, so that editors can open them."""
    if not findings:
        return
    workspace = place.workspace()
    click.echo(report(findings, workspace.read, lambda file: shown_path(place.root / file), width()), err=err)
    click.echo(err=err)


def shown_path(path: Path) -> str:
    """A path from the current folder where it lies in it, else the whole."""
    here = Path.cwd()
    try:
        return path.relative_to(here).as_posix()
    except ValueError:
        relative = os.path.relpath(path, here)
        return relative if not relative.startswith(os.path.join("..", "..")) else str(path)


def columns(rows: Sequence[Sequence[str]], indent: str = "") -> str:
    """Rows of text with their columns aligned, as long as they are; the last column is not padded."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        indent + "  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in rows
    )
