"""Tokens to a theme: palette, layouts and base package at one page size."""

from msgspec.structs import replace

from deckmotor.model.drawings import MotifPicture
from deckmotor.ooxml.package import BasePackage
from deckmotor.scene.page import Slot
from deckmotor.style import Insets, Line
from deckmotor.theme.base import base_package
from deckmotor.theme.facts import fact_layouts
from deckmotor.theme.grid import Grid
from deckmotor.theme.layouts import LayoutMaker
from deckmotor.theme.looks import looks
from deckmotor.theme.loud import LoudMaker
from deckmotor.theme.maps import words_below
from deckmotor.theme.points import point_layouts
from deckmotor.theme.slots import slot
from deckmotor.theme.styles import Styles
from deckmotor.theme.theme import Master, TableLook, Theme
from deckmotor.theme.tokens import Colours, Motif, Tokens
from deckmotor.units import inches, points

PAGE_SIZES = {"16:9": (inches(13 + 1 / 3), inches(7.5)), "4:3": (inches(10), inches(7.5))}
"""Width and height in EMU, as PowerPoint has them."""


def make_theme(name: str, tokens: Tokens, size: str, language: str = "en") -> Theme:
    """The theme of some tokens, for pages of `16:9` or `4:3`."""
    width, height = PAGE_SIZES[size]
    styles = Styles(tokens)
    grid = Grid(width, height) if tokens.grid is None else Grid(width, height, tokens.grid.content, tokens.grid.title)
    maker = LayoutMaker(styles, grid)
    layouts = (*LoudMaker(styles, grid).all(), *maker.all(), *fact_layouts(maker), *point_layouts(maker), words_below(maker))
    motif = maker.motif(tokens.motif.content)
    theme = Theme(
        name=name,
        label=tokens.label,
        width=width,
        height=height,
        scheme=scheme_colours(tokens.colours, tokens.dark),
        dark=tokens.dark,
        heading_font=tokens.fonts.heading,
        body_font=tokens.fonts.body,
        code_font=tokens.fonts.code,
        master=Master(background=styles.ink("paper"), slots=_master_slots(maker), decoration=motif),
        layouts=layouts,
        looks=looks(styles),
        gauge=maker.drawing.gauge(tokens.motif.gauge),
        trace=maker.drawing.gauge(tokens.motif.trace),
        pictures=_pictures(tokens.motif),
        dimmed=tokens.dimmed if tokens.dark else 100,
        steps=tokens.numbered == "process",
        logo=tokens.logo,
        table=_table_look(styles),
        highlight=styles.ink("accent"),
        loud_highlight=styles.ink(tokens.loud.highlight),
        link=styles.ink("link"),
        key=styles.key,
        fit=tokens.fit,
        base=BasePackage(parts=(), layouts={}),
    )
    return replace(theme, base=base_package(theme, language))


def _pictures(motif: Motif) -> tuple[MotifPicture, ...]:
    """The pictures of all kinds of pages, in the order of their kinds."""
    shapes = (getattr(motif, key) for key in Motif.__struct_fields__)
    drawn = (shape for one in shapes if isinstance(one, tuple) for shape in one)
    return tuple(shape.picture for shape in drawn if shape.picture is not None)


def scheme_colours(colours: Colours, dark: bool) -> dict[str, str]:
    """The twelve colours of PowerPoint's theme part.

    On a dark theme the first four change places, as the master's colour map does: `tx1` is the ink on every theme.
    """
    paper, ink, surface, deep = colours.paper, colours.ink, colours.surface, colours.deep
    first = (paper, ink, surface, deep) if dark else (ink, paper, deep, surface)
    rest = (
        colours.brand, colours.accent, colours.third, colours.fourth, colours.fifth, colours.muted,
        colours.link, colours.visited,
    )  # fmt: skip
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    return {name: value.upper() for name, value in zip(names, (*first, *rest), strict=True)}


def _master_slots(maker: LayoutMaker) -> tuple[Slot, ...]:
    """The master's own placeholders; layouts that say nothing else take their styles."""
    footer, date, number = maker.footers()
    body = slot("body", maker.body(1, maker.measure).box, maker.styles.lists(maker.sizes.body), type="body")
    return (maker.title(), body, date, footer, number)


def _table_look(styles: Styles) -> TableLook:
    sizes = styles.tokens.sizes.table
    headers = tuple(style for (style,) in styles.plains(sizes, "muted", bold=True))
    cells = tuple(style for (style,) in styles.plains(sizes))
    return TableLook(
        header=headers[0],
        cell=cells[0],
        smaller=tuple(zip(headers[1:], cells[1:], strict=True)),
        header_fill=None,
        band_fill=None,
        rule=styles.hair,
        rule_width=points(0.75),
        header_rule=Line(color=styles.ink("deep" if styles.tokens.dark else "ink"), width=points(2)),
        insets=Insets(points(10), points(6), points(10), points(6)),
        paddings=(points(6), points(4), points(2)),
        lit=styles.ink("surface"),
    )
