"""`check`: everything that is wrong, and nothing written."""

import sys

import click

from deckmotor.cli.build import progress
from deckmotor.cli.fullness import FEW, fullness_table
from deckmotor.cli.options import all_option, format_option, open_project, theme_option, variant_option, wanted_decks
from deckmotor.cli.place import Place, deck_argument
from deckmotor.cli.report import count, gather, plural
from deckmotor.cli.screen import hand_over, show
from deckmotor.diagnostics import has_errors


@click.command()
@deck_argument
@variant_option
@all_option
@theme_option
@format_option
@click.option("--fit", "fit", is_flag=True, help="Tell how full every slide is, the fullest first.")
def command(place: Place, variants: tuple[str, ...], every: bool, theme: str | None, form: str, fit: bool) -> None:
    """Tell all that is wrong with a deck and its variants.

    Every problem is told once, with its line and the variants that have it.
    Nothing is written. The exit code is 1 where there are errors.

    \b
      deckmotor check                      the base deck and all variants
      deckmotor check --variant kalix      only this variant
      deckmotor check --fit                and how full every slide is
      deckmotor check --theme natt         as they would be in another theme
      deckmotor check --format json        for a program (all keys: docs/errors.md)
    """
    pipeline = open_project(place, theme)
    wanted = wanted_decks(pipeline, variants, every, otherwise_all=True)
    with progress(wanted) as decks:
        built = [pipeline.compose(variant) for variant in decks]
    findings = gather((problem for deck in built for problem in deck.problems), wanted)
    if form != "text":
        hand_over(findings, place, form)
    else:
        show(findings, place, err=False)
        if sys.stdout.isatty() or findings:
            click.echo(f"{plural(len(wanted), 'deck')} checked: {count(findings)}")
        if fit or sys.stdout.isatty():
            click.echo(fullness_table(built, None if fit else FEW))
    if has_errors([finding.problem for finding in findings]):
        sys.exit(1)
