"""Reading on after an error of syntax: what is broken is left out, and the rest is read again.

The parser gives up at its first error. A person mends files, not lines, so the errors after it are looked for too: what is
broken is written over with spaces, so that all other places stay, and the text is read again. Where a line is broken in its
text, its key or dash stays, so that what stands below is still in its place, and its errors are its own. Elsewhere the line is
left out with what stands further in below it; what is then out of place right below is a consequence of that, and not told.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.source.broken import Broken, Reading

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
"""What may be said of a line because the one above it was left out; of the latter, only where that had a quote or bracket."""

_OPENING = re.compile(r"[\"'\[{]")


_ABOVE = ("item-in-text", "no-colon-above", "stray-item", "too-far-in")
"""What is told of a line for what stands in the one above it."""

# Compiled when there is an error: they would be a hundredth of every start.
_VALUE = r"(?:[ \t]*(?:- +)?[^\s#:\"'\[{][^\n:]*:)[ \t]+(?![ \t\r]*\n|#)"
"""A line with a key, up to the text that it has."""

_LINE = r"(?P<lead> *(?:- +)*)(?:-(?=[^\s-]))?(?P<word>[^\s:#\"'\[\]{}&*!|>%@`,-][^\s:]*)?(?P<colon>:?)[^\n]*"
"""A line, its dashes and its first word."""

_BLOCK = r"-[ \t\r\n]|[^\s#:\"'\[{][^\n:]*:[ \t\r\n]"
"""How a line of keys or items begins."""


_BEGINS = r"(?:[ \t\r]*(?:#[^\n]*)?\n)*[ \t]*(?:-|[^\s#:\"'\[{][^\s:]*:)"
"""How such a line begins that may be broken itself, behind lines that are empty or comments."""


_WITH_TAB = r" *\t[^\n:]*:[ \t]+[^\s|>][^\n]*\n?"
"""A line with a tab before its key, and a plain text behind it: words below are no more of that."""


class Gap(Struct, frozen=True):
    """What was left out."""

    lines: range
    """Its lines, and the first one below it."""
    consequences: frozenset[str]
    """What is said of these only because it was left out."""


def all_problems(text: str, reading: Reading, read: Callable[[str], Reading]) -> tuple[Diagnostic, ...]:
    """All that is wrong with a text whose first reading has ended at an error."""
    errors: list[Diagnostic] = []
    gaps: list[Gap] = []
    left = MOST_READ
    while reading.broken is not None:
        broken = _cause(text, reading.broken, read)
        left -= len(text) * (broken is not reading.broken)
        if not _is_consequence(broken.problem, gaps):
            # One further up comes of a quote or bracket that was closed by what was told of first.
            errors = [*(one for one in errors if one.span.start < broken.start or one.code not in _CONSEQUENCES)]
            errors.append(broken.problem)
        if len(errors) == MOST_ERRORS or left < 0:
            break
        without, end = _without_text(text, broken)
        if end:
            left -= len(text)
            further = read(without)
            if _is_another(broken, further.broken, end, text):
                text, reading = without, further
                continue
        start, end = _extent(text, broken)
        left -= len(text)
        if not text[start:end].strip():
            break
        gaps.append(_gap(text, start, end))
        text = text[:start] + _blank(text[start:end]) + text[end:]
        reading = read(text)
    # Two problems on one line have one cause, and the error of syntax knows more.
    lines = {one.span.line for one in errors}
    found = (one for one in reading.problems if one.span.line not in lines and not _is_consequence(one, gaps))
    return tuple(sorted((*errors, *found), key=lambda one: one.span.start))


def _cause(text: str, broken: Broken, read: Callable[[str], Reading]) -> Broken:
    """What is told of a line inside of a quote or bracket that opens further up: that, if it is never closed."""
    start = text.rfind("\n", 0, broken.problem.span.start) + 1
    if broken.start >= start or broken.problem.code == "unclosed":
        return broken
    end = _end_of_line(text, start)
    line = re.compile(_LINE).match(text, start)
    kept = "" if line is None else _kept(line)
    without = read(text[:start] + kept + _blank(text[start + len(kept) : end]) + text[end:]).broken
    is_open = without is not None and without.problem.code == "unclosed" and without.problem.span.start < start
    return without if without is not None and is_open else broken


def _gap(text: str, start: int, end: int) -> Gap:
    """What is left out between two places of a text."""
    lines = range(text.count("\n", 0, start) + 1, text.count("\n", 0, end) + _empty_lines(text, end) + 2)
    if _OPENING.search(text, start, end):
        return Gap(lines, _CONSEQUENCES)
    whole = re.compile(_WITH_TAB).fullmatch(text, start, end)
    return Gap(lines, frozenset(_OUT_OF_PLACE).difference(["neither"] if whole else ()))


def _is_consequence(problem: Diagnostic, gaps: list[Gap]) -> bool:
    """Whether a problem may come only of what was left out."""
    if problem.code == "duplicate-key":
        between = range(dict(problem.values)["line"], problem.span.line + 1)
        return any(gap.lines.start in between for gap in gaps)
    return any(problem.span.line in gap.lines and problem.code in gap.consequences for gap in gaps)


def _without_text(text: str, broken: Broken) -> tuple[str, int]:
    """The text with only the key or dash of the broken line, and where what is left out ends.

    That is 0 where the line has neither key nor dash, or nothing else.
    """
    start = text.rfind("\n", 0, broken.start) + 1
    line = re.compile(_LINE).match(text, start)
    above = broken.problem.code in _ABOVE and _value_above_block(text, start, broken.problem.code)
    kept = "" if line is None or above or broken.problem.code == "bad-character" else _kept(line)
    if line is None or not kept.strip() or kept == line[0].rstrip():
        return text, 0
    end = _end_of_line(text, start)
    within = _below(text, end, len(line["lead"]))
    if not re.compile(_BEGINS).match(text, end, within):  # What goes on below belongs to the text.
        end = within
    behind = start + len(kept)
    return text[:start] + kept + _blank(text[behind:end]) + text[end:], end


def _kept(line: re.Match[str]) -> str:
    """A line's dashes and key, in their places. A space or colon that is missing is written over what stands there."""
    lead, word, colon = line["lead"], line["word"] or "", line["colon"]
    if word and line.start("word") > line.end("lead"):
        lead, word = f"{lead}- ", word[1:]
    if word and not colon and not lead.strip():
        word, colon = (word if len(line[0].rstrip()) > len(lead + word) else word[:-1]), ":"
    return f"{lead}{word}{colon}" if word and colon else lead


