"""The command line: one file a command, each loaded when it is used."""

import sys

OLDEST_PYTHON = (3, 11)


def main() -> None:
    """Run the command line of this process; ends the process. A Python too old or a library missing is told in plain words."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(
            _no_start("deckmotor needs Python {}.{} or newer; this is Python {}.{}.", *OLDEST_PYTHON, *sys.version_info[:2])
        )
    try:
        from deckmotor.cli.commands import commands  # Here, so that a missing library is caught below.

        commands()
    except ModuleNotFoundError as missing:
        if (missing.name or "deckmotor").split(".")[0] == "deckmotor":
            raise
        sys.exit(_no_start("deckmotor needs the library `{}`, which is not installed here.", missing.name))


def _no_start(text: str, *values: object) -> int:
    """Say on stderr why the program can't run and how to install it; gives the exit code."""
    how = (
        "To install all it needs:\n"
        "  make deck          in a checkout: makes a private environment in .venv and builds the deck\n"
        "  pip install .      in a checkout: installs the command `deckmotor`"
    )
    print(text.format(*values), how, sep="\n", file=sys.stderr)
    return 2
