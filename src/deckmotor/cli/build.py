"""`build`: decks into PowerPoint files."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import click

from deckmotor.build import Built
from deckmotor.cli.options import all_option, format_option, open_project, theme_option, variant_option, wanted_decks
from deckmotor.cli.place import Place, deck_argument
from deckmotor.cli.report import Finding, count, gather, plural
from deckmotor.cli.screen import columns, hand_over, show, shown_path
from deckmotor.diagnostics import has_errors
from deckmotor.workspace import write_file

MANY_DECKS = 20
"""From so many decks on, a bar shows how far the build has come; fewer are done before it could be read."""

MOST_NAMED = 12
"""As many files are named in the summary on a terminal."""


@click.command()
@deck_argument
@variant_option
@all_option
@theme_option
@click.option("--output", "-o", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Where the files go.")
@format_option
def command(place: Place, variants: tuple[str, ...], every: bool, theme: str | None, output: Path | None, form: str) -> None:
    """Build PowerPoint files.

    Without options that is the base deck. Files go into the folder build/ of
    the project. If any deck has an error, no file is written.

    \b
      deckmotor build                              the deck of this folder
      deckmotor build talk                         the deck in the folder talk
      deckmotor build --all                        it and all its variants
      deckmotor build --variant kalix              one variant
      deckmotor build --theme natt -o dark         in another theme, elsewhere

    Where the output is piped on, the paths of the files are printed, one a line.
    """
    start = perf_counter()
    pipeline = open_project(place, theme)
    wanted = wanted_decks(pipeline, variants, every)
    with progress(wanted) as decks:
        built = [pipeline.build(variant) for variant in decks]
    findings = gather((problem for deck in built for problem in deck.problems), wanted)
    broken = has_errors([finding.problem for finding in findings])
    if form == "text":
        show(findings, place, err=True)
    folder = output if output is not None else place.root / "build"
    written = not broken and _write(built, folder)
    paths = [shown_path(folder / deck.file) for deck in built] if written else []
    if form != "text":
        hand_over(findings, place, form, paths)
    elif broken:
        click.echo(f"Nothing was written: {count(findings)}.", err=True)
    elif written and sys.stdout.isatty():
        click.echo(_summary(built, findings, folder, perf_counter() - start))
    else:
        click.echo("".join(f"{path}\n" for path in paths), nl=False)
    if not written:
        sys.exit(1)


@contextmanager
def progress(wanted: tuple[str | None, ...]) -> Iterator[Iterable[str | None]]:
    """The decks to build, one by one, with a bar on stderr where that is a terminal and they are many."""
    if len(wanted) < MANY_DECKS or not sys.stderr.isatty():
        yield wanted
        return
    with click.progressbar(wanted, label="Building", file=sys.stderr, show_pos=True) as bar:
        yield bar


def _write(built: list[Built], folder: Path) -> bool:
    """Write all files that can be written; False where one can't."""
    failed = False
    for deck in built:
        try:
            write_file(folder / deck.file, deck.data)
        except OSError as error:
            failed = True
            hint = " Is it open in PowerPoint?" if isinstance(error, PermissionError) else ""
            click.echo(f"Can't write {shown_path(folder / deck.file)}: {error.strerror}.{hint}", err=True)
    return not failed


def _summary(built: list[Built], findings: tuple[Finding, ...], folder: Path, seconds: float) -> str:
    rows = [(shown_path(folder / deck.file), plural(deck.slides, "slide")) for deck in built[:MOST_NAMED]]
    if len(built) > MOST_NAMED:
        rows[-1] = (f"… and {len(built) - MOST_NAMED + 1} more", "")
    slides = plural(sum(deck.slides for deck in built), "slide")
    return f"{columns(rows)}\n{plural(len(built), 'file')}, {slides}, {count(findings)}, {seconds:.2f} s"
