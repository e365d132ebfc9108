"""How full each page is: the step of the type scale that its content took, and the room that is left."""

from msgspec import Struct

from deckmotor.scene.page import Layout, Page, Scene, TableItem, TextItem
from deckmotor.style import Anchor, Box
from deckmotor.units import to_points

CONTENT = ("body", "body-2", "body-3", "body-4", "table")
"""Places that fill up as a slide grows; a title is only told where it had to shrink, or where there is nothing else."""


class Fullness(Struct, frozen=True, kw_only=True):
    """How full the fullest place of a page is."""

    page: str
    """The page's id."""
    layout: str
    place: str
    """The slot: `body`, `table`, `title`."""
    size: float
    """Font size that was chosen, points."""
    step: int
    """Which step of the type scale that is: 0 is the largest."""
    steps: int
    """How many steps the place has."""
    room: float
    """Height that is left, points."""
    share: float
    """Part of the place's height that is taken, 0 to 1."""
    box: Box
    """The place."""
    anchor: Anchor
    """Where in it what it holds stands."""


def fullness(scene: Scene) -> tuple[Fullness, ...]:
    """The fullest place of every page that has text, the fullest pages first: smallest steps, then least room."""
    layouts = {layout.name: layout for layout in scene.layouts}
    pages = (fullest(places(page, layouts[page.layout])) for page in scene.pages)
    found = [page for page in pages if page is not None]
    return tuple(sorted(found, key=lambda page: (-page.step / page.steps, -page.share, page.page)))


def places(page: Page, layout: Layout) -> tuple[Fullness, ...]:
    """How full each place of a page is that has text or a table, in reading order."""
    found = (_place(page, item, layout) for item in page.items if isinstance(item, TextItem | TableItem))
    return tuple(place for place in found if place is not None)


def fullest(found: tuple[Fullness, ...]) -> Fullness | None:
    """The fullest place of a page."""
    return max(found, key=lambda place: (place.step, place.place in CONTENT, place.share), default=None)


def _place(page: Page, item: TextItem | TableItem, layout: Layout) -> Fullness | None:
    slot = layout.slot(item.slot or "")
    if slot is None or slot.type in ("dt", "ftr", "sldNum") or slot.role == "caption":
        return None
    box = item.box
    if isinstance(item, TableItem):
        box = slot.box
        height, room = item.needs or item.box.height, slot.box.height
        size = max(run.style.size for row in item.rows for cell in row for part in cell.paragraphs for run in part.runs)
    else:
        height, room = item.height, item.box.height
        size = max((part.style.text.size for part in item.paragraphs), default=0)
    return Fullness(
        page=page.id,
        layout=page.layout,
        place=slot.name,
        size=to_points(size),
        step=item.step,
        steps=len(slot.smaller) + 1,
        room=to_points(room - height),
        share=height / room,
        box=box,
        anchor="top" if isinstance(item, TableItem) else item.anchor,
    )
