"""Charts whose numbers stand in a file: their nodes with what the file says, so that they are read like all others.

Each cell keeps its place, so that what is wrong with it is told at its line of the file.
"""

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import nearest, problem, unreadable, with_slashes
from deckmotor.model.blocks import CHART_KINDS
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.table import Row, Wanted, read_table
from deckmotor.workspace import Workspace, path_from

Tables = dict[tuple[str, str | None, str | None], tuple[tuple[Row, ...], tuple[Diagnostic, ...]]]
"""The rows of files, and what is wrong with them, by path, sheet and range: a file that many slides name is read once."""

KEYS = ("file", "sheet", "range", "values", "where")
"""Keys of a chart that are read here."""


def needs_data(slide: Node) -> bool:
    """Whether a chart of a slide, or of its columns, names a file."""
    return any(_file_of(chart) is not None for chart in _charts(slide))


def with_data(slide: Node, workspace: Workspace, tables: Tables) -> tuple[Node, tuple[Diagnostic, ...]]:
    """The slide with the numbers of the files that its charts name, and what is wrong with these.

    `tables` are the files that have been read, by path.
    """
    found: list[Diagnostic] = []
    return _filled(slide, Read(workspace, tables), found), tuple(found)


class Read(Struct, frozen=True):
    """The files of a project, and those of them that have been read as tables."""

    workspace: Workspace
    tables: Tables


def _charts(slide: Node) -> list[Node]:
    if not isinstance(slide, Mapping):
        return []
    own = [value for key, value in slide.entries if key.text == "chart"]
    columns = slide.get("columns")
    if isinstance(columns, Sequence):
        own += [chart for column in columns.items for chart in _charts(column)]
    return own


def _file_of(chart: Node) -> Scalar | None:
    name = chart.get("file") if isinstance(chart, Mapping) else None
    return name if isinstance(name, Scalar) and not name.is_null else None


def _filled(slide: Node, files: Read, found: list[Diagnostic]) -> Node:
    if not isinstance(slide, Mapping):
        return slide
    entries: list[tuple[Scalar, Node]] = []
    for key, value in slide.entries:
        if key.text == "chart" and isinstance(value, Mapping) and _file_of(value) is not None:
            chart = _chart(value, files, found)
            if chart is None:  # What is wrong has been told.
                continue
            value = chart
        elif key.text == "columns" and isinstance(value, Sequence):
            value = Sequence(tuple(_filled(column, files, found) for column in value.items), value.span)
        entries.append((key, value))
    return Mapping(tuple(entries), slide.span)


def _chart(chart: Mapping, files: Read, found: list[Diagnostic]) -> Mapping | None:
    """The chart with a table in place of the names of its columns; None where that can't be."""
    name = _file_of(chart)
    assert name is not None, "only charts with a file come here"
    kept = tuple((key, value) for key, value in chart.entries if key.text not in KEYS)
    rows = _read(_wanted(chart, name), files, found)
    if not rows:
        return None
    kind, named = next(((key, value) for key, value in kept if key.text in CHART_KINDS), (Scalar("bars", name.span), None))
    head = [cell.text for cell in rows[0]]
    rows = _chosen(rows, head, chart.get("where"), found)
    if len(rows) < 2:
        return None
    first = _column(named, head, name, found) if named is not None else 0
    values = _values(chart.get("values"), head, first, name, rows, found)
    if first is None or values is None:
        return None
    table = Sequence(tuple(_picked(row, (first, *values), name) for row in rows), name.span)
    others = tuple((key, value) for key, value in kept if key.text not in CHART_KINDS)
    return Mapping(((kind, table), *others), chart.span)


def _wanted(block: Mapping, name: Scalar) -> Wanted:
    """The table that a chart names."""
    sheet, range = (
        value if isinstance(value := block.get(key), Scalar) and not value.is_null else None for key in ("sheet", "range")
    )
    return Wanted(named=name, path=path_from(name.span.file, name.text), sheet=sheet, range=range, bare=True)


def _read(wanted: Wanted, files: Read, found: list[Diagnostic]) -> tuple[Row, ...]:
    """The rows of a table, its head among them; none where that can't be, which is told."""
    sheet, range = (None if one is None else one.text for one in (wanted.sheet, wanted.range))
    key = (wanted.path, sheet, range)
    if key not in files.tables:
        try:
            data = files.workspace.read(wanted.path)
        except FileNotFoundError:
            found.append(problem("file-missing", wanted.named.span, hints=with_slashes(wanted.named.text), path=wanted.path))
            return ()
        except OSError as error:
            found.append(unreadable(error, wanted.named.span, wanted.path, wanted.named.text.strip()))
            return ()
        files.tables[key] = read_table(data, wanted)
    rows, problems = files.tables[key]
    found += problems
    if not rows and problems:
        return ()
    if len(rows) < 2:
        found.append(problem("data-empty", wanted.named.span, path=wanted.path))
        return ()
    return rows


def _chosen(rows: tuple[Row, ...], head: list[str], where: Node | None, found: list[Diagnostic]) -> tuple[Row, ...]:
    """The head, and the rows whose cells are as `where` says."""
    if not isinstance(where, Mapping):
        return rows
    wanted = []
    for key, value in where.entries:
        at = _column(key, head, key, found)
        if at is not None and isinstance(value, Scalar):
            wanted.append((at, value.text.strip()))
    left = tuple(row for row in rows[1:] if all(at < len(row) and row[at].text == text for at, text in wanted))
    if not left:
        found.append(problem("data-nowhere", where.span))
    return (rows[0], *left)


def _column(named: Node, head: list[str], name: Scalar, found: list[Diagnostic]) -> int | None:
    """Which column a name means."""
    if isinstance(named, Scalar) and named.text.strip() in head:
        return head.index(named.text.strip())
    text = named.text.strip() if isinstance(named, Scalar) else ""
    hints = nearest(text, head) if text else (f"write the name of a column: {', '.join(head)}",)
    found.append(problem("data-column", named.span, hints=hints, name=text, path=name.text))
    return None


def _values(
    named: Node | None, head: list[str], first: int | None, name: Scalar, rows: tuple[Row, ...], found: list[Diagnostic]
) -> tuple[int, ...] | None:
    """The columns with numbers: those that are named, or all others than that of the names."""
    if named is None:
        return tuple(at for at in range(len(head)) if at != first)
    nodes = named.items if isinstance(named, Sequence) else (named,)
    columns = [_column(node, head, name, found) for node in nodes]
    return None if None in columns else tuple(at for at in columns if at is not None)


def _picked(row: Row, columns: tuple[int, ...], name: Scalar) -> Sequence:
    cells = tuple(row[at] if at < len(row) else Scalar("", row[-1].span) for at in columns)
    return Sequence(cells, row[0].span)
