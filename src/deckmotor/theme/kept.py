"""Finished themes, kept in the cache: making one takes longer than all the rest of a small build."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from deckmotor.cache import Cache, key_of
from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.scene.page import Layout
from deckmotor.span import Span
from deckmotor.style import ParagraphStyle
from deckmotor.theme.folder import FOLDER, theme_file, theme_names
from deckmotor.theme.parts.prompts import spoken
from deckmotor.theme.theme import Theme
from deckmotor.workspace import PICTURE_LIMIT, Workspace

Scale = tuple[ParagraphStyle, ...]


class Kept(Struct, frozen=True, kw_only=True):
    """A theme as it is kept. All its slots share a few scales of styles, so these are written, and read again, once."""

    theme: Theme
    """The theme, its slots without their levels."""
    scales: tuple[Scale, ...]
    used: tuple[tuple[tuple[int, ...], ...], ...]
    """By layout and slot the scales of its levels, at its largest step first."""
    looks: dict[str, tuple[int, ...]]
    """The same by the names of looks."""
    warnings: tuple[Diagnostic, ...]
    """What is told of it each time."""


MOST_FILES = 500
"""Of a theme and those that it extends, with their folders. One with more is made anew each time."""

NO_PART = frozenset((
    "api", "batch", "charts", "check", "cli", "compose", "diff", "export", "geo", "icons", "importer", "linter", "listing",
    "load", "pictures", "preview", "starter",
))  # fmt: skip
"""Rooms that no theme is made by. All the others' files are looked at in every build."""

DEEPEST = 4
"""Folders in a theme's folder, one inside the other."""


def kept_theme(
    workspace: Workspace, name: str, size: str, span: Span, cache: Cache, language: str = "en"
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """What `read_theme` gives; from the cache where a theme without errors was made from the same files."""
    files = tuple(islice(_files(workspace, name), MOST_FILES + 1))
    contents = (part for path, data in files for part in (path.encode(), data))
    key = key_of("theme", name.encode(), size.encode(), spoken(language).encode(), *contents, without=NO_PART)
    data = cache.get(key) if len(files) <= MOST_FILES else None
    if data is not None:
        # What another release of msgspec can't read is made anew, as is all that a cache lacks.
        with suppress(msgspec.DecodeError):
            kept = msgspec.msgpack.decode(data, type=Kept)
            return _unpacked(kept), kept.warnings
    from deckmotor.theme.read import read_theme  # Here, because what makes themes is a fifth of all that is imported.

    theme, problems = read_theme(workspace, name, size, span, spoken(language))
    if theme is not None and not has_errors(problems) and len(files) <= MOST_FILES:
        cache.put(key, msgspec.msgpack.encode(_packed(theme, problems)))
    return theme, problems


def _files(workspace: Workspace, name: str) -> Iterator[tuple[str, bytes]]:
    """All that a theme is made from: the names of all themes, and the folders of it and of those that it extends."""
    known = theme_names(workspace)
    yield "", repr(known).encode()  # They stand in messages.
    wanted = [name]
    for one in wanted:
        if one in known:
            yield from _folder(workspace, f"{FOLDER}/{one}", 0)
            wanted += [other for other in _extended(workspace, one) if other not in wanted]


def _extended(workspace: Workspace, name: str) -> list[str]:
    """The themes that a theme may extend: whatever follows the word. One too many does no harm."""
    said = _contents(workspace, theme_file(name)).decode("utf-8", "replace")
    return [] if "extends" not in said else re.findall(r"""extends["']?\s*:\s*["']?([^\s"',{}#]+)""", said)


def _folder(workspace: Workspace, folder: str, depth: int) -> Iterator[tuple[str, bytes]]:
    for name in workspace.names(folder):
        path = f"{folder}/{name}"
        if depth < DEEPEST and workspace.names(path):
            yield from _folder(workspace, path, depth + 1)
        else:
            yield path, _contents(workspace, path)


def _contents(workspace: Workspace, path: str) -> bytes:
    """The bytes of a theme's file; where it can't be read, a word that is no file of ours."""
    try:
        return b"=" + workspace.read(path, PICTURE_LIMIT)
    except OSError as error:
        return repr(type(error)).encode()


def _packed(theme: Theme, warnings: tuple[Diagnostic, ...]) -> Kept:
    scales: dict[Scale, int] = {}
    used: list[tuple[tuple[int, ...], ...]] = []
    layouts: list[Layout] = []
    for layout in theme.layouts:
        steps = [(slot.levels, *slot.smaller) for slot in layout.slots]
        used.append(tuple(tuple(scales.setdefault(scale, len(scales)) for scale in scales_of) for scales_of in steps))
        layouts.append(replace(layout, slots=tuple(replace(slot, levels=(), smaller=()) for slot in layout.slots)))
    looks = {name: tuple(scales.setdefault(levels, len(scales)) for levels in steps) for name, steps in theme.looks.items()}
    bare = replace(theme, layouts=tuple(layouts), looks={})
    return Kept(theme=bare, scales=tuple(scales), used=tuple(used), looks=looks, warnings=warnings)


def _unpacked(kept: Kept) -> Theme:
    layouts: list[Layout] = []
    for layout, used in zip(kept.theme.layouts, kept.used, strict=True):
        slots = []
        for slot, numbers in zip(layout.slots, used, strict=True):
            levels, *smaller = [kept.scales[number] for number in numbers]
            slots.append(replace(slot, levels=levels, smaller=tuple(smaller)))
        layouts.append(replace(layout, slots=tuple(slots)))
    looks = {name: tuple([kept.scales[number] for number in numbers]) for name, numbers in kept.looks.items()}
    return replace(_with_drawings(kept.theme), layouts=tuple(layouts), looks=looks)


def _with_drawings(theme: Theme) -> Theme:
    """The theme with its logo and pictures, which are kept as plain values (`theme.theme`)."""
    if theme.logo is None and not theme.pictures:
        return theme
    from deckmotor.model.drawings import Logo, MotifPicture

    pictures = tuple([msgspec.convert(one, MotifPicture) for one in theme.pictures])
    return replace(theme, logo=msgspec.convert(theme.logo, Logo | None), pictures=pictures)
