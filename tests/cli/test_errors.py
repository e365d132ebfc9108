"""Every kind of bad input, as a person meets it: files in, the whole output of `check` out; and the same for programs."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from openpyxl.utils.cell import coordinate_to_tuple

from deckmotor.catalogue import ENTRIES
from tests.casefile import Case, cases
from tests.cli.conftest import Run

SARIF = Path(__file__).parent / "sarif" / "sarif-2.1.0-rtm.5.json"

PLACE = re.compile(
    r"^(?P<file>[^\s!]+)(?:!.+:(?P<cell>[A-Z]+\d+)|:(?P<line>\d+):(?P<column>\d+)): "
    r"(?P<severity>\w+): (?P<message>.*) \[(?P<code>[a-z-]+)\]$",
    re.M,
)
"""The first line of a problem as text: at a line and column, or at the cell of a workbook."""

COMMAND = re.compile(
    r"::(error|warning) file=([^,:]+),line=(\d+),endLine=(\d+)(?:,col=(\d+),endColumn=(\d+))?,title=([a-z-]+)::(.+)"
)


def check(run: Run, case: Case, folder: Path, form: str = "text") -> Result:
    for name, data in case.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    result = run("check", *case.options.get("arguments", "").split(), "--format", form)
    assert result.stderr == ""
    return result


def told(case: Case) -> list[dict[str, str]]:
    """The problems that the case expects, as far as their first lines tell."""
    expected = case.path.read_text("utf-8").partition("--- expected\n")[2]
    return [_of_cell(found.groupdict()) for found in PLACE.finditer(expected)]


def _of_cell(place: dict[str, Any]) -> dict[str, str]:
    """With the row and column of a cell as line and column."""
    cell = place.pop("cell")
    if cell is None:
        return place
    row, column = coordinate_to_tuple(cell)
    return {**place, "line": str(row), "column": str(column)}


def exit_code(case: Case) -> int:
    return int(case.path.read_text("utf-8").partition("--- expected\nexit code ")[2].partition("\n")[0])


@cases("errors")
def test_a_mistake_is_told(case: Case, run: Run, here: Path) -> None:
    result = check(run, case, here)
    case.expect(f"exit code {result.exit_code}", result.stdout)
    problems = told(case)
    assert problems, "a case shows a problem"
    assert result.exit_code == int(any(one["severity"] == "error" for one in problems))
    # `./` sorts before `/`, so that files come by folders as they do elsewhere.
    places = [(one["file"], int(one["line"]), int(one["column"])) for one in problems]
    assert places == sorted(places)
    assert len({(*place, one["message"]) for place, one in zip(places, problems, strict=True)}) == len(problems)


@cases("errors")
def test_the_same_as_json(case: Case, run: Run, here: Path) -> None:
    result = check(run, case, here, "json")
    assert result.exit_code == exit_code(case)
    document = json.loads(result.stdout_bytes.decode("utf-8"))
    keys = ("file", "line", "column", "severity", "code")
    assert [[str(one[key]) for key in keys] for one in document["problems"]] == [
        [one[key] for key in keys] for one in told(case)
    ]
    assert document["errors"] + document["warnings"] == len(document["problems"])
    for one in document["problems"]:
        assert (one["end_line"], one["end_column"]) >= (one["line"], one["column"])


@cases("errors")
def test_the_same_as_sarif(case: Case, run: Run, here: Path, sarif: Any) -> None:
    result = check(run, case, here, "sarif")
    assert result.exit_code == exit_code(case)
    log = json.loads(result.stdout_bytes.decode("utf-8"))
    assert [error.message for error in sarif.iter_errors(log)] == []
    (one_run,) = log["runs"]
    rules = one_run["tool"]["driver"]["rules"]
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in one_run["results"]]
    assert [(str(region["startLine"]), str(region["startColumn"])) for region in regions] == [
        (one["line"], one["column"]) for one in told(case)
    ]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in one_run["results"])
    assert all(rule["help"]["text"] for rule in rules)
    prints = [one["partialFingerprints"]["problem/v2"] for one in one_run["results"]]
    assert len(set(prints)) == len(prints)


@cases("errors")
def test_the_same_for_github(case: Case, run: Run, here: Path) -> None:
    result = check(run, case, here, "github")
    assert result.exit_code == exit_code(case)
    found = [COMMAND.fullmatch(line) for line in result.stdout_bytes.decode("utf-8").splitlines()]
    assert all(found)
    assert [one and (one[1], one[2], one[3], one[7]) for one in found] == [
        (one["severity"], one["file"], one["line"], one["code"]) for one in told(case)
    ]


@pytest.fixture(scope="module")
def sarif() -> Any:
    """A validator of SARIF's own schema."""
    jsonschema = pytest.importorskip("jsonschema")
    return jsonschema.Draft4Validator(json.loads(SARIF.read_text("utf-8")))


