"""Deck and Theme to Scene: every block gets its place, its style and its measured lines."""

from deckmotor.compose.deck import compose

__all__ = ["compose"]
