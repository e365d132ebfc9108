"""A small mark at the foot of pages that leads back to one of them: to the agenda, mostly."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.compose.composed import Composed
from deckmotor.scene.page import Ground, Layout, Link, Page, ShapeItem, TextItem
from deckmotor.style import Box
from deckmotor.theme.ground import own_map
from deckmotor.theme.theme import Theme
from deckmotor.units import inches

SIDE = inches(0.25)
"""Of the area that takes a click: 24 pixels of CSS (WCAG 2.2, 2.5.8)."""

MARK = inches(0.14)
"""Of the triangle in it, which points back."""


def with_marks(made: Sequence[Composed], back: str, theme: Theme, memo: dict[Any, Any]) -> list[Composed]:
    """The slides with a mark on each page but the one that it leads to, where the layout has a place for the page number."""
    titles = {page.id: page.title for composed in made for page in composed.pages}
    layouts = {layout.name: layout for layout in theme.layouts}
    link, title = Link(page=back), titles.get(back, "")
    return [
        replace(
            composed,
            pages=tuple([_marked(page, link, title, layouts[page.layout], theme, memo) for page in composed.pages]),
        )
        for composed in made
    ]


def _marked(page: Page, link: Link, title: str, layout: Layout, theme: Theme, memo: dict[Any, Any]) -> Page:
    """A page with its mark; variants share it as they share the page."""
    slot = layout.slot("number")
    if slot is None or page.id == link.page or not title:
        return page
    key = ("back", id(page), link.page, title)
    known: tuple[Page, Page] | None = memo.get(key)
    if known is None:
        middle = slot.box.y + slot.box.height // 2
        box = Box(slot.box.x, middle - SIDE // 2, SIDE, SIDE)
        left, right = box.x + (SIDE - MARK) // 2, box.x + (SIDE + MARK) // 2
        outline = (("M", right, middle - MARK // 2), ("L", right, middle + MARK // 2), ("L", left, middle), ("Z",))
        color = slot.levels[0].text.color
        if page.ground is not None:
            color = _footer_color(page) or _on(page.ground, color, theme)
        mark = ShapeItem(name=f"{page.id}/back", box=box, outline=outline, fill=color, alt=title, link=link)
        known = memo[key] = (page, replace(page, items=(*page.items, mark)))
    return known[1]


def _footer_color(page: Page) -> Color | None:
    """The colour of what stands at the foot of a page, which has a ground of its own."""
    named = (item for item in page.items if isinstance(item, TextItem) and item.slot in ("number", "footer", "date"))
    return next((part.style.text.color for item in named for part in item.paragraphs), None)


def _on(ground: Ground, color: Color, theme: Theme) -> Color:
    """What the name of a colour stands for on a ground."""
    names = ground.colors or own_map(theme)
    return color if color.scheme is None else Color(theme.scheme[names.get(color.scheme, color.scheme)], color.scheme)
