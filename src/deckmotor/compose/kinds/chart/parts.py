"""Pies and doughnuts: a circle, its parts in order from the top, and the name and value of each beside it."""

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.charts.chart import SEPARATOR, NativeChart, PointLabel
from deckmotor.charts.geometry import HOLE, Slice, slices
from deckmotor.compose.kinds.chart.colours import written
from deckmotor.compose.kinds.chart.head import head
from deckmotor.compose.kinds.chart.laid import Laid, Ruler, have_room, share
from deckmotor.compose.kinds.chart.numbers import Numbers
from deckmotor.compose.kinds.chart.spread import spread
from deckmotor.style import Box, TextStyle
from deckmotor.units import points

AWAY = points(5)
"""From the circle to the names around it."""

LEAST = points(110)
"""How wide a circle is at least."""

LARGE = 0.6
"""How much of its place's smaller side a circle takes, or its labels had better be smaller."""

HALVINGS = 10
"""How often the width of a circle is halved to find the largest that has room: to a thousandth of its place."""


class Named(Struct, frozen=True):
    """A part and its label, which begins at `x`, `y` from the middle of the circle."""

    part: Slice
    text: str
    style: TextStyle
    width: int
    x: float
    y: float


def pie(chart: NativeChart, numbers: Numbers, box: Box, ruler: Ruler) -> Laid:
    """A pie or doughnut as large as its labels let it be, in the middle of its place."""
    over = head(numbers, box, ruler, legend=False)
    room = replace(box, y=box.y + over.height, height=box.height - over.height)
    low, high = 0, max(1, min(room.width, room.height))
    if not _beside(_around(chart, numbers, high, room.height, ruler), high, room):
        for _ in range(HALVINGS):
            middle = (low + high) // 2
            fits = _beside(_around(chart, numbers, middle, room.height, ruler), middle, room)
            low, high = (middle, high) if fits else (low, middle)
        high = low
    across = max(1, high)
    around = _around(chart, numbers, across, room.height, ruler)
    left, right = _reach(around, across)
    x = max(room.x + left, min(room.x + room.width / 2, room.right - right))
    area = Box(round(x - across / 2), room.y + (room.height - across) // 2, across, across)
    centre = x, area.y + across / 2
    labels = [ruler.label(one.text, centre[0] + one.x, centre[1] + one.y, "left", one.style) for one in around]
    own = [_moved(one, chart, across, box, ruler) for one in around]
    chart = replace(
        chart,
        plot=share(area, box),
        title=over.title,
        title_place=over.title_place,
        series=(replace(chart.series[0], labelled=True, own=tuple(own)),),
    )
    fits = across >= LEAST and have_room((*over.labels, *labels), box)
    tight = across < LARGE * min(room.width, room.height)
    return Laid(chart, box, (*over.labels, *labels), (), fits, tight)


def _beside(around: Sequence[Named], across: int, room: Box) -> bool:
    """Whether a circle and its labels have room beside each other."""
    return sum(_reach(around, across)) <= room.width


def _reach(around: Sequence[Named], across: int) -> tuple[float, float]:
    """How far the circle or its labels reach to the left and to the right of its middle."""
    left = max([across / 2, *(-one.x for one in around)])
    return left, max([across / 2, *(one.x + one.width for one in around)])


def _around(chart: NativeChart, numbers: Numbers, across: int, tall: int, ruler: Ruler) -> list[Named]:
    """The labels around a circle in a place so tall, those of each side spread so that none lies over another."""
    radius, high = across / 2 + AWAY, ruler.high()
    found = list(slices(chart, Box(-across // 2, -across // 2, across, across)))
    named: list[Named] = []
    for right in (True, False):
        mine = sorted((part for part in found if (part.middle[0] >= 0) == right), key=lambda part: part.middle[1])
        wanted = [_upper(part, radius, high) for part in mine]
        placed = spread(wanted, [high] * len(mine), (-tall / 2, tall / 2))
        for part, y in zip(mine, placed, strict=True):
            near = max(0.0, abs(y + high / 2) - high / 2)
            reach = sqrt(max(0.0, radius**2 - near**2))
            text = f"{numbers.names[part.category]}{SEPARATOR}{numbers.format.text(part.value)}"
            style = replace(ruler.text, bold=True, color=written(part.color, ruler.look))
            width = ruler.width(text, style)
            named.append(Named(part, text, style, width, reach if right else -reach - width, y))
    return named


def _upper(part: Slice, radius: float, high: int) -> float:
    """The upper edge that a name would have on its own: its middle at the part's angle, wholly above or below at the poles."""
    sine = part.middle[1] / max(1.0, radius - AWAY)
    return sine * radius - high / 2 + sine * high / 2


def _moved(one: Named, chart: NativeChart, across: int, box: Box, ruler: Ruler) -> PointLabel:
    """A label that is moved from the middle of its part, where programs write it: of a ring, or half way out in a pie."""
    out = (1 + HOLE) / 2 if chart.kind == "doughnut" else 0.5
    x, y = (out * at for at in one.part.middle)
    return PointLabel(
        at=one.part.category,
        place="ctr" if chart.kind == "pie" else None,
        across=(one.x + one.width / 2 - x) / box.width,
        down=(one.y + ruler.high() / 2 - y) / box.height,
        color=one.style.color,
        bold=True,
    )
