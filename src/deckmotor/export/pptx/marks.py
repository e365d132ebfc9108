"""Icons as marks of lists: pictures, which every slide that has some leads to."""

import re

from deckmotor.export.pptx.context import Context, media_part
from deckmotor.ooxml.names import REL_IMAGE
from deckmotor.ooxml.package import Part
from deckmotor.ooxml.raster import png
from deckmotor.ooxml.text import MARK, mark_key
from deckmotor.scene.page import Item, all_paragraphs


def with_marks(written: str, items: tuple[Item, ...], context: Context) -> tuple[str, dict[str, Part]]:
    """A slide's XML with its relationships to the pictures of its marks, and these by their keys."""
    bullets = {mark_key(bullet): bullet for part in all_paragraphs(items) if (bullet := part.style.bullet) and bullet.icon}
    parts: dict[str, Part] = {}

    def leads(found: re.Match[str]) -> str:
        bullet = bullets[found[1]]
        if found[1] not in parts and bullet.icon is not None and bullet.color is not None:
            parts[found[1]] = media_part("png", png(bullet.icon, bullet.color.rgb))
        return f'r:embed="{context.relationships.part(REL_IMAGE, parts[found[1]].name)}"'

    return re.sub(rf'r:embed="({MARK}[^"]+)"', leads, written), parts
