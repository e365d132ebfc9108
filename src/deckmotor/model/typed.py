"""How what somebody meant is typed in the language: texts, keys with their values, lists on one line."""

import re
from collections.abc import Iterator

from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.quotes import quoted

DASHES = r"\s+[-–—=|→]+>?\s+|\t+"
"""What people write between the two halves of an item."""


def shown(text: str) -> str:
    """A text as it can be typed between braces and brackets."""
    return shortened(text, 60) if re.fullmatch(r"[\w.][\w ./()%€-]*", text) else quoted(shortened(text, 60))


def pair_of(text: str, keys: tuple[str, str]) -> str:
    """How an item is typed that is a key with its value, of what was typed: `1998: The first courses`."""
    first, *rest = re.split(DASHES, text.strip(), maxsplit=1)
    if keys == ("name", "text") and not rest and len(text.split()) > 1:
        return f"1: {shown(text)}"
    if rest:
        return f"{as_key(first)}: {shown(rest[0])}"
    return f"{as_key(text)}: …"


def as_key(text: str) -> str:
    """A text as it can be typed before a colon."""
    line = shortened(text, 60)
    return quoted(line) if ": " in line or " #" in line or not re.match(r"[\w.(/]", line) else line


def several(text: str, least: int) -> tuple[str, ...]:
    """The parts of a text that was meant as a list: between commas, arrows, signs. Empty where it was not."""
    parts = [part.strip() for part in re.split(r"\s*(?:[,;|/]\s|->|→|\n|\bvs\b\.?|\bmot\b)\s*", text) if part.strip()]
    short = all(len(part.split()) <= 4 and not part.endswith(".") for part in parts)
    return tuple(parts) if len(parts) >= max(2, least) and short else ()


def listed_so(parts: tuple[str, ...]) -> str:
    """How these are typed as a list on one line."""
    return f"[{', '.join(shown(part) for part in parts)}]"


def typed(node: Mapping) -> str:
    """How keys with their values are typed on one line."""
    return f"{{{', '.join(each_typed(node))}}}"


def each_typed(inner: Mapping) -> Iterator[str]:
    """The first keys with their values, each as it is typed."""
    for key, value in inner.entries[:6]:
        yield f"{key.text}: {value_typed(value)}"


def value_typed(value: Node) -> str:
    """How a text or a short list of texts is typed after a colon; of anything else, that something stands there."""
    if isinstance(value, Scalar):
        return shown(value.text)
    texts = texts_of(value)
    return listed_so(texts) if texts and sum(map(len, texts)) <= 60 else "…"


def texts_of(node: Node) -> tuple[str, ...]:
    """The texts of a list that holds nothing else; none where it does, or is no list."""
    if not isinstance(node, Sequence):
        return ()
    texts = tuple([item.text for item in node.items if isinstance(item, Scalar)])
    return texts if len(texts) == len(node.items) else ()
