"""deckmotor: a compiler for presentations."""

__version__ = "0.1.0"
