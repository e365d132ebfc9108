"""Scenes for browsers: one HTML file that presents itself, and an SVG a page."""

from deckmotor.export.web.document import Shell, html
from deckmotor.export.web.picture import svg

__all__ = ["Shell", "html", "svg"]
