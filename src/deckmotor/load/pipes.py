"""A table that is written with pipes, as in Markdown, to rows of cells.

    | Kommun | Studerande |
    |--------|-----------:|
    | Kalix  |        120 |

The line of hyphens is not needed; its colons say how columns are aligned. Cells may go over several (`load.marks`).
Where no pipe is written, tabs part the cells: rows that were copied from a sheet or a document.
"""

import re

from msgspec.structs import replace

from deckmotor.load.chosen import Reading
from deckmotor.model.masked import Masked
from deckmotor.source.nodes import Mapping, Node, Put, Scalar, Sequence
from deckmotor.source.places import cut, place

_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
"""The line between the header and the other rows."""

_ALIGNS = {(False, True): "right", (True, True): "center"}
"""By the colons before and after hyphens; `left` else."""

_MARKS, _SIGNS = ("<", "^"), (r"\<", r"\^")
"""What says that a cell goes on there, in no quotes; and how these signs are written where they are meant, which get quotes."""

_CELL = re.compile(r"(?:[^|\\]|\\.?)*")


def is_piped(node: Node | None) -> bool:
    """Whether a text is such a table."""
    return isinstance(node, Scalar) and ("|" in node.text or ("\t" in node.text and "\n" in node.text))


def with_pipes(table: Scalar, reading: Reading) -> Mapping:
    """The table with its rows as lists. What a variable put in is text: a pipe in it ends no cell."""
    masked = Masked(table)
    row_of = _row if "|" in masked.text else _tabbed
    rows: list[Sequence] = []
    aligns: tuple[Scalar, ...] = ()
    at = 0
    for line in masked.text.split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip():
            continue
        if not aligns and "-" in line and _RULE.fullmatch(line.strip()) and (len(rows) == 1 or _is_second(rows)):
            aligns = tuple(Scalar(_align(cell), table.span) for cell in line.strip().strip("|").split("|"))
            continue
        rows.append(row_of(table, masked, line, start))
    if len(aligns) != len(rows[0].items):
        aligns = ()  # Counted before cells are put together.
    if any(map(_has_marks, rows)):
        from deckmotor.load.marks import with_merged  # Few tables have such cells.

        rows = with_merged(rows, reading)
    entries: list[tuple[Scalar, Node]] = [(Scalar("rows", table.span), Sequence(tuple(rows), table.span))]
    if any(one.text != "left" for one in aligns):
        entries.append((Scalar("align", table.span), Sequence(aligns, table.span)))
    return Mapping(tuple(entries), table.span)


def _is_second(rows: list[Sequence]) -> bool:
    """Whether there are two rows, both of them a header: cells of the first go on."""
    return len(rows) == 2 and any(map(_has_marks, rows))


def _has_marks(row: Sequence) -> bool:
    return any(isinstance(cell, Scalar) and cell.text in _MARKS and not cell.quoted for cell in row.items)


def _row(table: Scalar, masked: Masked, line: str, start: int) -> Sequence:
    first = len(line) - len(line.lstrip())
    at = first + 1 if line[first] == "|" else first
    cells = []
    while at <= len(line):
        match = _CELL.match(line, at)
        assert match is not None, "it matches nothing too"
        text, end = match[0], match.end()
        if text.strip() or end < len(line):
            begin = at + len(text) - len(text.lstrip())
            stop = max(at + len(text.rstrip()), begin)
            cells.append(_cell(table, masked.index(start + begin), masked.index(start + stop)))
        at = end + 1
    whole = place(table, masked.index(start + first), masked.index(start + len(line.rstrip())))
    return Sequence(tuple(cells), whole)


def _tabbed(table: Scalar, masked: Masked, line: str, start: int) -> Sequence:
    """A row whose cells tabs part; empty ones count, at both ends."""
    cells = []
    for found in re.finditer(r"[^\t]+|(?<=\t)(?=\t|$)|^(?=\t)", line):
        begin = found.start() + len(found[0]) - len(found[0].lstrip())
        stop = max(found.start() + len(found[0].rstrip()), begin)
        cells.append(_cell(table, masked.index(start + begin), masked.index(start + stop)))
    return Sequence(tuple(cells), place(table, masked.index(start), masked.index(start + len(line))))


def _cell(table: Scalar, start: int, end: int) -> Scalar:
    cell = cut(table, start, end) if end > start else Scalar("", place(table, start, start), True)
    if cell.text in _MARKS and not cell.puts:
        return replace(cell, quoted=False)
    return replace(cut(table, start + 1, end), quoted=True) if cell.text in _SIGNS else _unescaped(cell)


def _unescaped(cell: Scalar) -> Scalar:
    """The cell with a pipe for each `\\|` that is written in it; those in values stay."""
    masked = Masked(cell)
    found = [masked.index(one.start()) for one in re.finditer(r"\\\|", masked.text)]
    if not found:
        return cell
    written = [(at, Put(0, 1, _written(cell, at), 2, False)) for at in found] + [(put.start, put) for put in cell.puts]
    parts: list[str] = []
    puts: list[Put] = []
    at = size = 0
    for start, put in sorted(written, key=lambda one: one[0]):
        value = "|" if start in found else cell.text[put.start : put.end]
        parts += (cell.text[at:start], value)
        size += start - at
        puts.append(replace(put, start=size, end=size + len(value)))
        size += len(value)
        at = start + (2 if start in found else len(value))
    return Scalar("".join((*parts, cell.text[at:])), cell.span, cell.quoted, tuple(puts), cell.source, cell.begin)


def _written(cell: Scalar, at: int) -> int:
    """The index of a character in the text before variables."""
    before = [put for put in cell.puts if put.end <= at]
    return at + cell.begin if not before else before[-1].at + before[-1].written + at - before[-1].end


def _align(cell: str) -> str:
    cell = cell.strip()
    return _ALIGNS.get((cell.startswith(":"), cell.endswith(":")), "left")
