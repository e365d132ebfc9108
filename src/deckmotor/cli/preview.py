"""`preview`: the deck in the browser, following its files."""

import os
import sys
from pathlib import Path
from urllib.parse import quote

import click

from deckmotor.cache import Cache
from deckmotor.cli.base import Command, option
from deckmotor.cli.choice import Choice, edition_options
from deckmotor.cli.options import cache_folder, no_allow_option, open_project, theme_option
from deckmotor.cli.place import Place, deck_argument

EDITOR = "vscode://file{path}:{line}:{column}"
"""The address by which Visual Studio Code opens a file."""

MISSING = "the preview needs a server that is not installed here: pip install 'deckmotor[preview]'"


@click.command(cls=Command)
@deck_argument
@edition_options
@theme_option
@no_allow_option
@option("--port", type=click.IntRange(0, 65535), default=0, metavar="PORT", help="The port; any free one if left out.")
@option("--no-open", is_flag=True, help="Only print the address.")
@option(
    "--editor", metavar="ADDRESS", default=EDITOR, envvar="DECKMOTOR_EDITOR",
    help="What opens a file: an address with {path}, {line} and {column}. Visual Studio Code if left out.",
)  # fmt: skip
def command(place: Place, choice: Choice, theme: str | None, closed: bool, port: int, no_open: bool, editor: str) -> None:
    """Show the deck in the browser, and follow its files.

    Saving a file shows what it changes at once; a click on anything opens
    the editor at its line. Only this machine's browser can see it, and it ends
    with Ctrl-C.

    \b
      deckmotor preview                            the deck of this folder
      deckmotor preview talk --theme natt          in another theme
      deckmotor preview --variant kalix --audience politiker
      deckmotor preview --port 4000 --no-open      at a port of one's own
    """
    try:
        from deckmotor.preview import serve
        from deckmotor.preview.deck import Preview
    except ModuleNotFoundError as error:
        raise click.UsageError(MISSING) from error
    edition = choice.edition(open_project(place, theme, closed=closed))  # What is not there is told now.

    def opens(file: str, line: int, column: int) -> str:
        path = quote((place.root / file).resolve().as_posix())
        return editor.replace("{path}", path).replace("{line}", str(line)).replace("{column}", str(column))

    def opened(address: str) -> None:
        click.echo(address)
        sys.stdout.flush()
        click.echo("Ctrl-C ends the preview.", err=True)
        if not no_open:
            import webbrowser

            webbrowser.open(address)

    preview = Preview(place.workspace(closed=closed), place.deck, theme, Cache(cache_folder()), edition)
    try:
        serve(preview, Path(place.root), opens, port, opened)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else error
        raise click.UsageError(f"port {port} can't be used: {reason}. Leave out --port to take a free one") from error
