"""The program as a process: exit codes, what it says when it can't run, how lean it starts."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from deckmotor import __version__
from deckmotor.cli.commands import COMMANDS, INSTEAD, Commands
from tests.cli.conftest import Run

TOP = Path(__file__).parents[2]


def make_deck(*words: str, cwd: Path, python: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, *python, str(TOP / "make_deck.py"), *words]
    return subprocess.run(line, cwd=cwd, capture_output=True, text=True, check=False)


def test_it_runs_from_a_plain_checkout(here: Path) -> None:
    done = make_deck("--version", cwd=here)
    assert (done.returncode, done.stdout) == (0, f"deckmotor {__version__}\n")


def test_a_missing_library_is_told_with_how_to_install_it(here: Path) -> None:
    done = make_deck("build", cwd=here, python=("-S",))  # -S: without the installed libraries.
    assert done.returncode == 2
    assert "needs the library `click`" in done.stderr
    assert "make deck" in done.stderr
    assert "pip install ." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [["--help"], ["-h"], *([name, option] for name in COMMANDS for option in ("--help", "-h"))])
def test_help_teaches_by_example(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 0
    assert "\n  deckmotor " in result.stdout or "\n    deckmotor " in result.stdout


def test_help_lists_every_command_and_completion(run: Run) -> None:
    text = run("--help").stdout
    assert all(f"\n  {name} " in text for name in COMMANDS)
    assert "_DECKMOTOR_COMPLETE=bash_source" in text


@pytest.mark.parametrize("words", [["bild"], ["build", "--varian", "x"], ["build", "--theme"], ["init"]])
def test_a_wrong_command_line_is_2(run: Run, words: list[str]) -> None:
    assert run(*words).exit_code == 2


def test_a_mistyped_command_is_answered_with_the_nearest(run: Run) -> None:
    assert "did you mean `build`?" in run("bild").stderr


def test_what_the_terminal_can_not_print_keeps_nothing_else_from_it(here: Path) -> None:
    (here / "deck.yaml").write_text("title: Säffle 字\nslides:\n  - titel: Å\n", "utf-8")
    line = [sys.executable, str(TOP / "make_deck.py"), "check"]
    plain = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run(line, cwd=here, env=plain, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "  3 |   - titel: Å".encode("latin-1") in done.stdout
    done = subprocess.run([*line, "--format", "json"], cwd=here, env=plain, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert json.loads(done.stdout.decode("utf-8"))["errors"] == 1


def test_width_and_colour_follow_the_terminal(here: Path) -> None:
    text = "title: S\nslides:\n  - {id: a, title: " + "ord " * 40 + ", bulets: [a]}\n"
    (here / "deck.yaml").write_text(text, "utf-8")
    shown = on_a_terminal(here, "check", columns=60)
    assert "\x1b[31m" in shown
    assert max(len(line) for line in click.unstyle(shown).splitlines() if " | " in line) <= 60
    assert "\x1b" not in on_a_terminal(here, "check", columns=60, NO_COLOR="1")
    assert "\x1b[31m" in on_a_terminal(here, "build", columns=60), "problems of `build` go to stderr, which is a terminal too"


def on_a_terminal(cwd: Path, *words: str, columns: int, **variables: str) -> str:
    """What a command prints on a terminal of that width."""
    pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "NO_COLOR")} | variables
    line = [sys.executable, str(TOP / "make_deck.py"), *words]
    subprocess.run(line, cwd=cwd, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, check=False)
    os.close(theirs)
    printed = b""
    with contextlib.suppress(OSError):  # The end of a terminal is an error on Linux.
        while piece := os.read(ours, 10_000):
            printed += piece
    os.close(ours)
    return printed.decode("utf-8")


class Broken(Commands):
    """All commands in the state of having a bug."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        return click.Command(cmd_name, callback=lambda: [][1])


def run_broken(*words: str) -> Result:
    return CliRunner().invoke(Broken(params=[click.Option(["--debug"], is_flag=True, expose_value=False)]), words)


def test_a_bug_of_ours_is_70_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DECKMOTOR_DEBUG", raising=False)
    result = run_broken("build")
    assert result.exit_code == 70
    assert "bug of deckmotor, not a mistake of yours" in result.stderr
    assert "IndexError" in result.stderr
    assert "deckmotor --debug build`" in result.stderr
    assert "Traceback" not in result.output


def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(run_broken("--debug", "build").exception, IndexError)
    monkeypatch.setenv("DECKMOTOR_DEBUG", "1")
    assert isinstance(run_broken("build").exception, IndexError)


def complete(words: str, cwd: Path) -> list[str]:
    """What Tab offers after these words in bash."""
    line = f"deckmotor {words}"
    variables = {"_DECKMOTOR_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    program = (
        f"import sys; sys.path.insert(0, {str(TOP / 'src')!r}); sys.argv = ['deckmotor']\n"
        "from deckmotor.cli import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=cwd, env={**os.environ, **variables}, capture_output=True, text=True, check=True
    )
    return [entry.partition(",")[2] for entry in done.stdout.split()]


def test_tab_completes_commands(here: Path) -> None:
    assert complete("bu", here) == ["build"]


def test_commands_that_many_try_are_answered_with_what_there_is(run: Run) -> None:
    for name, instead in INSTEAD.items():
        assert name not in COMMANDS
        result = run(name)
        assert result.exit_code == 2
        assert f"there is no command `{name}`; {instead}" in " ".join(result.stderr.split())
