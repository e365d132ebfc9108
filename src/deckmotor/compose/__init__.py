"""Deck and Theme to Scene: every block gets its place, its style and its measured lines."""

from deckmotor.compose.deck import Composition, Plans, compose
from deckmotor.compose.place import PART_MARK

__all__ = ["PART_MARK", "Composition", "Plans", "compose"]
