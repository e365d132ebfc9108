"""`diff`: variants, revisions, decks and files beside each other; and what is said to words that mean nothing, or two."""

import json
import subprocess
import time
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

from tests.casefile import BYTES
from tests.cli.conftest import Run
from tests.cli.test_build import change
from tests.importer.foreign import foreign


def git(folder: Path, *words: str) -> None:
    named = (
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "init.defaultBranch=main",
    )
    subprocess.run(("git", "-C", str(folder), *named, *words), check=True, capture_output=True)


@pytest.fixture
def kept(talk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The deck in git, tagged v1, then with another item committed; the current folder."""
    monkeypatch.chdir(talk)
    git(talk, "init", "-q")
    git(talk, "add", "-A")
    git(talk, "commit", "-qm", "One")
    git(talk, "tag", "v1")
    change(talk / "deck/deck.yaml", "title: What an open evening takes", "title: What an evening takes")
    git(talk, "commit", "-qam", "Two")
    return talk


def test_two_variants_differ_where_their_layers_say_so(run: Run, talk: Path) -> None:
    result = run("diff", "harbour", "hillside", "--deck", "talk")
    assert result.exit_code == 0
    assert result.stdout.startswith("harbour → hillside: ")
    assert "[-Harbour-]{+Hillside+}" in result.stdout


def test_rooms_are_compared_by_their_names_or_by_options(run: Run, talk: Path) -> None:
    (talk / "deck/audiences.yaml").write_text("board: {}\nstaff: {changes: {offer: {notes: Till personalen}}}\n", "utf-8")
    rooms = run("diff", "harbour/board", "harbour/staff", "--deck", "talk").stdout
    assert rooms.startswith("harbour/board → harbour/staff: 1 slide changed")
    assert run("diff", "board", "staff", "--deck", "talk").stdout.splitlines()[1:] == rooms.splitlines()[1:]
    named = run("diff", "harbour", "--audience", "staff", "--deck", "talk").stdout
    assert named.startswith("staff → harbour/staff: ")
    assert run("diff", "talk", "talk", "--audience", "staff").stderr == "talk (staff) and talk (staff) say the same.\n"
    assert "there is no audience `staf`; did you mean `staff`?" in run("diff", "talk", "talk", "--audience", "staf").stderr


def test_a_deck_does_not_differ_from_itself(run: Run, talk: Path) -> None:
    result = run("diff", "talk", "talk", "--exit-code")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "talk and talk say the same.\n"


def test_revisions_are_compared_and_nothing_is_checked_out(run: Run, kept: Path) -> None:
    change(kept / "deck/deck.yaml", "title: What an evening takes", "title: Gains")
    before = (kept / "deck/deck.yaml").read_text("utf-8")
    both = run("diff", "v1", "HEAD")
    assert "What an [-open -]evening takes" in both.stdout
    assert "[-What an evening takes-]{+Gains+}" in run("diff").stdout
    assert "{+Gains+}" in run("diff", "v1").stdout
    assert (kept / "deck/deck.yaml").read_text("utf-8") == before
    assert (
        subprocess.run(("git", "status", "--short"), capture_output=True, text=True, check=True).stdout == " M deck/deck.yaml\n"
    )


@pytest.mark.parametrize(
    ("moves", "words"),
    [
        ((("deck", "talks/vår/deck"),), ("v1", "--deck", "talks/vår")),  # Another folder above.
        ((("deck", "talks/vår/deck"), ("talks", "möten")), ("v1", "HEAD", "--deck", "möten/vår")),
        ((("deck/deck.yaml", "deck/annan.yaml"),), ("v1", "--deck", "deck/annan.yaml")),
        ((("deck", "."),), ("v1", "HEAD", "--deck", ".")),
    ],
)
def test_a_revision_is_found_under_its_old_name(
    run: Run, kept: Path, moves: tuple[tuple[str, str], ...], words: tuple[str, ...]
) -> None:
    (kept / "talks/vår").mkdir(parents=True)
    for old, new in moves:
        if new == ".":
            for one in sorted((kept / old).iterdir()):
                git(kept, "mv", f"{old}/{one.name}", one.name)
        else:
            git(kept, "mv", old, new)
    git(kept, "commit", "-qm", "Moved")
    result = run("diff", *words)
    assert result.stderr == "" and "title  What an [-open -]evening takes" in result.stdout


def test_a_revision_has_its_own_variants_themes_and_links(run: Run, kept: Path) -> None:
    change(kept / "deck/branches.yaml", "hillside", "hilltop")
    result = run("diff", "HEAD", "--variant", "hillside")
    assert result.exit_code == 2
    assert "files here (hillside): there is no variant `hillside`; there are: harbour, hilltop" in result.stderr


def test_another_theme_is_told(run: Run, kept: Path) -> None:
    change(kept / "deck/deck.yaml", "theme: motor", "theme: flik")
    told = run("diff").stdout
    assert (
        "\n  theme                 [-Motor-]{+Flik+}\n" in told and "  fonts of the theme    [-Arial, Arial-]{+Calibri" in told
    )
    assert "\n  colours of the theme  dk1 [-17252a-]{+" in told


def test_a_file_is_compared_with_its_deck(run: Run, talk: Path) -> None:
    assert run("build", "talk").exit_code == 0
    (built,) = (talk / "build").glob("*.pptx")
    deck = Presentation(str(built))
    deck.slides[0].shapes.title.text = "Edited in PowerPoint"
    deck.save("sent.pptx")
    result = run("diff", "talk", "sent.pptx", "--exit-code")
    assert result.exit_code == 1
    assert "Edited in PowerPoint" in result.stdout
    assert "1 slide changed" in result.stdout


def test_a_file_of_a_revision_is_compared(run: Run, kept: Path) -> None:
    (kept / "a.pptx").write_bytes(foreign())
    git(kept, "add", "a.pptx")
    git(kept, "commit", "-qm", "A file")
    deck = Presentation("a.pptx")
    deck.slides[0].shapes.title.text = "Annan"
    deck.save("a.pptx")
    assert "{+Annan+}" in run("diff", "HEAD:a.pptx", "a.pptx").stdout


@pytest.mark.parametrize("form", ["markdown", "json", "html"])
def test_each_format_tells_the_same_change(run: Run, talk: Path, form: str) -> None:
    result = run("diff", "harbour", "hillside", "--deck", "talk", "--format", form)
    assert result.exit_code == 0
    if form == "json":
        data = json.loads(result.stdout)
        assert data["slides"][0]["lines"][0]["words"] and data["changes"][0]["path"][0] == "slides"
    else:
        assert "<del>Harbour</del><ins>Hillside</ins>" in result.stdout
    if form == "html":
        assert result.stdout.count("data:image/svg+xml") >= 2 and "<i style=" in result.stdout


def test_of_files_of_others_what_was_read_is_shown_where_it_stands(run: Run, talk: Path, here: Path) -> None:
    (here / "a.pptx").write_bytes(foreign())
    deck = Presentation("a.pptx")
    deck.slides[2].shapes[1].table.cell(1, 1).text = "15 700"
    deck.slides[0].shapes.add_picture(BytesIO(BYTES["png"](b"40x30")), Pt(72), Pt(54), Pt(144), Pt(108))
    deck.save("b.pptx")
    page = run("diff", "a.pptx", "b.pptx", "--format", "html").stdout
    assert "<b>cell</b> Kalix, column 2: <span>15 </span><del>624</del><ins>700</ins>" in page
    assert page.count("<td>15 624</td>") == page.count("<td>15 700</td>") == 1
    wide, high = (deck.slide_width or 0) / 12700, (deck.slide_height or 0) / 12700
    at = f"left:{7200 / wide:.2f}%;top:{5400 / high:.2f}%;width:{14400 / wide:.2f}%;min-height:{10800 / high:.2f}%;"
    assert page.count(f'<img style="{at}" src="data:image/png;base64,') == 1
    assert " Of a.pptx and b.pptx the words, tables and pictures are shown where they stand; looks are not read." in page
    mixed = run("diff", "talk", "a.pptx", "--format", "html").stdout
    assert "data:image/svg+xml" in mixed and "<td>Kalix</td>" in mixed and " Of a.pptx the words" in mixed


WRONG = (
    (("a", "b", "c"), "two decks are compared, and `c` is a third"),
    (("harbor", "hillside"), "there is no file, variant or git revision `harbor`; did you mean `harbour`?"),
    (("variant:hilside", "v1"), "there is no file, variant or git revision `hilside`; did you mean `hillside`?"),
    (("v11",), "there is no file, variant or git revision `v11`; did you mean `v1`?"),
    (("git:harbour",), "there is no file, variant or git revision `harbour`"),
    (("sent.pptx", "b.pptx"), "there is no file `b.pptx`; did you mean `a.pptx`?"),
    (("a.pptx",), "compare `a.pptx` with what? Name a second deck, file, variant or git revision"),
    (("deck",), "compare `deck` with what?"),
    (("README", "deck"), "`README` is neither a deck nor a PowerPoint file"),
    (("empty", "deck"), "there is no deck in `empty`"),
    (
        ("hillside", "deck"),
        "`hillside` may mean several things; write `variant:hillside` for the variant or `git:",
    ),
    (("v0", "HEAD"), "there is no `deck/deck.yaml` at `v0`"),
    (("v1:deck/deck.yaml", "HEAD"), "there is no file `v1:deck/deck.yaml`"),
    (("-x",), "No such option"),
)


def test_wrong_words_are_answered_with_the_nearest_right_thing(run: Run, kept: Path) -> None:
    (kept / "a.pptx").write_bytes(foreign())
    (kept / "sent.pptx").write_bytes(foreign())
    (kept / "README").write_text("x")
    (kept / "empty").mkdir()
    git(kept, "branch", "hillside")
    git(kept, "checkout", "-q", "--orphan", "old")
    git(kept, "rm", "-rq", "--cached", ".")
    git(kept, "commit", "-q", "--allow-empty", "-m", "Nothing")
    git(kept, "tag", "v0")
    git(kept, "checkout", "-qf", "main")
    for words, said in WRONG:
        result = run("diff", *words)
        assert result.exit_code == 2, (words, result.output)
        assert said in result.stderr, words


@pytest.mark.parametrize("words", [(), ("v1",)])
def test_without_a_repository_nothing_is_guessed(
    run: Run, talk: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(talk)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(talk.parent))
    result = run("diff", *words)
    assert result.exit_code == 2
    assert ("no repository" if not words else "there is no file, variant or git revision `v1`") in result.stderr


def test_errors_of_a_deck_are_told_at_their_place(run: Run, kept: Path) -> None:
    change(kept / "deck/deck.yaml", "bullets:", "bulets:")
    result = run("diff", "HEAD")
    assert result.exit_code == 1
    assert "deck/deck.yaml" in result.stderr and "`bulets`" in result.stderr
    git(kept, "commit", "-qam", "Broken")
    assert "HEAD:deck/deck.yaml" in run("diff", "HEAD", "v1").stderr


def test_a_file_that_is_none_is_an_error(run: Run, here: Path) -> None:
    (here / "a.pptx").write_bytes(foreign())
    (here / "b.pptx").write_bytes(b"nothing")
    result = run("diff", "a.pptx", "b.pptx")
    assert result.exit_code == 1
    assert "b.pptx" in result.stderr


def test_terminal_codes_in_a_deck_do_nothing(run: Run, here: Path) -> None:
    (here / "a.pptx").write_bytes(foreign())
    deck = Presentation("a.pptx")
    deck.slides[0].shapes.title.text = "A\u202eB\u200b"
    deck.save("b.pptx")
    assert "\u202e" not in run("diff", "a.pptx", "b.pptx").stdout


def test_two_hundred_slides_are_compared_in_less_than_a_second(run: Run, here: Path) -> None:
    lines = [f"  - title: Sida {at} om saker\n    bullets: [Punkt {at}, Nästa punkt, En tredje]\n" for at in range(200)]
    (here / "deck.yaml").write_text("title: Stor\nlanguage: sv\nslides:\n" + "".join(lines), "utf-8")
    assert run("build").exit_code == 0
    (built,) = (here / "build").glob("*.pptx")
    built.rename(here / "a.pptx")
    (here / "deck.yaml").write_text("title: Stor\nlanguage: sv\nslides:\n" + "".join(lines[100:] + lines[:90]), "utf-8")
    assert run("build").exit_code == 0
    (built,) = (here / "build").glob("*.pptx")
    built.rename(here / "b.pptx")
    run("diff", "a.pptx", "a.pptx")  # What is imported once stays.
    start = time.process_time()
    result = run("diff", "a.pptx", "b.pptx")
    assert time.process_time() - start < 1.5  # It is half of that; machines of tests are busy.
    assert "Slides 1–90 → 101–190  (moved)" in result.stdout
    assert "10 slides gone, 90 moved" in result.stdout
