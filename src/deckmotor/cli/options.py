"""The options that commands share: theme and form of problems, with their completion by the Tab key."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckmotor.cache import Cache
from deckmotor.cli.base import option
from deckmotor.cli.choice import unknown
from deckmotor.cli.place import Place, place_so_far
from deckmotor.edition import Edition
from deckmotor.theme.folder import is_theme, theme_names

if TYPE_CHECKING:  # A comparison of two finished files builds nothing, and the Tab key is seldom pressed.
    from click.shell_completion import CompletionItem

    from deckmotor.build import Pipeline


def _complete_theme(ctx: click.Context, param: click.Parameter, incomplete: str) -> list["CompletionItem"]:
    from click.shell_completion import CompletionItem

    place = place_so_far(ctx)
    names = theme_names(place.workspace()) if place is not None else ()
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


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


def open_project(
    place: Place, theme: str | None = None, *, closed: bool = False, presses: dict[bool, Any] | None = None
) -> "Pipeline":
    """The project, ready to be built. Ends with a wrong command line where there is no such theme.

    `closed`: what the deck's `allow:` opens stays closed. `presses` are those of builds before (`Memos`).
    """
    from deckmotor.build import Memos, Pipeline  # See above.

    workspace = place.workspace(closed=closed)
    if theme is not None and not is_theme(workspace, theme):
        raise click.UsageError(unknown("theme", theme, theme_names(workspace)))
    return Pipeline.of(workspace, place.deck, theme=theme, cache=Cache(cache_folder()), memos=Memos(presses))


def names_of(editions: Iterable[Edition]) -> tuple[str | None, ...]:
    """The names by which problems tell who has them; None for the base edition."""
    return tuple(edition.name or None for edition in editions)


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
