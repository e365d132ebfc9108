"""Scenes drawn by typst and for browsers: PDFs, pictures and pages, and their names."""

from functools import cache

from deckmotor.export.typst import Press, RefusedError
from deckmotor.export.web import Memo, Parts, Shell, html, parts, svg
from deckmotor.pictures.sheet import contact_sheet
from deckmotor.scene.page import Scene
from deckmotor.workspace import fonts_folder, read_package_file

__all__ = [
    "Memo",
    "RefusedError",
    "drawn_page",
    "drawn_pages",
    "drawn_pictures",
    "drawn_sheet",
    "font",
    "for_browser",
    "presentation",
    "press",
]


def press(*, borrow: bool = False) -> Press:
    """What draws with the fonts that text is measured with; `borrow` adds this machine's, for characters that those lack.

    Raises ModuleNotFoundError where typst is not installed.
    """
    return Press(fonts_folder(), borrow=borrow)


def drawn_pictures(press: Press, scene: Scene, file: str, resolution: float) -> tuple[tuple[str, bytes], ...]:
    """A picture of each page and its name, in a folder of the deck's name. Numbers have as many digits, so that names sort."""
    pages = press.png(scene, resolution)
    return tuple((_named(file, number, scene, "png"), data) for (number, _), data in zip(scene.numbered, pages, strict=True))


def drawn_sheet(press: Press, scene: Scene, resolution: float) -> bytes:
    """All pages on one picture, a third as large as they are alone."""
    return contact_sheet(press.png(scene, resolution / 3))


def presentation(scene: Scene) -> bytes:
    """The scene as one HTML file that presents itself."""
    page, style, script = (
        read_package_file(f"export/web/{name}").decode() for name in ("page.css", "present.css", "present.js")
    )
    return html(scene, font, Shell(f"{page}\n{style}", script)).encode()


def for_browser(scene: Scene, fonts: str, memo: Memo | None = None) -> Parts:
    """The parts of that file: style sheet, pictures, and the pages one by one. `fonts` is where font files are served."""
    return parts(scene, _asked_for, fonts, memo)


def drawn_pages(scene: Scene, file: str) -> tuple[tuple[str, bytes], ...]:
    """An SVG of each page and its name, in a folder of the deck's name."""
    places = enumerate(scene.numbered, 1)
    return tuple((_named(file, number, scene, "svg"), svg(scene, place, font).encode()) for place, (number, _) in places)


def drawn_page(scene: Scene, number: int) -> str:
    """An SVG of one page, by its number from 1."""
    return svg(scene, number, font)


def _named(file: str, number: int, scene: Scene, ending: str) -> str:
    digits = max(2, len(str(scene.numbered[-1][0])))
    return f"{file}/{file}-{number:0{digits}}.{ending}"


def font(name: str) -> bytes:
    """A font file that travels with us."""
    return read_package_file(f"fonts/{name}")


@cache
def _asked_for(name: str) -> bytes:
    """In place of a font file whose bytes a browser asks for itself: whether it is there is all that has to be known."""
    font(name)
    return b""
