"""Tables of a slide whose rows stand in a file: the columns that are shown, in what order, and how numbers are written.

A cell of a file is text in which nothing acts. What the deck says (names of columns, of the total) is text of the deck.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from msgspec import Struct

from deckmotor.load.chosen import Chosen, Reading, chosen
from deckmotor.load.written import FORMATS, MISSING, NONE, as_value, days_of, plain, written
from deckmotor.source.cells import Row
from deckmotor.source.collate import collated
from deckmotor.source.formats import in_percent, written_number
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.values import Habit, digits, habit_of

KEYS = ("file", "sheet", "range", "columns", "where", "sort", "limit")
"""Keys of a table that are read here. With `total` the table keeps the name of its last row, which is drawn as one."""

COLUMN_KEYS = ("name", "unit", "decimals", "format")
"""What may be said of a column."""

MOST_ROWS = 1_000

MOST_IN_CELL, MOST_IN_TABLE = 2_000, 100_000
"""Characters: of a cell that is shown, and of all together. They fill a page, and hundreds."""

MOST_DECIMALS = 6

_YEARS = (1000, 2999)
"""Whole numbers that may be years: a column of nothing else is not written in groups of digits, as all other numbers are."""


class Column(Struct, frozen=True):
    """A column that is shown."""

    at: int
    """Its place in the file."""
    name: Scalar
    unit: str = ""
    """What its numbers count, said once in its name."""
    decimals: int | None = None
    """As many as its numbers need if it is None."""
    format: str = ""
    """How its dates (`long`, `short`) or truth values (`yes/no`) are written; as they stand in the file if it is empty."""


def with_rows(table: Mapping, reading: Reading) -> Mapping | None:
    """The table with the rows of its file in place of what chooses them; None where that can't be."""
    before = len(reading.found)
    file = chosen(table, reading, as_shown=True)
    if file is None:
        return None
    columns = _columns(file, table.get("columns"), reading)
    rows = _sorted(file, table.get("sort"), reading)
    limit = _whole(table.get("limit"), "`limit`", reading, least=1, most=MOST_ROWS)
    rows = rows[:limit]
    if len(rows) > MOST_ROWS:
        reading.report("too-many-rows", file.wanted.named, count=f"{len(rows):,}", limit=f"{MOST_ROWS:,}")
    if len(reading.found) > before or _is_too_long(columns, rows, file, reading):
        return None

    def write(rows: tuple[Row, ...]) -> list[Row]:
        """The rows as they are shown, the names of columns first, and their sums last where there is a total."""
        total = _total_name(table)
        return list(zip(*(_cells(one, at, rows, file, total, reading) for at, one in enumerate(columns)), strict=True))

    if file.source.merged:
        from deckmotor.load.joined import with_joined  # Few sheets have merged cells.

        cells = with_joined(rows, [column.at for column in columns], file, _total_name(table), reading, write)
    else:
        cells = [Sequence(row, row[0].span) for row in write(rows)]
    listed = Sequence(tuple(cells), file.wanted.named.span)
    kept = tuple((key, value) for key, value in table.entries if key.text not in KEYS)
    return Mapping(((Scalar("rows", file.wanted.named.span), listed), *kept), table.span)


def _is_too_long(columns: list[Column], rows: tuple[Row, ...], file: Chosen, reading: Reading) -> bool:
    """Whether the cells that are shown hold more than can be put on slides, which is told."""
    size = 0
    for row in rows:
        for column in columns:
            length = len(row[column.at].text)
            size += length
            if length > MOST_IN_CELL:
                reading.report("too-much-text", row[column.at], of="the cell", size=f"{length:,}", limit=f"{MOST_IN_CELL:,}")
                return True
    if size > MOST_IN_TABLE:
        hint = "choose rows by `where:`, or show the first by `limit:`"
        reading.report("too-much-text", file.wanted.named, hint, of="the table", size=f"{size:,}", limit=f"{MOST_IN_TABLE:,}")
    return size > MOST_IN_TABLE


