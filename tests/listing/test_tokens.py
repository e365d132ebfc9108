"""Code comes out to the letter whatever its language, in few kinds of stretches, and in bounded time."""

import time

import pytest

from deckmotor.listing.languages import FIRST, is_language, label_of, names, of_file
from deckmotor.listing.tokens import ROLES, Stretch, lines
from deckmotor.theme.looks import CODE
from tests.listing.samples import SAMPLES


def joined(read: tuple[tuple[Stretch, ...], ...]) -> str:
    return "\n".join("".join(part.text for part in line) for line in read)


@pytest.mark.parametrize(("language", "code"), SAMPLES)
def test_code_is_itself(language: str, code: str) -> None:
    read = lines(code, language)
    assert joined(read) == code
    assert {part.role for line in read for part in line} <= {"", *ROLES.values()}
    assert ({part.role for line in read for part in line} == {""}) == (language == "text")


def test_the_samples_are_of_many_languages() -> None:
    assert len(SAMPLES) >= 40 and len({language for language, _ in SAMPLES}) >= 20


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
