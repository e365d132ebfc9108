"""Tables from files: what CSV and a workbook of the same values give, and that a value is a text, whatever it holds."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.build import Pipeline
from deckmotor.edition import BASE, Edition
from deckmotor.load import load_deck, load_project
from deckmotor.model.tables import Table
from deckmotor.model.text import Cell, Text
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.workbooks import workbook

DECK = """
title: Prov
language: sv
slides:
  - title: Om ${name}
    table: {file: data.FILE, sort: {antal: down}, total: Summa, columns: {kommun: Kommun, antal: Antal, andel: Andel}}
  - title: Staplar
    chart: {file: data.FILE, bars: kommun, values: antal, unit: st}
"""

NAMES = ("Kalix", "Åre", "Öckerö", "Sala", "Mora")

ROW = st.tuples(st.sampled_from(NAMES), st.integers(1, 99_999), st.integers(0, 1000), st.dates().map(str))


def built(kind: str, files: dict[str, bytes]) -> list[bytes]:
    """The decks of a project whose tables are of a kind."""
    texts = {"deck.yaml": DECK.replace("FILE", kind), "variants.yaml": f"each: data.{kind}\n"}
    workspace = MemoryWorkspace({**THEME_FILES, **files, **{name: text.encode() for name, text in texts.items()}})
    pipeline = Pipeline.of(workspace, "deck.yaml")
    found = []
    for edition in pipeline.project.editions:
        if not edition.is_base:
            deck = pipeline.build(edition)
            assert deck.files, [one.message for one in deck.problems]
            found += [file.data for file in deck.files]
    return found


@settings(max_examples=3, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=4, unique_by=lambda row: row[0]))
def test_csv_and_a_workbook_of_the_same_values_give_the_same_decks(rows: list[tuple[str, int, int, str]]) -> None:
    rows = [row for row in rows if row[3] >= "1900-03-01"]  # Excel's calendar begins there.
    if not rows:
        return
    text = "name;kommun;antal;andel;när\n" + "".join(
        f"{n};{n};{a};{p / 10:.1f} %;{d}\n".replace(".", ",") for n, a, p, d in rows
    )
    book = "== Blad1\nname;kommun;antal;andel;när\n" + "".join(f"{n};{n};{a};{p / 10:.1f}%;{d}\n" for n, a, p, d in rows)
    assert built("csv", {"data.csv": text.encode()}) == built("xlsx", {"data.xlsx": workbook(book)})


def shown(table: str, files: dict[str, bytes], edition: Edition = BASE, variants: str = "") -> list[list[str]]:
    """The texts of a table on a slide of its own."""
    deck = f"title: Prov\nlanguage: sv\nslides:\n  - title: A\n    table: {table}\n"
    given = {"deck.yaml": deck.encode(), **({"variants.yaml": variants.encode()} if variants else {}), **files}
    made, problems = load_deck(load_project(MemoryWorkspace(given), "deck.yaml"), edition)
    assert not [one for one in problems if one.severity == "error"], [one.message for one in problems]
    assert made is not None
    (block,) = made.slides[0].blocks
    assert isinstance(block, Table)
    return [[cell.plain for cell in row.cells] for row in block.rows]


DATA = """kommun;län;antal;andel;år
Kalix;Norrbottens län;120;12,5 %;2020
Åre;Jämtlands län;95;4 %;2021
Öckerö;Västra Götalands län;;7 %;2022
Ale;Västra Götalands län;15400;1 %;2023
""".encode()

CASES: dict[str, list[list[str]]] = {
    "columns: [kommun, år]": [["kommun", "år"], ["Kalix", "2020"], ["Åre", "2021"], ["Öckerö", "2022"], ["Ale", "2023"]],
    "columns: {antal: Elever}, limit: 2": [["Elever"], ["120"], ["95"]],
    "columns: [kommun, {antal: Elever}], limit: 1": [["kommun", "Elever"], ["Kalix", "120"]],
    "columns: [kommun, antal], sort: {antal: down}": [
        ["kommun", "antal"], ["Ale", "15\u00a0400"], ["Kalix", "120"], ["Åre", "95"], ["Öckerö", "–"],
    ],
    "columns: [kommun], sort: kommun": [["kommun"], ["Ale"], ["Kalix"], ["Åre"], ["Öckerö"]],
    "columns: [kommun], sort: {län: down, kommun: up}": [["kommun"], ["Ale"], ["Öckerö"], ["Kalix"], ["Åre"]],
    "columns: [kommun, andel], where: andel != \"4 %\" and antal > 100": [
        ["kommun", "andel"], ["Kalix", "12,5\u00a0%"], ["Ale", "1,0\u00a0%"],
    ],
    "columns: [kommun], where: {län: [Jämtlands län, Norrbottens län]}": [["kommun"], ["Kalix"], ["Åre"]],
    "columns: [kommun], where: 'not (antal > 100 or kommun == \"Åre\")'": [["kommun"]],
    "columns: [kommun], where: '\"kommun\" != \"Ale\" and år >= 2021'": [["kommun"], ["Åre"], ["Öckerö"]],
    "columns: {kommun: ~, antal: {name: Antal, unit: st, decimals: 1}}, limit: 1": [
        ["kommun", "Antal (st)"], ["Kalix", "120,0"],
    ],
    "columns: {kommun: K, andel: {unit: '%'}}, limit: 1": [["K", "andel (%)"], ["Kalix", "12,5"]],
    "columns: [kommun, antal, andel], total: Summa, limit: 2": [
        ["kommun", "antal", "andel"], ["Kalix", "120", "12,5\u00a0%"], ["Åre", "95", "4,0\u00a0%"], ["Summa", "215", ""],
    ],
}  # fmt: skip


@pytest.mark.parametrize("keys", [key for key, rows in CASES.items() if len(rows) > 1])
def test_what_is_chosen_from_a_file(keys: str) -> None:
    assert shown(f"{{file: data.csv, {keys}}}", {"data.csv": DATA}) == CASES[keys]


def test_a_variable_without_quotes_is_a_value_too() -> None:
    found = shown(
        "{file: data.csv, columns: [kommun], where: 'antal >= ${antal} and kommun != ${kommun}'}",
        {"data.csv": DATA}, Edition("v"), "variants: {v: {set: {antal: 95, kommun: Ale}}}\n",
    )  # fmt: skip
    assert found == [["kommun"], ["Kalix"], ["Åre"]]


def test_a_row_whose_cell_is_empty_is_left_out_where_it_is_compared() -> None:
    found = shown("{file: data.csv, columns: [kommun], where: 'antal > 0 or antal <= 0'}", {"data.csv": DATA})
    assert ["Öckerö"] not in found
    assert shown("{file: data.csv, columns: [kommun], where: 'antal == \"\"'}", {"data.csv": DATA}) == [["kommun"], ["Öckerö"]]


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Mn")), min_size=1, max_size=8
)
VALUE = st.one_of(
    TEXT, st.sampled_from(['a" or kommun != "', "${x}", "**fet**", "a | b", r"\|", "[x](#y)", "' or 1", "{a: b}", "~"])
)


@settings(max_examples=12, deadline=None)
@given(VALUE, st.lists(VALUE, max_size=3))
def test_a_value_is_a_text_in_conditions_pipes_and_cells(value: str, others: list[str]) -> None:
    """The variant's own row is found by its value, and shown as it stands there, whatever the value is."""
    file = io.StringIO()
    names = [value, *(one for one in others if one != value)]
    csv.writer(file).writerows([["id", "kommun", "b"], *([f"v{at}", name, "1"] for at, name in enumerate(names))])
    files = {"data.csv": file.getvalue().encode()}
    edition, variants = Edition("v0"), "each: data.csv\n"
    for where in ("'kommun == \"${kommun}\"'", "{kommun: '${kommun}'}"):
        table = f"{{file: data.csv, columns: [kommun], where: {where}}}"
        assert shown(table, files, edition, variants)[1:] == [[value]]
    pipes = "|\n      | a | b |\n      | ${kommun} | 2 |"
    assert shown(pipes, files, edition, variants) == [["a", "b"], [value, "2"]]


