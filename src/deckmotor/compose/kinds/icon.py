"""Icons: a filled outline in the theme's colour, which keeps its shape however large somebody makes it."""

from msgspec.structs import replace

from deckmotor.color import Color, contrast
from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.look import Look, link_to
from deckmotor.compose.place import Place
from deckmotor.icons.phosphor import SIDE, Outline, outline
from deckmotor.model.drawings import Icon
from deckmotor.scene.page import Commands, Item, ShapeItem
from deckmotor.style import Box
from deckmotor.units import inches

ALONE, LARGE, SMALL = inches(3.2), inches(1.5), inches(1.1)
"""How wide and high an icon is that has its place for itself, one above something of the page's width, and one in a column."""

COLUMN = 0.6
"""Share of the page's width that a column has at most."""

AIR = inches(0.12)
"""Below it."""

LEAST_CONTRAST = 3.0
"""Of what means something (WCAG 2.2, 1.4.11)."""


def _draw(block: Icon, place: Place, look: Look) -> tuple[Item, ...]:
    side = min(place.box.width, place.box.height, ALONE)
    side -= AIR if side < ALONE else 0
    name = f"{look.page}/{place.key}"
    left = min(points[0] for _, points in _outline(block.name.text) if points)  # Its ink begins where texts begin.
    box = Box(place.box.x - round(left * side / SIDE), place.box.y, side, side)
    return (replace(filled(block.name.text, box, name, _color(look)), alt=block.alt, link=link_to(block.link)),)


def filled(icon: str, box: Box, name: str, color: Color) -> ShapeItem:
    """An icon in a square box, as an outline filled with a colour."""
    commands: Commands = tuple(
        [(letter, *[_at(value, at, box, SIDE) for at, value in enumerate(points)]) for letter, points in _outline(icon)]
    )
    return ShapeItem(name=name, box=box, outline=commands, fill=color)


def _outline(name: str) -> Outline:
    found = outline(name)
    if found is None:
        raise AssertionError("an icon that there is none of has been told")
    return found


def _at(value: int, index: int, box: Box, steps: int) -> int:
    """A coordinate on the page: those of points take turns."""
    return (box.x if index % 2 == 0 else box.y) + round(value * box.width / steps)


def _side(place: Place, look: Look) -> int:
    return min(place.box.width, SMALL if place.box.width < look.theme.width * COLUMN else LARGE)


def _color(look: Look) -> Color:
    """The theme's own colour, or where that is too pale the ink."""
    brand, ink = look.theme.looks["fact"][0][0].text.color, look.theme.looks["text"][0][0].text.color
    return brand if contrast(brand.rgb, look.layout.background.rgb) >= LEAST_CONTRAST else ink


def _want(block: Icon, place: Place, step: int, look: Look) -> Want:
    side = _side(place, look)
    return Want(height=side + AIR, least=side, width=side)


ICON = Kind(block=Icon, example="title: Where we read\nicon: book-open\ntext: At home, and here.\n", draw=_draw, want=_want)
