"""Code between two lines of three backticks within a `text:`, as Markdown has it: it becomes a block of its own."""

import re
from collections.abc import Iterator

from deckmotor.model.reading import Reading
from deckmotor.source.nodes import Mapping, Node, Scalar
from deckmotor.source.places import cut, place

MARK = "```"

_FENCE = re.compile(r"(?m)^[^\S\n]*```[^\S\n]*([^\s`]*)[^\n`]*$")
_END = re.compile(r"(?m)^[^\S\n]*```[^\S\n]*$")


def with_fences(node: Mapping, reading: Reading) -> Mapping:
    """A slide or column whose `text:` has such lines, with its texts and codes as blocks in their order."""
    entries: list[tuple[Scalar, Node]] = []
    for name, value in node.entries:
        if name.text == "text" and isinstance(value, Scalar) and MARK in value.text:
            entries += _parts(name, value, reading)
        else:
            entries.append((name, value))
    return Mapping(tuple(entries), node.span)


def _parts(name: Scalar, text: Scalar, reading: Reading) -> list[tuple[Scalar, Node]]:
    """The texts and the codes in their order."""
    found: list[tuple[Scalar, Node]] = []
    at = 0
    while (opened := _FENCE.search(text.text, at)) is not None:
        fence = place(text, opened.start() + len(opened[0]) - len(opened[0].lstrip()), opened.end())
        closed = _END.search(text.text, opened.end())
        if closed is None:
            reading.report("code-fence-open", fence)
            return []
        found += _words(name, text, at, opened.start())
        lines = cut(text, opened.end() + 1, max(opened.end() + 1, closed.start() - 1))
        language = [(Scalar("language", fence), cut(text, *opened.span(1)))] if opened[1] else []
        found.append((Scalar("code", fence), Mapping(((Scalar("text", fence), lines), *language), fence)))
        at = closed.end()
    return [*found, *_words(name, text, at, len(text.text))]


def _words(name: Scalar, text: Scalar, begin: int, end: int) -> Iterator[tuple[Scalar, Node]]:
    """The text between two codes, without the empty lines around it; nothing where there is none."""
    words = text.text[begin:end]
    if words.strip():
        yield name, cut(text, begin + len(words) - len(words.lstrip()), begin + len(words.rstrip()))
