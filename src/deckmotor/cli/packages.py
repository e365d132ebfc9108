"""Anybody's PowerPoint files, looked at for what makes PowerPoint repair or refuse them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckmotor.cli.gather import Finding
from deckmotor.cli.screen import Sources
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem, unreadable
from deckmotor.span import Span
from deckmotor.workspace import read_file

if TYPE_CHECKING:
    from deckmotor.linter import Sound

PACKAGE_LIMIT = 1_000_000_000
"""Bytes of a PowerPoint file that is looked at; all of them are held in memory."""


def look_into(paths: Sequence[str]) -> tuple[Finding, ...]:
    """All that is wrong with some files, in their order. A part is named as if its file were a folder."""
    from deckmotor.linter import Sound  # Only where it is asked for.

    sound = Sound()
    return tuple(Finding(one, ()) for path in dict.fromkeys(paths) for one in _problems(path, sound))


def _problems(path: str, sound: "Sound") -> tuple[Diagnostic, ...]:
    from deckmotor.linter import lint_package

    try:
        data = read_file(path, PACKAGE_LIMIT, path)
    except FileNotFoundError:
        return (problem("file-missing", Span(path), path=path),)
    except OSError as error:
        return (unreadable(error, Span(path), path),)
    return lint_package(data, path, sound)


def _none(path: str) -> bytes:
    raise FileNotFoundError(path)


NOTHING_TO_QUOTE = Sources(_none, str)
"""A part of a PowerPoint file is one line of thousands of characters, which nobody wants to see."""
