"""What a chart says in words: its alt text, and the line with its source."""

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.charts.chart import NativeChart
from deckmotor.compose.kinds.chart.numbers import Line, Numbers
from deckmotor.model.text import Text, TextRun

ALL = 12
"""Numbers that are read out one by one; of more, the largest and smallest are named."""


class Words(Struct, frozen=True, kw_only=True):
    """The words of one language."""

    kinds: dict[str, str]
    of: str
    """Between a part and its whole: `4 of 6`."""
    source: str
    largest: str
    """`{name}` and `{value}` of the largest number."""
    smallest: str
    from_to: str
    """`{first}`, `{start}`, `{last}`, `{end}` of a line."""
    lit: str
    missing: str


WORDS: dict[str, Words] = {
    "sv": Words(
        kinds={
            "bars": "Staplar",
            "line": "Linje",
            "lines": "Linjer",
            "both": "Staplar och linje",
            "area": "Ytor",
            "pie": "Cirkel",
            "doughnut": "Ring",
            "scatter": "Punkter",
            "slope": "Lutning",
        },
        of="av",
        source="Källa",
        largest="störst är {name}, {value}",
        smallest="minst är {name}, {value}",
        from_to="från {start} ({first}) till {end} ({last})",
        lit="framhävt: {name}",
        missing="saknas",
    ),
    "en": Words(
        kinds={
            "bars": "Bars",
            "line": "Line",
            "lines": "Lines",
            "both": "Bars and line",
            "area": "Areas",
            "pie": "Pie",
            "doughnut": "Doughnut",
            "scatter": "Points",
            "slope": "Slope",
        },
        of="of",
        source="Source",
        largest="largest is {name}, {value}",
        smallest="smallest is {name}, {value}",
        from_to="from {start} ({first}) to {end} ({last})",
        lit="highlighted: {name}",
        missing="missing",
    ),
    "nb": Words(
        kinds={
            "bars": "Stolper",
            "line": "Linje",
            "lines": "Linjer",
            "both": "Stolper og linje",
            "area": "Flater",
            "pie": "Sirkel",
            "doughnut": "Ring",
            "scatter": "Punkter",
            "slope": "Stigning",
        },
        of="av",
        source="Kilde",
        largest="størst er {name}, {value}",
        smallest="minst er {name}, {value}",
        from_to="fra {start} ({first}) til {end} ({last})",
        lit="framhevet: {name}",
        missing="mangler",
    ),
    "da": Words(
        kinds={
            "bars": "Søjler",
            "line": "Linje",
            "lines": "Linjer",
            "both": "Søjler og linje",
            "area": "Flader",
            "pie": "Cirkel",
            "doughnut": "Ring",
            "scatter": "Punkter",
            "slope": "Hældning",
        },
        of="af",
        source="Kilde",
        largest="størst er {name}, {value}",
        smallest="mindst er {name}, {value}",
        from_to="fra {start} ({first}) til {end} ({last})",
        lit="fremhævet: {name}",
        missing="mangler",
    ),
    "fi": Words(
        kinds={
            "bars": "Pylväät",
            "line": "Viiva",
            "lines": "Viivat",
            "both": "Pylväät ja viiva",
            "area": "Alueet",
            "pie": "Piirakka",
            "doughnut": "Rengas",
            "scatter": "Pisteet",
            "slope": "Muutos",
        },
        of="/",
        source="Lähde",
        largest="suurin on {name}, {value}",
        smallest="pienin on {name}, {value}",
        from_to="alussa {start} ({first}), lopussa {end} ({last})",
        lit="korostettu: {name}",
        missing="puuttuu",
    ),
    "de": Words(
        kinds={
            "bars": "Balken",
            "line": "Linie",
            "lines": "Linien",
            "both": "Balken und Linie",
            "area": "Flächen",
            "pie": "Kreis",
            "doughnut": "Ring",
            "scatter": "Punkte",
            "slope": "Steigung",
        },
        of="von",
        source="Quelle",
        largest="am größten ist {name}, {value}",
        smallest="am kleinsten ist {name}, {value}",
        from_to="von {start} ({first}) bis {end} ({last})",
        lit="hervorgehoben: {name}",
        missing="fehlt",
    ),
}
WORDS |= {"no": WORDS["nb"], "nn": WORDS["nb"]}


def words(language: str) -> Words:
    """The words of a BCP 47 tag's language, or English where there are none."""
    return WORDS.get(language.partition("-")[0].lower(), WORDS["en"])


def source_line(source: Text | None, language: str) -> Text | None:
    """The source with its word before it, unless that is written already: `Källa: SCB 2024`."""
    if source is None:
        return None
    word = words(language).source
    if source.plain.lower().startswith(word.lower()):
        return source
    return replace(source, runs=(TextRun(text=f"{word}: "), *source.runs))


def alt_text(chart: NativeChart, numbers: Numbers, language: str) -> str:
    """What a chart shows, for those who can't see it."""
    said = words(language)
    over = any(line.over for line in numbers.series)
    several = len(numbers.series) > 1
    kind = "both" if over else f"{numbers.kind}s" if several and numbers.kind == "line" else numbers.kind
    unit = f" ({numbers.unit})" if numbers.unit else ""
    parts = [_series(line, numbers, said, named=several) for line in numbers.series]
    lit = [*(numbers.names[at] for at in sorted(numbers.lit)), *(line.name for line in numbers.series if line.lit)]
    parts += [_capital(said.lit.format(name=", ".join(lit)))] if lit else []
    return f"{said.kinds[kind]}{unit}: {'. '.join(parts)}."


def _series(line: Line, numbers: Numbers, said: Words, *, named: bool) -> str:
    known = [(name, value) for name, value in zip(numbers.names, line.values, strict=True) if value is not None]
    begin = f"{line.name}: " if named else ""
    if not known:
        return begin + said.missing
    write = numbers.format.text
    parts = []
    if len(line.values) * len(numbers.series) <= ALL:
        values = (said.missing if value is None else write(value) for value in line.values)
        parts.append(", ".join(f"{name} {value}" for name, value in zip(numbers.names, values, strict=True)))
    elif numbers.kind == "line" or line.over:
        first, last = known[0], known[-1]
        parts.append(said.from_to.format(start=first[0], first=write(first[1]), end=last[0], last=write(last[1])))
    if len(known) > 1:
        most, least = max(known, key=lambda pair: pair[1]), min(known, key=lambda pair: pair[1])
        parts.append(said.largest.format(name=most[0], value=write(most[1])))
        parts.append(said.smallest.format(name=least[0], value=write(least[1])))
    return begin + "; ".join(parts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
