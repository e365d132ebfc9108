"""Tables. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.data import Loaded
from deckmotor.model.showing import ONLY_KEYS, OwnBuild
from deckmotor.model.text import Cell, Name, Text
from deckmotor.span import Span


class Row(Struct, frozen=True, kw_only=True, gc=False):
    """A row of a table."""

    short: ClassVar[str] = "cells"
    noun: ClassVar[str] = "row"
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS

    cells: Annotated[
        tuple[Annotated[Text, Help(extra={"empty": True, "merges": True})], ...],
        Help(
            description="The row's cells. `{text: 2024, columns: 2}` goes over two columns, `rows: 2` over two rows; those "
            "that it covers are left out.",
            max_length=100,
            extra={"noun": "cell"},
        ),
    ]
    id: Annotated[str | None, Help(description="Name by which variants change this row.")] = None
    span: Span


class Rows(Struct, frozen=True, gc=False):
    """Rows of a table that cells over several of them hold together."""

    rows: tuple[Row, ...]
    span: Span

    @property
    def counts_as(self) -> int:
        """How many rows they are."""
        return len(self.rows)


class Table(Struct, frozen=True, kw_only=True, tag="table"):
    """A plain table. The first row is the header unless `header: false`."""

    short: ClassVar[str] = "rows"
    checked_by: ClassVar[str] = "rules.table_rule"

    rows: Annotated[
        tuple[Row, ...],
        Help(
            description="The rows, each a list of cells, or a text with pipes as in Markdown, or with tabs as in a sheet.",
            min_length=1,
        ),
    ] = ()
    file: Annotated[Name | None, Help(description="A file (CSV, XLSX) with the rows; its first row names the columns.")] = None
    sheet: Annotated[str | None, Help(description="The sheet of a workbook; the first that is not hidden if left out.")] = None
    range: Annotated[str | None, Help(description="The cells of the sheet: `A3:F30`.")] = None
    columns: Annotated[
        Loaded | None,
        Help(
            description="The columns of the file that are shown: a list, or `{kommun: Kommun}` with the names to show. "
            "`{anslag: {name: Anslag, unit: mnkr, decimals: 1}}` says more; `format: long` or `short` is for dates, "
            "`format: yes/no` for what is true or false.",
            extra={"loaded": "columns"},
        ),
    ] = None
    where: Annotated[
        Loaded | None,
        Help(
            description="The rows of the file that are shown: `{kommun: Kalix}`, or a condition: `antal > 100`.",
            extra={"loaded": "where"},
        ),
    ] = None
    sort: Annotated[
        Loaded | None,
        Help(description="The column that the rows are sorted by: `kommun`, or `{antal: down}`.", extra={"loaded": "sort"}),
    ] = None
    limit: Annotated[int | None, Help(description="How many rows are shown, the first of them.", ge=1, le=1000)] = None
    total: Annotated[
        Text | None,
        Help(description="What a last row is called that has the sums of columns of numbers: `Summa`."),
    ] = None
    header: Annotated[bool, Help(description="Whether the first row names the columns.")] = True
    header_column: Annotated[bool, Help(description="Whether the first column names the rows: `true`.")] = False
    align: Annotated[tuple[Literal["left", "center", "right"], ...], Help(description="How each column is aligned.")] = ()
    widths: Annotated[
        tuple[Annotated[int, Help(ge=1, le=1000)], ...],
        Help(description="Relative widths of the columns; by their content if left out."),
    ] = ()
    caption: Annotated[Text | None, Help(description="A line below the table: the source.")] = None
    highlight: Annotated[
        str | None,
        Help(description="What is lit: the name of a column, what a row begins with, or the text of a cell."),
    ] = None
    build: OwnBuild = None
    span: Span

    @property
    def head(self) -> int:
        """How many rows the header has: two where a cell of its first goes over others, for the names of the columns below."""
        if not self.header:
            return 0
        merged = any(isinstance(cell, Cell) and (cell.columns > 1 or cell.rows > 1) for cell in self.rows[0].cells)
        return min(2, len(self.rows)) if merged else 1
