"""Scenes for browsers: pages that present themselves, drawings, and their names."""

from functools import cache

from deckmotor.export.web import Memo, Parts, Shell, html, parts, svg
from deckmotor.scene.page import Scene
from deckmotor.workspace import read_font, read_package_file

__all__ = ["Memo", "drawn_page", "drawn_pages", "for_browser", "presentation"]


def presentation(scene: Scene) -> bytes:
    """The scene as one HTML file that presents itself."""
    page, style, script = (
        read_package_file(f"export/web/{name}").decode() for name in ("page.css", "present.css", "present.js")
    )
    return html(scene, read_font, Shell(f"{page}\n{style}", script)).encode()


def for_browser(scene: Scene, fonts: str, memo: Memo | None = None) -> Parts:
    """The parts of that file: style sheet, pictures, and the pages one by one. `fonts` is where font files are served."""
    return parts(scene, _asked_for, fonts, memo)


def drawn_pages(scene: Scene) -> tuple[str, ...]:
    """An SVG of each page."""
    return tuple(drawn_page(scene, place) for place in range(1, len(scene.pages) + 1))


def drawn_page(scene: Scene, number: int) -> str:
    """An SVG of one page, by its number from 1."""
    return svg(scene, number, read_font)


@cache
def _asked_for(name: str) -> bytes:
    """In place of a font file whose bytes a browser asks for itself: whether it is there is all that has to be known."""
    read_font(name)
    return b""
