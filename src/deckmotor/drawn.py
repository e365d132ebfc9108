"""Scenes drawn by typst: PDFs and pictures, and their names."""

from deckmotor.export.typst import Press, RefusedError
from deckmotor.scene.page import Scene
from deckmotor.workspace import fonts_folder, read_package_file

__all__ = ["RefusedError", "drawn_sheet", "press"]


def press(*, borrow: bool = False) -> Press:
    """What draws with the fonts that text is measured with; `borrow` adds this machine's, for characters that those lack.

    Raises ModuleNotFoundError where typst is not installed.
    """
    return Press(fonts_folder(), lambda name: read_package_file(f"fonts/{name}"), borrow=borrow)


def drawn_sheet(press: Press, scene: Scene, resolution: float) -> bytes:
    """All pages on one picture, a third as large as they are alone."""
    return press.sheet(scene, resolution / 3)
