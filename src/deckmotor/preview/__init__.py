"""A deck in the browser that follows its files. Its server is of an extra: `pip install deckmotor[preview]`."""

from deckmotor.preview.server import serve

__all__ = ["serve"]
