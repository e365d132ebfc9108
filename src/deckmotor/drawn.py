"""Scenes drawn by typst: PDFs and pictures, and their names."""

from deckmotor.export.typst import Press, RefusedError
from deckmotor.scene.page import Scene
from deckmotor.workspace import fonts_folder

__all__ = ["RefusedError", "drawn_pictures", "press"]


def press(*, borrow: bool = False) -> Press:
    """What draws with the fonts that text is measured with; `borrow` adds this machine's, for characters that those lack.

    Raises ModuleNotFoundError where typst is not installed.
    """
    return Press(fonts_folder(), borrow=borrow)


def drawn_pictures(press: Press, scene: Scene, file: str, resolution: float) -> tuple[tuple[str, bytes], ...]:
    """A picture of each page and its name, in a folder of the deck's name. Numbers have as many digits, so that names sort."""
    digits = max(2, len(str(len(scene.pages))))
    pages = press.png(scene, resolution)
    return tuple((f"{file}/{file}-{number:0{digits}}.png", data) for number, data in enumerate(pages, 1))