def _is_another(before: Broken, after: Broken | None, end: int, text: str) -> bool:
    """Whether what is broken next is another thing than what was left out, which ended there."""
    if after is None:
        return True
    at = min(after.start, after.problem.span.start)
    # A quote or bracket that was not closed may be closed further down.
    closes = before.problem.code == "unclosed" and after.problem.code in _CONSEQUENCES
    return at >= end and not (closes and not re.compile(_BEGINS).match(text, text.rfind("\n", 0, at) + 1))


def _below(text: str, end: int, indent: int) -> int:
    """Where what stands further in than `indent` ends, from the line that begins at a place."""
    while end < len(text):
        after = _end_of_line(text, end)
        line = text[end:after].strip()
        if line and not line.startswith("#") and _indent(text, end, after) <= indent and line[:1] not in "]}":
            break
        end = after
    return end


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _extent(text: str, broken: Broken) -> tuple[int, int]:
    """What is left out: the line where it begins, and what belongs to it below: words too, where a quote or bracket is open."""
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
    while end < len(text) and broken.problem.code != "tab":
        after = _end_of_line(text, end)
        line = text[end:after].strip()
        depth = _indent(text, end, after)
        same = line[:1] in "]}" or (line.startswith("-") and not is_item)
        same = same or (broken.problem.code == "unclosed" and not re.compile(_BEGINS).match(text, end))
        if line and not line.startswith("#") and not (depth > indent or (depth == indent and same)):
            break
        end = after
    return start, end


def _value_above_block(text: str, start: int, code: str) -> tuple[int, int] | None:
    """The text of a key that has keys or items below it too, where that is what breaks the line that starts at a place."""
    if code in _ABOVE:
        start = _line_above(text, start)
    key = re.compile(_VALUE).match(text, start)
    end = _end_of_line(text, start)
    below = re.compile(r"(?:[ \t\r]*(?:#[^\n]*)?\n)*").match(text, end)
    line = below.end() if below else end
    depth = _indent(text, line, _end_of_line(text, line))
    within = depth > _indent(text, start, end) and re.compile(_BLOCK).match(text, line + depth)
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
