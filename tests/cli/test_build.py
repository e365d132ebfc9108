"""`build`: files written whole or not at all, told on a terminal and in a pipe."""

import contextlib
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TOP = Path(__file__).parents[2]
ALL = ["library-harbour.pptx", "library-hillside.pptx", "library.pptx"]


def names(folder: Path) -> list[str]:
    """What a folder has, without the manifest."""
    return sorted(name for name in os.listdir(folder) if name != ".deckmotor.json") if folder.exists() else []


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_base_deck_is_built_without_options(run: Run, talk: Path) -> None:
    result = run("build", "talk")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "talk/build/library.pptx\n", "")
    assert names(talk / "build") == ["library.pptx"]


def test_all_builds_the_base_deck_and_every_variant(run: Run, talk: Path) -> None:
    result = run("build", "talk", "--all")
    assert result.exit_code == 0
    assert sorted(result.stdout.split()) == [f"talk/build/{name}" for name in ALL]
    assert names(talk / "build") == ALL


def test_one_variant_and_another_folder(run: Run, talk: Path, here: Path) -> None:
    assert run("build", "talk", "--variant", "harbour", "-o", "out").stdout == "out/library-harbour.pptx\n"
    assert names(here / "out") == ["library-harbour.pptx"]
    assert not (talk / "build").exists()


