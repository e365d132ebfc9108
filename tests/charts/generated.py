"""Charts as people might write them, at random."""

from random import Random

WORDS = ["Kalix", "Söderhamn", "Lindesberg", "Motala", "Vaggeryd", "Varberg", "Yrkeshögskola", "Komvux på distans", "Åre", "Ö"]
UNITS = ["", "unit: '%', ", "unit: mnkr, ", "unit: studerande, ", "unit: antal deltagare på alla orter, "]
KINDS = ["bars", "bars", "bars", "line", "line", "area", "pie", "doughnut", "scatter", "slope"]


def random_chart(random: Random) -> str:
    """A chart in YAML's flow style."""
    kind = random.choice(KINDS)
    parts = kind in ("pie", "doughnut")
    count = random.choice([1, 2, 3, 4, 6] if parts else [1, 2, 3, 4, 6, 9, 14, 20])
    width = 1 if parts else 2 if kind in ("scatter", "slope") else random.choice([1, 1, 1, 2, 3, 4])
    size = random.choice([1, 10, 1000, 1_000_000])
    low = 0 if parts or kind == "area" else random.choice([0, 0, 0, -size])
    missing = 0.04 if kind in ("bars", "line") else 0
    rows, names = [], _names(random, count)
    for name in names:
        values = [_value(random, low, size, missing) for _ in range(width)]
        rows.append(f"'{name}': {values[0]}" if width == 1 else f"'{name}': [{', '.join(values)}]")
    over = kind == "bars" and random.random() < 0.3
    points = ", ".join([f"'{name}': {_value(random, low, size, missing)}" for name in names])
    line = f", line: {{{points}}}" if over else ""
    width += over
    series = "" if width == 1 else f", series: [{', '.join(f'{random.choice(WORDS)} {at}' for at in range(width))}]"
    ways = ["", "", ", stacked: values", ", stacked: percent", ", stacked: values, direction: across", ", direction: across"]
    ways = ways[: 3 if low or over else 6] if kind == "bars" and width - over > 1 else [""]
    return f"{{{random.choice(UNITS)}{kind}: {{{', '.join(rows)}}}{line}{series}{random.choice(ways)}}}"


def _names(random: Random, count: int) -> list[str]:
    if random.random() < 0.5:
        return [str(2000 + at) for at in range(count)]
    return [f"{random.choice(WORDS)} {at}" for at in range(count)]


def _value(random: Random, low: float, size: float, missing: float) -> str:
    if random.random() < missing:
        return "–"
    value = random.uniform(low, size) + size / 100
    return f"{value:.{random.choice([0, 0, 1, 2])}f}"


def deck_of(charts: list[str], size: str) -> str:
    """A deck with a slide for each chart."""
    slides = "\n".join(f"  - title: Nummer {at}\n    chart: {chart}" for at, chart in enumerate(charts))
    return f"title: Diagram\nlanguage: sv\nsize: '{size}'\nslides:\n{slides}\n"
