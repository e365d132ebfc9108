"""Text that is lost because YAML takes it for a comment: `- Fråga #3` is `Fråga`."""

import re
from bisect import bisect_right

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.source.nodes import Mapping, Node, Scalar
from deckmotor.span import Span

_CANDIDATE = r"#(?=[^\s#!-])"
"""A `#` with more right behind it. People who mean a comment write a space there."""

_WINDOW = 1_000
"""Characters of a line that are looked at before a place."""

_TEXT_BEFORE = r"[^\s#:-][ \t]+\Z|(?:^|\s)-[ \t]+\Z"
"""What stands before one that seems to belong to a text: a text, or the dash of an item. A key alone is no text."""


def lost_text(text: str, file: str, root: Node, most: int) -> list[Diagnostic]:
    """A warning for each `#` that seems to belong to a text but begins a comment; at most so many."""
    places = [
        found.start() for found in re.finditer(_CANDIDATE, text) if text[found.start() - 1 : found.start()] in (" ", "\t")
    ]
    if not places:
        return []
    covered = sorted((one.span.start, one.span.end) for one in _scalars(root) if one.quoted)
    starts = [start for start, _ in covered]
    problems: list[Diagnostic] = []
    line_end = -1
    for at in places:
        if at < line_end:
            continue  # A line has one comment: the first.
        start, line_end = text.rfind("\n", 0, at) + 1, (text.find("\n", at) + 1 or len(text)) - 1
        before = bisect_right(starts, at) - 1
        line_before = text[max(start, at - _WINDOW) : at]
        if (before >= 0 and at < covered[before][1]) or "#" in line_before or not re.search(_TEXT_BEFORE, line_before):
            continue
        from deckmotor.source.traps import corrected_line  # Only for mistakes.

        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        hints = (f"put the text in quotes: {corrected_line(text, at)}", "if it is a comment, write a space after the `#`")
        problems.append(problem("lost-text", Span(file, line, column, at, at + 1), hints=hints))
        if len(problems) >= most:
            break
    return problems


def text_as_comment(text: str, span: Span) -> Span | None:
    """Where a text that begins with `#` stands after a dash or key that has no other value; None where there is none."""
    if span.end != span.start:
        return None
    found = re.compile(rf"[ \t]+({_CANDIDATE}[^\r\n]*)").match(text, span.start)
    if found is None:
        return None
    start, end = found.start(1), found.start(1) + len(found[1].rstrip())
    return Span(span.file, span.line, span.column + start - span.start, start, end)


def _scalars(root: Node) -> list[Scalar]:
    found: list[Scalar] = []
    open_nodes = [root]
    while open_nodes:
        node = open_nodes.pop()
        if isinstance(node, Scalar):
            found.append(node)
        elif isinstance(node, Mapping):
            open_nodes += (part for entry in node.entries for part in entry)
        else:
            open_nodes += node.items
    return found
