"""What all commands print alike: problems, and text in columns."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from deckmotor.cli.gather import Finding, told
from deckmotor.cli.place import Place
from deckmotor.cli.plain import plain
from deckmotor.workspace import Workspace

if TYPE_CHECKING:  # Only where it is asked for.
    from deckmotor.cli.formats.place import Written

WRITTEN: list[Path] = []
"""The files that this process has written, for the day that it fails afterwards."""

PIPED_WIDTH = 120
"""Columns where nobody looks at a terminal."""


def width(*, err: bool) -> int:
    """Columns of the terminal that is written to, by stdout or stderr."""
    stream = sys.stderr if err else sys.stdout
    if not stream.isatty():
        return PIPED_WIDTH
    named = os.environ.get("COLUMNS", "")
    try:
        return int(named) if named.isdecimal() and int(named) else os.get_terminal_size(stream.fileno()).columns or PIPED_WIDTH
    except OSError:
        return PIPED_WIDTH


class Sources(Struct, frozen=True):
    """The files that problems stand in."""

    read: Callable[[str], bytes]
    """The bytes of one, by the path in a problem's span; OSError where there is nothing to quote."""
    path: Callable[[str], str]
    """What to call it: its path from the current folder, so that editors can open it."""


def sources_of(place: Place, workspace: Workspace) -> Sources:
    """The files of a project. Those outside, which the deck's head may allow, are not quoted: they are nobody's business."""

    def read(file: str) -> bytes:
        if workspace.is_outside(file):
            raise PermissionError(file)
        return workspace.read(file)

    return Sources(read, lambda file: shown_path(place.root / file))


def show(findings: Sequence[Finding], sources: Sources, *, err: bool, unseen: int = 0) -> None:
    """Print problems with their source lines. `unseen` is how many decks were not looked at."""
    if not findings:
        return
    from deckmotor.cli.report import report  # Most builds have none.

    some, more = told(findings, unseen)
    click.echo(report(some, sources.read, sources.path, width(err=err)), err=err)
    click.echo(f"\n… {more}\n" if more else "", err=err)


def hand_over(
    findings: Sequence[Finding], sources: Sources, form: str, written: "Written | None" = None, unseen: int = 0
) -> None:
    """Print problems on stdout for a program, in one of `FORMATS`. Always UTF-8, whatever the terminal is set to."""
    from deckmotor.cli.formats import NOTHING, write  # Only where it is asked for.

    click.echo(write(form, findings, sources.read, sources.path, written or NOTHING, unseen), nl=False)


def shown_path(path: Path) -> str:
    """A path from the current folder where it lies in it, else the whole; as text, without what a terminal obeys."""
    return plain(os.fsencode(_from_here(path)).decode("utf-8", "replace"))


def _from_here(path: Path) -> str:
    try:
        here = Path.cwd()
    except OSError:  # The current folder is gone.
        return str(path)
    try:
        return path.relative_to(here).as_posix()
    except ValueError:
        pass
    try:
        relative = os.path.relpath(path, here)
    except ValueError:  # Another drive.
        return str(path)
    return relative if not relative.startswith(os.path.join("..", "..")) else str(path)


def raw_paths(folder: Path, names: Iterable[str]) -> Iterator[bytes]:
    """Paths below a folder as `shown_path` gives them, for programs: the very bytes of their names."""
    stem = os.fsencode(_from_here(folder / "x"))[:-1]  # Asked once: for a thousand decks it would take as long as ten of them.
    for name in names:
        yield stem + os.fsencode(name)


def columns(rows: Sequence[Sequence[str]], indent: str = "") -> str:
    """Rows of text with their columns aligned, as long as they are; the last column is not padded."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        indent + "  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in rows
    )
