"""Places below each other, each as near as can be to where it is wanted, and none over another."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], high: int, limits: tuple[float, float]) -> list[float]:
    """Places of equal height from the top down, each as near as can be to where it is wanted and clear of the others."""
    groups: list[tuple[float, int]] = []
    """The upper edge of a row of touching places, and how many it has."""
    members: list[list[float]] = []
    for want in wanted:
        groups.append((want, 1))
        members.append([want])
        while len(groups) > 1 and groups[-2][0] + groups[-2][1] * high > groups[-1][0]:
            groups.pop()
            last = members.pop()
            members[-1] += last
            count = len(members[-1])
            middle = sum(one - at * high for at, one in enumerate(members[-1])) / count
            groups[-1] = (middle, count)
    places = [top + at * high for top, count in groups for at in range(count)]
    least, most = limits
    if places and (over := places[-1] + high - most) > 0:
        places = [place - over for place in places] if len(groups) == 1 else _pushed(places, high, most)
    return [max(place, least + at * high) for at, place in enumerate(places)]


def _pushed(places: list[float], high: int, most: float) -> list[float]:
    """The places moved up, from the last on, so that none ends below."""
    pushed = list(places)
    limit = most
    for at in range(len(pushed) - 1, -1, -1):
        pushed[at] = min(pushed[at], limit - high)
        limit = pushed[at]
    return pushed
