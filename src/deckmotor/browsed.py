"""Scenes for browsers: pages that present themselves, drawings, and their names."""

from functools import cache

from deckmotor.export.web import COLOURED_FILE, Drawing, Memo, Parts, Shell, html, parts, svg
from deckmotor.scene.page import Scene
from deckmotor.scene.text import COLOURED
from deckmotor.workspace import read_file, read_font, read_package_file

__all__ = ["Memo", "drawn_page", "drawn_pages", "for_browser", "presentation"]

MOST_OF_A_FONT = 64 << 20
"""Bytes. Noto Color Emoji, the largest of its kind, has 25 million with all its ways of drawing."""


STYLE = ("page.css", "present.css", "speaker.css")
SCRIPT = ("stage.js", "coming.js", "speaker.js", "controls.js", "gestures.js")
"""What presents a deck, in the order in which it is put together."""


def presentation(scene: Scene) -> bytes:
    """The scene as one HTML file that presents itself."""
    style, script = ("\n".join(read_package_file(f"export/web/{name}").decode() for name in names) for names in (STYLE, SCRIPT))
    # A deck without slides has nothing to present.
    return html(scene, _font, Shell(style, f'"use strict";\nif (document.querySelector(".slide")) {{\n{script}}}')).encode()


def for_browser(scene: Scene, fonts: str, memo: Memo | None = None) -> Parts:
    """The parts of that file: style sheet, pictures, and the pages one by one. `fonts` is where font files are served."""
    return parts(scene, _asked_for, fonts, memo)


def drawn_pages(scene: Scene, drawing: Drawing | None = None) -> tuple[str, ...]:
    """An SVG of each page. `drawing` draws formulas as pictures, for programs that know no MathML."""
    return tuple(drawn_page(scene, place, drawing) for place in range(1, len(scene.pages) + 1))


def drawn_page(scene: Scene, number: int, drawing: Drawing | None = None) -> str:
    """An SVG of one page, by its number from 1."""
    return svg(scene, number, _font, drawing)


def _font(name: str) -> bytes:
    return coloured_font() if name == COLOURED_FILE else read_font(name)


def _asked_for(name: str) -> bytes:
    """In place of a font file whose bytes a browser asks for itself: whether it is there is all that has to be known."""
    return coloured_font() if name == COLOURED_FILE else _nothing_of(name)


@cache
def _nothing_of(name: str) -> bytes:
    """No bytes of a font file that is there; an error where it is not."""
    read_font(name)
    return b""


@cache
def coloured_font() -> bytes:
    """The font of emoji that PDFs and pictures made here are drawn with; empty where there is none."""
    from deckmotor.export.typst import installed  # Few decks have emoji.

    try:
        place = installed(COLOURED)
        return read_file(place, MOST_OF_A_FONT, place) if place else b""
    except (ModuleNotFoundError, OSError):
        return b""
