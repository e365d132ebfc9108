"""Commands and options as click has them, without a module that takes a fifteenth of a short build to import.

Click cleans each option's help of the indentation of its lines with `inspect.cleandoc`. Ours are one line.
"""

import os
from collections.abc import Callable, Sequence
from typing import Any

import click


class Option(click.Option):
    """An option whose help is one line."""

    def __init__(self, names: Sequence[str] | None = None, help: str | None = None, **rest: Any) -> None:
        super().__init__(names, **rest)
        self.help = help


class NamedPath(click.Path):
    """The path of a file or folder to write, which has a name."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; says where it is empty, which shells make of a variable that is not set, or the next option."""
        if not str(value).strip():
            self.fail("it has no name", param, ctx)
        if str(value).startswith("-") and not os.path.lexists(value):
            self.fail(f"`{value}` is no path; `./{value}` is one", param, ctx)
        return super().convert(from_home(value), param, ctx)


def from_home(value: Any) -> Any:
    """A path from one's home folder where it begins with `~`, which shells leave as it is in quotes and behind `--output=`.

    A folder of that very name would be taken away with all of one's own.
    """
    return value if os.path.lexists(value) else os.path.expanduser(value)


class Command(click.Command):
    """A command whose `--help` is such an option."""

    _own_help: click.Option | None = None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """`--deck DECK`, as some commands have it, is for others the word that they begin with."""
        begins = any(isinstance(one, click.Argument) and (one.metavar or "").startswith("[DECK]") for one in self.params)
        if begins and not any("--deck" in one.opts for one in self.params):
            args = _deck_first(args)
        return super().parse_args(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help, made once."""
        if self._own_help is None:
            click.help_option(*ctx.help_option_names, cls=Option)(self)
            self._own_help = self.params.pop()  # type: ignore[assignment]
        return self._own_help


def _deck_first(args: list[str]) -> list[str]:
    for at, word in enumerate(args):
        if word == "--deck" and args[at + 1 :]:
            return [args[at + 1], *args[:at], *args[at + 2 :]]
        if word.startswith("--deck="):
            return [word.partition("=")[2], *args[:at], *args[at + 1 :]]
    return args


def option(*names: str, **rest: Any) -> Callable[[Any], Any]:
    """Give a command an option, as `click.option` does."""
    return click.option(*names, cls=Option, **rest)
