"""A wall of logos in its place: each cut to its ink, on a plate where it could not be seen on the page, with its name."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from deckmotor.color import Color, apart, luminance
from deckmotor.compose.captions import spare_room
from deckmotor.compose.kinds.kind import Want
from deckmotor.compose.kinds.logos.wall import Form, Spot, wall
from deckmotor.compose.kinds.picture import check_sharp
from deckmotor.compose.logo import BLACK, SEEN, WHITE
from deckmotor.compose.look import Look, link_to, name_paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.compose.text import text_item
from deckmotor.model.logos import Logos, Mark
from deckmotor.scene.crop import WHOLE
from deckmotor.scene.page import GROUND, GroupItem, Ink, Item, PictureItem, ShapeItem, TextItem, in_colour
from deckmotor.style import Box
from deckmotor.units import points

NO_INK = Ink(crop=(0, 0, 0, 0), share=0.5, light=0.5, ground="coloured")

BLENDS = 1.15
"""Contrast with the page up to which a white ground is none to the eye."""

CLOSE = 0.4
"""Around a logo on a dark plate, over its shorter side."""

AIR = points(6)
"""Between a logo's cell and its name."""

ROW = points(104)
"""How high a row is that shares its page with other things."""


def draw(block: Logos, place: Place, look: Look) -> tuple[Item, ...]:
    """Each logo with its plate and its name, which are moved together."""
    box = replace(place.box, height=place.box.height + spare_room(None, place, look))
    marks = [mark for mark in block.items if mark.path in look.media]  # What is wrong with other files has been told.
    if not marks:
        return ()
    below = _names_height(block, box, look)
    made = wall([_form(mark, look) for mark in marks], box, below)
    items: list[Item] = []
    plates = _plates([_ink(mark, look) for mark in marks], look)
    for at, (mark, spot, plate) in enumerate(zip(marks, made.spots, plates, strict=True)):
        key = place.key if not at else f"{place.key}-{at + 1}"
        parts = tuple(_parts(mark, spot, key, (plate, below), look))
        around = Box(
            spot.cell.x, spot.cell.y, spot.cell.width, spot.cell.height + (below if block.names else 0)
        )  # fmt: skip
        items.append(GroupItem(name=f"{look.page}/{key}-group", box=around, items=parts))
    return tuple(items)


def _ink(mark: Mark, look: Look) -> Ink:
    return look.media[mark.path].ink or NO_INK


def _form(mark: Mark, look: Look) -> Form:
    """The form of what of a logo's picture is ink."""
    media, ink = look.media[mark.path], _ink(mark, look)
    left, top, right, bottom = ink.crop
    return Form(media.width * (WHOLE - left - right) / (media.height * (WHOLE - top - bottom)), ink.share)


def _parts(
    mark: Mark, spot: Spot, key: str, around: tuple[Color | None, int], look: Look
) -> Iterator[PictureItem | ShapeItem | TextItem]:
    """The plate, where there is one, the logo, and the name."""
    ink, name, (plate, below) = _ink(mark, look), f"{look.page}/{key}", around
    if plate is not None:
        box = _tight(spot) if plate is BLACK else spot.cell
        yield ShapeItem(name=f"{name}-plate", box=box, outline="rect", fill=plate)
    check_sharp(mark, look.media[mark.path], spot.ink, ink.crop, look)
    paper = look.layout.background.rgb
    boxed = ink.ground == "white" and plate is None and luminance(paper) < 1
    media = in_colour(mark.path, GROUND) if boxed else mark.path
    yield PictureItem(name=name, box=spot.ink, media=media, crop=ink.crop, alt=mark.name.plain, link=link_to(mark.link))
    if below:
        box = Box(spot.cell.x, spot.cell.bottom + AIR, spot.cell.width, below - AIR)
        scale = tuple([(replace(levels[0], align="center"),) for levels in look.theme.looks["caption"]])
        own = Place(key=f"{key}-name", box=box, slot=None, scale=scale, share="logos", native=False)
        yield text_item(own, lambda levels: [name_paragraph(mark.name, levels[0], look)], look, mark.name.span, (mark.name,))


def _plates(inks: Sequence[Ink], look: Look) -> list[Color | None]:
    """The plates of all: where one lies on white, others do that can be seen there, so that a wall is one.

    Light ones lie on a tone of the dark page then: among plates, one without would be a hole.
    """
    own = [_plate(ink, look) for ink in inks]
    if WHITE not in own:
        return own
    return [plate or (WHITE if _shows_on_white(ink) else look.theme.table.lit) for plate, ink in zip(own, inks, strict=True)]


def _shows_on_white(ink: Ink) -> bool:
    return ink.ground == "coloured" or apart(1.0, ink.light) >= SEEN


def _tight(spot: Spot) -> Box:
    """A plate close around a logo, no larger than its cell."""
    ink, cell = spot.ink, spot.cell
    more = round(min(ink.width, ink.height) * CLOSE)
    left, top = max(cell.x, ink.x - more), max(cell.y, ink.y - more)
    right, bottom = min(cell.right, ink.right + more), min(cell.bottom, ink.bottom + more)
    return Box(left, top, right - left, bottom - top)


def _plate(ink: Ink, look: Look) -> Color | None:
    """What lies under a logo that could not be seen on the page, or whose white ground would be a box on dark paper."""
    paper = luminance(look.layout.background.rgb)
    if ink.ground == "coloured":
        return None
    if ink.ground == "white":
        return WHITE if apart(paper, 1.0) > BLENDS else None
    if apart(paper, ink.light) >= SEEN:
        return None
    return max((WHITE, BLACK), key=lambda one: apart(luminance(one.rgb), ink.light))


def _names_height(block: Logos, box: Box, look: Look) -> int:
    """The room of the names, at the smallest size, in columns as narrow as they may become."""
    if not block.names:
        return 0
    columns = min(len(block.items), 4)
    width = box.width // columns
    style = look.theme.looks["caption"][0][0]
    set_ = [set_text([name_paragraph(mark.name, style, look)], Box(0, 0, width, 0), look)[0] for mark in block.items]
    return AIR + max(item.height for item in set_)


def want(block: Logos, place: Place, step: int, look: Look) -> Want:
    """The room of a wall: rows of a good height, and less where others need it."""
    below = _names_height(block, place.box, look)
    forms = [_form(mark, look) for mark in block.items if mark.path in look.media]
    if not forms:
        return Want(height=ROW, least=ROW, width=place.box.width, ratio=ROW / place.box.width)
    columns = min(len(forms), max(1, place.box.width // points(150)))
    height = -(-len(forms) // columns) * (ROW + below)
    return Want(height=height, least=height * 6 // 10, width=place.box.width, ratio=height / place.box.width)