def with_total(table: Mapping, reading: Reading) -> Mapping:
    """A table of the deck's own rows, with a row of their sums."""
    name, rows = _total_name(table), table.get("rows")
    if name is None or not isinstance(rows, Sequence):
        return table
    header = table.get("header")
    body = rows.items if isinstance(header, Scalar) and header.text == "false" else rows.items[_head(rows) :]
    for row in body:
        if any(isinstance(cell, Mapping) for cell in _cells_of(row)):
            reading.report("total-merged", row)
            return table
    listed = [cells for row in body if (cells := _texts(row))]
    width = min(map(len, listed), default=0)
    sums = []
    for at in range(1, width):
        numbers = _numbers([row[at] for row in listed], ",") or []
        percent = any(row[at].text.strip().endswith("%") for row in listed)
        known = [one for one in numbers if one is not None]
        text = _writer(Column(at, name), [*known, sum(known, Decimal())], False, reading.language)
        sums.append(as_value(text(sum(known, Decimal())) if known and not percent else "", name))
    total = Sequence((name, *sums), name.span)
    entries = (
        (key, Sequence((*rows.items, total), rows.span) if key.text == "rows" else value) for key, value in table.entries
    )
    return Mapping(tuple(entries), table.span) if listed else table


def _head(rows: Sequence) -> int:
    """How many rows the header has: two where a cell of the first goes over others."""
    return 2 if any(isinstance(cell, Mapping) for cell in _cells_of(rows.items[0])) else 1


def _cells_of(row: Node) -> tuple[Node, ...]:
    cells = row.get("cells") if isinstance(row, Mapping) else row
    return cells.items if isinstance(cells, Sequence) else ()


def _total_name(table: Mapping) -> Scalar | None:
    total = table.get("total")
    return total if isinstance(total, Scalar) and not total.is_null else None


def _texts(row: Node) -> Row:
    """The cells of a row, none where one of them is no text: what is wrong is told when it is read."""
    items = _cells_of(row)
    texts = tuple(cell for cell in items if isinstance(cell, Scalar))
    return texts if len(texts) == len(items) else ()


# Columns


def _columns(file: Chosen, named: Node | None, reading: Reading) -> list[Column]:
    """The columns that are shown: all, those of a list, or those of a mapping under its names."""
    if named is None or (isinstance(named, Scalar) and named.is_null):
        return [Column(at, plain(name)) for at, name in enumerate(file.source.names) if name.text]
    pairs = _pairs(named)
    if not pairs:
        hint = f"write a list, or `{{column: name}}`; there are: {', '.join(file.head)}"
        reading.wrong(named, "`columns`", "names of columns of the file", hint)
        return []
    made = []
    for key, value in pairs:
        at = file.column(key, reading, "a column of `columns`")
        if at is not None and isinstance(key, Scalar):
            made.append(_column(at, key, value, reading))
    return made


def _pairs(named: Node) -> list[tuple[Node, Node | None]]:
    """The columns of a list or a mapping, each with what is said of it."""
    if isinstance(named, Mapping):
        return list(named.entries)
    found: list[tuple[Node, Node | None]] = []
    for one in named.items if isinstance(named, Sequence) else ():
        found += one.entries if isinstance(one, Mapping) else [(one, None)]
    return found


