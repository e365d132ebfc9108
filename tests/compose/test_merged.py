"""Cells over several columns and rows: what was written is what every output says, whatever the cells are."""

import io
import re
from collections.abc import Iterator

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec import Struct
from pptx import Presentation

from deckmotor.browsed import presentation
from deckmotor.build import Pipeline
from deckmotor.diff import compare
from deckmotor.diff.tell import tell
from deckmotor.drawn import press
from deckmotor.edition import BASE, Edition
from deckmotor.finished import Table
from deckmotor.importer import read_finished
from deckmotor.linter import lint_package
from deckmotor.load import load_deck
from deckmotor.model.cells import extent, spread
from deckmotor.model.tables import Table as WrittenTable
from deckmotor.model.text import Cell
from deckmotor.scene.page import TableItem
from deckmotor.workspace import MemoryWorkspace
from tests import oracles
from tests.built import THEME_FILES
from tests.typst.reading import Document


class Area(Struct, frozen=True):
    """A cell of a table: where it begins and over how many rows and columns it goes."""

    row: int
    column: int
    rows: int
    columns: int

    @property
    def text(self) -> str:
        return f"c{self.row}{self.column}"


@st.composite
def areas(draw: st.DrawFn) -> list[Area]:
    """Cells that cover a table of that many rows and columns, each place once; no row of it is covered from above alone."""
    rows, columns = draw(st.integers(2, 5)), draw(st.integers(2, 4))
    free = {(row, column) for row in range(rows) for column in range(columns)}
    found: list[Area] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in free:
                continue
            wide, high = draw(st.integers(1, 3)), draw(st.integers(1, 3))
            first = (row, column) == min(one for one in free if one[0] == row)
            area = Area(row, column, 1 if first else high, wide)
            places = {(row + down, column + right) for down in range(area.rows) for right in range(area.columns)}
            if not places <= free:
                area = Area(row, column, 1, 1)
                places = {(row, column)}
            free -= places
            found.append(area)
    return found


def written(cells: list[Area], more: str = "") -> str:
    """The table as rows of cells in the long form."""
    lines = []
    for row in range(1 + max(cell.row for cell in cells)):
        own = [
            f"{{text: {cell.text}, columns: {cell.columns}, rows: {cell.rows}}}"
            if cell.columns > 1 or cell.rows > 1
            else cell.text
            for cell in cells
            if cell.row == row
        ]
        lines.append(f"        - [{', '.join(own)}]\n")
    return f"title: T\nlanguage: sv\nslides:\n  - title: A\n    table:\n{more}      rows:\n{''.join(lines)}"


def piped(cells: list[Area]) -> str:
    """The same with pipes and marks."""
    rows, columns = max(cell.row + cell.rows for cell in cells), max(cell.column + cell.columns for cell in cells)
    signs = [["^"] * columns for _ in range(rows)]
    for cell in cells:
        for down in range(cell.rows):
            signs[cell.row + down][cell.column : cell.column + cell.columns] = ["<"] * cell.columns
            signs[cell.row + down][cell.column] = "^" if down else cell.text
    lines = "".join(f"        | {' | '.join(row)} |\n" for row in signs)
    return f"title: T\nlanguage: sv\nslides:\n  - title: A\n    table:\n      header: false\n      rows: |\n{lines}"


def pipeline(text: str, **files: str) -> Pipeline:
    more = {f"{name}.yaml": content.encode() for name, content in files.items()}
    return Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": text.encode(), **more}), "deck.yaml")


def table_of(text: str) -> WrittenTable:
    one = pipeline(text)
    deck, problems = load_deck(one.project, BASE)
    assert deck is not None, problems
    (block,) = deck.slides[0].blocks
    assert isinstance(block, WrittenTable)
    return block


def said(table: WrittenTable) -> list[list[tuple[str, int, int]]]:
    """Each cell with the columns and rows that it goes over."""
    return [[(cell.plain, *extent(cell)) for cell in row.cells] for row in table.rows]


@settings(max_examples=30, deadline=None)
@given(areas())
def test_pipes_say_the_same_and_each_place_is_taken_once(cells: list[Area]) -> None:
    table = table_of(written(cells, "      header: false\n"))
    assert said(table) == said(table_of(piped(cells)))
    rows, faults = spread(table.rows)
    assert faults == ()
    begins = {(cell.row, cell.column): cell for cell in cells}
    for number, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            own = begins.get((number, column))
            assert cell.plain == (own.text if own else "")
            assert own is not None or (isinstance(cell, Cell) and cell.is_covered)


