"""The group of all commands: help, version, exit codes."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from deckmotor import __version__
from deckmotor.cli.base import Command, Option, option
from deckmotor.cli.gather import plural
from deckmotor.cli.screen import WRITTEN
from deckmotor.cli.streams import lost_output
from deckmotor.messages import nearest

COMMANDS = (
    "build",
    "preview",
    "check",
    "list",
    "explain",
    "diff",
    "translate",
    "words",
    "git-setup",
    "merge",
    "init",
    "schema",
)
"""Each is a module of this package with a `command` in it; its name has `_` for `-`."""

INSTEAD = {
    "new": "a deck is begun with `deckmotor init talk`",
    **dict.fromkeys(("create", "start", "begin", "examples", "example"), "a deck is begun with `deckmotor init talk`"),
    "watch": "`deckmotor preview` shows the deck and follows its files, `deckmotor build --watch` builds after each change",
    **dict.fromkeys(
        ("run", "make", "render", "generate", "convert", "compile"),
        "`deckmotor build` makes the file, `deckmotor preview` shows the deck in the browser",
    ),
    **dict.fromkeys(("serve", "show", "present", "view"), "`deckmotor preview` shows the deck in the browser"),
    **dict.fromkeys(("import", "read", "extract"), "`deckmotor words talk.pptx` prints what a PowerPoint file says"),
    **dict.fromkeys(("html", "png", "svg"), "`deckmotor build --to html,png,svg` makes other files than PowerPoint's"),
    "open": "`deckmotor build --open` opens the file that it has written",
    "themes": "themes are listed by `deckmotor list themes`",
    "layouts": "layouts are listed by `deckmotor list layouts`",
    "slides": "slides are listed by `deckmotor list slides`",
    "variants": "variants are listed by `deckmotor list variants`",
    "audiences": "audiences are listed by `deckmotor list audiences`",
    "help": "`deckmotor --help` tells what there is, `deckmotor build --help` more of one command",
    "lint": "`deckmotor check` tells all mistakes, `deckmotor check --package` those of a PowerPoint file",
    "validate": "`deckmotor check` tells all mistakes, `deckmotor check --package` those of a PowerPoint file",
    "pdf": "`deckmotor build --to pdf` makes a PDF",
    "version": "`deckmotor --version` tells it",
    "export": "`deckmotor build --to pdf,png` makes other files",
}
"""What many try first, and what there is instead."""

BUG = 70
"""Exit code for a bug of ours: EX_SOFTWARE of sysexits.h."""

EPILOG = """\b
Where a command wants a DECK, that is a deck.yaml, its folder, or a folder with deck/deck.yaml in it.
Without one it is the folder you are in.
\b
Exit codes: 0 fine, 1 problems in the deck, 2 wrong command line, 70 a bug of deckmotor, 130 interrupted.
\b
Completion of commands, variants and themes with the Tab key: put one line into your shell's start file
  ~/.bashrc                    eval "$(_DECKMOTOR_COMPLETE=bash_source deckmotor)"
  ~/.zshrc                     eval "$(_DECKMOTOR_COMPLETE=zsh_source deckmotor)"
  ~/.config/fish/config.fish   _DECKMOTOR_COMPLETE=fish_source deckmotor | source
\b
Environment: NO_COLOR turns colours off; DECKMOTOR_CACHE names the folder of the cache (empty: no cache);
DECKMOTOR_DEBUG=1 is the same as --debug.
"""


class Commands(Command, click.Group):
    """Loads a command's module when it is used, and turns an exception of ours into a plain word."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"deckmotor.cli.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named first; a wrong name is answered with the nearest."""
        if args[0] not in COMMANDS:
            instead = (INSTEAD[args[0]],) if args[0] in INSTEAD else nearest(args[0], COMMANDS)
            ctx.fail("; ".join((f"there is no command `{args[0]}`", *instead)))
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Run a command line and end the process with its exit code."""
        words = list(sys.argv[1:] if args is None else args)
        if os.environ.get("NO_COLOR"):
            extra["color"] = False
        WRITTEN.clear()
        try:
            return super().main(args, *rest, **extra)
        except SystemExit as end:
            # The paths that `build` prints are told by its files too; all else that is printed is what was asked for.
            if not end.code and (lost := lost_output()) and next((word for word in words if word in COMMANDS), "") != "build":
                click.echo(f"What was to be printed is lost: {lost.strerror}.", err=True)
                raise SystemExit(1) from None
            raise
        except Exception as bug:
            library_missing = isinstance(bug, ModuleNotFoundError) and not (bug.name or "").startswith("deckmotor")
            if library_missing or "--debug" in words or os.environ.get("DECKMOTOR_DEBUG"):
                raise
            click.echo(_apology(bug, words), err=True)
            sys.exit(BUG)


def _apology(bug: Exception, words: list[str]) -> str:
    """What to say when deckmotor itself fails: whose fault it is, where, and what to do."""
    place = bug.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" ({os.path.basename(place.tb_frame.f_code.co_filename)}, line {place.tb_lineno})" if place is not None else ""
    written = f"{plural(len(WRITTEN), 'file')} had been written by then." if WRITTEN else "Nothing was written."
    python = ".".join(str(number) for number in sys.version_info[:3])
    return (
        f"This is a bug of deckmotor, not a mistake of yours. {written}\n\n"
        f"  {type(bug).__name__}: {bug}{where}\n"
        f"  deckmotor {__version__}, Python {python}, {sys.platform}\n\n"
        f"Please report it: run `deckmotor --debug {' '.join(words)}` and send what it prints, with the deck if you may."
    )


@click.group(
    cls=Commands,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    subcommand_metavar="COMMAND [OPTIONS] …",
)
@click.version_option(__version__, "-V", "--version", message="deckmotor %(version)s", cls=Option)
@option("--debug", is_flag=True, help="Show the whole traceback of a bug of deckmotor.")
def commands(debug: bool) -> None:
    """Make PowerPoint decks from text: YAML in, native and editable slides out.

    \b
    Start a deck of your own, build it, and see what is in it:
      deckmotor init talk
      deckmotor build talk
      deckmotor list talk
    \b
    Build one deck for everyone in the table of variants:
      deckmotor build --all

    `deckmotor COMMAND --help` tells more, by example.
    """
