"""What a chart is made of once it stands: the native chart, its labels with their places, and whether they have room.

Labels stand where PowerPoint and LibreOffice put them; how far from what they belong to was measured in LibreOffice.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from msgspec import Struct

from deckmotor.charts.chart import NativeChart, Plot
from deckmotor.compose.look import Look
from deckmotor.style import Box, TextStyle
from deckmotor.units import points

LINE = 1.2
"""Height of a line of text over its size."""

ASCENDS, DESCENDS, STANDS = 0.2, 1.18, 1.0
"""Where the tallest letters of a line begin, the deepest end, and figures stand, below its upper edge, over its size."""

FIGURES = frozenset("0123456789%+−–-\u00a0\u202f ")
"""Characters that reach no deeper than the line that they stand on."""

BELOW_AXIS, BESIDE_AXIS, BESIDE_SCALE = points(6.3), points(7.1), points(3.3)
"""From the axis to the names below it, to those left of it, and to the numbers of the value axis."""

ABOVE_BAR, BESIDE_BAR, BESIDE_POINT = points(3.85), points(2.8), points(6)
"""From the end of a bar, or from a point, to its value."""

SPARE = points(4)
"""Kept free between names or numbers of an axis and the edge of the chart: LibreOffice moves the plot where they touch it."""

CLEAR = points(2)
"""What is left free between two labels at least: programs differ by as much in where they put them."""


class Label(Struct, frozen=True):
    """A line of text, and where it stands."""

    text: str
    box: Box
    """As wide as the text, and as high as its line."""
    style: TextStyle

    def overlaps(self, other: "Label") -> bool:
        """Whether it comes too near to another label."""
        one, two = self.box, other.box
        across = one.x < two.right + CLEAR and two.x < one.right + CLEAR
        return across and self._top < other._bottom and other._top < self._bottom

    @property
    def _top(self) -> float:
        return self.box.y + ASCENDS * self.style.size

    @property
    def _bottom(self) -> float:
        deepest = STANDS if FIGURES.issuperset(self.text) else DESCENDS
        return self.box.y + deepest * self.style.size


class Swatch(Struct, frozen=True):
    """The sign of a series, or of a part, in a legend."""

    at: int
    """Which of them it is."""
    box: Box


FEW_NAMES = 7
"""So many bars or points all have their names, if need be smaller: with more, names in between may be left out."""


class Laid(Struct, frozen=True):
    """A chart in its place."""

    chart: NativeChart
    box: Box
    labels: tuple[Label, ...]
    swatches: tuple[Swatch, ...]
    fits: bool
    tight: bool = False
    """Whether it would be better with smaller labels."""

    @property
    def whole(self) -> bool:
        """Whether no value is left out, no name of the few that there are, and it is not tight."""
        return (
            self.named
            and not self.tight
            and all(label.value or label.name for series in self.chart.series for label in series.own)
        )

    @property
    def named(self) -> bool:
        """Whether no name is left out of the few that there are."""
        return self.chart.every == 1 or len(self.chart.categories) > FEW_NAMES


class Ruler(Struct, frozen=True):
    """Measures labels. Lengths are EMU."""

    look: Look
    text: TextStyle
    """Names and values."""
    small: TextStyle
    """The value axis, the legend and what the numbers count."""

    def width(self, text: str, style: TextStyle | None = None) -> int:
        """Width of a label."""
        return self.look.fonts.width(text, style or self.text)

    def widest(self, texts: Iterable[str], style: TextStyle | None = None) -> int:
        """Width of the widest of some labels."""
        return max((self.width(text, style) for text in texts), default=0)

    def high(self, style: TextStyle | None = None) -> int:
        """Height of a label."""
        return round((style or self.text).size * LINE)

    def label(self, text: str, x: float, y: float, align: str = "left", style: TextStyle | None = None) -> Label:
        """A label whose left end, middle or right end stands at `x`, its upper edge at `y`."""
        style = style or self.text
        width = self.width(text, style)
        left = x - {"left": 0.0, "center": width / 2, "right": float(width)}[align]
        return Label(text, Box(round(left), round(y), width, self.high(style)), style)


def have_room(labels: Sequence[Label], box: Box) -> bool:
    """Whether labels keep clear of each other, and within the chart."""
    inside = all(
        box.x - CLEAR <= label.box.x
        and label.box.right <= box.right + CLEAR
        and box.y - CLEAR <= label.box.y
        and label.box.bottom <= box.bottom + CLEAR
        for label in labels
    )
    return inside and not any(one.overlaps(two) for one, two in combinations(labels, 2))


def share(part: Box, box: Box) -> Plot:
    """A part of the chart as shares of all of it."""
    return Plot(
        x=(part.x - box.x) / box.width,
        y=(part.y - box.y) / box.height,
        width=part.width / box.width,
        height=part.height / box.height,
    )
