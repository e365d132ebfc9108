"""The logo: on the cover and other loud pages, in a corner that their words leave free."""

from collections.abc import Sequence

from deckmotor.color import Color, apart, luminance
from deckmotor.compose.look import Look
from deckmotor.model.deck import Head
from deckmotor.model.drawings import Logo
from deckmotor.scene.page import Ink, Item, PictureItem, ShapeItem, TextItem
from deckmotor.style import Box
from deckmotor.theme.grid import MARGIN
from deckmotor.units import inches

PAGES = {"cover": ("cover",), "ends": ("cover", "closing"), "loud": ("cover", "section", "section-lead", "closing")}
"""The layouts that a logo stands on, by what its author says."""

WIDEST, HIGHEST = inches(2.4), inches(0.62)
"""How large a logo may be: a long one is as wide, a compact one as high."""

EDGE = inches(0.42)
"""How far a logo stands from the page's upper or lower edge, which is where footers stand."""

AIR = inches(0.24)
"""Of the plate around the logo, towards the page."""

WHITE, BLACK = Color("FFFFFF"), Color("1B1B1B")

SEEN = 1.9
"""Contrast with what it stands on from which on ink is seen well enough: a logo is large."""


def logo_items(head: Head, items: Sequence[Item], look: Look) -> tuple[Item, ...]:
    """The plate and the logo, where the page has one; in the other corner where words stand in its own."""
    logo, media = head.logo, None if head.logo is None else look.media.get(head.logo.path)
    if logo is None or media is None or look.layout.name not in PAGES[logo.pages]:
        return ()
    scale = min(WIDEST / media.width, HIGHEST / media.height)
    size = max(1, round(media.width * scale)), max(1, round(media.height * scale))
    places = [_box(size, logo.place, look), _box(size, _OTHER[logo.place], look)]
    box = next((box for box in places if not _stands_in(_plate(box, look), items)), places[0])
    plate = ShapeItem(name=f"{look.page}/plate", box=_plate(box, look), outline="rect", fill=_ground(media.ink, look))
    return (plate, PictureItem(name=f"{look.page}/logo", box=box, media=logo.path, alt=_alt(logo, head, look)))


def _ground(ink: Ink | None, look: Look) -> Color:
    """White, which logos are drawn for; for one of light ink the page's own colour where it is seen on that, else black."""
    if ink is None or ink.ground != "clear" or apart(luminance(WHITE.rgb), ink.light) >= SEEN:
        return WHITE
    paper = look.layout.background
    return paper if apart(luminance(paper.rgb), ink.light) >= SEEN else BLACK


_OTHER = {"top-right": "bottom-right", "bottom-right": "top-right"}


def _alt(logo: Logo, head: Head, look: Look) -> str | None:
    """Whose logo it is; read once in the deck, on its cover."""
    if look.layout.name != "cover":
        return None
    return logo.alt or (head.organisation.plain if head.organisation is not None else None)


def _box(size: tuple[int, int], place: str, look: Look) -> Box:
    width, height = size
    y = EDGE if place.startswith("top") else look.theme.height - EDGE - height
    return Box(look.theme.width - MARGIN - width, y, width, height)


def _plate(box: Box, look: Look) -> Box:
    """Around a logo, to the edges of the page that are near it."""
    left, top, bottom = box.x - AIR, box.y - AIR, box.bottom + AIR
    top, bottom = (0, bottom) if box.y == EDGE else (top, look.theme.height)
    return Box(left, top, look.theme.width - left, bottom - top)


def _stands_in(box: Box, items: Sequence[Item]) -> bool:
    """Whether any line of text reaches into a box."""
    for item in items:
        for part in item.paragraphs if isinstance(item, TextItem) else ():
            size = part.style.text.size
            for line in part.lines:
                if line.x + line.width > box.x and box.y < line.baseline < box.bottom + size:
                    return True
    return False