PIPES = {
    "| a | b |\n| c | d |": [["a", "b"], ["c", "d"]],
    "a | b\n--|--\nc | d": [["a", "b"], ["c", "d"]],
    "| a | |\n|:-|-:|\n| | d |": [["a", ""], ["", "d"]],
    "| a | b \\| c |\n\n| **d** | e |": [["a", "b | c"], ["d", "e"]],
    "| --- | a |\n| b | - |": [["---", "a"], ["b", "-"]],
}


@pytest.mark.parametrize("written", PIPES)
def test_a_table_with_pipes(written: str) -> None:
    lines = "\n      ".join(written.split("\n"))
    assert shown(f"|\n      {lines}", {}) == PIPES[written]
    assert shown(f"\n      rows: |\n        {lines.replace('      ', '        ')}", {}) == PIPES[written]


def test_pipes_align_columns() -> None:
    files = {"deck.yaml": b"title: A\nslides:\n  - title: B\n    table: |\n      |a|b|c|\n      |--|:-:|-:|\n      |d|e|f|\n"}
    deck, _ = load_deck(load_project(MemoryWorkspace(files), "deck.yaml"), BASE)
    assert deck is not None
    (block,) = deck.slides[0].blocks
    assert isinstance(block, Table)
    assert block.align == ("left", "center", "right")


def test_a_sum_of_rows_in_the_deck() -> None:
    rows = "{total: Summa, rows: [[Kommun, A, B], [Kalix, '1,5', 3 %], [Sala, '22', 4 %]]}"
    assert shown(rows, {})[-1] == ["Summa", "23,5", ""]


