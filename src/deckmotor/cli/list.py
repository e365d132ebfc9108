"""`list`: what there is: variants, audiences, languages, slides, themes, layouts."""

import sys
from collections.abc import Callable

import click
from click.shell_completion import CompletionItem

from deckmotor.build import Pipeline
from deckmotor.cli.base import Command, option
from deckmotor.cli.choice import Choice, edition_options
from deckmotor.cli.gather import gather
from deckmotor.cli.options import names_of, no_allow_option, open_project, theme_option
from deckmotor.cli.place import DeckArgument, Place
from deckmotor.cli.screen import columns, show, sources_of
from deckmotor.diagnostics import has_errors
from deckmotor.edition import Edition
from deckmotor.theme.folder import theme_names

FOOTERS = ("date", "footer", "number")
"""Places that a deck fills by itself; a person looking for a layout need not see them on each."""

Rows = list[tuple[str, ...]]


def _variants(pipeline: Pipeline, edition: Edition) -> Rows:
    return [(one.id, one.name) for one in pipeline.project.variants.values()]


def _audiences(pipeline: Pipeline, edition: Edition) -> Rows:
    versions = pipeline.project.versions
    return [(name, versions[Edition(audience=name)].name) for name in pipeline.project.audiences]


def _languages(pipeline: Pipeline, edition: Edition) -> Rows:
    return [(code,) for code in pipeline.project.languages]


def _slides(pipeline: Pipeline, edition: Edition) -> Rows:
    composed = pipeline.compose(edition)
    if composed.scene is None:
        return []
    return [(page.id, page.layout, page.title) for page in composed.scene.pages]


def _themes(pipeline: Pipeline, edition: Edition) -> Rows:
    own = pipeline.compose(edition).theme
    names = theme_names(pipeline.workspace)
    return [(name, "the deck's" if own is not None and own.name == name else "") for name in names]


def _layouts(pipeline: Pipeline, edition: Edition) -> Rows:
    theme = pipeline.compose(edition).theme
    if theme is None:
        return []
    return [(one.name, ", ".join(slot.name for slot in one.slots if slot.name not in FOOTERS)) for one in theme.layouts]


KINDS: dict[str, tuple[str, Callable[[Pipeline, Edition], Rows]]] = {
    "variants": ("Variants", _variants),
    "audiences": ("Audiences", _audiences),
    "languages": ("Languages", _languages),
    "slides": ("Slides: id, layout, title", _slides),
    "themes": ("Themes", _themes),
    "layouts": ("Layouts of the theme: name, places", _layouts),
}
"""What can be listed, its heading, and how its rows are found."""


class WordArgument(click.ParamType[str]):
    """One of the words of `KINDS`, or a path to a deck."""

    name = "word"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The words, and files."""
        words = [CompletionItem(word) for word in KINDS if word.startswith(incomplete)]
        return [*words, CompletionItem(incomplete, type="file")]


@click.command(cls=Command)
@click.argument("words", metavar="[DECK] [variants|audiences|languages|slides|themes|layouts]…", nargs=-1, type=WordArgument())
@edition_options
@theme_option
@no_allow_option
@option("--matrix", "crossed", is_flag=True, help="Which slides each deck has, and where it has them otherwise.")
@option("--format", "form", type=click.Choice(("text", "json")), default="text", help="Of --matrix: for people or programs.")
@click.pass_context
def command(
    ctx: click.Context, words: tuple[str, ...], choice: Choice, theme: str | None, closed: bool, crossed: bool, form: str,
) -> None:  # fmt: skip
    """List variants, audiences, languages, slides, themes and layouts.

    \b
      deckmotor list                           everything, of the deck of this folder
      deckmotor list slides                    ids, layouts and titles of its slides
      deckmotor list slides --variant kalix    as this variant has them
      deckmotor list talk layouts              of the deck in the folder talk
      deckmotor list --matrix                  which slides each variant has, and which of them its own way
    """
    kinds = [word for word in words if word in KINDS] or list(KINDS)
    paths = [word for word in words if word not in KINDS]
    if len(paths) > 1:
        raise click.UsageError(f"`{paths[1]}` is none of {', '.join(KINDS)}, and one deck is named already: `{paths[0]}`")
    if crossed and (choice != Choice() or len(words) > len(paths)):
        raise click.UsageError("--matrix is of all decks and all their slides; leave out what names some")
    if form != "text" and not crossed:
        raise click.UsageError(f"--format {form} is of --matrix; for programs there is `--matrix --format {form}`")
    place: Place = DeckArgument().convert(paths[0] if paths else ".", None, ctx)
    pipeline = open_project(place, theme, closed=closed)
    if crossed:
        from deckmotor.cli.matrix import show_matrix  # Only where it is asked for.

        show_matrix(pipeline, form)
        return
    edition = choice.edition(pipeline)
    for index, kind in enumerate(kinds):
        rows = KINDS[kind][1](pipeline, edition)
        if kind in ("audiences", "languages") and not rows and len(kinds) > 1:
            continue  # Most decks are for everybody, in one language.
        if len(kinds) > 1:
            click.echo(("\n" if index else "") + click.style(KINDS[kind][0], bold=True))
            rows = rows or [("none",)]
        if rows:
            click.echo(columns(rows, indent="  " if len(kinds) > 1 else ""))
    problems = pipeline.compose(edition).problems
    if has_errors(problems):
        click.echo(err=True)
        show(
            gather((one for one in problems if one.severity == "error"), names_of((edition,))),
            sources_of(place, pipeline.workspace),
            err=True,
        )
        sys.exit(1)
