"""How like each other two texts are of which only sketches are kept: those that share most of their letters have like ones."""

from collections import Counter

from deckmotor.cache import digest_of

BITS = 64

MOST_APART = 18
"""Bits in which sketches of a text and of what became of it differ at most: true of nineteen in twenty such, and of one in
five hundred other pairs."""

MOST_LETTERS = 400
"""Of a text that are looked at."""


def sketch(text: str) -> str:
    """Sixteen digits: of all three letters that follow each other the bits of their digest, of each bit what most have."""
    letters = f" {' '.join(text[:MOST_LETTERS].casefold().split())} "
    votes: Counter[int] = Counter()
    threes = {letters[at : at + 3] for at in range(len(letters) - 2)}
    for three in threes:
        bits = int(digest_of(three.encode("utf-8", "backslashreplace"))[: BITS // 4], 16)
        votes.update(bit for bit in range(BITS) if bits >> bit & 1)
    return f"{sum(1 << bit for bit, count in votes.items() if 2 * count > len(threes)):0{BITS // 4}x}"


def apart(one: str, other: str) -> int:
    """In how many bits two sketches differ; in all where one is none."""
    try:
        return (int(one, 16) ^ int(other, 16)).bit_count()
    except ValueError:
        return BITS
