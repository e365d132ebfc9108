"""`init`: a small deck of one's own, whose comments teach."""

import shlex
from pathlib import Path

import click

from deckmotor.cli.base import Command
from deckmotor.cli.place import find_place, looked_at
from deckmotor.cli.screen import columns
from deckmotor.saving import write_file
from deckmotor.workspace import read_package_file

STARTER = {
    "deck/deck.yaml": "the deck: start here",
    "deck/branches.yaml": "a table: each row becomes a deck of its own",
    "deck/variants.yaml": "what those decks change",
    "deck/variants/harbour.yaml": "what only one of them changes",
}
"""The files of a new deck, and what each is for. They lie under `starter/` in the package."""

KEPT = {
    ".gitignore": "gitignore",
    ".vscode/settings.json": "vscode/settings.json",
    ".vscode/tasks.json": "vscode/tasks.json",
    ".vscode/deckmotor.code-snippets": "vscode/deckmotor.code-snippets",
}
"""Files that the deck does not need, kept where there are such already; and where they lie under `starter/`."""


@click.command(cls=Command)
@click.argument("name", metavar="NAME", type=click.Path(file_okay=False))
def command(name: str) -> None:
    """Start a small deck of your own in a new folder.

    Its files hold a finished example and comments that tell how to change it.
    Where files of that name stand already, nothing is written.

    \b
      deckmotor init talk          makes talk/deck/deck.yaml and a few more
      deckmotor build talk         builds talk/build/library.pptx, the example
      deckmotor init .             starts a deck in this very folder
    """
    folder = _new_folder(name)
    from deckmotor.cli.schema import FOLDER, KINDS, schema_file, themes_of  # Here, for all commands' help loads this module.

    try:
        for file in STARTER:
            write_file(folder / file, read_package_file(f"starter/{file}"))
        for kind in KINDS:
            write_file(folder / FOLDER / f"{kind}.json", schema_file(kind, themes_of(folder)))
        for file, source in KEPT.items():
            if not (folder / file).exists():
                write_file(folder / file, read_package_file(f"starter/{source}"))
    except OSError as error:
        raise click.UsageError(f"can't write in `{folder}`: {error.strerror}") from error
    made = {**STARTER, FOLDER: "what editors complete keys from", ".vscode": "keys, snippets and the preview in VS Code"}
    click.echo(columns([((folder / file).as_posix(), what) for file, what in made.items()]))
    where = "" if folder == Path() else f" {shlex.quote(str(folder))}"
    click.echo(f"\nNow build it:\n  deckmotor build{where}\n  deckmotor build{where} --all")


def _new_folder(name: str) -> Path:
    """The folder to fill; a usage error where it has no name, or where something stands that a deck would hide or replace."""
    if not name.strip():
        raise click.UsageError("the new folder needs a name; `deckmotor init .` starts a deck in this very folder")
    folder = Path(name)
    with looked_at(folder):
        standing = [folder / file for file in STARTER if (folder / file).exists()]
    if not standing and (found := find_place(folder)) is not None:
        # A second deck would never be found beside it.
        standing = [folder / Path(found.deck).name]
    if standing:
        raise click.UsageError(f"`{standing[0]}` stands there already; nothing was written")
    return folder
