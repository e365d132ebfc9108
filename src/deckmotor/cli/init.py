"""`init`: a small deck of one's own, whose comments teach."""

from pathlib import Path

import click

from deckmotor.cli.screen import columns
from deckmotor.workspace import read_package_file, write_file

STARTER = {
    "deck/deck.yaml": "the deck: start here",
    "deck/branches.yaml": "a table: each row becomes a deck of its own",
    "deck/variants.yaml": "what those decks change",
    "deck/variants/harbour.yaml": "what only one of them changes",
}
"""The files of a new deck, and what each is for. They lie under `starter/` in the package."""

IGNORED = ".gitignore"
"""Kept where there is one already; the deck does not need it."""


@click.command()
@click.argument("folder", metavar="NAME", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Start a small deck of your own in a new folder.

    Its files hold a finished example and comments that tell how to change it.
    Where files of that name stand already, nothing is written.

    \b
      deckmotor init talk          makes talk/deck/deck.yaml and a few more
      deckmotor build talk         builds talk/build/talk.pptx
      deckmotor init .             starts a deck in this very folder
    """
    standing = [name for name in STARTER if (folder / name).exists()]
    if standing:
        raise click.UsageError(f"`{folder / standing[0]}` stands there already; nothing was written")
    from deckmotor.cli.schema import FOLDER, KINDS, schema_file  # Here, for all commands' help loads this module.

    try:
        for name in STARTER:
            write_file(folder / name, read_package_file(f"starter/{name}"))
        for kind in KINDS:
            write_file(folder / FOLDER / f"{kind}.json", schema_file(kind))
        if not (folder / IGNORED).exists():
            write_file(folder / IGNORED, read_package_file("starter/gitignore"))
    except OSError as error:
        raise click.UsageError(f"can't write in `{folder}`: {error.strerror}") from error
    made = {**STARTER, FOLDER: "what editors complete keys from"}
    click.echo(columns([((folder / name).as_posix(), what) for name, what in made.items()]))
    where = "" if folder == Path() else f" {folder}"
    click.echo(f"\nNow build it:\n  deckmotor build{where}\n  deckmotor build{where} --all")
