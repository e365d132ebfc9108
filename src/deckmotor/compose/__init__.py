"""Deck and Theme to Scene: every block gets its place, its style and its measured lines."""

from deckmotor.compose.deck import Composition, Plans, compose

__all__ = ["Composition", "Plans", "compose"]
