"""What a slide shows of numbers: charts, facts, maps. Docstrings here are the help that people read (see `blocks`)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.data import Data, Loaded, Outlines, Places
from deckmotor.model.showing import ONLY_KEYS, OwnBuild
from deckmotor.model.text import Name, Text
from deckmotor.span import Span

Describe = Annotated[
    Literal["notes"] | None,
    Help(description="`notes`: all that it shows is written out in the notes, for those who can't see it."),
]
"""Where a long description goes."""


class Chart(Struct, frozen=True, kw_only=True, tag="chart"):
    """Numbers as a native chart: one of the kinds below, each with names and their numbers, or `bars` and `line` together."""

    checked_by: ClassVar[str] = "chart_rules.chart_rule"

    bars: Annotated[Data | None, Help(description="A bar for each name: upright, or lying where the names are long.")] = None
    line: Annotated[Data | None, Help(description="A line through the numbers; beside `bars`, it lies over them.")] = None
    area: Annotated[Data | None, Help(description="Areas on top of each other, over time.")] = None
    pie: Annotated[Data | None, Help(description="Parts of a whole, six at most.")] = None
    doughnut: Annotated[Data | None, Help(description="The same around a hole.")] = None
    scatter: Annotated[
        Data | None, Help(description="A point for each name, at two numbers: how far right, and how far up.")
    ] = None
    slope: Annotated[Data | None, Help(description="A line for each name between two numbers: before and after.")] = None
    file: Annotated[
        Name | None,
        Help(description="A file of numbers (CSV, XLSX) that names its columns; `bars:` or another kind says which has names."),
    ] = None
    sheet: Annotated[str | None, Help(description="The sheet of a workbook; the first that is not hidden if left out.")] = None
    range: Annotated[str | None, Help(description="The cells of the sheet: `A3:F30`.")] = None
    values: Annotated[
        tuple[str, ...],
        Help(
            description="The columns of the file that hold the numbers; all others if left out.",
            extra={"noun": "column", "alone": True},
        ),
    ] = ()
    where: Annotated[
        Loaded | None,
        Help(
            description="The rows of the file that are shown: `{kommun: Kalix}`, or a condition: `antal > 100`.",
            extra={"loaded": "where"},
        ),
    ] = None
    series: Annotated[
        tuple[Text, ...],
        Help(
            description="What the numbers of each name are, where it has several and they are not named beside it.",
            extra={"noun": "name"},
        ),
    ] = ()
    stacked: Annotated[
        Literal["values", "percent"] | None,
        Help(description="The bars of a name on top of each other; `percent` shows them as shares of their sum."),
    ] = None
    direction: Annotated[
        Literal["up", "across"] | None, Help(description="Which way bars go; by the length of their names if left out.")
    ] = None
    sort: Annotated[
        Literal["up", "down", "none"] | None,
        Help(description="The order of the names; left out, the largest is first, unless they have an order: years, months."),
    ] = None
    highlight: Annotated[str | None, Help(description="The name, or the series, that is lit.")] = None
    unit: Annotated[str | None, Help(description="What the numbers count: `%`, `mnkr`, `studerande`.", max_length=60)] = None
    decimals: Annotated[int | None, Help(description="Decimals that numbers are shown with.", ge=0, le=6)] = None
    source: Annotated[Text | None, Help(description="Where the numbers come from: a line below the chart.")] = None
    alt: Annotated[
        str | None, Help(description="What the chart says, for those who can't see it; made from its numbers if left out.")
    ] = None
    describe: Describe = None
    build: OwnBuild = None
    span: Span

    @property
    def drawn(self) -> tuple[tuple[str, Data], ...]:
        """What is drawn, by the key it is written with, in the order of the fields."""
        return tuple((key, data) for key in CHART_KINDS if (data := getattr(self, key)) is not None)

    @property
    def named(self) -> tuple[tuple[Text, ...], ...]:
        """The names of the series of each of these: those beside its numbers, or the next of `series`."""
        rest = list(self.series)
        return tuple(data.series or tuple(rest.pop(0) for _ in range(min(data.width, len(rest)))) for _, data in self.drawn)


CHART_KINDS = ("bars", "line", "area", "pie", "doughnut", "scatter", "slope")
"""The keys of a chart that hold its numbers."""


class Figure(Struct, frozen=True, kw_only=True):
    """A number that is shown large, and what it says."""

    short: ClassVar[str] = "value"
    noun: ClassVar[str] = "fact"
    checked_by: ClassVar[str] = "rules.figure_rule"
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS

    value: Annotated[Text, Help(description="The number, shown as typed.")]
    unit: Annotated[str | None, Help(description="What it counts, smaller beside it: `%`, `mnkr`.", max_length=20)] = None
    label: Annotated[Text | None, Help(description="A few words on what it is.")] = None
    text: Annotated[Text | None, Help(description="A sentence on what that means.")] = None
    of: Annotated[
        float | None, Help(description="The whole that it is a part of; the share is drawn.", ge=0, le=999_999_999)
    ] = None
    source: Annotated[Text | None, Help(description="Where the number comes from.")] = None
    span: Span


class Fact(Struct, frozen=True, kw_only=True, tag="fact"):
    """One to four numbers, shown large."""

    short: ClassVar[str] = "items"

    items: Annotated[
        tuple[Figure, ...], Help(description="The numbers.", min_length=1, max_length=4, extra={"noun": "fact", "alone": True})
    ]
    source: Annotated[Text | None, Help(description="Where all of them come from.")] = None
    build: OwnBuild = None
    span: Span


class Map(Struct, frozen=True, kw_only=True, tag="map"):
    """Sweden, or areas of one's own: places as dots with their names, numbers of areas as tones."""

    checked_by: ClassVar[str] = "places.map_rule"

    areas: Annotated[
        Outlines | None,
        Help(
            description="`nordic`, or a file of GeoJSON with areas of your own: `{file: regioner.geojson, name: namn}`, "
            "with the property that is their name. Sweden if left out."
        ),
    ] = None
    places: Annotated[
        Places | None,
        Help(
            description="Municipalities (`[Kalix, Motala]`), or places with their positions (`{Storforsen: [65.85, 20.40]}`)."
        ),
    ] = None
    values: Annotated[
        Data | None, Help(description="A number for each county, or for each municipality: the higher, the stronger its tone.")
    ] = None
    limits: Annotated[
        tuple[float, ...],
        Help(
            description="Where a stronger tone begins; if left out, each of four tones has as many areas.",
            max_length=4,
            extra={"noun": "number"},
        ),
    ] = ()
    highlight: Annotated[str | None, Help(description="The place, county or municipality that is lit, by name or code.")] = None
    zoom: Annotated[
        str | None,
        Help(
            description="Only a county, by name or code, with its municipalities; or `places`: the counties of those. Left "
            "out, it is the counties of municipalities with numbers, where these are small; `none` is all of Sweden."
        ),
    ] = None
    unit: Annotated[str | None, Help(description="What the numbers count: `%`, `kr`, `studerande`.", max_length=60)] = None
    source: Annotated[Text | None, Help(description="Where it comes from: a line below the map.")] = None
    alt: Annotated[
        str | None, Help(description="What the map says, for those who can't see it; made from what it shows if left out.")
    ] = None
    describe: Describe = None
    build: OwnBuild = None
    span: Span
