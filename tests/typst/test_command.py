"""`build --to`: PDFs and pictures beside the PowerPoint file, written together or not at all."""

import hashlib
import importlib.util
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.cli.conftest import Run, here, run, talk
from tests.cli.test_build import TOP, change, names, on_a_terminal

__all__ = ["here", "run", "talk"]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKMOTOR_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))


def pages_of(pdf: Path) -> int:
    return len(PdfReader(pdf).pages)


def test_a_pdf_beside_the_powerpoint_file(run: Run, talk: Path) -> None:
    result = run("build", "talk", "--to", "pptx,pdf")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.split() == ["talk/build/library.pptx", "talk/build/library.pdf"]
    assert names(talk / "build") == ["library.pdf", "library.pptx"]
    assert pages_of(talk / "build/library.pdf") > 3


def test_pictures_in_a_folder_of_their_own(run: Run, talk: Path) -> None:
    result = run("build", "talk", "--to", "png")
    made = names(talk / "build/library")
    assert names(talk / "build") == ["library"]
    assert made == [f"library-{number:02}.png" for number in range(1, len(made) + 1)]
    assert result.stdout.split() == [f"talk/build/library/{name}" for name in made]
    assert Image.open(talk / "build/library" / made[0]).size == (1920, 1080)


def test_resolution(run: Run, talk: Path) -> None:
    assert run("build", "talk", "--to", "png", "--resolution", "48").exit_code == 0
    assert Image.open(talk / "build/library/library-01.png").size == (640, 360)
    assert run("build", "talk", "--to", "png", "--resolution", "5").exit_code == 2


def test_all_outputs_of_all_variants_in_one_order(run: Run, talk: Path) -> None:
    result = run("build", "talk", "--all", "--to", "PDF, pptx ,pdf", "-o", "out")
    assert result.exit_code == 0
    decks = ("library", "library-harbour", "library-hillside")
    assert sorted(result.stdout.split()) == sorted(f"out/{deck}.{kind}" for deck in decks for kind in ("pptx", "pdf"))


def test_pages_that_are_gone_leave_no_picture(run: Run, talk: Path) -> None:
    run("build", "talk", "--to", "png", "--resolution", "20")
    folder = talk / "build/library"
    made = names(folder)
    for name in ("library-99.png", "library-x.png", "other-01.png", "library-01.txt"):
        (folder / name).write_bytes(b"")
    run("build", "talk", "--to", "png", "--resolution", "20")
    assert names(folder) == sorted([*made, "library-x.png", "other-01.png", "library-01.txt"])


def test_a_character_that_no_font_has_is_told_and_the_files_are_made(run: Run, talk: Path) -> None:
    change(talk / "deck/deck.yaml", "title: ", "title: 𒀀 ")
    result = run("build", "talk", "--to", "pptx,pdf")
    assert result.exit_code == 0
    assert "U+12000" in result.stderr
    assert list((talk / "build").glob("*.pptx")) and list((talk / "build").glob("*.pdf"))


@pytest.mark.parametrize("list_of", ["pdg", "pptx,pfd", ""])
def test_what_can_not_be_built_is_told(run: Run, talk: Path, list_of: str) -> None:
    result = run("build", "talk", "--to", list_of)
    assert result.exit_code == 2
    assert "can't be built" in result.stderr


def test_without_typst_only_powerpoint_is_built(run: Run, talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "typst" else find(name))
    result = run("build", "talk", "--to", "pdf")
    assert result.exit_code == 2
    assert "pip install typst" in result.stderr
    assert run("build", "talk").exit_code == 0


def test_typst_is_loaded_only_where_it_is_needed(talk: Path, here: Path) -> None:
    for to, loaded in (("pptx", ""), ("pdf", "typst")):
        program = (
            f"import sys; sys.path.insert(0, {str(TOP / 'src')!r})\n"
            "from deckmotor.cli.commands import commands\n"
            f"commands.main(['build', 'talk', '--to', {to!r}], standalone_mode=False)\n"
            "print('typst' if 'typst' in sys.modules or 'deckmotor.export.typst' in sys.modules else '')"
        )
        done = subprocess.run([sys.executable, "-c", program], cwd=here, capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == loaded


def test_a_file_that_cannot_be_written_is_told(run: Run, talk: Path) -> None:
    (talk / "build/library.pdf").mkdir(parents=True)
    result = run("build", "talk", "--to", "pptx,pdf")
    assert result.exit_code == 1
    assert "Can't write talk/build/library.pdf" in result.stderr


def test_a_terminal_gets_a_summary(talk: Path, here: Path) -> None:
    seen = on_a_terminal("build", "talk", "--to", "pptx,pdf,png", "--resolution", "20", cwd=here)
    count = pages_of(talk / "build/library.pdf")
    assert re.search(rf"talk/build/library\.pdf +{count} slides", seen)
    assert re.search(rf"talk/build/library/library-01\.png … +{count} pictures", seen)
    assert f"{count + 2} files, {count} slides, no problems" in seen


def test_the_same_bytes_in_another_process_and_time_zone(run: Run, talk: Path, here: Path) -> None:
    run("build", "talk", "--to", "pdf,png", "--resolution", "40", "-o", "one")
    strange = {**os.environ, "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7", "DECKMOTOR_CACHE": ""}
    line = [sys.executable, str(TOP / "make_deck.py"), "build", "talk", "--to", "pdf,png", "--resolution", "40", "-o", "two"]
    subprocess.run(line, cwd=here, env=strange, check=True, capture_output=True)
    assert digests(here / "one") == digests(here / "two")


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    assert len(files) > 3
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_pdf_shows_what_the_deck_says(run: Run, talk: Path) -> None:
    run("build", "talk", "--to", "pdf")
    data = (talk / "build/library.pdf").read_bytes()
    assert "library" in PdfReader(io.BytesIO(data)).pages[0].extract_text().lower()