def _column(at: int, key: Scalar, value: Node | None, reading: Reading) -> Column:
    if not isinstance(value, Mapping):
        if value is not None and not isinstance(value, Scalar):
            reading.wrong(value, f"`{key.text}`", "the name that the column is shown under")
        own = isinstance(value, Scalar) and not value.is_null
        return Column(at, value if own and isinstance(value, Scalar) else plain(key))
    for name, _ in value.entries:
        if name.text not in COLUMN_KEYS:
            reading.report("unknown-key", name, f"there are: {', '.join(COLUMN_KEYS)}", key=name.text, of=f"`{key.text}`")
    shown, unit, format = value.get("name"), value.get("unit"), value.get("format")
    if format is not None and not (isinstance(format, Scalar) and format.text in FORMATS):
        reading.wrong(format, "`format`", f"one of {', '.join(f'`{one}`' for one in FORMATS)}")
    for of, one in (("name", shown), ("unit", unit)):
        if one is not None and not isinstance(one, Scalar):
            reading.wrong(one, f"`{of}`", "text")
    return Column(
        at=at,
        name=shown if isinstance(shown, Scalar) and not shown.is_null else plain(key),
        unit=unit.text.strip() if isinstance(unit, Scalar) else "",
        decimals=_whole(value.get("decimals"), "`decimals`", reading, least=0, most=MOST_DECIMALS),
        format=format.text if isinstance(format, Scalar) else "",
    )


def _whole(node: Node | None, of: str, reading: Reading, *, least: int, most: int) -> int | None:
    """A whole number; None where there is none, or something else, which is told."""
    if node is None or (isinstance(node, Scalar) and node.is_null):
        return None
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if text.isascii() and text.isdigit() and len(text) < 8 and least <= int(text) <= most:
        return int(text)
    expected = f"a whole number from {least} to {most}"
    if isinstance(node, Scalar):
        reading.report("wrong-value", node, value=node.text, expected=f"a value of {of}, which is {expected}")
    else:
        reading.wrong(node, of, expected)
    return None


# Order


def _sorted(file: Chosen, sort: Node | None, reading: Reading) -> tuple[Row, ...]:
    """The rows in the order that is asked for; those of equal cells as they stand in the file, empty ones last."""
    if sort is None or (isinstance(sort, Scalar) and sort.is_null):
        return file.rows
    pairs = _pairs(sort) if not isinstance(sort, Scalar) else [(sort, None)]
    if not pairs:
        reading.wrong(sort, "`sort`", "the name of a column", "write its name, or `{column: down}`")
    ways: list[tuple[int, bool]] = []
    for key, way in reversed(pairs):
        at = file.column(key, reading, "`sort`")
        text = way.text.strip() if isinstance(way, Scalar) else "up" if way is None else "?"
        if way is not None and text not in ("up", "down"):
            reading.wrong(way, "the order of a column", "`up` or `down`")
        elif at is not None:
            ways.append((at, text == "down"))
    if not file.is_whole:
        return _in_order(file.rows, ways, file.separator, reading.language)
    key_of = ("sorted", tuple(ways), reading.language)
    whole: tuple[Row, ...] = file.source.once(key_of, lambda: _in_order(file.rows, ways, file.separator, reading.language))
    return whole


def _in_order(rows: tuple[Row, ...], ways: list[tuple[int, bool]], separator: str, language: str) -> tuple[Row, ...]:
    """Rows by some columns, the last of them first."""
    ordered = list(rows)
    for at, is_down in ways:
        ordered = _by(ordered, at, _key(ordered, at, separator, language), is_down=is_down)
    return tuple(ordered)


def _by(rows: list[Row], at: int, key: Callable[[Row], Any], *, is_down: bool) -> list[Row]:
    filled = [row for row in rows if row[at].text.strip() not in NONE]
    empty = [row for row in rows if row[at].text.strip() in NONE]
    return [*sorted(filled, key=key, reverse=is_down), *empty]


def _key(rows: list[Row], at: int, separator: str, language: str) -> Callable[[Row], Any]:
    """What to sort by a column: its numbers where it has nothing else, else its texts in the order of the language."""
    numbers = _numbers([row[at] for row in rows], separator)
    if numbers is not None:
        known = {id(row): number for row, number in zip(rows, numbers, strict=True)}
        return lambda row: known[id(row)]
    days = days_of([row[at].text.strip() for row in rows])
    if days is not None:
        return lambda row: days[row[at].text.strip()]
    return lambda row: collated(row[at].text.strip(), language)


# Cells


