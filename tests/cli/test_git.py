"""`words` and `git-setup`: PowerPoint files in words, and git showing them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pptx import Presentation

from deckmotor.source.parse import parse
from tests.cli.conftest import Run
from tests.cli.test_diff import git
from tests.importer.foreign import foreign

WORDS = """\
Främmande (720 × 540 pt, Office Theme)

--- Titel på två rader
- Första
  - en nivå ned, fet
- länk

--- överst
överst
vänster
höger
i grupp

--- Tabell
| Båda |  |
| Kalix | 15 624 |

--- Diagram
[chart bar: ]
  Kalix: 2022 0.3, 2023
"""


def test_a_file_is_told_in_words(run: Run, here: Path) -> None:
    (here / "a.pptx").write_bytes(foreign())
    result = run("words", "a.pptx")
    assert result.exit_code == 0
    assert result.stdout.startswith(WORDS)
    assert result.stdout.endswith("--- Dold (hidden)\nUndertitel\nnotes: Säg detta\n       sedan detta\n")


@pytest.mark.parametrize(("data", "said"), [(b"", ""), (b"PK nothing", "[")])
def test_git_gets_words_of_every_file(run: Run, here: Path, data: bytes, said: str) -> None:
    """A version that can't be read would end `git log -p` in the middle."""
    (here / "a.pptx").write_bytes(data)
    result = run("words", "--textconv", "a.pptx")
    assert (result.exit_code, result.stdout[:1]) == (0, said)
    assert run("words", "a.pptx").exit_code == 1
    assert run("words", "b.pptx").exit_code == 2


