"""The name that was probably meant: of few all are compared, of many those that share most pairs of letters with it."""

from collections import defaultdict
from functools import lru_cache

LONGEST_COMPARED = 60
"""Characters: what is longer is no slip of the pen."""

MOST_COMPARED = 1_000
"""As many names are looked at."""

FEW, NOT_MANY = 40, 100
"""So many are compared one by one; and so many where none of those that share most pairs is near."""

TELLING = 8
"""A pair that more than an eighth of the names have tells nothing of which is meant."""

MOST_ALIKE = 6
"""As many of those with the most pairs in common are compared."""


def closest(word: str, known: tuple[str, ...]) -> str | None:
    """The name that is nearest to a word, if one is near."""
    import difflib  # Only on the way of an error: 4 ms of start-up.

    if len(word) > LONGEST_COMPARED:
        return None
    for near in (known,) if len(known) <= FEW else (_alike(word, known[:MOST_COMPARED]), known[:NOT_MANY]):
        short = tuple(name for name in near if len(name) <= LONGEST_COMPARED)
        found = difflib.get_close_matches(word, short, n=1, cutoff=0.6)
        if found or len(known) > NOT_MANY:
            break
    return next(iter(found), None)


def _alike(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The few of many names that have the most pairs of letters of a word, the rarest counting most; in their own order."""
    holders = _holders(known)
    shared: dict[int, float] = defaultdict(float)
    held = [holders[pair] for pair in _pairs(word) if pair in holders]
    telling = [names for names in held if len(names) * TELLING <= len(known)] or held
    for names in telling:
        for at in names:
            shared[at] += 1 / len(names)
    best = sorted(shared, key=lambda at: (-shared[at], at))[:MOST_ALIKE]
    return tuple(known[at] for at in sorted(best))


@lru_cache(maxsize=4)  # A thousand wrong names are held against the same ones.
def _holders(known: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """By each pair of letters the names that have it."""
    found: dict[str, list[int]] = {}
    for at, name in enumerate(known):
        for pair in _pairs(name):
            found.setdefault(pair, []).append(at)
    return {pair: tuple(places) for pair, places in found.items()}


def _pairs(name: str) -> tuple[str, ...]:
    text = f" {name[:LONGEST_COMPARED].lower()} "
    return tuple(dict.fromkeys(text[at : at + 2] for at in range(len(text) - 1)))
