"""Finished files as values: ours, those of other programs, and broken ones."""

import io
import random
import zipfile
from collections.abc import Iterator

import pytest

from deckmotor.diff import compare
from deckmotor.diff.tell import tell
from deckmotor.export.pptx import write
from deckmotor.finished import Chart, Finished, Mark, Other, Paragraph, Picture, Table, Words, words_of
from deckmotor.importer import read_finished
from deckmotor.importer.text import as_read
from deckmotor.scene.page import FormulaItem, Item, PictureItem, Scene, ShapeItem, TextItem, inside, paragraphs_of
from tests.built import EVERY_SLIDE, GALLERY, pipeline, study
from tests.importer.foreign import foreign
from tests.linter.defects import DEFECTS, in_strict_form
from tests.linter.sound_package import pack, sound_parts
from tests.linter.test_package import OTHERS
from tests.linter.tolerated import TOLERATED
from tests.oracles import resave

FEET = ("date", "footer", "number")


@pytest.fixture(scope="module")
def made_elsewhere() -> Finished:
    return read(foreign())


def read(data: bytes) -> Finished:
    deck, problems = read_finished(data, "a.pptx")
    assert problems == ()
    assert deck is not None
    return deck


def _scenes() -> Iterator[Scene]:
    for composed in (study("kalix"), pipeline(EVERY_SLIDE, "deck.yaml").compose(), pipeline(GALLERY, "deck.yaml").compose()):
        assert composed.scene is not None
        yield composed.scene


def _said(items: tuple[Item, ...]) -> str:
    """The text of a page's items in reading order, and what stands for its pictures."""
    texts: list[str] = []
    for item in inside(items):
        if (isinstance(item, TextItem) and item.name.rpartition("/")[2] in FEET) or getattr(item, "reads", "") == "nothing":
            continue
        if isinstance(item, ShapeItem) and item.reads == "nothing":  # It only decorates, and is marked so.
            continue
        texts += ["".join(run.said for run in one.runs if run.field is None) for one in paragraphs_of(item)]
        texts += [item.alt or ""] if isinstance(item, PictureItem) else []
        texts += [item.notation.plain] if isinstance(item, FormulaItem) else []
    return "".join(as_read("".join(texts)).split())


def _read_back(deck: Finished, at: int) -> str:
    lines: list[str] = []
    for part in deck.slides[at].parts:
        if isinstance(part, Picture):
            lines.append(part.alt)
        elif isinstance(part, Other):  # Film and sound: what kind they are, nobody wrote.
            lines += [part.text, part.alt]
        elif not isinstance(part, Chart):
            lines.append(words_of(part))
    return "".join("".join(lines).split())


def test_every_word_of_a_deck_of_ours_is_read_in_its_order_with_its_id_and_notes() -> None:
    for scene in _scenes():
        deck = read(write(scene))
        assert [slide.identity.id for slide in deck.slides] == [page.id for page in scene.pages]
        for at, page in enumerate(scene.pages):
            assert _read_back(deck, at) == _said(page.items), page.id
            notes = "".join(as_read(note.text) for note in page.notes)
            assert "".join(one.text for one in deck.slides[at].notes) == notes
        assert compare(deck, read(write(scene))) == ()


def test_lists_have_levels_and_markers_bold_and_links(made_elsewhere: Finished) -> None:
    title, body = made_elsewhere.slides[0].parts
    assert isinstance(title, Words) and isinstance(body, Words)
    assert (title.role, title.paragraphs, made_elsewhere.slides[0].title) == (
        "title", (Paragraph("Titel\npå två rader"),), "Titel på två rader",
    )  # fmt: skip
    assert body.paragraphs == (
        Paragraph("Första", 0, "bullet"),
        Paragraph("en nivå ned, fet", 1, "bullet", (Mark(13, 16, bold=True),)),
        Paragraph("länk", 0, "bullet", (Mark(0, 4, link="https://example.org/"),)),
    )


def test_boxes_are_read_row_by_row_and_groups_too(made_elsewhere: Finished) -> None:
    assert words_of(made_elsewhere.slides[1]).split("\n") == ["överst", "vänster", "höger", "i grupp"]
    assert {part.paragraphs[0].marker for part in made_elsewhere.slides[1].parts if isinstance(part, Words)} == {""}


def test_merged_cells_numbers_and_pictures_are_values(made_elsewhere: Finished) -> None:
    table, chart = made_elsewhere.slides[2].parts[1], made_elsewhere.slides[3].parts[1]
    assert isinstance(table, Table) and isinstance(chart, Chart)
    assert [[(cell.text, cell.across) for cell in row] for row in table.rows] == [
        [("Båda", 2), ("", 1)], [("Kalix", 1), ("15 624", 1)],
    ]  # fmt: skip
    assert [(one.name, [(point.label, point.value) for point in one.points]) for one in chart.series] == [
        ("Kalix", [("2022", "0.3"), ("2023", "")])
    ]
    pictures = [part for part in made_elsewhere.slides[4].parts if isinstance(part, Picture)]
    assert [(one.kind, one.alt, one.crop[0]) for one in pictures] == [
        ("png", "grå 40", 0),
        ("png", "grå 90", 0),
        ("png", "grå 40", 25),
    ]
    assert pictures[0].digest == pictures[2].digest != pictures[1].digest


