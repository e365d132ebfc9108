"""What is gone in one place and new in another: points that went into a list from two columns, or on to the next slide.

The changes themselves go box by box, so that they make the new deck of the old one. A person reads what became of a sentence.
"""

from collections.abc import Hashable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.diff.likeness import likeness, pieces
from deckmotor.diff.told import Line

SENTENCES = ("item", "text")
ALIKE = 0.6
"""As alike as two texts of one slide have to be that are one text, changed."""
MOST_COMPARED = 10_000
"""Pairs of texts of a slide; where there are more, nobody reads what became of each."""
SHORTEST = 12
"""Characters of a text that is looked for on other slides: `Yes` stands on many."""

At = tuple[int, int]
"""A slide's place, and that of a line in it."""


class _Found(Struct):
    """What is gone and what is new, by where its line is."""

    gone: dict[At, Line]
    new: dict[At, Line]

    def pairs(self) -> list[tuple[At, At]]:
        """The first, second … of a text that is gone with the first, second … of it that is new."""
        places: dict[Hashable, list[At]] = {}
        for at, line in self.new.items():
            places.setdefault(_text(line.new), []).append(at)
        found = [(at, places[text].pop(0)) for at, line in self.gone.items() if places.get(text := _text(line.old))]
        self.drop(found)
        return found

    def alike(self) -> list[tuple[At, At]]:
        """Those that are alike, the most alike first."""
        if len(self.gone) * len(self.new) > MOST_COMPARED:
            return []
        cut = {at: pieces(line.old or line.new) for at, line in (*self.gone.items(), *self.new.items())}
        scores = sorted((-likeness(cut[one], cut[other]), one, other) for one in self.gone for other in self.new)
        found: dict[At, At] = {}
        for score, one, other in scores:
            if score > -ALIKE:
                break
            if one not in found and other not in found.values():
                found[one] = other
        self.drop([*found.items()])
        return [*found.items()]

    def drop(self, pairs: list[tuple[At, At]]) -> None:
        """Look for these no longer."""
        for one, other in pairs:
            del self.gone[one], self.new[other]


def within(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a slide, with those that went from one of its boxes to another told once."""
    found = _found([lines], 1)
    told = dict(enumerate(lines))
    for (_, gone), (_, new) in found.pairs():
        told[new] = replace(lines[new], kind="moved", where=_before(lines[gone], lines[new]))
        del told[gone]
    for (_, gone), (_, new) in found.alike():
        told[new] = replace(lines[new], kind="changed", old=lines[gone].old, where="moved")
        del told[gone]
    return tuple(told.values())


def between(
    slides: Sequence[Sequence[Line]], before: Sequence[int | None], after: Sequence[int | None]
) -> list[tuple[Line, ...]]:
    """The lines of all slides; of what went from one slide to another it says which. `before` and `after` are their numbers."""
    found = _found(slides, SHORTEST)
    told = [list(lines) for lines in slides]
    for (old, gone), (new, at) in found.pairs():
        to = f"now on slide {after[new]}" if after[new] is not None else ""
        told[old][gone] = replace(told[old][gone], where=to)
        told[new][at] = replace(told[new][at], where=f"from slide {before[old]}")
    return [tuple(lines) for lines in told]


def _found(slides: Sequence[Sequence[Line]], shortest: int) -> _Found:
    """The sentences of slides that are gone, and those that are new."""
    found = _Found({}, {})
    for number, lines in enumerate(slides):
        for at, line in enumerate(lines):
            if line.what in SENTENCES and len(line.old or line.new) >= shortest and line.kind in ("gone", "new"):
                (found.gone if line.kind == "gone" else found.new)[number, at] = line
    return found


def _text(line: str) -> str:
    return " ".join(line.split())


def _before(gone: Line, new: Line) -> str:
    return f"{gone.what} before" if gone.what != new.what else ""
