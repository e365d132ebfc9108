"""What is another on many slides alike, such as the footer that shows the deck's title: it is told once, of the deck."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from deckmotor.diff.told import Line, ToldSlide

LOOKS = ("footer", "section", "layout", "transition", "background", "size", "place")
"""What is told so; of what slides say each is told."""

MANY = 3
"""Slides; on fewer it is told on each."""


def throughout(slides: Sequence[ToldSlide]) -> tuple[tuple[Line, ...], tuple[ToldSlide, ...]]:
    """Lines of the deck, and the slides without these; those of which nothing is left to tell are left out."""
    found: dict[Line, list[int]] = defaultdict(list)
    for slide in slides:
        for line in slide.lines if slide.after is not None else ():
            if line.kind == "changed" and line.what in LOOKS:
                found[line].append(slide.after or 0)
    shared = {line: places for line, places in found.items() if len(places) >= MANY}
    lines = (replace(line, where=", ".join(filter(None, (line.where, _slides(places))))) for line, places in shared.items())
    return tuple(lines), tuple(_without(slides, shared))


def _without(slides: Sequence[ToldSlide], shared: dict[Line, list[int]]) -> Iterator[ToldSlide]:
    for slide in slides:
        left = tuple(line for line in slide.lines if line not in shared)
        if len(left) == len(slide.lines):
            yield slide
        elif left or slide.moved:
            yield replace(slide, lines=left, kind="changed" if left else "moved")


def _slides(places: Sequence[int]) -> str:
    """`slides 1–3, 7`."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] + 1 == place:
            runs[-1].append(place)
        else:
            runs.append([place])
    return "slides " + ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
