"""Slides that have only moved in their files: what was composed of them before stands, and is not made again."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.edition import Edition
from deckmotor.model.deck import Deck, Slide
from deckmotor.span import Span


class Moved:
    """By edition the slides as they were composed last."""

    def __init__(self) -> None:
        self._last: dict[Edition, dict[str, Slide]] = {}

    def settled(self, deck: Deck) -> Deck:
        """The deck with slides of before where these say the same, and stand elsewhere; else the same object."""
        last = self._last.get(deck.edition, {})
        pairs = [(slide, last.get(slide.id or "", slide)) for slide in deck.slides]
        slides = tuple([before if before is slide or is_alike(slide, before) else slide for slide, before in pairs])
        self._last[deck.edition] = {slide.id or "": slide for slide in slides}
        same = all(one is other for one, other in zip(slides, deck.slides, strict=True))
        return deck if same else replace(deck, slides=slides)


def is_alike(one: Any, other: Any) -> bool:
    """Whether two parts of a deck say the same, wherever they stand."""
    kind = type(one)
    if kind is not type(other):
        return False
    if kind is tuple:
        return len(one) == len(other) and all(map(is_alike, one, other))
    if not issubclass(kind, Struct):
        return bool(one == other)
    if issubclass(kind, Span):
        return True
    for name in kind.__struct_fields__:
        mine, its = getattr(one, name), getattr(other, name)
        if mine is not its and not is_alike(mine, its):  # Most are the same, or nothing.
            return False
    return True
