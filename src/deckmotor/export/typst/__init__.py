"""Scene to PDF and PNG: the measured lines drawn by typst, without LibreOffice or PowerPoint.

Speaker notes are not drawn: a PDF goes to those who listen.
"""

from deckmotor.export.typst.press import Press, RefusedError, installed

__all__ = ["Press", "RefusedError", "installed"]
