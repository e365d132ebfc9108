"""Code between two lines of three backticks within a `text:`, as Markdown has it: it becomes a block of its own."""

import re

from deckmotor.model.kinds import Reading
from deckmotor.source.nodes import Mapping, Node, Scalar
from deckmotor.source.places import cut, place

MARK = "```"

_FENCE = re.compile(r"(?m)^[^\S\n]*```[^\S\n]*([^\s`]*)[^\n`]*$")
_END = re.compile(r"(?m)^[^\S\n]*```[^\S\n]*$")


def with_fences(node: Mapping, reading: Reading) -> Mapping:
    """A slide or column whose `text:` has such lines, with the text and the code as two blocks in their order."""
    entries: list[tuple[Scalar, Node]] = []
    for name, value in node.entries:
        if name.text == "text" and isinstance(value, Scalar) and MARK in value.text:
            entries += _parts(name, value, node, reading)
        else:
            entries.append((name, value))
    return Mapping(tuple(entries), node.span)


def _parts(name: Scalar, text: Scalar, slide: Mapping, reading: Reading) -> list[tuple[Scalar, Node]]:
    opened = _FENCE.search(text.text)
    if opened is None:
        return [(name, text)]
    closed = _END.search(text.text, opened.end())
    fence = place(text, opened.start() + len(opened[0]) - len(opened[0].lstrip()), opened.end())
    if closed is None:
        reading.report("code-fence-open", fence)
        return []
    before, after = text.text[: opened.start()], text.text[closed.end() :]
    if (before.strip() and after.strip()) or MARK in after or slide.get("code") is not None:
        reading.report("code-in-text", fence)
        return []
    found: list[tuple[Scalar, Node]] = []
    if before.strip():
        found.append((name, cut(text, 0, len(before.rstrip()))))
    lines = cut(text, opened.end() + 1, max(opened.end() + 1, closed.start() - 1))
    language = [(Scalar("language", fence), cut(text, *opened.span(1)))] if opened[1] else []
    found.append((Scalar("code", fence), Mapping(((Scalar("text", fence), lines), *language), fence)))
    if after.strip():
        begin = len(text.text) - len(after.lstrip())
        found.append((name, cut(text, begin, len(text.text))))
    return found