def _numbers(cells: list[Scalar], separator: str, unit: str = "") -> "list[Decimal | None] | None":
    """The numbers of a column, None for each that is missing; None where it holds something else, or nothing."""
    texts = [_bare(cell.text, unit) for cell in cells]
    habit = Habit(",") if separator != "," else habit_of(texts)
    found = [None if text in NONE else _number(text, habit) for text in texts]
    if all(one is None for one in found) or any(
        one is None and text not in NONE for one, text in zip(found, texts, strict=True)
    ):
        return None
    return found


def _number(text: str, habit: Habit) -> Decimal | None:
    """A number; not a code, which begins with zeros."""
    plain = digits(text, habit)
    has_zeros = len(text) > 1 and text[0] == "0" and text[1].isdigit()
    return None if plain is None or has_zeros else Decimal(plain)


def _bare(text: str, unit: str) -> str:
    """A cell without the sign or unit after its number."""
    text = text.strip()
    for sign in (unit, "%"):
        if sign and text.endswith(sign) and text != sign:
            return text.removesuffix(sign).strip()
    return text


def _cells(
    column: Column, number: int, rows: tuple[Row, ...], file: Chosen, total: Scalar | None, reading: Reading
) -> tuple[Scalar, ...]:
    """A column as it is shown: its name, its cells, and their sum where there is a total."""
    cells = [row[column.at] for row in rows]
    if column.format:
        column_of = [row[column.at].text for row in file.source.rows]
        habit = file.source.once(("habit", column.at), lambda: habit_of(column_of))
        shown = [written(cell, column.format, habit, reading) for cell in cells]
        return (column.name, *shown) if total is None else (column.name, *shown, total if not number else as_value("", total))
    is_asked = bool(column.unit) or column.decimals is not None
    numbers = _numbers(cells, file.separator, column.unit) if number or is_asked else None
    if is_asked and numbers is None:
        _tell_text(cells, column, file, reading)
    head = _with_unit(column)
    if numbers is None:
        shown = [plain(cell) for cell in cells]
        return (head, *shown) if total is None else (head, *shown, total if not number else as_value("", total))
    percent = any(cell.text.strip().endswith("%") for cell in cells)
    known = [one for one in numbers if one is not None]
    summed = None if total is None or percent else sum(known, Decimal())
    write = _writer(column, [*known, *([] if summed is None else [summed])], percent, reading.language)
    shown = [as_value(MISSING if one is None else write(one), cell) for cell, one in zip(cells, numbers, strict=True)]
    if total is None:
        return (head, *shown)
    return (head, *shown, total if not number else as_value("" if summed is None else write(summed), total))


def _writer(column: Column, numbers: list[Decimal], percent: bool, language: str) -> Callable[[Decimal], str]:
    """How the numbers of a column are written: all with as many decimals, grouped where one of them is large."""
    most = max((-int(one.normalize().as_tuple().exponent) for one in numbers), default=0)
    decimals = min(max(most, 0), MOST_DECIMALS) if column.decimals is None else column.decimals
    tag = language.partition("-")[0].lower()
    first, last = _YEARS
    is_grouped = decimals > 0 or not all(first <= one <= last and one == one.to_integral_value() for one in numbers)
    if percent and column.unit != "%":
        return lambda one: in_percent(written_number(one, decimals, tag, grouped=is_grouped), tag)
    return lambda one: written_number(one, decimals, tag, grouped=is_grouped)


def _with_unit(column: Column) -> Scalar:
    """A column's name with its unit."""
    if not column.unit:
        return column.name
    name = column.name
    return Scalar(f"{name.text} ({column.unit})", name.span, True, name.puts, name.source)


def _tell_text(cells: list[Scalar], column: Column, file: Chosen, reading: Reading) -> None:
    """Tell where a column with a unit, or with decimals, holds something that is no number."""
    for cell in cells:
        text = _bare(cell.text, column.unit)
        if text not in NONE and _number(text, Habit(",") if file.separator != "," else Habit(".")) is None:
            name = file.head[column.at]
            reading.report("wrong-value", cell, value=cell.text, expected=f"a value of `{name}`, which is a number")
