"""What stands there and can't be read is told, with the reason; nothing else is taken in its place, and no file is lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.built import ROOT

ORDINARY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner")
"""Runs a program as root without root's right to read everything."""

DECK = "title: Prov\nslides:\n  - cover: {}\n  - {title: A, text: b}\n"

Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "talk"
    (folder / "deck").mkdir(parents=True)
    (folder / "deck" / "deck.yaml").write_text(DECK)
    yield folder
    subprocess.run(["chmod", "-R", "u+rwX", str(tmp_path)], check=True)


@pytest.fixture
def build(project: Path) -> Build:
    """Run the command in the project's folder, as a user who may read what the modes of files allow."""
    is_root = os.geteuid() == 0
    if is_root and shutil.which("setpriv") is None:
        pytest.skip("root reads everything, and setpriv is not here to give that up")

    def build(*words: str, cwd: Path = project, env: dict[str, str | None] | None = None) -> subprocess.CompletedProcess[str]:
        around = {**os.environ, "DECKMOTOR_CACHE": "", **(env or {})}
        command = [*(ORDINARY if is_root else ()), sys.executable, str(ROOT / "make_deck.py"), *words]
        given = {name: value for name, value in around.items() if value is not None}
        return subprocess.run(command, cwd=cwd, env=given, capture_output=True, text=True, timeout=60)

    return build


def lock(path: Path) -> None:
    path.chmod(0)


def locked_folder(path: Path) -> None:
    path.mkdir()
    lock(path)


def locked_theme(project: Path, what: str) -> None:
    (project / "themes" / "motor").mkdir(parents=True)
    (project / "themes" / "motor" / "theme.yaml").write_text("extends: natt\nlabel: Egen\n")
    lock(project / "themes" / "motor" / what)


HIDDEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "variants is locked": (
        lambda at: locked_folder(at / "deck/variants"),
        "you are not allowed to read it",
    ),
    "variants is a file": (lambda at: (at / "deck/variants").write_text("a: b"), "it is no folder"),
    "variants leads out": (lambda at: (at / "deck/variants").symlink_to("/etc"), "lies outside the project's folder"),
    "variants leads nowhere": (lambda at: (at / "deck/variants").symlink_to("nowhere"), "can't be read"),
    "variants.yaml leads nowhere": (lambda at: (at / "deck/variants.yaml").symlink_to("nowhere"), "it is a link to something"),
    "variants.yaml leads out": (
        lambda at: (at / "deck/variants.yaml").symlink_to("/etc/hosts"),
        "lies outside the project's folder",
    ),
    "variants.yaml is a folder": (lambda at: (at / "deck/variants.yaml").mkdir(), "it is a folder"),
    "the theme is locked": (lambda at: locked_theme(at, "theme.yaml"), "you are not allowed to read it"),
    "the theme's folder is locked": (lambda at: locked_theme(at, ""), "you are not allowed to read it"),
    "languages is locked": (lambda at: locked_folder(at / "deck/languages"), "you are not allowed to read it"),
    "languages is a file": (lambda at: (at / "deck/languages").write_text("a: b"), "it is no folder"),
    "two decks": (lambda at: (at / "deck.yaml").write_text(DECK), "here are two decks"),
    "the deck is locked": (lambda at: lock(at / "deck/deck.yaml"), "you are not allowed to read it"),
    "the folder is locked": (lambda at: lock(at / "deck"), "you are not allowed to read it"),
}


@pytest.mark.parametrize("what", HIDDEN)
def test_it_is_told(project: Path, build: Build, what: str) -> None:
    hide, told = HIDDEN[what]
    hide(project)
    result = build("build")
    assert result.returncode in (1, 2), result.stderr
    assert told in result.stderr and "Traceback" not in result.stderr
    assert not (project / "build").exists()


@pytest.mark.parametrize(("mode", "told"), [(0, "you are not allowed to read it"), (0o311, "")])
def test_a_theme_in_a_folder_that_may_not_be_listed_is_there(project: Path, build: Build, mode: int, told: str) -> None:
    (project / "themes" / "egen").mkdir(parents=True)
    (project / "themes" / "egen" / "theme.yaml").write_text("extends: natt\nlabel: Egen\n")
    (project / "themes").chmod(mode)
    result = build("build", "--theme", "egen")
    assert result.returncode == (1 if told else 0), result.stderr
    assert told in result.stderr and "there is no theme" not in result.stderr


def test_translations_in_a_folder_that_may_only_be_listed(project: Path, build: Build) -> None:
    (project / "deck" / "languages").mkdir(mode=0o444)
    result = build("translate", "sv")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("Can't read deck/languages/sv.yaml: Permission denied.")


def test_translations_of_a_deck_in_a_folder_that_is_locked(project: Path, build: Build) -> None:
    lock(project / "deck")
    result = build("translate", "sv")
    assert result.returncode == 2 and "you are not allowed to read it" in result.stderr