@pytest.mark.parametrize(
    ("numbers", "written"),
    [
        (("2021", "2024"), ["2021", "2024"]),
        (("24", "1638"), ["24", "1\u00a0638"]),
        (("186,5", "1638,2"), ["186,5", "1\u00a0638,2"]),
        (("-4200", "1200"), ["\u22124\u00a0200", "1\u00a0200"]),
        (("1200", "15300"), ["1\u00a0200", "15\u00a0300"]),
    ],
)
def test_numbers_are_grouped_as_elsewhere_and_years_are_not(numbers: tuple[str, ...], written: list[str]) -> None:
    data = "namn;a\n" + "".join(f"x;{one}\n" for one in numbers)
    rows = shown("{file: data.csv}", {"data.csv": data.encode()})
    assert [row[1] for row in rows[1:]] == written


SHEET = """== Blad1
Ort;Hösten 2024;;Hösten 2025;
;Kvinnor;Män;Kvinnor;Män
Norr;;;;
Sjöby;1200;61;128;84
;88;40;stängt;
merge A1:A2
merge B1:C1
merge D1:E1
merge A3:E3
merge A4:A5
merge D5:E5
"""

MERGED = {
    "": [
        "Ort 1x2 | Hösten 2024 2x1 | Hösten 2025 2x1", "Kvinnor | Män | Kvinnor | Män", "Norr 5x1",
        "Sjöby 1x2 | 1\u00a0200 | 61 | 128 | 84", "88 | 40 | stängt 2x1",
    ],
    "columns: [Ort, Hösten 2024 Män]": ["Ort | Hösten 2024 Män", "Norr 2x1", "Sjöby 1x2 | 61", "40"],
    "columns: [Ort, Hösten 2024 Män, Hösten 2024 Kvinnor], where: 'Ort == \"Sjöby\"'": [
        "Ort | Hösten 2024 Män | Hösten 2024 Kvinnor", "Sjöby 1x2 | 61 | 1\u00a0200", "40 | 88",
    ],
}  # fmt: skip


@pytest.mark.parametrize("keys", MERGED)
def test_merged_cells_of_a_sheet_are_merged_on_the_slide(keys: str) -> None:
    deck = f"title: A\nlanguage: sv\nslides:\n  - title: B\n    table: {{file: data.xlsx, {keys}}}\n"
    files = {"deck.yaml": deck.encode(), "data.xlsx": workbook(SHEET)}
    made, problems = load_deck(load_project(MemoryWorkspace(files), "deck.yaml"), BASE)
    assert [one.severity for one in problems if one.severity == "error"] == []
    assert made is not None
    (block,) = made.slides[0].blocks
    assert isinstance(block, Table)
    assert [" | ".join(map(_as_text, row.cells)) for row in block.rows] == MERGED[keys]


def _as_text(cell: Text) -> str:
    return cell.plain if not isinstance(cell, Cell) else f"{cell.plain} {cell.columns}x{cell.rows}"


def test_a_title_over_a_sheet_is_no_name_of_a_column_and_names_over_numbers_are_told_apart() -> None:
    titled = workbook("== B\nKurser i höst;\nOrt;Antal\nKalix;4\nmerge A1:B1\n")
    assert shown("{file: data.xlsx, columns: [Ort, Antal]}", {"data.xlsx": titled})[-1] == ["Kalix", "4"]
    over = workbook("== B\nOrt;Antal;\nKalix;4;5\nmerge B1:C1\n")
    assert shown("{file: data.xlsx}", {"data.xlsx": over}) == [["Ort", "Antal", "Antal 2"], ["Kalix", "4", "5"]]


@pytest.mark.parametrize(
    ("rows", "keys", "told"),
    [
        (["A;" + "ord " * 600], "", ["data.csv:2:3"]),
        (["A;" + "ord " * 600], ", columns: [kommun]", []),
        (["A;b", "A;" + "ord " * 600], ", limit: 1", []),
        ([f"A{n};{'ord ' * 30}" for n in range(900)], "", ["deck.yaml:3:30"]),
        ([f"A{n};{'ord ' * 25}" for n in range(900)], "", []),
    ],
    ids=("a cell", "not shown", "below", "all", "few enough"),
)
def test_what_a_table_shows_of_a_file_has_limits_as_a_slide_has(rows: list[str], keys: str, told: list[str]) -> None:
    """A slide's own limit counts what is written in it: of a file that was its name. One cell of 9 MB took 86 s."""
    deck = f"title: T\nslides:\n  - {{title: a, table: {{file: data.csv{keys}}}}}\n"
    table = "\n".join(["kommun;text", *rows])
    files = {**THEME_FILES, "deck.yaml": deck.encode(), "data.csv": table.encode()}
    _, problems = load_deck(load_project(MemoryWorkspace(files), "deck.yaml"), BASE)
    assert [str(one.span) for one in problems if one.code == "too-much-text"] == told
