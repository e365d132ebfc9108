"""Where words that stand on a page are written."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from deckmotor.model.deck import Slide
from deckmotor.model.text import Plain, Text
from deckmotor.model.walk import parts_of
from deckmotor.scene.page import GroupItem, Item, Page, paragraphs_of
from deckmotor.span import Span

SHORT = 3
"""Characters of which there have to be so many where they are looked for inside of what is written: a `1` is everywhere."""

_SCHEME = re.compile(r"^(?:https?://|mailto:)")
"""What is left out where an address is said."""


def place_of(words: str, line: str, slide: Slide, page: Page | None, *more: Struct) -> Span:
    """The span of what says a line, or else the words: all of them, or more than these, or the most of them; else of the block
    that is drawn there.

    What a page says may be put together: `Källa: SCB`, a label and its text, what is read of a chart. `more` are other parts
    of the deck that the page may show.
    """
    words, line = (" ".join(one.split()) for one in (words, line))
    written = list(_written(slide, *more)) if words or line else []
    ways: tuple[tuple[str, Callable[[str], bool]], ...] = (
        (line, lambda text: text == line),
        (line, lambda text: len(line) >= SHORT and line in text),
        (words, lambda text: text == words),
        (words, lambda text: len(words) >= SHORT and words in text),
        (words or line, lambda text: len(text) > 1 and text in (words or line)),
    )
    for said, way in ways:
        found = [(text, span) for text, span in written if way(text)] if said else []
        if found:
            return max(found, key=lambda one: len(one[0]))[1] if way is ways[-1][1] else found[0][1]
    return _block(words or line, slide, page) if words or line else slide.span


def _block(words: str, slide: Slide, page: Page | None) -> Span:
    """The span of the block whose drawing says the words; the slide's where there is none."""
    if len(slide.blocks) == 1:
        return slide.blocks[0].span
    names = (item.name.partition("/")[2] for item in _items(page.items if page is not None else ()) if words in _said(item))
    tags = {str(block.__struct_config__.tag): block.span for block in reversed(slide.blocks)}
    return next((tags[tag] for name in names if (tag := name.partition("-")[0]) in tags), slide.span)


def _items(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, GroupItem):
            yield from _items(item.items)


def _said(item: Item) -> tuple[str, ...]:
    """Its alternative text, and its paragraphs."""
    texts = ("".join(run.text for run in paragraph.runs) for paragraph in paragraphs_of(item))
    return tuple(" ".join(text.split()) for text in (getattr(item, "alt", None) or "", *texts))


def _written(*roots: Struct) -> Iterator[tuple[str, Span]]:
    """All texts in reading order, and then the words (of alternative texts, values) that stand for something else."""
    parts = [part for root in roots for part in parts_of(root)]
    for part in parts:
        if isinstance(part, Text | Plain):
            yield " ".join(part.plain.split()), part.span
    for part in parts:
        span = getattr(part, "span", None)
        if isinstance(span, Span) and not isinstance(part, Text | Plain):
            for name in part.__struct_fields__:
                value = getattr(part, name)
                if isinstance(value, str) and name != "id":
                    yield _SCHEME.sub("", " ".join(value.split())), span
