"""What differs between two finished decks: a list of changes as values, and its words for people."""

from deckmotor.diff.change import Change
from deckmotor.diff.compare import apply, compare

__all__ = ["Change", "apply", "compare"]
