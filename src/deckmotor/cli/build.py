"""`build`: decks into PowerPoint files, PDFs and pictures."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import click
from msgspec import Struct
from msgspec.structs import replace

from deckmotor.build import Built, NoSlideError, Pipeline
from deckmotor.cli.base import Command, option
from deckmotor.cli.choice import Choice, choice_options
from deckmotor.cli.gather import Finding, Gathering, count, plural
from deckmotor.cli.options import (
    format_option,
    names_of,
    no_allow_option,
    open_project,
    theme_option,
)
from deckmotor.cli.outputs import PAGES, Target, Written, target_options, write_files
from deckmotor.cli.place import Place, deck_argument
from deckmotor.cli.screen import columns, hand_over, raw_path, show, shown_path, sources_of
from deckmotor.cli.watch import changes
from deckmotor.edition import Edition
from deckmotor.messages import nearest
from deckmotor.model.words import shortened

MANY_DECKS = 20
"""From so many decks on, a bar shows how far the build has come; fewer are done before it could be read."""

MOST_NAMED = 12
"""As many files are named in the summary on a terminal."""


@click.command(cls=Command)
@deck_argument
@choice_options
@theme_option
@no_allow_option
@target_options
@format_option
@option("--watch", is_flag=True, help="Build again whenever a file changes.")
@option("--open", "opens", is_flag=True, help="Open the first file when it is made.")
def command(
    place: Place, choice: Choice, theme: str | None, closed: bool, target: Target, form: str, watch: bool, opens: bool
) -> None:  # fmt: skip
    """Build PowerPoint files, and PDFs, pictures and web pages.

    Without options that is the base deck. Files go into the folder build/ of
    the project. If any deck has an error, no file is written.

    \b
      deckmotor build                              the deck of this folder
      deckmotor build talk                         the deck in the folder talk
      deckmotor build --all                        it and all its variants
      deckmotor build --variant kalix              one variant
      deckmotor build --audience board --all       all of them, for one audience
      deckmotor build --where county="Skåne län"   those whose row says so
      deckmotor build --theme natt -o dark         in another theme, elsewhere
      deckmotor build --to pptx,pdf,png            also a PDF, and a picture a page
      deckmotor build --to html                    a page that presents itself
      deckmotor build --handout 3                  a PDF for paper, with lines to write on
      deckmotor build --slides 3-5,urval           only some slides

    Where the output is piped on, the paths of the files are printed, one a line.
    """
    asked = Asked(place=place, choice=choice, theme=theme, closed=closed, target=target, form=form)
    paths, well = _run(asked)
    if opens and paths:
        click.launch(str(paths[0]))
    if watch:
        click.echo("Building after each change; Ctrl-C ends this.", err=True)
        for _ in changes(place.root):
            _run(asked)
    if not well:
        sys.exit(1)


class Asked(Struct, frozen=True, kw_only=True):
    """What a command line asks for."""

    place: Place
    choice: Choice
    theme: str | None
    closed: bool
    target: Target
    form: str


def _run(asked: Asked) -> tuple[tuple[Path, ...], bool]:
    """Build once: the files that were written, and whether all is well."""
    place, target, form = asked.place, asked.target, asked.form
    start = perf_counter()
    pipeline = open_project(place, asked.theme, closed=asked.closed)
    wanted = asked.choice.editions(pipeline)
    gathering = Gathering(names_of(wanted))
    built = _built(pipeline, wanted, target, gathering)
    findings, unseen = gathering.findings(), gathering.unseen
    sources = sources_of(place, pipeline.workspace)
    if form == "text":
        show(findings, sources, err=True, unseen=unseen)
    folder = target.folder if target.folder is not None else place.root / "build"
    broken = built is None
    written = Written(()) if built is None else write_files(built, folder)
    if form != "text":
        files, failed = ([*map(shown_path, some)] for some in (written.paths, written.failed))
        hand_over(findings, sources, form, files, failed, unseen)
    elif broken:
        click.echo(f"Nothing was written: {count(findings)}.", err=True)
    elif sys.stdout.isatty() and not written.failed:
        click.echo(_summary(built or [], findings, folder, perf_counter() - start))
    else:
        click.echo(b"".join(raw_path(path) + b"\n" for path in written.paths), nl=False)
    if written.failed and form == "text":
        click.echo(f"{plural(len(written.paths), 'file')} written. Not as it should be: {_named(written.failed)}.", err=True)
    return written.paths, not (broken or written.failed)


def _built(pipeline: Pipeline, wanted: tuple[Edition, ...], target: Target, gathering: Gathering) -> list[Built] | None:
    """All decks, their problems gathered; None where one of them has an error, so that none is written."""
    built: list[Built] | None = []
    with progress(wanted) as decks:
        for edition in decks:
            try:
                deck = pipeline.build(edition, target.outputs, target.how)
            except NoSlideError as error:
                raise click.UsageError(_no_slide(error)) from error
            if gathering.add(deck.problems) and not deck.failed:
                built = None  # What has been made so far is of no use.
            if built is not None:
                built.append(replace(deck, problems=()))
            if gathering.is_enough:
                break
    if built is not None and len(wanted) > 1:
        gathering.add(pipeline.drift(), decks=0)
    return built


def _no_slide(error: NoSlideError) -> str:
    known = f"--slides takes numbers from 1 to {len(error.slides)}, ranges such as 2-4, and ids"
    return "; ".join((f"there is no slide `{shortened(error.word)}`", known, *nearest(error.word, list(error.slides))))


def _named(paths: Sequence[Path]) -> str:
    more = [f"and {len(paths) - MOST_NAMED + 1} more"] if len(paths) > MOST_NAMED else []
    return ", ".join([*map(shown_path, paths[: MOST_NAMED - 1] if more else paths), *more])


@contextmanager
def progress(wanted: tuple[Edition, ...]) -> Iterator[Iterable[Edition]]:
    """The decks to build, one by one, with a bar on stderr where that is a terminal and they are many."""
    if len(wanted) < MANY_DECKS or not sys.stderr.isatty():
        yield wanted
        return
    with click.progressbar(wanted, label="Building", file=sys.stderr, show_pos=True) as bar:
        yield bar


def _summary(built: list[Built], findings: tuple[Finding, ...], folder: Path, seconds: float) -> str:
    rows = [row for deck in built for row in _rows(deck, folder)]
    if len(rows) > MOST_NAMED:
        rows[MOST_NAMED - 1 :] = [(f"… and {len(rows) - MOST_NAMED + 1} more", "")]
    slides = plural(sum(deck.slides for deck in built), "slide")
    files = plural(sum(len(deck.files) for deck in built), "file")
    return f"{columns(rows)}\n{files}, {slides}, {count(findings)}, {seconds:.2f} s"


def _rows(deck: Built, folder: Path) -> Iterator[tuple[str, str]]:
    """The files of a deck with what is in them, its pictures as one."""
    for file in deck.files:
        if not file.name.endswith(PAGES):
            yield shown_path(folder / file.name), plural(deck.slides, "slide")
    for ending in PAGES:
        pictures = [file.name for file in deck.files if file.name.endswith(ending)]
        if pictures:
            yield f"{shown_path(folder / pictures[0])} …", plural(len(pictures), "picture")
