"""`words`: a PowerPoint file as lines of text."""

import sys

import click

from deckmotor.cli.base import Command, option
from deckmotor.cli.gather import Finding
from deckmotor.cli.packages import NOTHING_TO_QUOTE, PACKAGE_LIMIT
from deckmotor.cli.screen import show
from deckmotor.diff.listing import listing
from deckmotor.importer import read_finished
from deckmotor.messages import reason
from deckmotor.workspace import read_file


@click.command(cls=Command)
@click.argument("file", metavar="FILE")
@option("--textconv", is_flag=True, help="As git wants it: what can't be read is told in its place, and the exit code is 0.")
def command(file: str, textconv: bool) -> None:
    """Print what a PowerPoint file says, anybody's: titles, lists, tables, numbers of charts, alt texts, notes.

    \b
      deckmotor words sent/talk.pptx

    `deckmotor git-setup` lets `git diff` and `git log -p` show files in these words.
    """
    try:
        data = read_file(file, PACKAGE_LIMIT, file)
    except FileNotFoundError:
        raise click.UsageError(f"there is no file `{file}`") from None
    except OSError as error:
        raise click.UsageError(f"`{file}` can't be read: {reason(error)}") from error
    if textconv and not data:
        return  # What git compares a new or deleted file with.
    deck, problems = read_finished(data, file)
    if deck is not None:
        click.echo(listing(deck).encode(), nl=False)
    if textconv:
        told = "".join(f"[{one.message.replace(file, 'the file')}]\n" for one in problems)
        click.echo(told.encode(), nl=False)
    elif problems:
        show(tuple(Finding(one, ()) for one in problems), NOTHING_TO_QUOTE, err=True)
        sys.exit(1)
