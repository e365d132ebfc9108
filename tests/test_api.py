"""From Python: what `docs/python.md` shows, as it stands there; problems as values; rows of a program are text."""

import contextlib
import io
import os
import re
import sqlite3
import subprocess
import sys
from collections import namedtuple
from dataclasses import make_dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import deckmotor
from deckmotor import api
from deckmotor.api import Edition, build, check, diff, explain, load

TOP = Path(__file__).parents[1]
DOCS, SOURCE = TOP / "docs" / "python.md", TOP / "src"

DECK = """title: Talk
file: talk
slides:
  - {id: welcome, title: "Hello ${name}", bullets: [One, "In ${room}"]}
variables: {name: all, room: x}
"""
FILES = {
    "deck.yaml": DECK,
    "variants.yaml": "each: branches.yaml\n",
    "audiences.yaml": "politiker: {}\n",
    "branches.yaml": "- {id: kalix, name: Kalix, room: the hall}\n",
}


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "talk" / "deck"
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "talk"


def test_the_page_of_docs_runs_as_it_stands(talk: Path) -> None:
    build(load("talk"), ".", [Edition()])
    Path("talk.pptx").rename("old.pptx")
    build(load("talk"), ".", [Edition(variant="kalix")])
    Path("talk-kalix.pptx").rename("new.pptx")
    code = "".join(re.findall(r"```python\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL))
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(code, {})
    assert "kalix/politiker ['talk-kalix-politiker.pptx'] False" in told.getvalue()
    assert "the table branches.yaml" in told.getvalue() or "Hello Kalix" in told.getvalue()
    assert {path.name for path in Path("out").iterdir()} >= {"talk.pptx", "talk-kalix-politiker.pdf"}


OFFERED = """
import sys
import deckmotor.build, deckmotor.check, deckmotor.diff, deckmotor.load
import deckmotor
assert "deckmotor.api" not in sys.modules, "a command asks for none of it"
offered = [getattr(deckmotor, name) for name in ("build", "check", "diff", "explain", "load")]
assert [one.__module__ for one in offered] == ["deckmotor.api"] * 5, offered
from deckmotor import *
assert [build, check, diff, explain, load] == offered
assert not hasattr(deckmotor, "lode")
"""


def test_the_package_itself_offers_it_whatever_else_was_imported() -> None:
    """Rooms of the same names are in the package too."""
    subprocess.run([sys.executable, "-c", OFFERED], env={**os.environ, "PYTHONPATH": str(SOURCE)}, check=True)


def test_it_is_typed(talk: Path) -> None:
    """As mypy, which reads this file, sees it: what the package offers is what it is."""
    decks: deckmotor.Decks = deckmotor.load(talk)
    assert decks.root == talk.resolve()
    with pytest.raises(AttributeError, match="lode"):
        deckmotor.lode(talk)  # type: ignore[attr-defined]


def test_problems_are_values_and_nothing_is_printed(talk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (talk / "deck/deck.yaml").write_text(DECK.replace("bullets", "bulets"), "utf-8")
    decks = load(talk)
    problem = next(one for one in check(decks) if one.severity == "error")
    assert (problem.severity, problem.code, problem.span.line) == ("error", "unknown-key", 4)
    assert {made.is_failed for made in build(decks, talk / "out")} == {True}
    assert not (talk / "out").exists()
    assert "bulets" in decks._repr_html_()
    with pytest.raises(api.DeckError, match="bulets"):
        decks.pages()
    with pytest.raises(FileNotFoundError):
        load(talk / "nowhere")
    with pytest.raises(KeyError):
        explain(decks, "nowhere")
    with pytest.raises(api.DeckError):
        diff(b"no deck", b"no deck")
    assert capsys.readouterr() == ("", "")


ROWS: list[dict[str, Any]] = [{"id": "ett", "name": "**A** ${room} # x", "room": None}, {"id": "tva", "name": "~", "room": 5}]


class Unknown:
    """What pandas has for a missing value in columns of its own types."""

    def __ne__(self, other: object) -> Any:
        return self

    def __bool__(self) -> bool:
        raise TypeError("boolean value of NA is ambiguous")


@pytest.mark.parametrize("form", ["list", "pandas", "NA", "polars"])
def test_rows_of_a_program_are_text(talk: Path, form: str) -> None:
    forms: dict[str, Any] = {
        "list": ROWS,
        "pandas": SimpleNamespace(to_dict=lambda orient: [{**ROWS[0], "room": float("nan")}, ROWS[1]]),
        "NA": SimpleNamespace(to_dict=lambda orient: [{**ROWS[0], "room": Unknown()}, ROWS[1]]),
        "polars": SimpleNamespace(to_dicts=lambda: ROWS),
    }
    decks = load(talk, tables={"deck/branches.yaml": forms[form]})
    assert [one.name for one in decks.editions if not one.audience] == ["", "ett", "tva"]
    values = [explain(decks, "welcome", Edition(variant=id)).values for id in ("ett", "tva")]
    titles = [value.text for some in values for value in some if value.way == ("title",)]
    assert titles == ["Hello **A** ${room} # x", "Hello ~"]
    assert [one.code for one in check(decks)] == ["missing-value"]
    twice = check(load(talk, tables={"deck/branches.yaml": [*ROWS, ROWS[1]]}))
    assert "deck/branches.yaml, row 3, `id`" in [str(one.span) for one in twice]
    with pytest.raises(ValueError, match=r"branches\.csv"):
        load(talk, tables={"deck/branches.csv": ROWS})


ROW = {"id": "ett", "name": "A", "room": 15_300.0}


def sqlite_row() -> sqlite3.Row:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    row: sqlite3.Row = connection.execute("SELECT 'ett' AS id, 'A' AS name, 15300.0 AS room").fetchone()
    return row


@pytest.mark.parametrize(
    "row", [ROW, sqlite_row(), namedtuple("Row", ROW)(**ROW), make_dataclass("Row", ROW)(**ROW), SimpleNamespace(**ROW)]
)
def test_any_rows_with_names_serve_and_whole_numbers_stay_whole(talk: Path, row: Any) -> None:
    values = explain(load(talk, tables={"deck/branches.yaml": iter([row])}), "welcome", Edition(variant="ett")).values
    assert [value.text for value in values if value.way != ("id",)] == ["Hello A", "One", "In 15300"]


def test_rows_without_names_are_refused_in_plain_words(talk: Path) -> None:
    with pytest.raises(TypeError, match=r"row 1 of `deck/branches\.yaml` is a tuple: give dictionaries"):
        load(talk, tables={"deck/branches.yaml": [("ett", "A")]})


def test_a_notebook_shows_the_pages(talk: Path) -> None:
    assert repr(load(talk)) == f"Decks({str(talk)!r}, {len(load(talk).editions)} editions)"
    shown = load(talk)._repr_html_()
    assert shown.count("<img ") == 1 and "data:image/svg+xml" in shown