def test_git_shows_what_a_file_says(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With git itself, which starts deckmotor as it was set up to."""
    source = Path(__file__).parents[2] / "src"
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(source), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setattr("shutil.which", lambda name: None if name == "deckmotor" else "/usr/bin/git")
    monkeypatch.setattr(sys, "argv", ["deckmotor"])
    git(here, "init", "-q")
    (here / ".gitattributes").write_bytes(b"*.png binary")
    (here / "a.pptx").write_bytes(foreign())
    assert run("git-setup", "--print").exit_code == 0
    assert (here / ".gitattributes").read_bytes() == b"*.png binary"
    first = run("git-setup")
    assert first.exit_code == 0
    assert ".gitattributes: got `*.pptx diff=deckmotor`" in first.stdout
    assert (here / ".gitattributes").read_text().splitlines()[:2] == ["*.png binary", "*.pptx diff=deckmotor"]
    written = (here / ".gitattributes").read_bytes(), (here / ".git/config").read_bytes()
    again = run("git-setup").stdout
    assert "got `" not in again and again.count("already has") == 10
    assert written == ((here / ".gitattributes").read_bytes(), (here / ".git/config").read_bytes())
    git(here, "add", "-A")
    git(here, "commit", "-qm", "One")
    deck = Presentation("a.pptx")
    deck.slides[2].shapes[1].table.cell(1, 1).text = "15 700"
    deck.save("a.pptx")
    shown = subprocess.run(("git", "diff"), capture_output=True, text=True, check=True).stdout
    assert "-| Kalix | 15 624 |\n+| Kalix | 15 700 |" in shown


BASE = """\
title: Hej
slides:
  - id: ett
    title: Ett
    bullets: [a, b]
    notes: |
      Rad
  - id: sist
    title: Sist
"""
MERGES = {
    "apart": ((("title: Ett", "title: Vårt"), ("title: Sist", "title: Deras")), False, ["title: Vårt", "title: Deras"]),
    "the same line": (
        (("title: Ett", "title: Vårt"), ("title: Ett", "title: Deras")),
        True,
        ["title: Vårt", "    #     title: Deras"],
    ),
    "in a block of text": (
        (("Rad", "Vår rad"), ("Rad", "Deras rad")),
        True,
        ["      Vår rad", "told: theirs would not be comments there; all of theirs: git show :3:deck/deck.yaml. Decide and"],
    ),
    "in a block of text, and beside it": (
        (
            ("[a, b]\n    notes: |\n      Rad", "[a]\n    notes: |\n      Vår"),
            ("[a, b]\n    notes: |\n      Rad", "[b]\n    notes: |\n      Din"),
        ),
        True,
        ["    bullets: [a]", "      Vår", "    #     bullets: [b]"],
    ),
    "they take away what we change": (
        (("title: Ett", "title: Vårt"), ("  - id: ett\n    title: Ett\n    bullets: [a, b]\n    notes: |\n      Rad\n", "")),
        True,
        [
            "  # Both sides have changed this. Theirs have taken it away. Ours:",
            "    title: Vårt",
            "told: beside them on line 3.",
        ],
    ),
    "we take away what they change": (
        (("  - id: ett\n    title: Ett\n    bullets: [a, b]\n    notes: |\n      Rad\n", ""), ("title: Ett", "title: Deras")),
        True,
        ["  #     title: Deras", "  # Ours have taken it away."],
    ),
    "two slides of one id": (
        (
            ("  - id: ett", "  - id: ny\n    title: Ny\n  - id: ett"),
            ("title: Sist", "title: Sist\n  - id: ny\n    title: Annan"),
        ),
        True,
        ["    title: Ny"],
    ),
}
"""What ours and theirs replace, whether there is a conflict, and lines of what stands then."""


@pytest.mark.parametrize("case", MERGES)
def test_a_merge_leaves_a_deck_that_parses(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    (ours, theirs), conflict, lines = MERGES[case]
    (here / "deck").mkdir()
    for name, text in (("base", BASE), ("ours", BASE.replace(*ours)), ("theirs", BASE.replace(*theirs))):
        (here / name).write_text(text, "utf-8")
    result = run("merge", "base", "ours", "theirs", "deck/deck.yaml")
    assert result.exit_code == conflict
    assert ("deck/deck.yaml: " in result.stderr) == conflict
    text = (here / "ours").read_text("utf-8")
    told = [line.removeprefix("told: ") for line in lines if line.startswith("told: ")]
    assert all(one in result.stderr for one in told), result.stderr
    assert {*lines} - {f"told: {one}" for one in told} <= {
        *map(str.rstrip, text.splitlines()),
        *(line.strip() for line in text.splitlines()),
    }, text
    node, problems = parse(text.encode(), "deck.yaml")
    assert node is not None and not problems and "<<<<" not in text


def test_what_is_no_text_stays_as_ours(run: Run, here: Path) -> None:
    for name, title in (("base", "Häj"), ("ours", "Hää"), ("theirs", "Häå")):
        (here / name).write_text(BASE.replace("Hej", title), "latin-1")
    result = run("merge", "base", "ours", "theirs", "deck/deck.yaml")
    assert (result.exit_code, (here / "ours").read_text("latin-1")) == (1, BASE.replace("Hej", "Hää"))
    assert "deck/deck.yaml: it is no UTF-8 text, and left as ours. Theirs: git show :3:deck/deck.yaml" in result.stderr
    assert run("merge", "base", "nothing", "theirs", "deck/deck.yaml").exit_code == 2


def test_comments_of_a_merge_end_as_all_lines_do(run: Run, here: Path) -> None:
    for name, title in (("base", "Ett"), ("ours", "Vårt"), ("theirs", "Deras")):
        (here / name).write_bytes(BASE.replace("title: Ett", f"title: {title}").replace("\n", "\r\n").encode())
    assert run("merge", "base", "ours", "theirs", "deck/deck.yaml").exit_code == 1
    merged = (here / "ours").read_bytes()
    assert b"Deras" in merged and merged.count(b"\n") == merged.count(b"\r\n")


BRANCHES = (
    ("", ("", "")),
    ("apart", ("title: Sist", "title: Allra sist")),
    ("theirs", ("title: Ett", "title: Deras")),
    ("ours", ("title: Ett", "title: Vårt")),
)


def test_git_itself_merges_decks_so(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Path(__file__).parents[2] / "src"
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(source), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setattr("shutil.which", lambda name: None if name == "deckmotor" else "/usr/bin/git")
    monkeypatch.setattr(sys, "argv", ["deckmotor"])
    git(here, "init", "-q")
    assert run("git-setup").exit_code == 0
    file = here / "talks/deck/deck.yaml"  # A project of several of a repository.
    file.parent.mkdir(parents=True)
    for branch, change in BRANCHES:
        if branch:
            git(here, "checkout", "-q", "-b", branch, "start")
        file.write_text(BASE.replace(*change) if branch else BASE, "utf-8")
        git(here, "add", "-A")
        git(here, "commit", "-qm", branch or "start")
        if not branch:
            git(here, "tag", "start")
    merged = subprocess.run(("git", "merge", "theirs"), capture_output=True, text=True, cwd=here)
    assert merged.returncode == 1
    assert (
        "talks/deck/deck.yaml: both sides have changed 1 passage. Ours stand; theirs are comments beside them on line 4."
        in merged.stderr + merged.stdout
    )
    assert "title: Vårt" in file.read_text("utf-8") and parse(file.read_bytes(), "deck.yaml")[1] == ()
    assert (
        "UU talks/deck/deck.yaml"
        in subprocess.run(("git", "status", "--short"), capture_output=True, text=True, cwd=here).stdout
    )
    git(here, "merge", "--abort")
    git(here, "merge", "-q", "apart", "-m", "Both")  # Fails where the driver says that there is a conflict.
    assert file.read_text("utf-8") == BASE.replace("title: Ett", "title: Vårt").replace("title: Sist", "title: Allra sist")


def test_git_names_the_slide_above_a_change(run: Run, talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(talk)
    git(talk, "init", "-q")
    assert run("git-setup").exit_code == 0
    git(talk, "add", "-A")
    git(talk, "commit", "-qm", "One")
    file = talk / "deck/deck.yaml"
    file.write_text(file.read_text("utf-8").replace("[Friday, 10–16, 7–22]", "[Friday, 10–17, 7–22]"), "utf-8")
    heads = [line for line in subprocess.run(("git", "diff"), capture_output=True, text=True, check=True).stdout.splitlines()
             if line.startswith("@@")]  # fmt: skip
    assert heads and "- id: hours" in heads[0]


def test_outside_a_repository_it_says_so(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    result = run("git-setup")
    assert result.exit_code == 2
    assert "this folder is in no git repository; `git init` makes one" in result.stderr
