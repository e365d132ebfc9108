"""Lines across the gap between two layers: each on a track of its own, those from or to the same box on one."""

from collections.abc import Sequence

from msgspec import Struct

SAME = 6_350
"""EMU: lines that are nearer than half a point are one, to the eye."""


class Upright(Struct, frozen=True):
    """A line across a gap, and where along it other lines meet it."""

    link: int
    key: tuple[str, int]
    """Lines with the same key share a track."""
    before: tuple[int, ...]
    """Places across the flow of lines that come to it from the layer before, or lead there."""
    after: tuple[int, ...]


class _Group(Struct):
    before: set[int]
    after: set[int]
    links: list[int]

    @property
    def low(self) -> int:
        return min(self.before | self.after)

    @property
    def high(self) -> int:
        return max(self.before | self.after)


def tracked(uprights: Sequence[Upright], clear: int) -> dict[int, int]:
    """For each arrow the track of its line, from 0; not there where it has none, as it runs straight on.

    Where a line would come in on a line that leads out, it stands after that one's, so that they don't look like one.
    """
    groups: dict[tuple[str, int], _Group] = {}
    for one in uprights:
        group = groups.setdefault(one.key, _Group(set(), set(), []))
        group.before.update(one.before)
        group.after.update(one.after)
        if len({*one.before, *one.after}) > 1:
            group.links.append(one.link)
    waiting = [group for group in groups.values() if group.links]
    found: dict[int, int] = {}
    placed: list[tuple[int, _Group]] = []
    while waiting:
        free = (one for one in waiting if not any(is_first(other, one) for other in waiting if other is not one))
        group = next(free, waiting[0])
        waiting.remove(group)
        track = max([-1, *(number for number, other in placed if is_first(other, group))]) + 1
        while any(number == track and _meet(group, other, clear) for number, other in placed):
            track += 1
        placed.append((track, group))
        found |= dict.fromkeys(group.links, track)
    return found


def is_first(one: _Group | Upright, other: _Group | Upright) -> bool:
    """Whether a line of the first leads on where one of the other comes in."""
    return any(abs(begin - end) < SAME for begin in one.before for end in other.after)


def _meet(one: _Group, other: _Group, clear: int) -> bool:
    return other.low < one.high + clear and one.low < other.high + clear