def test_a_deck_is_found_where_one_is(run: Run, talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(talk / "deck")
    assert run("build").stdout == "../build/library.pptx\n"


def test_another_theme_makes_another_file(run: Run, talk: Path, here: Path) -> None:
    run("build", "talk", "-o", "light")
    assert run("build", "talk", "--theme", "natt", "-o", "dark").exit_code == 0
    assert (here / "light/library.pptx").read_bytes() != (here / "dark/library.pptx").read_bytes()


def test_an_error_in_one_variant_is_told_at_its_place(run: Run, talk: Path) -> None:
    change(talk / "deck/variants/harbour.yaml", "remove: [hours]", "remove: [hour]")
    result = run("build", "talk", "--variant", "harbour")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "talk/deck/variants/harbour.yaml:6:10: error: " in result.stderr
    assert "did you mean `hours`?" in result.stderr
    assert "Nothing was written: 1 error." in result.stderr
    assert not (talk / "build").exists()
    assert run("build", "talk").exit_code == 0, "the base deck has no error"


def test_every_error_is_told_at_once_and_each_once(run: Run, talk: Path) -> None:
    change(talk / "deck/deck.yaml", "    columns:  ", "    colums:  ")
    change(talk / "deck/deck.yaml", "    table:  ", "    tabel:  ")
    result = run("build", "talk", "--all")
    assert result.exit_code == 1
    assert result.stderr.count("error: `colums`") == result.stderr.count("error: `tabel`") == 1
    assert "only in" not in result.stderr
    assert result.stderr.index("colums") < result.stderr.index("tabel")


@pytest.mark.parametrize(("words", "hint"), [(["--variant", "harbor"], "`harbour`"), (["--theme", "nat"], "`natt`")])
def test_a_wrong_name_on_the_command_line_is_2_with_the_nearest(run: Run, talk: Path, words: list[str], hint: str) -> None:
    result = run("build", "talk", *words)
    assert result.exit_code == 2
    assert f"did you mean {hint}?" in result.stderr


def test_all_and_a_variant_contradict_each_other(run: Run, talk: Path) -> None:
    assert run("build", "talk", "--all", "--variant", "harbour").exit_code == 2


def test_a_file_that_cannot_be_written_is_told(run: Run, talk: Path) -> None:
    (talk / "build/library.pptx").mkdir(parents=True)
    result = run("build", "talk")
    assert result.exit_code == 1
    assert "Can't write talk/build/library.pptx" in result.stderr
    assert "Traceback" not in result.output


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.pptx"))}


def test_the_same_bytes_everywhere_and_always(run: Run, talk: Path, here: Path) -> None:
    """In this process and another, another folder and time zone, with a cache and without, all at once or one by one."""
    run("build", "talk", "--all", "-o", "one")
    moved = here / "moved" / "talk"
    moved.parent.mkdir()
    talk.rename(moved)
    strange = {**os.environ, "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7", "DECKMOTOR_CACHE": ""}
    line = [sys.executable, str(TOP / "make_deck.py"), "build", "--all"]
    subprocess.run(line, cwd=moved, env=strange, check=True, capture_output=True)
    assert digests(moved / "build") == digests(here / "one")
    assert list(digests(here / "one")) == ALL
    run("build", "moved/talk", "--variant", "hillside", "-o", "alone")
    assert digests(here / "alone")["library-hillside.pptx"] == digests(here / "one")["library-hillside.pptx"]


HEAVY = ("pptx", "lxml", "PIL", "pydantic", "dataclasses", "zipfile", "tempfile", "difflib", "argparse", "importlib.metadata")


PLAIN = (
    "title: Plain\nlanguage: en\nslides:\n  - cover: {}\n"
    "  - title: One\n    bullets: [Alpha, Beta]\n  - title: Two\n    bullets: [Gamma]\n"
)

IDLE = {
    "built", "cli", "cli.plain", "color", "compose.kinds.text", "compose.space", "load.layers", "messages", "model.drawings",
    "model.grounds", "model.words", "pictures.memo", "scene.media", "scene.text", "source.layer", "source.voice", "span",
    "style", "theme.gauge", "typeset.fit", "typeset.pieces",
}  # fmt: skip
"""Modules of ours that a cover and slides of bullets load for their types or their values, and call nothing of."""

MOST_MODULES = 146
"""So many of ours such slides load, packages too, once their theme has been made."""

LOADED = f"""
import ast, sys
sys.path.insert(0, {str(TOP / "src")!r})
from deckmotor.cli.commands import commands  # `main` ends the process before anything could be printed.
called = set()
def note(frame, event, _):
    is_function = frame.f_code.co_flags & 1 and not frame.f_code.co_name.startswith("<")
    if event == "call" and is_function:
        called.add(frame.f_code.co_filename)
sys.setprofile(note if sys.argv[2] == "bare" else None)
try:
    commands()
except SystemExit as end:
    assert not end.code
sys.setprofile(None)
print(*(name for name in {HEAVY!r} if name in sys.modules))
own = {{name.partition(".")[2]: module.__file__ for name, module in sys.modules.items() if name.startswith("deckmotor.")}}
print(len(own))
for name, file in own.items():
    tree = ast.parse(open(file, encoding="utf-8").read())
    if file not in called and any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree)):
        print(name)
"""


def test_a_plain_build_loads_nothing_that_it_has_no_use_for(talk: Path, here: Path) -> None:
    """First the deck that `init` makes, which has some of all; then, with a theme that is there, one of bullets."""
    (here / "bare").mkdir()
    (here / "bare" / "deck.yaml").write_text(PLAIN, encoding="utf-8")
    done = [
        subprocess.run([sys.executable, "-c", LOADED, "build", deck], cwd=here, capture_output=True, text=True, check=True)
        for deck in ("talk", "bare")
    ]
    (_, heavy, *_), (_, also_heavy, count, *idle) = (one.stdout.splitlines() for one in done)
    assert (heavy, also_heavy) == ("", "")
    assert set(idle) <= IDLE
    assert int(count) <= MOST_MODULES


def on_a_terminal(*words: str, cwd: Path, **variables: str) -> str:
    """What a person sees."""
    pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
    outer, inner = pty.openpty()
    line = [sys.executable, str(TOP / "make_deck.py"), *words]
    environment = {**os.environ, "COLUMNS": "100", **variables}
    with subprocess.Popen(line, cwd=cwd, env=environment, stdin=inner, stdout=inner, stderr=inner) as process:
        os.close(inner)
        seen = b""
        with contextlib.suppress(OSError):  # Linux says EIO where the other end has closed.
            while chunk := os.read(outer, 4096):
                seen += chunk
        os.close(outer)
        process.wait()
    return seen.decode().replace("\r\n", "\n")


def test_a_terminal_gets_a_summary(talk: Path, here: Path) -> None:
    seen = on_a_terminal("build", "talk", "--all", cwd=here)
    assert "talk/build/library-harbour.pptx  " in seen
    assert re.search(r"^3 files, \d+ slides, no problems, \d+\.\d\d s$", seen, re.MULTILINE)


def test_colour_is_for_terminals_that_want_it(talk: Path, here: Path) -> None:
    change(talk / "deck/deck.yaml", "    columns:  ", "    colums:  ")
    environment = {"NO_COLOR": ""}
    assert "\x1b[" in on_a_terminal("check", "talk", cwd=here, **environment)
    assert "\x1b[" not in on_a_terminal("check", "talk", cwd=here, NO_COLOR="1")


def test_many_decks_show_how_far_they_have_come_on_a_terminal_only(run: Run, talk: Path, here: Path) -> None:
    rows = "".join(f"r{number}: {{name: Room {number}, room: the hall}}\n" for number in range(25))
    (talk / "deck/branches.yaml").write_text(rows)
    (talk / "deck/variants/harbour.yaml").unlink()
    seen = on_a_terminal("build", "talk", "--all", cwd=here)
    assert "Building" in seen
    assert "26/26" in seen
    assert "… and 15 more" in seen
    assert "26 files" in seen
    assert "Building" not in run("build", "talk", "--all").output


@pytest.mark.parametrize("words", [("build", "--report", ""), ("build", "-o", " "), ("schema", "-o", "")])
def test_what_has_no_name_is_told_and_nothing_is_written(run: Run, here: Path, words: tuple[str, ...]) -> None:
    (here / "deck.yaml").write_text("title: T\nslides: [{cover: {}}]\n")
    result = run(*words)
    assert result.exit_code == 2
    assert "no name" in result.stderr
    assert [path.name for path in here.iterdir()] == ["deck.yaml"]


@pytest.mark.parametrize(
    "words", [("build", "-o", "--all"), ("build", "-o", "-"), ("build", "--report", "--all"), ("schema", "-o", "-d")]
)
def test_an_option_that_lacks_its_value_makes_no_folder_of_the_next_one(run: Run, here: Path, words: tuple[str, ...]) -> None:
    (here / "deck.yaml").write_text("title: T\nslides: [{cover: {}}]\n")
    result = run(*words)
    assert result.exit_code == 2
    assert f"`./{words[-1]}`" in result.stderr or f"`-o ./{words[-1]}`" in result.stderr
    assert [path.name for path in here.iterdir()] == ["deck.yaml"]


def test_a_path_from_home_that_the_shell_left_is_one(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(here / "me"))
    (here / "deck.yaml").write_text("title: T\nslides: [{cover: {}}]\n")
    assert run("build", "--output=~/out", "--report=~/out/report.json").exit_code == 0
    assert {path.name for path in (here / "me" / "out").iterdir()} >= {"t.pptx", "report.json"}
    assert not (here / "~").exists()
    (here / "~").mkdir()
    assert run("build", "-o", "~").exit_code == 0
    assert (here / "~" / "t.pptx").exists()


@pytest.mark.parametrize("name", ["themes", "themes/motor", "themes/motor/theme.yaml"])
def test_a_theme_that_is_a_link_out_of_the_project_is_told_as_such(run: Run, here: Path, name: str) -> None:
    (here / "outside").mkdir()
    deck = here / "talk"
    (deck / name).parent.mkdir(parents=True)
    (deck / "deck.yaml").write_text("title: T\nslides: [{cover: {}}]\n")
    (deck / name).symlink_to(here / "outside")
    result = run("build", "talk")
    assert result.exit_code == 1
    assert "lies outside the project's folder" in result.stderr
