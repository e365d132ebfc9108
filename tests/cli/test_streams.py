"""Streams that are closed, full or broken; Ctrl-C: the files are made, and the exit code tells the truth about them."""

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from deckmotor.export.typst import Press, RefusedError
from tests.cli.conftest import Run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="shells of Unix")

DECKS = 21
"""More than are built without a bar that tells how far it is."""

DECK = "title: Studien\nfile: studien\nslides:\n  - title: A\n    text: b 😀\n"


@pytest.fixture
def decks(here: Path) -> Path:
    (here / "deck.yaml").write_text(DECK, "utf-8")
    rows = "".join(f"  v{number}: {{name: V{number}}}\n" for number in range(DECKS - 1))
    (here / "variants.yaml").write_text(f"variants:\n{rows}", "utf-8")
    return here


PROGRAM = (sys.executable, "-c", "from deckmotor.cli import main; main()")

ENVIRONMENT = {**os.environ, "DECKMOTOR_CACHE": "", "PYTHONPATH": os.pathsep.join(sys.path)}


def shell(line: str, where: Path) -> subprocess.CompletedProcess[str]:
    script = f'set -o pipefail; deckmotor() {{ {shlex.join(PROGRAM)} "$@"; }}; {line}'
    return subprocess.run(["bash", "-c", script], cwd=where, env=ENVIRONMENT, capture_output=True, text=True)


def program(*words: str, where: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *words], cwd=where, env=ENVIRONMENT, capture_output=True)


@pytest.mark.parametrize(
    "redirected", ["2>&-", ">&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full", ">/dev/full 2>&1", "| head -c 1"]
)
def test_the_files_are_built_whatever_becomes_of_the_words(redirected: str, decks: Path) -> None:
    result = shell(f"deckmotor build --all {redirected}", decks)
    assert result.returncode == 0, result.stderr
    assert len(list((decks / "build").glob("*.pptx"))) == DECKS
    assert "Traceback" not in result.stderr and "Nothing was written" not in result.stderr + result.stdout


@pytest.mark.parametrize("redirected", ["2>&-", ">&- 2>&-", "2>/dev/full", "| head -c 1"])
def test_errors_are_still_exit_code_1(redirected: str, decks: Path) -> None:
    (decks / "deck.yaml").write_text(DECK + "    bulets: [a]\n", "utf-8")
    assert shell(f"deckmotor build {redirected}", decks).returncode == 1
    assert not (decks / "build").exists()


def test_what_was_asked_for_and_is_lost_is_told(decks: Path) -> None:
    result = shell("deckmotor schema deck >/dev/full", decks)
    assert (result.returncode, result.stderr) == (1, "What was to be printed is lost: No space left on device.\n")
    assert shell("deckmotor schema deck | head -c 1", decks).returncode == 0


INTERRUPTED_AT = (
    ("build", "contextlib"), ("build", "typing"), ("build", "deckmotor.cli.start"), ("build", "click"),
    ("build", "deckmotor.cli.build"), ("build", "deckmotor.theme.kept"),
    # Modules that others in C import, which may swallow an exception and go on without what they need.
    ("build", "msgspec._utils"), ("check", "weakref"), ("list", "click"), ("explain", "deckmotor.cli.explain"),
    ("schema", "msgspec.json"), ("--help", "deckmotor.cli.merge"),
)  # fmt: skip
"""Commands, and what they are importing when Ctrl-C comes."""


@pytest.mark.parametrize(("command", "module"), INTERRUPTED_AT)
def test_ctrl_c_ends_without_a_traceback(decks: Path, command: str, module: str) -> None:
    code = (
        "import os, signal, sys\n"
        "wanted = sys.argv.pop()\n"
        "class Interrupter:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == wanted:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "class AfterThat(list):\n"
        "    def insert(self, at, finder):\n"
        "        super().insert(at + 1, finder)\n"
        "sys.meta_path = AfterThat([Interrupter(), *sys.meta_path])\n"
        "from deckmotor.cli import main\n"
        "main()\n"
    )
    words = (command, "unknown-key") if command == "explain" else (command, "deck") if command == "schema" else (command,)
    result = subprocess.run(
        [sys.executable, "-c", code, *words, module], cwd=decks, env=ENVIRONMENT, capture_output=True, text=True
    )
    assert (result.returncode, result.stdout, result.stderr) == (128 + signal.SIGINT, "", "")


# When only one output can't be made


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst as it is when it refuses something that nobody thought of."""

    def pdf(*_: object) -> None:
        raise RefusedError("what it says")

    monkeypatch.setattr(Press, "pdf", pdf)


@pytest.mark.usefixtures("refusing")
def test_the_other_outputs_are_written_when_one_cant_be_made(decks: Path, run: Run) -> None:
    result = run("build", "--to", "pptx,pdf")
    assert result.exit_code == 1
    assert result.stdout == "build/studien.pptx\n"
    assert "error: the PDF can't be made: what it says [not-drawn]" in result.stderr
    assert result.stderr.endswith("1 file written. Not as it should be: build/studien.pdf.\n")
    assert (decks / "build" / "studien.pptx").is_file()


@pytest.mark.usefixtures("refusing")
def test_programs_are_told_what_was_written_and_what_not(decks: Path, run: Run) -> None:
    result = run("build", "--to", "pptx,pdf", "--format", "json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["files"], told["failed"]) == (1, ["build/studien.pptx"], ["build/studien.pdf"])


def test_a_file_that_cant_be_written_leaves_the_others(decks: Path, run: Run) -> None:
    (decks / "build" / "studien-v3.pptx").mkdir(parents=True)
    result = run("build", "--variant", "v2", "--variant", "v3", "--variant", "v4", "--format", "json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert told["files"] == ["build/studien-v2.pptx", "build/studien-v4.pptx"]
    assert told["failed"] == ["build/studien-v3.pptx"]


def test_a_bug_after_writing_does_not_say_that_nothing_was_written(
    decks: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deckmotor.cli.build.raw_paths", lambda folder, names: 1 // 0)
    result = run("build")
    assert result.exit_code == 70
    assert "1 file had been written by then." in result.stderr and "Nothing was written" not in result.stderr


# Names of files


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
@pytest.mark.parametrize("name", [b"r\xe4k", b"a\x1b[31mb", b"a\nb"])
def test_names_of_folders_are_told_in_every_format(form: str, name: bytes, here: Path) -> None:
    folder = os.path.join(os.fsencode(here), name)
    os.mkdir(folder)
    Path(os.fsdecode(folder), "deck.yaml").write_text("title: S\nslides:\n  - titel: A\n", "utf-8")
    result = program("check", os.fsdecode(name), "--format", form, where=here)
    assert result.returncode == 1, result.stderr
    assert b"\x1b" not in result.stdout + result.stderr and b"unknown-key" in result.stdout
    missing = program("check", os.fsdecode(name + b"x"), where=here)
    assert missing.returncode == 2 and b"\x1b" not in missing.stderr


def test_paths_in_a_pipe_are_the_very_bytes(here: Path) -> None:
    os.mkdir(os.path.join(os.fsencode(here), b"r\xe4k"))
    (here / os.fsdecode(b"r\xe4k") / "deck.yaml").write_text("title: S\nslides: [{title: A}]\n", "utf-8")
    result = program("build", os.fsdecode(b"r\xe4k"), where=here)
    assert os.path.isfile(os.path.join(os.fsencode(here), result.stdout.rstrip(b"\n")))
