"""Words that are wider than their place: told once a slide, where they are written."""

import re
from collections.abc import Iterable

from msgspec import Struct

from deckmotor.compose.look import Look
from deckmotor.messages import problem
from deckmotor.model.text import Plain, Text
from deckmotor.model.walk import parts_of
from deckmotor.model.words import shortened
from deckmotor.scene.text import OBJECT
from deckmotor.span import Span
from deckmotor.typeset.face import elsewhere


def tell_wide(broken: Iterable[str], parts: Iterable[Struct], span: Span, look: Look) -> None:
    """Problems for words that break between two characters, at the first of these parts of the model that holds each.

    `span` is where a word is said to stand that none of them holds: one of the product's own.
    """
    texts = [text for part in parts for text in parts_of(part) if isinstance(text, Text | Plain)] if broken else []
    for piece in dict.fromkeys(broken):
        if OBJECT in piece:
            _tell_formula([text for text in texts if isinstance(text, Text)], span, look)
            continue
        text = next((text for text in texts if piece in text.plain), None)
        word = bare(piece if text is None else _around(piece, text.plain))
        if any(elsewhere(char) is not None for char in word):
            continue  # That such scripts are not set rightly is told once.
        found = problem("word-too-wide", span if text is None else text.place_of(word), word=shortened(word))
        if all((one.code, one.values) != (found.code, found.values) for one in look.problems):
            look.problems.append(found)


def _tell_formula(texts: list[Text], span: Span, look: Look) -> None:
    """The same for a formula, of which only the widest can be too wide."""
    found = [(len(run.text), run.formula, text.span) for text in texts for run in text.runs if run.formula is not None]
    _, formula, where = max(found, default=(0, "", span), key=lambda one: one[0])
    told = problem("formula-in-line", where, formula=shortened(formula or ""))
    if all((one.code, one.values) != (told.code, told.values) for one in look.problems):
        look.problems.append(told)


def _around(piece: str, text: str) -> str:
    """The word that a piece is a part of."""
    at = text.index(piece)
    before, after = re.search(r"\S*$", text[:at]), re.match(r"\S*", text[at:])
    return (before[0] if before else "") + (after[0] if after else "")


def bare(word: str) -> str:
    """A word without the brackets, quotation marks and full stops around it."""
    return re.sub(r"^[^\w/\\]+|[^\w/\\]+$", "", word) or word