def test_hidden_slides_subtitles_and_notes_are_read(made_elsewhere: Finished) -> None:
    slide = made_elsewhere.slides[5]
    assert (slide.hidden, slide.layout) == (True, "Title Slide")
    assert [part.role for part in slide.parts if isinstance(part, Words)] == ["title", "subtitle"]
    assert [one.text for one in slide.notes] == ["Säg detta", "sedan detta"]


@pytest.mark.parametrize("main", ["slideshow", "template"])
def test_shows_and_templates_are_decks_too(main: str) -> None:
    data = _changed(foreign(), lambda name, part: part.replace(b"presentation.main+xml", f"{main}.main+xml".encode()))
    assert len(read(data).slides) == 6


def test_a_slide_that_is_broken_is_told_and_all_others_are_read() -> None:
    data = _changed(foreign(), lambda name, part: part[:300] if name == "ppt/slides/slide3.xml" else part)
    deck, problems = read_finished(data, "a.pptx")
    assert [one.code for one in problems] in (["slide-unreadable"], ["no-presentation"])
    assert deck is None or len(deck.slides) == 5


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + b"0" * 600])
def test_what_is_no_deck_is_a_problem(data: bytes) -> None:
    deck, problems = read_finished(data, "a.pptx")
    assert deck is None
    assert len(problems) == 1 and problems[0].severity == "error" and problems[0].span.file == "a.pptx"


def test_an_entry_that_lies_about_its_size_fills_no_memory() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("ppt/media/image1.png", b"0" * 200_000_000)
    deck, problems = read_finished(packed.getvalue(), "a.pptx")
    assert deck is None and [one.code for one in problems] == ["package-too-large"]


def test_a_file_of_another_kind_is_named_as_what_it_is_not_in_words_of_a_library() -> None:
    for kind, data in OTHERS.items():
        deck, (problem,) = read_finished(data, "a.pptx")
        assert deck is None and problem.message.startswith(f"this is {kind}"), problem.message


def test_a_file_in_the_strict_form_says_what_it_does_in_the_other() -> None:
    """As PowerPoint saves it: namespaces and kinds of relationships are others."""
    parts = sound_parts()
    ordinary, _ = read_finished(pack(parts), "a.pptx")
    in_strict_form(parts)
    assert ordinary is not None and read_finished(pack(parts), "a.pptx") == (ordinary, ())


def test_damaged_files_are_problems_never_exceptions() -> None:
    """Bytes of parts changed, cut and doubled; parts taken out."""
    whole, chance = foreign(), random.Random(7)
    for _ in range(120):
        data = _changed(whole, lambda name, part: _damaged(part, chance) if chance.random() < 0.06 else part)
        deck, problems = read_finished(data, "a.pptx")
        assert deck is not None or problems


def test_what_office_writes_itself_is_read() -> None:
    for name, change in TOLERATED.items():
        parts = sound_parts()
        change(parts)
        deck, problems = read_finished(pack(parts), "a.pptx")
        assert deck is not None and problems == (), name


def test_every_known_defect_is_read_or_told() -> None:
    for code, defect in DEFECTS:
        parts = sound_parts()
        defect(parts)
        deck, problems = read_finished(pack(parts), "a.pptx")
        assert deck is not None or problems, code


def _damaged(part: bytes, chance: random.Random) -> bytes | None:
    at = chance.randrange(len(part) or 1)
    ways: tuple[bytes | None, ...] = (
        None, part[:at], part[:at] + bytes([chance.randrange(256)]) + part[at + 1 :], part[:at] + part, b"",
        part.replace(b'id="', b'id="x', 3), part.replace(b"<a:off", b"<a:of"), part.replace(b'="1', b'="99999999999999999999'),
    )  # fmt: skip
    return chance.choice(ways)


def _changed(data: bytes, change: object) -> bytes:
    assert callable(change)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()


def test_a_deck_that_libreoffice_saved_says_the_same() -> None:
    """It writes looks on runs that were the layout's, gives all slides other layouts and numbers, and drops sections,
    header rows of tables and that a picture is decorative."""
    scene = pipeline(EVERY_SLIDE, "deck.yaml").compose().scene
    assert scene is not None
    ours = write(scene)
    old, new = read(ours), read(resave(ours))
    told = tell(old, new, compare(old, new))
    assert {(slide.kind, slide.moved) for slide in told.slides} == {("changed", False)}
    assert {line.what for slide in told.slides for line in slide.lines} == {
        "layout", "section", "decorative", "header row",
    }  # fmt: skip