@settings(max_examples=4, deadline=None, phases=(Phase.generate,))
@given(areas(), st.booleans())
def test_files_and_pages_have_the_cells(cells: list[Area], headed: bool) -> None:
    headed = headed and all(cell.row + cell.rows <= (2 if _is_deep(cells) else 1) for cell in cells if cell.row < _head(cells))
    one = pipeline(written(cells, "" if headed else "      header: false\n"))
    scene = one.compose(BASE).scene
    data = one.build(BASE).data
    assert scene is not None
    assert data is not None
    assert [found.message for found in lint_package(data, "a.pptx")] == []
    wanted = [(cell.text, cell.columns, cell.rows) for cell in cells]
    deck, _ = read_finished(data, "a.pptx")
    assert deck is not None
    table = next(part for part in deck.slides[0].parts if isinstance(part, Table))
    assert [(cell.text, cell.across, cell.down) for row in table.rows for cell in row if cell.text] == wanted
    assert sorted(_of_page(presentation(scene).decode())) == sorted(wanted)
    assert sorted(_of_tags(press().pdf(scene)[0])) == sorted(wanted)
    (item,) = [item for item in scene.pages[0].items if isinstance(item, TableItem)]
    _stands_inside(item)


def _head(cells: list[Area]) -> int:
    return 2 if _is_deep(cells) else 1


def _is_deep(cells: list[Area]) -> bool:
    return any(cell.row == 0 and (cell.columns > 1 or cell.rows > 1) for cell in cells)


def _of_page(page: str) -> Iterator[tuple[str, int, int]]:
    """The cells of a page in HTML."""
    for marks, inside in re.findall(r"<t[dh]( [^>]*)?>(.*?)</t[dh]>", page, re.S):
        across, down = (re.search(rf'{name}="(\d+)"', marks) for name in ("colspan", "rowspan"))
        yield re.sub("<[^>]*>", "", inside).strip(), int(across[1]) if across else 1, int(down[1]) if down else 1


def _of_tags(data: bytes) -> Iterator[tuple[str, int, int]]:
    """The cells of the tags of a PDF."""
    top = Document(data).tags()
    for kind in ("TH", "TD"):
        yield from ((tag.text.strip(), tag.columns, tag.rows) for tag in top.all(kind))


def _stands_inside(item: TableItem) -> None:
    """The lines of each cell stand within its columns and rows."""
    for number, row in enumerate(item.rows):
        for column, cell in enumerate(row):
            left, top = item.box.x + sum(item.widths[:column]), item.box.y + sum(item.heights[:number])
            right = left + sum(item.widths[column : column + cell.columns])
            bottom = top + sum(item.heights[number : number + cell.rows])
            for line in cell.paragraphs[0].lines if not cell.is_covered else ():
                assert left <= line.x <= line.x + line.width <= right
                assert top <= line.baseline <= bottom


MERGED = """title: T
language: sv
slides:
  - id: a
    title: A
    table:
      - [{text: Kommun, rows: 2}, {text: År, columns: 2, id: years}]
      - [Före, Efter]
      - {id: kalix, cells: [Kalix, "1", "2"]}
      - {id: sala, cells: [Sala, "3", "4"]}
"""


def test_a_row_of_one_cell_looks_like_the_name_of_those_below_it_and_not_like_one_of_them() -> None:
    cells = '[["", A, B], [{text: "c10", columns: 3}], ["c20", a, b], [{text: "c30", columns: 2}, b]]'
    made = pipeline(f"title: T\nlanguage: sv\nslides:\n  - {{title: A, table: {cells}}}\n").compose().scene
    assert made is not None
    (table,) = [item for item in made.pages[0].items if isinstance(item, TableItem)]
    _, named, plain, half = (row[0].paragraphs[0].style.text for row in table.rows)
    assert named.color.scheme == "accent1" and named.bold and named.size == plain.size
    assert plain.color == half.color != named.color


def test_a_variant_changes_a_merged_cell_and_diff_tells_it() -> None:
    change = "variants:\n  kalix: {changes: {a: {table: {years: Läsår, kalix: {cells: [{text: Kalix, columns: 2}, '2']}}}}}\n"
    one = pipeline(MERGED, variants=change)
    assert said(table_of(MERGED))[0] == [("Kommun", 1, 2), ("År", 2, 1)]
    decks = []
    for edition in (BASE, Edition("kalix")):
        built = one.build(edition)
        assert built.data is not None, built.problems
        decks.append(read_finished(built.data, "a.pptx")[0])
    old, new = decks
    assert old is not None
    assert new is not None
    told = [(line.what, line.old, line.new) for slide in tell(old, new, compare(old, new)).slides for line in slide.lines]
    assert ("cell", "År", "Läsår") in told
    assert ("merged cells", "1", "2") in told


def test_judges_find_nothing_in_merged_cells() -> None:
    data = pipeline(MERGED).build(BASE).data
    assert data is not None
    assert oracles.flaws(data) == []
    (table,) = [shape.table for shape in Presentation(io.BytesIO(data)).slides[0].shapes if shape.has_table]
    assert (table.cell(0, 0).span_height, table.cell(0, 1).span_width) == (2, 2)
    assert table.cell(1, 0).is_spanned
