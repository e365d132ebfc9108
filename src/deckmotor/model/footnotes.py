"""Footnotes of a slide: each gets the number of its place in the order of the text that names it."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.messages import nearest
from deckmotor.model.deck import Slide
from deckmotor.model.reading import Reading
from deckmotor.model.text import Text, TextRun
from deckmotor.model.walk import parts_of

FIELDS = ("title", "subtitle", "blocks")
"""What of a slide may name footnotes."""


def numbered(slide: Slide, reading: Reading) -> Slide:
    """The slide with its footnotes in the order in which they are named, and numbers where they are."""
    known = {} if slide.footnotes is None else {note.name: note for note in slide.footnotes.items}
    numbers: dict[str, int] = {}
    for text in texts_of(slide):
        for name in names_in(text):
            if name in known:
                numbers.setdefault(name, len(numbers) + 1)
            else:
                hints = (
                    (f"write its name without signs: `{name}: …`",) if f"[^{name}]" in known else nearest(name, tuple(known))
                )
                reading.report("footnote-missing", text.place_of(f"[^{name}]"), hints, name=name)
    for name, note in known.items():
        if name not in numbers and not name.startswith("[^"):
            reading.report("footnote-unused", note.span, name=name)
    if slide.footnotes is None or not numbers:
        return replace(slide, footnotes=None)
    notes = replace(slide.footnotes, items=tuple([known[name] for name in numbers]))
    return replace(slide, footnotes=notes, **{field: _with(getattr(slide, field), numbers) for field in FIELDS})


def texts_of(slide: Slide) -> list[Text]:
    """The texts of a slide that may name footnotes, in order."""
    parts = (slide.title, slide.subtitle, *slide.blocks)
    return [text for part in parts if part is not None for text in parts_of(part) if isinstance(text, Text)]


def names_in(text: Text) -> list[str]:
    """The footnotes that a text names."""
    return [run.footnote for run in text.runs if run.footnote is not None]


def _with(part: Any, numbers: dict[str, int]) -> Any:
    """A part of the model with the numbers of footnotes; the same object where none is named."""
    if isinstance(part, Text):
        return replace(part, runs=_runs(part.runs, numbers)) if names_in(part) else part
    if isinstance(part, tuple):
        made = tuple(_with(one, numbers) for one in part)
        return part if all(one is old for one, old in zip(made, part, strict=True)) else made
    if isinstance(part, Struct):
        values = {name: getattr(part, name) for name in part.__struct_fields__ if name != "span"}
        changed = {name: new for name, value in values.items() if (new := _with(value, numbers)) is not value}
        return replace(part, **changed) if changed else part
    return part


def _runs(runs: tuple[TextRun, ...], numbers: dict[str, int]) -> tuple[TextRun, ...]:
    """The runs with their numbers; between two in a row stands a comma."""
    made: list[TextRun] = []
    for run in runs:
        if run.footnote is not None:
            follows = bool(made) and made[-1].footnote is not None
            run = replace(run, text=f"{',' if follows else ''}{numbers.get(run.footnote, run.text)}")
        made.append(run)
    return tuple(made)
