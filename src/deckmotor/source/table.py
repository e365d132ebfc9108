"""Comma-separated text (RFC 4180, and what spreadsheets of other languages save) to rows of texts with their places.

What is a workbook instead is handed on to `workbook`, whatever it is called.
"""

import re

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.source.cells import Cells, Row, Wanted
from deckmotor.source.decode import first_bad_character
from deckmotor.source.nodes import Scalar
from deckmotor.span import Span

SEPARATORS = ";\t,|"
"""What may stand between two cells; where several fit, the first of them."""

_DECIMAL_COMMA = re.compile(r"[-+−]?[\d \u00a0\u202f]*\d,\d+")

_PERCENT = re.compile(r"[ \u00a0\u202f]?%$")

MOST_PROBLEMS = 100
"""Problems told of one file."""


MOST_CELLS = 500_000
"""Of one file, as many as values of a file of YAML."""


WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods")
"""Endings of workbooks. Those that can't be read are among them because what to do about them is told."""

PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
"""How a zip file begins, and an old file of Office: no table of text does."""


def read_cells(data: bytes, wanted: Wanted) -> Cells:
    """The cells of a file, in whatever way it was saved; what can't be read as a table is told."""
    file = wanted.path
    if data.startswith(PACKED) or file.lower().endswith(WORKBOOKS):
        from deckmotor.source.workbook import read_workbook  # Slow to load, and most tables are text.

        return read_workbook(data, wanted)
    for key, value in (("sheet", wanted.sheet), ("range", wanted.range)):
        if value is not None:
            return Cells((), "", (problem("text-has-no-sheets", value.span, key=key, path=file),))
    text = decoded(data)
    if (found := first_bad_character(text, file)) is not None:
        return Cells((), "", (found,))
    separator = _separator(text)
    problems: list[Diagnostic] = []
    rows = tuple(row for row in _rows(text, separator, file, problems) if any(cell.text for cell in row))
    return Cells(rows, separator, tuple(problems))


def decoded(data: bytes) -> str:
    """UTF-8 or UTF-16, with a mark or without, else what Windows writes in western Europe."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    head = data[:1000]
    if len(head) >= 4 and head.count(0) * 3 >= len(head):  # Each letter of a Latin alphabet has a zero byte in it.
        return data.decode("utf-16-le" if not any(head[1:8:2]) else "utf-16-be", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _separator(text: str) -> str:
    """The sign that the first line has most of, outside of quotes."""
    first = re.sub(r'"[^"]*"', "", text.lstrip("\r\n").partition("\n")[0])
    return max(SEPARATORS, key=lambda sign: (first.count(sign), -SEPARATORS.index(sign)))


def _rows(text: str, separator: str, file: str, problems: list[Diagnostic]) -> list[Row]:
    sign = re.escape(separator)
    cell = re.compile(rf'[ ]*(?:"((?:[^"]++|"")*+)"[ ]*|([^{sign}\r\n]*))({sign}|\r\n|\n|\r|$)')
    rows: list[Row] = []
    row: list[Scalar] = []
    at = begin = count = 0
    line = 1
    while at < len(text):
        found = cell.match(text, at)
        assert found is not None, "the second way to write a cell matches anything"
        quoted = found[1] is not None
        start, end = found.span(1 if quoted else 2)
        value = found[1].replace('""', '"') if quoted else found[2].strip()
        count += 1
        if count > MOST_CELLS:
            problems.append(problem("too-many-values", Span(file, line), limit=f"{MOST_CELLS:,}"))
            return []
        row.append(Scalar(value, Span(file, line, start - begin + 1, start, end), quoted))
        if not quoted and value.startswith('"') and len(problems) < MOST_PROBLEMS:
            problems.append(problem("table-quote", Span(file, line, start - begin + 1, start, start + 1)))
        at = found.end()
        if quoted and (breaks := re.findall(r"\r\n|\n|\r", found[1])):
            line += len(breaks)
            begin = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
        if found[3] != separator:
            rows.append(tuple(row))
            row = []
            line, begin = line + 1, at
    return [*rows, tuple(row)] if row else rows


def with_point(cell: Scalar) -> Scalar:
    """A number with a decimal comma, as whoever separates cells by other signs writes it."""
    text = _PERCENT.sub("", cell.text)
    if _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif not re.fullmatch(r"[-+−]?[\d \u00a0\u202f]+", text):
        return cell
    return Scalar(text, cell.span, cell.quoted)
