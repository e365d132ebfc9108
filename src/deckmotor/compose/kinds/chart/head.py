"""What stands above a plot: what its numbers count, and the names of its series where they have no better place."""

from msgspec import Struct

from deckmotor.charts.chart import Plot
from deckmotor.compose.kinds.chart.laid import Label, Ruler, Swatch, share
from deckmotor.compose.kinds.chart.numbers import Numbers
from deckmotor.style import Box
from deckmotor.units import points

AIR = points(8)
"""Between the head and the plot."""

APART, ROWS = 1.8, 0.3
"""Between what the numbers count and the names beside it, over the size of their text; and above names that stand below."""

SIGN, AFTER_SIGN, BETWEEN = 0.6, 0.35, 1.1
"""Width of a legend's sign, what is free after it, and between two entries, over the size of its text."""

WIDE_SIGN = 1.5
"""Its width where a line is among bars: LibreOffice leaves out names for which its own wide signs leave no room."""


class Head(Struct, frozen=True):
    """The head of a chart."""

    height: int
    labels: tuple[Label, ...] = ()
    swatches: tuple[Swatch, ...] = ()
    title: str = ""
    title_place: Plot | None = None
    legend: Plot | None = None


def head(numbers: Numbers, box: Box, ruler: Ruler, *, legend: bool) -> Head:
    """The head in the width of a chart."""
    labels: list[Label] = []
    swatches: list[Swatch] = []
    title_place = legend_place = None
    line, size = ruler.high(ruler.small), ruler.small.size
    x, top, bottom = box.x, box.y, box.y
    if numbers.unit:
        said = ruler.label(numbers.unit, box.x, top, style=ruler.small)
        labels.append(said)
        title_place = share(said.box, box)
        x, bottom = said.box.right + round(APART * size), top + line
    if legend:
        row, swatches = _entries(numbers, x, top, ruler)
        if numbers.unit and row[-1].box.right > box.right:
            x, top = box.x, bottom + round(ROWS * size)
            row, swatches = _entries(numbers, x, top, ruler)
        labels += row
        legend_place = share(Box(x, top, row[-1].box.right - x, line), box)
        bottom = top + line
    height = bottom - box.y
    return Head(
        height=height + AIR if height else 0,
        labels=tuple(labels),
        swatches=tuple(swatches),
        title=numbers.unit,
        title_place=title_place,
        legend=legend_place,
    )


def _entries(numbers: Numbers, left: int, top: int, ruler: Ruler) -> tuple[list[Label], list[Swatch]]:
    labels: list[Label] = []
    swatches: list[Swatch] = []
    size = ruler.small.size
    high = round(SIGN * size)
    wide = round(WIDE_SIGN * size) if any(line.over for line in numbers.series) else high
    x = float(left)
    for at, line in enumerate(numbers.series):
        swatches.append(Swatch(at, Box(round(x), top + (ruler.high(ruler.small) - high) // 2, wide, high)))
        label = ruler.label(line.name, x + wide + AFTER_SIGN * size, top, style=ruler.small)
        labels.append(label)
        x = label.box.right + BETWEEN * size
    return labels, swatches
