"""Code comes out to the letter whatever its language, in few kinds of stretches, and in bounded time."""

import io
import json
import time
from collections.abc import Iterator
from functools import cache

import pytest
from pptx import Presentation

from deckmotor.build import Pipeline
from deckmotor.color import Color, contrast
from deckmotor.export.pptx import write
from deckmotor.listing import tokens
from deckmotor.listing.languages import FIRST, is_language, label_of, names, of_file
from deckmotor.listing.tokens import ROLES, Stretch, lines
from deckmotor.scene.page import Scene, ShapeItem, inside
from deckmotor.theme.looks import CODE
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.listing.samples import SAMPLES


def joined(read: tuple[tuple[Stretch, ...], ...]) -> str:
    return "\n".join("".join(part.text for part in line) for line in read)


@pytest.mark.parametrize(("language", "code"), SAMPLES)
def test_code_is_itself(language: str, code: str) -> None:
    read = lines(code, language)
    assert joined(read) == code
    assert {part.role for line in read for part in line} <= {"", *ROLES.values()}
    assert ({part.role for line in read for part in line} == {""}) == (language == "text")
    assert not any(part.text.isspace() for line in read for part in line[1:]), "blanks belong to what they follow"


class Loses:
    """What reads no language: it leaves out a letter, or stumbles."""

    def __init__(self, text: str) -> None:
        self.text = text

    def get_tokens_unprocessed(self, whole: str) -> Iterator[tuple[int, str, str]]:
        yield 0, "Token.Keyword", self.text or f"{1 // 0}"


@pytest.mark.parametrize("text", ["retur", ""])
def test_what_a_reader_does_wrong_costs_the_colours_and_no_letter(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "reader", lambda language, whole: Loses(text))
    assert lines("return\na", "python") == ((Stretch("", "return"),), (Stretch("", "a"),))


def test_the_samples_are_of_many_languages() -> None:
    assert len(SAMPLES) >= 40 and len({language for language, _ in SAMPLES}) >= 20


@cache
def shown(theme: str) -> Scene:
    """A slide for each sample."""
    blocks = (json.dumps({"title": "T", "code": {"text": code, "language": name}}) for name, code in SAMPLES)
    deck = f"title: T\ntheme: {theme}\nslides:\n" + "".join(f"  - {block}\n" for block in blocks)
    scene = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").compose().scene
    assert scene is not None and len(scene.pages) == len(SAMPLES)
    return scene


@pytest.mark.parametrize("theme", ["motor", "natt", "flik", "punkt"])
def test_every_stretch_can_be_read_where_it_stands(theme: str) -> None:
    worst = {}
    for page, (language, code) in zip(shown(theme).pages, SAMPLES, strict=True):
        shapes = [item for item in inside(page.items) if isinstance(item, ShapeItem)]
        (ground,) = {item.fill.rgb for item in shapes if isinstance(item.fill, Color)}
        runs = [run for item in shapes for part in item.paragraphs for run in part.runs if run.text.strip()]
        worst[language, code] = min(contrast(run.style.color.rgb, ground) for run in runs)
    assert {sample: found for sample, found in worst.items() if found < 4.5} == {}


def test_what_is_copied_from_powerpoint_is_the_code() -> None:
    """Tabs are the blanks that they stand for; blanks at its very end are no part of it."""
    copied = []
    for slide in Presentation(io.BytesIO(write(shown("motor")))).slides:
        texts = ["\n".join(part.text for part in shape.text_frame.paragraphs) for shape in slide.shapes if shape.has_text_frame]
        copied.append(max(texts[1:], key=len))
    assert copied == [code.expandtabs(4).rstrip(" ") for _, code in SAMPLES]


def test_every_role_has_its_look() -> None:
    assert {"", *ROLES.values()} == set(CODE)


def test_what_stands_above_is_not_shown_but_counts() -> None:
    """The excerpt begins inside a text of several lines."""
    ((within,), _), ((alone,), _) = lines("inuti\nb", "python", 'a = """\n'), lines("inuti\nb", "python", "a = 1\n")
    assert (within.role, alone.role) == ("string", "")
    assert joined(lines("inuti\nb = 2", "python", 'a = """\n')) == "inuti\nb = 2"


def test_languages_have_many_names() -> None:
    assert names()["py"] == names()["python"] == names()["python3"]
    assert is_language("C#") and is_language(" SQL ") and not is_language("pyton")
    assert label_of("js") == "JavaScript" and label_of("text") == label_of("nothing") == ""


@pytest.mark.parametrize(
    ("file", "language"),
    [("a.py", "python"), ("a/B.SQL", "sql"), ("a.h", "c"), ("Dockerfile", "docker"), ("a.html", "html"), ("a.okänd", "text")],
)
def test_files_are_known_by_their_names(file: str, language: str) -> None:
    assert of_file(file) == language


def test_endings_that_several_languages_have_lead_to_one() -> None:
    assert all(is_language(language) for language in FIRST.values())


HARD = ("(" * 400, '"' * 400, "\\" * 400, "/*" * 200, "a " * 200, "<" * 400, "[[" * 200, "-- " * 130, "'" * 399, "{%" * 200)


@pytest.mark.parametrize("language", ["python", "javascript", "c++", "sql", "html", "bash", "perl", "ruby", "yaml", "markdown"])
def test_hostile_code_takes_little_time(language: str) -> None:
    begin = time.process_time()
    for hard in HARD:
        code = "\n".join([hard] * 20)
        assert joined(lines(code, language)) == code
    assert time.process_time() - begin < 5


def test_what_goes_on_on_other_slides_is_numbered_and_coloured_as_in_its_file() -> None:
    """A text of many lines, begun above the ones that are shown, with empty ones among them where slides may end."""
    file = 'a = """\n' + "\n\n".join(f"rad {number}" for number in range(40)) + '\n"""\n'
    deck = "title: T\nslides:\n  - {id: a, title: T, code: {file: a.py, lines: 2-80, numbers: true}}\n"
    files = {"deck.yaml": deck.encode(), "a.py": file.encode()}
    scene = Pipeline.of(MemoryWorkspace({**THEME_FILES, **files}), "deck.yaml").compose().scene
    assert scene is not None and len(scene.pages) > 2
    texts, numbers = [], []
    for page in scene.pages:
        shapes = {item.name.rpartition("-")[2]: item for item in inside(page.items) if isinstance(item, ShapeItem)}
        assert len({run.style.color for part in shapes["text"].paragraphs for run in part.runs}) == 1
        texts.append(["".join(run.text for run in part.runs) for part in shapes["text"].paragraphs])
        numbers += ["".join(run.text for run in part.runs) for part in shapes["numbers"].paragraphs]
    assert all(text[0] and text[-1] for text in texts)
    assert [line for text in texts for line in text if line] == [f"rad {number}" for number in range(40)]
    assert "80" in numbers and "2" in [number.strip() for number in numbers] and {len(number) for number in numbers} == {2}


def test_the_first_lines_that_are_too_wide_are_told() -> None:
    code = "\n".join(f"{number} {'bred ' * 60}" for number in range(8))
    deck = f"title: T\nslides:\n  - title: T\n    code: {json.dumps(code)}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").compose()
    assert [one.code for one in made.problems] == ["code-too-wide"] * 5
