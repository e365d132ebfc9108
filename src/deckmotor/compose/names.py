"""Names at the beginning of a sentence: words that have their capital elsewhere on their slide too, or in the deck's head.

Loaded when such a word is to take a hyphen. What another slide says is not asked, so that each is composed by what it holds.
"""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from deckmotor.compose.breaks import begins_sentence
from deckmotor.model.deck import Head, Slide
from deckmotor.model.text import Text

_WORD = re.compile(r"[^\W\d_]{2,}")


def is_named(word: str, said: tuple[Slide, Head], memo: dict[Any, Any]) -> bool:
    """Whether a word, with or without an s at its end, is a name where a slide or its deck's head says it."""
    slide, head = said
    key = ("names", id(slide), id(head))
    if key not in memo:
        memo[key] = (said, _said(slide, head))  # An identity is only good as long as its object lives.
    return not memo[key][1].isdisjoint([_bare(found[0]) for found in _WORD.finditer(word)])


def _said(slide: Slide, head: Head) -> frozenset[str]:
    """The names that a slide and its deck's head say."""
    who = [found[0] for name in (*head.makers, *head.commissioned_by) for found in _WORD.finditer(name.plain)]
    names = [name for text in _texts((slide, head.title, head.subtitle)) for name in _names(text.plain)]
    return frozenset(map(_bare, (*who, *names)))


def _bare(word: str) -> str:
    """A word without what its genitive adds."""
    return word.casefold().removesuffix("s")


def _names(text: str) -> Iterator[str]:
    """The words of a text that have a capital within a sentence."""
    for found in _WORD.finditer(text):
        if found[0][0].isupper() and not begins_sentence(text[: found.start()]):
            yield found[0]


def _texts(value: Any) -> Iterator[Text]:
    """All texts in a part of the model."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from _texts(getattr(value, field))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)
