"""`build` of many decks: what one failed deck stops, what is told of each, and what is taken away."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from tests.cli.conftest import Run
from tests.cli.test_build import ALL, TOP, change, names, on_a_terminal

MANIFEST = ".deckmotor.json"


@pytest.fixture
def broken(talk: Path) -> Path:
    """A project of which one variant has an error."""
    change(talk / "deck/variants/harbour.yaml", "remove: [hours]", "remove: [hour]")
    return talk


def test_one_failed_deck_stops_no_other(run: Run, broken: Path) -> None:
    result = run("build", "talk", "--all", "--report", "build.json")
    assert result.exit_code == 1
    assert names(broken / "build") == ["library-hillside.pptx", "library.pptx"]
    assert "1 deck of 3 failed, for the errors above: harbour." in result.stderr
    told = json.loads((broken.parent / "build.json").read_text("utf-8"))
    assert (told["built"], told["unchanged"], told["failed"]) == (2, 0, 1)
    (failed,) = (deck for deck in told["decks"] if deck["state"] == "failed")
    assert (failed["deck"], failed["variant"], failed["files"]) == ("harbour", "harbour", [])
    assert re.match(r"deck/variants/harbour.yaml:6:10: .*`hour`", failed["why"][0])
    assert [problem["decks"] for problem in told["problems"]] == [["harbour"]]


def test_decks_that_an_error_hides_are_reported_as_failed(run: Run, talk: Path, here: Path) -> None:
    run("build", "talk", "--all")
    (talk / "deck/variants.yaml").write_text("variants: {harbour: {\n", "utf-8")
    printed = run("build", "talk", "--all", "--format", "json")
    assert json.loads(printed.stdout)["failed_decks"] == ["", "harbour", "hillside"]
    run("build", "talk", "--all", "--report", "build.json")
    told = json.loads((here / "build.json").read_text("utf-8"))
    assert [deck["deck"] for deck in told["decks"] if deck["state"] == "failed"] == ["", "harbour", "hillside"]
    assert all("deck/variants.yaml:" in deck["why"][0] for deck in told["decks"])
    assert (told["failed"], names(talk / "build")) == (3, ALL)


def test_programs_are_told_which_decks_failed(run: Run, broken: Path) -> None:
    told = json.loads(run("build", "talk", "--all", "--format", "json").stdout)
    assert (told["failed_decks"], len(told["files"])) == (["harbour"], 2)


def test_strict_stops_all(run: Run, broken: Path) -> None:
    result = run("build", "talk", "--all", "--strict", "--report", "build.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Nothing was written: 1 error; 2 decks without one held back, for --strict." in result.stderr
    told = json.loads((broken.parent / "build.json").read_text("utf-8"))
    assert {deck["deck"]: deck["state"] for deck in told["decks"]} == {"": "held", "harbour": "failed", "hillside": "held"}
    assert (told["built"], told["unchanged"], told["failed"], told["held"]) == (0, 0, 1, 2)
    assert not (broken / "build").exists()
    change(broken / "deck/variants/harbour.yaml", "remove: [hour]", "remove: [hours]")
    assert run("build", "talk", "--all", "--strict", "--jobs", "2").exit_code == 0
    assert names(broken / "build") == ALL
    change(broken / "deck/variants/harbour.yaml", "remove: [hours]", "remove: [hour]")
    (broken / "build" / ALL[-1]).unlink()
    result = run("build", "talk", "--all", "--strict")
    assert "failed, for the errors above: harbour. Of the others 1 would have changed; none was written" in result.stderr
    assert names(broken / "build") == ALL[:-1]


def test_what_is_unchanged_is_told_and_not_touched(run: Run, talk: Path, here: Path) -> None:
    run("build", "talk", "--all")
    before = {path: path.stat().st_mtime_ns for path in (talk / "build").iterdir()}
    result = run("build", "talk", "--all", "--report", "build.json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(result.stdout.split()) == [f"talk/build/{name}" for name in ALL]
    assert {path: path.stat().st_mtime_ns for path in (talk / "build").iterdir()} == before
    assert json.loads((here / "build.json").read_text("utf-8"))["unchanged"] == 3
    assert "3 files (3 unchanged), " in on_a_terminal("build", "talk", "--all", cwd=here)


def test_warnings_are_told_again_though_nothing_is_made(run: Run, talk: Path) -> None:
    change(talk / "deck/variants/harbour.yaml", "changes:", "changes:\n  gone: {title: Ny}")
    first = run("build", "talk", "--all")
    assert "change-nowhere" in first.stderr
    assert run("build", "talk", "--all").stderr == first.stderr
    assert "harbour.yaml:5:3: warning: " in first.stderr
    change(talk / "deck/variants/harbour.yaml", "changes:", "# Ny rad\nchanges:")
    assert "harbour.yaml:6:3: warning: " in run("build", "talk", "--all").stderr


def test_prune_takes_away_files_of_decks_that_are_gone_and_no_others(run: Run, talk: Path) -> None:
    run("build", "talk", "--all", "--to", "pptx,html")
    build = talk / "build"
    (build / "library-mine.pptx").write_bytes(b"mine")
    (build / "library-harbour.html").write_bytes(b"changed by hand")
    (talk / "deck/variants/harbour.yaml").unlink()
    (talk / "deck/branches.yaml").write_text("hillside: {name: Hillside, room: the hall}\n", "utf-8")
    assert "library-harbour.pptx" in names(build)
    result = run("build", "talk", "--variant", "hillside", "--prune")
    assert result.exit_code == 0
    assert "Taken away, because its deck no longer exists: talk/build/library-harbour.pptx" in result.stderr
    assert "Kept, because it was changed after it was built: talk/build/library-harbour.html" in result.stderr
    left = ["library-harbour.html", "library-hillside.html", "library-hillside.pptx", "library-mine.pptx"]
    assert names(build) == [*left, "library.html", "library.pptx"]
    assert run("build", "talk", "--all", "--prune").stderr == ""


def test_prune_knows_what_was_built_alone(run: Run, talk: Path) -> None:
    run("build", "talk", "--all")
    change(talk / "deck/deck.yaml", "title: What an open evening takes", "title: What an evening takes")
    run("build", "talk", "--variant", "hillside", "--to", "pptx,svg")
    change(talk / "deck/branches.yaml", "\nhillside: {", "\nvalley: {")
    told = run("build", "talk", "--all", "--prune").stderr
    assert told.count("Taken away, because its deck no longer exists: ") > 2 and "Kept" not in told
    assert names(talk / "build") == ["library-harbour.pptx", "library-valley.pptx", "library.pptx"]


def test_prune_leaves_what_another_deck_made_and_all_while_files_are_broken(run: Run, talk: Path, here: Path) -> None:
    run("init", "other")
    for deck in ("talk", "other"):
        change(here / deck / "deck/deck.yaml", "file: library", f"file: {deck}")
        change(here / deck / "deck/variants.yaml", "file: library", f"file: {deck}")
        assert run("build", deck, "--all", "-o", "out").exit_code == 0
    (talk / "deck/variants/harbour.yaml").unlink()
    (talk / "deck/variants.yaml").write_text("each: gone.yaml\n", "utf-8")
    assert "Nothing is taken away" in run("build", "talk", "--all", "--prune", "-o", "out").stderr
    assert len(names(here / "out")) == 6
    (talk / "deck/variants.yaml").unlink()
    run("build", "talk", "--prune", "-o", "out")
    assert names(here / "out") == [
        "other-harbour.pptx",
        "other-hillside.pptx",
        "other.pptx",
        "talk.pptx",
    ]


@pytest.mark.parametrize("name", ["../../secret.txt", "/etc/passwd", "a/b/c.pptx", "..\\secret.txt"])
def test_no_manifest_makes_prune_take_away_what_lies_elsewhere(run: Run, talk: Path, name: str) -> None:
    run("build", "talk", "--all")
    secret = talk.parent / "secret.txt"
    secret.write_bytes(b"")
    file = talk / "build" / MANIFEST
    told = json.loads(file.read_bytes())
    one = {
        **next(iter(told["files"].values())),
        "deck": "gone",
        "bytes": 0,
        "digest": "00000000",
    }
    file.write_text(json.dumps({**told, "files": {**told["files"], name: one}}), "utf-8")
    assert run("build", "talk", "--all", "--prune").exit_code == 0
    assert secret.exists()


def test_a_file_of_that_name_that_is_not_ours_stays(run: Run, talk: Path) -> None:
    (talk / "build").mkdir()
    (talk / "build" / MANIFEST).write_text("[1]", "utf-8")
    result = run("build", "talk", "--all", "--prune")
    assert result.exit_code == 1
    assert "is no manifest of ours, and was left as it is. Without it nothing is taken away." in result.stderr
    assert (talk / "build" / MANIFEST).read_text("utf-8") == "[1]"


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_build_says_what_is_done_and_leaves_whole_files(talk: Path, here: Path, number: int, code: int) -> None:
    rows = "".join(f"r{number}: {{name: Room {number}, room: the hall}}\n" for number in range(3_000))
    (talk / "deck/branches.yaml").write_text(rows)
    (talk / "deck/variants/harbour.yaml").unlink()
    line = [sys.executable, str(TOP / "make_deck.py"), "build", "talk", "--all", "--jobs", "2"]
    with subprocess.Popen(line, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while len(names(talk / "build")) < 20:
            assert process.poll() is None
            sleep(0.01)
        os.kill(process.pid, number)
        _, told = process.communicate(timeout=60)
    assert process.returncode == code
    said = re.search(r"Interrupted: at least (\d+) of 3,001 decks done, (\d+) files written, all of them whole\.", told)
    assert said is not None, told
    assert not any(name.endswith(".part") for name in names(talk / "build"))
    assert int(said[1]) <= len([name for name in names(talk / "build") if name.endswith(".pptx")]) < 3_001
