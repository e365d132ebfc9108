"""Pies and doughnuts: a circle, its parts in order from the top, and their names."""

from collections.abc import Sequence
from math import sqrt

from msgspec.structs import replace

from deckmotor.charts.chart import SEPARATOR, NativeChart, PointLabel
from deckmotor.charts.geometry import HOLE, Slice, slices
from deckmotor.compose.kinds.chart.colours import on
from deckmotor.compose.kinds.chart.head import AFTER_SIGN, SIGN, head
from deckmotor.compose.kinds.chart.laid import CLEAR, Label, Laid, Ruler, Swatch, have_room, share
from deckmotor.compose.kinds.chart.numbers import Numbers
from deckmotor.compose.kinds.chart.spread import spread
from deckmotor.style import Box
from deckmotor.units import points

AWAY = points(5)
"""From the circle to the names around it."""

LEAST = points(110)
"""How wide a circle is at least."""

MOVED = points(2)
"""Names that stand nearer to their own places than this are not moved."""

PITCH = 1.5
"""From one line of a doughnut's legend to the next, over the height of a line."""


def pie(chart: NativeChart, numbers: Numbers, box: Box, ruler: Ruler) -> Laid:
    """A pie with the name and value of each part beside it."""
    over = head(numbers, box, ruler, legend=False)
    texts = [f"{name}{SEPARATOR}{numbers.format.text(value or 0.0)}" for name, value in _parts(numbers)]
    side = ruler.widest(texts) + AWAY
    across = min(box.width - 2 * side, box.height - over.height - 2 * (ruler.high() + AWAY))
    room = box.height - over.height
    left = box.x + (side if box.width < 2 * side + 1.4 * across else max(side, round(0.18 * box.width)))
    area = Box(left, box.y + over.height + (room - across) // 2, max(1, across), max(1, across))
    chart = replace(
        chart,
        plot=share(area, box),
        title=over.title,
        title_place=over.title_place,
        series=(replace(chart.series[0], labelled=True),),
    )
    labels, own = _around(chart, area, texts, box, ruler)
    chart = replace(chart, series=(replace(chart.series[0], own=tuple(own)),))
    fits = across >= LEAST and have_room((*over.labels, *labels), box)
    return Laid(chart, box, (*over.labels, *labels), (), fits)


def _parts(numbers: Numbers) -> list[tuple[str, float | None]]:
    return list(zip(numbers.names, numbers.series[0].values, strict=True))


def _around(
    chart: NativeChart, area: Box, texts: Sequence[str], box: Box, ruler: Ruler
) -> tuple[list[Label], list[PointLabel]]:
    """The names around the circle, those of each side spread so that none lies over another."""
    cx, cy, radius = area.x + area.width / 2, area.y + area.height / 2, area.width / 2 + AWAY
    found = list(slices(chart, area))
    high = ruler.high()
    labels: list[Label] = []
    own: list[PointLabel] = []
    for right in (True, False):
        mine = [part for part in found if (part.middle[0] >= cx) == right]
        mine.sort(key=lambda part: part.middle[1])
        wanted = [_upper(part, cy, radius, high) for part in mine]
        for part, want, y in zip(mine, wanted, spread(wanted, high, (box.y, box.bottom)), strict=True):
            near = max(0.0, abs(y + high / 2 - cy) - high / 2)
            reach = sqrt(max(0.0, radius**2 - near**2))
            x = cx + reach if right else cx - reach
            label = ruler.label(texts[part.category], x, y, "left" if right else "right")
            labels.append(label)
            if abs(y - want) > MOVED:
                first = sqrt(max(0.0, radius**2 - max(0.0, abs(want + high / 2 - cy) - high / 2) ** 2))
                across = (reach - first) * (1 if right else -1)
                own.append(PointLabel(at=part.category, across=across / box.width, down=(y - want) / box.height))
    return labels, own


def _upper(part: Slice, cy: float, radius: float, high: int) -> float:
    """The upper edge that a name would have on its own: its middle at the part's angle, wholly above or below at the poles."""
    sine = (part.middle[1] - cy) / max(1.0, radius - AWAY)
    return cy + sine * radius - high / 2 + sine * high / 2


def doughnut(chart: NativeChart, numbers: Numbers, box: Box, ruler: Ruler) -> Laid:
    """A doughnut with the values in its ring, and the names beside it in its order."""
    over = head(numbers, box, ruler, legend=False)
    room = box.height - over.height
    entry = round((SIGN + AFTER_SIGN) * ruler.text.size) + ruler.widest(numbers.names) + ruler.text.size
    across = min(room, box.width - entry - ruler.text.size)
    area = Box(box.x, box.y + over.height, max(1, across), max(1, across))
    labels, swatches = _legend(numbers, area, ruler)
    own: list[PointLabel] = []
    values: list[Label] = []
    series = chart.series[0]
    for part in slices(replace(chart, plot=share(area, box)), area):
        label = _in_ring(part, area, numbers.format.text(part.value), ruler)
        own.append(PointLabel(at=part.category, value=label is not None, color=on(part.color, ruler.look)))
        values += [label] if label is not None else []
    top, bottom = labels[0].box.y, labels[-1].box.bottom
    legend = Box(area.right + ruler.text.size, top, entry - ruler.text.size // 2, bottom - top)
    chart = replace(
        chart,
        plot=share(area, box),
        legend=share(legend, box),
        title=over.title,
        title_place=over.title_place,
        series=(replace(series, labelled=True, own=tuple(own)),),
    )
    everything = (*over.labels, *labels, *values)
    return Laid(chart, box, everything, tuple(swatches), across >= LEAST and have_room(everything, box))


def _legend(numbers: Numbers, area: Box, ruler: Ruler) -> tuple[list[Label], list[Swatch]]:
    labels, swatches = [], []
    pitch = ruler.high() * PITCH
    top = area.y + (area.height - pitch * len(numbers.names)) / 2
    size = ruler.text.size
    x = area.right + size
    for at, name in enumerate(numbers.names):
        y = round(top + at * pitch)
        sign = round(SIGN * size)
        swatches.append(Swatch(at, Box(x, y + (ruler.high() - sign) // 2, sign, sign)))
        labels.append(ruler.label(name, x + (SIGN + AFTER_SIGN) * size, y))
    return labels, swatches


def _in_ring(part: Slice, area: Box, text: str, ruler: Ruler) -> Label | None:
    """A value in the middle of its part of the ring, where it has room there."""
    radius = area.width / 2
    thick, middle = radius * (1 - HOLE), radius * (1 + HOLE) / 2
    width, high = ruler.width(text), ruler.high()
    if width + 2 * CLEAR > thick * 1.15 or part.share * 6.283 * middle < high + width / 2:
        return None
    cx, cy = area.x + radius, area.y + radius
    angle_x, angle_y = (part.middle[0] - cx) / radius, (part.middle[1] - cy) / radius
    return ruler.label(
        text,
        cx + angle_x * middle,
        cy + angle_y * middle - high / 2,
        "center",
        replace(ruler.text, color=on(part.color, ruler.look)),
    )
