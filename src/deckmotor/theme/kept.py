"""Finished themes, kept in the cache: making one takes longer than all the rest of a small build."""

from contextlib import suppress

import msgspec

from deckmotor.cache import Cache, key_of
from deckmotor.diagnostics import Diagnostic
from deckmotor.span import Span
from deckmotor.theme.folder import theme_file, theme_names
from deckmotor.theme.theme import Theme
from deckmotor.workspace import Workspace


def kept_theme(
    workspace: Workspace, name: str, size: str, span: Span, cache: Cache
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """What `read_theme` gives; from the cache where a theme without problems was made from the same files."""
    files = [_contents(workspace, theme_file(one)) for one in theme_names(workspace)]
    key = key_of("theme", name.encode(), size.encode(), *files)
    data = cache.get(key)
    if data is not None:
        # What another release of msgspec can't read is made anew, as is all that a cache lacks.
        with suppress(msgspec.DecodeError):
            return msgspec.msgpack.decode(data, type=Theme), ()
    from deckmotor.theme.read import read_theme  # Here, because what makes themes is a fifth of all that is imported.

    theme, problems = read_theme(workspace, name, size, span)
    if theme is not None and not problems:
        cache.put(key, msgspec.msgpack.encode(theme))
    return theme, problems


def _contents(workspace: Workspace, path: str) -> bytes:
    """The bytes of a theme's file, none where it can't be read: only a deck that names it is told so."""
    try:
        return workspace.read(path)
    except OSError:
        return b""
