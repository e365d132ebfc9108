"""`highlight:`: a phrase that is picked out wherever it stands in a slide's content, across other marks too."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.clusters import begins_cluster
from deckmotor.model.deck import Slide
from deckmotor.model.text import Text, TextRun

AFTER_NAME = " ,.:;–-"
"""What may stand between a name and what is said of it."""


def highlighted(slide: Slide, phrase: str) -> Slide:
    """The slide with the phrase picked out in its title and blocks; the same object where it stands nowhere.

    Whole words only: Varberg, but not the second half of CampusVarberg, nor the letter below an accent. A blank of the phrase
    may be a line break.
    """
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    search = re.compile(rf"(?<!\w){words}(?!\w)")
    content = {name: _lit(getattr(slide, name), search) for name in ("title", "subtitle", "blocks")}
    return slide if all(value is getattr(slide, name) for name, value in content.items()) else replace(slide, **content)


def _lit(part: Any, search: re.Pattern[str]) -> Any:
    """A part of the model with the phrase picked out in all its texts."""
    if isinstance(part, Text):
        plain = part.plain
        found = (one.span() for one in search.finditer(plain))
        places = [place for place in found if all(begins_cluster(plain, at) for at in place)]
        if places and _is_name(part.runs[0], *places[0]):
            places = places[:1]
        return replace(part, runs=tuple(_cut(part.runs, places))) if places else part
    if isinstance(part, tuple):
        lit = tuple(_lit(one, search) for one in part)
        return part if all(one is old for one, old in zip(lit, part, strict=True)) else lit
    if isinstance(part, Struct):
        values = {name: getattr(part, name) for name in part.__struct_fields__ if name != "span"}
        changed = {name: new for name, value in values.items() if (new := _lit(value, search)) is not value}
        return replace(part, **changed) if changed else part
    return part


def _is_name(lead: TextRun, first: int, last: int) -> bool:
    """Whether a phrase is the bold name that a text begins with (`**Kalix,** Kalix UniverCity`): it is lit, that is enough."""
    return lead.bold and first == 0 and not lead.text[last:].strip(AFTER_NAME)


def _cut(runs: tuple[TextRun, ...], places: list[tuple[int, int]]) -> Iterator[TextRun]:
    """The runs, cut where a place begins or ends; those within one are lit."""
    at = number = 0
    for run in runs:
        end = at + len(run.text)
        start = at
        if run.key or run.formula is not None or run.footnote is not None:  # It is whole, or none.
            yield replace(run, lit=any(first <= at and end <= last for first, last in places))
            start = end
        while start < end:
            while number < len(places) and places[number][1] <= start:
                number += 1
            first, last = places[number] if number < len(places) else (end, end)
            lit = first <= start
            stop = min(last if lit else first, end)
            yield replace(run, text=run.text[start - at : stop - at], lit=lit)
            start = stop
        at = end
