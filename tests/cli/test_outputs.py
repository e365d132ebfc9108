"""Some slides, handouts, contact sheets and building after each change."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pypdf
import pytest
from PIL import Image
from pptx import Presentation

from deckmotor.export.pptx import write
from deckmotor.export.typst import Press
from deckmotor.export.typst.contact import GAP
from deckmotor.scene.choice import only
from tests import oracles
from tests.built import ROOT, every_slide, study
from tests.casefile import accepted
from tests.cli.conftest import Run
from tests.typst.drawn import the_press

SLIDES = {
    "1": ([1], "motor-1"),
    "3-5": ([3, 4, 5], "motor-3-5"),
    "2,urval,2": ([2, 3], "motor-2+urval"),
    "slut,1": ([1, 18], "motor-slut+1"),
    " 4 , 2-3 ": ([2, 3, 4], "motor-4+2-3"),
    "17-, 2 – 3": ([2, 3, 17, 18], "motor-17-+2-3"),
    ",".join(f"{first}-{first + 1}" for first in range(1, 18)): ([*range(1, 19)], "motor-17-slides"),
}
"""Which slides are asked for; their numbers, and what their file is called."""


@pytest.mark.parametrize("slides", SLIDES)
def test_only_the_slides_that_are_asked_for_in_the_decks_order(run: Run, here: Path, slides: str) -> None:
    assert run("build", str(ROOT), "--slides", slides, "-o", ".").exit_code == 0
    whole = study().scene
    assert whole is not None
    numbers, name = SLIDES[slides]
    made = Presentation(str(here / f"{name}.pptx"))
    wanted = [whole.pages[number - 1].title for number in numbers]
    assert [" ".join(slide.shapes.title.text_frame.text.split()) for slide in made.slides] == wanted


def test_lists_that_are_given_twice_are_one(run: Run, here: Path) -> None:
    run("build", str(ROOT), "--to", "html", "--to", "pptx,svg", "--slides", "3", "--slides", "1", "-o", ".")
    made = sorted(str(path.relative_to(here)) for path in here.rglob("motor-*") if path.is_file())
    assert made == ["motor-3+1.html", "motor-3+1.pptx", "motor-3+1/motor-3+1-01.svg", "motor-3+1/motor-3+1-02.svg"]


NO_SLIDES = {
    "0": "there is no slide `0`", "19": "ids; there are:", "5-3": "a range begins with the lower number: `3-5`",
    "urvl": "did you mean `urval`?", "-": "there is no slide `-`", "1,,2": "a comma stands between two slides",
    "19-": "there is no slide `19-`", "1-x": "there is no slide `1-x`", "-3": "from the first slide on that is `1-3`",
    "3 – 99": "to the last slide that is `3-`", "": "--slides names no slide", " ": "--slides names no slide",
    "٣": "there is no slide `٣`",
}  # fmt: skip
"""Slides that are not there, and what is said of them."""


@pytest.mark.parametrize("slides", NO_SLIDES)
def test_slides_that_are_not_there_are_told(run: Run, here: Path, slides: str) -> None:
    result = run("build", str(ROOT), "--slides", slides, "-o", ".")
    assert result.exit_code == 2
    assert NO_SLIDES[slides] in result.stderr
    assert not [*here.glob("*.pptx")]


def test_a_variant_that_lacks_a_slide_does_not_keep_the_others_from_theirs(run: Run, here: Path) -> None:
    deck = "title: A\nslides:\n  - {id: ett, title: Ett, text: Ord}\n  - {id: en, title: En, text: Ord}\n"
    (here / "deck.yaml").write_text(deck)
    (here / "variants.yaml").write_text("variants:\n  a: {name: Aa, remove: [en]}\n  b: {name: Bb}\n")
    result = run("build", "--all", "--slides", "ett,en")
    assert result.exit_code == 1
    assert "there is no slide `en` [unknown-slide]" in result.stderr and "only in a" in result.stderr
    assert {path.name for path in here.glob("build/*.pptx")} == {"a-ett+en.pptx", "a-b-ett+en.pptx"}
    assert run("build", "--variant", "a", "--slides", "en").exit_code == 2


def test_a_hidden_slide_is_shown_where_it_is_asked_for_alone(run: Run, here: Path) -> None:
    hidden = "  - {id: dold, title: Dold, text: Ord, hidden: true}\n"
    slide = "  - {id: ett, title: Ett, text: Ord}\n"
    (here / "deck.yaml").write_text(f"title: A\nslides:\n{slide}{hidden}  - {{title: Tre, text: Ord}}\n")
    found = {}
    for slides in ("1-3", "1,2", "ett,dold", "2-"):
        assert run("build", "--to", "pdf", "--slides", slides).exit_code == 0
        (made,) = here.glob(f"build/a-{slides.replace(',', '+')}.pdf")
        found[slides] = [page.extract_text().split()[0] for page in pypdf.PdfReader(made).pages]
    assert found == {"1-3": ["Ett", "Tre"], "1,2": ["Ett", "Dold"], "ett,dold": ["Ett", "Dold"], "2-": ["Tre"]}


def test_some_slides_leave_the_files_of_the_whole_deck_alone(run: Run, here: Path) -> None:
    """They are files of their own in every output; pictures of pages too, which are numbered from 1 as the slides are."""
    every = ("--to", "pptx,pdf,png,html,svg,sheet", "--width", "200", "-o", ".")
    deck = str(ROOT / "tests/decks/every-slide")
    assert run("build", deck, *every).exit_code == 0
    before = {path: path.read_bytes() for path in here.rglob("*.*")}
    assert run("build", deck, *every, "--slides", "2-3").exit_code == 0
    assert run("build", deck, "--handout", "2", "-o", ".", "--slides", "2-3").exit_code == 0
    assert {path: path.read_bytes() for path in before} == before
    new = {path.relative_to(here).as_posix() for path in here.rglob("*.*")} - {
        path.relative_to(here).as_posix() for path in before
    }
    pages = {f"alla-sorters-sidor-2-3/alla-sorters-sidor-2-3-0{number}.{form}" for number in (1, 2) for form in ("png", "svg")}
    assert new == pages | {f"alla-sorters-sidor-2-3{end}" for end in (".pptx", ".pdf", ".html", "-sheet.png", "-handout.pdf")}


def test_some_slides_are_a_sound_deck_whose_links_lead_nowhere_else() -> None:
    whole = every_slide().scene
    assert whole is not None
    number = next(at for at, page in enumerate(whole.pages, 1) if page.id == "prose")
    data = write(only(whole, [1, number]))
    assert oracles.flaws(data) == []
    frames = [shape.text_frame for shape in Presentation(io.BytesIO(data)).slides[1].placeholders]
    texts = [run for frame in frames for part in frame.paragraphs for run in part.runs]
    assert [run.text for run in texts if run.hyperlink.address] == ["skriv till oss"]
    assert "sidan om citat" in "".join(run.text for run in texts)
    assert only(whole, range(1, len(whole.pages) + 1)).pages == whole.pages


HANDOUTS = {"2": 9, "3": 6, "4": 5, "6": 3, "notes": 18}


@pytest.mark.parametrize("form", HANDOUTS)
def test_a_handout_has_all_slides_on_paper(run: Run, here: Path, form: str) -> None:
    assert run("build", str(ROOT), "--handout", form, "-o", ".").exit_code == 0
    made = pypdf.PdfReader(here / "motor-handout.pdf")
    assert len(made.pages) == HANDOUTS[form]
    assert [round(float(side)) for side in made.pages[0].mediabox[2:]] == [595, 842]
    text = " ".join(" ".join(page.extract_text().split()) for page in made.pages)
    assert all(word in text for word in ("Urval av kommuner", "Kalix UniverCity", "Tack!"))
    assert "/StructTreeRoot" in made.root_object


def test_a_handout_with_notes_has_the_notes(run: Run, here: Path) -> None:
    assert run("build", str(ROOT / "tests/decks/every-slide"), "--handout", "notes", "-o", ".").exit_code == 0
    (made,) = here.glob("*-handout.pdf")
    assert "Dela in rummet i grupper." in "".join(page.extract_text() for page in pypdf.PdfReader(made).pages)


def test_names_that_are_taken_are_told_once_each(run: Run, here: Path) -> None:
    """A folder where a file belongs, and a file where the folder of pictures does; what can be written is."""
    (here / "deck.yaml").write_text("title: A\nslides:\n" + "  - {title: Ett, text: Ord}\n" * 3)
    (here / "o" / "a.pptx").mkdir(parents=True)
    (here / "o" / "a").write_text("mine")
    done = run("build", "--to", "pptx,png,svg,sheet", "--width", "200", "-o", "o")
    said = [line for line in done.stderr.splitlines() if line.startswith("Can't")]
    assert done.exit_code == 1
    assert said == [
        "Can't write o/a.pptx: Is a directory. A folder has its name.",
        "Can't write o/a/a-01.png and 5 more beside it: Not a directory. A file has the name of its folder.",
    ]
    assert done.stdout == "o/a-sheet.png\n" and (here / "o" / "a").read_text() == "mine"


def test_pictures_are_as_wide_as_is_asked(run: Run, here: Path) -> None:
    deck = str(ROOT / "tests/decks/every-slide")
    for width in (20, 1279, 301):
        assert run("build", deck, "--to", "png,sheet", "--width", str(width), "--slides", "1-2", "-o", ".").exit_code == 0
        assert {Image.open(path).width for path in here.glob("*/*.png")} == {width}
    (sheet,) = here.glob("*-sheet.png")
    assert Image.open(sheet).width in range(110, 250)


def test_sizes_of_pictures_that_nothing_would_have_are_told(run: Run, here: Path) -> None:
    deck = str(ROOT / "tests/decks/every-slide")
    for asked, told in (
        (("--width", "500"), "--width says how large pictures are, and none are made"),
        (("--resolution", "90", "--to", "pdf,svg"), "--resolution says how large pictures are, and none are made"),
        (("--resolution", "90", "--width", "500", "--to", "png"), "leave out one"),
        (("--width", "19", "--to", "png"), "19 is not in the range"),
    ):
        result = run("build", deck, *asked, "-o", ".")
        assert result.exit_code == 2 and told in result.stderr
    assert not [*here.iterdir()]


def test_a_contact_sheet_that_would_be_too_large_is_told(run: Run, here: Path) -> None:
    """Who asked for no size is told nothing: it is as large as it may be."""
    deck = str(ROOT / "tests/decks/every-slide")
    told = run("build", deck, "--to", "sheet", "--width", "8000", "-o", ".").stderr
    wide, wished = re.findall(r"pages on the contact sheet are ([\d,]+) pixels wide instead of ([\d,]+)", told)[0]
    assert wished == "2,667"
    (sheet,) = here.glob("*-sheet.png")
    image = Image.open(sheet)
    assert image.width * image.height == pytest.approx(20_000_000, rel=0.1)
    assert image.width == pytest.approx(GAP + 4 * (int(wide.replace(",", "")) + GAP), abs=4)
    assert "contact sheet" not in run("build", deck, "--to", "sheet", "-o", ".").stderr


def test_a_contact_sheet_shows_all_pages(run: Run, here: Path) -> None:
    assert run("build", str(ROOT), "--to", "sheet", "--resolution", "60", "-o", ".").exit_code == 0
    sheet = Image.open(here / "motor-sheet.png")
    assert sheet.width > sheet.height / 2
    across = sheet.convert("RGB").resize((sheet.width // 4, sheet.height // 4))
    assert len(across.getcolors(across.width * across.height) or ()) > 50


def test_watching_builds_after_a_change_whatever_becomes_of_the_deck(talk: Path) -> None:
    """What it writes into the project itself is no change, and a slide that is gone for a while ends nothing."""
    out, deck = talk / "out", talk / "deck" / "deck.yaml"
    asked = ("--watch", "-o", str(out), "--report", str(talk / "report.json"), "--slides", "start", "--to", "html")
    command = [sys.executable, str(ROOT / "make_deck.py"), "build", str(talk), *asked]
    file, text = out / "library-start.html", deck.read_text("utf-8")
    gone, log = "Error: there is no slide `start`", talk.parent / "log"
    with log.open("w") as told, subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT) as process:
        try:
            until(lambda: "Building after each change" in log.read_text("utf-8"))
            sleep(0.5)
            accepted(deck, text.replace("id: start", "id: begin"))
            until(lambda: gone in log.read_text("utf-8"))
            accepted(deck, text.replace("title:", "title: Nytt", 1))
            until(lambda: log.read_text("utf-8").count("library-start.html") == 2)
            sleep(0.5)
        finally:
            process.terminate()
    said = [line.partition(";")[0].rpartition("/")[2] for line in log.read_text("utf-8").splitlines()]
    assert said == ["library-start.html", "Building after each change", gone, "library-start.html"]
    assert "Nytt" in file.read_text("utf-8")


def test_fonts_are_read_once_while_watching(run: Run, talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst keeps what it has made with each set of fonts: of as many sets as there were saves, that was 40 MB."""
    deck, made = talk / "deck" / "deck.yaml", list[bool]()

    def changes(root: Path, ours: object) -> Iterator[None]:
        for number in range(3):
            deck.write_text(deck.read_text("utf-8").replace("title:", f"title: {number}", 1), "utf-8")
            yield

    def press(*, borrow: bool) -> Press:
        made.append(borrow)
        return the_press()

    monkeypatch.setattr("deckmotor.cli.watch.changes", changes)
    monkeypatch.setattr("deckmotor.drawn.press", press)
    assert run("build", "talk", "--watch", "--to", "pdf").stdout.count("library.pdf") == 3
    assert made == [False]


def until(holds: object, seconds: float = 60) -> None:
    assert callable(holds)
    end = monotonic() + seconds
    while not holds():
        assert monotonic() < end, "it never happened"
        sleep(0.05)


@pytest.mark.parametrize("change", [True, False])
def test_what_killed_builds_have_left_is_taken_away_in_every_folder(run: Run, talk: Path, change: bool) -> None:
    words = ("build", "talk", "--all", "--to", "pptx,svg")
    assert run(*words).exit_code == 0
    folders = [talk / "build", *(path for path in (talk / "build").iterdir() if path.is_dir())]
    assert len(folders) > 2
    for number, folder in enumerate(folders):
        (folder / f".library.0123456789a{number}.part").write_bytes(b"half a file")
        (folder / "mine.part").write_bytes(b"")
    if change:
        deck = talk / "deck" / "deck.yaml"
        deck.write_text(deck.read_text("utf-8").replace("title:", "title: Ny", 1), "utf-8")
    assert run(*words).exit_code == 0
    left = [path.name for folder in folders for path in folder.glob("*.part")]
    assert left == ["mine.part"] * len(folders)
