"""The start of a command: what is missing is told in plain words, and nothing is imported that a build does not use."""

import _datetime  # type: ignore[import-not-found]
import _thread
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Any

from deckmotor.cli.streams import hold_streams

OLDEST_PYTHON = (3, 11)


def _close_matches(word: str, known: Iterable[str], *rest: Any, **more: Any) -> list[str]:
    """`difflib.get_close_matches`, which click asks of `-o` too: nothing is like so short a word."""
    if len(word) == len("-o"):
        return []
    matches: list[str] = _imported("difflib").get_close_matches(word, known, *rest, **more)
    return matches


def _called_later(name: str, function: str) -> Callable[..., Any]:
    """What stands for a function of a module until it is called."""
    return lambda *given, **more: getattr(_imported(name), function)(*given, **more)


SELDOM_USED: dict[str, dict[str, Any]] = {
    "difflib": {"get_close_matches": _close_matches},
    "inspect": {},
    "ipaddress": {},
    "ntpath": {},
    "textwrap": {},
    # click ships no translations: what gettext gives is what it was given.
    "gettext": {"gettext": lambda text: text, "ngettext": lambda one, several, count: one if count == 1 else several},
    "threading": {"local": _thread._local},
    "msgspec.inspect": {},
    "msgspec._json_schema": {name: _called_later("msgspec._json_schema", name) for name in ("schema", "schema_components")},
    # For the addresses of files, which pathlib knows.
    "urllib.parse": {"quote_from_bytes": _called_later("urllib.parse", "quote_from_bytes")},
}
"""What the standard library, click and msgspec import for cases that a build does not have, and the little that it has of them:
together a sixth of the time of a short one."""

NEVER_USED: dict[str, dict[str, Any]] = {
    # What msgspec would take from there, Python 3.11 has itself.
    "typing_extensions": {},
    # All of it is there in C; what Python has beside that is for other Pythons.
    "datetime": vars(_datetime),
    # Types that msgspec can write, and click read: no value and no option of ours has them.
    "decimal": {"Decimal": type("Decimal", (), {})},
    "uuid": {"UUID": type("UUID", (), {}), "SafeUUID": type("SafeUUID", (), {"unknown": None})},
}
"""What msgspec and click import and we use nothing of, with what they name of it. It is as ever once they are loaded."""


def start() -> None:
    """Run the command line of this process; ends the process. A Python too old or a library missing is told in plain words."""
    hold_streams()
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(
            _no_start("deckmotor needs Python {}.{} or newer; this is Python {}.{}.", *OLDEST_PYTHON, *sys.version_info[:2])
        )
    try:
        _import_less()
        from deckmotor.cli.commands import commands  # Here, so that a missing library is caught below.

        commands()
    except ModuleNotFoundError as missing:
        if (missing.name or "deckmotor").split(".")[0] == "deckmotor":
            raise
        sys.exit(_no_start("deckmotor needs the library `{}`, which is not installed here.", missing.name))
    except SystemExit as end:
        _end_at_once(end.code)
        raise


def _import_less() -> None:
    """Import click and msgspec without what a build does not use."""
    for name, used in SELDOM_USED.items():
        later = _Later(name)
        vars(later).update(used)
        sys.modules.setdefault(name, later)
    never = [name for name in NEVER_USED if name not in sys.modules]
    for name in never:
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name]).update(NEVER_USED[name])
    try:
        import_module("click")
        import_module("msgspec")
    finally:
        for name in never:
            del sys.modules[name]


class _Later(ModuleType):
    """Stands for a module until something else of it is used than what it holds; then it is imported."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_imported(self.__name__), name)


def _imported(name: str) -> Any:
    """A module itself, whether something stood for it so far or not."""
    if isinstance(sys.modules.get(name), _Later):
        del sys.modules[name]
    return import_module(name)


def _end_at_once(code: object) -> None:
    """End the process without taking all its objects apart first, which is a tenth of a build. Returns where that can't be."""
    if code is None or isinstance(code, int):
        with suppress(OSError):  # Nobody reads what is printed: Python itself knows how to end then.
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code or 0)


def _no_start(text: str, *values: object) -> int:
    """Say on stderr why the program can't run and how to install it; gives the exit code."""
    how = (
        "To install all it needs:\n"
        "  make deck          in a checkout: makes a private environment in .venv and builds the deck\n"
        "  pip install .      in a checkout: installs the command `deckmotor`"
    )
    print(text.format(*values), how, sep="\n", file=sys.stderr)
    return 2
