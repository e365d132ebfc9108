"""`init`: a deck that builds, and nothing overwritten."""

import json
import re
from pathlib import Path

from deckmotor.cli.init import KEPT, STARTER
from deckmotor.cli.schema import KINDS
from tests.built import GALLERY
from tests.cli.conftest import Run


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_says_what_it_made_and_how_to_go_on(run: Run, here: Path) -> None:
    result = run("init", "talk")
    assert result.exit_code == 0
    assert set(files(here / "talk")) == {*STARTER, *KEPT, *(f"deck/.schema/{kind}.json" for kind in KINDS)}
    assert "talk/deck/deck.yaml" in result.stdout
    assert "deckmotor build talk" in result.stdout


def test_all_starter_files_are_used() -> None:
    import deckmotor

    starter = Path(deckmotor.__file__).parent / "starter"
    assert set(files(starter)) == {*STARTER, *KEPT.values()}


def test_it_writes_nothing_where_something_stands(run: Run, here: Path) -> None:
    (here / "talk/deck").mkdir(parents=True)
    (here / "talk/deck/variants.yaml").write_text("mine")
    before = files(here)
    result = run("init", "talk")
    assert result.exit_code == 2
    assert "talk/deck/variants.yaml" in result.stderr
    assert files(here) == before


def test_a_file_of_that_name_stands_in_the_way(run: Run, here: Path) -> None:
    (here / "talk").write_text("mine")
    result = run("init", "talk")
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert (here / "talk").read_text() == "mine"


def test_a_folder_in_use_keeps_its_own_gitignore(run: Run, here: Path) -> None:
    (here / ".gitignore").write_text("mine\n")
    assert run("init", ".").exit_code == 0
    assert (here / ".gitignore").read_text() == "mine\n"
    assert (here / "deck/deck.yaml").is_file()


def test_no_second_deck_beside_one_that_stands_in_the_folder_itself(run: Run, here: Path) -> None:
    (here / "talk").mkdir()
    (here / "talk/deck.yaml").write_text("mine")
    result = run("init", "talk")
    assert result.exit_code == 2
    assert "talk/deck.yaml" in result.stderr
    assert set(files(here / "talk")) == {"deck.yaml"}


def test_a_folder_without_a_name_is_not_this_one(run: Run, here: Path) -> None:
    before = files(here)
    for name in ("", " "):
        result = run("init", name)
        assert result.exit_code == 2
        assert "needs a name" in result.stderr
    assert files(here) == before


def test_the_next_command_can_be_pasted_where_the_name_has_spaces(run: Run, here: Path) -> None:
    assert "deckmotor build 'my talk'\n" in run("init", "my talk").stdout


def test_the_help_names_the_file_that_is_built(run: Run, here: Path) -> None:
    run("init", "talk")
    assert run("build", "talk").exit_code == 0
    (built,) = (here / "talk/build").glob("*.pptx")
    assert built.relative_to(here).as_posix() in run("init", "--help").stdout


def test_what_it_gives_an_editor_works(run: Run, talk: Path) -> None:
    """Its snippets are slides and parts of them, its schemas are there, its tasks run, and what they tell is found."""
    settings, tasks, snippets = (
        json.loads((talk / f".vscode/{name}").read_text("utf-8"))
        for name in ("settings.json", "tasks.json", "deckmotor.code-snippets")
    )
    assert all((talk / path).is_file() for path in settings["yaml.schemas"])
    slides = ["title: Talk", "slides:"]
    for snippet in snippets.values():
        lines = re.sub(r"\$\{\d:([^}]*)\}|\$\d", r"\1", "\n".join(snippet["body"])).split("\n")
        slides += lines if lines[0].startswith("- ") else ["- title: Title", *(f"  {line}" for line in lines)]
    (talk / "all/pictures").mkdir(parents=True)
    (talk / "all/pictures/name.jpg").write_bytes((GALLERY / "pictures/hills.jpg").read_bytes())
    (talk / "all/deck.yaml").write_text("\n".join(slides), "utf-8")
    commands = {task["label"].removeprefix("deckmotor: "): task["command"].split()[1:] for task in tasks["tasks"]}
    told = run("check", "talk/all")
    assert told.exit_code == 0, told.output
    assert run(*commands["preview"], "--help").exit_code == 0
    assert run(*commands["build"], "talk").exit_code == 0
    (talk / "deck/deck.yaml").write_text("title: Talk\nslides:\n- titel: A\n", "utf-8")
    wrong = run(*commands["build"], "talk").stderr
    pattern = next(task["problemMatcher"]["pattern"]["regexp"] for task in tasks["tasks"] if task["problemMatcher"])
    found = re.search(pattern, wrong, re.MULTILINE)
    assert found and found.groups()[:4] == ("talk/deck/deck.yaml", "3", "3", "error")
