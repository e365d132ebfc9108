"""Scene to PowerPoint: slides written as strings of XML, on top of the theme's base package."""

from deckmotor.export.pptx.deck import write
from deckmotor.export.pptx.memo import Memo

__all__ = ["Memo", "write"]
