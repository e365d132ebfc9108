"""The series of a native chart in their colours: what is lit, what keeps quiet, what stays apart."""

from collections.abc import Iterator

from deckmotor.charts.chart import Series
from deckmotor.color import Color
from deckmotor.compose.kinds.chart.colours import alone, lit, on, quiet, several
from deckmotor.compose.kinds.chart.numbers import Numbers
from deckmotor.compose.look import Look


def series_of(numbers: Numbers, look: Look, *, stacked: bool) -> Iterator[Series]:
    """The series of a chart; parts of a stack have their values on them."""
    if numbers.kind in ("pie", "doughnut"):
        yield _parts(numbers, look)
        return
    if numbers.kind == "scatter":
        yield from _points(numbers, look)
        return
    count = len(numbers.series)
    lit_series = any(line.lit for line in numbers.series)
    tones = list(_tones(numbers, count, look))
    for line in numbers.series:
        # A line over bars is the stronger of them.
        fill = lit(look) if line.lit else tones.pop(0 if line.over or not any(one.over for one in numbers.series) else -1)
        points = tuple((at, lit(look)) for at in sorted(numbers.lit)) if not lit_series else ()
        yield Series(
            name=line.name,
            values=line.values,
            fill=fill,
            points=points,
            line=line.over,
            label_fill=on(fill, look) if stacked and not line.over else None,
        )


def _tones(numbers: Numbers, count: int, look: Look) -> tuple[Color, ...]:
    """The colours of all series that are not lit."""
    if numbers.kind == "slope":  # Each has its name and both its values, so that no colour is needed to tell them apart.
        return (quiet(look) if numbers.lights else (alone(look),)) * count
    if any(line.lit for line in numbers.series):
        return quiet(look, max(1, count - 1))
    return quiet(look) * count if numbers.lit else several(look, count)


def _parts(numbers: Numbers, look: Look) -> Series:
    """The one series of a pie, whose points have colours of their own."""
    (line,) = numbers.series
    count = len(numbers.names)
    tones = iter(quiet(look, max(1, count - len(numbers.lit))) if numbers.lit else several(look, count))
    colours = [lit(look) if at in numbers.lit else next(tones) for at in range(count)]
    return Series(name=line.name, values=line.values, fill=colours[0], points=tuple(enumerate(colours)))


def _points(numbers: Numbers, look: Look) -> Iterator[Series]:
    """A series for each point of a scatter chart, so that its name stands beside it."""
    across, up = (line.values for line in numbers.series)
    usual = quiet(look)[0] if numbers.lit else alone(look)
    known = tuple(value or 0.0 for value in across)
    for at, name in enumerate(numbers.names):
        values = tuple(value if number == at else None for number, value in enumerate(up))
        is_lit = at in numbers.lit
        yield Series(name=name, values=values, fill=lit(look) if is_lit else usual, labelled=is_lit, x=known)
