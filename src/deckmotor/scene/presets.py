"""The outlines that shapes have by name, as DrawingML defines them: what is drawn, where text stands, where connectors glue.

Source: the preset shape definitions of ECMA-376 part 1, 20.1.9.18 and 20.1.10.56. Lengths are EMU on the page.
"""

from collections.abc import Callable
from math import cos, pi

from msgspec import Struct

from deckmotor.scene.page import Commands, Preset, ShapeItem
from deckmotor.style import Box

WHOLE = 100_000
Point = tuple[int, int]

ROUND = 0.5522847498
"""How far the control points of a quarter of a circle stand from its ends, in radii."""

DIAGONAL = cos(pi / 4)


class Drawn(Struct, frozen=True):
    """A preset in a box."""

    outline: Commands
    area: Box
    """Where text stands, before insets."""
    sites: tuple[Point, ...]
    """Connection sites in the order of `a:cxnLst` (20.1.9.9)."""


def outline(shape: ShapeItem) -> Commands:
    """What of a shape is filled and lined."""
    return _drawn(shape).outline


def round_rect(box: Box, radius: int) -> Commands:
    """A rectangle whose corners are quarters of a circle."""
    near = round(radius * (1 - ROUND))
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    return (
        ("M", left, top + radius),
        ("C", left, top + near, left + near, top, left + radius, top),
        ("L", right - radius, top),
        ("C", right - near, top, right, top + near, right, top + radius),
        ("L", right, bottom - radius),
        ("C", right, bottom - near, right - near, bottom, right - radius, bottom),
        ("L", left + radius, bottom),
        ("C", left + near, bottom, left, bottom - near, left, bottom - radius),
        ("Z",),
    )


def text_area(shape: ShapeItem) -> Box:
    """Where the text of a shape stands, before its insets."""
    return _drawn(shape).area


def sites(shape: ShapeItem) -> tuple[Point, ...]:
    """Where connectors are glued to a shape; a path of its own has four: above, left, below, right of its box."""
    return _drawn(shape).sites


def _drawn(shape: ShapeItem) -> Drawn:
    if not isinstance(shape.outline, str):
        return Drawn(shape.outline, shape.box, _middles(shape.box))
    draw, usual = _PRESETS[shape.outline]
    return draw(shape.box, *shape.adjust, *usual[len(shape.adjust) :])


def _middles(box: Box) -> tuple[Point, ...]:
    """Above, left, below, right: the order of most presets."""
    x, y = box.x + box.width // 2, box.y + box.height // 2
    return ((x, box.y), (box.x, y), (x, box.bottom), (box.right, y))


def polygon(*points: Point) -> Commands:
    """A closed outline with straight sides."""
    first, *rest = points
    return (("M", *first), *(("L", *point) for point in rest), ("Z",))


def rectangle(box: Box) -> Commands:
    """The outline of a box."""
    return polygon((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))


def _between(box: Box, left: float, top: float, right: float, bottom: float) -> Box:
    """The part of a box between shares of its width and height."""
    x, y = box.x + round(box.width * left), box.y + round(box.height * top)
    return Box(x, y, box.x + round(box.width * right) - x, box.y + round(box.height * bottom) - y)


def _rect(box: Box) -> Drawn:
    return Drawn(rectangle(box), box, _middles(box))


def _round_rect(box: Box, adjust: int) -> Drawn:
    radius = min(box.width, box.height) * min(max(adjust, 0), 50_000) // WHOLE
    left, top = box.x, box.y
    inset = radius * 29_289 // WHOLE
    area = Box(left + inset, top + inset, box.width - 2 * inset, box.height - 2 * inset)
    return Drawn(round_rect(box, radius), area, _middles(box))


