"""`check`: everything that is wrong, and nothing written."""

import sys
from collections.abc import Sequence
from typing import Any

import click
from msgspec.structs import replace

from deckmotor.build import Pipeline
from deckmotor.cli.base import Command, option
from deckmotor.cli.build import progress
from deckmotor.cli.choice import Choice, choice_options
from deckmotor.cli.fullness import FEW, fullness_table
from deckmotor.cli.gather import Finding, Gathering, count, plural
from deckmotor.cli.options import (
    format_option,
    names_of,
    no_allow_option,
    open_project,
    theme_option,
)
from deckmotor.cli.place import DeckArgument, Place
from deckmotor.cli.screen import Sources, hand_over, show, sources_of
from deckmotor.diagnostics import has_errors


class CheckedArgument(DeckArgument):
    """A path that leads to a deck; with `--package` the path of a PowerPoint file, as it is."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """A `Place`, or the path."""
        return value if ctx is not None and ctx.params.get("package") else super().convert(value, param, ctx)


@click.command(cls=Command)
@click.argument("paths", metavar="[DECK]", nargs=-1, type=CheckedArgument())
@choice_options
@theme_option
@no_allow_option
@format_option
@option("--fit", "fit", is_flag=True, help="Tell how full every slide is, the fullest first.")
@option("--package", is_flag=True, is_eager=True, help="Look into finished PowerPoint files instead: anybody's.")
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Any, ...], choice: Choice, theme: str | None, closed: bool, form: str, fit: bool,
    package: bool,
) -> None:  # fmt: skip
    """Tell all that is wrong with a deck and its variants.

    Every problem is told once, with its line and the variants that have it.
    Nothing is written. The exit code is 1 where there are errors.

    \b
      deckmotor check                      the base deck and all variants
      deckmotor check --variant kalix      only this variant
      deckmotor check --fit                and how full every slide is
      deckmotor check --theme natt         as they would be in another theme
      deckmotor check --format json        for a program (all keys: docs/errors.md)
      deckmotor check --package talk.pptx  what would make PowerPoint repair a file
    """
    if package:
        if choice != Choice() or theme or closed or fit:
            raise click.UsageError("--package looks at finished files; options about a deck do not go with it")
        _check_files(paths, form)
        return
    if len(paths) > 1:
        raise click.UsageError("one deck at a time; finished PowerPoint files are looked at with --package")
    place: Place = paths[0] if paths else DeckArgument().convert(".", None, ctx)
    _check_deck(open_project(place, theme, closed=closed), place, choice, form, fit)


def _check_deck(pipeline: Pipeline, place: Place, choice: Choice, form: str, fit: bool) -> None:
    wanted = choice.editions(pipeline, otherwise_all=True)
    shows_fit = form == "text" and (fit or sys.stdout.isatty())
    gathering = Gathering(names_of(wanted))
    composed = []
    with progress(wanted, len(wanted), lambda edition: edition.name) as decks:
        for edition in decks:
            deck = pipeline.compose(edition)
            gathering.add(deck.problems)
            composed += [replace(deck, problems=())] if shows_fit else []
            if gathering.is_enough:
                break
    if not gathering.has_errors:
        gathering.add(pipeline.drift(), decks=0)
    findings, unseen = gathering.findings(), gathering.unseen
    _tell(findings, sources_of(place, pipeline.workspace), form, plural(len(wanted) - unseen, "deck"), unseen)
    if shows_fit:
        click.echo(fullness_table(composed, None if fit else FEW))
    if has_errors([finding.problem for finding in findings]):
        sys.exit(1)


def _check_files(paths: tuple[str, ...], form: str) -> None:
    if not paths:
        raise click.UsageError("--package needs the path of a PowerPoint file, or of several")
    from deckmotor.cli.packages import NOTHING_TO_QUOTE, look_into  # Only where it is asked for.

    findings = look_into(paths)
    _tell(findings, NOTHING_TO_QUOTE, form, plural(len(paths), "file"))
    if has_errors([finding.problem for finding in findings]):
        sys.exit(1)


def _tell(findings: Sequence[Finding], sources: Sources, form: str, what: str, unseen: int = 0) -> None:
    if form != "text":
        hand_over(findings, sources, form, unseen=unseen)
        return
    show(findings, sources, err=False, unseen=unseen)
    if sys.stdout.isatty() or findings:
        click.echo(f"{what} checked: {count(findings)}")
