"""Which deck a command is about: the DECK argument, its project's folder and its deck file."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from deckmotor.messages import reason
from deckmotor.model.words import shortened
from deckmotor.workspace import DiskWorkspace, builtin_themes

if TYPE_CHECKING:  # It is needed when the Tab key is pressed.
    from click.shell_completion import CompletionItem


_ENDINGS = (".yaml", ".yml", ".json", "")
"""Of files that may be decks; JSON is YAML."""

_MOST_ABOVE = 3
"""Folders above a path in which a deck is looked for."""


class Place(Struct, frozen=True):
    """A deck on disk."""

    root: Path
    """The project's folder, where `themes/` and `build/` are."""
    deck: str
    """Path of the deck file from there, with forward slashes."""
    linked_from: Path | None = None
    """Where a link stands that leads to the deck out of the folder that was named."""

    def workspace(self, *, closed: bool = False) -> DiskWorkspace:
        """The project's files, and the built-in themes beside its own; `closed`: none outside, whatever the deck allows."""
        if closed and self.linked_from is not None:
            raise click.UsageError(f"`{self.linked_from}` is a link that leads out of its folder, where nothing is read")
        return DiskWorkspace(self.root, builtin_themes(), closed=closed)


class DeckArgument(click.ParamType[Place]):
    """A path that leads to a deck; becomes a `Place`."""

    name = "deck"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Place:
        """Find the deck file; without one, say what was looked for."""
        if isinstance(value, Place):
            return value
        try:
            if (path := Path(value)).is_file() and path.suffix.lower() not in _ENDINGS:
                self.fail(f"`{path}` is no deck: a deck is a YAML file{_nearest(path)}", param, ctx)
            place = _found(Path(value))
            if place is not None and (other := _other_deck(Path(value))) is not None:
                self.fail(f"here are two decks, `{other[0]}` and `{other[1]}`; name the one that you mean", param, ctx)
        except (OSError, ValueError) as error:
            self.fail(f"`{shortened(str(value))}` can't be looked at: {_reason(error)}", param, ctx)
        if place is None:
            self.fail(_missing(Path(value)), param, ctx)
        return place

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list["CompletionItem"]:
        """Let the shell complete a path."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


def find_place(path: Path) -> Place | None:
    """The deck that a path leads to: a deck file, its folder, or a project's folder. None where there is none.

    The project's folder is the one above where the deck file lies in a folder called `deck`. Fails where that can't be seen.
    """
    with looked_at(path):
        return _found(path)


@contextmanager
def looked_at(path: Path) -> Iterator[None]:
    """Look at what stands at a path; a usage error where that can't be seen."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise click.UsageError(f"`{shortened(str(path))}` can't be looked at: {_reason(error)}") from error


def _found(path: Path) -> Place | None:
    """The same. Raises OSError or ValueError where that can't be seen."""
    for candidate in _candidates(path):
        if _is_file(candidate):
            file = candidate.resolve()
            root = file.parent.parent if file.parent.name == "deck" else file.parent
            is_out = candidate.is_symlink() and not root.is_relative_to(candidate.parent.resolve())
            return Place(root, file.relative_to(root).as_posix(), candidate if is_out else None)
    return None


def _other_deck(path: Path) -> tuple[Path, Path] | None:
    """The two deck files of a folder that has both: nobody could say which one is meant."""
    _, beside, below = _candidates(path)
    return (beside, below) if path.is_dir() and beside.is_file() and below.is_file() else None


def _reason(error: OSError | ValueError) -> str:
    return reason(error) if isinstance(error, OSError) else "no file can have such a name"


def _candidates(path: Path) -> tuple[Path, ...]:
    return (path, path / "deck.yaml", path / "deck" / "deck.yaml")


def _is_file(path: Path) -> bool:
    """Whether a file stands there. Raises OSError where that can't be seen."""
    try:
        return S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


OTHER_FILES = {
    ".md": "Markdown", ".txt": "plain text", ".json": "JSON", ".docx": "a document of Word",
    ".pptx": "a finished deck", ".pdf": "a PDF",
}  # fmt: skip
"""What is tried for a deck, by the ending of its name, and what it is."""


def _missing(path: Path) -> str:
    looked = ", ".join(f"`{candidate}`" for candidate in _candidates(path)[1:])
    if path.suffix in (".yaml", ".yml") or path.is_file():
        looked = f"`{path}`"
    if path.suffix.lower() in OTHER_FILES:
        words = f"; `deckmotor words {path}` prints what it says" if path.suffix.lower() == ".pptx" else ""
        is_other = f"a deck is a YAML file, and `{path}` is {OTHER_FILES[path.suffix.lower()]}{words}"
        return f"{is_other}. To start a deck: `deckmotor init talk`"
    return f"there is no deck here; looked for {looked}{_nearest(path)}. To start one: `deckmotor init talk`"


def _nearest(path: Path) -> str:
    """A word about the deck that lies next to a path, in a folder above it; empty where there is none."""
    with suppress(OSError):
        for folder in (path.absolute().parents if path.name else ())[:_MOST_ABOVE]:
            for candidate in _candidates(folder)[1:]:
                if _is_file(candidate):
                    return f"; the nearest one is `{_as_written(candidate)}`"
    return ""


def _as_written(path: Path) -> Path:
    """A path as one would type it here."""
    return Path(os.path.relpath(path)) if os.name != "nt" else path


def deck_among(words: tuple[str, ...], most: int) -> tuple[Place | None, tuple[str, ...]]:
    """The deck that is named before or after a command's other words, of which there are so many at most, and these.

    It is one where there is a word too many, where no other deck is here, or where it is written as a path.
    """
    for at in (0, len(words) - 1) if len(words) > 1 else ():
        named = words[at]
        with suppress(OSError, ValueError):
            is_path = named in (".", "..") or "/" in named or os.sep in named
            is_named = is_path or len(words) > most or (at == 0 and _found(Path()) is None)
            if is_named and (place := _found(Path(named))) is not None:
                return place, (*words[:at], *words[at + 1 :])
    return None, words


deck_argument = click.argument("place", metavar="[DECK]", type=DeckArgument(), default=".")


def place_so_far(ctx: click.Context) -> Place | None:
    """The deck of an unfinished command line. Click leaves its words unread where the last option lacks a value."""
    places = (ctx.params.get("place"), *ctx.params.get("paths", ()))
    place = next((place for place in places if isinstance(place, Place)), None)
    if place is not None:
        return place
    named = (find_place(Path(word)) for word in ctx.args if not word.startswith("-"))
    return next((place for place in named if place is not None), find_place(Path()))
