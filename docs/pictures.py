"""Draw the pictures of the README: six pages of Motala's deck in each theme. Run by `make pictures`."""

import io
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from deckmotor.build import Pipeline  # noqa: E402
from deckmotor.edition import Edition  # noqa: E402
from deckmotor.export.typst import Press  # noqa: E402
from deckmotor.workspace import DiskWorkspace, builtin_themes, fonts_folder  # noqa: E402

PAGES = ("start", "del-vad", "vad-2", "hinder-1", "motor-1", "samtal")
THEMES = ("motor", "natt", "flik", "punkt")
RESOLUTION = 30
"""Dots per inch: pages 400 pixels wide."""

ACROSS = 3

GAP = 8
GROUND = (128, 128, 128)


def main() -> None:
    """Write docs/pictures/<theme>.png."""
    for theme in THEMES:
        scene = (
            Pipeline.of(DiskWorkspace(ROOT, builtin_themes()), "deck/deck.yaml", theme=theme).compose(Edition("motala")).scene
        )
        assert scene is not None
        drawn = Press(fonts_folder()).png(scene, RESOLUTION)
        shown = {page.id: data for page, data in zip(scene.pages, drawn, strict=True)}
        pictures = [Image.open(io.BytesIO(shown[page])).convert("RGB") for page in PAGES]
        width, height = pictures[0].size
        sheet = Image.new("RGB", (ACROSS * (width + GAP) + GAP, len(PAGES) // ACROSS * (height + GAP) + GAP), GROUND)
        for index, picture in enumerate(pictures):
            sheet.paste(picture, (GAP + index % ACROSS * (width + GAP), GAP + index // ACROSS * (height + GAP)))
        sheet.quantize(256, method=Image.Quantize.MAXCOVERAGE).save(ROOT / "docs" / "pictures" / f"{theme}.png", optimize=True)


if __name__ == "__main__":
    main()
