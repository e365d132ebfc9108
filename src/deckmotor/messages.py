"""Problems as stages make them: a code of the catalogue with its values, and hints from what there is."""

import posixpath
import re
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


_ESCAPED = {"\n": "n", "\t": "t", "\r": "r"}
"""What begins a name in double quotes that a backslash before it makes another sign of: `"pictures\\new.png"`."""


def misplaced(workspace: Workspace, file: str, written: str) -> tuple[str, ...]:
    """A hint for a path in `file` that leads nowhere, where a file of its name stands in another folder; empty for any other.

    It may be written as Windows does, count from a folder further up, or name its folder wrongly or not at all.
    """
    by_windows = re.sub(r"[\n\t\r]", lambda sign: f"\\{_ESCAPED[sign[0]]}", written.strip())
    path, home = by_windows.replace("\\", "/"), posixpath.dirname(file)
    folders = [home]
    for _ in home.split("/"):
        folders.append(posixpath.dirname(folders[-1]))
    places = [posixpath.normpath(posixpath.join(folder, path.lstrip("/"))) for folder in folders]
    found = next(filter(workspace.exists, places), None)
    if found is None and path.strip("./~"):
        found = _of_that_name(workspace, home, path)
    path = path if found is None else posixpath.relpath(found, home or ".")
    if "\\" in by_windows:
        return (f"write folders with `/`, on Windows too: {path}",)
    if found is None or path == written.strip():
        return ()
    counts = "? a path counts from the folder of the file that names it" if found in places else "?"
    return (f"did you mean `{path}`{counts}",)


MOST_FOLDERS = 40
"""As many folders beside a deck are looked into for a file that is not where it should be."""


def _of_that_name(workspace: Workspace, home: str, path: str) -> str | None:
    """A file of that name, its ending or its case apart, in the folder that was meant, or else in one beside the deck."""
    from deckmotor.nearest import closest  # Only for mistakes.

    folder, _, name = path.rpartition("/")
    meant = home
    for part in filter(None, folder.split("/")):
        there = {one.casefold(): one for one in workspace.names(meant)}
        near = part.casefold() if part.casefold() in there else closest(part.casefold(), tuple(there))
        if part in ("..", "~") or near is None:
            break
        meant = posixpath.join(meant, there[near])
    beside = [posixpath.join(home, one) for one in workspace.names(home)[:MOST_FOLDERS] if "." not in one]
    for place in (meant, *beside):
        for one in workspace.names(place):
            if one.casefold() == name.casefold() or ("." not in name and one.casefold().rpartition(".")[0] == name.casefold()):
                return posixpath.join(place, one)
    return None


_ALLOW = ", or name its folder in the deck's head: `allow: [folder]`"


def unreadable(error: OSError, span: Span, path: str, written: str = "", hints: tuple[str, ...] = ()) -> Diagnostic:
    """What to say at `span` of a file that can't be read. `path` is from the project's folder, `written` as the deck has it."""
    if isinstance(error, OutsideProjectError):
        return problem("file-outside", span, hints=hints, path=written or path, also="" if error.final else _ALLOW)
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
