"""Commands and options as click has them, without a module that takes a fifteenth of a short build to import.

Click cleans each option's help of the indentation of its lines with `inspect.cleandoc`. Ours are one line.
"""

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
        """The path; says where it is empty, which shells make of a variable that is not set."""
        if not str(value).strip():
            self.fail("it has no name", param, ctx)
        return super().convert(value, param, ctx)


class Command(click.Command):
    """A command whose `--help` is such an option."""

    _own_help: click.Option | None = None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help, made once."""
        if self._own_help is None:
            click.help_option(*ctx.help_option_names, cls=Option)(self)
            self._own_help = self.params.pop()  # type: ignore[assignment]
        return self._own_help


def option(*names: str, **rest: Any) -> Callable[[Any], Any]:
    """Give a command an option, as `click.option` does."""
    return click.option(*names, cls=Option, **rest)
