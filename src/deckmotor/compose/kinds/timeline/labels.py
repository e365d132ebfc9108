"""Where the labels of events stand above and below a line: each at its event, none over another, nor over another's stem."""

from collections.abc import Iterator, Sequence
from itertools import cycle, islice

from msgspec import Struct


class Label(Struct, frozen=True):
    """A label that is to be placed. Lengths are EMU across the page."""

    at: int
    """Where its event is."""
    width: int


class Placed(Struct, frozen=True):
    """Where a label stands."""

    x: int
    above: bool
    far: bool = False
    """Whether it stands beyond others of its side, and its stem goes past those."""


MOST_TRIED = 1_500
"""Places that are tried for the labels of a crowded line."""


def placed(labels: Sequence[Label], left: int, right: int, gap: int) -> list[Placed] | None:
    """The places of labels, in order, between two edges and with a gap between neighbours; None where they have none.

    A label begins at its event, or to the left of it, but never ends before it. Those above and below take turns, as far as
    that works. On a crowded line some stand further away.
    """
    turns = (list(islice(cycle(sides), len(labels))) for sides in ((True, False), (False, True)))
    for sides in turns:
        above = _lane([one for one, side in zip(labels, sides, strict=True) if side], left, right, gap)
        below = _lane([one for one, side in zip(labels, sides, strict=True) if not side], left, right, gap)
        if above is not None and below is not None:
            lanes = {True: iter(above), False: iter(below)}
            return [Placed(next(lanes[side]), side) for side in sides]
    return _Crowd(labels, left, right, gap).placed()


def _least(label: Label, left: int, right: int) -> int:
    """The leftmost place of a label."""
    return max(left, min(label.at - label.width, right - label.width))


def _best(label: Label, right: int) -> int:
    """The place where it begins at its event, or as near to that as the right edge allows."""
    return min(label.at, right - label.width)


def _lane(labels: Sequence[Label], left: int, right: int, gap: int) -> list[int] | None:
    """The places of labels in a row: first as far to the left as may be, then each as near to its best as the next one lets."""
    places: list[int] = []
    free = left
    for label in labels:
        x = max(_least(label, left, right), free)
        if x > _best(label, right):
            return None
        places.append(x)
        free = x + label.width + gap
    limit = right + gap
    for at in range(len(labels) - 1, -1, -1):
        places[at] = min(_best(labels[at], right), limit - gap - labels[at].width)
        limit = places[at]
    return places


class _Crowd:
    """Tries places near the line and far from it, on both sides, one label after the other."""

    def __init__(self, labels: Sequence[Label], left: int, right: int, gap: int) -> None:
        self.labels, self.left, self.right, self.gap = labels, left, right, gap
        self.tried = 0

    def placed(self, done: tuple[Placed, ...] = ()) -> list[Placed] | None:
        """The places of all labels after those that are placed."""
        if len(done) == len(self.labels):
            return list(done)
        for one in self._candidates(done):
            self.tried += 1
            if self.tried > MOST_TRIED:
                return None
            found = self.placed((*done, one)) if self._is_free(one, done) else None
            if found is not None:
                return found
        return None

    def _candidates(self, done: tuple[Placed, ...]) -> Iterator[Placed]:
        """Where the next label may stand, what is liked best first."""
        label = self.labels[len(done)]
        least, best = _least(label, self.left, self.right), _best(label, self.right)
        turn = not done[-1].above if done else True
        for far in (False, True):
            for x in dict.fromkeys((best, (best + least) // 2, least)):
                yield Placed(x, turn, far)
                yield Placed(x, not turn, far)

    def _is_free(self, one: Placed, done: tuple[Placed, ...]) -> bool:
        """Whether a label touches none of those that are placed, and no stem goes through a label."""
        label = self.labels[len(done)]
        for other, placed_ in zip(self.labels, done, strict=False):
            if placed_.above != one.above:
                continue
            if (
                placed_.far == one.far
                and one.x < placed_.x + other.width + self.gap
                and placed_.x < one.x + label.width + self.gap
            ):
                return False
            if placed_.far and not one.far and self._through(other.at, one.x, label.width):
                return False
            if one.far and not placed_.far and self._through(label.at, placed_.x, other.width):
                return False
        return True

    def _through(self, stem: int, x: int, width: int) -> bool:
        return x - self.gap < stem < x + width + self.gap
