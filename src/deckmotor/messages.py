"""Problems as stages make them: a code of the catalogue with its values, and hints from what there is."""

import posixpath
from collections.abc import Sequence
from typing import Any

from deckmotor.diagnostics import Diagnostic
from deckmotor.span import Span
from deckmotor.workspace import OutsideProjectError, TooLargeError, Workspace

MOST_PROBLEMS = 1_000
"""Problems told of one deck or file: who has more is not helped by the rest, and a hostile file has millions."""


def problem(code: str, span: Span, /, *, hints: tuple[str, ...] = (), variant: str | None = None, **values: Any) -> Diagnostic:
    """A problem of that code. `values` fill the braces of its sentence when it is shown."""
    return Diagnostic(code=code, values=tuple(values.items()), span=span, hints=hints, variant=variant)


def missing_glyphs(font: str, characters: Sequence[str], span: Span, **rest: Any) -> Diagnostic:
    """A font lacks characters that stand in one text."""
    return problem("missing-glyph", span, font=font, characters=tuple(characters), **rest)


MOST_NAMED = 24
"""As many names a hint lists."""

LONGEST_NAMED = 60
"""As many characters of each."""


def nearest(word: str, known: "tuple[str, ...] | list[str]") -> tuple[str, ...]:
    """A hint naming what was probably meant, or what there is; empty where nothing is known."""
    from deckmotor.nearest import closest  # Only for mistakes.

    close = closest(word, tuple(known))
    return (f"did you mean `{close}`?",) if close is not None else listed(known)


def listed(known: "tuple[str, ...] | list[str]") -> tuple[str, ...]:
    """A hint naming what there is; empty where nothing is known."""
    if not known:
        return ()
    named = [name if len(name) <= LONGEST_NAMED else f"{name[: LONGEST_NAMED - 1]}…" for name in known[:MOST_NAMED]]
    if len(known) > MOST_NAMED:
        named[-1] = "…"
    return (f"there {'is' if len(named) == 1 else 'are'}: {', '.join(named)}",)


def misplaced(workspace: Workspace, file: str, written: str) -> tuple[str, ...]:
    """A hint for a path in `file` that is written as Windows does, or counts from a folder further up; empty for any other."""
    path, home = written.strip().replace("\\", "/"), posixpath.dirname(file)
    folders = [home]
    for _ in home.split("/"):
        folders.append(posixpath.dirname(folders[-1]))
    places = [posixpath.normpath(posixpath.join(folder, path)) for folder in folders]
    found = next(filter(workspace.exists, places), None)
    path = path if found is None else posixpath.relpath(found, home or ".")
    if "\\" in written:
        return (f"write folders with `/`, on Windows too: {path}",)
    return (
        ()
        if found in (None, places[0])
        else (f"did you mean `{path}`? a path counts from the folder of the file that names it",)
    )


_ALLOW = ", or name its folder in the deck's head: `allow: [folder]`"


def unreadable(error: OSError, span: Span, path: str, written: str = "") -> Diagnostic:
    """What to say at `span` of a file that can't be read. `path` is from the project's folder, `written` as the deck has it."""
    if isinstance(error, OutsideProjectError):
        return problem("file-outside", span, path=written or path, also="" if error.final else _ALLOW)
    if isinstance(error, TooLargeError):
        return problem("file-too-large", span, path=path, size=megabytes(error.size), limit=megabytes(error.limit))
    return problem("file-unreadable", span, path=path, reason=reason(error))


def megabytes(size: int) -> str:
    """A number of bytes, for people."""
    return f"{size / 1_000_000:,.0f} MB"


def reason(error: OSError) -> str:
    """Why a file can't be read, in plain words."""
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    if isinstance(error, NotADirectoryError):
        return "it is no folder"
    if isinstance(error, PermissionError):
        return "you are not allowed to read it"
    return error.strerror or "the system refuses"
