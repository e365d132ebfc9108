"""A theme for a page that stands on a colour or a picture of its own: the same styles, in colours that can be read there.

Nothing is formatted anew. The twelve names of colours stand for other colours of the theme on that page, as they do where
somebody chooses a dark background in PowerPoint (`a:overrideClrMapping`), so what a colleague adds there can be read too.
"""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import READABLE, Color, contrast, luminance, relit
from deckmotor.scene.page import Layout
from deckmotor.style import TextStyle
from deckmotor.theme.scheme import SCHEME_NAMES
from deckmotor.theme.theme import Theme

STRONG = 12
"""The same with the veil over a picture: the stronger the colours of texts, the more is seen of the picture."""

SEEN, LIKED = 1.12, 1.35
"""Contrast of a quiet surface with the page at least, and the one that is liked best."""

APART = 1.25
"""The same at least between two strong colours: red on a blue as light as it flickers."""

STRONG_COLOUR = 0.5
"""Saturation of strong colours."""

NIGHT = 26
"""How light the deep ground of a theme is whose `deep` is a light colour for text, percent of its brand's."""

_NAMES = tuple(SCHEME_NAMES.values())
_ENDS = ("dk1", "lt1", "dk2", "lt2")


def own_map(theme: Theme) -> dict[str, str]:
    """Which colours the names stand for on all other pages."""
    ends = ("dk1", "lt1", "dk2", "lt2") if theme.dark else ("lt1", "dk1", "lt2", "dk2")
    return {**dict(zip(_NAMES[:4], ends, strict=True)), **{name: name for name in _NAMES[4:]}}


def colour_of(name: str, theme: Theme) -> tuple[str, str | None] | None:
    """What a token or tone looks like, and which of the theme's colours it is where it is one; None where there is none."""
    token, mark, step = _parts(name)
    scheme = own_map(theme).get(SCHEME_NAMES.get(token, ""))
    if scheme is None or (mark and not (step.isdecimal() and len(step) < 3)):
        return None
    plain = Color(theme.scheme[scheme], scheme)
    return (_toned(plain, mark, int(step)), None) if mark else (plain.rgb, scheme)


def ground_of(name: str, theme: Theme) -> tuple[str, str | None] | None:
    """The same of what covers a page. A dark theme whose `deep` is a light colour, for text, has its brand's at night."""
    found = colour_of(name, theme)
    token, mark, step = _parts(name)
    if found is None or token != "deep" or not theme.dark:
        return found
    deep, brand = (theme.scheme[own_map(theme)[SCHEME_NAMES[one]]] for one in ("deep", "brand"))
    if contrast(deep, theme.master.background.rgb) < READABLE:
        return found
    night = relit(Color(brand), NIGHT)
    return (_toned(Color(night.rgb), mark, int(step)) if mark else night.rgb), None


def _parts(name: str) -> tuple[str, str, str]:
    """A tone's token, its mark and its step."""
    return name.partition("+") if "+" in name else name.partition("-")


def _toned(plain: Color, mark: str, step: int) -> str:
    return (relit(plain, lum_off=step) if mark == "+" else relit(plain, lum_mod=100 - step)).rgb


def colours_on(rgb: str, scheme: str | None, layout: Layout, theme: Theme, least: float = READABLE) -> dict[str, str] | None:
    """Which colours the names stand for on a ground, so that texts can be read; None where no colour of the theme can be.

    `scheme` is the ground's own colour, where it is one of the theme's; texts have the contrast `least` with it, or the ink's.
    """
    plain, own = own_map(theme), _ink_of(layout)

    def first(*wanted: str, least: float = least) -> str | None:
        return next((one for one in wanted if contrast(theme.scheme[one], rgb) >= least), None)

    ink = first(plain[own], *sorted(_ENDS, key=lambda one: -contrast(theme.scheme[one], rgb)), least=READABLE)
    if ink is None:
        return None
    second = {"dk1": "dk2", "dk2": "dk1", "lt1": "lt2", "lt2": "lt1"}.get(ink, ink)
    made = {name: first(plain[name], second) or ink for name in _NAMES}
    made[own] = ink
    if own == "tx1":
        made |= {name: name for name in ("accent3", "accent4", "accent5")}  # Of charts, which choose tones that are seen.
        light = luminance(theme.scheme[ink]) > luminance(rgb)
        made["bg1"] = scheme or min(("dk1", "lt1"), key=lambda one: luminance(theme.scheme[one]) * (1 if light else -1))
        made["bg2"] = _surface(rgb, ink, theme) or made["bg1"]
        for name in ("accent1", "accent2"):
            made[name] = first(name, "accent3") or ink
    return made


