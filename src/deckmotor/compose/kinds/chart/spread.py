"""Places below or beside each other, each as near as can be to where it is wanted, and none over another."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], sizes: Sequence[int], limits: tuple[float, float]) -> list[float]:
    """The beginnings of places of some sizes, in their order, each as near as can be to where it is wanted."""
    groups: list[tuple[float, int]] = []
    """Where a row of touching places begins, and how long it is."""
    members: list[list[tuple[float, int]]] = []
    """What is wanted of each of them, and its size."""
    for want, size in zip(wanted, sizes, strict=True):
        groups.append((want, size))
        members.append([(want, size)])
        while len(groups) > 1 and groups[-2][0] + groups[-2][1] > groups[-1][0]:
            groups.pop()
            last = members.pop()
            members[-1] += last
            groups[-1] = _together(members[-1])
    places = [place for (begin, _), row in zip(groups, members, strict=True) for place in _row(begin, row)]
    return _within(places, sizes, limits)


def _together(row: Sequence[tuple[float, int]]) -> tuple[float, int]:
    """Where a row begins that is nearest to all that is wanted, and its length."""
    ahead = [want - before for (want, _), before in zip(row, _row(0.0, row), strict=True)]
    return sum(ahead) / len(row), sum(size for _, size in row)


def _row(begin: float, row: Sequence[tuple[float, int]]) -> list[float]:
    places = []
    for _, size in row:
        places.append(begin)
        begin += size
    return places


def _within(places: Sequence[float], sizes: Sequence[int], limits: tuple[float, float]) -> list[float]:
    """The places moved back, from the last on, so that none ends too late; then on, so that none begins too early."""
    least, most = limits
    moved = list(places)
    for at in range(len(moved) - 1, -1, -1):
        moved[at] = min(moved[at], most - sizes[at])
        most = moved[at]
    for at, size in enumerate(sizes):
        moved[at] = max(moved[at], least)
        least = moved[at] + size
    return moved
