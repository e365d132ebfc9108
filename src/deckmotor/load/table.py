"""Rows of a file of comma-separated text or a workbook, as rows of a YAML table are: the first line names the columns."""

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import MOST_PROBLEMS, problem
from deckmotor.source.cells import Row, Wanted
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.table import PACKED, read_cells
from deckmotor.span import Span


def rows_of(data: bytes, wanted: Wanted) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The rows as a list of mappings; None where the file is no table, and why. A cell without anything has no value."""
    cells = read_cells(data, wanted)
    problems = list(cells.problems)
    if not cells.rows and problems:
        return None, tuple(problems)
    if len(cells.rows) < 2:
        return None, (*problems, problem("table-head", cells.rows[0][0].span if cells.rows else _place(data, wanted)))
    head, *body = cells.rows
    names = _names(head, body, problems)
    if "id" not in names and "name" not in names:
        hints = (f"call one of them `id` or `name`: {', '.join(filter(None, names))}",)
        return None, (
            *problems,
            problem("missing-key", head[0].span, of="the first line of the table", keys="`id` or `name`", hints=hints),
        )
    rows = []
    for row in body:
        if len(row) > len(names) and any(cell.text for cell in row[len(names) :]) and len(problems) < MOST_PROBLEMS:
            expected = f"{len(names)} cells, as its first line has"
            problems.append(
                problem("wrong-length", row[len(names)].span, of="a row of the table", expected=expected, found=len(row))
            )
        pairs = zip(head, row, strict=False)
        rows.append(Mapping(tuple((key, _value(cell)) for key, cell in pairs if key.text), row[0].span))
    return Sequence(tuple(rows), head[0].span), tuple(problems)


def _place(data: bytes, wanted: Wanted) -> Span:
    """Where a table without anything stands: its file, but the sheet of a workbook where it is named."""
    return (wanted.sheet or wanted.named).span if data.startswith(PACKED) else Span(wanted.path)


def _names(head: Row, body: list[Row], problems: list[Diagnostic]) -> list[str]:
    """The names of the columns; what has none, or one that another has, is told."""
    names: list[str] = []
    for at, cell in enumerate(head):
        name = cell.text
        if not name and any(at < len(row) and row[at].text for row in body):
            problems.append(problem("table-column", cell.span, number=at + 1))
        elif name and name in names:
            problems.append(problem("duplicate-key", cell.span, key=name, line=cell.span.line))
        names.append(name)
    return names


def _value(cell: Scalar) -> Scalar:
    """A cell as the text that it is: `~` is no blank, and `${` no variable."""
    if not cell.text:
        return Scalar("", cell.span)
    return Scalar(cell.text.replace("${", "$${"), cell.span, True)
