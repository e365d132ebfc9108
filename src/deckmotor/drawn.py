"""Scenes drawn by typst: PDFs and pictures, and their names."""

from deckmotor.cache import Cache, key_of
from deckmotor.export.typst import Press, RefusedError
from deckmotor.scene.drawing import Formula
from deckmotor.scene.page import FormulaItem, Scene
from deckmotor.units import EMU_PER_INCH
from deckmotor.workspace import fonts_folder, read_package_file

__all__ = ["RefusedError", "drawn_formula", "drawn_sheet", "press"]

FORMULA_DPI = 216
"""Dots per inch of pictures of formulas: three a point, as sharp as text on a screen of 4K."""


def press(*, borrow: bool = False) -> Press:
    """What draws with the fonts that text is measured with; `borrow` adds this machine's, for characters that those lack.

    Raises ModuleNotFoundError where typst is not installed.
    """
    return Press(fonts_folder(), lambda name: read_package_file(f"fonts/{name}"), borrow=borrow)


def drawn_sheet(press: Press, scene: Scene, resolution: float) -> tuple[bytes, int, int]:
    """All pages on one picture, a third as large as they are alone; how many pixels wide each is, and would be with room."""
    bands, made = press.sheet(scene, resolution / 3)
    wide, wished = (round(dots * scene.width / EMU_PER_INCH) for dots in (made, resolution / 3))
    if len(bands) == 1:
        return bands[0], wide, wished
    from deckmotor.pictures.stacked import stacked  # Only decks of many pages have more.

    return stacked(bands), wide, wished


def drawn_formula(item: FormulaItem, presses: dict[bool, Press], cache: Cache) -> bytes | None:
    """A formula as a PNG; None where nothing here draws it. `presses` are kept for other drawings, the picture in the cache."""
    size, box = item.style.size, item.box
    looks = f"{item.notation.typst} {size} {item.style.color.rgb} {box.width} {box.height}"
    key = key_of("formula", looks.encode())
    if (known := cache.get(key)) is not None:
        return known
    try:
        if False not in presses:
            presses[False] = press()
        data = presses[False].formula(Formula(item.notation, item.ink, item.style), item.alt, FORMULA_DPI)
    except (ModuleNotFoundError, RefusedError):
        return None
    cache.put(key, data)
    return data
