"""Scene to PowerPoint: slides written as strings of XML, on top of the theme's base package."""

from deckmotor.export.pptx.deck import write

__all__ = ["write"]
