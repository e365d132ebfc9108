"""Where words that stand on a page are written."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from deckmotor.model.deck import Slide
from deckmotor.model.text import Plain, Text
from deckmotor.model.walk import parts_of
from deckmotor.span import Span


def place_of(words: str, slide: Slide, *more: Struct) -> Span:
    """The span of what says the words: all of them, or more than these, or the most of them; else of the block that may.

    What a page says may be put together: `Källa: SCB`, a label and its text, what is read of a chart. `more` are other parts
    of the deck that the page may show.
    """
    said = " ".join(words.split())
    written = list(_written(slide, *more)) if said else []
    ways: tuple[Callable[[str], bool], ...] = (
        lambda text: text == said,
        lambda text: said in text,
        lambda text: len(text) > 1 and text in said,
    )
    for way in ways:
        found = [(text, span) for text, span in written if way(text)]
        if found:
            return max(found, key=lambda one: len(one[0]))[1] if way is ways[-1] else found[0][1]
    return slide.blocks[0].span if said and len(slide.blocks) == 1 else slide.span


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
                    yield " ".join(value.split()), span
