"""Charts and tables whose numbers stand in a file: their nodes with what the file says, to be read like all others."""

import re
from decimal import Decimal

from deckmotor.diagnostics import Diagnostic
from deckmotor.load.chosen import Chosen, Reading, chosen, is_named
from deckmotor.load.pipes import is_piped, with_pipes
from deckmotor.load.written import as_value
from deckmotor.model.figures import CHART_KINDS
from deckmotor.model.numbers import MOST
from deckmotor.source.cells import Row
from deckmotor.source.formats import written_number
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.span import CellSpan

KEYS = ("file", "sheet", "range", "values", "where")
"""Keys of a chart that are read here."""

_DECIMAL = re.compile(r"-?\d+\.\d+")


def needs_data(slide: Node) -> bool:
    """Whether a chart or table of a slide, or of its columns, is made here."""
    if not isinstance(slide, Mapping):
        return False
    columns = slide.get("columns")
    return any(_is_made(key.text, value) for key, value in slide.entries) or (
        isinstance(columns, Sequence) and any(map(needs_data, columns.items))
    )


def with_data(slide: Node, reading: Reading) -> tuple[Node, tuple[Diagnostic, ...]]:
    """The slide with what stands in the files that its charts, tables and maps name, and what is wrong with these."""
    filled = _filled(slide, reading)
    return filled, tuple(dict.fromkeys(reading.found))


def _is_made(key: str, value: Node) -> bool:
    if key == "table" and isinstance(value, Mapping):
        return is_named(value) or is_piped(value.get("rows")) or value.get("total") is not None
    if key == "map":
        return isinstance(value, Mapping) and value.get("areas") is not None
    return is_piped(value) if key == "table" else key == "chart" and is_named(value)


def _filled(slide: Node, reading: Reading) -> Node:
    if not isinstance(slide, Mapping):
        return slide
    entries: list[tuple[Scalar, Node]] = []
    for key, value in slide.entries:
        made: Node | None = value
        if _is_made(key.text, value):
            made = _MADE[key.text](value, reading)
        elif key.text == "columns" and isinstance(value, Sequence):
            made = Sequence(tuple(_filled(column, reading) for column in value.items), value.span)
        if made is not None:  # Else it has been told what is wrong.
            entries.append((key, made))
    return Mapping(tuple(entries), slide.span)


def _table(table: Node, reading: Reading) -> Node | None:
    if isinstance(table, Scalar):
        return with_pipes(table, reading)
    assert isinstance(table, Mapping), "a table that is made has keys, or is a text"
    if is_named(table):
        from deckmotor.load.shown import with_rows  # Most tables stand in the deck.

        return with_rows(table, reading)
    rows = table.get("rows")
    if isinstance(rows, Scalar) and is_piped(rows):
        piped = with_pipes(rows, reading)
        kept = tuple(one for one in table.entries if one[0].text != "rows")
        also = tuple(one for one in piped.entries if table.get(one[0].text) is None or one[0].text == "rows")
        table = Mapping((*also, *kept), table.span)
    if table.get("total") is None:
        return table
    from deckmotor.load.shown import with_total  # Few tables have sums.

    return with_total(table, reading)


def _map(value: Node, reading: Reading) -> Node | None:
    from deckmotor.load.outlines import with_areas  # Most maps are of Sweden.

    assert isinstance(value, Mapping), "only maps with areas come here"
    return with_areas(value, reading)


def _chart(chart: Node, reading: Reading) -> Mapping | None:
    """The chart with a table in place of the names of its columns; None where that can't be."""
    assert isinstance(chart, Mapping), "only charts with a file come here"
    file = chosen(chart, reading, as_shown=False)
    if file is None:
        return None
    name = file.wanted.named
    kept = tuple((key, value) for key, value in chart.entries if key.text not in KEYS)
    kind, named = next(((key, value) for key, value in kept if key.text in CHART_KINDS), (Scalar("bars", name.span), None))
    first = file.column(named, reading, f"`{kind.text}`") if named is not None else 0
    values = _values(chart.get("values"), file, first, reading)
    if first is None or values is None:
        return None
    if len(file.rows) > MOST:  # As one of so many names is told that stands in a deck.
        expected = f"at most {MOST} names"
        reading.report("wrong-length", name, of=f"`{kind.text}`", expected=expected, found=f"{len(file.rows):,}")
        return None
    rows = (_picked(row, first, values, file, reading.language) for row in (file.source.names, *file.rows))
    others = tuple((key, value) for key, value in kept if key.text not in CHART_KINDS)
    return Mapping(((kind, Sequence(tuple(rows), name.span)), *others), chart.span)


def _values(named: Node | None, file: Chosen, first: int | None, reading: Reading) -> tuple[int, ...] | None:
    """The columns with numbers: those that are named, or all others than that of the names."""
    if named is None or (isinstance(named, Scalar) and named.is_null):
        return tuple(at for at in range(len(file.head)) if at != first)
    nodes = named.items if isinstance(named, Sequence) else (named,)
    columns = [file.column(node, reading, "`values`") for node in nodes]
    return None if None in columns else tuple(at for at in columns if at is not None)


def _picked(row: Row, first: int, values: tuple[int, ...], file: Chosen, language: str) -> Sequence:
    """A row's name as it is written, and some of its cells, whose numbers have a point for their decimals."""
    return Sequence((_named(row[first], language), *(file.with_point(row[at]) for at in values)), row[0].span)


def _named(cell: Scalar, language: str) -> Scalar:
    """A name. A number is one as it was typed; in a workbook nobody types its point, and it gets the language's sign."""
    if not isinstance(cell.span, CellSpan) or not _DECIMAL.fullmatch(cell.text):
        return cell
    decimals = len(cell.text.partition(".")[2])
    return as_value(written_number(Decimal(cell.text), decimals, language.partition("-")[0].lower(), grouped=False), cell)


_MADE = {"chart": _chart, "table": _table, "map": _map}
"""By the key of a block: what makes it."""
