"""Reading on after an error of syntax: what is broken is left out, and the rest is read again.

The parser gives up at its first error. A person mends files, not lines, so the errors after it are looked for too: the line of
an error, with what stands further in below it, is written over with spaces, so that all other places stay, and the text is read
again. Where a key has both a wrong text and keys or items below it (`slides: :`), only that text is left out. What is then out
of place right below is a consequence of what was left out, and not told.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.source.nodes import Node

MOST_ERRORS = 20
"""Errors of syntax that are looked for in one file: one of another kind has one on each line."""

MOST_READ = 4_000_000
"""Characters that are read again, all times together. They take about a second."""

_OUT_OF_PLACE = (
    "comment-within",
    "indentation",
    "item-in-text",
    "neither",
    "no-colon-above",
    "no-key",
    "stray-item",
    "stray-key",
    "too-far-in",
)
_LEFT_OVER = ("text-after", "unclosed", "unopened", "yaml-syntax")
_CONSEQUENCES = frozenset(_OUT_OF_PLACE + _LEFT_OVER)
"""What may be said of a line because the one above it was left out."""


_ABOVE = ("item-in-text", "no-colon-above", "stray-item", "too-far-in")
"""What is told of a line for what stands in the one above it."""

_VALUE = re.compile(r"(?:[ \t]*(?:- +)?[^\s#:\"'\[{][^\n:]*:)[ \t]+(?![ \t\r]*\n|#)")
"""A line with a key, up to the text that it has."""

_BLOCK = re.compile(r"-[ \t\r\n]|[^\s#:\"'\[{][^\n:]*:[ \t\r\n]")
"""How a line of keys or items begins."""


class Broken(Struct, frozen=True):
    """Where the parser gave up."""

    problem: Diagnostic
    start: int
    """Where what is broken begins: at the place of the problem, or where the brackets or quotes around it open."""


class Reading(Struct, frozen=True):
    """A text that was read."""

    root: Node | None
    problems: tuple[Diagnostic, ...]
    """Errors of syntax are not among them."""
    broken: Broken | None = None


def all_problems(text: str, reading: Reading, read: Callable[[str], Reading]) -> tuple[Diagnostic, ...]:
    """All that is wrong with a text whose first reading has ended at an error."""
    errors: list[Diagnostic] = []
    gaps: list[range] = []
    left = MOST_READ
    while reading.broken is not None:
        broken = reading.broken
        if not _is_consequence(broken.problem, gaps):
            # One further up comes of a quote or bracket that was closed by what was told of first.
            errors = [*(one for one in errors if one.span.start < broken.start or one.code not in _CONSEQUENCES)]
            errors.append(broken.problem)
        start, end = _extent(text, broken)
        left -= len(text)
        if len(errors) == MOST_ERRORS or left < 0 or not text[start:end].strip():
            break
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
        gaps.append(range(text.count("\n", 0, start) + 1, text.count("\n", 0, end) + _empty_lines(text, end) + 2))
        reading = read(text)
    # Two problems on one line have one cause, and the error of syntax knows more.
    lines = {one.span.line for one in errors}
    found = (one for one in reading.problems if one.span.line not in lines and not _is_consequence(one, gaps))
    return tuple(sorted((*errors, *found), key=lambda one: one.span.start))


def _is_consequence(problem: Diagnostic, gaps: list[range]) -> bool:
    """Whether a problem may come only of what was left out; each gap is its lines, and the first one below it."""
    if problem.code == "duplicate-key":
        between = range(dict(problem.values)["line"], problem.span.line + 1)
        return any(gap.start in between for gap in gaps)
    return problem.code in _CONSEQUENCES and any(problem.span.line in gap for gap in gaps)


def _extent(text: str, broken: Broken) -> tuple[int, int]:
    """What is left out: the line where it begins, and what belongs to it below."""
    span = broken.problem.span
    if broken.problem.code == "bad-character":
        return span.start, span.end
    start = text.rfind("\n", 0, broken.start) + 1
    value = _value_above_block(text, start, broken.problem.code)
    if value is not None:
        return value
    end = _end_of_line(text, max(span.start, broken.start))
    indent = _indent(text, start, end)
    is_item = text.startswith("-", start + indent)
    while end < len(text):
        after = _end_of_line(text, end)
        line = text[end:after].strip()
        depth = _indent(text, end, after)
        same = line[:1] in "]}" or (line.startswith("-") and not is_item)
        if line and not line.startswith("#") and not (depth > indent or (depth == indent and same)):
            break
        end = after
    return start, end


def _value_above_block(text: str, start: int, code: str) -> tuple[int, int] | None:
    """The text of a key that has keys or items below it too, where that is what breaks the line that starts at a place."""
    if code in _ABOVE:
        start = _line_above(text, start)
    key = _VALUE.match(text, start)
    end = _end_of_line(text, start)
    below = re.compile(r"(?:[ \t\r]*(?:#[^\n]*)?\n)*").match(text, end)
    line = below.end() if below else end
    depth = _indent(text, line, _end_of_line(text, line))
    within = depth > _indent(text, start, end) and _BLOCK.match(text, line + depth)
    return (key.end(), end) if key and within else None


def _line_above(text: str, start: int) -> int:
    """Where the line above one starts that is neither empty nor a comment."""
    while start > 0:
        end, start = start, text.rfind("\n", 0, start - 1) + 1
        if text[start:end].strip() and not text[start:end].lstrip().startswith("#"):
            break
    return start


def _end_of_line(text: str, at: int) -> int:
    """Behind the line break of the line at a place."""
    return text.find("\n", at) + 1 or len(text)


def _indent(text: str, start: int, end: int) -> int:
    """How far in a line stands. A tab is wrong anyway, so nothing is further in than it."""
    depth = end - start - len(text[start:end].lstrip(" \t"))
    return depth + len(text) * text.startswith("\t", start, start + depth)


def _empty_lines(text: str, at: int) -> int:
    """How many empty lines follow."""
    blank = re.compile(r"(?:[ \t]*\n)*").match(text, at)
    return blank[0].count("\n") if blank else 0
