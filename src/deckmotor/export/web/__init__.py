"""Scenes for browsers: one HTML file that presents itself, and an SVG a page."""

from deckmotor.export.web.document import Memo, Parts, Shell, html, parts
from deckmotor.export.web.faces import COLOURED_FILE
from deckmotor.export.web.picture import Drawing, svg

__all__ = ["COLOURED_FILE", "Drawing", "Memo", "Parts", "Shell", "html", "parts", "svg"]
