"""What `pip install .` brings: themes, fonts and the starter travel along."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

TOP = Path(__file__).parents[2]


def run(*words: str, cwd: Path, **variables: str) -> str:
    done = subprocess.run(
        words, cwd=cwd, env={**os.environ, **variables}, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place), cwd=TOP)
    return next(place.glob("*.whl"))


def test_the_wheel_holds_all_that_is_not_python(wheel: Path) -> None:
    with ZipFile(wheel) as package:
        names = set(package.namelist())
    for folder, within in (("themes", "themes"), ("src/deckmotor/fonts", "fonts"), ("src/deckmotor/starter", "starter")):
        files = [path.relative_to(TOP / folder).as_posix() for path in (TOP / folder).rglob("*") if path.is_file()]
        assert {f"deckmotor/{within}/{file}" for file in files} - names == set()
    assert not [name for name in names if name.startswith(("tests/", "deck/"))]


def test_an_installed_deckmotor_makes_a_deck_anywhere(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    pip = ("-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-index", "--no-deps")
    run(sys.executable, *pip, "--target", str(installed), str(wheel), cwd=tmp_path)
    program = installed / "bin" / "deckmotor"
    found = {"PYTHONPATH": str(installed), "DECKMOTOR_CACHE": str(tmp_path / "cache")}
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    run(str(program), "init", "talk", cwd=elsewhere, **found)
    assert run(str(program), "build", "talk", cwd=elsewhere, **found) == "talk/build/library.pptx\n"
    assert (elsewhere / "talk/build/library.pptx").read_bytes()[:2] == b"PK"
    assert "motor" in run(str(program), "list", "themes", "talk", cwd=elsewhere, **found)
