"""deckmotor: a compiler for presentations. `deckmotor.load`, `build`, `check`, `diff` and `explain` do from Python what the
commands do (`docs/python.md`).

They are those of `deckmotor.api`, which is imported when one of them is first asked for: the command never does.
"""

import sys

TYPE_CHECKING = False
"""As in `typing`, which must not be imported yet: until `cli.main` runs, Ctrl-C has no words of ours."""

__version__ = "0.1.0"

__all__ = ["DeckError", "Decks", "Edition", "Outcome", "__version__", "build", "check", "diff", "explain", "load"]


if TYPE_CHECKING:
    from deckmotor.api import DeckError, Decks, Edition, Outcome, build, check, diff, explain, load
else:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from deckmotor import api

        return getattr(api, name)


class _Package(type(sys)):  # type: ignore[misc]
    """This module. Some rooms are named like what they are for: importing `deckmotor.load`, the room, leaves `deckmotor.load`,
    the function, in its place."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in __all__:
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
