"""Space between paragraphs: it gives way before their size does, and that of lists grows where a page has some left.

Only the space before items grows, alike in all columns of a page, so that their lines keep standing beside each other. It is
the paragraphs' own and native: what a colleague adds has it too.
"""

from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import Any

from msgspec.structs import replace

from deckmotor.compose.place import Place
from deckmotor.compose.plain import PlainText
from deckmotor.compose.space import Spread, Styles, spread, with_space
from deckmotor.scene.page import Layout, Page, Paragraph, Slot, TextItem, lowered
from deckmotor.units import points

MOST, MOST_IN_COLUMNS, MOST_BESIDE = 1.2, 3.6, 1.8
"""The most that is added before an item, over its size: of lists of the page's width, of narrower ones, and of those that stand
beside what is no list and fills the page itself: with more they are no list to the eye.
"""

COLUMN = 0.5
"""Share of the page's width that such a place has at most."""

FULL = 0.9
"""Share of a place that lists are not to go beyond."""

GIVES = 0.4
"""Share of the space between paragraphs that gives way before their size does: what is left still parts them."""

SPARE = points(4)
"""What is left free below it: LibreOffice makes text smaller that fills its place to the last point."""


def tightened(text: PlainText | TextItem, over: int, styles: Styles) -> PlainText | TextItem | None:
    """A text that is too high by so much (EMU), its paragraphs closer to each other; None where that is not enough."""
    befores = [part.style.before if at else 0 for at, part in enumerate(text.paragraphs)]
    whole, over = sum(befores), over + SPARE
    if over > whole * GIVES:
        return None
    less = [-(before * over // whole) - 1 if before else 0 for before in befores]
    if isinstance(text, TextItem):
        return spaced(text, less, styles)
    text.spread(spread(text.styles, less, styles))
    return text


def may_air(place: Place) -> bool:
    """Whether a place is one whose lists get more space between their items."""
    slot = place.slot
    return slot is not None and _is_airy(slot) and place.anchor == "top" and place.box == slot.box


def air(text: PlainText, place: Place, width: int, memo: dict[Any, Any]) -> None:
    """Let more space stand between the items of plain text that is the only list of its page, before its lines are made.

    It is what `aired` would find on the finished page; the same for all lists of as many lines in the same styles.
    """
    parts = text.paragraphs
    if not _is_list(parts):
        return
    key = ("air", id(place), width, *map(id, text.styles), *[part.level for part in parts], *text.counts)
    known: tuple[Spread | None, object] | None = memo.get(key)
    if known is None:
        begins = _begins(parts)
        room = place.box.height - place.insets.top - place.insets.bottom
        most = _most(text.styles[0].text.size, place.box.width, width)
        more = max(0, min(most, _spare(room, text.height, begins)))
        made = spread(text.styles, [more * begin for begin in begins], memo.setdefault("spaced", {})) if more else None
        known = memo[key] = (made, (place, text.styles))  # Kept, so that their identities stay their own.
    if known[0] is not None:
        text.spread(known[0])


def aired(page: Page, layout: Layout, width: int, styles: Styles) -> Page:
    """The page with more space between the items of its lists, where they stand in the places of its layout as they are.

    `width` is the page's, EMU.
    """
    places = [slot.name for slot in layout.slots if _is_airy(slot)]
    if not places:
        return page
    items = [item for item in page.items if isinstance(item, TextItem)]
    texts = [item for item in items if item.slot in places and _is_list(item.paragraphs)]
    if not texts or any(item.moved and not _stands_level(item, layout) for item in items):
        return page
    begins = [_begins(item.paragraphs) for item in texts]
    size = texts[0].paragraphs[0].style.text.size
    most = _most(size, max([item.box.width for item in texts]), width)
    if len(texts) < sum(not isinstance(item, TextItem) or item.slot in places for item in page.items):
        most = min(most, round(size * MOST_BESIDE))
    level = _levelled(texts, begins) if len(texts) > 1 else [[0] * len(begins[0])]
    spare = map(_spare, map(_room, texts), [item.height for item in texts], begins, map(sum, level))
    each = max(0, min(most, *spare))
    more = [[each * begin + extra for begin, extra in zip(*one, strict=True)] for one in zip(begins, level, strict=True)]
    if each <= 0 and not any(map(any, level)):
        return page
    made = {id(item): spaced(item, mine, styles) for item, mine in zip(texts, more, strict=True)}
    return replace(page, items=tuple([made.get(id(item), item) for item in page.items]))


def _stands_level(item: TextItem, layout: Layout) -> bool:
    """Whether a text is as high as its place: it may be wider, and stand beside that."""
    slot = None if item.slot is None else layout.slot(item.slot)
    return slot is not None and (slot.box.y, slot.box.height) == (item.box.y, item.box.height)


def _is_airy(slot: Slot) -> bool:
    return slot.role == "body" and slot.look == "list" and not slot.spread


def _is_list(parts: Sequence[Paragraph]) -> bool:
    """Whether a text is a list, or has one below what it says."""
    return any((part.style.bullet is not None and part.level == 0) or part.defines is not None for part in parts)


def _most(size: int, wide: int, width: int) -> int:
    """The most that is added before an item of a size, in places that are so wide at most on a page of a width; EMU."""
    return round(size * (MOST_IN_COLUMNS if wide < width * COLUMN else MOST))


def _begins(parts: Sequence[Paragraph]) -> list[bool]:
    """For each paragraph, whether it is an item that follows another."""
    return [at > 0 and part.level == 0 for at, part in enumerate(parts)]


def _levelled(texts: Sequence[TextItem], begins: Sequence[Sequence[bool]]) -> list[list[int]]:
    """What stands before each paragraph so that the items of lists beside each other begin in rows; EMU, 0 without room."""
    down = [_down(item, mine) for item, mine in zip(texts, begins, strict=True)]
    rows = [max(steps) for steps in zip_longest(*down, fillvalue=0)]
    made = []
    for mine, steps in zip(begins, down, strict=True):
        extra = iter([row - step for row, step in zip(rows, steps, strict=False)])
        made.append([next(extra) if begin else 0 for begin in mine])
    fit = all(_room(item) >= item.height + sum(extra) for item, extra in zip(texts, made, strict=True))
    return made if fit else [[0] * len(mine) for mine in begins]


def _down(item: TextItem, begins: Sequence[bool]) -> list[int]:
    """How far below the item before it each further item of a list begins, EMU."""
    firsts = [part.lines[0].baseline for part, begin in zip(item.paragraphs, begins, strict=True) if begin]
    return [low - high for high, low in pairwise([item.paragraphs[0].lines[0].baseline, *firsts])]


def _spare(room: int, height: int, begins: Sequence[bool], level: int = 0) -> int:
    """What can stand before each further item of a list in its room, beside what lets them begin in rows; EMU."""
    return (round(room * FULL) - height - level) // max(1, sum(begins))


def _room(item: TextItem) -> int:
    return item.box.height - item.insets.top - item.insets.bottom


def spaced(item: TextItem, more: Sequence[int], styles: Styles) -> TextItem:
    """A text that begins at the top of its place, with more space before its paragraphs: EMU for each."""
    down = 0
    parts = []
    for part, space in zip(item.paragraphs, more, strict=True):
        down += space
        if down or space:
            style = with_space(part.style, space, styles) if space else part.style
            part = replace(part, style=style, lines=lowered(part.lines, down))
        parts.append(part)
    return replace(item, paragraphs=tuple(parts), height=item.height + down)
