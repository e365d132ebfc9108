"""What a theme draws on quiet pages to say in which section they are: it is the deck that knows, so slides carry it."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from deckmotor.compose.composed import Composed
from deckmotor.scene.page import Page
from deckmotor.theme.theme import Theme


def traced(made: list[Composed], numbers: Sequence[int], opened: int, theme: Theme, memo: dict[Any, Any]) -> list[Composed]:
    """The slides with a trace on the pages of layouts that have one.

    `numbers` are their sections, the last `opened` of which slides open: what stands before these is traced with the first.
    """
    if theme.trace is None:
        return made
    before = len(set(numbers)) - opened
    layouts = {layout.name for layout in theme.layouts if layout.traced}
    result = []
    for composed, number in zip(made, numbers, strict=True):
        places = (max(1, number + 1 - before), max(1, opened))
        pages = [
            _traced(page, places, theme, memo) if page.layout in layouts and page.ground is None else page
            for page in composed.pages
        ]
        result.append(replace(composed, pages=tuple(pages)))
    return result


def _traced(page: Page, places: tuple[int, int], theme: Theme, memo: dict[Any, Any]) -> Page:
    """A page in one of so many sections; variants share it as they share the page."""
    key = ("traced", id(page), id(theme), places)
    known: tuple[Page, Page] | None = memo.get(key)
    if known is None:
        assert theme.trace is not None
        shapes = theme.trace.shapes(*places, f"{page.id}/trace")
        known = memo[key] = (page, replace(page, items=(*shapes, *page.items)))
    return known[1]
