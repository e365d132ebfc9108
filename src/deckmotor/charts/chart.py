"""A chart with all that is resolved of it: data, colours, labels, and where its parts stand."""

from typing import Literal

from msgspec import Struct

from deckmotor.charts.axis import Axis
from deckmotor.color import Color
from deckmotor.style import Line, TextStyle

Kind = Literal["bars", "columns", "line", "area", "pie", "doughnut", "scatter"]
Grouping = Literal["clustered", "stacked", "percentStacked"]

SEPARATOR = "  "
"""Between a name and its value in one label."""

MARKER_SIZE = 9
"""Points across the mark of a point."""


class PointLabel(Struct, frozen=True, kw_only=True):
    """The label of one point."""

    at: int
    value: bool = True
    name: bool = False
    """Whether it names its series. A label with neither is not shown."""
    place: str | None = None
    """Where it stands, as `c:dLblPos` says it; where those of the others do if None."""
    across: float = 0.0
    """How far it is moved from there to be clear of others, as a share of the chart's width."""
    down: float = 0.0
    """The same as a share of the chart's height."""
    color: Color | None = None
    """Its own colour, where it has one."""
    bold: bool = False
    above: bool = False
    """Whether the name stands on a line of its own above the value."""


class Series(Struct, frozen=True, kw_only=True):
    """Values under a name."""

    name: str
    values: tuple[float | None, ...]
    """One for each category; None for a value that is missing."""
    fill: Color
    points: tuple[tuple[int, Color], ...] = ()
    """Points in a colour of their own, by their place: the one that is lit, the slices of a pie."""
    labelled: bool = False
    """Whether each value is written beside its bar or point."""
    label_fill: Color | None = None
    """Colour of these labels; the chart's own if None."""
    own: tuple["PointLabel", ...] = ()
    """Labels of single points, by their place, where they are not like those of the others."""
    line: bool = False
    """A line over the columns of the other series, on the same axis."""
    x: tuple[float, ...] = ()
    """Where the points of a scatter chart stand."""


class Plot(Struct, frozen=True, kw_only=True):
    """The inner plot area, as shares of the chart's box: between the axes, without their labels."""

    x: float
    y: float
    width: float
    height: float


class NativeChart(Struct, frozen=True, kw_only=True):
    """A chart with everything decided."""

    kind: Kind
    grouping: Grouping = "clustered"
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis: Axis | None = None
    """The value axis; None for pies."""
    x_axis: Axis | None = None
    """The axis below a scatter chart."""
    plot: Plot
    text: TextStyle
    """Labels of axes and values."""
    grid: Line | None = None
    """The lines at the marks of the value axis; without them its labels are not shown either."""
    base: Line | None = None
    """The line that bars stand on."""
    edge: Line | None = None
    """The line around parts that touch: those of a stack, of an area, of a pie."""
    gap: int = 60
    """Space between the bars of two categories, in percent of a bar."""
    format: str = "General"
    """Number format of the values, as Excel writes it."""
    axis_format: str = ""
    """That of the value axis, where it is another one: shares."""
    small: TextStyle | None = None
    """Labels of the value axis, the title and the legend; like all others if None."""
    title: str = ""
    """What the numbers count: a small line above the plot."""
    title_place: Plot | None = None
    x_title: str = ""
    """What the axis below a scatter chart shows."""
    x_title_place: Plot | None = None
    legend: Plot | None = None
    """Where the legend stands, for series that have no room for their names."""
    edges: bool = False
    """Whether lines begin and end at the edges of the plot; else in the middle of their names' slots."""
    every: int = 1
    """Only every so many names are shown, where there are too many."""
    markers: bool = True
    """Whether the points of a line are marked."""
    stroke: int = 28_575
    """Width of the lines of line and scatter charts, EMU."""
    language: str = "en-US"
