"""Rows and columns of a file that a chart or a table names: which file, which rows of it, which columns.

Each cell keeps its place, so that what is wrong with it is told at its line of the file, or at its cell of a workbook.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.load.source import Source
from deckmotor.messages import MOST_PROBLEMS, misplaced, nearest, problem, unreadable
from deckmotor.source.cells import Cells, Row, Wanted
from deckmotor.source.describe import describe, hints_for_text
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.table import read_cells, with_point
from deckmotor.workspace import Workspace, path_from

Tables = dict[tuple[str, str, str, bool], Source]
"""What has been read of files, by path, sheet, range and whether it is as shown."""


class Reading(Struct, frozen=True):
    """The files of a project, what has been read of them, and what is found wrong along the way."""

    workspace: Workspace
    tables: Tables
    language: str
    """The deck's."""
    found: list[Diagnostic]
    areas: dict[tuple[str, str], Any] = {}
    """What has been read of files of areas, by path and the property that names them (`outlines`)."""

    def report(self, code: str, node: Node, *hints: str, **values: str) -> None:
        """Note a problem, at a node."""
        if len(self.found) < MOST_PROBLEMS:
            self.found.append(problem(code, node.span, hints=hints, **values))

    def wrong(self, node: Node, of: str, expected: str, *hints: str) -> None:
        """Note that something else stands where `expected` belongs."""
        hints = hints or (hints_for_text(node) if expected == "text" else ())
        self.report("wrong-type", node, *hints, of=of, expected=expected, found=describe(node))


class Chosen(Struct, frozen=True):
    """A file's rows, as far as they are wanted."""

    wanted: Wanted
    source: Source
    rows: tuple[Row, ...]

    @property
    def head(self) -> tuple[str, ...]:
        """The names of its columns."""
        return self.source.head

    @property
    def separator(self) -> str:
        """Between its cells; a comma where numbers have a point for their decimals."""
        return self.source.separator

    @property
    def is_whole(self) -> bool:
        """Whether all rows of the file are wanted."""
        return self.rows is self.source.rows

    def with_point(self, cell: Scalar) -> Scalar:
        """A cell whose number, if it is one, has a point for its decimals."""
        return cell if self.separator == "," else with_point(cell)

    def column(self, named: Node, reading: Reading, of: str = "a column") -> int | None:
        """Which column a name means; None where there is no such, which is told."""
        if not isinstance(named, Scalar) or named.is_null:
            hint = f"write the name of a column: {', '.join(self.head)}"
            reading.wrong(named, of, "the name of a column of the file", hint)
            return None
        name = named.text.strip()
        if name in self.head:
            return self.head.index(name)
        reading.report("data-column", named, *nearest(name, self.head), name=name, path=self.wanted.path)
        return None


def is_named(block: Node) -> bool:
    """Whether a block names a file."""
    return isinstance(block, Mapping) and isinstance(name := block.get("file"), Scalar) and not name.is_null


def chosen(block: Mapping, reading: Reading, *, as_shown: bool) -> Chosen | None:
    """The rows of the file that a block names, as its `where:` says; None where there are none, which is told."""
    wanted = _wanted(block, reading, as_shown)
    source = None if wanted is None else _read(wanted, reading)
    if wanted is None or source is None:
        return None
    made = Chosen(wanted, source, source.rows)
    where = block.get("where")
    if where is None or (isinstance(where, Scalar) and where.is_null):
        return made
    kept = _listed(made, where, reading) if isinstance(where, Mapping) else _judged(made, where, reading)
    if kept == ():
        reading.report("data-nowhere", where)
    return replace(made, rows=kept) if kept else None


