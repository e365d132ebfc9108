"""`build`: decks into PowerPoint files, PDFs and pictures."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

import click

from deckmotor.batch.maker import PAGES, Maker, Outcome
from deckmotor.batch.target import MANIFEST, Target
from deckmotor.build import Pipeline
from deckmotor.built import NoSlideError
from deckmotor.cli.asked import Asked
from deckmotor.cli.base import Command, NamedPath, option
from deckmotor.cli.choice import Choice, choice_options
from deckmotor.cli.compiled import keep
from deckmotor.cli.gather import Finding, Gathering, count, plural
from deckmotor.cli.options import (
    format_option,
    names_of,
    no_allow_option,
    open_project,
    theme_option,
)
from deckmotor.cli.outputs import target_options
from deckmotor.cli.place import Place, deck_argument
from deckmotor.cli.screen import WRITTEN, columns, hand_over, raw_paths, show, shown_path, sources_of
from deckmotor.edition import Edition
from deckmotor.load import Project
from deckmotor.model.words import shortened

if TYPE_CHECKING:  # Only where it is asked for.
    from deckmotor.cli.formats.place import Written

MANY_DECKS = 20
"""From so many decks on, a bar shows how far the build has come; fewer are done before it could be read."""

MOST_NAMED = 12
"""As many files are named in the summary on a terminal."""

Item = TypeVar("Item")


@click.command(cls=Command)
@deck_argument
@choice_options
@theme_option
@no_allow_option
@target_options
@format_option
@option("--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="At most so many processes; as many as pay if left out.")
@option("--dask", default="", metavar="ADDRESS", help="Let a Dask cluster make the decks: tcp://host:8786.")
@option("--strict", is_flag=True, help="Write no deck at all where one has an error.")
@option("--prune", is_flag=True, help="Take away files of decks that no longer exist, and never others.")
@option("--report", type=NamedPath(dir_okay=False, path_type=Path), metavar="FILE", help="What became of each deck, as JSON.")
@option("--watch", is_flag=True, help="Build again whenever a file changes.")
@option("--open", "opens", is_flag=True, help="Open the first file when it is made.")
def command(
    place: Place, choice: Choice, theme: str | None, closed: bool, target: Callable[[Path], Target], form: str,
    jobs: int | None, dask: str, strict: bool, prune: bool, report: Path | None, watch: bool, opens: bool,
) -> None:  # fmt: skip
    """Build PowerPoint files, and PDFs, pictures and web pages.

    Without options that is the base deck. Files go into the folder build/ of
    the project. A deck with an error gets no file; the others do.

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
      deckmotor build --all --prune                and take away what is no longer made

    Of many decks only those are made again whose text, theme, pictures or
    numbers have changed; a file that would be the same is not touched.
    Where the output is piped on, the paths of the files are printed, one a line.
    """
    asked = Asked(
        place=place, choice=choice, theme=theme, closed=closed, target=target(place.root / "build"), form=form,
        jobs=jobs or 0, dask=_cluster(dask, jobs), strict=strict, prune=prune, report=report,
    )  # fmt: skip
    if watch:
        _follow(asked, opens)
        return
    paths, well = _run(asked)
    if opens and paths:
        _open(paths[0])
    if not well:
        sys.exit(1)
    if len(paths) == 1:
        keep()


def _follow(asked: Asked, opens: bool) -> None:
    """Build now and after each change. What was asked for may be gone for a while: that is told, and ends nothing."""
    from deckmotor.cli.watch import changes  # Seldom asked for.

    made = set() if asked.report is None else {asked.report}
    presses: dict[bool, Any] = {}
    for number, _ in enumerate(changes(asked.place.root, made)):
        try:
            paths, _ = _run(asked, presses)
        except click.ClickException as error:
            if number == 0:
                raise
            click.echo(f"Error: {error.format_message()}", err=True)
            continue
        made.update(paths)
        if opens and paths:
            _open(paths[0])
            opens = False
        if number == 0:
            click.echo("Building after each change; Ctrl-C ends this.", err=True)


def _open(path: Path) -> None:
    """Open a file in the program that this machine has for such files."""
    if click.launch(str(path)):
        click.echo(f"Nothing here opens {shown_path(path)}.", err=True)


def _run(asked: Asked, presses: dict[bool, Any] | None = None) -> tuple[tuple[Path, ...], bool]:
    """Build once: the files that stand, and whether all is well. `presses` are kept for the next build."""
    place, folder, form = asked.place, asked.target.folder, asked.form
    start = perf_counter()
    pipeline = open_project(place, asked.theme, closed=asked.closed, presses=presses)
    wanted = asked.choice.editions(pipeline)
    gathering = Gathering(names_of(wanted))
    made = _made(asked, pipeline, wanted, gathering)
    findings, unseen = gathering.findings(), gathering.unseen
    sources = sources_of(place, pipeline.workspace)
    if form == "text":
        show(findings, sources, err=True, unseen=unseen)
    paths = tuple(folder / file.name for one in made for file in one.files)
    told = [(folder / name, why) for one in made for name, why in one.failed]
    hidden = _hidden(asked, pipeline.project)
    if asked.is_batch(wanted):
        from deckmotor.cli.batch import after  # A build of one deck has no use for it.

        told += after(asked, pipeline.project, made, hidden, findings, sources)
    elif paths and (folder / MANIFEST).exists():
        from deckmotor.cli.batch import note

        note(asked, pipeline.project, made)
    for path, why in told:
        click.echo(why.format(shown_path(path)) if why else "", err=True, nl=bool(why))
    failed = [path for path, _ in told]
    if form != "text":
        hand_over(findings, sources, form, _written(paths, failed, (*made, *hidden)), unseen)
    else:
        _tell(made, findings, folder, perf_counter() - start, failed)
    return paths, not (failed or gathering.has_errors)


def _hidden(asked: Asked, project: Project) -> list[Outcome]:
    """Decks of earlier builds that an error hides."""
    if not (project.broken and asked.choice.every):
        return []
    from deckmotor.cli.batch import out_of_sight  # Seldom needed.

    return out_of_sight(asked, project)


def _written(paths: Sequence[Path], failed: Sequence[Path], made: Sequence[Outcome]) -> "Written":
    """What programs are told of a build."""
    from deckmotor.cli.formats.place import Written  # Only where it is asked for.

    decks = tuple(one.edition.name for one in made if one.is_failed)
    return Written(files=tuple(map(shown_path, paths)), failed=tuple(map(shown_path, failed)), failed_decks=decks)


def _made(asked: Asked, pipeline: Pipeline, wanted: tuple[Edition, ...], gathering: Gathering) -> list[Outcome]:
    """What became of all decks, their problems gathered."""
    made: list[Outcome] = []
    try:
        if asked.is_batch(wanted):
            from deckmotor.cli.batch import outcomes  # A build of one deck has no use for it.

            decks = outcomes(asked, pipeline, wanted)
        else:
            decks = map(Maker(pipeline, asked.target).make, wanted)
        with progress(decks, len(wanted), _name) as shown:
            for one in shown:
                gathering.add(one.problems)
                made.append(one)
                WRITTEN.extend(asked.target.folder / file.name for file in one.files if one.touched)
                if gathering.is_enough:
                    break
    except NoSlideError as error:
        raise click.UsageError(_no_slide(error)) from error
    except SystemExit:
        _tell_interrupted(made, wanted)
        raise
    if len(made) == len(wanted) > 1 and not gathering.has_errors:
        gathering.add(pipeline.drift({one.edition: one.shown for one in made}), decks=0)
    return made


def _cluster(address: str, jobs: int | None) -> str:
    """The address of the cluster; says where there can be none."""
    if address and jobs is not None:
        raise click.UsageError("--jobs is about this machine's processes, and --dask has a cluster do the work; leave out one")
    if address:
        from importlib.util import find_spec  # Seldom asked for.

        if find_spec("distributed") is None:
            raise click.UsageError(
                "--dask needs the library `distributed`, which is not installed here: pip install 'deckmotor[dask]'"
            )
    return address


def _no_slide(error: NoSlideError) -> str:
    known = f"--slides takes numbers from 1 to {len(error.slides)}, ranges such as 2-4, and ids"
    return "; ".join((f"there is no slide `{shortened(error.word)}`", known, *error.hints))


def _named(paths: Sequence[Path]) -> str:
    more = [f"and {len(paths) - MOST_NAMED + 1} more"] if len(paths) > MOST_NAMED else []
    return ", ".join([*map(shown_path, paths[: MOST_NAMED - 1] if more else paths), *more])


def _name(made: Outcome) -> str:
    return made.edition.name


@contextmanager
def progress(decks: Iterable[Item], number: int, name: Callable[[Item], str]) -> Iterator[Iterable[Item]]:
    """Decks one by one, with a bar on stderr where that is a terminal and they are many: how many, which, how long yet."""
    if number < MANY_DECKS or not sys.stderr.isatty():
        yield decks
        return
    with click.progressbar(
        decks, number, "Building", file=sys.stderr, show_pos=True, item_show_func=lambda item: name(item) if item else ""
    ) as bar:
        yield bar


def _tell(made: Sequence[Outcome], findings: tuple[Finding, ...], folder: Path, seconds: float, failed: list[Path]) -> None:
    """Say what was built; on a terminal as a summary, else the paths of the files."""
    files = [file for one in made for file in one.files]
    wrong = [one for one in made if one.is_failed]
    held = sum(not one.files and not one.is_failed for one in made)
    if sys.stdout.isatty() and files and not failed:
        click.echo(_summary(made, findings, folder, seconds))
    else:
        click.echo(b"".join([path + b"\n" for path in raw_paths(folder, [file.name for file in files])]), nl=False)
    if failed:
        click.echo(f"{plural(len(files), 'file')} written. Not as it should be: {_named(failed)}.", err=True)
    elif wrong and not files:
        also = f"; {plural(held, 'deck')} without one held back, for --strict" if held else ""
        click.echo(f"Nothing was written: {count(findings)}{also}.", err=True)
    elif wrong:
        names = [one.edition.name or "the base deck" for one in wrong]
        more = f" and {len(names) - MOST_NAMED + 1} more" if len(names) > MOST_NAMED else ""
        named = ", ".join(names[: MOST_NAMED - 1] if more else names)
        rest = f" Of the others {held:,} would have changed; none was written, for --strict." if held else ""
        said = f"{plural(len(wrong), 'deck')} of {len(made):,} failed, for the errors above: {named}{more}."
        click.echo(said + rest, err=True)


def _tell_interrupted(made: Sequence[Outcome], wanted: Sequence[Edition]) -> None:
    """After Ctrl-C: what is done, at least: other processes may have done more. There is no half file."""
    files = plural(sum(one.touched for one in made), "file")
    click.echo(
        f"\nInterrupted: at least {len(made):,} of {plural(len(wanted), 'deck')} done, {files} written, all of them whole.",
        err=True,
    )


def _summary(made: Sequence[Outcome], findings: tuple[Finding, ...], folder: Path, seconds: float) -> str:
    rows = [row for deck in made if deck.touched for row in _rows(deck, folder)]
    if len(rows) > MOST_NAMED:
        rows[MOST_NAMED - 1 :] = [(f"… and {len(rows) - MOST_NAMED + 1} more", "")]
    good = [deck for deck in made if not deck.is_failed]
    slides = plural(sum(deck.slides for deck in good), "slide")
    number = sum(len(deck.files) for deck in made)
    same = number - sum(deck.touched for deck in made)
    unchanged = f" ({same:,} unchanged)" if same else ""
    said = f"{plural(number, 'file')}{unchanged}, {slides}, {count(findings)}, {seconds:.2f} s"
    return f"{columns(rows)}\n{said}" if rows else said


def _rows(deck: Outcome, folder: Path) -> Iterator[tuple[str, str]]:
    """The files of a deck with what is in them, its pictures as one."""
    for file in deck.files:
        if not file.name.endswith(PAGES):
            yield shown_path(folder / file.name), plural(deck.slides, "slide")
    for ending in PAGES:
        pictures = [file.name for file in deck.files if file.name.endswith(ending)]
        if pictures:
            yield f"{shown_path(folder / pictures[0])} …", plural(len(pictures), "picture")
