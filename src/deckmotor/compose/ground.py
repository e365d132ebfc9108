"""A page on a colour or a picture of its own: what it stands on, and the theme whose texts can be read there."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from deckmotor.color import READABLE, Color, luminance
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import nearest, problem
from deckmotor.model.grounds import Background
from deckmotor.scene.crop import filling_crop
from deckmotor.scene.page import Ground, Layout, Media, PictureItem
from deckmotor.style import Box
from deckmotor.theme.ground import STRONG, Grounded, colours_on, ground_of, grounded, own_map
from deckmotor.theme.scheme import SCHEME_NAMES
from deckmotor.theme.theme import Theme

_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")

DARK = 0.2
"""Luminance of the pages of a dark theme, at most."""


class Standing(Struct, frozen=True):
    """What a slide is composed with that stands on a ground of its own."""

    theme: Theme
    ground: Ground | None
    """None where there is something wrong with it."""
    problems: tuple[Diagnostic, ...] = ()


def standing(
    background: Background, slide: str, layout: Layout, theme: Theme, media: Mapping[str, Media], memo: dict[Any, Any]
) -> Standing:
    """The ground of a slide, by its id, on a layout. A theme on one colour is made once."""
    picture = media.get(background.path) if background.is_picture else None
    if background.is_picture and picture is None:  # What is wrong with the file has been told.
        return Standing(theme, None)
    colour = _veil(picture.light, theme) if picture is not None else _colour(background.file.text, theme)
    if colour is None:
        name, span = background.file.text, background.file.span
        hints = nearest(name, tuple(SCHEME_NAMES))
        return Standing(theme, None, (problem("unknown-colour", span, hints=hints, name=name),))
    rgb, scheme = colour
    names = colours_on(rgb, scheme, layout, theme, READABLE if picture is None else STRONG)
    if names is None:
        return Standing(theme, None, (problem("background-middle", background.file.span, name=background.file.text),))
    color = _named(rgb, scheme, names)
    key = ("ground", id(theme), color, tuple(names.values()))
    known: tuple[Theme, Grounded] | None = memo.get(key)
    if known is None:
        known = memo[key] = (theme, grounded(theme, color, names))
    changed = {} if names == own_map(theme) else names
    shown = None if picture is None else _picture(background, slide, picture, theme)
    return Standing(known[1].with_layout(layout.name), Ground(color=color, picture=shown, colors=changed))


def _colour(name: str, theme: Theme) -> tuple[str, str | None] | None:
    written = _HEX.fullmatch(name)
    return ground_of(name, theme) or ((written[1].upper(), None) if written else None)


def _veil(light: bool, theme: Theme) -> tuple[str, str]:
    """The colour that lies over a picture: the theme's darkest, over a light one its lightest where its pages are light too."""
    light = light and luminance(theme.master.background.rgb) > DARK
    found = (max if light else min)(("dk1", "lt1"), key=lambda one: luminance(theme.scheme[one]))
    return theme.scheme[found], found


def _named(rgb: str, scheme: str | None, names: Mapping[str, str]) -> Color:
    """The ground's colour, by a name that stands for it on this page where there is one."""
    return Color(rgb, next((name for name, one in names.items() if scheme is not None and one == scheme), None))


def _picture(background: Background, slide: str, media: Media, theme: Theme) -> PictureItem:
    box = Box(0, 0, theme.width, theme.height)
    crop = filling_crop((media.width, media.height), box, background.focus)
    return PictureItem(name=f"{slide}/background", box=box, media=background.path, crop=crop)
