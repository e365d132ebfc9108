"""Which deck a command is about: the DECK argument, its project's folder and its deck file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from deckmotor.workspace import DiskWorkspace, builtin_themes

if TYPE_CHECKING:  # It is needed when the Tab key is pressed.
    from click.shell_completion import CompletionItem


class Place(Struct, frozen=True):
    """A deck on disk."""

    root: Path
    """The project's folder, where `themes/` and `build/` are."""
    deck: str
    """Path of the deck file from there, with forward slashes."""

    def workspace(self) -> DiskWorkspace:
        """The project's files, and the built-in themes beside its own."""
        return DiskWorkspace(self.root, builtin_themes())


class DeckArgument(click.ParamType[Place]):
    """A path that leads to a deck; becomes a `Place`."""

    name = "deck"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Place:
        """Find the deck file; without one, say what was looked for."""
        if isinstance(value, Place):
            return value
        place = find_place(Path(value))
        if place is None:
            self.fail(_missing(Path(value)), param, ctx)
        return place

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list["CompletionItem"]:
        """Let the shell complete a path."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


def find_place(path: Path) -> Place | None:
    """The deck that a path leads to: a deck file, its folder, or a project's folder. None where there is none.

    The project's folder is the one above where the deck file lies in a folder called `deck`.
    """
    for candidate in _candidates(path):
        if candidate.is_file():
            file = candidate.resolve()
            root = file.parent.parent if file.parent.name == "deck" else file.parent
            return Place(root=root, deck=file.relative_to(root).as_posix())
    return None


def _candidates(path: Path) -> tuple[Path, ...]:
    return (path, path / "deck.yaml", path / "deck" / "deck.yaml")


def _missing(path: Path) -> str:
    looked = ", ".join(f"`{candidate}`" for candidate in _candidates(path)[1:])
    if path.suffix in (".yaml", ".yml") or path.is_file():
        looked = f"`{path}`"
    return f"there is no deck here; looked for {looked}. To start one: `deckmotor init talk`"


deck_argument = click.argument("place", metavar="[DECK]", type=DeckArgument(), default=".")
