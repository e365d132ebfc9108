"""Finished themes, kept in the cache: making one takes longer than all the rest of a small build."""

from contextlib import suppress

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from deckmotor.cache import Cache, key_of
from deckmotor.diagnostics import Diagnostic
from deckmotor.scene.page import Layout
from deckmotor.span import Span
from deckmotor.style import ParagraphStyle
from deckmotor.theme.folder import theme_file, theme_names
from deckmotor.theme.theme import Theme
from deckmotor.workspace import Workspace

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
            return _unpacked(msgspec.msgpack.decode(data, type=Kept)), ()
    from deckmotor.theme.read import read_theme  # Here, because what makes themes is a fifth of all that is imported.

    theme, problems = read_theme(workspace, name, size, span)
    if theme is not None and not problems:
        cache.put(key, msgspec.msgpack.encode(_packed(theme)))
    return theme, problems


def _contents(workspace: Workspace, path: str) -> bytes:
    """The bytes of a theme's file, none where it can't be read: only a deck that names it is told so."""
    try:
        return workspace.read(path)
    except OSError:
        return b""


def _packed(theme: Theme) -> Kept:
    scales: dict[Scale, int] = {}
    used: list[tuple[tuple[int, ...], ...]] = []
    layouts: list[Layout] = []
    for layout in theme.layouts:
        steps = [(slot.levels, *slot.smaller) for slot in layout.slots]
        used.append(tuple(tuple(scales.setdefault(scale, len(scales)) for scale in scales_of) for scales_of in steps))
        layouts.append(replace(layout, slots=tuple(replace(slot, levels=(), smaller=()) for slot in layout.slots)))
    looks = {name: tuple(scales.setdefault(levels, len(scales)) for levels in steps) for name, steps in theme.looks.items()}
    bare = replace(theme, layouts=tuple(layouts), looks={})
    return Kept(theme=bare, scales=tuple(scales), used=tuple(used), looks=looks)


def _unpacked(kept: Kept) -> Theme:
    layouts: list[Layout] = []
    for layout, used in zip(kept.theme.layouts, kept.used, strict=True):
        slots = []
        for slot, numbers in zip(layout.slots, used, strict=True):
            levels, *smaller = [kept.scales[number] for number in numbers]
            slots.append(replace(slot, levels=levels, smaller=tuple(smaller)))
        layouts.append(replace(layout, slots=tuple(slots)))
    looks = {name: tuple([kept.scales[number] for number in numbers]) for name, numbers in kept.looks.items()}
    return replace(kept.theme, layouts=tuple(layouts), looks=looks)
