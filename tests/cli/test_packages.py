"""`check --package`: anybody's finished files, told like any other problem."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def deck(run: Run, talk: Path) -> Path:
    """A sound file."""
    assert run("build", "talk").exit_code == 0
    return next((talk / "build").glob("*.pptx"))


def broken(data: bytes) -> bytes:
    """The file with a second slide that is no XML: its first tag is closed by another."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.namelist():
            part = package.read(name)
            copy.writestr(name, part.replace(b"</p:sld>", b"</p:slid>") if name == "ppt/slides/slide2.xml" else part)
    return changed.getvalue()


def test_a_sound_file_is_silent(run: Run, deck: Path) -> None:
    result = run("check", "--package", str(deck))
    assert (result.exit_code, result.output) == (0, "")


def test_several_files_and_what_each_is(run: Run, here: Path, deck: Path) -> None:
    (here / "broken.pptx").write_bytes(broken(deck.read_bytes()))
    (here / "notes.pptx").write_text("title: no\n")
    (here / "cut.pptx").write_bytes(deck.read_bytes()[:4_000])
    (here / "folder.pptx").mkdir()
    result = run("check", "--package", str(deck), "broken.pptx", "notes.pptx", "cut.pptx", "folder.pptx", "none.pptx")
    assert result.exit_code == 1
    told = [line for line in result.stdout.splitlines() if ": error: " in line]
    assert [line.split(":")[0] for line in told] == [
        "broken.pptx/ppt/slides/slide2.xml", "notes.pptx", "cut.pptx", "folder.pptx", "none.pptx",
    ]  # fmt: skip
    for line, words in zip(told, ("PowerPoint", "zip", "zip", "it is a folder", "there is no file"), strict=True):
        assert words in line
    assert "this is slide 2" in result.stdout
    assert result.stdout.endswith("6 files checked: 5 errors\n")


def test_other_formats_have_the_same(run: Run, here: Path, deck: Path) -> None:
    (here / "broken.pptx").write_bytes(broken(deck.read_bytes()))
    answer = json.loads(run("check", "--package", "broken.pptx", "--format", "json").stdout)
    (one,) = answer["problems"]
    assert one["file"] == "broken.pptx/ppt/slides/slide2.xml"
    assert one["code"].startswith("package-")
    assert run("check", "--package", "broken.pptx", "--format", "github").stdout.startswith("::error file=broken.pptx/ppt/")
    assert json.loads(run("check", "--package", "broken.pptx", "--format", "sarif").stdout)["runs"][0]["results"]


@pytest.mark.parametrize(
    "words", [["--package"], ["--package", "a.pptx", "--all"], ["--package", "a.pptx", "--fit"], ["talk", "other"]]
)
def test_what_does_not_go_together_is_2(run: Run, here: Path, words: list[str]) -> None:
    (here / "a.pptx").write_bytes(b"PK")
    assert run("check", *words).exit_code == 2
