"""Space between the items of lists, where a page has some left: a short list is not to huddle at the top of its page.

Only the space before items grows, alike in all columns of a page, so that their lines keep standing beside each other. It is
the paragraphs' own and native: what a colleague adds has it too.
"""

from collections.abc import Iterable
from itertools import accumulate

from msgspec.structs import replace

from deckmotor.scene.page import Layout, Page, Paragraph, TextItem

MOST = {1: 0.55, 2: 1.0}
"""The most that is added before an item, over its size: of a list that has the page's width, and of lists in columns."""

FULL = 0.9
"""Share of a place that lists are not to go beyond."""


def aired(page: Page, layout: Layout) -> Page:
    """The page with more space between the items of its lists, where they stand in the places of its layout as they are."""
    bodies = {slot.name for slot in layout.slots if slot.role == "body" and slot.look == "list" and not slot.spread}
    texts = [item for item in page.items if isinstance(item, TextItem) and item.slot in bodies and _is_list(item)]
    if not texts or any(isinstance(item, TextItem) and item.moved for item in page.items):
        return page
    size = texts[0].paragraphs[0].style.text.size
    air = min(round(size * MOST[min(len(texts), 2)]), *(_spare(item) for item in texts))
    if air <= 0:
        return page
    return replace(page, items=tuple(_with_air(item, air) if item in texts else item for item in page.items))


def _is_list(item: TextItem) -> bool:
    """Whether a text is a list, or has one below what it says."""
    return any(part.style.bullet is not None and part.level == 0 for part in item.paragraphs)


def _begins(parts: Iterable[Paragraph]) -> list[bool]:
    """For each paragraph, whether it is an item that follows another."""
    return [at > 0 and part.level == 0 for at, part in enumerate(parts)]


def _spare(item: TextItem) -> int:
    """What can stand before each further item of a list, EMU."""
    room = round((item.box.height - item.insets.top - item.insets.bottom) * FULL)
    return (room - item.height) // max(1, sum(_begins(item.paragraphs)))


def _with_air(item: TextItem, air: int) -> TextItem:
    begins = _begins(item.paragraphs)
    parts = []
    for part, more, down in zip(item.paragraphs, begins, accumulate(begins), strict=True):
        style = replace(part.style, before=part.style.before + air * more)
        lines = tuple([replace(line, baseline=line.baseline + air * down) for line in part.lines])
        parts.append(replace(part, style=style, lines=lines))
    return replace(item, paragraphs=tuple(parts), height=item.height + air * sum(begins))