def _ink_of(layout: Layout) -> str:
    """The name of the colour that a layout's texts have: on loud pages often that of the paper."""
    texts = [slot for slot in layout.slots if slot.levels]
    texts.sort(key=lambda slot: slot.role != "title")
    return (texts[0].levels[0].text.color.scheme if texts else None) or "tx1"


def _surface(rgb: str, ink: str, theme: Theme) -> str | None:
    """The colour for quiet surfaces: seen on the ground, and with the ink readable on it."""
    found = [
        one
        for one in (*_ENDS, "accent6")
        if contrast(theme.scheme[one], rgb)
        >= (APART if min(map(_saturation, (theme.scheme[one], rgb))) > STRONG_COLOUR else SEEN)
        and contrast(theme.scheme[one], theme.scheme[ink]) >= READABLE
    ]
    return min(found, key=lambda one: abs(contrast(theme.scheme[one], rgb) - LIKED), default=None)


def _saturation(rgb: str) -> float:
    """How far a colour is from grey, 0 to 1."""
    channels = bytes.fromhex(rgb)
    return 1 - min(channels) / (max(channels) or 1)


def grounded(theme: Theme, color: Color, colours: Mapping[str, str]) -> "Grounded":
    """The theme with the names standing for other colours, on a page of that colour and without decoration."""
    recolour = _Recolour({name: theme.scheme[one] for name, one in colours.items()}, color.rgb)
    made = replace(
        theme,
        scheme={**theme.scheme, **{name: theme.scheme[one] for name, one in colours.items() if name in theme.scheme}},
        dark=luminance(color.rgb) < luminance(theme.scheme[colours["tx1"]]),
        master=replace(recolour(theme.master), background=color, decoration=()),
        looks={name: recolour(scale) for name, scale in theme.looks.items()},
        table=recolour(theme.table),
        gauge=None,
        trace=None,
        highlight=recolour(theme.highlight),
        loud_highlight=recolour(theme.loud_highlight),
        link=recolour(theme.link),
    )
    return Grounded(theme, made, recolour)


class Grounded:
    """A theme on a ground. Its layouts are made for it when a slide first has one: most are on no such page."""

    def __init__(self, theme: Theme, made: Theme, recolour: "_Recolour") -> None:
        self._theme, self._made, self._recolour = theme, made, recolour
        self._known: dict[str, Theme] = {}

    def with_layout(self, name: str) -> Theme:
        """The theme whose layout of that name is for the ground; the others are as they are elsewhere."""
        known = self._known.get(name)
        if known is None:
            layouts = tuple(self._placed(one) if one.name == name else one for one in self._theme.layouts)
            known = self._known[name] = replace(self._made, layouts=layouts)
        return known

    def _placed(self, layout: Layout) -> Layout:
        made: Layout = self._recolour(layout)
        return replace(made, background=self._made.master.background, decoration=(), shade=None)


class _Recolour:
    """Gives the same value with its colours as they look there; what was shared by identity is again."""

    def __init__(self, scheme: Mapping[str, str], ground: str) -> None:
        self._scheme, self._ground = scheme, ground
        self._known: dict[int, tuple[Any, Any]] = {}
        self._colors: dict[Color, Color] = {}

    def __call__(self, value: Any) -> Any:
        if not isinstance(value, Struct | tuple):
            return value
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = (value, self._made(value))
        return known[1]

    def _color(self, value: Color) -> Color:
        if value.scheme is None:
            return value
        if value not in self._colors:
            self._colors[value] = relit(Color(self._scheme[value.scheme], value.scheme), value.lum_mod, value.lum_off)
        return self._colors[value]

    def _made(self, value: Any) -> Any:
        if isinstance(value, Color):
            return self._color(value)
        if isinstance(value, tuple):
            made = tuple([self(one) for one in value])
            return made if any(one is not other for one, other in zip(made, value, strict=True)) else value
        new = {name: (self(old), old) for name in value.__struct_fields__ for old in (getattr(value, name),)}
        changed = {name: made for name, (made, old) in new.items() if made is not old}
        made = replace(value, **changed) if changed else value
        return self._read(made) if isinstance(made, TextStyle) else made

    def _read(self, style: TextStyle) -> TextStyle:
        """Without the tone of its colour, where that can't be read on the ground."""
        color = style.color
        if color.scheme is None or color.rgb == self._scheme[color.scheme] or contrast(color.rgb, self._ground) >= READABLE:
            return style
        return replace(style, color=Color(self._scheme[color.scheme], color.scheme))
