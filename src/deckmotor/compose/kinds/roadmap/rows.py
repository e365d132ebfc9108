"""Where the bars of a lane stand: each in the first row in which it and its words are clear of all others."""

from collections.abc import Sequence

from msgspec import Struct


class Bar(Struct, frozen=True):
    """A bar that is to be placed. EMU across the page."""

    begin: int
    end: int
    """What it takes, its words included where these stand beside it."""


def rows(bars: Sequence[Bar], gap: int) -> list[int]:
    """The row of each bar, from 0: earlier ones stand higher, where they have the choice."""
    ends: list[list[Bar]] = []
    found = [0] * len(bars)
    for at in sorted(range(len(bars)), key=lambda at: (bars[at].begin, at)):
        bar = bars[at]
        row = next((row for row, held in enumerate(ends) if all(_clear(bar, one, gap) for one in held)), len(ends))
        if row == len(ends):
            ends.append([])
        ends[row].append(bar)
        found[at] = row
    return found


def _clear(one: Bar, other: Bar, gap: int) -> bool:
    return one.begin >= other.end + gap or other.begin >= one.end + gap