@pytest.mark.parametrize("words", ["init locked/new", "diff locked/a.pptx .", "diff locked .", "explain --deck locked cover"])
def test_what_lies_in_a_locked_folder(project: Path, build: Build, words: str) -> None:
    locked_folder(project / "locked")
    result = build(*words.split())
    assert result.returncode == 2 and "can't be looked at: you are not allowed to read it" in result.stderr


def test_a_variant_that_is_not_there_because_of_an_error_is_not_what_is_told(project: Path, build: Build) -> None:
    (project / "deck" / "variants.yaml").write_text("variants: {a: {}\n")
    result = build("build", "--variant", "a")
    assert result.returncode == 1
    assert "deck/variants.yaml:1:" in result.stderr and "there is no variant" not in result.stderr


def test_the_output_is_a_link_that_leads_to_itself(project: Path, build: Build) -> None:
    (project / "build").symlink_to("build")
    (project / "deck" / "variants.yaml").write_text("variants: {a: {}, b: {}}\n")
    result = build("build", "--all", env={"DECKMOTOR_CACHE": str(project / "cache")})
    assert result.returncode == 1 and "0 files written" in result.stderr and "symbolic links" in result.stderr


@pytest.mark.parametrize("output", ["", "tal.pptx", "bilder.png", "deck/deck.yaml"])
def test_the_output_is_a_folder(project: Path, build: Build, output: str) -> None:
    result = build("build", "-o", output)
    assert result.returncode == 2
    assert "folder" in result.stderr
    assert sorted(path.name for path in project.iterdir()) == ["deck"]


@pytest.mark.parametrize(
    "words", [["x" * 300], ["-o", "x" * 300], ["-o", "locked/out"], ["--theme", "x" * 300], ["locked"], ["a\udcffb"]]
)
def test_places_that_can_not_be(project: Path, build: Build, words: list[str]) -> None:
    (project / "locked").mkdir()
    lock(project / "locked")
    result = build("build", *words)
    assert result.returncode in (1, 2), result.stderr
    assert "Traceback" not in result.stderr and "bug" not in result.stderr
    assert result.stdout == ""


def test_the_current_folder_is_gone_or_forbidden(project: Path, build: Build, tmp_path: Path) -> None:
    for end in ("gone", "locked"):
        there = tmp_path / end
        there.mkdir()
        script = f"cd {there} && {'rmdir' if end == 'gone' else 'chmod 0'} {there} && exec "
        command = f"{' '.join(ORDINARY) if os.geteuid() == 0 else ''} {sys.executable} {ROOT / 'make_deck.py'} build"
        env = {**os.environ, "DECKMOTOR_CACHE": ""}
        named = subprocess.run(
            ["sh", "-c", f"{script}{command} {project}"], env=env, capture_output=True, text=True, timeout=60
        )
        assert named.returncode == 0 and named.stdout.endswith("/talk/build/prov.pptx\n"), named.stderr
        for words in (command, command.replace(" build", " schema deck")):
            bare = subprocess.run(["sh", "-c", script + words], env=env, capture_output=True, text=True, timeout=60)
            assert bare.returncode == 2 and "Traceback" not in bare.stderr, bare.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes a user that nobody knows")
def test_no_home_and_no_such_user(project: Path) -> None:
    inside = "import os, pwd; from deckmotor.cli.options import cache_folder; os.setuid(54321); print(cache_folder())"
    env = {name: value for name, value in os.environ.items() if name not in ("HOME", "DECKMOTOR_CACHE", "XDG_CACHE_HOME")}
    result = subprocess.run(
        [sys.executable, "-c", inside], env={**env, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True
    )
    assert (result.returncode, result.stdout) == (0, "None\n"), result.stderr


def test_old_pages_stay_until_the_new_ones_stand(project: Path, build: Build) -> None:
    assert build("build", "--to", "png", "--resolution", "20").returncode == 0
    pages = project / "build" / "prov"
    (pages / "prov-03.png").write_bytes(b"old")
    (pages / "prov-04.png").mkdir()
    assert build("build", "--to", "png", "--resolution", "20").returncode == 0
    assert sorted(path.name for path in pages.iterdir()) == ["prov-01.png", "prov-02.png", "prov-04.png"]
    (pages / "prov-03.png").write_bytes(b"old")
    (pages / "prov-02.png").unlink()
    (pages / "prov-02.png").mkdir()
    result = build("build", "--to", "png", "--resolution", "20")
    assert result.returncode == 1
    assert (
        "Can't write build/prov/prov-02.png" in result.stderr
        and "1 file written. Not as it should be: build/prov/prov-02.png" in result.stderr
    )
    assert (pages / "prov-03.png").read_bytes() == b"old"


def test_what_a_killed_build_left_is_taken_away(project: Path, build: Build) -> None:
    (project / "build").mkdir()
    left = project / "build" / ".prov.pptx.0123456789ab.part"
    left.write_bytes(b"half")
    other = project / "build" / ".mine.part"
    other.write_bytes(b"mine")
    assert build("build").returncode == 0
    assert sorted(path.name for path in (project / "build").iterdir()) == [".mine.part", "prov.pptx"]
