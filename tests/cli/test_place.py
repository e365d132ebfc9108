"""Which deck a command is about."""

import shutil
from pathlib import Path

import pytest

from deckmotor.cli.place import find_place
from tests.cli.conftest import Run


@pytest.fixture
def project(here: Path) -> Path:
    (here / "talk/deck").mkdir(parents=True)
    (here / "talk/deck/deck.yaml").write_text("title: A\n")
    (here / "alone.yaml").write_text("title: B\n")
    return here


@pytest.mark.parametrize("path", ["talk", "talk/deck", "talk/deck/deck.yaml", "./talk/../talk"])
def test_a_project_is_found_from_its_file_and_folders(project: Path, path: str) -> None:
    place = find_place(Path(path))
    assert place is not None
    assert (place.root, place.deck) == (project / "talk", "deck/deck.yaml")


def test_it_is_found_from_inside_the_deck_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "talk/deck")
    place = find_place(Path())
    assert place is not None
    assert place.root == project / "talk"


def test_a_lone_file_is_a_project_of_its_own_folder(project: Path) -> None:
    place = find_place(Path("alone.yaml"))
    assert place is not None
    assert (place.root, place.deck) == (project, "alone.yaml")


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("check --deck talk", "check talk"),
        ("list slides --deck=talk --variant harbour", "list talk slides --variant harbour"),
        ("explain talk start", "explain start --deck talk"),
        ("explain talk harbour start", "explain harbour start --deck talk"),
        ("diff talk harbour hillside", "diff harbour hillside --deck talk"),
        ("translate talk sv --check", "translate sv --check --deck talk"),
        ("translate talk SV --check", "translate sv --check --deck talk"),
    ],
)
def test_commands_take_the_deck_before_their_words_or_as_an_option(run: Run, talk: Path, words: str, same: str) -> None:
    result = run(*words.split())
    assert result.exit_code < 2, result.output
    assert result.stdout == run(*same.split()).stdout


def test_a_variant_is_no_deck_where_one_is_here(run: Run, talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(talk, talk / "harbour")
    monkeypatch.chdir(talk)
    assert "Slide 1 of harbour" in run("explain", "harbour", "start").stdout
    assert "Slide 1 of base deck" in run("explain", "./harbour", "start").stdout


@pytest.mark.parametrize(
    ("words", "looked"),
    [(["build"], "`deck.yaml`, `deck/deck.yaml`"), (["check", "no"], "`no/deck.yaml`"), (["list", "no/x.yaml"], "`no/x.yaml`")],
)
def test_a_missing_deck_says_what_was_looked_for(run: Run, words: list[str], looked: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert looked in result.stderr
    assert "deckmotor init" in result.stderr


@pytest.mark.parametrize("name", ["SSOT.svg", "talk.md", "bilder/p.png"])
def test_what_is_no_deck_is_not_read_as_one_and_the_nearest_is_named(run: Run, project: Path, name: str) -> None:
    (project / "talk/bilder").mkdir()
    (project / "talk" / name).write_text("# text: x")
    result = run("build", f"talk/{name}")
    assert result.exit_code == 2
    assert f"`talk/{name}` is no deck: a deck is a YAML file; the nearest one is `talk/deck/deck.yaml`" in result.stderr


@pytest.mark.parametrize("name", ["talk/bilder", "talk/no.yaml", "talk/deck/dek.yaml"])
def test_a_missing_deck_names_the_nearest(run: Run, project: Path, name: str) -> None:
    (project / "talk/bilder").mkdir()
    result = run("check", name)
    assert result.exit_code == 2
    assert "the nearest one is `talk/deck/deck.yaml`" in result.stderr
