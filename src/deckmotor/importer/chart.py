"""Charts: their kind, and the numbers that stand in the chart itself: those PowerPoint draws (ECMA-376 part 1, 21.2)."""

from typing import Any

from msgspec import Struct

from deckmotor.finished import Point, Series
from deckmotor.importer.names import q
from deckmotor.importer.text import as_read

MOST_POINTS = 10_000
"""Of one series: a chart with more says nothing to anybody."""


class ReadChart(Struct, frozen=True):
    """What a chart part says."""

    kind: str
    title: str
    series: tuple[Series, ...]


def read_chart(root: Any) -> ReadChart:
    """The kind, the title and the numbers of a chart (`c:chartSpace`)."""
    plots = [child for area in root.iter(q("c:plotArea")) for child in area if str(child.tag).endswith("Chart")]
    kinds = dict.fromkeys(str(plot.tag).rpartition("}")[2].removesuffix("Chart") for plot in plots)
    series = tuple(_series(element) for plot in plots for element in plot.iterchildren(q("c:ser")))
    title = root.find(f"{q('c:chart')}/{q('c:title')}")
    texts = () if title is None else title.iter(q("a:t"))
    return ReadChart("+".join(kinds), as_read("".join(one.text or "" for one in texts)), series)


def _series(element: Any) -> Series:
    name = _values(element.find(q("c:tx")))
    labels = _values(element.find(q("c:cat"))) or _values(element.find(q("c:xVal")))
    values = _values(element.find(q("c:val"))) or _values(element.find(q("c:yVal")))
    places = sorted({*labels, *values})[:MOST_POINTS]
    points = tuple(Point(labels.get(at, str(at + 1)), _number(values.get(at, ""))) for at in places)
    return Series(" ".join(name.values()), points)


def _values(holder: Any) -> dict[int, str]:
    """Cached values by their index, from a reference or written in place."""
    if holder is None:
        return {}
    found = {}
    for point in holder.iter(q("c:pt")):
        index = point.get("idx", "")
        if index.isdecimal():
            found[int(index)] = as_read(point.findtext(q("c:v")) or "")
    return found or ({0: as_read(written)} if (written := holder.findtext(q("c:v"))) else {})


def _number(text: str) -> str:
    """A number as people write it: `1.50` and `1.5` are the same; programs write `0.30000000000000004`."""
    try:
        return f"{float(text):.12g}"
    except ValueError:
        return text