def _ellipse(box: Box) -> Drawn:
    (x, top), (left, y), (_, bottom), (right, _) = _middles(box)
    across, down = round(box.width / 2 * ROUND), round(box.height / 2 * ROUND)
    drawn: Commands = (
        ("M", left, y),
        ("C", left, y - down, x - across, top, x, top),
        ("C", x + across, top, right, y - down, right, y),
        ("C", right, y + down, x + across, bottom, x, bottom),
        ("C", x - across, bottom, left, y + down, left, y),
        ("Z",),
    )
    area = _between(box, (1 - DIAGONAL) / 2, (1 - DIAGONAL) / 2, (1 + DIAGONAL) / 2, (1 + DIAGONAL) / 2)
    around = (
        (x, top), (area.x, area.y), (left, y), (area.x, area.bottom), (x, bottom), (area.right, area.bottom), (right, y),
        (area.right, area.y),
    )  # fmt: skip
    return Drawn(drawn, area, around)


def _diamond(box: Box) -> Drawn:
    above, left, below, right = _middles(box)
    return Drawn(polygon(left, above, right, below), _between(box, 0.25, 0.25, 0.75, 0.75), _middles(box))


def _triangle(box: Box, adjust: int) -> Drawn:
    share = min(max(adjust, 0), WHOLE) / WHOLE
    tip, near, far = (box.x + round(box.width * at) for at in (share, share / 2, share / 2 + 0.5))
    middle = box.y + box.height // 2
    corners = ((tip, box.y), (near, middle), (box.x, box.bottom), (tip, box.bottom), (box.right, box.bottom), (far, middle))
    area = Box(near, middle, far - near, box.bottom - middle)
    return Drawn(polygon(corners[2], corners[0], corners[4]), area, corners)


def _point(box: Box, adjust: int) -> int:
    """How long the point of an arrow is."""
    return min(min(box.width, box.height) * max(adjust, 0) // WHOLE, box.width)


def _chevron(box: Box, adjust: int) -> Drawn:
    long = _point(box, adjust)
    neck, middle = box.right - long, box.y + box.height // 2
    drawn = polygon(
        (box.x, box.y), (neck, box.y), (box.right, middle), (neck, box.bottom), (box.x, box.bottom), (box.x + long, middle)
    )
    roomy = neck > box.x + long
    area = Box(box.x + long, box.y, neck - box.x - long, box.height) if roomy else box
    return Drawn(drawn, area, ((neck, box.y), (box.x + long, middle), (neck, box.bottom), (box.right, middle)))


def _home_plate(box: Box, adjust: int) -> Drawn:
    neck, middle = box.right - _point(box, adjust), box.y + box.height // 2
    drawn = polygon((box.x, box.y), (neck, box.y), (box.right, middle), (neck, box.bottom), (box.x, box.bottom))
    half = (box.x + neck) // 2
    area = Box(box.x, box.y, (neck + box.right) // 2 - box.x, box.height)
    return Drawn(drawn, area, ((half, box.y), (box.x, middle), (half, box.bottom), (box.right, middle)))


def _right_arrow(box: Box, thick: int, adjust: int) -> Drawn:
    long, half = _point(box, adjust), box.height * min(max(thick, 0), WHOLE) // (2 * WHOLE)
    neck, middle = box.right - long, box.y + box.height // 2
    top, bottom = middle - half, middle + half
    drawn = polygon(
        (box.x, top), (neck, top), (neck, box.y), (box.right, middle), (neck, box.bottom), (neck, bottom), (box.x, bottom)
    )
    reach = neck + 2 * half * long // box.height
    return Drawn(
        drawn,
        Box(box.x, top, reach - box.x, 2 * half),
        ((neck, box.y), (box.x, middle), (neck, box.bottom), (box.right, middle)),
    )


_PRESETS: dict[Preset, tuple[Callable[..., Drawn], tuple[int, ...]]] = {
    "rect": (_rect, ()),
    "roundRect": (_round_rect, (16_667,)),
    "ellipse": (_ellipse, ()),
    "diamond": (_diamond, ()),
    "triangle": (_triangle, (50_000,)),
    "chevron": (_chevron, (50_000,)),
    "homePlate": (_home_plate, (50_000,)),
    "rightArrow": (_right_arrow, (50_000, 50_000)),
}
"""How each is drawn, and the adjust values that it has when none are given."""
