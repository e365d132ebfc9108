"""Draw the pictures of the README: six pages of Motala's deck in each theme, one slide in three rooms. For `make pictures`."""

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

ROOMS = (Edition("kalix", "politiker"), Edition("kalix", "larcentrum"), Edition("motala", "larcentrum"))
ROOM_SLIDE = "samtal"

ACROSS = 3

GAP = 8
GROUND = (128, 128, 128)


def main() -> None:
    """Write docs/pictures/<theme>.png and rooms.png."""
    for theme in THEMES:
        shown = pages(Edition("motala"), theme)
        save(theme, [shown[page] for page in PAGES])
    save("rooms", [pages(room)[ROOM_SLIDE] for room in ROOMS])


def pages(edition: Edition, theme: str | None = None) -> dict[str, Image.Image]:
    """The pages of an edition of the study by their ids."""
    scene = Pipeline.of(DiskWorkspace(ROOT, builtin_themes()), "deck/deck.yaml", theme=theme).compose(edition).scene
    assert scene is not None
    drawn = Press(fonts_folder()).png(scene, RESOLUTION)
    return {page.id: Image.open(io.BytesIO(data)).convert("RGB") for page, data in zip(scene.pages, drawn, strict=True)}


def save(name: str, pictures: list[Image.Image]) -> None:
    """Write pictures as one, three in a row."""
    width, height = pictures[0].size
    sheet = Image.new("RGB", (ACROSS * (width + GAP) + GAP, len(pictures) // ACROSS * (height + GAP) + GAP), GROUND)
    for index, picture in enumerate(pictures):
        sheet.paste(picture, (GAP + index % ACROSS * (width + GAP), GAP + index // ACROSS * (height + GAP)))
    sheet.quantize(256, method=Image.Quantize.MAXCOVERAGE).save(ROOT / "docs" / "pictures" / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
