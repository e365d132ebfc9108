"""Where the characters of a text stand in its file: looked up when there is something to tell of them, and not before."""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from msgspec.structs import replace

from deckmotor.source.nodes import Scalar, Source
from deckmotor.span import Span

_ESCAPE = r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|x..|u.{4}|U.{8}|.)"
"""One character in double quotes (YAML 1.1, 5.7), or in JSON one as a pair of surrogates."""

_CONTINUED = r"\\\r?\n\s*"
"""A line that goes on without a blank."""

_BREAKS = "\x85\u2028\u2029"
"""What breaks a line of text as `\\n` does."""


def place(node: Scalar, start: int = 0, end: int | None = None) -> Span:
    """Where a stretch of a text is written. A value stands where its variable does; a made text, where its span says."""
    first = _written_at(node, start)
    last = first if end == start else _written_at(node, (len(node.text) if end is None else end) - 1, is_end=True)
    source, span = node.source, node.span
    if source is not None:
        return _within(source.span, source.raw, *_raw_places(source, first, last))
    quote = 1 if node.quoted else 0
    if node.begin or span.end - span.start != _written_at(node, len(node.text)) + 2 * quote:
        return span
    at = span.start + quote + first
    return Span(span.file, span.line, span.column + quote + first, at, at + last - first)


def cut(node: Scalar, start: int, end: int) -> Scalar:
    """A part of a text as a text of its own, with its own place."""
    puts = node.puts[_first_after(node, start - 1) : _first_after(node, end - 1)] if node.puts else ()
    moved = tuple([replace(put, start=put.start - start, end=put.end - start) for put in puts])
    return Scalar(node.text[start:end], place(node, start, end), node.quoted, moved, node.source, _written_at(node, start))


def _first_after(node: Scalar, index: int) -> int:
    return bisect_right(node.puts, index, key=lambda put: put.start)


def _written_at(node: Scalar, index: int, *, is_end: bool = False) -> int:
    """The index in the text before variables; of a value, that of its variable. With `is_end`, the index after it."""
    number = _first_after(node, index) if node.puts else 0
    if not number:
        return node.begin + index + is_end
    put = node.puts[number - 1]
    if index < put.end:
        return put.at + (put.written if is_end else 0)
    return put.at + put.written + index - put.end + is_end


def _raw_places(source: Source, start: int, end: int) -> tuple[int, int]:
    """The indexes in the raw text of a stretch of what it reads."""
    if source.raw[:1] == "|":
        first = _in_block(source, start)
        return first, _in_block(source, end - 1) + 1 if end > start else first
    places = _places(source.raw, source.text)
    return places[start][0], places[end - 1][1] if end > start else places[start][0]


def _in_block(source: Source, index: int) -> int:
    """The place in a `|` block: its lines stand below the mark, one by one, indented."""
    starts, rows = _rows(source.raw, source.text)
    number = bisect_right(starts, index) - 1
    row, length = rows[min(number + 1, len(rows) - 1)]
    read = (starts[number + 1] if number + 1 < len(starts) else len(source.text) + 1) - starts[number] - 1
    return min(row + max(length - read, 0) + index - starts[number], len(source.raw))


@lru_cache(maxsize=1)  # A text with a hundred paragraphs is looked through once.
def _rows(raw: str, text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Where each line of a text begins, and for each line of its raw text the start and length."""
    for sign in _BREAKS:
        raw = raw.replace(sign, "\n")
    lines = raw.split("\n")
    begins = accumulate((len(line) + 1 for line in lines), initial=0)
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    return starts, [(start, len(line.rstrip("\r"))) for start, line in zip(begins, lines, strict=False)]


@lru_cache(maxsize=1)
def _places(raw: str, text: str) -> list[tuple[int, int]]:
    """For each character of a text, and for its end, where its writing begins and ends. Folded breaks take no place."""
    escapes, doubled = raw[:1] == '"', raw[:1] == "'"
    at = raw.find("\n") + 1 if raw[:1] == ">" else 1 if escapes or doubled else 0
    escape, continued = re.compile(_ESCAPE, re.DOTALL).match, re.compile(_CONTINUED).match
    places = []
    for character in text:
        while escapes and (found := continued(raw, at)):
            at = found.end()
        blank = character.isspace()
        while not blank and raw[at : at + 1].isspace():
            at += 1
            while escapes and (found := continued(raw, at)):
                at = found.end()
        start = min(at, len(raw))
        if escapes and (found := escape(raw, at)):
            at = found.end()
        elif not blank or raw[at : at + 1] == character:
            at += 2 if doubled and raw.startswith("''", at) else 1
        places.append((start, min(at, len(raw))))
    return [*places, (min(at, len(raw)), min(at, len(raw)))]


def _within(whole: Span, raw: str, start: int, end: int) -> Span:
    """A stretch of a span's text."""
    line = raw.count("\n", 0, start)
    column = start - raw.rfind("\n", 0, start) if line else whole.column + start
    return Span(whole.file, whole.line + line, column, whole.start + start, whole.start + max(end, start))
