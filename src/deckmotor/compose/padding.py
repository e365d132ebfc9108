"""Padding, the space around the words of a thing on its ground: it gives way before type gets small."""

from collections.abc import Iterator, Sequence

from deckmotor.units import points

LEAST = 0.6
"""How little padding there may be, over what is usual."""

LARGE = points(24)
"""Type above this size rather gets smaller."""


def paddings(size: int) -> tuple[float, ...]:
    """What is tried at a size of type, over what is usual."""
    return (1.0, LEAST) if size <= LARGE else (1.0,)


def padded(steps: Sequence[int], sizes: Sequence[int]) -> Iterator[tuple[int, float]]:
    """Steps of a scale, each with all of its padding, and where type is small then with little; `sizes` are of all steps."""
    for step in steps:
        for padding in paddings(sizes[step]):
            yield step, padding
