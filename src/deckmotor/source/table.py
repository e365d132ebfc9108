"""Comma-separated text (RFC 4180, and what spreadsheets of other languages save) to rows of texts with their places."""

import re

from deckmotor.source.nodes import Scalar
from deckmotor.span import Span

SEPARATORS = ";\t,|"
"""What may stand between two cells; where several fit, the first of them."""

_DECIMAL_COMMA = re.compile(r"[-+−]?[\d \u00a0\u202f]*\d,\d+")

_PERCENT = re.compile(r"[ \u00a0\u202f]?%$")

Row = tuple[Scalar, ...]


def read_table(data: bytes, file: str) -> tuple[Row, ...]:
    """The rows of a file that are not empty, the head among them. Numbers have a point for their decimals."""
    text = _decoded(data)
    separator = _separator(text)
    rows = tuple(row for row in _rows(text, separator, file) if any(cell.text for cell in row))
    if separator == ",":
        return rows
    return tuple(tuple(map(_with_point, row)) for row in rows)


def _decoded(data: bytes) -> str:
    """UTF-8 or UTF-16, else what Windows writes in western Europe."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _separator(text: str) -> str:
    """The sign that the first line has most of, outside of quotes."""
    first = re.sub(r'"[^"]*"', "", text.lstrip("\r\n").partition("\n")[0])
    return max(SEPARATORS, key=lambda sign: (first.count(sign), -SEPARATORS.index(sign)))


def _rows(text: str, separator: str, file: str) -> list[Row]:
    sign = re.escape(separator)
    cell = re.compile(rf'[ ]*(?:"((?:[^"]|"")*)"[ ]*|([^{sign}\r\n]*))({sign}|\r\n|\n|\r|$)')
    rows: list[Row] = []
    row: list[Scalar] = []
    at = begin = 0
    line = 1
    while at < len(text):
        found = cell.match(text, at)
        if found is None:  # A quote that is not closed, or text after one: taken as it is, to the end of the line.
            end = next((place for place in range(at, len(text)) if text[place] in "\r\n"), len(text))
            row.append(Scalar(text[at:end], Span(file, line, at - begin + 1, at, end), True))
            at = end + 1
            rows.append(tuple(row))
            row, line, begin = [], line + 1, at
            continue
        quoted = found[1] is not None
        start, end = found.span(1 if quoted else 2)
        value = found[1].replace('""', '"') if quoted else found[2].strip()
        row.append(Scalar(value, Span(file, line, start - begin + 1, start, end), quoted))
        at = found.end()
        if found[3] != separator:
            rows.append(tuple(row))
            row = []
            line += 1 + (found[1] or "").count("\n")
            begin = at
    return [*rows, tuple(row)] if row else rows


def _with_point(cell: Scalar) -> Scalar:
    """A number with a decimal comma, as whoever separates cells by other signs writes it."""
    text = _PERCENT.sub("", cell.text)
    if _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif not re.fullmatch(r"[-+−]?[\d \u00a0\u202f]+", text):
        return cell
    return Scalar(text, cell.span, cell.quoted)
