"""What a chart says in words: its alt text, and the line with its source."""

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds.chart.tongues import COLUMNS, TONGUES
from deckmotor.compose.look import Look, filled_in, own_word
from deckmotor.model.text import Text, TextRun

if TYPE_CHECKING:  # Maps have only their source said.
    from deckmotor.compose.kinds.chart.numbers import Line, Numbers

ALL = 12
"""Numbers that are read out one by one; of more, the largest and smallest are named."""


EVERY = 1_000_000
"""More numbers than there are."""


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


@cache
def words(language: str) -> Words:
    """The words of a BCP 47 tag's language, or English where there are none."""
    tag = language.partition("-")[0].lower()
    rows = {row.partition("|")[0]: row.split("|")[1:] for row in TONGUES.splitlines()}
    row = rows.get({"no": "nb"}.get(tag, tag)) or rows["en"]
    of, source, largest, smallest, from_to, lit, missing = row[len(COLUMNS) :]
    return Words(
        kinds=dict(zip(COLUMNS, row, strict=False)),
        of=of,
        source=source,
        largest=largest,
        smallest=smallest,
        from_to=from_to,
        lit=lit,
        missing=missing,
    )


_OWN = ("of", "source", "largest", "smallest", "from_to", "missing")


def said(look: Look) -> Words:
    """The words of a slide's language, some of them as the deck says them."""
    usual, own = words(look.language), look.words
    if own is None:
        return usual
    kinds = {kind: own_word(kind, word, look) for kind, word in usual.kinds.items()}
    others = {name: own_word(name, getattr(usual, name), look) for name in _OWN}
    return replace(usual, kinds=kinds, lit=own_word("highlighted", usual.lit, look), **others)


def source_line(source: Text | None, look: Look) -> Text | None:
    """The source with its word before it, unless that is written already: `Källa: SCB 2024`."""
    if source is None:
        return None
    word = said(look).source
    if source.plain.lower().startswith(word.lower()):
        return source
    return replace(source, runs=(TextRun(text=f"{word}: "), *source.runs))


def alt_text(numbers: "Numbers", spoken: Words, most: int = ALL) -> str:
    """What a chart shows, for those who can't see it; all its numbers where there are `most` at most."""
    over = any(line.over for line in numbers.series)
    several = len(numbers.series) > 1
    kind = "both" if over else f"{numbers.kind}s" if several and numbers.kind == "line" else numbers.kind
    unit = f" ({numbers.unit})" if numbers.unit else ""
    parts = [_series(line, numbers, spoken, most, named=several) for line in numbers.series]
    lit = [*(numbers.names[at] for at in sorted(numbers.lit)), *(line.name for line in numbers.series if line.lit)]
    parts += [_capital(filled_in(spoken.lit, name=", ".join(lit)))] if lit else []
    return f"{spoken.kinds[kind]}{unit}: {'. '.join(parts)}."


def _series(line: "Line", numbers: "Numbers", spoken: Words, most: int, *, named: bool) -> str:
    known = [(name, value) for name, value in zip(numbers.names, line.values, strict=True) if value is not None]
    begin = f"{line.name}: " if named else ""
    if not known:
        return begin + spoken.missing
    write = numbers.format.text
    parts = []
    if len(line.values) * len(numbers.series) <= most:
        values = (spoken.missing if value is None else write(value) for value in line.values)
        parts.append(", ".join(f"{name} {value}" for name, value in zip(numbers.names, values, strict=True)))
    elif numbers.kind == "line" or line.over:
        first, last = known[0], known[-1]
        parts.append(filled_in(spoken.from_to, start=first[0], first=write(first[1]), end=last[0], last=write(last[1])))
    if len(known) > 1:
        top, least = max(known, key=lambda pair: pair[1]), min(known, key=lambda pair: pair[1])
        parts.append(filled_in(spoken.largest, name=top[0], value=write(top[1])))
        parts.append(filled_in(spoken.smallest, name=least[0], value=write(least[1])))
    return begin + "; ".join(parts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
