"""Scenes for browsers: one HTML file that presents itself, and an SVG a page."""

from deckmotor.export.web.document import Memo, Parts, Shell, html, parts
from deckmotor.export.web.picture import svg

__all__ = ["Memo", "Parts", "Shell", "html", "parts", "svg"]
