"""How alike two texts are: the share of pieces that they have in common (Dice's coefficient)."""

LONGEST = 4_000
"""Characters of a text that are looked at."""


def pieces(text: str) -> frozenset[str]:
    """The pieces of three letters of a text, capitals and spaces aside: what is inflected otherwise stays alike."""
    plain = f" {' '.join(text[:LONGEST].casefold().split())} "
    return frozenset([plain[at : at + 3] for at in range(len(plain) - 2)])


def words(text: str) -> frozenset[str]:
    """The words of a text, capitals aside."""
    return frozenset(text[:LONGEST].casefold().split())


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """0 to 1; of two empty ones 1, of an empty one and another 0."""
    whole = len(one) + len(other)
    return 2 * len(one & other) / whole if whole else 1.0