def test_the_schema_of_sarif_finds_mistakes(sarif: Any) -> None:
    assert [error.message for error in sarif.iter_errors({"version": "2.1.0", "runs": [{}]})] == [
        "'tool' is a required property"
    ]


def test_a_sound_deck_is_sound_in_every_format(run: Run, here: Path, sarif: Any) -> None:
    (here / "deck.yaml").write_text("title: Studien\nslides:\n  - title: A\n", "utf-8")
    document = json.loads(run("check", "--format", "json").stdout)
    assert (document["format"], document["errors"], document["warnings"], document["problems"]) == (1, 0, 0, [])
    log = json.loads(run("check", "--format", "sarif").stdout)
    assert list(sarif.iter_errors(log)) == []
    assert log["runs"][0]["results"] == []
    assert run("check", "--format", "github").output == ""


def test_build_tells_a_program_what_it_has_written(run: Run, here: Path) -> None:
    (here / "deck.yaml").write_text("title: Studien\nslides:\n  - title: A 字\n", "utf-8")
    result = run("build", "--format", "json")
    document = json.loads(result.stdout)
    assert (result.exit_code, result.stderr, document["files"], document["warnings"]) == (0, "", ["build/studien.pptx"], 1)
    (here / "deck.yaml").write_text("title: Studien\nslides:\n  - titel: A\n", "utf-8")
    result = run("build", "--format", "json", "-o", "other")
    document = json.loads(result.stdout)
    assert (result.exit_code, result.stderr, document["files"], document["errors"]) == (1, "", [], 1)
    assert not (here / "other").exists()


def test_columns_and_ends_count_characters(run: Run, here: Path) -> None:
    (here / "deck.yaml").write_text("title: S\nslides:\n  - {title: 😀é, bulets: [a]}\n", "utf-8")
    (problem,) = json.loads(run("check", "--format", "json").stdout)["problems"]
    assert [problem[key] for key in ("line", "column", "end_line", "end_column")] == [3, 17, 3, 23]


def test_what_a_workflow_command_reads_is_escaped(run: Run, here: Path) -> None:
    (here / "a,b:c%").mkdir()
    (here / "a,b:c%" / "deck.yaml").write_text("title: S\nslides:\n  - {title: A, '50%': [a]}\n", "utf-8")
    line = run("check", "a,b:c%", "--format", "github").stdout
    assert line.startswith("::error file=a%2Cb%3Ac%25/deck.yaml,line=3,")
    assert "::`50%25` is not a key of a slide%0Athere are: " in line


def test_a_finger_print_stays_when_the_line_moves(run: Run, here: Path) -> None:
    def prints(text: str) -> list[str]:
        (here / "deck.yaml").write_text(text, "utf-8")
        results = json.loads(run("check", "--format", "sarif").stdout)["runs"][0]["results"]
        return [one["partialFingerprints"]["problem/v2"] for one in results]

    slide = "  - {title: A, bulets: [a]}\n"
    one = prints(f"title: S\nslides:\n{slide}")
    assert prints(f"title: S\n\nslides:\n  - title: B\n{slide}") == one
    assert prints(f"title: S\nslides:\n{slide}{slide}")[0] == one[0]


def test_nothing_depends_on_colour(run: Run, here: Path) -> None:
    """The severity is a word, the place has a mark; in a pipe there are no colours at all."""
    (here / "deck.yaml").write_text("title: S\nslides:\n  - titel: A\n", "utf-8")
    output = run("check").stdout
    assert "\x1b" not in output
    assert ": error: " in output
    assert "^^^^^" in output


def test_every_kind_of_file_has_its_cases() -> None:
    cases_of = {path.name.split("-")[0] for path in (Path(__file__).parents[1] / "cases" / "errors").glob("*.txt")}
    assert {"yaml", "file", "deck", "slide", "slides", "table", "variants", "variant", "theme", "picture", "fit"} <= cases_of
    assert len(list((Path(__file__).parents[1] / "cases" / "errors").glob("*.txt"))) >= 100
    assert {entry.severity for entry in ENTRIES.values()} == {"error", "warning"}