def _wanted(block: Mapping, reading: Reading, as_shown: bool) -> Wanted | None:
    name = block.get("file")
    assert isinstance(name, Scalar), "only blocks with a file come here"
    parts: dict[str, Scalar | None] = {}
    for key in ("sheet", "range"):
        value = block.get(key)
        if value is not None and not isinstance(value, Scalar):
            reading.wrong(value, f"`{key}`", "text")
            return None
        parts[key] = None if value is None or value.is_null else value
    path = path_from(name.span.file, name.text)
    return Wanted(named=name, path=path, sheet=parts["sheet"], range=parts["range"], as_shown=as_shown, bare=not as_shown)


def _read(wanted: Wanted, reading: Reading) -> Source | None:
    """What a file holds; None where it holds no rows below names of columns, which is told."""
    named = wanted.named
    sheet, range = ("" if one is None else one.text for one in (wanted.sheet, wanted.range))
    key = (wanted.path, sheet, range, wanted.as_shown)
    if key not in reading.tables:
        try:
            data = reading.workspace.read(wanted.path)
        except FileNotFoundError:
            reading.report("file-missing", named, *misplaced(reading.workspace, named.span.file, named.text), path=wanted.path)
            return None
        except OSError as error:
            reading.found.append(unreadable(error, named.span, wanted.path, named.text.strip()))
            return None
        cells = read_cells(data, wanted)
        if cells.problems and not cells.rows:  # They stand where the deck names the file, which each slide does for itself.
            reading.found.extend(cells.problems)
            return None
        reading.tables[key] = _source(cells)
    source = reading.tables[key]
    reading.found.extend(source.problems)
    if not source.rows:
        reading.report("data-empty", named, path=wanted.path)
        return None
    return source


def _source(cells: Cells) -> Source:
    names, rest = cells.rows[:1], cells.rows[1:]
    first = names[0] if names else ()
    over: tuple[Row, ...] = ()
    if cells.merged and first:
        from deckmotor.load.merged import named  # Few sheets have merged cells.

        found = named(first, rest, cells.merged)
        first, over, rest = found.row, found.over, found.rest
    rows = tuple([_as_long(row, len(first)) for row in rest])
    return Source(
        tuple([cell.text.strip() for cell in first]), first, rows, cells.separator, cells.problems, cells.merged, over
    )


def _as_long(row: Row, width: int) -> Row:
    """A row that has a cell for each column."""
    return row if len(row) >= width else (*row, *(Scalar("", row[-1].span) for _ in range(width - len(row))))


def _listed(table: Chosen, where: Mapping, reading: Reading) -> tuple[Row, ...] | None:
    """The rows whose cells are those that a mapping of columns to texts, or lists of them, names."""
    wanted: list[tuple[int, frozenset[str]]] = []
    for key, value in where.entries:
        at = table.column(key, reading)
        texts = value.items if isinstance(value, Sequence) else (value,)
        others = [one for one in texts if not isinstance(one, Scalar)]
        for one in others:
            reading.wrong(one, f"`{key.text}` of `where`", "text")
        if at is None or others:
            return None
        wanted.append((at, frozenset(one.text.strip() for one in texts if isinstance(one, Scalar))))
    if not wanted:
        return table.rows
    (first, any_of), *further = wanted
    found = table.source.texts(first)
    rows = [table.rows[number] for number in sorted(number for text in any_of for number in found.get(text, ()))]
    return tuple([row for row in rows if all(row[at].text.strip() in texts for at, texts in further)])


def _judged(table: Chosen, where: Node, reading: Reading) -> tuple[Row, ...] | None:
    """The rows for which a condition holds."""
    if not isinstance(where, Scalar):
        hint = "write `{column: value}`, or a condition such as `antal > 100`"
        reading.wrong(where, "`where`", "names of columns with their values", hint)
        return None
    from deckmotor.load.filter import kept  # Most files are shown whole.

    key = ("where", where.text, where.puts, reading.language)
    rows: tuple[Row, ...] | None = table.source.memo.get(key)
    if rows is None and (rows := kept(table.source, where, reading.language, reading.found)) is not None:
        table.source.memo[key] = rows
    return rows
