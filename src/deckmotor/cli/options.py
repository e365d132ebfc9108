"""The options that commands share: variants, theme, and their completion by the Tab key."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckmotor.build import Pipeline
from deckmotor.cache import Cache
from deckmotor.cli.base import option
from deckmotor.cli.place import Place, find_place
from deckmotor.diagnostics import has_errors
from deckmotor.edition import BASE, Edition
from deckmotor.load import load_project
from deckmotor.messages import nearest
from deckmotor.theme.folder import theme_names

if TYPE_CHECKING:  # It is needed when the Tab key is pressed.
    from click.shell_completion import CompletionItem


def _complete_variant(ctx: click.Context, param: click.Parameter, incomplete: str) -> list["CompletionItem"]:
    from click.shell_completion import CompletionItem

    place = _place_so_far(ctx)
    if place is None:
        return []
    variants = load_project(place.workspace(), place.deck).variants.values()
    return [CompletionItem(one.id, help=one.name) for one in variants if one.id.startswith(incomplete)]


def _complete_theme(ctx: click.Context, param: click.Parameter, incomplete: str) -> list["CompletionItem"]:
    from click.shell_completion import CompletionItem

    place = _place_so_far(ctx)
    names = theme_names(place.workspace()) if place is not None else ()
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _place_so_far(ctx: click.Context) -> Place | None:
    """The deck of an unfinished command line. Click leaves its words unread where the last option lacks a value."""
    places = (ctx.params.get("place"), *ctx.params.get("paths", ()))
    place = next((place for place in places if isinstance(place, Place)), None)
    if place is not None:
        return place
    named = (find_place(Path(word)) for word in ctx.args if not word.startswith("-"))
    return next((place for place in named if place is not None), find_place(Path()))


variant_option = option(
    "--variant", "variants", multiple=True, metavar="ID", shell_complete=_complete_variant,
    help="Only this variant; may be given several times.",
)  # fmt: skip
one_variant_option = option("--variant", metavar="ID", shell_complete=_complete_variant, help="As this variant has it.")
all_option = option("--all", "every", is_flag=True, help="The base deck and all variants.")
no_allow_option = option(
    "--no-allow", "closed", is_flag=True, help="Read nothing outside the project: for decks that a stranger wrote."
)
theme_option = option("--theme", metavar="NAME", shell_complete=_complete_theme, help="Another theme than the deck's own.")
FORMATS = ("text", "json", "sarif", "github")
"""`text` is `report`'s; each other one is a module of `formats`."""

format_option = option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
    help="How problems are told: for people, programs, code scanners, or beside the lines of a pull request on GitHub.",
)  # fmt: skip


def open_project(place: Place, theme: str | None = None, *, closed: bool = False) -> Pipeline:
    """The project, ready to be built. Ends with a wrong command line where there is no such theme.

    `closed`: what the deck's `allow:` opens stays closed.
    """
    workspace = place.workspace(closed=closed)
    known = theme_names(workspace)
    if theme is not None and theme not in known:
        raise click.UsageError(_unknown("theme", theme, known))
    return Pipeline.of(workspace, place.deck, theme=theme, cache=Cache(cache_folder()))


def wanted_editions(
    pipeline: Pipeline, variants: Sequence[str], every: bool, *, otherwise_all: bool = False
) -> tuple[Edition, ...]:
    """The editions that a command line asks for, each once.

    Where the project's files have errors, a variant that is not there is no wrong command line: they say why it is not.
    """
    project = pipeline.project
    for variant in variants:
        if variant not in project.variants and not has_errors(project.problems):
            raise click.UsageError(_unknown("variant", variant, list(project.variants)))
    if every and variants:
        raise click.UsageError("--all already means every variant; leave out --variant or --all")
    if every or (otherwise_all and not variants):
        return project.editions
    return tuple(dict.fromkeys(Edition(variant=variant) for variant in variants)) or (BASE,)


def names_of(editions: Iterable[Edition]) -> tuple[str | None, ...]:
    """The names by which problems tell who has them; None for the base edition."""
    return tuple(edition.name or None for edition in editions)


def _unknown(what: str, name: str, known: Sequence[str]) -> str:
    return "; ".join((f"there is no {what} `{name}`", *nearest(name, list(known))))


def cache_folder() -> Path | None:
    """Where the cache lies: what DECKMOTOR_CACHE names (None if that is empty), else the platform's place for it."""
    named = os.environ.get("DECKMOTOR_CACHE")
    if named is not None:
        return Path(named) if named else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base) / "deckmotor" / "cache" if base else None
    if sys.platform == "darwin":
        home = _home()
        return home / "Library" / "Caches" / "deckmotor" if home is not None else None
    # XDG base directory specification: a path that is not absolute is to be ignored.
    base = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(base):
        return Path(base) / "deckmotor"
    home = _home()
    return home / ".cache" / "deckmotor" if home is not None else None


def _home() -> Path | None:
    """The user's folder; None where there is none, as in some containers: no HOME, and no user of that number."""
    try:
        return Path.home()
    except RuntimeError:
        return None
